"""The grid of an HTML table: cells in their rows and columns, spans included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.formats.table_shape import header_row_count, is_key_value
from claimcheck.formats.visible import EMPTY, Piece
from claimcheck.records.document import BlockKind, TableCell

if TYPE_CHECKING:
    from claimcheck.formats.builder import Builder

# Browsers allow 1000 and 65534; no table of figures needs more than this, and hostile ones stay small.
_MAX_COLUMN_SPAN = 100
_MAX_ROW_SPAN = 1000
_MAX_COLUMNS = 1000
_NUMBER = re.compile(r"\s*(\d{1,6})")


class _Cell(NamedTuple):
    row: int
    column: int
    piece: Piece
    header: bool
    row_span: int
    column_span: int


class Grid:
    """A table while it is read."""

    def __init__(self, line: int, *, is_list: bool = False) -> None:
        self.is_list = is_list  # a dl: terms and their definitions
        self.caption: Piece = EMPTY
        self._line = line
        self._cells: list[_Cell] = []
        self._row = -1
        self._column = 0
        self._taken: dict[int, int] = {}  # column → the row at which a span above it ends
        self._head: set[int] = set()

    def start_row(self, *, head: bool) -> None:
        """Begin a row; ``head`` if it stands in a thead."""
        self._row += 1
        self._column = 0
        if head:
            self._head.add(self._row)

    def start_value(self) -> None:
        """Begin a definition beside the last term, or below the one before it."""
        if self._row < 0 or self._column > 1:
            self.start_row(head=False)
        self._column = 1

    def add(self, piece: Piece, spans: dict[str, str], *, header: bool) -> None:
        """Add a cell to the row; ``spans`` holds the attributes of its tag."""
        self._row = max(self._row, 0)
        while self._taken.get(self._column, 0) > self._row:
            self._column += 1
        wide = _span(spans.get("colspan", ""), _MAX_COLUMN_SPAN)
        high = _span(spans.get("rowspan", ""), _MAX_ROW_SPAN)
        if high > 1 and self._column < _MAX_COLUMNS:
            for column in range(self._column, self._column + wide):
                self._taken[column] = self._row + high
        self._cells.append(_Cell(self._row, self._column, piece, header, high, wide))
        self._column += wide

    def store(self, builder: Builder, lead: int | None) -> None:
        """Add the table, its caption and its cells to the document."""
        rows = self._row + 1
        shown = [cell for cell in self._cells if cell.piece.text.strip()]
        if not shown:
            return
        columns = max(cell.column + cell.column_span for cell in self._cells)
        if len(self._cells) == 1:  # a frame around text
            builder.add(BlockKind.PARAGRAPH, shown[0].piece)
            return
        table = builder.reserve_table()
        caption = builder.add(BlockKind.CAPTION, self.caption, table=table)
        if caption is None and lead is not None and builder.claim_caption(lead, table):
            caption = lead
        header_rows = 0 if self.is_list else self._header_rows(rows)
        texts = [(cell.row, cell.column, cell.piece.text) for cell in shown]
        marked = bool(header_rows) or any(cell.header for cell in shown)
        key_value = not marked and is_key_value(texts, columns)
        if not marked and not key_value:
            header_rows = header_row_count(texts, columns)
        cells = []
        for cell in shown:
            block = builder.add(BlockKind.CELL, cell.piece, table=table)
            if block is not None:
                header = cell.header or cell.row < header_rows or (key_value and cell.column == 0)
                high = min(cell.row_span, rows - cell.row)
                cells.append(TableCell(cell.row, cell.column, block, header, high, cell.column_span))
        builder.set_table(
            table, (rows, columns), cells, header_rows=header_rows, caption=caption, line=self._line
        )

    def _header_rows(self, rows: int) -> int:
        plain = {cell.row for cell in self._cells if not cell.header and cell.piece.text.strip()}
        filled = {cell.row for cell in self._cells}
        count = 0
        while count < rows and (count in self._head or (count in filled and count not in plain)):
            count += 1
        return count if count < rows else min(1, len(self._head)) if rows > 1 else 0


def _span(value: str, most: int) -> int:
    match = _NUMBER.match(value)
    return min(max(int(match[1]), 1), most) if match else 1
