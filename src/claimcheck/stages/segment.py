"""Cuts the visible text of a block into sentences, Chinese and English alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.languages.stops import load_stops

if TYPE_CHECKING:
    from claimcheck.languages.stops import Stops

# A run of full stops is tried once, from its first: from each of them, a long run would take quadratic time.
_END = re.compile(
    r"[。！？!?；]+[”’」』）)\"']*|(?<!\.)\.++[”’)\"']*+(?=\s++[\"'“‘(\[]?[A-Z0-9\u4e00-\u9fff])|;(?=\s)|\n"
)
_CLOSED = frozenset("。！？!?.;；:：,，、")
_BLANK = 80  # white space before a line break beyond this ends a line, whatever stands before it


def sentences(text: str, stops: Stops | None = None) -> list[tuple[int, int]]:
    """Return the half-open spans of the sentences of a block, without white space around them.

    A line break inside a block ends a sentence only where one line is finished and the next begins anew;
    a line that merely wraps goes on.

    Args:
        text: the visible text of a block.
        stops: after what a full stop ends no sentence; by default that of the languages read in every text.

    >>> [("A b. C d.")[s:e] for s, e in sentences("A b. C d.")]
    ['A b.', 'C d.']
    >>> len(sentences("Dr. No earned $1.5m, e.g. in May. 营收5亿。利润1亿。"))
    3
    """
    spans: list[tuple[int, int]] = []
    start = 0
    stops = stops or load_stops()
    for end in _END.finditer(text):
        if not _ends_here(text, start, end, stops):
            continue
        _add(spans, text, start, end.end())
        start = end.end()
    _add(spans, text, start, len(text))
    return spans


def _ends_here(text: str, start: int, end: re.Match[str], stops: Stops) -> bool:
    mark = end[0]
    if mark == "\n":
        before = text[max(start, end.start() - _BLANK) : end.start()].rstrip()
        return not before or before[-1] in _CLOSED or _labelled(text[end.end() : end.end() + 40])
    if mark.startswith("."):
        return stops.ends(text[max(start, end.start() - 12) : end.start()])
    return True


def _labelled(following: str) -> bool:
    """Whether a line starts with a short label, as in ``Height: 42 m``: then it is a statement of its own."""
    return bool(re.match(r"[^\n:：]{1,30}[:：]", following))


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


# no author writes longer sentences; what is longer is data or an attack, and is read in pieces
_MOST_NUMBERS = 40
_LONGEST = 2_000


def bounded(spans: list[tuple[int, int]], numbers: list[int]) -> list[tuple[int, int]]:
    """Cut sentences into pieces of at most 40 numbers and 2,000 characters, so that time stays linear in the text.

    Args:
        spans: the sentences.
        numbers: where each number starts, in order.

    >>> bounded([(0, 3)], [0]), len(bounded([(0, 100)], list(range(100))))
    ([(0, 3)], 3)
    """
    pieces: list[tuple[int, int]] = []
    for start, end in spans:
        at = start
        while at < end:
            first = bisect_left(numbers, at)
            cut = numbers[first + _MOST_NUMBERS] if first + _MOST_NUMBERS < len(numbers) else end
            cut = min(cut, end, at + _LONGEST)
            pieces.append((at, cut))
            at = cut
    return pieces
