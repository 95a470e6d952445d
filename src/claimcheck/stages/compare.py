"""Compare a claimed number with a found one: both are intervals, and what is written sets the tolerance."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

from claimcheck.records.comparison import Comparison, Outcome
from claimcheck.records.evidence import Stance
from claimcheck.records.interval import Interval
from claimcheck.records.quantity import Modifier, Quantity, QuantityKind
from claimcheck.stages.bounds import WIDE, Side, around, half, interval_of
from claimcheck.stages.common_unit import pair

if TYPE_CHECKING:
    from claimcheck.records.tolerance import Tolerance

__all__ = ["compare", "interval_of"]

COARSER = 10  # a fact so many times coarser than the claim decides nothing within its own width

_BOUNDS = frozenset({Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN, Modifier.AT_MOST})
_STRICT_KINDS = frozenset({QuantityKind.ORDINAL, QuantityKind.DATE})
_LONGEST = 40  # digits; beyond them, agreement to so many significant digits says nothing new
_STANCE = {
    Outcome.EQUAL: Stance.SUPPORTS,
    Outcome.ROUNDED: Stance.SUPPORTS,
    Outcome.WITHIN: Stance.SUPPORTS,
    Outcome.TOLERATED: Stance.SUPPORTS,
    Outcome.APART: Stance.REFUTES,
    Outcome.OVERLAP: Stance.NEUTRAL,
    Outcome.COARSE: Stance.NEUTRAL,
    Outcome.OTHER_UNIT: Stance.NEUTRAL,
}


def compare(claimed: Quantity, found: Quantity, tolerance: Tolerance | None = None) -> Comparison:
    """Say what a found number means for a claimed one.

    Args:
        claimed: the claim's quantity.
        found: the fact's quantity; it is converted into the claim's unit, its precision along with it.
        tolerance: what the user allows beyond the stated precision. It only ever adds agreement, and
            never loosens a rank or a year.

    Returns:
        The stance of the fact, why, and both intervals in the claim's unit.
    """
    both = pair(claimed, found)
    if both is None:
        return _comparison(Outcome.OTHER_UNIT, claimed)
    if both.opposite:
        outcome = Outcome.APART
    else:
        outcome = _outcome(both.claim, both.fact, converted=both.converted)
        disagrees = _STANCE[outcome] is not Stance.SUPPORTS
        if tolerance is not None and disagrees and claimed.kind not in _STRICT_KINDS:
            outcome = Outcome.TOLERATED if _is_tolerated(both.claim, both.fact, tolerance) else outcome
    return _comparison(outcome, claimed, both.claim.interval, both.fact.interval, both.conversion)


def _comparison(
    outcome: Outcome,
    claimed: Quantity,
    claim: Interval | None = None,
    fact: Interval | None = None,
    conversion: str = "",
) -> Comparison:
    return Comparison(
        stance=_STANCE[outcome],
        outcome=outcome,
        claimed=claim,
        found=fact,
        unit=claimed.unit,
        conversion=conversion,
    )


def _outcome(claim: Side, fact: Side, *, converted: bool) -> Outcome:
    """Compare by what is written, no tolerance of the user's in it."""
    if claim.interval[:2] == (None, None) or fact.interval[:2] == (None, None):
        return Outcome.OVERLAP  # a quantity without any number says nothing
    if claim.exact and fact.exact:
        return _outcome_of_exact(claim, fact, converted=converted)
    coarse = _is_coarse(claim, fact)
    span = _loose(fact) if coarse and fact.exact and not fact.counted else fact.interval
    if claim.interval.is_disjoint(span):
        return Outcome.APART
    if coarse:
        return Outcome.COARSE
    if claim.interval.contains(fact.interval):
        same = claim.modifier is fact.modifier and claim.interval == fact.interval
        return Outcome.EQUAL if same else Outcome.WITHIN
    if fact.exact and fact.value is not None:
        return _outcome_of_value(claim, fact, fact.value)
    if claim.exact and claim.value is not None and fact.value is not None and fact.modifier not in _BOUNDS:
        return _outcome_of_centre(claim, fact, claim.value, fact.value)
    return Outcome.OVERLAP


