"""Checks a document against itself: a change must equal to minus from, a figure must not have two values."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.claim import Role
from claimcheck.records.quantity import Direction, Modifier, QuantityKind
from claimcheck.stages.align.metrics import terms
from claimcheck.stages.reasons import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.records.claim import Claim

_LEVELS = (Role.VALUE, Role.TO, Role.FROM, Role.TOTAL)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Derivation:
    """A claim that follows, or fails to follow, from other claims of the document.

    ``claim`` and ``ends`` are indices; ``sum`` is the arithmetic as a reader would write it.
    """

    claim: int
    ends: tuple[int, ...]
    holds: bool
    code: str
    sum: str


def derivations(claims: Sequence[Claim]) -> list[Derivation]:
    """Return what the document's own numbers say about its changes, at most one derivation a claim.

    A change is blamed only where both its ends stand in its own sentence and no pair of them fits; ends that
    stand further away can show that it holds, but not that it fails, since they may not be its ends.
    """
    by_sentence: dict[tuple[str, int], list[int]] = defaultdict(list)
    by_subject: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        by_sentence[claim.sentence, claim.line].append(index)
        by_subject[claim.frame.subject].append(index)
    found: list[Derivation] = []
    for index, claim in enumerate(claims):
        if claim.frame.role is not Role.CHANGE or claim.quantity.value is None or claim.quantity.value == 0:
            continue
        near = [i for i in by_sentence[claim.sentence, claim.line] if i != index and _is_level(claims[i])]
        far = [
            i
            for i in by_subject[claim.frame.subject]
            if i != index and i not in near and _is_level(claims[i])
        ]
        derivation = _change(index, near, far, claims)
        if derivation is not None:
            found.append(derivation)
    return found


def _change(index: int, near: list[int], far: list[int], claims: Sequence[Claim]) -> Derivation | None:
    for to, source in _pairs(near, far, claims, index):
        sum_ = _fits(claims[index], claims[to], claims[source])
        if sum_:
            return Derivation(index, (to, source), holds=True, code="change", sum=sum_)
    ends = _stated_ends(near, claims, index)
    if ends is None:
        return None
    return Derivation(
        index, ends, holds=False, code="change", sum=_failed(claims[index], claims[ends[0]], claims[ends[1]])
    )


def _pairs(near: list[int], far: list[int], claims: Sequence[Claim], index: int) -> Iterator[tuple[int, int]]:
    """Yield (to, from) candidates, the closest first; one of the two stands in the change's own sentence."""
    subject = claims[index].frame.subject
    for a in near:
        for b in near:
            if a != b:
                yield a, b
    for b in near:
        for a in far:
            if claims[a].frame.subject == subject:
                yield a, b


def _fits(change: Claim, to: Claim, source: Claim) -> str:
    """Return the sum if the change follows from its ends within their printed roundings, else nothing."""
    if not _alike(to, source) or _runs_against(change, to, source):
        return ""
    for percent, reading in ((False, _difference), (True, _growth)):
        low, high, text = reading(to, source)
        q = change.quantity
        if (q.kind is QuantityKind.PERCENT and to.quantity.kind is not QuantityKind.PERCENT) is not percent:
            continue
        if not percent and not _same_unit(change, to):
            continue
        half = q.last_place / 2
        value = abs(q.value or Decimal(0))
        if low - half <= value <= high + half:
            return f"{text} = {_plain(value)}{'%' if percent else ''}"
    return ""


def _runs_against(change: Claim, to: Claim, source: Claim) -> bool:
    """Whether the ends go the other way than the change says."""
    direction = change.quantity.direction
    gap = (to.quantity.value or Decimal(0)) - (source.quantity.value or Decimal(0))
    return (direction is Direction.UP and gap < 0) or (direction is Direction.DOWN and gap > 0)


