"""Puts together what each quantity of a sentence is about: its frame."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.claim import Frame, Origin, Role, Statement
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunks import Chunk, Kind, chunks_of
from claimcheck.stages.decompose.clauses import Clause, clauses_of
from claimcheck.stages.decompose.metric import (
    NO_METRIC,
    MetricReading,
    counted_by,
    left_of,
    metric_key,
    phrase_metric,
    read_metric,
    right_of,
)
from claimcheck.stages.decompose.role import role_of
from claimcheck.stages.decompose.subject import SubjectReading, join, read_subject
from claimcheck.stages.decompose.times import resolve
from claimcheck.stages.extract import Found
from claimcheck.stages.select import statement_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.extract import Reading


@dataclass(slots=True)
class Context:
    """What stands around a sentence and may fill what it leaves out.

    ``subjects`` are (name, origin) pairs in the order in which they are tried; ``names`` are the names of the
    sentences before, latest first, for pronouns, ``recent`` those of the last sentence that has any (its subject first), ``last`` in their order,
    ``previous`` is the last stated subject; ``metric`` and ``time`` come from headings and lead-ins.
    """

    date: str | None = None
    topic: str = ""
    last: list[str] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    previous: str = ""
    subjects: list[tuple[str, Origin]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    metric: MetricReading = NO_METRIC
    metric_from: Origin = Origin.NONE
    time: str | None = None
    time_from: Origin = Origin.NONE
    around: tuple[str, ...] = ()


@dataclass(slots=True)
class Framed:
    """One quantity with its frame and the span of the words that state it."""

    found: Found
    frame: Frame
    start: int
    end: int
    statement: Statement = Statement.FACT


@dataclass(slots=True)
class _Slot:
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


@dataclass(slots=True)
class SentenceFrames:
    """The frames of one sentence, the subject it leaves for the next one, the names in it and its aliases."""

    framed: list[Framed]
    subject: str
    names: list[str]
    aliases: list[tuple[str, str]]
    time: str | None = None


def frames_of(text: str, span: tuple[int, int], reading: Reading, cues: Cues, context: Context) -> SentenceFrames:
    """Return a frame for each quantity of the sentence ``text[span[0]:span[1]]``."""
    chunks = chunks_of(text, *span, reading, cues)
    clauses = clauses_of(chunks)
    slots = [
        _slot(clause, index, cues)
        for clause in clauses
        for index, chunk in enumerate(clause.chunks)
        if chunk.kind is Kind.QUANTITY
    ]
    slots += [_date_slot(clause, index) for clause in clauses for index in _own_dates(clause)]
    slots.sort(key=lambda slot: slot.found.start)
    _pair_respectively(slots, chunks, cues)
    subjects = _subjects(clauses, context)
    for slot in slots:
        _fill_subject(slot, subjects, context, slots)
    _inherit_metrics(slots, context)
    negated = {id(c): _negates(c) for c in clauses}
    rumour = any(chunk.has("rumour") for chunk in chunks)
    if _POINTS_BACK.search(text, *span):
        context = replace(context, around=(*context.around, *context.names))
    framed = [
        Framed(
            slot.found,
            _frame(slot, chunks, context, negated=negated[id(slot.clause)], rumour=rumour),
            *_span(slot),
            statement_of(text[span[0] : span[1]], chunks, slot.found.start),
        )
        for slot in slots
    ]
    main = next((s.text for s in subjects.values() if s.subject and not s.weak), "")
    if not main and not context.topic and len(chunks) > _WHOLE_SENTENCE:
        main = next((s.text for s in subjects.values() if s.subject), "")
    names = [c.text for c in chunks if c.kind is Kind.NAME and not c.has("metric")]
    time = next((f.frame.time for f in framed if f.frame.role is not Role.DATE and f.frame.time_from in (Origin.CLAUSE, Origin.SENTENCE)), None)
    return SentenceFrames(framed, main, names, _aliases(clauses), time)


# metrics that are hardly more than a unit: `a context window of 512K tokens` measures the window
COUNTING = frozenset(("tokens", "people", "score", "points", "words", "items", "times", "households", "votes"))

# what happens on a date rather than having a level: the claim is then about the date itself
_EVENTS = frozenset(("founded", "born", "died", "opened", "released", "ended", "launched", "established", "completed"))


def _is_main(time: Chunk, chunks: Sequence[Chunk]) -> bool:
    """Whether a time can hold for what follows it: not when something happened (`founded in 1987`), and not the
    time of what is merely compared (`against £107m in 2024`)."""
    position = chunks.index(time)
    if any(c.key("metric") in _EVENTS or c.key("metric_verb") in _EVENTS for c in chunks[max(0, position - 3) : position]):
        return False
    for chunk in reversed(chunks[:position]):
        if chunk.kind is Kind.COMMA:
            return True
        if chunk.has("than", "versus", "behind", "from"):
            return False
    return True


def _own_dates(clause: Clause) -> Iterator[int]:
    """Yield the dates that a clause is about: its predicate is an event and it states no other number."""
    if any(c.kind is Kind.QUANTITY for c in clause.chunks):
        return
    if any(c.key("metric") in _EVENTS or c.key("metric_verb") in _EVENTS for c in clause.chunks):
        for index, chunk in enumerate(clause.chunks):
            if chunk.time is not None and chunk.time.iso[:4].isdigit() and chunk.time.grain != "span":
                yield index


def _date_slot(clause: Clause, index: int) -> _Slot:
    chunk = clause.chunks[index]
    time = chunk.time
    assert time is not None  # noqa: S101  only chunks with a time are handed over
    found = Found(chunk.start, chunk.end, Decimal(time.iso[:4]), kind=QuantityKind.DATE)
    slot = _Slot(found, clause, index, clause.chunks[:index], clause.chunks[index + 1 :])
    event = next(c for c in clause.chunks if c.key("metric") in _EVENTS or c.key("metric_verb") in _EVENTS)
    key = event.key("metric") if event.key("metric") in _EVENTS else event.key("metric_verb")
    slot.metric, slot.metric_from, slot.words = MetricReading(key, (event.text,), (event,)), Origin.CLAUSE, (event.text,)
    return slot


def _slot(clause: Clause, index: int, cues: Cues) -> _Slot:
    found = clause.chunks[index].quantity
    assert found is not None  # noqa: S101  a chunk of kind QUANTITY carries one
    left = left_of(clause, index)
    right, stopped_by = right_of(clause, index)
    slot = _Slot(found, clause, index, left, right)
    slot.metric, slot.metric_from, slot.right = _metric(found, left, right, stopped_by, cues)
    if slot.metric.key in COUNTING:
        slot.metric, slot.counting = NO_METRIC, slot.metric
    if slot.metric.known:
        slot.words = slot.metric.words
    return slot


def _metric(
    found: Found, left: list[Chunk], right: list[Chunk], stopped_by: Chunk | None, cues: Cues
) -> tuple[MetricReading, Origin, list[Chunk]]:
    """The metric stands after the number (`397B 总参数`), is the thing counted, or stands before it."""
    behind = read_metric(counted_by(right))
    runs_on = stopped_by is not None and (stopped_by.kind is Kind.QUANTITY or stopped_by.has("verb", "up", "down"))
    if behind.known and runs_on and read_metric(left).known:
        behind, right = NO_METRIC, []
    counted = found.thing_phrase or (found.unit if found.kind is QuantityKind.COUNT else "") or ""
    thing = phrase_metric(counted, cues) if counted else NO_METRIC
    before = read_metric(_nearest(left))
    share = found.kind is QuantityKind.PERCENT and bool(right) and right[0].text == "of"
    if share and before.known:
        return before, Origin.CLAUSE, right
    verb = next((c for c in reversed(left) if c.has("metric_verb")), None)
    verb = next((c for c in reversed(left) if c.has("metric_verb")), None)
    if thing.known and (before.known or verb is not None) and thing.key in COUNTING:
        thing = NO_METRIC
    if behind.known and before.known and behind.key in COUNTING:
        behind = NO_METRIC
    for reading in (behind, thing):
        if reading.known:
            return _with_modifiers(reading, left, verb), Origin.CLAUSE, right
    if before.known:
        return before, Origin.CLAUSE, right
    if verb is not None:
        return MetricReading(metric_key([verb.key("metric_verb")], ()), (verb.text,), (verb,)), Origin.CLAUSE, right
    return NO_METRIC, Origin.NONE, right


def _nearest(left: Sequence[Chunk]) -> list[Chunk]:
    """Return the last stretch of metric words before the number, back to the conjunction before it."""
    for index in range(len(left) - 1, -1, -1):
        if left[index].has("metric"):
            start = index
            while start > 0 and not left[start - 1].has("and") and left[start - 1].kind is not Kind.LIST:
                start -= 1
            return list(left[start:])
    return []


def _with_modifiers(reading: MetricReading, left: Sequence[Chunk], verb: Chunk | None) -> MetricReading:
    """Add what stands before the number but belongs to the noun after it: `仅激活 170 亿参数`, `an average 5 goals`."""
    extra: list[Chunk] = []
    if verb is not None and verb.key("metric_verb").split(".")[0] == reading.key.split("+")[0]:
        key = metric_key([verb.key("metric_verb")], reading.key.split("+")[1:])
        reading = MetricReading(key, (verb.text, *reading.words), reading.chunks)
    for chunk in reversed(left):
        if chunk.has("modifier") and not chunk.has("metric"):
            extra.append(chunk)
        elif not chunk.has("skip", "function", "verb", "generic"):
            break
    if not extra:
        return reading
    head, *old = reading.key.split("+")
    key = metric_key([head], [*old, *(c.key("modifier") for c in extra)])
    return MetricReading(key, tuple(c.text for c in extra) + reading.words, reading.chunks)


def _pair_respectively(slots: list[_Slot], chunks: Sequence[Chunk], cues: Cues) -> None:
    """`A, B and C had 1, 2 and 3 respectively`: the n-th number belongs to the n-th name or metric."""
    marker = next((c for c in chunks if c.has("respectively")), None)
    if marker is None or len(slots) < 2:
        return
    first = slots[0].found.start
    before = [c for c in chunks if c.end <= first and c is not marker]
    for kinds in ("name", "metric"):
        members = [c for c in before if (c.kind is Kind.NAME if kinds == "name" else c.has("metric"))]
        if len(members) != len(slots) and kinds == "name":
            members = [c for c in before if c.kind in (Kind.NAME, Kind.CONTENT) and not c.has("generic")]
        if len(members) != len(slots):
            continue
        for slot, member in zip(slots, members, strict=True):
            if kinds == "name":
                slot.subject, slot.subject_from = member.text, Origin.SENTENCE
            else:
                slot.metric, slot.metric_from = phrase_metric(member.text, cues), Origin.SENTENCE
                slot.words = slot.metric.words
        if kinds == "name":
            shared = read_metric(c for c in before if c.has("metric", "modifier"))
            for slot in slots:
                if shared.known:
                    slot.metric, slot.metric_from, slot.words = shared, Origin.SENTENCE, shared.words
        return
    times = [c for c in before if c.time is not None]
    if len(times) == len(slots):
        for slot, time in zip(slots, times, strict=True):
            slot.time = time


def _subjects(clauses: Sequence[Clause], context: Context) -> dict[int, SubjectReading]:
    """Read each clause's own subject, pronouns resolved."""
    readings: dict[int, SubjectReading] = {}
    for clause in clauses:
        reading = read_subject(_body(clause))
        if not reading.subject and reading.pronoun is not None:
            name = antecedent(reading.pronoun, context)
            if name:
                chunk = Chunk(Kind.NAME, reading.pronoun.start, reading.pronoun.end, name)
                reading = SubjectReading((chunk,), reading.others, reading.pronoun)
        readings[id(clause)] = reading
    return readings


