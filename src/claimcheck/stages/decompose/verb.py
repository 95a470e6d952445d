"""Finds the verb that says what was done to what a number counts: `opened 38 stores`, `38 stores were opened`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.decompose.chunk import Chunk
    from claimcheck.stages.decompose.slots import Slot

_DOING = ("act", "metric_verb", "event", "verb", "says")


def verb_of(slot: Slot, cues: Cues) -> str:
    """Return the verb that governs the number, or an empty string.

    A known metric of a measure needs none: what `revenue` is, no verb changes.
    """
    counted = slot.found.kind is QuantityKind.COUNT or bool(slot.found.thing_phrase)
    if slot.metric.known and not counted:
        return ""
    before = _first(reversed(slot.left), cues)
    if before or not counted:
        return before
    return _first(slot.clause.chunks[slot.index + 1 :], cues)


def _first(chunks: Iterable[Chunk], cues: Cues) -> str:
    for chunk in chunks:
        if chunk.kind in (Kind.QUANTITY, Kind.COMMA):
            return ""
        verbal = chunk.has(*_DOING) and not chunk.has("modifier")
        if (
            verbal
            and chunk.text.lower() not in cues.empty_verbs
            and not (chunk.has("says") and not chunk.has("verb"))
        ):
            return chunk.text
    return ""
