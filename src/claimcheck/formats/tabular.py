"""Reads CSV and TSV files as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.builder import Builder
from claimcheck.formats.csv_cells import csv_rows, sniffed_delimiter
from claimcheck.formats.lines import BOM
from claimcheck.formats.table_shape import is_figure, is_key_value, is_name_row
from claimcheck.formats.visible import EMPTY, Piece
from claimcheck.records.document import BlockKind, Document, Format, Run, TableCell

if TYPE_CHECKING:
    from claimcheck.formats.csv_cells import CsvCell, CsvRow


def read_csv(text: str, name: str = "") -> Document:
    """Read comma-separated values; semicolons, tabs and bars are recognised.

    Args:
        text: the file's characters; every offset of the document counts in them.
        name: what the document is called in messages.
    """
    return _read(text, name, Format.CSV, sniffed_delimiter(text))


def read_tsv(text: str, name: str = "") -> Document:
    """Read tab-separated values; see `read_csv`."""
    return _read(text, name, Format.TSV, "\t" if "\t" in text else sniffed_delimiter(text))


def _read(text: str, name: str, file_format: Format, delimiter: str) -> Document:
    builder = Builder(text, file_format, name)
    start = 1 if text.startswith(BOM) else 0
    rows = [row for row in csv_rows(text, delimiter, start) if any(cell.value.strip() for cell in row.cells)]
    captions: list[Piece] = []
    first = 0
    while first < len(rows) and (caption := _caption(text, rows, first)):
        captions.append(caption)
        first += 1
    rows = rows[first:]
    if rows:
        _add_table(builder, rows, captions)
    else:
        for caption in captions:
            builder.add(BlockKind.PARAGRAPH, caption)
    return builder.finish()


def _caption(text: str, rows: list[CsvRow], index: int) -> Piece | None:
    """Return a line above the header: a comment, or a title or unit note alone in its row."""
    row = rows[index]
    if row.cells[0].value.startswith("#") and not (index and len(row.cells) > 1):
        end = row.cells[-1].end
        start = row.cells[0].start + 1
        return Piece(text[start:end], (Run(0, start, end),)) if end > start else EMPTY
    filled = [cell for cell in row.cells if cell.value.strip()]
    wider = index + 1 < len(rows) and any(len(later.cells) > 1 for later in rows[index + 1 : index + 4])
    if len(filled) == 1 and wider and not is_figure(filled[0].value):
        return _piece(filled[0])
    return None


def _piece(cell: CsvCell) -> Piece:
    value = cell.value
    if cell.end - cell.start == len(value):
        return Piece(value, (Run(0, cell.start, cell.end),) if value else ())
    return Piece(value, ())  # doubled quotes: the characters stand nowhere in this form


def _add_table(builder: Builder, rows: list[CsvRow], captions: list[Piece]) -> None:
    table = builder.reserve_table()
    caption = None
    for piece in captions:
        added = builder.add(BlockKind.CAPTION, piece, table=table)
        caption = added if caption is None else caption
    names = [cell.value.strip() for cell in rows[0].cells]
    texts = [(i, j, cell.value) for i, row in enumerate(rows[:200]) for j, cell in enumerate(row.cells)]
    columns = max(len(row.cells) for row in rows)
    key_value = columns == 2 and is_key_value(texts, columns) and not _names_values(rows)
    header_rows = 1 if len(rows) > 1 and not key_value and is_name_row(names) else 0
    cells = []
    for i, row in enumerate(rows):
        line = builder.lines.number(row.start)
        for j, cell in enumerate(row.cells):
            header = i < header_rows or (key_value and j == 0)
            label = names[j] if header_rows and i and j < len(names) else ""
            block = builder.add(
                BlockKind.CELL,
                _piece(cell),
                table=table,
                line=line,
                locator=f"{line}[{label}]" if label else str(line),
            )
            if block is not None:
                cells.append(TableCell(i, j, block, header=header))
    builder.set_table(
        table,
        (len(rows), columns),
        cells,
        header_rows=header_rows,
        caption=caption,
        line=builder.lines.number(rows[0].start),
    )


_GENERIC = frozenset(
    {"value", "values", "amount", "figure", "number", "count", "total", "值", "数值", "数量", "金额", "数据"}
)


def _names_values(rows: list[CsvRow]) -> bool:
    """Say whether the second column's first cell is a name such as "value", so the first row is a header."""
    first = rows[0].cells
    return len(first) > 1 and first[1].value.strip().lower() in _GENERIC
