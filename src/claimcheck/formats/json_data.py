"""Reads JSON and JSON Lines: records become tables, key paths headings, long strings paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.formats.builder import Builder
from claimcheck.formats.dates import iso_date
from claimcheck.formats.json_scan import Array, Object, Scalar, Scanner, Value
from claimcheck.formats.lines import BOM
from claimcheck.formats.table_shape import is_name_row
from claimcheck.formats.visible import EMPTY, Piece
from claimcheck.records.document import BlockKind, Document, Format, TableCell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# A string of this length, or of more than one sentence, is prose and no cell.
_PROSE_LENGTH = 120
_SENTENCE_END = re.compile(r"[.!?]\s+\S|[。！？]|\n")
_DATE_KEYS = (
    "date",
    "published",
    "published_at",
    "publishedAt",
    "datePublished",
    "pubDate",
    "日期",
    "发布日期",
)
_TITLE_KEYS = ("title", "headline", "标题")


def read_json(text: str, name: str = "") -> Document:
    """Read one JSON value, or one a line.

    Args:
        text: the file's characters; every offset of the document counts in them.
        name: what the document is called in messages.

    Raises:
        InputError: the text is no JSON, or nested too deeply; names line and column.
    """
    builder = Builder(text, Format.JSON, name)
    scanner = Scanner(text, name)
    position = scanner.skip(1 if text.startswith(BOM) else 0)
    values: list[Value] = []
    while position < len(text):
        value, position = scanner.value(position)
        values.append(value)
    reader = _Reader(builder)
    if len(values) == 1:
        _read_head(builder, values[0])
        reader.value(values[0], "")
    elif values:
        reader.value(Array(values), "")
    return builder.finish()


def _read_head(builder: Builder, value: Value) -> None:
    if not isinstance(value, Object):
        return
    for key in _TITLE_KEYS:
        if isinstance(found := value.items.get(key), Scalar) and found.is_string and not builder.title:
            builder.title = found.text
    for key in _DATE_KEYS:
        if isinstance(found := value.items.get(key), Scalar) and builder.date is None:
            builder.date = iso_date(found.text)


def _pointer(parent: str, key: str | int) -> str:
    """Return a JSON pointer (RFC 6901) one level below ``parent``."""
    return f"{parent}/{str(key).replace('~', '~0').replace('/', '~1')}"


def _label(key: str) -> str:
    return key.replace("_", " ")


def _is_prose(value: Scalar) -> bool:
    return value.is_string and (
        len(value.raw) > _PROSE_LENGTH or _SENTENCE_END.search(value.raw[:-1]) is not None
    )


class _Reader:
    """Adds values to a document; a value's shape decides what it becomes."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder

    def value(self, value: Value, pointer: str, level: int = 2) -> None:
        if isinstance(value, Scalar):
            self._block(BlockKind.PARAGRAPH, value, pointer)
        elif isinstance(value, Object):
            self._object(value, pointer, level)
        else:
            self._array(value, pointer, level)

    def _block(self, kind: BlockKind, value: Scalar, pointer: str, table: int | None = None) -> int | None:
        builder = self._builder
        line = builder.lines.number(value.start)
        return builder.add(kind, value.piece(builder.text), line=line, table=table, locator=pointer or "/")

    def _under(self, key: str, value: Value, pointer: str, level: int) -> None:
        """Add a nested value under its key as a heading."""
        builder = self._builder
        above = builder.headings
        builder.add_heading(Piece(_label(key), ()), min(level, 6), locator=pointer)
        if level > 6:  # the heading levels end here; the path goes on
            builder.headings = (*above, len(builder) - 1)
        self.value(value, pointer, level + 1)
        builder.headings = above

    def _object(self, value: Object, pointer: str, level: int) -> None:
        scalars: dict[str, Scalar] = {}
        columns: dict[str, Array] = {}
        nested: dict[str, Value] = {}
        for key, item in value.items.items():
            if isinstance(item, Scalar):
                if _is_prose(item):
                    self._block(BlockKind.PARAGRAPH, item, _pointer(pointer, key))
                else:
                    scalars[key] = item
            elif isinstance(item, Array) and len(item.items) > 1 and _all_scalars(item):
                columns[key] = item
            else:
                nested[key] = item
        self._key_values(scalars, pointer)
        if len(columns) > 1 and len({len(column.items) for column in columns.values()}) == 1:
            self._columns(columns, pointer)
        else:
            nested |= columns
        if _is_record_map(nested):
            self._record_map(nested, pointer, level)
            return
        for key, item in nested.items():
            self._under(key, item, _pointer(pointer, key), level)

    def _array(self, value: Array, pointer: str, level: int) -> None:
        items = value.items
        records = [item for item in items if isinstance(item, Object)]
        rows = [item for item in items if isinstance(item, Array) and _all_scalars(item)]
        if records and len(records) == len(items):
            keyed = [(str(index), record) for index, record in enumerate(records)]
            self._records(keyed, pointer, level, named=False)
        elif len(rows) > 1 and len(rows) == len(items):
            self._rows(rows, pointer)
        else:
            for index, item in enumerate(items):
                if isinstance(item, Scalar):
                    kind = BlockKind.PARAGRAPH if _is_prose(item) else BlockKind.ITEM
                    self._block(kind, item, _pointer(pointer, index))
                else:
                    self.value(item, _pointer(pointer, index), level)

    # Tables

    def _names(
        self, table: int, row: int, first: int, names: Sequence[str], pointer: str
    ) -> Iterator[TableCell]:
        for column, name in enumerate(names, first):
            block = self._builder.add(BlockKind.CELL, Piece(name, ()), table=table, locator=pointer or "/")
            if block is not None:
                yield TableCell(row, column, block, header=True)

    def _key_values(self, scalars: Mapping[str, Scalar], pointer: str) -> None:
        if not scalars:
            return
        table = self._builder.reserve_table()
        cells: list[TableCell] = []
        for row, (key, value) in enumerate(scalars.items()):
            here = _pointer(pointer, key)
            cells.extend(self._names(table, row, 0, [_label(key)], here))
            block = self._block(BlockKind.CELL, value, here, table)
            if block is not None:
                cells.append(TableCell(row, 1, block))
        self._builder.set_table(table, (len(scalars), 2), cells, line=self._line(cells))

    def _columns(self, columns: Mapping[str, Array], pointer: str) -> None:
        table = self._builder.reserve_table()
        cells = list(self._names(table, 0, 0, [_label(key) for key in columns], pointer))
        rows = zip(*(column.items for column in columns.values()), strict=True)
        height = 1
        for index, row in enumerate(rows):
            height += 1
            for column, (key, value) in enumerate(zip(columns, row, strict=True)):
                here = _pointer(_pointer(pointer, key), index)
                cells.extend(self._cell(table, index + 1, column, value, here))
        self._builder.set_table(table, (height, len(columns)), cells, header_rows=1, line=self._line(cells))

    def _record_map(self, nested: Mapping[str, Value], pointer: str, level: int) -> None:
        records = [(key, item) for key, item in nested.items() if isinstance(item, Object)]
        self._records(records, pointer, level, named=True)

    def _records(
        self, records: Sequence[tuple[str, Object]], pointer: str, level: int, *, named: bool
    ) -> None:
        """Add records of one kind as rows; ``named`` if their keys name the rows."""
        columns: dict[str, int] = {}
        rows: list[dict[str, tuple[Value, str]]] = []
        rest: list[tuple[str, Value, str]] = []
        for key, record in records:
            row: dict[str, tuple[Value, str]] = {}
            here = _pointer(pointer, key)
            for label, value, place in _flat(record, "", here):
                if isinstance(value, Scalar) or (isinstance(value, Array) and _all_scalars(value)):
                    columns.setdefault(label, len(columns))
                    row[label] = (value, place)
                else:
                    rest.append((f"{_row_name(record, key if named else '')} {label}".strip(), value, place))
            rows.append(row)
        if columns:
            table = self._builder.reserve_table()
            shift = 1 if named else 0
            cells = list(self._names(table, 0, shift, list(columns), pointer))
            for index, ((key, _), row) in enumerate(zip(records, rows, strict=True), 1):
                if named:
                    cells.extend(self._names(table, index, 0, [_label(key)], _pointer(pointer, key)))
                for label, (value, place) in row.items():
                    cells.extend(self._cell(table, index, columns[label] + shift, value, place))
            shape = (len(rows) + 1, len(columns) + shift)
            self._builder.set_table(table, shape, cells, header_rows=1, line=self._line(cells))
        for label, value, place in rest:
            self._under(label, value, place, level)

    def _rows(self, rows: Sequence[Array], pointer: str) -> None:
        table = self._builder.reserve_table()
        first = [item.text for item in rows[0].items if isinstance(item, Scalar)]
        header_rows = 1 if is_name_row(first) else 0
        cells: list[TableCell] = []
        for i, row in enumerate(rows):
            for j, value in enumerate(row.items):
                here = _pointer(_pointer(pointer, i), j)
                cells.extend(
                    cell._replace(header=i < header_rows) for cell in self._cell(table, i, j, value, here)
                )
        shape = (len(rows), max(len(row.items) for row in rows))
        self._builder.set_table(table, shape, cells, header_rows=header_rows, line=self._line(cells))

    def _cell(self, table: int, row: int, column: int, value: Value, pointer: str) -> Iterator[TableCell]:
        if isinstance(value, Scalar):
            block = self._block(BlockKind.CELL, value, pointer, table)
        elif isinstance(value, Array) and value.items:
            texts = [item.text for item in value.items if isinstance(item, Scalar)]
            block = self._builder.add(
                BlockKind.CELL, Piece(", ".join(texts), ()), table=table, locator=pointer
            )
        else:
            block = self._builder.add(BlockKind.CELL, EMPTY, table=table)
        if block is not None:
            yield TableCell(row, column, block)

    def _line(self, cells: Sequence[TableCell]) -> int:
        return min((self._builder.line(cell.block) for cell in cells if not cell.header), default=1)


def _all_scalars(value: Array) -> bool:
    return all(isinstance(item, Scalar) for item in value.items)


def _is_record_map(nested: Mapping[str, Value]) -> bool:
    """Say whether an object maps names to records of one kind: at least half their keys are shared."""
    records = [item for item in nested.values() if isinstance(item, Object)]
    if len(records) < 2 or len(records) != len(nested):
        return False
    shared = set.intersection(*(set(record.items) for record in records))
    return bool(shared) and 2 * len(shared) >= max(len(record.items) for record in records)


def _flat(record: Object, prefix: str, pointer: str) -> Iterator[tuple[str, Value, str]]:
    """Yield a record's values with their labels, nested keys joined by a space."""
    for key, value in record.items.items():
        label = f"{prefix} {_label(key)}".strip()
        here = _pointer(pointer, key)
        if isinstance(value, Object):
            yield from _flat(value, label, here)
        else:
            yield label, value, here


def _row_name(record: Object, key: str) -> str:
    """Return what names a record: its key, or its first short string."""
    if key:
        return key
    values = (value for value in record.items.values() if isinstance(value, Scalar) and value.is_string)
    return next((value.text for value in values if len(value.raw) <= 60), "")
