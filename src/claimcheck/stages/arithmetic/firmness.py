"""Says when a sum is close enough to its printed result to confirm it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.quantity import Modifier
from claimcheck.stages.bounds import WIDE

if TYPE_CHECKING:
    from decimal import Decimal

    from claimcheck.records.claim import Claim
    from claimcheck.records.interval import Interval

# a derived number this many times coarser than what it is compared with confirms nothing
_COARSE = 10


def is_firm(claim: Claim, value: Decimal, allowed: Interval) -> bool:
    """Whether the printed ends give the printed number, and are not much coarser than it.

    Args:
        claim: the derived number.
        value: what its ends give as printed.
        allowed: what they give within their roundings, in the same unit.
    """
    quantity = claim.quantity
    if quantity.value is None or quantity.modifier is not Modifier.EXACT:
        return False
    return abs(quantity.value - value) <= quantity.last_place / 2 and is_narrow(allowed, quantity.last_place)


def is_narrow(allowed: Interval, place: Decimal) -> bool:
    """Whether an interval is no more than ten times as wide as the last printed digit is worth."""
    if allowed.low is None or allowed.high is None:
        return False
    return WIDE.subtract(allowed.high, allowed.low) <= _COARSE * place
