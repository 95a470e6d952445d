"""Visible text under construction, with its way back to the file's own characters."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.document import Block, BlockKind, Run

if TYPE_CHECKING:
    from collections.abc import Iterable


class Piece(NamedTuple):
    """Finished visible text with its runs, as `Block` holds them."""

    text: str
    runs: tuple[Run, ...]


EMPTY = Piece("", ())


class Visible:
    """Collects visible text in reading order.

    Literal text is taken from the file itself, so what is shown and what stands there cannot differ.
    """

    __slots__ = ("_literal_end", "_parts", "_runs", "_source", "length")

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._literal_end = -1
        self.length = 0

    def literal(self, start: int, end: int) -> None:
        """Show the file's characters ``[start, end)`` as they are."""
        if end <= start:
            return
        if start == self._literal_end:
            last = self._runs[-1]
            self._runs[-1] = Run(last.at, last.start, end)
        else:
            self._runs.append(Run(self.length, start, end))
        self._literal_end = end
        self._parts.append(self._source[start:end])
        self.length += end - start

    def piece(self, text: str, start: int, end: int) -> None:
        """Show ``text`` in place of the file's ``[start, end)``: an entity, a line break."""
        if not text:
            return
        if text == self._source[start:end]:
            self.literal(start, end)
            return
        self._runs.append(Run(self.length, start, end))
        self._literal_end = -1
        self._parts.append(text)
        self.length += len(text)

    def extend(self, piece: Piece) -> None:
        """Show a finished piece."""
        for index, run in enumerate(piece.runs):
            following = piece.runs[index + 1].at if index + 1 < len(piece.runs) else len(piece.text)
            if run.end - run.start == following - run.at:
                self.literal(run.start, run.end)
            else:
                self.piece(piece.text[run.at : following], run.start, run.end)

    def tail(self, count: int) -> str:
        """Return up to ``count`` of the last visible characters."""
        found = ""
        for part in reversed(self._parts):
            found = part[-count:] + found
            if len(found) >= count:
                break
        return found[-count:]

    def finish(self) -> Piece:
        """Return what was collected."""
        return Piece("".join(self._parts), tuple(self._runs))


class Edit(NamedTuple):
    """Replace the visible characters ``[start, end)``."""

    start: int
    end: int
    text: str = ""


def literal(source: str, start: int, end: int) -> Piece:
    """Return the file's characters ``[start, end)`` as one piece."""
    return Piece(source[start:end], (Run(0, start, end),)) if end > start else EMPTY


def edited(piece: Piece, edits: Iterable[Edit]) -> Piece:
    """Apply edits (sorted, disjoint) to a piece; a replacement stands for all that it replaces."""
    parts: list[str] = []
    runs: list[Run] = []
    length = at = 0
    for edit in (*edits, Edit(len(piece.text), len(piece.text))):
        parts.append(piece.text[at : edit.start])
        runs.extend(_clipped(piece, at, edit.start, length - at))
        length += edit.start - at
        if edit.text:
            if piece.runs:
                span = Block(0, BlockKind.PARAGRAPH, piece.text, piece.runs, 1).span(edit.start, edit.end)
                runs.append(Run(length, *span))
            parts.append(edit.text)
            length += len(edit.text)
        at = edit.end
    return Piece("".join(parts), tuple(runs))


def stripped(piece: Piece) -> Piece:
    """Return a piece without white space at its ends."""
    text = piece.text
    kept = text.strip()
    if len(kept) == len(text):
        return piece
    if not kept:
        return EMPTY
    start = len(text) - len(text.lstrip())
    end = start + len(kept)
    return Piece(kept, tuple(_clipped(piece, start, end, -start)))


def _clipped(piece: Piece, start: int, end: int, shift: int) -> Iterable[Run]:
    """Yield the runs of ``[start, end)``, moved by ``shift``."""
    runs = piece.runs
    if not runs or start >= end:
        return
    index = max(bisect_right(runs, start, key=lambda run: run.at) - 1, 0)
    while index < len(runs) and runs[index].at < end:
        run = runs[index]
        index += 1
        following = runs[index].at if index < len(runs) else len(piece.text)
        first, last = max(run.at, start), min(following, end)
        if run.end - run.start == following - run.at:
            yield Run(first + shift, run.start + (first - run.at), run.start + (last - run.at))
        else:
            yield Run(first + shift, run.start, run.end)
