"""Reads fractions in words (`a third`, 四分之一) as the percentages that they allow."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.records.interval import Interval
from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.arithmetic.amounts import interval
from claimcheck.stages.bounds import WIDE

if TYPE_CHECKING:
    from claimcheck.records.claim import Claim

_HUNDRED = Decimal(100)
_LARGEST_DENOMINATOR = 100
_ROOM = 4  # `a third` may be said of anything nearer to it than a quarter of a third


def percent_of(claim: Claim) -> Interval:
    """Return the percentages that a share allows; a fraction in words is the nearest simple one."""
    if not is_fraction(claim):
        return interval(claim)
    value = claim.quantity.value or Decimal(0)
    parts = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR).denominator
    reach = _HUNDRED / (_ROOM * parts)
    middle = WIDE.multiply(value, _HUNDRED)
    low: Decimal | None = middle - reach
    high: Decimal | None = middle + reach
    if claim.quantity.modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST):
        low, high = middle, None
    elif claim.quantity.modifier in (Modifier.LESS_THAN, Modifier.AT_MOST):
        low, high = None, middle
    return Interval(low, high)


def is_fraction(claim: Claim) -> bool:
    """Say whether a number is a fraction between nought and one."""
    quantity = claim.quantity
    return (
        quantity.kind is QuantityKind.NUMBER
        and quantity.unit is None
        and quantity.last_place == 0
        and quantity.value is not None
        and 0 < quantity.value < 1
    )
