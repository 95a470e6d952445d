"""Finds what a quantity measures: the metric words around it, as keys of the lexicon where they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.stages.decompose.chunks import Kind, chunks_of
from claimcheck.stages.extract import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.decompose.chunks import Chunk
    from claimcheck.stages.decompose.clauses import Clause

# total is what a metric means when nothing else is said
_DEFAULT_MODIFIERS = frozenset({"total", "overall", "current"})


class MetricReading(NamedTuple):
    """A metric: its lexicon key (head and sorted modifiers), the words as written, and the chunks they are."""

    key: str
    words: tuple[str, ...]
    chunks: tuple[Chunk, ...]

    @property
    def known(self) -> bool:
        """Whether the lexicon knows it."""
        return bool(self.key)


NO_METRIC = MetricReading("", (), ())


def metric_key(heads: Sequence[str], modifiers: Iterable[str]) -> str:
    """Join a head and its modifiers into one key that is the same whatever order they were written in.

    >>> metric_key(["parameters"], ["active"]), metric_key(["parameters.active"], ["total"])
    ('parameters+active', 'parameters+active')
    """
    if not heads:
        return ""
    head, *kinds = heads[0].split(".")
    extra = {*kinds, *modifiers, *(h.replace(".", "+") for h in heads[1:] if h != heads[0])} - _DEFAULT_MODIFIERS - {head}
    return "+".join([head, *sorted(extra)])


def read_metric(chunks: Iterable[Chunk]) -> MetricReading:
    """Read the metric out of chunks that belong together; the last head is the head, as in both languages.

    Modifiers need a head to modify: alone they are no metric.
    """
    heads: list[str] = []
    modifiers: list[str] = []
    used: list[Chunk] = []
    for chunk in chunks:
        if chunk.has("metric"):
            heads.append(chunk.key("metric"))
            used.append(chunk)
        elif chunk.has("modifier"):
            modifiers.append(chunk.key("modifier"))
            used.append(chunk)
    if not heads:
        return NO_METRIC
    return MetricReading(metric_key(heads[::-1], modifiers), tuple(c.text for c in used), tuple(used))


def phrase_metric(phrase: str, cues: Cues) -> MetricReading:
    """Read the metric named by a short phrase: a header cell, a counted thing, a list label."""
    return read_metric(chunks_of(phrase, 0, len(phrase), Reading([], [], [], []), cues))


_STOPS = ("verb", "up", "down", "says", "than", "behind", "versus", "and", "metric_verb", "pronoun")


def right_of(clause: Clause, index: int) -> tuple[list[Chunk], Chunk | None]:
    """Return the chunks after a quantity that still belong to it, and the chunk that ended them."""
    region: list[Chunk] = []
    for chunk in clause.chunks[index + 1 :]:
        if chunk.kind in (Kind.QUANTITY, Kind.LIST, Kind.COMMA):
            return region, chunk
        if chunk.has(*_STOPS) and not chunk.has("metric", "modifier"):
            return region, chunk
        region.append(chunk)
    return region, None


def left_of(clause: Clause, index: int) -> list[Chunk]:
    """Return the chunks between the previous quantity of the clause (or its start) and this one."""
    region: list[Chunk] = []
    for chunk in reversed(clause.chunks[:index]):
        if chunk.kind is Kind.QUANTITY:
            break
        region.append(chunk)
    return region[::-1]
