"""Fills in the metric of a number that states none: from its neighbours, its anchor, or what stands around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.last_metric import does_itself, is_age, predicate_words, state_words
from claimcheck.stages.decompose.metric import NO_METRIC, MetricReading, phrase_metric, read_metric
from claimcheck.stages.decompose.own_metric import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.decompose.clauses import Clause
    from claimcheck.stages.decompose.slots import Context, Slot


def pair_respectively(slots: list[Slot], chunks: Sequence[Chunk], cues: Cues) -> None:
    """`A, B and C had 1, 2 and 3 respectively`: the n-th number belongs to the n-th name, metric or period."""
    marker = next((c for c in chunks if c.has("respectively")), None)
    if marker is None or len(slots) < 2:
        return
    before = [c for c in chunks if c.end <= slots[0].found.start and c is not marker]
    names = [c for c in before if c.kind is Kind.NAME]
    if len(names) > len(slots):
        names = names[
            : len(slots)
        ]  # the first ones; those after them are where or on what: `在 CodeRally 上的通过率`
    if len(names) != len(slots):
        listed = _listed(before)
        names = [
            c for c in before if (c.kind in (Kind.NAME, Kind.CONTENT) and not c.has("generic")) or c in listed
        ]
    metrics = [c for c in before if c.has("metric")]
    times = [c for c in before if c.time is not None]
    if len(names) == len(slots):
        shared = read_metric(c for c in before if c.has("metric", "modifier"))
        for slot, name in zip(slots, names, strict=True):
            slot.subject, slot.subject_from = name.text, Origin.SENTENCE
            slot.others = tuple(other.text for other in names if other is not name)
            slot.words = (*slot.words, *(c.text for c in before if c.has("act") and c.text.isascii()))
            _take(slot, shared)
    elif len(metrics) == len(slots):
        for slot, metric in zip(slots, metrics, strict=True):
            _take(slot, phrase_metric(metric.text, cues))
    elif len(times) == len(slots):
        for slot, time in zip(slots, times, strict=True):
            slot.time = time
            if not slot.metric.known:
                _take(slot, slots[-1].metric)


def _listed(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The members of a list in Chinese, whatever the tables say they can be: `煤电、气电、风电`."""
    marks = [i for i, c in enumerate(chunks) if c.kind is Kind.LIST or c.has("and")]
    beside = {chunks[j].start: chunks[j] for i in marks for j in (i - 1, i + 1) if 0 <= j < len(chunks)}
    return [c for c in beside.values() if c.has("modifier") and not c.text.isascii()]


def _take(slot: Slot, metric: MetricReading) -> None:
    if metric.known:
        slot.metric, slot.metric_from, slot.words = metric, Origin.SENTENCE, metric.words


def inherit_metrics(slots: list[Slot], context: Context, cues: Cues) -> None:
    """A number without metric words takes them from its neighbour of the same unit, its anchor, or its context."""
    by_quantity = {id(slot.found): slot for slot in slots}
    for position, slot in enumerate(slots):
        restated = (
            by_quantity.get(id(slot.clause.anchor.quantity)) if slot.clause.anchor is not None else None
        )
        if (
            restated is not None
            and not slot.metric.known
            and all(c.has("skip", "function") for c in slot.left)
        ):
            slot.metric, slot.metric_from, slot.words = restated.metric, restated.metric_from, restated.words
            slot.subject, slot.subject_from = restated.subject, restated.subject_from
            continue
        slot.words = (*slot.words, *state_words(slot, cues))
        if slot.metric.known or (slot.words and slot.found.kind is QuantityKind.COUNT):
            continue
        if any(c.has("measured") for c in slot.left):
            continue  # a metric of its own, though no table knows it
        if is_age(slot):
            slot.metric, slot.metric_from, slot.words = (
                MetricReading("age", ("age",), ()),
                Origin.CLAUSE,
                ("age",),
            )
            continue
        own = predicate_words(slot, cues)
        if own:
            partitive = any(c.has("relative") for c in slot.left) and position
            slot.words = (*slot.words, *(slots[position - 1].words if partitive else ()), *own)
            slot.metric_from = Origin.CLAUSE
            continue
        anchor = slot.clause.anchor
        if anchor is not None and slot.clause.parent is not None:
            before_anchor = (
                slot.clause.parent.chunks[: slot.clause.parent.chunks.index(anchor) + 1]
                if anchor in slot.clause.parent.chunks
                else []
            )
            hung = read_metric(nearest(before_anchor)) if anchor.has("metric") else NO_METRIC
            if hung.known:
                slot.metric, slot.metric_from, slot.words = hung, Origin.CLAUSE, hung.words
                continue
        itself = does_itself(slot, cues)
        beside = [s for s in slots[:position] if s.clause is slot.clause and s.metric.known]
        earlier = NO_METRIC if beside else _earlier_metric(slot.clause)
        if earlier.known and not itself and not slot.found.thing_phrase:
            slot.metric, slot.metric_from, slot.words = (
                earlier,
                Origin.SENTENCE,
                (*slot.words, *earlier.words),
            )
            continue
        donor = None if itself else _donor(slots, position)
        if donor is not None:
            slot.metric, slot.metric_from = donor.metric, Origin.SENTENCE
            slot.thing = donor.found.thing_phrase or donor.thing
            done = tuple(
                c.text for c in slot.left if c.has("act")
            )  # `and conceded 40`: its own verb, the other's noun
            slot.words = tuple(dict.fromkeys((*slot.words, *done, *donor.words)))
        elif (
            context.metric.known
            and not slot.found.thing_phrase
            and not (slot.words and context.metric_from is Origin.LIST)
        ):
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


