"""Makes a slot for each number of a sentence: the number, its clause, and the words on both sides of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.claim import Frame, Origin
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.metric import NO_METRIC, MetricReading, left_of, right_of
from claimcheck.stages.decompose.own_metric import COUNTING, own_metric
from claimcheck.stages.extract import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.decompose.clauses import Clause


@dataclass(slots=True)
class Context:
    """What stands around a sentence and may fill what it leaves out.

    ``subjects`` are (name, origin) pairs in the order in which they are tried; ``names`` are the names of the
    sentences before, latest first, for pronouns, ``recent`` those of the last sentence that has any (its
    subject first), ``last`` in their order,
    ``previous`` is the last stated subject; ``counted`` what the last number before the sentence counts; ``pair`` are the frames of the last two numbers that a slash joined; ``metric`` and ``time`` come from headings and lead-ins.
    """

    date: str | None = None
    topic: str = ""
    last: list[str] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    previous: str = ""
    counted: str = ""
    pair: tuple[Frame, Frame] | None = None
    subjects: list[tuple[str, Origin]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    metric: MetricReading = NO_METRIC
    metric_from: Origin = Origin.NONE
    time: str | None = None
    time_from: Origin = Origin.NONE
    around: tuple[str, ...] = ()


@dataclass(slots=True)
class Slot:
    """A quantity while its sentence is being read."""

    found: Found
    clause: Clause
    index: int
    left: list[Chunk]
    right: list[Chunk]
    metric: MetricReading = NO_METRIC
    metric_from: Origin = Origin.NONE
    counting: MetricReading = NO_METRIC
    subject: str = ""
    subject_from: Origin = Origin.NONE
    others: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    time: Chunk | None = None
    spoken: bool = False  # whether a clause before names a subject
    thing: str = ""


def slots_of(clauses: Sequence[Clause], cues: Cues) -> list[Slot]:
    """Return the slots of a sentence in the order of their numbers; a date that a clause is about is one too."""
    slots = [
        _number_slot(clause, index, cues)
        for clause in clauses
        for index, chunk in enumerate(clause.chunks)
        if chunk.kind is Kind.QUANTITY and not _is_scale(clause.chunks, index)
    ]
    slots += [_date_slot(clause, index) for clause in clauses for index in _own_dates(clause)]
    return sorted(slots, key=lambda slot: slot.found.start)


def without_sayer(left: list[Chunk]) -> list[Chunk]:
    """Leave out who says it: `Ferrybridge said its combined ratio improved to 93%`."""
    said = max((i for i, c in enumerate(left) if c.kinds == _SAYING and c.text.isascii()), default=-1)
    return left[said + 1 :] if said + 1 < len(left) else left


_SAYING = frozenset(("says",))


def _is_scale(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a number is the top of the scale of a rating: `4.6 out of 5`; 45 out of 120 is a part of a whole."""
    before = chunks[max(0, index - 3) : index]
    if len(before) < len(("4.6", "out", "of")) or not (before[1].has("scale") and before[2].has("of")):
        return False
    top, rated = chunks[index].quantity, before[0].quantity
    if top is None or rated is None or rated.value is None:
        return False
    return top.kind is QuantityKind.NUMBER and bool(rated.value % 1)


def _number_slot(clause: Clause, index: int, cues: Cues) -> Slot:
    found = clause.chunks[index].quantity
    assert found is not None  # noqa: S101  a chunk of kind QUANTITY carries one
    left = without_sayer(left_of(clause, index))
    right, stopped_by = right_of(clause, index)
    slot = Slot(found, clause, index, left, right)
    slot.metric, slot.metric_from, slot.right = own_metric(found, left, right, stopped_by, cues)
    if slot.metric.key in COUNTING:
        slot.metric, slot.counting = NO_METRIC, slot.metric
    if slot.metric.known:
        slot.words = slot.metric.words
    return slot


# what happens on a date rather than having a level: the claim is then about the date itself
EVENTS = frozenset(
    (
        "founded",
        "born",
        "died",
        "opened",
        "released",
        "ended",
        "launched",
        "established",
        "completed",
        "built",
    )
)


def _own_dates(clause: Clause) -> Iterator[int]:
    """Yield the dates that a clause is about: its predicate is an event, and it states no other number or a date first."""
    numbers = any(c.kind is Kind.QUANTITY for c in clause.chunks)
    if any(map(_is_event, clause.chunks)):
        for index, chunk in enumerate(clause.chunks):
            dated = chunk.time is not None and chunk.time.iso[:4].isdigit() and chunk.time.grain != "span"
            if (
                dated
                and not _attributive(clause.chunks, index)
                and not (numbers and not _follows(clause, index))
            ):
                yield index


def _is_event(chunk: Chunk) -> bool:
    return chunk.key("metric") in EVENTS or chunk.key("metric_verb") in EVENTS


def _follows(clause: Clause, index: int) -> bool:
    """Whether a date stands right behind its event: `was born in 1938 in a village of 400 people`."""
    before = clause.chunks[max(0, index - 2) : index]
    return len(before) > 1 and _is_event(before[0]) and before[1].has("places") and before[0].text.isascii()


def _attributive(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a year only describes what follows it: `closed its 2025 race series`."""
    before = chunks[index - 1] if index else None
    after = chunks[index + 1] if index + 1 < len(chunks) else None
    determined = before is not None and (
        before.has("possessive") or before.text.lower() in ("the", "a", "this", "its")
    )
    return determined and after is not None and after.kind in (Kind.CONTENT, Kind.NAME, Kind.CUE)


def _date_slot(clause: Clause, index: int) -> Slot:
    chunk = clause.chunks[index]
    time = chunk.time
    assert time is not None  # noqa: S101  only chunks with a time are handed over
    found = Found(chunk.start, chunk.end, Decimal(time.iso[:4]), kind=QuantityKind.DATE)
    slot = Slot(found, clause, index, clause.chunks[:index], clause.chunks[index + 1 :])
    events = [c for c in clause.chunks if _is_event(c)]
    event = next((c for c in reversed(events) if c.end <= chunk.start), events[0])
    key = event.key("metric") if event.key("metric") in EVENTS else event.key("metric_verb")
    slot.metric, slot.metric_from, slot.words = (
        MetricReading(key, (event.text,), (event,)),
        Origin.CLAUSE,
        (event.text,),
    )
    return slot


def first_quantity(clause: Clause) -> int:
    """Return the index of the first number of a clause, or -1."""
    return next((i for i, chunk in enumerate(clause.chunks) if chunk.kind is Kind.QUANTITY), -1)
