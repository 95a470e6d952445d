"""Collects the blocks and tables of one document while its file is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.formats.clutter import without_clutter
from claimcheck.formats.lines import lines_of
from claimcheck.formats.numbering import is_caption, outline_edits, without_numbering
from claimcheck.formats.visible import Piece, edited, stripped
from claimcheck.records.document import Block, BlockKind, Document, Table, TableCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.records.document import Format


class Builder:
    """The state of reading one file; `finish` gives the document."""

    def __init__(self, text: str, file_format: Format, name: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.title = ""
        self.date: str | None = None
        self.language: str | None = None
        self.metadata: dict[str, object] = {}
        self.headings: tuple[int, ...] = ()
        self._format = file_format
        self._name = name
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._unnumbered: dict[int, str] = {}  # texts before their numbering was left out

    def __len__(self) -> int:
        """Return the number of blocks so far."""
        return len(self._blocks)

    def line(self, index: int) -> int:
        """Return the line on which a block starts."""
        return self._blocks[index].line

    def add(
        self,
        kind: BlockKind,
        piece: Piece,
        *,
        line: int | None = None,
        level: int = 0,
        parent: int | None = None,
        table: int | None = None,
        locator: str = "",
    ) -> int | None:
        """Add a block of visible text and return its index, or None if nothing of it is visible.

        Numbering that was typed by hand, bare URLs and footnote marks are left out.
        """
        if kind is not BlockKind.CODE:
            piece = without_clutter(piece)
            piece = stripped(piece)
            whole = piece.text
            if kind is not BlockKind.HEADING:
                piece = without_numbering(piece, caption=kind is BlockKind.CAPTION)
            if len(piece.text) < len(whole):
                piece = stripped(piece)
                self._unnumbered[len(self._blocks)] = whole
        if not piece.text:
            return None
        index = len(self._blocks)
        if line is None:
            line = self.lines.number(piece.runs[0].start) if piece.runs else 1
        block = Block(
            index=index,
            kind=kind,
            text=piece.text,
            runs=piece.runs,
            line=line,
            level=level,
            headings=self.headings,
            parent=parent,
            table=table,
            locator=locator or str(line),
        )
        self._blocks.append(block)
        return index

    def add_heading(self, piece: Piece, level: int, *, locator: str = "", line: int | None = None) -> None:
        """Add a heading and put it on the stack of headings above what follows."""
        above = [i for i in self.headings if self._blocks[i].level < level]
        self.headings = tuple(above)
        index = self.add(BlockKind.HEADING, piece, level=level, locator=locator, line=line)
        if index is not None:
            self.headings = (*above, index)

    def reserve_table(self) -> int:
        """Take an index for a table whose cells are added before it is complete."""
        index = len(self._tables)
        self._tables.append(Table(index, 0, 0, (), headings=self.headings))
        return index

    def set_table(
        self,
        index: int,
        shape: tuple[int, int],
        cells: Iterable[TableCell],
        *,
        header_rows: int = 0,
        caption: int | None = None,
        line: int = 1,
    ) -> None:
        """Complete a reserved table; ``shape`` is (rows, columns)."""
        rows, columns = shape
        self._tables[index] = replace(
            self._tables[index],
            rows=rows,
            columns=columns,
            cells=tuple(cells),
            header_rows=header_rows,
            caption=caption,
            line=line,
        )

    def claim_caption(self, index: int, table: int) -> bool:
        """Say whether a paragraph introduces a table; one that is nothing else becomes its caption."""
        block = self._blocks[index]
        if block.kind is not BlockKind.PARAGRAPH:
            return False
        bare = is_caption(self._unnumbered.get(index, block.text))
        if bare:
            self._blocks[index] = replace(block, kind=BlockKind.CAPTION, table=table)
        return bare or block.text.endswith((":", "："))

    def finish(self) -> Document:
        """Return the document."""
        self._number_headings()
        title = self.title or next(
            (b.text for b in self._blocks if b.kind is BlockKind.HEADING and b.level == 1 and b.text), ""
        )
        return Document(
            text=self.text,
            format=self._format,
            blocks=tuple(self._blocks),
            tables=tuple(self._tables),
            title=title,
            date=self.date,
            language=self.language,
            name=self._name,
            metadata=self.metadata,
        )

    def _number_headings(self) -> None:
        """Leave out the headings' own numbering, which only the whole outline tells from a number."""
        headings: Sequence[Block] = [b for b in self._blocks if b.kind is BlockKind.HEADING]
        edits = outline_edits([(b.level, b.text) for b in headings])
        for block, edit in zip(headings, edits, strict=True):
            if edit is None:
                continue
            text, runs = stripped(edited(Piece(block.text, block.runs), [edit]))
            self._blocks[block.index] = replace(block, text=text, runs=runs)