def _body(clause: Clause) -> list[Chunk]:
    """Return the chunks before the clause's first quantity, without its attribution."""
    chunks: list[Chunk] = []
    for chunk in clause.chunks:
        if chunk.kind is Kind.QUANTITY:
            break
        if chunk.has("says") and not chunk.has("verb", "metric"):
            chunks = []
            continue
        chunks.append(chunk)
    return chunks


_ORDER = {"the former": 0, "former": 0, "前者": 0, "the latter": -1, "latter": -1, "后者": -1}


def antecedent(pronoun: Chunk, context: Context) -> str:
    """Return the name that a pronoun stands for: the topic if it was just named, else the latest fitting name.

    `该模型`/"the model" wants a name with a digit in it, `该公司`/"the company" one without.
    """
    order = _ORDER.get(pronoun.text.lower())
    if order is not None:
        return context.last[order] if len(context.last) > 1 else ""
    wanted = _wants_digit(pronoun.text)
    order_tried = [context.previous, context.topic, *context.recent, *context.names] if wanted is not None else [
        *context.recent, *context.names, context.topic
    ]
    return next((n for n in order_tried if n and (wanted is None or any(c.isdigit() for c in n) is wanted)), "")


def _wants_digit(pronoun: str) -> bool | None:
    lower = pronoun.lower()
    if any(word in lower for word in ("模型", "型号", "model", "版本")):
        return True
    if any(word in lower for word in ("公司", "企业", "集团", "company", "firm", "group")):
        return False
    return None


