"""Reads the metric that the words around a number state: after it, as the thing counted, or before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.metric import (
    NO_METRIC,
    MetricReading,
    counted_by,
    metric_key,
    phrase_metric,
    read_metric,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.extract import Found

# metrics that are hardly more than a unit: `a context window of 512K tokens` measures the window
COUNTING = frozenset(
    (
        "tokens",
        "people",
        "score",
        "points",
        "words",
        "items",
        "times",
        "households",
        "votes",
        "matches",
        "vehicles",
    )
)


def own_metric(
    found: Found, left: list[Chunk], right: list[Chunk], stopped_by: Chunk | None, cues: Cues
) -> tuple[MetricReading, Origin, list[Chunk]]:
    """The metric stands after the number (`397B 总参数`), is the thing counted, or stands before it."""
    behind = read_metric(counted_by(right))
    runs_on = stopped_by is not None and (
        stopped_by.kind is Kind.QUANTITY or stopped_by.has("verb", "act", "up", "down")
    )
    if behind.known and runs_on and read_metric(left).known:
        behind, right = NO_METRIC, []
    counted = found.thing_phrase or (found.unit if found.kind is QuantityKind.COUNT else "") or ""
    thing = phrase_metric(counted, cues) if counted else NO_METRIC
    before = read_metric(nearest(left))
    share = found.kind is QuantityKind.PERCENT and bool(right) and right[0].has("of")
    if share and before.known:
        return before, Origin.CLAUSE, right
    verb = next((c for c in reversed(left) if c.has("metric_verb")), None)
    if thing.known and (before.known or verb is not None) and thing.key in COUNTING:
        thing = NO_METRIC
    if behind.known and before.known and behind.key in COUNTING:
        behind = NO_METRIC
    for reading in (behind, thing):
        if reading.known:
            return _with_modifiers(reading, left, verb), Origin.CLAUSE, right
    if before.known:
        return _with_tail(before, right), Origin.CLAUSE, right
    if verb is not None:
        return (
            MetricReading(metric_key([verb.key("metric_verb")], ()), (verb.text,), (verb,)),
            Origin.CLAUSE,
            right,
        )
    return NO_METRIC, Origin.NONE, right


def nearest(left: Sequence[Chunk]) -> list[Chunk]:
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


# modifiers that may also follow the number
_TAILS = frozenset(("average", "median", "per_capita"))


def _with_tail(reading: MetricReading, right: Sequence[Chunk]) -> MetricReading:
    """Add a modifier that follows the number: `cost £3.42 on average`."""
    extra = [c for c in right[:3] if c.key("modifier") in _TAILS]
    if not extra:
        return reading
    head, *old = reading.key.split("+")
    key = metric_key([head], [*old, *(c.key("modifier") for c in extra)])
    return MetricReading(key, (*reading.words, *(c.text for c in extra)), reading.chunks)
