"""Sums, differences, ratios and shares of intervals: every result that the printed roundings allow."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import TYPE_CHECKING

from claimcheck.records.interval import Interval
from claimcheck.stages.bounds import WIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
# A quotient has no last digit: fifty are far more than any text prints.
_QUOTIENT = Context(prec=50, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])


def add(intervals: Iterable[Interval]) -> Interval:
    """Return all sums of one value from each interval.

    >>> add([Interval(Decimal(1), Decimal(2)), Interval(Decimal(10), None)])
    Interval(low=Decimal('11'), high=None, low_open=False, high_open=False)
    """
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    low_open = high_open = False
    for one in intervals:
        low = None if low is None or one.low is None else WIDE.add(low, one.low)
        high = None if high is None or one.high is None else WIDE.add(high, one.high)
        low_open, high_open = low_open or one.low_open, high_open or one.high_open
    return Interval(low, high, low_open, high_open)


def negative(one: Interval) -> Interval:
    """Return the mirror image of an interval at zero."""
    low = None if one.high is None else one.high.copy_negate()
    high = None if one.low is None else one.low.copy_negate()
    return Interval(low, high, one.high_open, one.low_open)


def subtract(one: Interval, other: Interval) -> Interval:
    """Return all differences.

    >>> subtract(Interval(Decimal(5), Decimal(6)), Interval(Decimal(1), Decimal(2)))
    Interval(low=Decimal('3'), high=Decimal('5'), low_open=False, high_open=False)
    """
    return add((one, negative(other)))


def divide(one: Interval, other: Interval) -> Interval | None:
    """Return all quotients of two intervals of positive numbers; None where they are not positive.

    >>> divide(Interval(Decimal(4), Decimal(6)), Interval(Decimal(1), Decimal(2)))
    Interval(low=Decimal('2'), high=Decimal('6'), low_open=False, high_open=False)
    """
    if one.low is None or one.low < 0 or other.low is None or other.low <= 0:
        return None
    low = Decimal(0) if other.high is None else _QUOTIENT.divide(one.low, other.high)
    high = None if one.high is None else _QUOTIENT.divide(one.high, other.low)
    return Interval(low, high, one.low_open or other.high_open, one.high_open or other.low_open)


def percent(one: Interval) -> Interval:
    """Return a ratio as a percent number: 0.375 is 37.5."""
    return one._replace(low=_times(one.low), high=_times(one.high))


def growth(to: Interval, source: Interval) -> Interval | None:
    """Return all growth rates in percent from one positive value to another; None where they are not positive.

    >>> growth(Interval(Decimal(30), Decimal(30)), Interval(Decimal(20), Decimal(20)))
    Interval(low=Decimal('50.0'), high=Decimal('50.0'), low_open=False, high_open=False)
    """
    ratio = divide(to, source)
    if ratio is None:
        return None
    return percent(
        ratio._replace(
            low=None if ratio.low is None else WIDE.subtract(ratio.low, _ONE),
            high=None if ratio.high is None else WIDE.subtract(ratio.high, _ONE),
        )
    )


def size(one: Interval) -> Interval:
    """Return all absolute values."""
    if one.low is not None and one.low >= 0:
        return one
    mirrored = negative(one)
    if one.high is not None and one.high <= 0:
        return mirrored
    ends = (one.high, mirrored.high)
    high = None if None in ends else max(end for end in ends if end is not None)
    return Interval(Decimal(0), high)


def _times(number: Decimal | None) -> Decimal | None:
    return None if number is None else WIDE.multiply(number, _HUNDRED)