def _fill_subject(slot: _Slot, subjects: dict[int, SubjectReading], context: Context, slots: list[_Slot]) -> None:
    """Take the subject from the words right before the number, its clause, its anchor, its sentence, its context."""
    own = read_subject(slot.left)
    slot.others = tuple(c.text for c in own.others)
    slot.places = tuple(c.text for c in own.places)
    for clause in _clauses_out(slot):
        reading = subjects.get(id(clause))
        if reading is not None:
            slot.places += tuple(c.text for c in reading.places)
        if clause.chunks and any(c.kind is Kind.QUANTITY for c in clause.chunks[: slot.index]):
            break
    if slot.subject:
        return
    holder = _holder(slot.left)
    if holder is not None:
        slot.others = tuple(o for o in slot.others if o != holder.text)
        slot.subject, slot.subject_from = holder.text, Origin.CLAUSE
        return
    first = _first_quantity(slot.clause) in (slot.index, -1)
    before = next((s for s in reversed(slots) if s.clause is slot.clause and s.index < slot.index), None)
    if before is not None and before.subject and not own.subject and own.pronoun is None:
        slot.subject, slot.subject_from = before.subject, Origin.SENTENCE  # `Kimi K2.5 的 1T/32B`
        return
    if own.subject and (not own.weak or (first and _stands_alone(slot, own, slots, context))):
        slot.subject, slot.subject_from = own.text, Origin.CLAUSE
        return
    anchor = slot.clause.anchor
    if anchor is not None and not own.subject and _explains(slot.clause, anchor):
        slot.subject, slot.subject_from = anchor.text, Origin.CLAUSE
        return
    label = slot.clause.before
    if label is not None and label.label and not slot.left and _labels(slot, label, subjects, context):
        return
    if own.weak and first:
        slot.words = (*slot.words, own.text)
    if _from_sentence(slot, subjects, slots):
        return
    later = _after_verb(slot) if first and not own.pronoun else None
    if later is not None:
        slot.subject, slot.subject_from = later.text, Origin.CLAUSE
    elif context.subjects:
        slot.subject, slot.subject_from = context.subjects[0]
    else:
        _fall_back(slot, subjects)


