"""How far two numbers may lie apart and still agree, when the user says so."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field, ValidationError

from claimcheck.errors import ConfigError
from claimcheck.records.base import Record


class Tolerance(Record):
    """A tolerance set by the user; the default (nothing set) is the stated precision of both sides.

    Attributes:
        relative: share of the found value, ``Decimal("0.01")`` is 1 %; at least 0.
        absolute: in the claim's own unit; at least 0.
        digits: compare both sides rounded to this many significant digits; at least 1.

    Raises:
        ConfigError: a value that is no number, or out of its range.
    """

    relative: Decimal | None = Field(default=None, ge=0)
    absolute: Decimal | None = Field(default=None, ge=0)
    digits: int | None = Field(default=None, ge=1)

    def __init__(self, **settings: object) -> None:
        try:
            super().__init__(**settings)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"]) or "tolerance"
            remedy = "Write Tolerance(relative=Decimal('0.01')), (absolute=…) or (digits=3)."
            where = f"Tolerance({key}=…)"
            problem = f"{first['msg'].lower()}."
            raise ConfigError(where, problem, remedy) from error
