"""A document: the file's own characters, and the blocks of visible text that were read from them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Format(StrEnum):
    """How the characters of a document are to be read."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"


class BlockKind(StrEnum):
    """What a block of visible text is in its document."""

    TITLE = "title"  # the title from front matter or <title>; never claims anything by itself
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # the own text of one list item, nested lists not included
    CELL = "cell"
    CAPTION = "caption"  # of a table
    CODE = "code"  # kept so that the document is complete; yields no quantity


class Run(NamedTuple):
    """Maps visible characters to the file's: ``text[at:]`` stands at ``[start:end]`` of the file.

    A run whose source is as long as its visible text is character for character; any other run (an
    entity, an escape) is one visible piece that stands for the whole source piece.
    """

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text, free of markup.

    ``text`` holds a line feed for a line break inside the block. ``runs`` is sorted by ``at`` and covers
    the whole text; it is empty where the text stands nowhere in the file (a key path).

    Attributes:
        line: 1-based line of the file on which the block starts.
        level: of a heading, 1 to 6; of a list item, its nesting depth from 1.
        headings: indices of the headings above it, outermost first.
        parent: of a list item, the block that introduces it: the outer item, or the paragraph before the list.
        table: of a cell or caption, an index into ``Document.tables``.
        locator: where it stands inside its file: ``14``, ``3[price]``, ``/models/0/score``.
    """

    index: int
    kind: BlockKind
    text: str
    runs: tuple[Run, ...]
    line: int
    level: int = 0
    headings: tuple[int, ...] = ()
    parent: int | None = None
    table: int | None = None
    locator: str = ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the file's half-open span of the visible span ``[start, end)``; (0, 0) without runs."""
        if not self.runs:
            return (0, 0)
        if len(self.runs) == 1:
            (run,) = self.runs
            if run.end - run.start == len(self.text):
                return run.start + start, run.start + max(end, start + 1)
        return self._source(start, last=False), self._source(max(end - 1, start), last=True)

    def _source(self, position: int, *, last: bool) -> int:
        index = bisect_right(self.runs, position, key=lambda run: run.at) - 1
        run = self.runs[max(index, 0)]
        following = self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.text)
        if run.end - run.start == following - run.at:
            return run.start + (position - run.at) + (1 if last else 0)
        return run.end if last else run.start


class TableCell(NamedTuple):
    """One cell; a spanning cell stands once, at its upper left corner."""

    row: int
    column: int
    block: int
    header: bool = False
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells. ``header_rows`` counts the rows at the top that name columns."""

    index: int
    rows: int
    columns: int
    cells: tuple[TableCell, ...]
    header_rows: int = 0
    caption: int | None = None  # block index
    headings: tuple[int, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its visible blocks.

    ``date`` is ISO text (front matter, meta tags) or None; ``title`` from front matter, ``<title>`` or
    the first level-one heading.
    """

    text: str
    format: Format
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    title: str = ""
    date: str | None = None
    language: str | None = None
    name: str = ""
    metadata: dict[str, object] = field(default_factory=dict)
