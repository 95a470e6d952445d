"""Turns table cells into framed quantities: the row and column headers say what a cell is about."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.claim import Frame, Origin, Role
from claimcheck.records.document import BlockKind
from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.decompose.context import Label, Surroundings, read_label
from claimcheck.stages.decompose.framed import Framed
from claimcheck.stages.decompose.grid import (
    BARE,
    YEARISH,
    Grid,
    constant_name,
    dimension_words,
    probes,
    read_grid,
    row_time,
    unit_note,
)
from claimcheck.stages.decompose.metric import comparable_key, metric_key
from claimcheck.stages.extract import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.records.document import Block, Table
    from claimcheck.stages.extract import Reading


def is_earlier_output(table: Table, blocks: Sequence[Block], cues: Cues) -> bool:
    """Whether a table is a record of verdicts (`声称 | 核实结果 | 来源`): output, not claims."""
    heads = [blocks[cell.block].text for cell in table.cells if cell.row == 0]
    return any(cues.heads("verdict", head) for head in heads) and len(heads) > 1


def table_frames(
    table: Table, surroundings: Surroundings, cues: Cues, extract: Callable[[str], Reading]
) -> list[tuple[Block, Framed]]:
    """Return the framed quantities of the body cells, row by row."""
    blocks = surroundings.document.blocks
    if is_earlier_output(table, blocks, cues):
        return []
    grid = read_grid(table, blocks, cues, extract, surroundings.date)
    caption = blocks[table.caption].text if table.caption is not None else ""
    context = surroundings.enter(blocks[table.cells[0].block]) if table.cells else None
    outer = context.subjects[0] if context and context.subjects else ("", Origin.NONE)
    around = Label(outer[0], True, context.metric, context.time) if context else Label()  # noqa: FBT003  named
    if caption:
        label = read_label(caption, extract(caption), cues, surroundings.date)
        around.metric = label.metric if label.metric.known else around.metric
        around.time = label.time or around.time
    about = constant_name(grid)
    if about:
        around.subject = about
    unit = unit_note(caption, extract) if caption else ""
    only_values = bool(grid.values) and grid.values | {grid.label_column} == set(range(table.columns))
    transposed = only_values or grid.rows.score() > grid.columns.score()
    framed: list[tuple[Block, Framed]] = []
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        if (
            cell.header
            or cell.row < table.header_rows
            or cell.column in (grid.label_column, *grid.unit_columns, *grid.identifiers)
        ):
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


def _labels(grid: Grid, row: int, column: int) -> tuple[Label, Label]:
    return grid.rows.labels.get(row, Label()), grid.columns.labels.get(column, Label())


def _quantities(
    text: str,
    row: Label,
    column: Label,
    grid: Grid,
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
    if not BARE.match(bare):
        return list(extract(text).quantities)
    head = row if transposed else column
    if YEARISH.match(bare) and (not head.metric.known or head.time):
        return []
    unit = (
        axis.units.get(index)
        or grid.columns.units.get(at_column)
        or grid.rows.units.get(at_row)
        or caption_unit
    )
    written = probes(bare, unit) if unit else ()
    start = text.index(bare)
    for probe in written:
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
    ranks = "rank" in head.metric.key.split("+") or grid.columns.texts.get(at_column, "") in grid.rank_heads
    return [_number(bare, start, ranks=ranks)]


def _number(bare: str, start: int, *, ranks: bool) -> Found:
    """A bare number; under a heading of ranks it is an ordinal."""
    digits = re.sub(r"[,，\s]", "", bare.replace("−", "-").lstrip("+"))
    value = Decimal(digits)
    exponent = value.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    zeros = len(digits) - len(digits.rstrip("0")) if places == 0 and value else 0
    return Found(
        start=start,
        end=start + len(bare),
        value=value,
        low=None,
        high=None,
        unit=None,
        kind=QuantityKind.ORDINAL if ranks else QuantityKind.NUMBER,
        modifier=Modifier.EXACT,
        direction=None,
        last_place=Decimal(1).scaleb(places),
        stated_zeros=zeros,
    )


def _frame(
    found: Found, grid: Grid, row: int, column: int, around: Label, around_from: Origin, *, transposed: bool
) -> Frame:
    entity, measure = _labels(grid, row, column)
    entity_text, measure_text = grid.rows.texts.get(row, ""), grid.columns.texts.get(column, "")
    if transposed:
        entity, measure, entity_text, measure_text = measure, entity, measure_text, entity_text
    subject, origin = _strip_unit(entity_text), Origin.COLUMN if transposed else Origin.ROW
    time = measure.time or entity.time or row_time(grid, row)
    if (
        not subject
        or (transposed and column in grid.values)
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
    if role is Role.RANK and measure_text in grid.rank_heads:
        measure_text = ""
    words = () if measure.time and not measure.metric.known else (_strip_unit(measure_text),)
    return Frame(
        subject=subject,
        subject_from=origin,
        others=_row_words(grid, row, column),
        metric=comparable_key(metric.key, role, time or around.time),
        rest=tuple(w for w in measure.rest if len(w) > 1) if words else (),
        metric_words=tuple(w for w in (*words, *(metric.words if not words else ())) if w),
        metric_from=Origin.ROW if transposed else Origin.COLUMN,
        role=role,
        scope=dimension_words(grid, row),
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


def _row_words(grid: Grid, row: int, column: int) -> tuple[str, ...]:
    """The other words of the row: a city's country, a player's club."""
    words = []
    for other in range(grid.table.columns):
        block = grid.blocks.get((row, other))
        if other not in (column, grid.label_column) and block is not None and block.kind is BlockKind.CELL:
            text = block.text.strip()
            if text and not any(c.isdigit() for c in text):
                words.append(text)
    return tuple(words)
