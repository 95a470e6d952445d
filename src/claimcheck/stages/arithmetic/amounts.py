"""Which numbers can stand in one sum, and what interval each brings to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Role
from claimcheck.records.interval import Interval
from claimcheck.records.quantity import Direction, Modifier, Quantity, QuantityKind
from claimcheck.stages.bounds import interval_of
from claimcheck.units import dimension

if TYPE_CHECKING:
    from claimcheck.records.claim import Claim

_PERCENT = frozenset(("%", "pp", "bp", "‰"))
_DERIVED = (Role.CHANGE, Role.MULTIPLE, Role.RANK, Role.DATE)
_TIMES = (dimension("s"), dimension("year"))
_PLAIN = (QuantityKind.COUNT, QuantityKind.NUMBER)
# what a score or a rating counts, said of the difference of two bare numbers
_POINTS = frozenset(("point", "分", "个百分点", "pp", "点"))
# measure words of people, and how short the name of a thing can be
_PEOPLE = "人名位"
_SHORTEST_THING = 2


def is_percent(claim: Claim) -> bool:
    """Say whether a number is a percentage or a difference of percentages."""
    return claim.quantity.kind is QuantityKind.PERCENT or claim.quantity.unit in _PERCENT


def is_multiple(claim: Claim) -> bool:
    """Say whether a number is a factor: tripled, 3 倍."""
    return claim.quantity.kind is QuantityKind.MULTIPLE or claim.quantity.unit == "x"


def is_duration(claim: Claim) -> bool:
    """Say whether a number is a length of time."""
    return claim.quantity.kind is QuantityKind.MEASURE and dimension(claim.quantity.unit) in _TIMES


def is_amount(claim: Claim) -> bool:
    """Say whether a number is an amount that has parts or moves: no rank, date, ratio, factor or range."""
    quantity = claim.quantity
    return (
        quantity.value is not None
        and quantity.kind not in (QuantityKind.ORDINAL, QuantityKind.DATE, QuantityKind.RATIO)
        and not is_multiple(claim)
        and not (quantity.last_place == 0 and quantity.unit is None)  # a fraction: a third
        and not claim.frame.negated
    )


def is_level(claim: Claim) -> bool:
    """Say whether a number is a level and no change."""
    return is_amount(claim) and claim.frame.role not in _DERIVED


def is_plain_level(claim: Claim) -> bool:
    """Say whether a number is a level without bounds: half-open ones fit far too many sums."""
    return is_level(claim) and claim.quantity.modifier in (Modifier.EXACT, Modifier.ABOUT)


def same_unit(one: Claim, other: Claim) -> bool:
    """Say whether two numbers count or measure the same, or one of them leaves its unit out.

    120家门店 and 45家 do: the measure word of the one stands in the words of the other.
    """
    a, b = one.quantity, other.quantity
    if a.unit == b.unit:
        return True
    if is_percent(one) or is_percent(other):
        return is_percent(one) and is_percent(other)
    if a.unit is None or b.unit is None:
        bare, full = (a, b) if a.unit is None else (b, a)
        return bare.kind is QuantityKind.NUMBER and full.kind in (*_PLAIN, QuantityKind.MONEY)
    if a.kind is b.kind is QuantityKind.COUNT:
        return (
            a.unit in b.text
            or b.unit in a.text
            or _measured(a, b)
            or _measured(b, a)
            or a.unit in other.frame.thing.lower().split()
            or b.unit in one.frame.thing.lower().split()
        )
    return False


def same_measure(one: Claim, other: Claim) -> bool:
    """Say whether two ends of a change are measured alike: a bare number has the other's unit (`48 days to 33`)."""
    if same_unit(one, other):
        return True
    a, b = one.quantity, other.quantity
    if a.unit is None or b.unit is None:
        bare, full = (a, b) if a.unit is None else (b, a)
        return bare.kind is QuantityKind.NUMBER and full.kind is QuantityKind.MEASURE
    return a.kind is b.kind is QuantityKind.MONEY and a.unit.split("/")[0] == b.unit.split("/")[0]


def both_counts(one: Claim, other: Claim) -> bool:
    """Say whether both numbers count things, be they named differently: employees and women."""
    plain = (QuantityKind.COUNT, QuantityKind.NUMBER)
    return one.quantity.kind in plain and other.quantity.kind in plain and is_counted(one, other)


def _measured(one: Quantity, other: Quantity) -> bool:
    """Say whether the one has but a measure word for the thing that the other names: 45家 and 120 of 企业."""
    unit, thing = one.unit or "", other.unit or ""
    if len(unit) != 1 or unit.isascii() or len(thing) < _SHORTEST_THING or thing.isascii():
        return False
    return unit not in _PEOPLE or any(char in other.text for char in _PEOPLE)


def difference_unit(change: Claim, level: Claim) -> bool:
    """Say whether a change can be one of these levels: their unit, none, points of a score or of a percentage."""
    unit = change.quantity.unit
    if is_percent(level):
        return is_percent(change) or unit in _POINTS
    return same_unit(change, level) or (unit in _POINTS and level.quantity.unit in (None, *_POINTS))


def related(one: Claim, other: Claim) -> bool:
    """Say whether two numbers may be values of one metric: equal keys, or one unknown to the lexicon."""
    return (
        one.frame.metric == other.frame.metric
        or not (one.frame.metric and other.frame.metric)
        or (one.quantity.kind is QuantityKind.COUNT and one.quantity.unit == other.quantity.unit)
    )


def interval(claim: Claim, *, counted: bool = False, compared: bool = False) -> Interval:
    """Return the true values of a number in a sum.

    Whole numbers of things are counted and no roundings, whatever their size; everything else reaches half of
    its last digit to either side.

    Args:
        claim: the number.
        counted: its whole is a count, so that it is one too.
        compared: its `more than` belongs to the comparison before it (`18 more than the 29`).
    """
    quantity = claim.quantity
    if compared and quantity.value is not None:
        quantity = quantity.model_copy(update={"modifier": Modifier.EXACT, "low": None, "high": None})
    if _is_whole(quantity) and (counted or _counts(quantity)) and quantity.value is not None:
        return Interval(quantity.value, quantity.value)
    return interval_of(quantity)


def signed(claim: Claim) -> Interval:
    """Return the true values of a change, a fall below zero; of no stated direction, as printed."""
    reach = interval(claim)
    if claim.quantity.direction is Direction.DOWN and (reach.low is None or reach.low >= 0):
        low = None if reach.high is None else reach.high.copy_negate()
        high = None if reach.low is None else reach.low.copy_negate()
        return Interval(low, high, reach.high_open, reach.low_open)
    return reach


def is_counted(*claims: Claim) -> bool:
    """Say whether one of the numbers counts things, so that all of them do; points of a score may be rounded."""
    return any(_counts(claim.quantity) for claim in claims)


def _counts(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.COUNT and quantity.unit not in _POINTS


def _is_whole(quantity: Quantity) -> bool:
    return (
        quantity.modifier is Modifier.EXACT
        and quantity.last_place == 1
        and quantity.kind in _PLAIN
        and (quantity.low is None or quantity.high is None)
    )
