"""What both languages need to know while a sentence is cut into chunks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, TypeVar

from claimcheck.languages.simplified import simplify
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.records.quantity import TimeExpression
    from claimcheck.stages.extract import Found, Reading

_OPENING = re.compile(r"[\s\"'“‘*_(（]*")
_START = attrgetter("start")


Placed = TypeVar("Placed", "Found", "TimeExpression")


def _within(items: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """Return the items that start in a stretch; they are in order, so a long block costs no more than a short one."""
    return items[bisect_left(items, start, key=_START) : bisect_left(items, end, key=_START)]


def _whole(found: Found, start: int, end: int) -> tuple[int, int]:
    """The span of a number with its hedges, within the sentence."""
    return max(start, min(found.start, found.outer_start)), min(end, max(found.end, found.outer_end))


class Scan:
    """The state of one pass over one sentence; offsets count in the block's text."""

    def __init__(self, text: str, start: int, end: int, reading: Reading, cues: Cues) -> None:
        self.text, self.start, self.end, self.cues = text, start, end, cues
        lowered = simplify(text[start:end].lower())
        self.lowered = lowered if len(lowered) == end - start else text[start:end]
        self.reserved: dict[int, Chunk] = {}
        for found in _within(reading.quantities, start, end):
            first, last = _whole(found, start, end)
            self.reserved[first] = Chunk(Kind.QUANTITY, first, last, text[first:last], quantity=found)
        for time in _within(reading.times, start, end):
            self.reserved[time.start] = Chunk(Kind.TIME, time.start, time.end, time.text, time=time)
        low, high = (bisect_left(reading.names, at, key=itemgetter(0)) for at in (start, end))
        self.identifiers = dict(reading.names[low:high])
        self.starts = sorted(self.reserved)
        opening = _OPENING.match(text, start, end)
        self.opening = opening.end() if opening else start

    def reserved_near(self, start: int, end: int) -> list[int]:
        """Return where quantities and times start in a stretch."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def limit(self, position: int) -> int:
        """Return where the next quantity or time after a position starts, or the end of the sentence."""
        index = bisect_right(self.starts, position)
        return self.starts[index] if index < len(self.starts) else self.end

    def low(self, start: int, end: int) -> str:
        """Return a stretch of the sentence in lower case."""
        return self.lowered[start - self.start : end - self.start]