def _labels(slot: _Slot, label: Clause, subjects: dict[int, SubjectReading], context: Context) -> bool:
    """`肯尼亚：7` under `奖牌数：` names the subject; `output: 410 MW` under `Ravenna plant` names the metric."""
    reading = subjects.get(id(label))
    if reading is None or not reading.subject or read_metric(label.chunks).known:
        return False
    led = next((s for s, origin in context.subjects if origin in (Origin.LIST, Origin.HEADING, Origin.TITLE)), "")
    if not led or context.metric_from is Origin.LIST and not any(o is Origin.LIST for _, o in context.subjects):
        slot.subject, slot.subject_from = reading.text, Origin.CLAUSE
        return True
    slot.words = (*slot.words, reading.text)
    return False


def _explains(clause: Clause, anchor: Chunk) -> bool:
    """Whether parentheses say something of the words before them: not where those are merely compared with."""
    if anchor.kind not in (Kind.NAME, Kind.CONTENT) or anchor.has("metric"):
        return False
    if anchor.kind is Kind.NAME or clause.parent is None:
        return True
    before = [c for c in clause.parent.chunks if c.end <= anchor.start][-2:]
    return not any(c.has("than", "behind", "generic") for c in before)


def _stands_alone(slot: _Slot, own: SubjectReading, slots: list[_Slot], context: Context) -> bool:
    """Whether a phrase of ordinary words is the subject rather than what is measured.

    It is where a metric or a possessive follows it (`盐山队射门 17 次`), where it runs parallel to a subject
    before it (`墩江队只有 6 次`), and where nothing around names another.
    """
    after = [c for c in slot.left if c.start >= own.subject[-1].end]
    if own.text.isascii() and after and after[0].has("metric", "modifier"):
        return False  # `ticket income`, `finish rate`: in English such words belong to the metric
    if any(c.has("metric", "metric_verb") or c.text in ("的", "'s") or c.time is not None for c in after):
        return True
    if any(s.found.unit == slot.found.unit and s.subject_from is Origin.CLAUSE for s in slots if s is not slot):
        return True
    return not context.subjects


