"""Reads a table as a grid: its axes with what their headers name, its label column, periods, units and dimensions."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.context import Label, read_label
from claimcheck.stages.decompose.metric import phrase_metric
from claimcheck.stages.decompose.times import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.records.document import Block, Document, Table
    from claimcheck.stages.extract import Found, Reading

UNIT_NOTE = re.compile(
    r"[(（\[]\s*([^()（）\[\]]{1,24})\s*[)）\]]\s*$|[,，:：]\s*([^,，:：()（）]{1,12})$|(?:单位\s*[:：]?|\b(?:units?:?|in)\s)\s*([^\s,，)）]{1,16})",
    re.IGNORECASE,
)
BARE = re.compile(r"[-−+]?(?:\d{1,3}(?:[,，\s]\d{3})+|\d+)(?:\.\d+)?$")
YEARISH = re.compile(r"(?:fy\s?)?(?:19|20)\d\d(?:年|e|a)?$", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])")
_LONGEST_PERIOD = 30


@dataclass(slots=True)
class Axis:
    """The headers along one side of a table."""

    labels: dict[int, Label] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)

    def score(self) -> int:
        """How many headers name a metric or carry a unit."""
        return sum(1 for i, label in self.labels.items() if label.metric.known or i in self.units)


@dataclass(slots=True)
class Grid:
    """A table's cells by row and column, the labels of both axes, and what its columns are for."""

    table: Table
    blocks: dict[tuple[int, int], Block]
    columns: Axis
    rows: Axis
    label_column: int | None
    time_columns: list[int] = field(default_factory=list)
    times: dict[tuple[int, int], str] = field(default_factory=dict)
    dimensions: list[int] = field(default_factory=list)
    unit_columns: list[int] = field(default_factory=list)
    rank_heads: frozenset[str] = frozenset()
    identifiers: list[int] = field(default_factory=list)
    values: frozenset[int] = frozenset()  # columns whose header says no more than that values follow


def read_grid(
    table: Table, blocks: Sequence[Block], cues: Cues, extract: Callable[[str], Reading], date: str | None
) -> Grid:
    """Lay out a table: spans filled in, headers joined, columns told apart by what they hold."""
    at: dict[tuple[int, int], Block] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                at[row, column] = blocks[cell.block]
    headers = {(c.row, c.column) for c in table.cells if c.header}
    label_column = _label_column(table, at, headers)
    columns, rows = Axis(), Axis()
    for column in range(table.columns):
        parts = [at[row, column].text.strip() for row in range(table.header_rows) if (row, column) in at]
        _head(columns, column, " ".join(dict.fromkeys(p for p in parts if p)), cues, extract, date)
    if label_column is not None:
        for row in range(table.header_rows, table.rows):
            if (row, label_column) in at:
                _head(rows, row, at[row, label_column].text.strip(), cues, extract, date)
    grid = Grid(table, at, columns, rows, label_column)
    grid.unit_columns = [c for c, text in columns.texts.items() if cues.heads("unit", text)]
    texts = (*columns.texts.values(), *rows.texts.values())
    grid.rank_heads = frozenset(text for text in texts if cues.heads("rank", text))
    grid.values = frozenset(c for c, text in columns.texts.items() if cues.heads("value", text))
    grid.identifiers = [c for c, text in columns.texts.items() if names_identifier(text, cues)]
    for row in range(table.header_rows, table.rows):
        for column in grid.unit_columns:
            if (row, column) in at:
                rows.units.setdefault(row, at[row, column].text.strip())
    _find_times(grid, extract, date)
    _find_dimensions(grid)
    return grid


def names_identifier(header: str, cues: Cues) -> bool:
    """`Order no.`, `车次`: what stands below names its row, it measures nothing."""
    words = header.split()
    return bool(words) and any(
        tag.kind == "identifier" for tag in (*cues.tags(header.strip()), *cues.tags(words[-1]))
    )


def identifier_cells(document: Document, cues: Cues) -> frozenset[int]:
    """Return the blocks of the table cells that name their rows: what stands below `车次` or `Order no.`."""
    found: set[int] = set()
    for table in document.tables:
        heads = [cell for cell in table.cells if cell.row < table.header_rows]
        columns = {cell.column for cell in heads if names_identifier(document.blocks[cell.block].text, cues)}
        found.update(
            cell.block for cell in table.cells if cell.column in columns and cell.row >= table.header_rows
        )
    return frozenset(found)


def _label_column(
    table: Table, at: dict[tuple[int, int], Block], headers: set[tuple[int, int]]
) -> int | None:
    """The first column that holds words rather than numbers; a column of header cells before any other."""
    body = range(table.header_rows, table.rows)
    marked = [c for c in range(table.columns) if sum((r, c) in headers for r in body) * 2 > len(body)]
    if marked:
        return marked[0]
    if table.columns < 2:
        return None
    for column in sorted(range(table.columns), key=lambda c: (_is_constant(at, body, c), c)):
        texts = [at[row, column].text.strip() for row in body if (row, column) in at]
        wordy = sum(not BARE.match(t) or bool(YEARISH.match(t)) for t in texts if t)
        if (
            texts
            and wordy * 2 > len(texts)
            and not all(t[:1].isdigit() and not YEARISH.match(t) for t in texts if t)
        ):
            return column
    return None


