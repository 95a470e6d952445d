"""Where the lines of a file begin and end, whatever its line breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n?|\n")
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Lines:
    """Code-point offsets of every line: ``text[starts[i]:ends[i]]`` is line ``i`` without its break."""

    starts: list[int]
    ends: list[int]

    def number(self, offset: int) -> int:
        """Return the 1-based number of the line that holds ``offset``."""
        return max(bisect_right(self.starts, offset), 1)


def lines_of(text: str) -> Lines:
    r"""Find the lines of a text; ``\r\n``, ``\n`` and a lone ``\r`` each end one.

    A byte order mark belongs to no line.

    >>> lines_of("a\r\nb\rc")
    Lines(starts=[0, 3, 5], ends=[1, 4, 6])
    """
    starts = [1 if text.startswith(BOM) else 0]
    ends = []
    if "\r" in text:
        for match in _BREAK.finditer(text):
            ends.append(match.start())
            starts.append(match.end())
    else:
        at = text.find("\n")
        while at >= 0:
            ends.append(at)
            starts.append(at + 1)
            at = text.find("\n", at + 1)
    ends.append(max(len(text), starts[-1]))
    return Lines(starts, ends)
