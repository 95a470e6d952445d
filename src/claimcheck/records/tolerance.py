"""How far two numbers may lie apart and still agree, when the user says so."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from claimcheck.records.base import Record


class Tolerance(Record):
    """A tolerance set by the user; the default (nothing set) is the stated precision of both sides.

    Attributes:
        relative: share of the found value, ``Decimal("0.01")`` is 1 %; at least 0.
        absolute: in the claim's own unit; at least 0.
        digits: compare both sides rounded to this many significant digits; at least 1.
    """

    relative: Decimal | None = Field(default=None, ge=0)
    absolute: Decimal | None = Field(default=None, ge=0)
    digits: int | None = Field(default=None, ge=1)