def _clauses_out(slot: _Slot) -> Iterator[Clause]:
    """Yield the clause of a number, then those before and around it."""
    outer: Clause | None = slot.clause
    while outer is not None:
        yield outer
        outer = outer.before or outer.parent


def _from_sentence(slot: _Slot, subjects: dict[int, SubjectReading], slots: list[_Slot]) -> bool:
    """Take the subject of the clause, of the clauses before it, or of the clause around it.

    A phrase of ordinary words counts only where another number of the sentence has it for its subject; a place
    (`At the Leeds hub, 840 robots …`) where nothing else is named.
    """
    stated = {s.subject for s in slots if s.subject_from is Origin.CLAUSE and s is not slot}
    place = ""
    for clause in _clauses_out(slot):
        reading = subjects.get(id(clause))
        if reading is None:
            continue
        if reading.subject and (not reading.weak or reading.text in stated):
            if not reading.weak:
                slot.others += tuple(c.text for c in reading.others)
            slot.subject, slot.subject_from = reading.text, Origin.SENTENCE
            return True
        if reading.pronoun is not None:
            return False
        place = place or next((c.text for c in reading.places if c.kind is Kind.NAME and not c.has("metric")), "")
    if place:
        slot.subject, slot.subject_from = place, Origin.SENTENCE
        slot.places = tuple(p for p in slot.places if p != place)
    return bool(place)


def _fall_back(slot: _Slot, subjects: dict[int, SubjectReading]) -> None:
    for clause in _clauses_out(slot):
        reading = subjects.get(id(clause))
        if reading is not None and reading.subject:
            slot.subject, slot.subject_from = reading.text, Origin.SENTENCE
            return


