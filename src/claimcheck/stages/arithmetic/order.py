"""Tells which of two neighbouring values is the earlier one, by the words before, between and behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.claim import Origin, Role
from claimcheck.stages.arithmetic.glue import has, last_clause, only, phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.marks import Mark

_BACK = ("from", "than", "basis")
_ON = ("to", "arrow")
_PARTS = ("comma", "semi", "joint", "colon", "dash", "list")
_DATED = (Origin.CLAUSE, Origin.SENTENCE, Origin.ROW, Origin.COLUMN)
# what may stand between `from` and the number it opens: from last year's 3.2
_OPENED = frozenset(("time", "earlier", "glue", "hedge", "of", "each", "total", "basis"))


class Around(NamedTuple):
    """The marks around two neighbouring values: before the first, between them, behind the second."""

    before: Sequence[Mark]
    between: Sequence[Mark]
    behind: Sequence[Mark]

    @property
    def opened(self) -> Sequence[Mark]:
        """The marks of the first value's own clause that stand before it."""
        return last_clause(self.before)

    @property
    def first_tail(self) -> Sequence[Mark]:
        """The marks that follow the first value up to a sign or a conjunction; none if nothing parts the two."""
        at = next((i for i, mark in enumerate(self.between) if _parts(mark)), 0)
        return self.between[:at]

    @property
    def second_lead(self) -> Sequence[Mark]:
        """The marks that lead to the second value, from the last sign or conjunction on."""
        at = max((i for i, mark in enumerate(self.between) if _parts(mark)), default=-1)
        return self.between[at + 1 :]


def _parts(mark: Mark) -> bool:
    return not mark.kinds.isdisjoint(_PARTS)


class Told(NamedTuple):
    """Whether the first value is the basis; ``compared``, that the second one follows a word of comparison."""

    first_is_basis: bool
    compared: bool = False


def told_order(around: Around, a: Claim, b: Claim) -> Told | None:
    """Say which of two values is the earlier one; None where the text does not tell."""
    opened, lead, between = around.opened, around.second_lead, around.between
    if a.frame.role is Role.FROM or _opens_from(opened):
        return Told(first_is_basis=True)
    if has(around.first_tail, "earlier") and not has(lead, *_BACK, "earlier"):
        return Told(first_is_basis=True)
    if has(opened, "earlier") and not has(lead, "than", "from", "earlier"):
        return Told(first_is_basis=True)
    if has(lead or between, *_BACK) or has(between, "earlier") or [mark.text for mark in lead] == ["after"]:
        return Told(first_is_basis=False, compared=True)
    if has(between[-2:], *_ON) and not has(between, "comma"):
        return Told(first_is_basis=True)
    order = _dated(a, b)
    if order is not None:
        return Told(order)
    tail = phrase(around.behind)
    if has(tail, "earlier") and not has((*lead, *around.first_tail, *opened), "now", "time"):
        return Told(first_is_basis=False)
    now = has(lead, "now") or has(tail, "now"), has(opened, "now") or has(around.first_tail, "now")
    return Told(now[0]) if now[0] != now[1] else None


def _opens_from(opened: Sequence[Mark]) -> bool:
    """Say whether a number is where a change starts: from 50, 由2023年的3.2亿元."""
    if has(opened[-2:], "from"):
        return True
    at = max((i for i, mark in enumerate(opened) if "from" in mark.kinds), default=None)
    return at is not None and only(opened[at + 1 :], _OPENED)


def _dated(first: Claim, second: Claim) -> bool | None:
    """Say whether the second of two values is the later one; None if their own clauses do not date both."""
    a, b = first.frame, second.frame
    if not a.time or not b.time or a.time_from not in _DATED or b.time_from not in _DATED or a.time == b.time:
        return None
    if len(a.time) != len(b.time) or "/" in a.time + b.time:
        return None
    return a.time < b.time
