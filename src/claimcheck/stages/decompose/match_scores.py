"""Gives each number of a match score its team: `Rovers beat Ashby 3-2` is 3 of Rovers and 2 of Ashby."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.decompose.slots import Slot
    from claimcheck.stages.decompose.subject import SubjectReading

_VERBAL = ("verb", "metric_verb", "act", "up", "down", "event")


def pair_scores(slots: Sequence[Slot], subjects: dict[int, SubjectReading]) -> None:
    """Set the subject of the opponent's number; the other number is found its subject like any.

    The first number is that of the team that the clause is about, unless that lost: then the smaller one is.
    """
    for one, other in pairwise(slots):
        if not _is_score(one, other):
            continue
        reading = subjects.get(id(one.clause))
        opponent = _opponent(one, reading)
        if opponent is None:
            continue
        lost = any(c.has("defeated") for c in one.clause.chunks)
        first, second = one.found.value or 0, other.found.value or 0
        theirs, ours = (one, other) if lost and first > second else (other, one)
        theirs.subject, theirs.subject_from = opponent.text, Origin.CLAUSE
        if ours is other and reading is not None:
            ours.subject, ours.subject_from = reading.text, Origin.CLAUSE


def _is_score(one: Slot, other: Slot) -> bool:
    bare = all(s.found.kind is QuantityKind.NUMBER and s.found.unit is None for s in (one, other))
    touching = 0 < other.found.start - one.found.end <= len(" - ")
    return bare and touching and one.clause is other.clause and other.index == one.index + 1


def _opponent(slot: Slot, reading: SubjectReading | None) -> Chunk | None:
    """The team that the score was made against: after the verb, or after a preposition."""
    about = {c.text for c in reading.subject} if reading is not None else set()
    chunks = slot.clause.chunks
    beside = chunks[slot.index - 1] if slot.index else None
    if beside is not None and beside.kind is Kind.NAME and beside.text not in about and slot.index > 1:
        return beside
    seen_verb = False
    for position, chunk in enumerate(chunks):
        if chunk.kind is Kind.NAME and chunk.text not in about:
            before = chunks[position - 1] if position else None
            direct = before is not None and (
                before.has("opponent") or before.quantity is not None or (seen_verb and before.has(*_VERBAL))
            )
            if direct:
                return chunk
        seen_verb = seen_verb or chunk.has(*_VERBAL)
    return None
