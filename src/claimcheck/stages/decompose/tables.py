"""Turns table cells into framed quantities: the row and column headers say what a cell is about."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.claim import Frame, Origin, Role
from claimcheck.records.document import BlockKind
from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.decompose.context import Label, Surroundings, is_generic, read_label
from claimcheck.stages.decompose.frames import Framed
from claimcheck.stages.decompose.metric import comparable_key, metric_key, phrase_metric
from claimcheck.stages.decompose.times import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.records.document import Block, Table
    from claimcheck.stages.extract import Found, Reading

_UNIT_NOTE = re.compile(
    r"[(（\[]\s*([^()（）\[\]]{1,24})\s*[)）\]]\s*$|[,，:：]\s*([^,，:：()（）]{1,12})$|(?:单位\s*[:：]?|\b(?:units?:?|in)\s)\s*([^\s,，)）]{1,16})",
    re.IGNORECASE,
)
_RANKS = frozenset(
    (
        "#",
        "rank",
        "ranking",
        "position",
        "pos",
        "pos.",
        "place",
        "no.",
        "排名",
        "名次",
        "位次",
        "排位",
        "座次",
    )
)
_BARE = re.compile(r"[-−+]?(?:\d{1,3}(?:[,，\s]\d{3})+|\d+)(?:\.\d+)?$")
_EARLIER_OUTPUT = ("核实结果", "verdict")
_LONGEST_PERIOD = 30
_YEARISH = re.compile(r"(?:fy\s?)?(?:19|20)\d\d(?:年|e|a)?$", re.IGNORECASE)


@dataclass(slots=True)
class _Axis:
    """The headers along one side of a table."""

    labels: dict[int, Label] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)

    def score(self) -> int:
        """How many headers name a metric or carry a unit."""
        return sum(1 for i, label in self.labels.items() if label.metric.known or i in self.units)


@dataclass(slots=True)
class _Grid:
    table: Table
    blocks: dict[tuple[int, int], Block]
    columns: _Axis
    rows: _Axis
    label_column: int | None
    time_columns: list[int] = field(default_factory=list)
    times: dict[tuple[int, int], str] = field(default_factory=dict)
    dimensions: list[int] = field(default_factory=list)


Extract = "Callable[[str], Reading]"


def is_earlier_output(table: Table, blocks: Sequence[Block]) -> bool:
    """Whether a table is a record of verdicts (`声称 | 核实结果 | 来源`): output, not claims."""
    heads = [blocks[cell.block].text.strip().lower() for cell in table.cells if cell.row == 0]
    return any(head in _EARLIER_OUTPUT for head in heads) and len(heads) > 1


def table_frames(
    table: Table, surroundings: Surroundings, cues: Cues, extract: Callable[[str], Reading]
) -> list[tuple[Block, Framed]]:
    """Return the framed quantities of the body cells, row by row."""
    blocks = surroundings.document.blocks
    if is_earlier_output(table, blocks):
        return []
    grid = _grid(table, blocks, cues, extract, surroundings.date)
    caption = blocks[table.caption].text if table.caption is not None else ""
    context = surroundings.enter(blocks[table.cells[0].block]) if table.cells else None
    outer = context.subjects[0] if context and context.subjects else ("", Origin.NONE)
    around = Label(outer[0], True, context.metric, context.time) if context else Label()  # noqa: FBT003  named
    if caption:
        label = read_label(caption, extract(caption), cues, surroundings.date)
        around.metric = label.metric if label.metric.known else around.metric
        around.time = label.time or around.time
    unit = _unit_note(caption, extract) if caption else ""
    transposed = grid.rows.score() > grid.columns.score()
    framed: list[tuple[Block, Framed]] = []
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        if cell.header or cell.row < table.header_rows or cell.column == grid.label_column:
            continue
        block = blocks[cell.block]
        row, column = _labels(grid, cell.row, cell.column)
        for found in _quantities(
            block.text, row, column, grid, cell.row, cell.column, unit, extract, transposed=transposed
        ):
            frame = _frame(found, grid, cell.row, cell.column, around, outer[1], transposed=transposed)
            if context is not None and (context.around or caption):
                frame = frame.model_copy(update={"around": tuple(t for t in (*context.around, caption) if t)})
            framed.append((block, Framed(found, frame, found.start, found.end)))
    return framed


def _grid(
    table: Table, blocks: Sequence[Block], cues: Cues, extract: Callable[[str], Reading], date: str | None
) -> _Grid:
    at: dict[tuple[int, int], Block] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                at[row, column] = blocks[cell.block]
    headers = {(c.row, c.column) for c in table.cells if c.header}
    label_column = _label_column(table, at, headers)
    columns, rows = _Axis(), _Axis()
    for column in range(table.columns):
        parts = [at[row, column].text.strip() for row in range(table.header_rows) if (row, column) in at]
        _head(columns, column, " ".join(dict.fromkeys(p for p in parts if p)), cues, extract, date)
    if label_column is not None:
        for row in range(table.header_rows, table.rows):
            if (row, label_column) in at:
                _head(rows, row, at[row, label_column].text.strip(), cues, extract, date)
    grid = _Grid(table, at, columns, rows, label_column)
    _find_times(grid, extract, date)
    _find_dimensions(grid)
    return grid


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
    for column in range(table.columns):
        texts = [at[row, column].text.strip() for row in body if (row, column) in at]
        wordy = sum(not _BARE.match(t) or bool(_YEARISH.match(t)) for t in texts if t)
        if (
            texts
            and wordy * 2 > len(texts)
            and not all(t[:1].isdigit() and not _YEARISH.match(t) for t in texts if t)
        ):
            return column
    return None


def _head(
    axis: _Axis, index: int, text: str, cues: Cues, extract: Callable[[str], Reading], date: str | None
) -> None:
    if not text:
        return
    unit = _unit_note(text, extract)
    axis.texts[index] = text
    if unit:
        axis.units[index] = unit
    label = read_label(text, extract(text), cues, date)
    if not label.metric.known and not label.named:
        label.metric = phrase_metric(text, cues)
    if not label.subject and not label.metric.known and not label.time:
        label.subject = text
    axis.labels[index] = label


def _unit_note(header: str, extract: Callable[[str], Reading]) -> str:
    """Return a unit that a header states (`营收（亿元）`, `Price ($m)`), as written; empty if there is none."""
    note = _UNIT_NOTE.search(header)
    if note is None:
        return ""
    written = next(g for g in note.groups() if g is not None).strip()
    for probe in _probes("1", written):
        found = extract(probe).quantities
        if (
            len(found) == 1
            and found[0].value is not None
            and found[0].end - found[0].start == len(probe)
            and _says_unit(found[0])
        ):
            return written
    return ""


def _probes(number: str, unit: str) -> tuple[str, ...]:
    """Return the ways in which a number and a unit of a header may be written together.

    >>> _probes("107", "£m")
    ('£107m', '£107 m')
    """
    signs = [i for i, char in enumerate(unit) if unicodedata.category(char) == "Sc"]
    if signs:
        sign, rest = unit[: signs[0] + 1], unit[signs[0] + 1 :].strip()
        return f"{sign}{number}{rest}", f"{sign}{number} {rest}"
    return f"{number}{unit}", f"{number} {unit}", f"{unit}{number}"


def _says_unit(found: Found) -> bool:
    return found.kind in (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE) or found.value != 1


def _labels(grid: _Grid, row: int, column: int) -> tuple[Label, Label]:
    return grid.rows.labels.get(row, Label()), grid.columns.labels.get(column, Label())


def _quantities(
    text: str,
    row: Label,
    column: Label,
    grid: _Grid,
    at_row: int,
    at_column: int,
    caption_unit: str,
    extract: Callable[[str], Reading],
    *,
    transposed: bool,
) -> list[Found]:
    """Read a cell; a bare number takes the unit of its header or caption."""
    bare = text.strip()
    axis, index = (grid.rows, at_row) if transposed else (grid.columns, at_column)
    if not _BARE.match(bare):
        return list(extract(text).quantities)
    head = row if transposed else column
    if _YEARISH.match(bare) and (not head.metric.known or head.time):
        return []
    unit = (
        axis.units.get(index)
        or grid.columns.units.get(at_column)
        or grid.rows.units.get(at_row)
        or caption_unit
    )
    probes = _probes(bare, unit) if unit else ()
    start = text.index(bare)
    for probe in probes:
        found = extract(probe).quantities
        if len(found) == 1 and found[0].value is not None and found[0].end - found[0].start == len(probe):
            return [
                replace(
                    found[0],
                    start=start,
                    end=start + len(bare),
                    outer_start=start,
                    outer_end=start + len(bare),
                )
            ]
    return [_number(bare, start, head, grid.columns.texts.get(at_column, ""))]


def _number(bare: str, start: int, head: Label, header: str) -> Found:
    """A bare number; under a heading of ranks it is an ordinal."""
    from claimcheck.stages.extract import Found  # noqa: PLC0415  the class is needed here only

    digits = re.sub(r"[,，\s]", "", bare.replace("−", "-").lstrip("+"))
    value = Decimal(digits)
    exponent = value.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    zeros = len(digits) - len(digits.rstrip("0")) if places == 0 and value else 0
    rank = "rank" in head.metric.key.split("+") or header.strip().lower() in _RANKS
    return Found(
        start=start,
        end=start + len(bare),
        value=value,
        low=None,
        high=None,
        unit=None,
        kind=QuantityKind.ORDINAL if rank else QuantityKind.NUMBER,
        modifier=Modifier.EXACT,
        direction=None,
        last_place=Decimal(1).scaleb(places),
        stated_zeros=zeros,
    )


def _frame(
    found: Found, grid: _Grid, row: int, column: int, around: Label, around_from: Origin, *, transposed: bool
) -> Frame:
    entity, measure = _labels(grid, row, column)
    entity_text, measure_text = grid.rows.texts.get(row, ""), grid.columns.texts.get(column, "")
    if transposed:
        entity, measure, entity_text, measure_text = measure, entity, measure_text, entity_text
    subject, origin = _strip_unit(entity_text), Origin.COLUMN if transposed else Origin.ROW
    time = measure.time or entity.time or _row_time(grid, row)
    if (
        not subject
        or (entity.time and not entity.subject)
        or (transposed and len(grid.columns.texts) <= 1 and not subject)
    ):
        subject, origin = around.subject, around_from
    metric = measure.metric if measure.metric.known else around.metric
    if not measure.metric.known and entity.metric.known and measure.time:
        metric, subject, origin = entity.metric, around.subject, around_from
    if entity.modifiers and metric.known and not entity.named:
        # a column such as `比上年增长` beside rows that name metrics: the growth of each
        metric = metric._replace(
            key=metric_key([metric.key.split("+")[0]], [*metric.key.split("+")[1:], *entity.modifiers])
        )
        subject, origin = around.subject, around_from
    role = Role.RANK if found.kind is QuantityKind.ORDINAL else _role(found, metric.key)
    words = () if measure.time and not measure.metric.known else (_strip_unit(measure_text),)
    return Frame(
        subject=subject,
        subject_from=origin,
        others=_row_words(grid, row, column),
        metric=comparable_key(metric.key, role),
        rest=tuple(w for w in measure.rest if len(w) > 1) if words else (),
        metric_words=tuple(w for w in (*words, *(metric.words if not words else ())) if w),
        metric_from=Origin.ROW if transposed else Origin.COLUMN,
        role=role,
        scope=_dimension_words(grid, row),
        time=time or around.time,
        time_from=Origin.COLUMN if time else Origin.HEADING,
        thing=found.thing_phrase or "",
    )


def _role(found: Found, metric: str) -> Role:
    parts = metric.split("+")
    if found.kind is QuantityKind.MULTIPLE:
        return Role.MULTIPLE
    return Role.CHANGE if "growth" in parts or found.direction is not None else Role.VALUE


def _strip_unit(header: str) -> str:
    return re.sub(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$", "", header).strip()


def _row_words(grid: _Grid, row: int, column: int) -> tuple[str, ...]:
    """The other words of the row: a city's country, a player's club."""
    words = []
    for other in range(grid.table.columns):
        block = grid.blocks.get((row, other))
        if other not in (column, grid.label_column) and block is not None and block.kind is BlockKind.CELL:
            text = block.text.strip()
            if text and not any(c.isdigit() for c in text):
                words.append(text)
    return tuple(words)


def _row_time(grid: _Grid, row: int) -> str | None:
    return next((iso for column in grid.time_columns if (iso := grid.times.get((row, column)))), None)


def _find_times(grid: _Grid, extract: Callable[[str], Reading], date: str | None) -> None:
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
    if _YEARISH.match(text):
        return re.sub(r"\D", "", text)
    if len(text) > _LONGEST_PERIOD:
        return None
    times = extract(text).times
    return resolve(times[0], date) if len(times) == 1 and len(times[0].text) * 2 > len(text) else None


def _find_dimensions(grid: _Grid) -> None:
    """Find the columns of words that tell rows of the same label and period apart: a source, a region, a group."""
    body = range(grid.table.header_rows, grid.table.rows)
    keys = [(grid.rows.texts.get(row, ""), _row_time(grid, row)) for row in body]
    if len(set(keys)) == len(keys):
        return
    for column in range(grid.table.columns):
        texts = [grid.blocks[row, column].text.strip() for row in body if (row, column) in grid.blocks]
        wordy = [t for t in texts if t and not any(c.isdigit() for c in t)]
        if column != grid.label_column and column not in grid.time_columns and len(wordy) * 2 > len(texts):
            grid.dimensions.append(column)


def _dimension_words(grid: _Grid, row: int) -> tuple[str, ...]:
    cells = (grid.blocks.get((row, column)) for column in grid.dimensions)
    return tuple(block.text.strip() for block in cells if block is not None)


__all__ = ["is_earlier_output", "is_generic", "table_frames"]
