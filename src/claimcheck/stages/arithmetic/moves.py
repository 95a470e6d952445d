"""Checks what is said of two values: a change is their difference, a growth rate and a multiple their ratio."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.interval import Interval
from claimcheck.records.quantity import Direction, Modifier, QuantityKind
from claimcheck.stages.arithmetic import intervals
from claimcheck.stages.arithmetic.amounts import (
    difference_unit,
    interval,
    is_counted,
    is_multiple,
    signed,
)
from claimcheck.stages.arithmetic.derivation import Derivation
from claimcheck.stages.arithmetic.firmness import is_narrow
from claimcheck.stages.arithmetic.fractions import is_fraction, percent_of
from claimcheck.stages.arithmetic.words import like, number, rounded, verdict_of
from claimcheck.stages.bounds import ABOUT, NEARLY, WIDE, interval_of
from claimcheck.stages.reasons import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.pairs import Pair

_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_TENTH = Decimal("0.1")
# how far from an exact factor its ends may lie: doubled is said of 1.75 times, not of 1.6
_SLACK = Decimal("0.15")


class End(NamedTuple):
    """One end of a change."""

    reach: Interval
    value: Decimal
    text: str
    claim: Claim


class Reading(NamedTuple):
    """One way to understand the derived number: what the two ends allow, and what the claim says."""

    code: str
    allowed: Interval
    said: Interval
    result: str
    text: str
    exact: bool


def check_move(
    claims: Sequence[Claim], derived: int, pair: Pair, *, ambiguous: bool = False
) -> Derivation | None:
    """Return what two values say of a change, a growth rate or a multiple; None if they cannot be its ends.

    Args:
        claims: all claims.
        derived: index of the change.
        pair: its ends.
        ambiguous: a multiple that may as well be an increase by so many times (增长3倍).
    """
    claim = claims[derived]
    ends = _ends(claims, pair)
    if ends is None:
        return None
    readings = list(_readings(claim, *ends, ambiguous=ambiguous))
    if pair.turned:
        readings += list(_readings(claim, *ends[::-1], ambiguous=ambiguous))
    if not readings:
        return None
    fitting = [one for one in readings if not one.allowed.is_disjoint(one.said)]
    best = next((one for one in fitting if one.exact), fitting[0] if fitting else readings[0])
    ids = tuple(dict.fromkeys((pair.to, pair.source)))
    text = verdict_of(best.text, best.result, claim, holds=bool(fitting))
    settled = not pair.turned or (best.code == "change" and claim.quantity.direction is None)
    firm = bool(fitting) and best.exact and settled and not ambiguous
    return Derivation(derived, ids, bool(fitting), best.code, text, firm)


def _ends(claims: Sequence[Claim], pair: Pair) -> tuple[End, End] | None:
    to, source = claims[pair.to], claims[pair.source]
    if pair.to == pair.source:  # one range that holds both
        q = to.quantity
        if q.low is None or q.high is None:
            return None
        parts = [
            q.model_copy(update={"value": v, "low": None, "high": None, "kind": QuantityKind.COUNT})
            for v in (q.low, q.high)
        ]
        low, high = (to.model_copy(update={"quantity": part}) for part in parts)
        return _end(high, number(q.high)), _end(low, number(q.low))
    counted = is_counted(to, source)
    return (
        _end(to, written(to.quantity), counted=counted),
        _end(source, written(source.quantity), counted=counted, compared=pair.compared),
    )


def _end(claim: Claim, text: str, *, counted: bool = False, compared: bool = False) -> End:
    return End(
        interval(claim, counted=counted, compared=compared), claim.quantity.value or Decimal(0), text, claim
    )


def _readings(claim: Claim, to: End, source: End, *, ambiguous: bool) -> Iterator[Reading]:
    if is_multiple(claim):
        yield from _multiples(claim, to, source, ambiguous=ambiguous)
        return
    if is_fraction(claim):
        yield from _growth(claim, to, source, percent_of(claim))
        return
    if claim.quantity.unit == "%":
        yield from _growth(claim, to, source, signed(claim))
    if difference_unit(claim, to.claim):
        yield _difference(claim, to, source)


def _difference(claim: Claim, to: End, source: End) -> Reading:
    allowed = intervals.subtract(to.reach, source.reach)
    said = interval(claim, counted=is_counted(to.claim, source.claim))
    value = WIDE.subtract(to.value, source.value)
    directed = claim.quantity.direction is not None
    said = _turn(said, claim) if directed else said
    allowed = allowed if directed else intervals.size(allowed)
    upper, lower = (to, source) if value >= 0 or directed else (source, to)
    gap = value if directed else value.copy_abs()
    shown = like(claim.quantity, gap)
    exact = claim.quantity.value is not None and gap.copy_abs() == claim.quantity.value.copy_abs()
    return Reading("change", allowed, said, shown, f"{upper.text} − {lower.text}", exact)


def _turn(said: Interval, claim: Claim) -> Interval:
    down = claim.quantity.direction is Direction.DOWN and (said.low is None or said.low >= 0)
    return intervals.negative(said) if down else said


def _growth(claim: Claim, to: End, source: End, said: Interval) -> Iterator[Reading]:
    allowed = intervals.growth(to.reach, source.reach)
    if allowed is None or not source.value:
        return
    value = (to.value / source.value - _ONE) * _HUNDRED
    if is_fraction(claim) or (claim.quantity.direction is None and (said.low is None or said.low >= 0)):
        allowed = intervals.size(allowed)
        value = value.copy_abs()
    text = f"({to.text} − {source.text}) ÷ {source.text}"
    yield _ratio("growth", claim, allowed, said, value, text, "%")


def _multiples(claim: Claim, to: End, source: End, *, ambiguous: bool) -> Iterator[Reading]:
    allowed = intervals.divide(to.reach, source.reach)
    if allowed is None or not source.value:
        return
    value = to.value / source.value
    text = f"{to.text} ÷ {source.text}"
    said = _factor(claim)
    yield _ratio("multiple", claim, allowed, said, value, text, "×")
    if ambiguous:
        more = said._replace(
            low=None if said.low is None else WIDE.add(said.low, _ONE),
            high=None if said.high is None else WIDE.add(said.high, _ONE),
        )
        yield _ratio("multiple", claim, allowed, more, value, text, "×")


def _factor(claim: Claim) -> Interval:
    """Return the factors that a multiple allows; below one, `nearly` and `more than` look the other way (halved)."""
    quantity = claim.quantity
    if quantity.value is None:
        return interval(claim)
    if quantity.value >= 1:
        return _whole_factor(quantity.value, interval(claim), quantity.modifier)
    printed = quantity.model_copy(update={"last_place": min(quantity.last_place, _TENTH) or _TENTH})
    if quantity.modifier is Modifier.NEARLY:
        return Interval(quantity.value, WIDE.divide(quantity.value, NEARLY))
    if quantity.modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST):
        return Interval(None, quantity.value)
    if quantity.modifier in (Modifier.LESS_THAN, Modifier.AT_MOST):
        return Interval(quantity.value, None)
    return interval_of(printed)


def _whole_factor(value: Decimal, reach: Interval, modifier: Modifier) -> Interval:
    """Narrow what rounding allows a small factor: who writes `doubled` does not mean 1.6 times."""
    if modifier is not Modifier.EXACT or reach.low is None or reach.high is None:
        return reach
    slack = WIDE.multiply(value, _SLACK)
    return reach._replace(
        low=max(reach.low, WIDE.subtract(value, slack)), high=min(reach.high, WIDE.add(value, slack))
    )


def _ratio(
    code: str, claim: Claim, allowed: Interval, said: Interval, value: Decimal, text: str, sign: str
) -> Reading:
    quantity = claim.quantity
    shown = rounded(value, quantity.last_place)
    place = quantity.last_place or _ONE
    exact = (
        quantity.value is not None
        and quantity.last_place > 0
        and quantity.modifier is Modifier.EXACT
        and abs(value.copy_abs() - quantity.value.copy_abs()) <= place / 2
        and is_narrow(allowed, place)
        and (code != "multiple" or abs(value - quantity.value) <= quantity.value * ABOUT)
    )
    return Reading(code, allowed, said, f"{number(shown)}{sign}", text, exact)
