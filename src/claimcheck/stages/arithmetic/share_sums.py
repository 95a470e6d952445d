"""Checks a share against its part and its whole: 45 ÷ 120 = 37.5%."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.interval import Interval
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.arithmetic import intervals
from claimcheck.stages.arithmetic.amounts import (
    interval,
    is_counted,
)
from claimcheck.stages.arithmetic.derivation import Derivation
from claimcheck.stages.arithmetic.firmness import is_firm
from claimcheck.stages.arithmetic.fractions import is_fraction, percent_of
from claimcheck.stages.arithmetic.words import number, rounded, verdict_of
from claimcheck.stages.reasons import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.bases import Split

_HUNDRED = Decimal(100)


def is_share(claim: Claim) -> bool:
    """Say whether a number may be a share: a percentage, or a fraction."""
    quantity = claim.quantity
    return quantity.value is not None and (quantity.kind is QuantityKind.PERCENT or is_fraction(claim))


def check_share(claims: Sequence[Claim], share: int, split: Split) -> Derivation | None:
    """Return what a part and its whole say of a share; None if they are none."""
    claim, part, whole = claims[share], claims[split.part], claims[split.whole]
    if split.part == split.whole:
        value = (part.quantity.value or Decimal(0)) * _HUNDRED
        allowed = Interval(value, value)
        text = written(part.quantity)
    else:
        if (
            not whole.quantity.value
            or part.quantity.value is None
            or part.quantity.value > whole.quantity.value
        ):
            return None
        counted = is_counted(part, whole)
        ratio = intervals.divide(interval(part, counted=counted), interval(whole, counted=counted))
        if ratio is None:
            return None
        allowed = intervals.percent(ratio)
        value = part.quantity.value / whole.quantity.value * _HUNDRED
        text = f"{written(part.quantity)} ÷ {written(whole.quantity)}"
    said = percent_of(claim)
    holds = not allowed.is_disjoint(said)
    place = claim.quantity.last_place
    result = f"{number(rounded(value, place or Decimal(1)))}%"
    ends = tuple(dict.fromkeys((split.part, split.whole)))
    firm = holds and not is_fraction(claim) and is_firm(claim, value, allowed)
    return Derivation(share, ends, holds, "share", verdict_of(text, result, claim, holds=holds), firm)
