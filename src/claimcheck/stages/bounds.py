"""The interval of true values that a quantity's wording allows, and what a comparison reads off it."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import NamedTuple

from claimcheck.records.interval import Interval
from claimcheck.records.quantity import Modifier, Quantity, QuantityKind

ABOUT = Decimal("0.05")  # "about" reaches 5 % to either side
NEARLY = Decimal("0.9")  # "nearly" reaches down to 90 %
EXACT_COUNTS = 20  # counts below this are counted, not rounded

# Wide enough that no sum of printed numbers is rounded, and bounded, since a text may hold a megabyte of
# digits. It raises nothing: what it cannot work out becomes NaN, which equals no number.
WIDE = Context(prec=5000, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])


class Side(NamedTuple):
    """One number, ready to be compared, in the unit of the claim.

    Attributes:
        interval: every true value the wording allows.
        value: the printed number; None for a range.
        place: worth of the last printed digit.
        width: width of the interval when trailing zeros of a whole number count as unstated; None if endless.
        exact: neither hedged nor bounded nor a range.
        counted: compared exactly (a rank, a year, a small count).
        modifier: as written.
    """

    interval: Interval
    value: Decimal | None
    place: Decimal
    width: Decimal | None
    exact: bool
    counted: bool
    modifier: Modifier


def interval_of(quantity: Quantity) -> Interval:
    """Return every true value that the wording of a quantity allows, in its own unit.

    An exact number reaches half a unit of its last printed digit to either side; the end away from zero
    is open, as in rounding half up. Ranks, years and whole counts below 20 are one point.

    >>> interval_of(Quantity(text="69.6", start=0, end=4, value=Decimal("69.6"), last_place=Decimal("0.1")))
    Interval(low=Decimal('69.55'), high=Decimal('69.65'), low_open=False, high_open=True)
    """
    value, low, high = quantity.value, quantity.low, quantity.high
    if value is None or (low is not None and high is not None):
        return _range(quantity)
    match quantity.modifier:
        case Modifier.MORE_THAN:
            return Interval(value, None, low_open=True)
        case Modifier.AT_LEAST:
            return Interval(value, None)
        case Modifier.LESS_THAN:
            return Interval(None, value, high_open=True)
        case Modifier.AT_MOST:
            return Interval(None, value)
        case Modifier.NEARLY:
            # Closed at the number itself: a source that prints 90 may have rounded what is "nearly 90".
            low, high = sorted((WIDE.multiply(value, NEARLY), value))
            return Interval(low, high)
        case Modifier.ABOUT:
            return around(value, max(WIDE.multiply(value.copy_abs(), ABOUT), half(quantity.last_place)))
        case Modifier.EXACT:
            if _is_counted(quantity):
                return Interval(value, value)
            reach = around(value, half(quantity.last_place))
            return reach._replace(low_open=value < 0, high_open=value > 0)


def side_of(quantity: Quantity) -> Side:
    """Read off a quantity what a comparison needs, in the quantity's own unit."""
    interval = interval_of(quantity)
    exact = quantity.modifier is Modifier.EXACT and quantity.value is not None
    exact = exact and (quantity.low is None or quantity.high is None)
    width: Decimal | None = None
    if exact:
        width = quantity.last_place.scaleb(quantity.stated_zeros, WIDE)
    elif interval.low is not None and interval.high is not None:
        width = WIDE.subtract(interval.high, interval.low)
    counted = exact and _is_counted(quantity)
    return Side(interval, quantity.value, quantity.last_place, width, exact, counted, quantity.modifier)


def around(value: Decimal, reach: Decimal) -> Interval:
    """Return the closed interval that reaches equally far to either side of a value."""
    return Interval(WIDE.subtract(value, reach), WIDE.add(value, reach))


def half(number: Decimal) -> Decimal:
    """Return half of a number, exactly."""
    return WIDE.multiply(number, Decimal("0.5"))


def _is_counted(quantity: Quantity) -> bool:
    """Say whether a number is compared exactly: a rank, a year, or a whole count below 20."""
    if quantity.kind in (QuantityKind.ORDINAL, QuantityKind.DATE):
        return True
    value = quantity.value
    return (
        quantity.kind is QuantityKind.COUNT
        and value is not None
        and quantity.last_place == 1
        and value.copy_abs() < EXACT_COUNTS
    )


def _range(quantity: Quantity) -> Interval:
    """Return the interval of a range or an error bar: itself, unless it is hedged."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    if quantity.modifier is Modifier.ABOUT:
        low = None if low is None else WIDE.subtract(low, WIDE.multiply(low.copy_abs(), ABOUT))
        high = None if high is None else WIDE.add(high, WIDE.multiply(high.copy_abs(), ABOUT))
    elif quantity.modifier is Modifier.NEARLY and low is not None:
        low = WIDE.multiply(low, NEARLY) if low > 0 else low
    wide = low != high  # a range of one point would be empty without its ends
    return Interval(
        low,
        high,
        low_open=wide and quantity.modifier is Modifier.MORE_THAN,
        high_open=wide and quantity.modifier is Modifier.LESS_THAN,
    )
