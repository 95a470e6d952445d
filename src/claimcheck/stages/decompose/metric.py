"""Finds what a quantity measures: the metric words around it, as keys of the lexicon where they are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.claim import Role
from claimcheck.stages.decompose.chunk import Kind
from claimcheck.stages.decompose.chunks import chunks_of
from claimcheck.stages.extract import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.decompose.chunk import Chunk
    from claimcheck.stages.decompose.clauses import Clause

# total is what a metric means when nothing else is said
_DEFAULT_MODIFIERS = frozenset({"total", "overall", "current", "existing"})


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
    extra = {*kinds, *modifiers} - _DEFAULT_MODIFIERS - {head}
    return "+".join([head, *sorted(extra)])


def read_metric(chunks: Iterable[Chunk]) -> MetricReading:
    """Read the metric out of a stretch of chunks: the noun phrase around its last head.

    Both languages put the head last. Modifiers and further heads count where they touch it (`激活的参数`,
    `net interest margin`); a modifier alone, or one elsewhere in the stretch, is no part of the metric.
    """
    stretch = list(chunks)
    head = max((i for i, c in enumerate(stretch) if c.has("metric")), default=-1)
    if head < 0:
        return NO_METRIC
    first, last = _grow(stretch, head, -1), _grow(stretch, head, 1)
    joint = next((i for i in range(first, last) if stretch[i].has("of_phrase", "rate_of")), None)
    if joint is not None:  # `the average cost of a delivery` is a cost
        head = max((i for i in range(first, joint) if stretch[i].has("metric")), default=head)
    first = _qualified(stretch, first)
    phrase = [c for c in stretch[first : last + 1] if c.has("metric", "modifier") or _qualifies(c)]
    heads = [stretch[head].key("metric")]
    extra: list[str] = []
    for chunk in phrase:
        if chunk is not stretch[head] and chunk.has("metric", "modifier"):
            kind = "modifier" if chunk.has("modifier") else "metric"
            extra += chunk.key(kind).split(".")
    return MetricReading(metric_key(heads, extra), tuple(c.text for c in phrase), tuple(phrase))


def _qualified(stretch: Sequence[Chunk], first: int) -> int:
    """Return where a noun phrase begins: common words in front of the metric say which it is (`大米价格`, `salt content`)."""
    while first > 0:
        chunk = stretch[first - 1]
        glue = chunk.text == "的" and first > 1 and _qualifies(stretch[first - 2])
        gap = stretch[first].start - chunk.end
        if gap > (1 if chunk.text.isascii() else 0) or not (glue or _qualifies(chunk)):
            break
        first -= 1
    return first


def _qualifies(chunk: Chunk) -> bool:
    if chunk.text.isascii():
        return chunk.kind is Kind.CONTENT and chunk.text.islower() and not chunk.has("past")
    return chunk.kind is Kind.CONTENT and chunk.has("noun")


# what the role of a number says already; of the bases of comparison, the year before is the usual one
_SAID_BY_ROLE = {
    Role.RANK: frozenset(("rank",)),
    Role.CHANGE: frozenset(("growth", "decline_rate", "difference", "year_on_year")),
}


# a flow's period, said again by the time it is given for (a pattern of that time's ISO text)
_SAID_BY_TIME = {
    "quarterly": re.compile(r".*-Q\d$"),
    "half_year": re.compile(r".*-H\d$"),
    "monthly": re.compile(r"\d{4}-\d{2}$"),
    "annual": re.compile(r"(?:FY)?\d{4}$"),
}


def comparable_key(key: str, role: Role, time: str | None = None) -> str:
    """Return a metric's key without what its role and time already say: the growth of GDP is a change of GDP.

    >>> comparable_key("gdp+growth+year_on_year", Role.CHANGE), comparable_key("gdp+growth", Role.VALUE)
    ('gdp', 'gdp+growth')
    >>> comparable_key("revenue+quarterly", Role.VALUE, "2025-Q3"), comparable_key("revenue+quarterly", Role.VALUE)
    ('revenue', 'revenue+quarterly')
    """
    said = _SAID_BY_ROLE.get(role, frozenset())
    by_time = {name for name, pattern in _SAID_BY_TIME.items() if time and pattern.match(time)}
    return "+".join(part for part in key.split("+") if part not in said and part not in by_time)


def _elsewhere(chunk: Chunk) -> bool:
    """Whether a word that could belong to a metric is rather a verb or the thing spoken of."""
    verb = chunk.has("verb") and not (chunk.text.isascii() and chunk.has("modifier"))
    generic = chunk.has("generic") and not chunk.has("modifier")
    return verb or generic or chunk.has("up", "down", "act", "pronoun")


def _grow(stretch: Sequence[Chunk], head: int, step: int) -> int:
    """Return the end of the noun phrase on one side of its head."""
    edge, position = head, head + step
    while 0 <= position < len(stretch):
        chunk = stretch[position]
        if chunk.has("metric", "modifier") and not _elsewhere(chunk):
            edge = position
        elif not chunk.has("inside_metric"):
            break
        position += step
    return edge


def phrase_metric(phrase: str, cues: Cues) -> MetricReading:
    """Read the metric named by a short phrase: a header cell, a counted thing, a list label."""
    whole = next((tag for tag in cues.tags(phrase) if tag.kind == "metric"), None)
    if whole is not None:
        return MetricReading(metric_key([whole.key], ()), (phrase,), ())
    return read_metric(chunks_of(phrase, 0, len(phrase), Reading([], [], [], []), cues))


_STOPS = ("verb", "up", "down", "says", "than", "behind", "versus", "and", "metric_verb", "act", "pronoun")


def right_of(clause: Clause, index: int) -> tuple[list[Chunk], Chunk | None]:
    """Return the chunks after a quantity that still belong to it, and the chunk that ended them."""
    region: list[Chunk] = []
    for chunk in clause.chunks[index + 1 :]:
        if chunk.kind in (Kind.QUANTITY, Kind.LIST, Kind.COMMA):
            return region, chunk
        if chunk.has(*_STOPS) and not chunk.has("metric", "modifier") and not chunk.has("goes_on"):
            return region, chunk
        if chunk.text == "的" and region:
            return region, None
        region.append(chunk)
    return region, None


def counted_by(region: Sequence[Chunk]) -> list[Chunk]:
    """Return the part of the region behind a number that is still its own noun phrase.

    Other words end it, except one right before a metric (`a 5% finish rate`).
    """
    phrase: list[Chunk] = []
    for position, chunk in enumerate(region):
        following = region[position + 1] if position + 1 < len(region) else None
        if chunk.has("places") and not chunk.has("inside_metric") and any(c.has("metric") for c in phrase):
            break  # `612 m above sea level on the old road`
        part = (
            chunk.has("metric", "modifier", "function", "generic", "scope", "named", "by")
            or chunk.time is not None
        )
        if not part and not (following is not None and following.has("metric") and not phrase):
            break
        phrase.append(chunk)
    return phrase


def left_of(clause: Clause, index: int) -> list[Chunk]:
    """Return the chunks between the previous quantity of the clause (or its start) and this one.

    What stands between the previous quantity and a conjunction is the previous quantity's.
    """
    region: list[Chunk] = []
    for chunk in reversed(clause.chunks[:index]):
        if chunk.kind is Kind.QUANTITY:
            joints = [i for i, c in enumerate(region) if c.kind is Kind.LIST or c.has("and")]
            region = region[: joints[0] + 1] if joints else region
            break
        region.append(chunk)
    return region[::-1]
