"""Finds the time of a number: before it, right after it, in its clause, earlier in its sentence, around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.slots import EVENTS, first_quantity
from claimcheck.stages.decompose.times import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.stages.decompose.slots import Context, Slot

_GRAIN = {"quarter": "-Q", "half": "-H"}


def time_of_slot(slot: Slot, chunks: Sequence[Chunk], context: Context) -> tuple[str | None, Origin]:
    """The nearest time: before the number, right after it, in its clause, earlier in the sentence, around it."""
    if slot.time is not None and slot.time.time is not None:
        return resolve(slot.time.time, context.date), Origin.SENTENCE
    left: list[Chunk] = []
    for chunk in reversed(slot.left):
        if (chunk.has("and") or chunk.kind is Kind.LIST) and slot.index > first_quantity(slot.clause):
            break  # a time before the conjunction is the previous number's
        left.append(chunk)
    own = [*left, *slot.right]
    if slot.index > first_quantity(slot.clause) and any(c.time is not None for c in slot.right):
        own = [*slot.right, *left]  # `from 119 in 2023 to 201 in 2024`: the time before is the other number's
    clause = slot.clause.chunks[: slot.index] if left != slot.left[::-1] else slot.clause.chunks
    earlier = [
        c for c in chunks if c.end <= slot.found.start and c.time is not None and _holds_on(c, chunks)
    ][::-1]
    for stretch, origin in ((own, Origin.CLAUSE), (clause, Origin.CLAUSE), (earlier, Origin.SENTENCE)):
        for chunk in stretch:
            if chunk.time is not None:
                if (
                    chunk.time.relative == 0
                    and context.time
                    and _GRAIN.get(chunk.time.grain, "?") in context.time
                ):
                    return context.time, context.time_from  # "the quarter" of a report on one quarter
                iso = resolve(chunk.time, context.date)
                if iso:
                    return iso, origin
    return context.time, context.time_from


def _holds_on(time: Chunk, chunks: Sequence[Chunk]) -> bool:
    """Whether a time can hold for what follows it.

    It does not where it says when something happened (`founded in 1987`), or belongs to what is merely compared
    (`against £107m in 2024`).
    """
    position = chunks.index(time)
    if any(
        c.key("metric") in EVENTS or c.key("metric_verb") in EVENTS
        for c in chunks[max(0, position - 3) : position]
    ):
        return False
    for chunk in reversed(chunks[:position]):
        if chunk.kind is Kind.COMMA:
            return True
        if chunk.has("than", "versus", "behind", "from"):
            return False
    return True


def change_time(slot: Slot, context: Context) -> str | None:
    """Return the period of a change, which is the later one of those beside it (`between 2023 and 2024`)."""
    beside = [*slot.left, *_until_next(slot)]
    stated = [
        resolve(c.time, context.date)
        for i, c in enumerate(beside)
        if c.time is not None and not (i and beside[i - 1].has("basis"))
    ]
    return max((iso for iso in stated if iso), default=None)


def _until_next(slot: Slot) -> Iterator[Chunk]:
    for chunk in slot.clause.chunks[slot.index + 1 :]:
        if chunk.kind is Kind.QUANTITY:
            return
        yield chunk


def iso_of(slot: Slot) -> str:
    """Return the ISO text of the date that a date claim is about."""
    time = slot.clause.chunks[slot.index].time
    return time.iso if time is not None else ""