def _after_verb(slot: _Slot) -> Chunk | None:
    """`5,217 runners finished the Harbour Marathon`: the number comes first, and what it belongs to after the verb."""
    if any(c.kind in (Kind.NAME, Kind.CONTENT) for c in slot.left):
        return None
    predicate = False
    for chunk in slot.clause.chunks[slot.index + 1 :]:
        if chunk.kind is Kind.QUANTITY:
            return None
        predicate = predicate or chunk.has("verb", "metric_verb", "by") or chunk.text.endswith("ed")
        if chunk.kind is Kind.NAME and not chunk.has("metric"):
            return chunk if predicate else None
    return None


def _holder(left: Sequence[Chunk]) -> Chunk | None:
    """The name right before the number (`than GLM-5's 45`, `vs GLM-5 的 -1`): the number is its own."""
    possessed = False
    for position in range(len(left) - 1, -1, -1):
        chunk = left[position]
        if chunk.kind is Kind.NAME and not chunk.has("metric"):
            before = left[position - 1] if position else None
            beside = before is not None and before.has("than", "behind", "versus", "and")
            return chunk if possessed and beside else chunk if beside and position == len(left) - 1 else None
        if chunk.text in ("的", "'s"):
            possessed = True
        elif not chunk.has("metric", "modifier", "skip", "function", "generic"):
            return None
    return None


def _first_quantity(clause: Clause) -> int:
    return next((i for i, chunk in enumerate(clause.chunks) if chunk.kind is Kind.QUANTITY), -1)


def _inherit_metrics(slots: list[_Slot], context: Context) -> None:
    """A number without metric words takes them from its neighbour of the same unit, its anchor, or its context."""
    by_quantity = {id(slot.found): slot for slot in slots}
    for position, slot in enumerate(slots):
        restated = by_quantity.get(id(slot.clause.anchor.quantity)) if slot.clause.anchor is not None else None
        if restated is not None and not slot.metric.known and not slot.left:
            slot.metric, slot.metric_from, slot.words = restated.metric, restated.metric_from, restated.words
            slot.subject, slot.subject_from = restated.subject, restated.subject_from
            continue
        if slot.metric.known or (slot.words and slot.found.kind is QuantityKind.COUNT):
            continue
        anchor = slot.clause.anchor
        if anchor is not None and slot.clause.parent is not None:
            before_anchor = slot.clause.parent.chunks[: slot.clause.parent.chunks.index(anchor) + 1] if anchor in slot.clause.parent.chunks else []
            hung = read_metric(_nearest(before_anchor)) if anchor.has("metric") else NO_METRIC
            if hung.known:
                slot.metric, slot.metric_from, slot.words = hung, Origin.CLAUSE, hung.words
                continue
        earlier = _earlier_metric(slot.clause)
        if earlier.known and not slot.found.thing_phrase:
            slot.metric, slot.metric_from, slot.words = earlier, Origin.SENTENCE, (*slot.words, *earlier.words)
            continue
        donor = _donor(slots, position)
        if donor is not None:
            slot.metric, slot.metric_from = donor.metric, Origin.SENTENCE
            slot.words = (*slot.words, *(w for w in donor.words if w not in slot.words))
        elif context.metric.known and not slot.found.thing_phrase and not (slot.words and context.metric_from is Origin.LIST):
            slot.metric, slot.metric_from = context.metric, context.metric_from
            slot.words = (*slot.words, *context.metric.words)
        if slot.counting.known and not slot.metric.known:
            slot.metric, slot.metric_from = slot.counting, Origin.CLAUSE
            slot.words = (*slot.words, *slot.counting.words)


def _earlier_metric(clause: Clause) -> MetricReading:
    """The metric of the clauses before that state no number: `Granby's deposits, as of June, were $61 billion`."""
    before = clause.before
    while before is not None and not any(c.kind is Kind.QUANTITY for c in before.chunks):
        reading = read_metric(before.chunks)
        if reading.known:
            return reading
        before = before.before
    return NO_METRIC


