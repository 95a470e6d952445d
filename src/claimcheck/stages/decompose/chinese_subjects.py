"""Tells what a Chinese number is said of from what it measures, by what stands around words that no table calls a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.decompose.clauses import Clause
    from claimcheck.stages.decompose.slots import Context, Slot
    from claimcheck.stages.decompose.subject import SubjectReading


# where a subject comes from that the numbers below it share
_SHARED = (Origin.LIST, Origin.HEADING, Origin.TITLE)


def is_named(slot: Slot, own: SubjectReading, slots: list[Slot], context: Context) -> bool:
    """Whether a Chinese word that no table knows names the subject, where something else was spoken of before it.

    It does where it acts (`陈曦独得 27 分`), owns, makes up a share, or runs parallel to what was before it (`温州 249 毫米`
    after `杭州降雨 91 毫米`); else it says what is measured (`煤耗 296 克`, `二等座票价 553 元`).
    """
    if _is_part(slot):
        return False
    earlier = [s for s in slots if s is not slot and s.found.start < slot.found.start and s.subject]
    shared = any(origin in _SHARED for _, origin in context.subjects)
    known = (context.topic, context.previous, *context.names, *(name for name, _ in context.subjects))
    if own.text in known or not (earlier or shared or slot.spoken):
        return True
    after = [c for c in slot.left if c.start >= own.subject[-1].end]
    if any(c.has("part_of") for c in after):
        return True
    if any(
        s.found.unit == slot.found.unit and (not slot.metric.known or s.metric.key == slot.metric.key)
        for s in earlier
    ):
        return True
    following = next((c for c in after if not c.has("skip")), None)
    if following is None:
        return False
    owns = following.has("possessive_mark") and _has_metric(slot)
    return owns or (following.has("act", "behind") and not following.has("metric"))


def _has_metric(slot: Slot) -> bool:
    """Whether what is owned is measured: `首页的延迟`, not `撑坏的竹篙`."""
    return slot.metric.known or any(c.has("measured") for c in slot.left)


def is_spoken_of(slot: Slot, own: SubjectReading, slots: list[Slot], context: Context) -> bool:
    """Whether a Chinese phrase of ordinary words is the subject rather than what is measured of another.

    Places and people are (`农村地区仍停留在 58%`), and what makes up a share (`甲型占 72%`), an owner (`首页的延迟`), what
    runs parallel to the subject before it (`食品价格降 1%，非食品涨 2%`); all else where nothing else is spoken of.
    """
    if _is_part(slot):
        return False
    after = [c for c in slot.left if c.start >= own.subject[-1].end]
    if not after and slot.found.kind is QuantityKind.COUNT:
        return not context.subjects and own.being and len(own.subject) > 1
    if any(c.has("part_of") for c in after):
        return True
    following = next((c for c in after if not c.has("skip")), None)
    measured = following is not None and following.has("metric", "metric_verb", "modifier")
    head = own.subject[-1]
    if head.has("place") or (head.has("person") and not measured):
        return True
    if following is not None and following.has("possessive_mark") and _has_metric(slot):
        return True
    earlier = [s for s in slots if s is not slot and s.found.start < slot.found.start and s.subject]
    parallel = any(
        s.found.unit == slot.found.unit and (not slot.metric.known or s.metric.key == slot.metric.key)
        for s in earlier
    )
    return parallel or not (earlier or slot.spoken or context.subjects)


def _is_part(slot: Slot) -> bool:
    """`其中一级文物 213 件`: some of what was counted before, of the same subject."""
    counted = slot.found.kind is QuantityKind.COUNT or bool(slot.found.thing_phrase)
    return counted and bool(slot.left) and slot.left[0].has("partitive") and not slot.left[0].text.isascii()


# numbers that say what a thing is like: `34 岁的门将`, `高 300 米的塔`
_QUALITIES = (QuantityKind.MEASURE, QuantityKind.MONEY)
# how long something took describes what was done
_DURATIONS = frozenset(("s", "min", "h", "d", "day", "week", "month", "mo", "wk"))
_MARK_AND_NOUN = 2


def described(slot: Slot) -> Chunk | None:
    """Return the noun that a number is an attribute of, or None: `现年 34 岁的门将霍尔姆`."""
    return noun_described(slot.clause.chunks, slot.index, slot.left)


def noun_described(chunks: Sequence[Chunk], index: int, left: Sequence[Chunk]) -> Chunk | None:
    """Return the noun behind a Chinese number that is its attribute, unless something was done to it.

    Args:
        chunks: the clause.
        index: where the number stands in it.
        left: what stands before the number and may belong to it.
    """
    found = chunks[index].quantity
    after = chunks[index + 1 : index + 4]
    if found is None or found.kind not in _QUALITIES or len(after) < _MARK_AND_NOUN or after[0].text != "的":
        return None
    if (found.unit or "") in _DURATIONS or any(
        c.has("act", "verb", "up", "down") and not c.has("metric_verb") for c in left
    ):
        return None
    nouns = [after[1], *(c for c in after[2:] if c.start == after[1].end)]
    named = [
        c
        for c in nouns
        if c.kind in (Kind.NAME, Kind.CONTENT) and not c.has("metric", "measured", "up", "down")
    ]
    return named[-1] if named and named[0] is nouns[0] else None


# between the numbers of a score stands one character, with spaces around it
_SCORE_MARK = 3


def opponent(slot: Slot, slots: list[Slot]) -> Chunk | None:
    """`以 3 比 1 击败海门队`: the second number of a score is that of whom the verb names."""
    before = next((s for s in slots if s.clause is slot.clause and s.found.end <= slot.found.start), None)
    if before is None or slot.found.start - before.found.end > _SCORE_MARK:
        return None
    after = slot.clause.chunks[slot.index + 1 : slot.index + 3]
    beaten = len(after) > 1 and after[0].has("beats") and after[1].kind in (Kind.NAME, Kind.CONTENT)
    return after[1] if beaten else None


def is_doubtful(reading: SubjectReading, clause: Clause) -> bool:
    """Whether a word that no table knows is hardly a name: beside a number, or where nothing is said of it."""
    if not reading.guess:
        return False
    end = reading.subject[-1].end
    after = [c for c in clause.chunks if c.start >= end and not c.has("skip")]
    alone = not after and clause.before is not None  # first of all, it is rather an item of a list
    return alone or any(c.kind is Kind.QUANTITY for c in clause.chunks)


def said_before(slot: Slot, slots: Sequence[Slot], context: Context) -> str:
    """Return whom the number before it in the sentence is said of: in Chinese one topic goes on through its clauses.

    A list, a heading or a title that names a subject comes first: `45 分，对手 29 分，提升 16 分`.
    """
    if any(origin in _SHARED for _, origin in context.subjects):
        return ""
    before = [s for s in slots if s.found.start < slot.found.start and s.subject]
    return before[-1].subject if before else ""


def is_chinese(slot: Slot, own: SubjectReading) -> bool:
    """Whether a number stands in Chinese words that name no certain subject of their own."""
    if own.subject and (not own.weak or own.text.isascii()):
        return False
    return any(not c.text.isascii() for c in slot.clause.chunks if c.quantity is None and c.time is None)
