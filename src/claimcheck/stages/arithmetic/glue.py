"""Says whether the words between two numbers merely tie them together, or speak of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.marks import Mark

# what may stand between a pair of values and the change that is said of it
CHANGE = frozenset(
    [
        "comma",
        "open",
        "close",
        "dash",
        "glue",
        "hedge",
        "up",
        "down",
        "by",
        "change",
        "basis",
        "time",
        "share",
        "equals",
        "plus",
        "joint",
        "than",
        "times",
        "total",
        "now",
        "earlier",
        "gap",
    ]
)
# what may stand between a part and its share
SHARE = frozenset(["comma", "open", "close", "dash", "glue", "hedge", "share", "equals", "time", "total"])
# where a number's own phrase ends
_ENDS = frozenset(["comma", "close", "semi", "colon", "dash", "list", "open"])


def has(marks: Iterable[Mark], *kinds: str) -> bool:
    """Say whether one of the marks is of one of these kinds."""
    return any(not mark.kinds.isdisjoint(kinds) for mark in marks)


def only(marks: Iterable[Mark], kinds: frozenset[str], known: AbstractSet[str] = frozenset()) -> bool:
    """Say whether every mark is of these kinds, or a word that the numbers' own frames use."""
    return all(not mark.kinds.isdisjoint(kinds) or _says(known, mark.text) for mark in marks)


def phrase(marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return the marks that belong to the number before them: up to the next comma or bracket."""
    for index, mark in enumerate(marks):
        if not mark.kinds.isdisjoint(_ENDS):
            return marks[:index]
    return marks


def main_clause(marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return the marks up to a relative or subordinate clause, which says nothing of the number's own base."""
    return marks[: next((i for i, mark in enumerate(marks) if "clause" in mark.kinds), len(marks))]


def last_clause(marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return the marks that belong to the number behind them: from the last comma or bracket on."""
    for index in range(len(marks) - 1, -1, -1):
        if not marks[index].kinds.isdisjoint(_ENDS):
            return marks[index + 1 :]
    return marks


def words_of(*claims: Claim) -> frozenset[str]:
    """Return the words that say what the claims are about."""
    found: set[str] = set()
    for claim in claims:
        frame = claim.frame
        for said in (frame.subject, frame.thing, frame.predicate, *frame.metric_words, *frame.others):
            found.add(said.lower())
            found.update(said.lower().split())
    return frozenset(word for word in found if word)


def _says(known: AbstractSet[str], text: str) -> bool:
    if text in known:
        return True
    return not text.isascii() and any(text in word or (len(word) > 1 and word in text) for word in known)