def _donor(slots: list[_Slot], position: int) -> _Slot | None:
    unit = slots[position].found.unit
    if any(c.has("up", "down", "to", "from", "by") for c in slots[position].left):
        return next((s for s in reversed(slots[:position]) if s.metric.known), None)
    own = any(c.kind is Kind.CONTENT for c in slots[position].left)
    later = slots[position + 1 :] if slots[position].clause.parent is not None else []
    for other in [*reversed(slots[:position]), *later]:
        known = other.metric.known or bool(other.words)
        if known and other.found.unit == unit and (not own or other.clause is not slots[position].clause):
            return other
    return None


def _frame(slot: _Slot, chunks: Sequence[Chunk], context: Context, *, negated: bool, rumour: bool) -> Frame:
    time, time_from = _time(slot, chunks, context)
    if slot.found.kind is QuantityKind.DATE:
        time, time_from = _iso_of(slot), Origin.CLAUSE
    role = role_of(slot.found, slot.left, slot.right, slot.metric.key)
    if role is Role.FROM and time_from is Origin.CLAUSE:
        role = Role.VALUE  # `up from 4,806 in 2024` states that year's level
    if role is Role.CHANGE and time_from is Origin.CLAUSE:
        stated = [resolve(c.time, context.date) for c in (*slot.left, *_until_next(slot)) if c.time is not None]
        time = max((iso for iso in stated if iso), default=time)  # a change is that of the later period
    words = _words(slot)
    return Frame(
        subject=slot.subject,
        subject_from=slot.subject_from,
        others=tuple(dict.fromkeys(o for o in slot.others if o != slot.subject)),
        metric="+".join(p for p in slot.metric.key.split("+") if p != "rank") if role is Role.RANK else slot.metric.key,
        metric_words=words,
        metric_from=slot.metric_from if slot.metric.known else (Origin.CLAUSE if words else Origin.NONE),
        thing=slot.found.thing_phrase or "",
        role=role,
        time=time,
        time_from=time_from,
        scope=(*_scope(slot), *(p for p in dict.fromkeys(slot.places) if p != slot.subject)),
        negated=negated or _negated_number(slot),
        hedged=rumour,
        attribution=_attribution(chunks),
        around=context.around,
    )


def _until_next(slot: _Slot) -> Iterator[Chunk]:
    for chunk in slot.clause.chunks[slot.index + 1 :]:
        if chunk.kind is Kind.QUANTITY:
            return
        yield chunk


def _iso_of(slot: _Slot) -> str:
    time = slot.clause.chunks[slot.index].time
    return time.iso if time is not None else ""


def _words(slot: _Slot) -> tuple[str, ...]:
    """The content words around the number that are neither its subject nor mentioned aside.

    On the right only the noun phrase that the number counts: what comes after its metric is another phrase.
    """
    words = list(slot.words)
    taken = {slot.subject, *slot.others, *words}
    right: list[Chunk] = []
    if not slot.metric.known:
        for chunk in slot.right:
            if chunk.kind not in (Kind.NAME, Kind.CONTENT) and not chunk.has("modifier", "function") and chunk.text != "of":
                break
            right.append(chunk)
    words += [
        c.text
        for c in [*slot.left, *right[:3]]
        if (c.kind in (Kind.NAME, Kind.CONTENT) and c.text not in taken and c.text not in slot.subject)
        or (c.has("metric", "modifier", "named") and c.text not in taken and not c.has("up", "down"))
    ]
    return tuple(dict.fromkeys(words))


# a sentence of one or two chunks is all one phrase: nothing in it can be told to be the subject
_WHOLE_SENTENCE = 2
# words that point back to a name of the sentences before: `同一榜单上`, `on the same test`
_POINTS_BACK = re.compile(r"同一|同样|上述|该榜|该项|此项|\bthe same\b|\bsame\b|\bthat (?:test|benchmark|list|table)\b")
_GRAIN = {"quarter": "-Q", "half": "-H"}