def _head(
    axis: Axis, index: int, text: str, cues: Cues, extract: Callable[[str], Reading], date: str | None
) -> None:
    if not text:
        return
    unit = unit_note(text, extract)
    axis.texts[index] = text
    if unit:
        axis.units[index] = unit
    if unit:
        text = UNIT_NOTE.sub("", text).strip() or text
    label = read_label(text, extract(text), cues, date)
    year = _YEAR.search(text)
    if label.time is None and year is not None:
        label.time = year[0]  # in a header a bare year is a period
    if not label.metric.known and not label.named:
        label.metric = phrase_metric(text, cues)
    if not label.subject and not label.metric.known and not label.time:
        label.subject = text
    axis.labels[index] = label


def unit_note(header: str, extract: Callable[[str], Reading]) -> str:
    """Return a unit that a header states (`营收（亿元）`, `Price ($m)`), as written; empty if there is none."""
    note = UNIT_NOTE.search(header)
    if note is None:
        return ""
    written = next(g for g in note.groups() if g is not None).strip()
    for probe in probes("1", written):
        found = extract(probe).quantities
        if (
            len(found) == 1
            and found[0].value is not None
            and found[0].end - found[0].start == len(probe)
            and _says_unit(found[0])
        ):
            return written
    return ""


def probes(number: str, unit: str) -> tuple[str, ...]:
    """Return the ways in which a number and a unit of a header may be written together.

    >>> probes("107", "£m")
    ('£107m', '£107 m')
    """
    signs = [i for i, char in enumerate(unit) if unicodedata.category(char) == "Sc"]
    if signs:
        sign, rest = unit[: signs[0] + 1], unit[signs[0] + 1 :].strip()
        return f"{sign}{number}{rest}", f"{sign}{number} {rest}"
    return f"{number}{unit}", f"{number} {unit}", f"{unit}{number}"


def _says_unit(found: Found) -> bool:
    return found.kind in (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE) or found.value != 1


def row_time(grid: Grid, row: int) -> str | None:
    """Return the period that a cell of the row states, or None."""
    return next((iso for column in grid.time_columns if (iso := grid.times.get((row, column)))), None)


def _find_times(grid: Grid, extract: Callable[[str], Reading], date: str | None) -> None:
    """Find the columns whose cells are periods, and read those of each row."""
    body = range(grid.table.header_rows, grid.table.rows)
    for column in range(grid.table.columns):
        head = grid.columns.labels.get(column)
        if column == grid.label_column or (head is not None and head.metric.known):
            continue
        cells = {row: grid.blocks[row, column].text.strip() for row in body if (row, column) in grid.blocks}
        sample = [text for text in list(cells.values())[:5] if text]
        if not sample or sum(_period(text, extract, date) is not None for text in sample) * 2 <= len(sample):
            continue
        grid.time_columns.append(column)
        for row, text in cells.items():
            iso = _period(text, extract, date)
            if iso:
                grid.times[row, column] = iso


def _period(text: str, extract: Callable[[str], Reading], date: str | None) -> str | None:
    """Return the ISO text of a cell that is a period and nothing else."""
    if YEARISH.match(text):
        return re.sub(r"\D", "", text)
    if len(text) > _LONGEST_PERIOD:
        return None
    times = extract(text).times
    return resolve(times[0], date) if len(times) == 1 and len(times[0].text) * 2 > len(text) else None


def _find_dimensions(grid: Grid) -> None:
    """Find the columns of words that tell rows of the same label and period apart: a source, a region, a group."""
    body = range(grid.table.header_rows, grid.table.rows)
    keys = [(grid.rows.texts.get(row, ""), row_time(grid, row)) for row in body]
    if len(set(keys)) == len(keys):
        return
    for column in range(grid.table.columns):
        texts = [grid.blocks[row, column].text.strip() for row in body if (row, column) in grid.blocks]
        wordy = [t for t in texts if t and not any(c.isdigit() for c in t)]
        if column in (grid.label_column, *grid.time_columns, *grid.unit_columns) or _is_constant(
            grid.blocks, body, column
        ):
            continue
        if len(wordy) * 2 > len(texts):
            grid.dimensions.append(column)


def dimension_words(grid: Grid, row: int) -> tuple[str, ...]:
    """Return the words of the row that tell it from others of the same label and period."""
    cells = (grid.blocks.get((row, column)) for column in grid.dimensions)
    return tuple(block.text.strip() for block in cells if block is not None)


def _is_constant(at: dict[tuple[int, int], Block], body: range, column: int) -> bool:
    """A column that says the same in every row tells no row from another: it names what the table is about."""
    texts = {at[row, column].text.strip() for row in body if (row, column) in at}
    return len(texts) < 2 and len(body) > 1


def constant_name(grid: Grid) -> str:
    """Return what a column of one and the same name says the table is about, or an empty string."""
    body = range(grid.table.header_rows, grid.table.rows)
    for column in range(grid.table.columns):
        if (
            column == grid.label_column
            or column in grid.unit_columns
            or not _is_constant(grid.blocks, body, column)
        ):
            continue
        text = next(
            (grid.blocks[row, column].text.strip() for row in body if (row, column) in grid.blocks), ""
        )
        if text and not any(c.isdigit() for c in text):
            return text
    return ""
