"""Finds the subject of each number: beside it, in its clause, in its sentence, around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.stages.decompose.actor import is_predicate
from claimcheck.stages.decompose.chinese_subjects import (
    described,
    is_chinese,
    is_doubtful,
    is_named,
    is_spoken_of,
    opponent,
    said_before,
)
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.key_values import read_label_of
from claimcheck.stages.decompose.last_subjects import (
    announced,
    counted_actor,
    fill_from_around,
    gapped,
    placed,
)
from claimcheck.stages.decompose.metric import read_metric
from claimcheck.stages.decompose.slots import first_quantity
from claimcheck.stages.decompose.subject import SubjectReading, read_subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.stages.decompose.clauses import Clause
    from claimcheck.stages.decompose.slots import Context, Slot


def fill_subject(
    slot: Slot, subjects: dict[int, SubjectReading], context: Context, slots: list[Slot]
) -> None:
    """Take the subject from the words right before the number, its clause, its anchor, its sentence, its context."""
    own = _own(slot, subjects)
    slot.others = (*slot.others, *(c.text for c in own.others))
    slot.places = (*(c.text for c in own.places), *_places(slot, subjects))
    if slot.subject or read_label_of(slot, context) or placed(slot, subjects, slots):
        return
    slot.spoken = any(
        _names(subjects.get(id(clause)), clause) for clause in _clauses_out(slot) if clause is not slot.clause
    )
    if gapped(slot, slots) or _beside(slot, own, slots, context):
        return
    label = slot.clause.before
    if (
        label is not None
        and label.label
        and not _says_what(slot.left)
        and _labels(slot, label, subjects, context)
    ):
        return
    first = first_quantity(slot.clause) in (slot.index, -1)
    if _from_sentence(slot, subjects, slots):
        _keep_words(slot, own, first=first)
        return
    later = _after_verb(slot) if first and not own.pronoun else None
    if later is not None:
        slot.subject, slot.subject_from = later.text, Origin.CLAUSE
    elif is_chinese(slot, own) and (said := said_before(slot, slots, context)):
        slot.subject, slot.subject_from = said, Origin.SENTENCE
    else:
        fill_from_around(slot, subjects, context, slots)
    _keep_words(slot, own, first=first)


def _keep_words(slot: Slot, own: SubjectReading, *, first: bool) -> None:
    """Count the words before the number to its metric; in Chinese where they are not its subject."""
    if (own.weak or own.guess) and first and (own.text.isascii() or own.text != slot.subject):
        slot.words = (*slot.words, own.text)


def _is_main_actor(slot: Slot, slots: list[Slot], context: Context) -> bool:
    """`Since the school closed, 61 families have moved away`: what is counted is the subject of the main clause."""
    before = slot.clause.before
    if before is None or not before.chunks[0].has("subordinate") or context.subjects:
        return False
    slot.subject, slot.subject_from = counted_actor(slot, slots, context), Origin.CLAUSE
    return bool(slot.subject)


_SAYING = frozenset(("says",))


def _own(slot: Slot, subjects: dict[int, SubjectReading]) -> SubjectReading:
    """Read what stands right before the number: what is said of it, not who says it."""
    said = max((i for i, c in enumerate(slot.left) if c.kinds == _SAYING), default=-1)
    own = read_subject(slot.left[said + 1 :])
    reading = subjects.get(id(slot.clause))
    if reading is not None and reading.plain and own.weak and own.text in reading.text:
        return reading  # the whole phrase: `the younger brother`
    if (
        reading is not None
        and reading.subject
        and own.weak
        and not (reading.weak or reading.plain)
        and own.text.isascii()
    ):
        return reading._replace(places=own.places)  # `Osprey, a network of 64 clinics`
    return own


def _places(slot: Slot, subjects: dict[int, SubjectReading]) -> Iterator[str]:
    """Yield the places named in the clause and in those before it, back to the previous number."""
    for clause in _clauses_out(slot):
        if clause is not slot.clause and any(c.kind is Kind.QUANTITY for c in clause.chunks):
            return
        reading = subjects.get(id(clause))
        yield from (c.text for c in reading.places) if reading is not None else ()


def _beside(slot: Slot, own: SubjectReading, slots: list[Slot], context: Context) -> bool:
    """Take the subject from right beside the number: its holder, its own words, or what its parentheses explain."""
    noun = described(slot) or opponent(slot, slots)
    if noun is not None:
        slot.subject, slot.subject_from = noun.text, Origin.CLAUSE
        return True
    holder = _holder(slot.left)
    if holder is not None:
        slot.others = tuple(o for o in slot.others if o != holder.text)
        slot.subject, slot.subject_from = holder.text, Origin.CLAUSE
        return True
    compared = _compared(slot)
    if compared is not None:
        slot.subject, slot.subject_from = compared.text, Origin.CLAUSE
        return True
    before = next((s for s in reversed(slots) if s.clause is slot.clause and s.index < slot.index), None)
    if before is not None and before.subject and not own.subject and own.pronoun is None:
        slot.subject, slot.subject_from = before.subject, Origin.SENTENCE  # `Kimi K2.5 的 1T/32B`
        return True
    first = first_quantity(slot.clause) in (slot.index, -1)
    if own.subject and _is_subject(slot, own, slots, context, first=first):
        slot.subject, slot.subject_from = own.text, Origin.CLAUSE
        if own.weak and not slot.metric.known and not own.text.isascii():
            slot.words = (*slot.words, *(c.text for c in own.subject[1:]))  # `新款|吸力|提升了三成`
        return True
    anchor = slot.clause.anchor
    if anchor is not None and not own.subject and _explains(slot.clause, anchor):
        slot.subject, slot.subject_from = anchor.text, Origin.CLAUSE
        return True
    return False


def _is_subject(slot: Slot, own: SubjectReading, slots: list[Slot], context: Context, *, first: bool) -> bool:
    if own.guess:
        return not first or is_named(slot, own, slots, context)
    if not own.weak:
        return True
    alone = _stands_alone if own.text.isascii() else is_spoken_of
    return first and alone(slot, own, slots, context)


def _stands_alone(slot: Slot, own: SubjectReading, slots: list[Slot], context: Context) -> bool:
    """Whether a phrase of ordinary words is the subject rather than what is measured.

    It is where a metric or a possessive follows it (`盐山队射门 17 次`), where it runs parallel to a subject
    before it (`墩江队只有 6 次`), and where nothing around names another.
    """
    after = [c for c in slot.left if c.start >= own.subject[-1].end]
    moved = any(c.has("up", "down", "amount") for c in after) and not any(c.has("metric_verb") for c in after)
    if own.text.isascii() and moved and any(c.kind is Kind.NAME for c in own.places):
        return False  # `water bills in Ashgrove rose by $6`
    if own.text.isascii() and after and after[0].has("metric", "modifier"):
        return False  # `ticket income`, `finish rate`: in English such words belong to the metric
    acting = next((c for c in after if not c.has("skip", "negation")), None)
    if (
        acting is not None
        and acting.has("act", "metric_verb", "event", "up", "down")
        and not acting.has("metric")
    ):
        return True  # `the tongue retreated by 46 m`: who does something is what is spoken of
    if any(c.has("metric", "metric_verb") or c.has("possessive_mark") or c.time is not None for c in after):
        return True
    if any(
        s.found.unit == slot.found.unit and s.subject_from is Origin.CLAUSE for s in slots if s is not slot
    ):
        return True
    return not context.subjects


def _says_what(left: Sequence[Chunk]) -> bool:
    """Whether words between a label and its number say more than how it moved: `安装包：从 96 MB 瘦到 54 MB`."""
    return any(
        c.kind in (Kind.NAME, Kind.CONTENT, Kind.QUANTITY)
        or c.has("metric", "metric_verb", "modifier", "pronoun")
        for c in left
    ) or any(c.text.isascii() for c in left)


def _labels(slot: Slot, label: Clause, subjects: dict[int, SubjectReading], context: Context) -> bool:
    """`肯尼亚：7` under `奖牌数：` names the subject; `output: 410 MW` under `Ravenna plant` names the metric."""
    reading = subjects.get(id(label))
    slot.words = (*slot.words, *(c.text for c in label.chunks if c.has("measured")))
    if reading is None or not reading.subject or read_metric(label.chunks).known:
        return False
    led = next(
        (s for s, origin in context.subjects if origin in (Origin.LIST, Origin.HEADING, Origin.TITLE)), ""
    )
    if not led or (
        context.metric_from is Origin.LIST and not any(o is Origin.LIST for _, o in context.subjects)
    ):
        slot.subject, slot.subject_from = reading.text, Origin.CLAUSE
        return True
    slot.words = (*slot.words, reading.text)
    return False


def _explains(clause: Clause, anchor: Chunk) -> bool:
    """Whether parentheses say something of the words before them: not where those are merely compared with."""
    if anchor.kind not in (Kind.NAME, Kind.CONTENT) or anchor.has("metric"):
        return False
    if clause.parent is None:
        return True
    before = [c for c in clause.parent.chunks if c.end <= anchor.start][-2:]
    if anchor.kind is Kind.NAME:
        return not (before and before[-1].has("measured_on"))  # `12 points on MathEval (71)`
    return not any(c.has("than", "behind", "generic") for c in before)


def _clauses_out(slot: Slot) -> Iterator[Clause]:
    """Yield the clause of a number, then those before and around it."""
    outer: Clause | None = slot.clause
    while outer is not None:
        yield outer
        outer = outer.before or outer.parent


def _names(reading: SubjectReading | None, clause: Clause) -> bool:
    """Whether a clause has a subject that those after it may be about."""
    if reading is None or not reading.subject or clause.label:
        return False
    if clause.chunks and clause.chunks[-1].has("says", "when"):
        return False  # `数据显示，`, `COVID-19 期间，`
    return (not reading.weak or reading.being) and not is_doubtful(reading, clause)


def _from_sentence(slot: Slot, subjects: dict[int, SubjectReading], slots: list[Slot]) -> bool:
    """Take the subject of the clause, of the clauses before it, or of the clause around it.

    A phrase of ordinary words counts only where another number of the sentence has it for its subject; a place
    (`At the Leeds hub, 840 robots …`) where nothing else is named.
    """
    if announced(slot, subjects):
        return True
    stated = {s.subject for s in slots if s.subject_from is Origin.CLAUSE and s is not slot}
    place = ""
    beings: list[SubjectReading] = []
    for clause in _clauses_out(slot):
        reading = subjects.get(id(clause))
        if reading is None:
            continue
        doubtful = is_doubtful(reading, clause)
        if reading.being and reading.weak and clause is not slot.clause and reading.text not in stated:
            beings.append(reading)  # `总部位于深圳，目前有员工……`: it may have said before of whom it speaks
        elif reading.subject and (
            (not reading.weak and not doubtful) or reading.being or reading.text in stated
        ):
            if not reading.weak:
                slot.others += tuple(c.text for c in reading.others)
            slot.subject, slot.subject_from = reading.text, Origin.SENTENCE
            return True
        if reading.pronoun is not None and (clause is slot.clause or any(map(is_predicate, clause.chunks))):
            return reading.pronoun.has("speaker")
        place = place or next(
            (c.text for c in reading.places if c.kind is Kind.NAME and not c.has("metric")), ""
        )
    if beings:
        slot.subject, slot.subject_from = beings[0].text, Origin.SENTENCE
        return True
    if place:
        slot.subject, slot.subject_from = place, Origin.SENTENCE
        slot.places = tuple(p for p in slot.places if p != place)
    return bool(place)


def _after_verb(slot: Slot) -> Chunk | None:
    """`5,217 runners finished the Harbour Marathon`: the number comes first, and what it belongs to after the verb."""
    if any(c.kind in (Kind.NAME, Kind.CONTENT) for c in slot.left):
        return None
    predicate = False
    for chunk in slot.clause.chunks[slot.index + 1 :]:
        if chunk.kind is Kind.QUANTITY or chunk.has("possessive_mark"):
            return None
        predicate = predicate or chunk.has("verb", "metric_verb", "act", "by")
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
            if beside and not possessed and before is not None and before.has("gap"):
                return None  # `落后榕城队 4 分`: the number is the gap between both
            return chunk if possessed and beside else chunk if beside and position == len(left) - 1 else None
        if chunk.has("possessive_mark"):
            possessed = True
        elif not chunk.has("metric", "modifier", "skip", "function", "generic"):
            return None
    return None


def _compared(slot: Slot) -> Chunk | None:
    """`compared with 58 W for the Model Q`: the name behind the number owns it."""
    if not any(c.has("than", "versus") for c in slot.left):
        return None
    behind = [c for c in slot.right if not c.has("function") or c.has("for")]
    if len(behind) > 1 and behind[0].has("for") and behind[1].kind is Kind.NAME:
        return behind[1]
    return None
