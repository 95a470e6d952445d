"""An interval of numbers: every true value that a wording allows."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003  pydantic reads the annotation at run time
from typing import NamedTuple


class Interval(NamedTuple):
    """From ``low`` to ``high``; None is unbounded. An open end excludes its own value."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def contains(self, other: Interval) -> bool:
        """Say whether every value of ``other`` lies in this interval."""
        return self._reaches_below(other) and self._reaches_above(other)

    def is_disjoint(self, other: Interval) -> bool:
        """Say whether the two share no value."""
        return self._is_below(other) or other._is_below(self)

    def _reaches_below(self, other: Interval) -> bool:
        if self.low is None:
            return True
        if other.low is None:
            return False
        return self.low < other.low or (self.low == other.low and (not self.low_open or other.low_open))

    def _reaches_above(self, other: Interval) -> bool:
        if self.high is None:
            return True
        if other.high is None:
            return False
        return self.high > other.high or (self.high == other.high and (not self.high_open or other.high_open))

    def _is_below(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))
