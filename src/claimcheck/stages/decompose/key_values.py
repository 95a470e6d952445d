"""Reads a label before a number, `Climbing: 2,310 m`: it names what is measured, or whom a list is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.metric import NO_METRIC, read_metric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.decompose.clauses import Clause
    from claimcheck.stages.decompose.slots import Context, Slot

_GROUPS = (Origin.LIST, Origin.HEADING, Origin.TITLE)
# a label of more pieces than this is a sentence
_LONGEST = 6
_VERBAL = ("verb", "metric_verb", "act", "up", "down")


def read_label_of(slot: Slot, context: Context) -> bool:
    """Take subject or metric from a label in front of a number; return whether both are settled.

    Where a list counts one thing for many (`Medals so far:`), the label is the subject. Under the name of one thing
    (`Ravenna plant`) it is the metric. Where neither is known a name is a subject.
    """
    label = label_of(slot)
    if label is None:
        return False
    key = " ".join(c.text for c in label if c.kind not in (Kind.OPEN, Kind.CLOSE)).replace(" '", "'")
    metric = read_metric(label)
    group, group_from = next((s for s in context.subjects if s[1] in _GROUPS), ("", Origin.NONE))
    listed = context.metric_from is Origin.LIST and not any(o is Origin.LIST for _, o in context.subjects)
    if metric.known and len(label) > 1 and all(c.has("object") for c in metric.chunks):
        metric = NO_METRIC  # `Carpal tunnel`, `Ravenna plant`: one name
    # the first word of a label has its capital from its place
    named = any(
        c.kind is Kind.NAME and not c.has("metric") and (c is not label[0] or not group or " " in c.text)
        for c in label
    )
    if metric.known and not (named or (listed and label[-1].has("object"))):
        slot.metric, slot.metric_from = metric, Origin.CLAUSE
        slot.words = tuple(dict.fromkeys((key, *slot.words)))
        slot.subject, slot.subject_from = group, group_from
        return bool(group)
    if metric.known:
        return False
    if listed or (not group and named) or _is_entry(slot, label, context):
        slot.subject, slot.subject_from = key, Origin.CLAUSE
        if not context.metric.known:
            slot.words = (*slot.words, *context.metric.words)
        return True
    slot.words = (key, *slot.words)
    slot.subject, slot.subject_from = group, group_from
    return bool(group)


def label_of(slot: Slot) -> Sequence[Chunk] | None:
    """Return the chunks of the label of a number: up to a colon, or all that stands before it where no sentence is."""
    if slot.clause.parent is not None:
        return None
    before = slot.clause.before
    if before is not None and before.label and not slot.left:
        return before.chunks if _is_label(before.chunks) and not _in_sentence(before.before) else None
    own = slot.clause.chunks[: slot.index]
    if own != slot.left or not own or slot.clause.chunks[slot.index + 1 :]:
        return None
    lone = len(own) <= 2 and all(
        c.kind in (Kind.NAME, Kind.CONTENT) or c.has("metric", "modifier") for c in own
    )
    return own if lone and _is_label(own) and not _in_sentence(before) else None


def _is_label(chunks: Sequence[Chunk]) -> bool:
    """A short phrase without a verb, unless a participle ends it (`Stores opened: 4`)."""
    if len(chunks) > _LONGEST or not all(c.text.isascii() for c in chunks):
        return False
    verbs = [c for c in chunks if c.has(*_VERBAL, "says") and not c.has("goes_on", "metric", "modifier")]
    return not any(c.has("pronoun", "relative") or c.quantity is not None for c in chunks) and all(
        c is chunks[-1] and len(chunks) < _LONGEST for c in verbs
    )


def _in_sentence(clause: Clause | None) -> bool:
    """Whether a verb stands in the clauses before: then a short clause is an ellipsis (`…, Bittern 64`)."""
    while clause is not None:
        if not clause.label and any(
            c.has(*_VERBAL) and not c.has("metric", "modifier", "goes_on") for c in clause.chunks
        ):
            return True
        clause = clause.before
    return False


def _is_entry(slot: Slot, label: Sequence[Chunk], context: Context) -> bool:
    """Whether a name under a heading is one of many rather than a property: a full name, a share, a score."""
    if not all(c.kind is Kind.NAME for c in label):
        return False
    if context.metric.known and not slot.found.thing_phrase:
        return True
    words = label[0].text.split()
    return len(words) > 1 and slot.found.kind in (
        QuantityKind.NUMBER,
        QuantityKind.COUNT,
        QuantityKind.PERCENT,
        QuantityKind.MONEY,
    )
