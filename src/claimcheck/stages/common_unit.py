"""Bring two quantities to one unit and one sign, or say that they cannot be compared."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import NamedTuple

from claimcheck.records.interval import Interval
from claimcheck.records.quantity import Direction, Modifier, Quantity, QuantityKind
from claimcheck.stages.bounds import WIDE, Side, side_of
from claimcheck.units import convert, convert_difference, convertible, decimal_multiple, dimension

# Below the 50 digits of a conversion, so that a number converted there and back is the number it was.
_NARROW = Context(prec=40, Emax=MAX_EMAX, Emin=MIN_EMIN)
_NOISE = Decimal("1e-40")
_SHOWN = Context(prec=10, Emax=MAX_EMAX, Emin=MIN_EMIN)
_LONGEST_PLAIN = 40

_MIRRORED = {
    Modifier.MORE_THAN: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.MORE_THAN,
    Modifier.AT_LEAST: Modifier.AT_MOST,
    Modifier.AT_MOST: Modifier.AT_LEAST,
}
# Kinds that only meet their own; a range carries the kind of its ends in its unit alone.
_CLOSED_KINDS = frozenset({QuantityKind.ORDINAL, QuantityKind.DATE, QuantityKind.RATIO})
_IMPLIED_UNITS = {QuantityKind.MULTIPLE: "x", QuantityKind.PERCENT: "%"}


class Pair(NamedTuple):
    """A claim's number and a fact's, both in the claim's unit.

    Attributes:
        claim: the claimed number.
        fact: the found number, converted.
        opposite: one goes up and the other down.
        converted: the numbers themselves changed in conversion, not only the place of the decimal point.
        conversion: what was converted, ``26.2 mi = 42.1648128 km``; empty if nothing was.
    """

    claim: Side
    fact: Side
    opposite: bool
    converted: bool
    conversion: str


def pair(claimed: Quantity, found: Quantity) -> Pair | None:
    """Bring a found quantity to the unit and sign of a claimed one; None if they are not comparable."""
    if not _is_comparable(claimed, found):
        return None
    opposite = _is_opposite(claimed, found)
    claimed, found = _magnitude(claimed, found), _magnitude(found, claimed)
    claim, printed = side_of(claimed), side_of(found)
    if claimed.kind is QuantityKind.ORDINAL and found.kind is QuantityKind.ORDINAL:
        return Pair(claim, printed, opposite, converted=False, conversion="")  # a rank has no unit
    source, target = _unit(found), _unit(claimed)
    fact = printed
    if _is_fraction(found, claimed):
        fact, source = _scaled(fact, 2), "%"
    elif _is_fraction(claimed, found):
        fact, source, target = _scaled(_converted(fact, source, "%", change=True), -2), None, None
    change = claimed.direction is not None or found.direction is not None
    fact = _converted(fact, source, target, change=change)
    return Pair(
        claim,
        fact,
        opposite,
        converted=not decimal_multiple(source, target),
        conversion=_conversion(printed, _unit(found), fact, _unit(claimed)),
    )


def _is_comparable(claimed: Quantity, found: Quantity) -> bool:
    kinds = {claimed.kind, found.kind} - {QuantityKind.RANGE}
    if len(kinds) == 2 and kinds & _CLOSED_KINDS:
        return False
    if kinds == {QuantityKind.ORDINAL}:
        return True
    if _is_fraction(claimed, found) or _is_fraction(found, claimed):
        return True
    return convertible(_unit(claimed), _unit(found))


def _is_fraction(quantity: Quantity, other: Quantity) -> bool:
    """Say whether one is a bare fraction and the other a percentage: a third is 33 %."""
    return (
        quantity.kind is QuantityKind.NUMBER
        and quantity.unit is None
        and quantity.value is not None
        and 0 < quantity.value.copy_abs() < 1
        and dimension(_unit(other)) == "percent"
    )


def _unit(quantity: Quantity) -> str | None:
    return quantity.unit or _IMPLIED_UNITS.get(quantity.kind)


def _is_opposite(claimed: Quantity, found: Quantity) -> bool:
    """Say whether both state a direction, not the same one, and neither is a change by nothing."""
    if claimed.direction is None or found.direction is None or claimed.direction is found.direction:
        return False
    return claimed.value != 0 and found.value != 0


def _magnitude(quantity: Quantity, other: Quantity) -> Quantity:
    """Drop the sign of a fall, so that −3.2 % and "fell 3.2 %" are one number."""
    direction = quantity.direction or other.direction
    if direction is not Direction.DOWN or not _is_negative(quantity):
        return quantity
    low, high, value = quantity.low, quantity.high, quantity.value
    return quantity.model_copy(
        update={
            "value": None if value is None else value.copy_negate(),
            "low": None if high is None else high.copy_negate(),
            "high": None if low is None else low.copy_negate(),
            "modifier": _MIRRORED.get(quantity.modifier, quantity.modifier),
        }
    )


def _is_negative(quantity: Quantity) -> bool:
    numbers = [n for n in (quantity.value, quantity.low, quantity.high) if n is not None]
    return bool(numbers) and all(n <= 0 for n in numbers) and any(n < 0 for n in numbers)


def _converted(side: Side, source: str | None, target: str | None, *, change: bool) -> Side:
    """Carry a number and its precision into another unit; a change of temperature has no zero point."""
    if source == target:
        return side
    context = WIDE if decimal_multiple(source, target) else _NARROW
    offset = convert(Decimal(0), source, target) != 0

    def length(number: Decimal) -> Decimal:
        return context.plus(convert_difference(number, source, target))

    def reading(number: Decimal | None) -> Decimal | None:
        if number is None or change:
            return None if number is None else length(number)
        result = context.plus(convert(number, source, target))
        # Near the zero of a temperature scale the digits cancel, and what is left of them is noise.
        return WIDE.quantize(result, _NOISE) if offset and result.copy_abs() < 1 else result

    low, high, low_open, high_open = side.interval
    return side._replace(
        interval=Interval(reading(low), reading(high), low_open, high_open),
        value=reading(side.value),
        place=length(side.place),
        width=None if side.width is None else length(side.width),
    )


def _scaled(side: Side, exponent: int) -> Side:
    """Move the decimal point of a number and of its precision."""

    def moved(number: Decimal | None) -> Decimal | None:
        return None if number is None else number.scaleb(exponent, WIDE)

    low, high, low_open, high_open = side.interval
    return side._replace(
        interval=Interval(moved(low), moved(high), low_open, high_open),
        value=moved(side.value),
        place=side.place.scaleb(exponent, WIDE),
        width=moved(side.width),
    )


def _conversion(printed: Side, source: str | None, fact: Side, target: str | None) -> str:
    """Say in signs alone what a conversion did; nothing if it changed no number."""
    before = _numbers(printed)
    after = _numbers(fact)
    if before == after:
        return ""
    left, exact = _shown(before)
    right, ended = _shown([_plain(number) for number in after])
    return (
        f"{left} {source or ''}".strip()
        + (" = " if exact and ended else " ≈ ")
        + f"{right} {target or ''}".strip()
    )


def _numbers(side: Side) -> list[Decimal]:
    return [n for n in ([side.value] if side.value is not None else side.interval[:2]) if n is not None]


def _plain(number: Decimal) -> Decimal:
    """Drop the zeros that the arithmetic left after the decimal point."""
    return number.normalize(WIDE) if number != number.to_integral_value() else number


def _shown(numbers: list[Decimal]) -> tuple[str, bool]:
    """Write numbers in at most ten digits; the second value says whether nothing was cut off."""
    texts, exact = [], True
    for number in numbers:
        cut = _SHOWN.plus(number) if len(number.as_tuple().digits) > 2 * _SHOWN.prec else number
        exact = exact and cut == number
        texts.append(f"{cut:f}" if abs(cut.adjusted()) < _LONGEST_PLAIN else str(cut))
    return "–".join(texts), exact
