"""Checks a total against its parts: `120 stores: 45 in Europe, 50 in Asia and 20 in Africa`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.claim import Role
from claimcheck.records.interval import Interval
from claimcheck.stages.arithmetic import intervals
from claimcheck.stages.arithmetic.amounts import (
    both_counts,
    interval,
    is_amount,
    is_counted,
    is_percent,
    same_unit,
)
from claimcheck.stages.arithmetic.derivation import Derivation
from claimcheck.stages.arithmetic.firmness import is_firm
from claimcheck.stages.arithmetic.words import like, verdict_of
from claimcheck.stages.reasons import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.sums import Sums
    from claimcheck.records.claim import Claim

_HUNDRED = Decimal(100)
_TWO = 2
# the sum of what is meant as parts lies near the total, even if it is wrong
_NEAR = Decimal("0.5")
_NEARER = Decimal("0.7")
# units whose numbers are not added up
_LEVEL_UNITS = frozenset(("°C", "°F", "K", "x", "bp", "km/h", "mph", "m/s", "dB", "Hz", "GHz", "MHz", "岁"))


class Whole(NamedTuple):
    """A total with its parts.

    ``blamed`` is the derived number: the total, or the remainder that completes a list. ``complete`` says that
    the text lists all parts, so that the sum can fail; ``mixed``, that each part counts another kind of thing.
    """

    total: int
    parts: tuple[int, ...]
    blamed: int
    complete: bool = True
    mixed: bool = False


def check_total(claims: Sequence[Claim], whole: Whole, sums: Sums) -> Derivation | None:
    """Return what the parts say of their total; None where they are no parts that add up."""
    total, parts = claims[whole.total], [claims[i] for i in whole.parts]
    if len(parts) < _TWO or not all(adds_up(claim, sums) for claim in (total, *parts)):
        return None
    value = total.quantity.value
    found = [part.quantity.value for part in parts]
    if value is None or value <= 0 or any(v is None or v < 0 for v in found):
        return None
    amount = sum((v for v in found if v is not None), Decimal(0))
    counted = is_counted(total, *parts)
    allowed = intervals.add(interval(part, counted=counted) for part in parts)
    said = interval(total, counted=counted, compared=total.frame.role is Role.CHANGE)  # `adds up to`
    holds = not allowed.is_disjoint(said)
    near = _NEARER if whole.mixed else _NEAR
    if not holds and not (
        whole.complete
        and value * near <= amount <= value / near
        and all(v is not None and v < value for v in found)
    ):
        return None
    text = verdict_of(
        " + ".join(written(part.quantity) for part in parts), like(total.quantity, amount), total, holds=holds
    )
    ends = tuple(i for i in (whole.total, *whole.parts) if i != whole.blamed)
    firm = holds and whole.complete and not whole.mixed and is_firm(total, amount, allowed)
    return Derivation(whole.blamed, ends, holds, "total", text, firm)


def check_hundred(claims: Sequence[Claim], parts: Sequence[int], blamed: int) -> Derivation | None:
    """Return whether percentages that are all the parts of one whole make 100 %; ``blamed`` is the derived one."""
    shares = [claims[i] for i in parts]
    if len(shares) < _TWO or not all(is_percent(s) and s.quantity.value is not None for s in shares):
        return None
    allowed = intervals.add(interval(share) for share in shares)
    holds = allowed.contains(Interval(_HUNDRED, _HUNDRED))
    amount = sum((s.quantity.value or Decimal(0) for s in shares), Decimal(0))
    if not holds and not _HUNDRED * _NEAR <= amount <= _HUNDRED / _NEAR:
        return None
    text = " + ".join(written(share.quantity) for share in shares)
    result = f"{amount:f}%" if holds else f"{amount:f}% ≠ 100%"
    ends = tuple(i for i in parts if i != blamed)
    return Derivation(blamed, ends, holds, "total", f"{text} = {result}", holds and amount == _HUNDRED)


def adds_up(claim: Claim, sums: Sums) -> bool:
    """Say whether numbers like this are added up: prices, rates, averages and temperatures are not."""
    unit = claim.quantity.unit or ""
    keys = claim.frame.metric.replace(".", "+").split("+")
    return (
        is_amount(claim)
        and unit not in _LEVEL_UNITS
        and "/" not in unit
        and sums.level.isdisjoint((*keys, *claim.frame.modifiers))
    )


def is_part(total: Claim, part: Claim) -> bool:
    """Say whether a number can be a part of a total by its unit and its role."""
    return (
        is_amount(part)
        and same_unit(total, part)
        and is_percent(total) == is_percent(part)
        and part.frame.role is not Role.RANK
    )


def is_kind(total: Claim, part: Claim) -> bool:
    """Say whether a number can count some of the things that a total counts under another name: women of people."""
    return (
        is_amount(part)
        and both_counts(total, part)
        and part.quantity.unit is not None
        and part.quantity.unit != total.quantity.unit
        and part.frame.role is not Role.RANK
    )
