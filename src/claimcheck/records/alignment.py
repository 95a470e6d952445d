"""The decision whether a fact speaks of the same thing as a claim."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.records.base import Record
from claimcheck.records.claim import Claim
from claimcheck.records.comparison import Comparison


class Level(StrEnum):
    """How far a fact answers a claim."""

    FULL = "full"  # every part fits
    LOOSE = "loose"  # every part fits, some by weaker evidence
    NEAR = "near"  # nothing clashes, but some part is in doubt: can take a confirmation away, decides nothing
    NONE = "none"  # some part clashes


class Alignment(Record):
    """One fact beside one claim.

    Attributes:
        fact: the fact.
        passage: index of the passage it was found in.
        level: see `Level`.
        doubts: the parts in doubt or in conflict (``subject``, ``metric``, ``time``, ``scope``, ``role``, ``polarity``).
        comparison: how the numbers compare.
        verbatim: the source uses the claim's own words, with its own number in the same place.
    """

    fact: Claim
    passage: int
    level: Level
    doubts: tuple[str, ...] = ()
    comparison: Comparison
    verbatim: bool = False