def _difference(to: Claim, source: Claim) -> tuple[Decimal, Decimal, str]:
    a, b = to.quantity, source.quantity
    gap = abs((a.value or Decimal(0)) - (b.value or Decimal(0)))
    slack = (a.last_place + b.last_place) / 2 if not _exact(to, source) else Decimal(0)
    upper, lower = (to, source) if (a.value or Decimal(0)) >= (b.value or Decimal(0)) else (source, to)
    return gap - slack, gap + slack, f"{written(upper.quantity)} − {written(lower.quantity)}"


def _growth(to: Claim, source: Claim) -> tuple[Decimal, Decimal, str]:
    a, b = to.quantity.value or Decimal(0), source.quantity.value or Decimal(0)
    if not b:
        return Decimal(0), Decimal(-1), ""
    da, db = to.quantity.last_place / 2, source.quantity.last_place / 2
    ratios = [(x / y - 1) * _HUNDRED for x in (a - da, a + da) for y in (b - db, b + db) if y]
    sizes = [abs(r) for r in ratios]
    text = f"({written(to.quantity)} − {written(source.quantity)}) ÷ {written(source.quantity)}"
    return min(sizes), max(sizes), text


def _exact(*claims: Claim) -> bool:
    """Whole numbers of a count or a score are no roundings."""
    return all(c.quantity.last_place == 1 for c in claims)


def _stated_ends(near: list[int], claims: Sequence[Claim], index: int) -> tuple[int, int] | None:
    """Return the only (to, from) pair of the sentence that must explain the change, or None."""
    change = claims[index]
    to = [i for i in near if claims[i].frame.role in (Role.TO, Role.VALUE) and _comparable(change, claims[i])]
    source = [i for i in near if claims[i].frame.role is Role.FROM and _comparable(change, claims[i])]
    others = [i for i in near if i not in source and i not in to and _comparable(change, claims[i])]
    if len(to) == len(source) == 1 and not others and _alike(claims[to[0]], claims[source[0]]):
        return to[0], source[0]
    return None


def _comparable(change: Claim, end: Claim) -> bool:
    return change.quantity.kind is QuantityKind.PERCENT or _same_unit(change, end)


def _failed(change: Claim, to: Claim, source: Claim) -> str:
    percent = change.quantity.kind is QuantityKind.PERCENT and to.quantity.kind is not QuantityKind.PERCENT
    low, high, text = (_growth if percent else _difference)(to, source)
    middle = ((low + high) / 2).quantize(Decimal("0.1")) if percent else (low + high) / 2
    return f"{text} = {_plain(middle)}{'%' if percent else ''} ≠ {written(change.quantity)}"


def _is_level(claim: Claim) -> bool:
    q = claim.quantity
    return (
        claim.frame.role in _LEVELS
        and q.value is not None
        and q.modifier in (Modifier.EXACT, Modifier.ABOUT)
        and not claim.frame.negated
    )


def _alike(one: Claim, other: Claim) -> bool:
    if not _same_unit(one, other):
        return False
    return one.frame.metric == other.frame.metric or not (one.frame.metric and other.frame.metric)


def _same_unit(one: Claim, other: Claim) -> bool:
    a, b = one.quantity.unit, other.quantity.unit
    return a == b or a is None or b is None or {a, b} <= {"%", "pp"}


def _plain(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return "0" if text == "-0" else text


def two_values(
    claims: Sequence[Claim], apart: Callable[[Claim, Claim], bool]
) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of claims that give one figure two values: the first statement and the one that differs.

    Only where subject, metric, time, role and scope are stated and equal, and both numbers are exact.
    """
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        frame, q = claim.frame, claim.quantity
        if not (frame.subject and frame.metric and q.value is not None and q.modifier is Modifier.EXACT):
            continue
        if frame.role is not Role.VALUE or frame.negated or frame.hedged or not claim.check_worthy:
            continue
        words = frozenset().union(*(terms(w) for w in (*frame.metric_words, *frame.scope, *frame.others)))
        key = (frame.subject, frame.metric, frame.time, words, q.unit, q.kind)
        first = seen.setdefault(key, claim)
        if first is not claim and first.sentence != claim.sentence and apart(first, claim):
            yield first, claim
