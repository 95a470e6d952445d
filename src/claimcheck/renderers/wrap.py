"""Breaks text into lines of a given width in terminal cells, where Chinese characters take two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# A piece that is kept together: a wide character with the marks that may not start a line after it and
# those that may not end one before it, a run of other characters, or a run of spaces.
_JOINED = "[\u0300-\u036f\u200d\u20e3\ufe0e\ufe0f]*"  # what belongs to the character before it
_WIDE = "[\u2e80-\u2fff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]"
_CLOSING = "[，。、；：？！）」』】》〉”’%％]"
_OPENING = "[（「『【《〈“‘]"
_PIECE = re.compile(
    rf"\s+|(?:{_OPENING}{_JOINED})*(?:{_WIDE}{_JOINED}|(?:(?!{_WIDE}|{_CLOSING}|{_OPENING})\S)+)(?:{_CLOSING}{_JOINED})*"
    rf"|(?:{_CLOSING}{_JOINED})+|(?:{_OPENING}{_JOINED})+"
)
_CHARACTER = re.compile(rf".{_JOINED}", re.DOTALL)


def wrap(text: str, width: int, cells: Callable[[str], int], *, first: int = 0) -> list[str]:
    """Break text into lines of at most ``width`` cells, the first of them ``first`` cells shorter.

    Every stretch of blanks counts as one.

    Lines break at spaces and between Chinese characters, never before a closing or after an opening
    mark; a piece that is wider than a line is cut.

    Args:
        text: one line of text.
        width: cells of a line; at least 2.
        cells: says how many cells a string takes.
        first: cells that are already taken on the first line.

    >>> wrap("in all 512 people", 10, len)
    ['in all 512', 'people']
    """
    width = max(width, 2)
    lines: list[str] = []
    line, used, gap = "", min(first, width), ""
    for piece in _PIECE.findall(text):
        if piece.isspace():
            gap = " " if line else ""
            continue
        if used + cells(gap + piece) > width and used:
            lines.append(line)
            line, used, gap = "", 0, ""
        for part in _cut(piece, width, cells):
            if used + cells(gap + part) > width and line:
                lines.append(line)
                line, used, gap = "", 0, ""
            line += gap + part
            used, gap = used + cells(gap + part), ""
    if line or not lines:
        lines.append(line)
    return lines


def _cut(piece: str, width: int, cells: Callable[[str], int]) -> Iterator[str]:
    if cells(piece) <= width:
        yield piece
        return
    part, used = "", 0
    for character in _CHARACTER.findall(piece):
        size = cells(character)
        if used + size > width and part:
            yield part
            part, used = "", 0
        part += character
        used += size
    if part:
        yield part