def _time(slot: _Slot, chunks: Sequence[Chunk], context: Context) -> tuple[str | None, Origin]:
    """The nearest time: before the number, right after it, in its clause, earlier in the sentence, around it."""
    if slot.time is not None and slot.time.time is not None:
        return resolve(slot.time.time, context.date), Origin.SENTENCE
    left: list[Chunk] = []
    for chunk in reversed(slot.left):
        if (chunk.has("and") or chunk.kind is Kind.LIST) and slot.index > _first_quantity(slot.clause):
            break  # a time before the conjunction is the previous number's
        left.append(chunk)
    own = [*left, *slot.right]
    clause = slot.clause.chunks[: slot.index] if left != slot.left[::-1] else slot.clause.chunks
    earlier = [c for c in chunks if c.end <= slot.found.start and c.time is not None and _is_main(c, chunks)][::-1]
    for stretch, origin in ((own, Origin.CLAUSE), (clause, Origin.CLAUSE), (earlier, Origin.SENTENCE)):
        for chunk in stretch:
            if chunk.time is not None:
                if chunk.time.relative == 0 and context.time and _GRAIN.get(chunk.time.grain, "?") in context.time:
                    return context.time, context.time_from  # "the quarter" of a report on one quarter
                iso = resolve(chunk.time, context.date)
                if iso:
                    return iso, origin
    return context.time, context.time_from


def _scope(slot: _Slot) -> tuple[str, ...]:
    """`among open-weight models`, `位列开源权重模型第三名`: what a rank or a share is counted within."""
    scope: list[str] = []
    inside = False
    for chunk in slot.right:
        if chunk.has("scope") or chunk.text in ("of", "for"):
            inside = True
        elif inside and chunk.kind in (Kind.CONTENT, Kind.NAME):
            scope.append(chunk.text)
    if slot.found.kind is QuantityKind.ORDINAL:
        after_verb: list[str] = []
        for chunk in reversed(slot.left):
            if chunk.has("verb", "up", "down", "metric_verb"):
                scope += after_verb[::-1]
                break
            if chunk.kind is Kind.CONTENT or chunk.has("generic"):
                after_verb.append(chunk.text)
    return tuple(scope)


def _negates(clause: Clause) -> bool:
    """Whether a negation stands in the clause before its verb (`did not reach`, `并非`)."""
    return any(chunk.has("negation") for chunk in clause.chunks)


def _negated_number(slot: _Slot) -> bool:
    return bool(slot.left) and slot.left[-1].has("negation")


def _attribution(chunks: Sequence[Chunk]) -> str:
    """Who says it: the names after `according to`/`据`, or before a verb of saying."""
    for index, chunk in enumerate(chunks):
        if chunk.has("attribution"):
            names = [c for c in chunks[index + 1 : index + 5] if c.kind in (Kind.NAME, Kind.CONTENT)]
            return names[0].text if names else ""
        if chunk.has("says") and not chunk.has("verb"):
            return join([c for c in chunks[max(0, index - 2) : index] if c.kind in (Kind.NAME, Kind.CONTENT)])
    return ""


def _span(slot: _Slot) -> tuple[int, int]:
    """The number with the metric words that touch it on the right: `397B 总参数`."""
    end = slot.found.end
    for chunk in slot.right:
        if chunk.start - end > 1 or chunk not in slot.metric.chunks:
            break
        end = chunk.end
    return slot.found.start, end


def _aliases(clauses: Sequence[Clause]) -> list[tuple[str, str]]:
    """`Alibaba (阿里)`: a name in parentheses right after a name is another name for it."""
    pairs: list[tuple[str, str]] = []
    for clause in clauses:
        anchor = clause.anchor
        if clause.parent is None or anchor is None or clause.before is not None or len(clause.chunks) != 1:
            continue
        inner = clause.chunks[0]
        if anchor.kind in (Kind.NAME, Kind.CONTENT) and inner.kind in (Kind.NAME, Kind.CONTENT):
            pairs.append((anchor.text, inner.text))
    return pairs


__all__ = ["Context", "Framed", "Role", "SentenceFrames", "antecedent", "frames_of"]
