"""Collects the words around a number that say what it measures and what tells it from its like."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.slots import EVENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.decompose.slots import Slot


def tail_of(slot: Slot) -> tuple[str, ...]:
    """The content words of the clause behind the number's own phrase: what `90% effective against` is against."""
    rest = slot.clause.chunks[slot.index + 1 :]
    end = next((i for i, c in enumerate(rest) if c.kind is Kind.QUANTITY), len(rest))
    own = (*slot.metric.chunks, *slot.right[:1])
    return tuple(
        c.text
        for c in rest[:end]
        if (c.kind in (Kind.CONTENT, Kind.NAME) or c.has("metric"))
        and c.text != slot.subject
        and c not in own
    )


def modifiers_of(slot: Slot, chunks: Sequence[Chunk]) -> tuple[str, ...]:
    """The words of the clause that may tell this number from its like, those of its metric included."""
    found = {c.key("modifier") for c in slot.clause.chunks if c.has("modifier")}
    found |= {c.text.lower() for c in chunks if c.has("calendar") and not _announced(c, chunks)}
    return tuple(sorted(found))


def _announced(day: Chunk, chunks: Sequence[Chunk]) -> bool:
    """`said on Thursday that …`: the day of the announcement is not that of the number."""
    position = chunks.index(day)
    return any(c.has("says") for c in chunks[max(0, position - 3) : position + 2])


def events_of(slot: Slot) -> tuple[str, ...]:
    """The events of the clause that the metric itself does not name."""
    own = slot.metric.key.split("+")
    named = {c.key("event") for c in slot.clause.chunks if c.has("event")} - set(own)
    verb = next((c for c in reversed(slot.left) if not c.has("skip", "function")), None)
    if slot.found.kind is QuantityKind.COUNT and verb is not None and verb.has("act"):
        named |= {verb.text.lower()}  # no table of events knows it: `renovated 120 rooms`
    return tuple(sorted(named))


def rest_of(words: Sequence[str], slot: Slot) -> tuple[str, ...]:
    """The metric words that are content: the lexicon knows nothing of them."""
    known = {
        c.text
        for c in (*slot.left, *slot.right, *slot.metric.chunks)
        if c.kind is Kind.CUE and not c.has("act")
    }
    known |= {slot.found.thing_phrase, *slot.metric.words} - {*qualifiers_of(slot)}
    return tuple(w for w in words if w not in known)


def qualifiers_of(slot: Slot) -> tuple[str, ...]:
    """The content words inside the metric's own noun phrase: `大米` of `大米价格`."""
    return tuple(c.text for c in slot.metric.chunks if c.kind is Kind.CONTENT)


def rank_words(slot: Slot) -> tuple[str, ...]:
    """By what it is ranked; the other words around a rank say within what, which is its scope."""
    verb = max((i for i, c in enumerate(slot.left) if c.has("verb") and not c.has("metric")), default=-1)
    behind = slot.left[verb + 1 :]
    left = behind if any(c.has("metric") for c in behind) else slot.left  # `以 17B 活跃参数|实现|指数第三名`
    return tuple(
        dict.fromkeys(
            c.text
            for c in (*left, *slot.right)
            if c.has("metric")
            and not c.has("metric_verb")
            and c.key("metric") not in EVENTS
            and c.text not in slot.subject
        )
    )


def words_of(slot: Slot) -> tuple[str, ...]:
    """The content words around the number that are neither its subject nor mentioned aside.

    On the right only the noun phrase that the number counts: what comes after its metric is another phrase.
    """
    words = list(slot.words)
    taken = {slot.subject, *slot.others, *words}
    right: list[Chunk] = []
    if slot.metric.known and slot.right and slot.right[0].has("of"):
        right = [c for c in slot.right[1:3] if c.kind is Kind.CONTENT]  # the stuff: `8 kg of grapes`
    if not slot.metric.known:
        for chunk in slot.right:
            if (
                chunk.kind not in (Kind.NAME, Kind.CONTENT)
                and not chunk.has("modifier", "function", "possessive")
                and not chunk.has("of")
            ):
                break
            right.append(chunk)
    words += [
        c.text
        for c in [*slot.left, *right[:3]]
        if (c.kind in (Kind.NAME, Kind.CONTENT) and c.text not in taken and c.text not in slot.subject)
        or (
            c.has("metric", "modifier", "named", "act", "event")
            and c.text not in taken
            and not c.has("up", "down")
        )
    ]
    words += [  # `loading times`: a general noun ends a phrase of its own
        after.text
        for before, after in pairwise(slot.left)
        if after.has("generic")
        and before.kind is Kind.CONTENT
        and before.text in words
        and after.text.isascii()
    ]
    places = {c.text: c.start for c in (*slot.right, *slot.left, *slot.metric.chunks)}
    return tuple(sorted(dict.fromkeys(words), key=lambda word: places.get(word, -1)))
