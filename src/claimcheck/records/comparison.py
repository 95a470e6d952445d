"""The comparison of one claim's number with one fact's number."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.records.base import Record
from claimcheck.records.evidence import Stance
from claimcheck.records.interval import Interval


class Outcome(StrEnum):
    """Why a comparison came out as it did."""

    EQUAL = "equal"  # the same number, however written
    ROUNDED = "rounded"  # agrees only after rounding to the coarser precision
    WITHIN = "within"  # the fact's interval lies inside the claim's
    TOLERATED = "tolerated"  # agrees only by the user's tolerance
    APART = "apart"  # the intervals share no value
    OVERLAP = "overlap"  # they overlap in part: neither supports nor refutes
    COARSE = "coarse"  # the fact is more than ten times coarser than the claim
    OTHER_UNIT = "other unit"  # not of one dimension (or two currencies): not comparable


class Comparison(Record):
    """Both intervals in the claim's unit, and what follows.

    ``conversion`` says what was converted, e.g. ``26.2 mi = 42.1648128 km``; empty if nothing was.
    """

    stance: Stance
    outcome: Outcome
    claimed: Interval | None = None
    found: Interval | None = None
    unit: str | None = None
    conversion: str = ""