def _donor(slots: list[Slot], position: int) -> Slot | None:
    slot = slots[position]
    if any(c.has("up", "down", "to", "from", "by") for c in slot.left):
        return next((s for s in reversed(slots[:position]) if s.metric.known), None)
    if (
        any(c.has("relative", "pronoun") and c.text.lower() != "it" for c in slot.left[-3:])
        and slots[:position]
    ):
        partitive = any(c.text.lower().startswith("of") or c.text == "其中" for c in slot.left)
        if partitive and (slots[position - 1].metric.known or slots[position - 1].words):
            return slots[position - 1]  # `24 beds, of which 19 …`
    own = any(c.kind is Kind.CONTENT for c in slot.left)
    denied = bool(slot.left) and slot.left[-1].has("negation")  # `not 300 but 276 metres tall`
    later = slots[position + 1 :] if slot.clause.parent is not None else slots[position + 1 :][: int(denied)]
    for other in [*reversed(slots[:position]), *later]:
        known = other.metric.known or bool(other.words)
        same = other.found.unit == slot.found.unit or (denied and other in later)
        if known and same and (not own or other.clause is not slot.clause):
            return other
    return _gapped(slots, position)


def _gapped(slots: list[Slot], position: int) -> Slot | None:
    """`Heron scored 71 points, Bittern 64`: a bare number after a name alone leaves out verb, metric and unit."""
    slot = slots[position]
    bare = slot.found.unit is None and slot.found.kind is QuantityKind.NUMBER
    if (
        not bare
        or not slot.left
        or any(c.kind is not Kind.NAME and not c.has("and", "verb", "light", "skip") for c in slot.left)
    ):
        return None
    if sum(s.clause is slot.clause for s in slots) > 1:
        return None
    return slots[position - 1] if position and slots[position - 1].clause is not slot.clause else None


# a metric that is no longer than this may be what the number is counted by: 人次
_CLASSIFIER = 2


def add_label_words(slots: Sequence[Slot]) -> None:
    """Name what a label before a colon says is measured: `航线：由 142 条增至 167 条`, unless it names the subject."""
    for slot in slots:
        label = slot.clause.before
        stated = slot.metric_from is Origin.CLAUSE and any(len(w) > _CLASSIFIER for w in slot.metric.words)
        if label is None or not label.label or stated or any(_names_metric(c) for c in slot.left):
            continue
        words = tuple(c.text for c in label.chunks if _names_metric(c) and c.text not in slot.subject)
        slot.words = tuple(dict.fromkeys((*words, *slot.words)))


def _names_metric(chunk: Chunk) -> bool:
    if chunk.text.isascii():
        return False
    return chunk.kind in (Kind.CONTENT, Kind.NAME) or chunk.has("metric", "modifier", "object")