def _outcome_of_exact(claim: Side, fact: Side, *, converted: bool) -> Outcome:
    """Two exact numbers: equal, or equal once the more precise is rounded to the coarser's last place."""
    if claim.value == fact.value:
        return Outcome.EQUAL
    if claim.counted or fact.counted:
        return Outcome.APART
    coarse = _is_coarse(claim, fact)
    if not coarse and _rounds(claim, fact):
        return Outcome.ROUNDED
    # Who converts a round number writes a round number (1,000 miles, 1,600 km): across units its zeros
    # are no ground for a contradiction, and none for agreement either.
    if (coarse or converted) and not _loose(claim).is_disjoint(_loose(fact)):
        return Outcome.COARSE if coarse else Outcome.OVERLAP
    return Outcome.APART


def _outcome_of_value(claim: Side, fact: Side, value: Decimal) -> Outcome:
    """A hedged claim and an exact fact that reaches over its edge: the fact's value decides.

    Not where the fact is printed too coarsely to fall on one side of the claim's bound: "more than 69.6"
    and 70 may both be true, or not.
    """
    bound = claim.value if claim.modifier in _BOUNDS else None
    point = Interval(value, value)
    if bound is not None and bound != value and fact.place > claim.place:
        return Outcome.OVERLAP
    return Outcome.WITHIN if claim.interval.contains(point) else Outcome.APART


def _outcome_of_centre(claim: Side, fact: Side, claimed: Decimal, found: Decimal) -> Outcome:
    """An exact claim and a fact that is hedged around a number: 70 is confirmed by "about 70".

    Not by "nearly 70", which says that the number lies elsewhere. The hedge never contradicts what it allows.
    """
    if fact.modifier is Modifier.NEARLY:
        return Outcome.OVERLAP
    if claimed == found:
        return Outcome.EQUAL
    return Outcome.ROUNDED if claim.interval.contains(Interval(found, found)) else Outcome.OVERLAP


def _rounds(one: Side, other: Side) -> bool:
    """Say whether the more precise value, rounded to the coarser's last place, equals the coarser.

    Half is rounded up or to even: printers do either.
    """
    if one.value is None or other.value is None or one.place == other.place:
        return False
    coarse, fine, place = one.value, other.value, one.place
    if one.place < other.place:
        coarse, fine, place = other.value, one.value, other.place
    away = WIDE.subtract(fine, coarse)
    if coarse < 0:
        away = away.copy_negate()  # rounding mirrors at zero
    reach = half(place)
    if away == reach:
        return WIDE.remainder(coarse, WIDE.multiply(place, Decimal(2))) == 0
    return reach.copy_negate() <= away < reach


def _is_coarse(claim: Side, fact: Side) -> bool:
    if claim.width is None or fact.width is None:
        return False
    return fact.width > WIDE.multiply(claim.width, Decimal(COARSER))


def _loose(side: Side) -> Interval:
    """The interval of an exact number whose trailing zeros may be rounding."""
    if side.value is None or side.width is None:
        return side.interval
    return around(side.value, half(side.width))


def _is_tolerated(claim: Side, fact: Side, tolerance: Tolerance) -> bool:
    """Say whether the two agree by the user's tolerance: the widest of what is set."""
    span = Interval(fact.value, fact.value) if fact.exact else fact.interval
    base = Interval(claim.value, claim.value) if claim.exact else claim.interval
    if tolerance.digits is not None and _agree(claim, fact, tolerance.digits):
        return True
    ends = [end.copy_abs() for end in (span.low, span.high) if end is not None]
    size = fact.value.copy_abs() if fact.value is not None else min(ends, default=Decimal(0))
    margin = max(WIDE.multiply(size, tolerance.relative or Decimal(0)), tolerance.absolute or Decimal(0))
    if not margin:
        return False
    low = None if base.low is None else WIDE.subtract(base.low, margin)
    high = None if base.high is None else WIDE.add(base.high, margin)
    return Interval(low, high, base.low_open, base.high_open).contains(span)


def _agree(claim: Side, fact: Side, digits: int) -> bool:
    """Say whether two exact numbers agree at so many significant digits, or at more.

    More, because rounding alone would let 1.45 and 1.54 agree at two digits and differ at one.
    """
    if not (claim.exact and fact.exact) or claim.value is None or fact.value is None:
        return False
    one, other = claim.value, fact.value
    longest = min(max(len(one.as_tuple().digits), len(other.as_tuple().digits)), _LONGEST)
    contexts = (
        Context(prec=n, rounding=rounding, Emax=MAX_EMAX, Emin=MIN_EMIN)
        for n in range(digits, max(digits, longest) + 1)
        for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)
    )
    return any(context.plus(one) == context.plus(other) for context in contexts)
