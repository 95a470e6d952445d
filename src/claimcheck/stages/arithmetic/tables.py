"""Checks the totals, shares, changes and growth rates that a table prints beside the numbers they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.stages.arithmetic.amounts import is_amount, is_percent
from claimcheck.stages.arithmetic.bases import Split
from claimcheck.stages.arithmetic.moves import check_move
from claimcheck.stages.arithmetic.pairs import Pair
from claimcheck.stages.arithmetic.share_sums import check_share
from claimcheck.stages.arithmetic.totals import Whole, check_total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.records.document import Table
    from claimcheck.stages.arithmetic.derivation import Derivation
    from claimcheck.stages.arithmetic.layout import Layout

_UNIT = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TWO = 2
_EMPTY = frozenset(("", "-", "–", "—", "/", "n/a", "…"))


@dataclass(slots=True)
class _Sheet:
    """A table as a matrix of claims: its body rows and columns, their labels, and cells that hold one number."""

    claims: Sequence[Claim]
    rows: list[int]
    columns: list[int]
    row_labels: dict[int, str] = field(default_factory=dict)
    column_labels: dict[int, str] = field(default_factory=dict)
    cells: dict[tuple[int, int], int] = field(default_factory=dict)
    blank: set[tuple[int, int]] = field(default_factory=set)


def table_derivations(layout: Layout) -> Iterator[Derivation]:
    """Yield what the tables of a document say about their derived cells."""
    for table in layout.document.tables:
        sheet = _sheet(table, layout)
        if len(sheet.cells) > _TWO:
            yield from _Checks(sheet, layout).run()


def _sheet(table: Table, layout: Layout) -> _Sheet:
    blocks = layout.document.blocks
    sheet = _Sheet(layout.claims, [], [])
    rows: set[int] = set()
    columns: set[int] = set()
    for cell in table.cells:
        text = blocks[cell.block].text.strip()
        if text and cell.row >= table.header_rows:
            rows.add(cell.row)
        numbers = layout.by_block.get(cell.block, [])
        if cell.row < table.header_rows:
            for column in range(cell.column, cell.column + cell.column_span):
                sheet.column_labels[column] = f"{sheet.column_labels.get(column, '')} {text}".strip()
        elif len(numbers) == 1 and cell.row_span == cell.column_span == 1:
            sheet.cells[cell.row, cell.column] = numbers[0].claim
            columns.add(cell.column)
        elif text.lower() in _EMPTY:
            sheet.blank.add((cell.row, cell.column))
        elif cell.row not in sheet.row_labels:
            sheet.row_labels[cell.row] = text
    sheet.rows, sheet.columns = sorted(rows), sorted(columns)
    return sheet


class _Checks:
    """The rules, over one table."""

    def __init__(self, sheet: _Sheet, layout: Layout) -> None:
        self.sheet, self.claims, self.sums = sheet, layout.claims, layout.sums
        self.total_rows = [r for r in sheet.rows if "total" in self._kinds(sheet.row_labels.get(r, ""))]
        self.kinds = {c: self._kinds(sheet.column_labels.get(c, "")) for c in sheet.columns}
        self.split = any("subtotal" in self._kinds(sheet.row_labels.get(r, "")) for r in sheet.rows)
        self.body = [r for r in sheet.rows if r not in self.total_rows]

    def run(self) -> Iterator[Derivation]:
        for column in self.sheet.columns:
            yield from self._total_row(column)
        for column in self.sheet.columns:
            kinds = self.kinds[column]
            if "total" in kinds or "whole_period" in kinds:
                yield from _mostly(self._row_total(row, column) for row in self.sheet.rows)
            elif "share" in kinds:
                yield from self._shares(column)
            elif "growth" in kinds or "change" in kinds:
                yield from self._changes(column)

    def _kinds(self, label: str) -> frozenset[str]:
        return self.sums.label(label) or self.sums.label(_UNIT.sub("", label))

    def _total_row(self, column: int) -> Iterator[Derivation]:
        """The last row is the sum of those above it."""
        if len(self.total_rows) != 1 or self.split or not self.kinds[column].isdisjoint(("growth", "change")):
            return
        total = self.sheet.cells.get((self.total_rows[0], column))
        parts = [self.sheet.cells.get((row, column)) for row in self.body]
        ids = tuple(part for part in parts if part is not None)
        if total is None or not self._same_units(total, ids):
            return
        if (
            is_percent(self.claims[total])
            and "share" not in self.kinds[column]
            and self.claims[total].quantity.value != 100
        ):
            return  # the growth of the total is not the sum of growths
        complete = all(
            part is not None or (row, column) in self.sheet.blank
            for part, row in zip(parts, self.body, strict=True)
        )
        derivation = check_total(self.claims, Whole(total, ids, total, complete), self.sums)
        if derivation is not None:
            yield derivation

    def _row_total(self, row: int, column: int) -> Derivation | None:
        total = self.sheet.cells.get((row, column))
        others = [
            c
            for c in self.sheet.columns
            if c != column and not self.kinds[c] & {"total", "share", "growth", "change"}
        ]
        ids = tuple(i for c in others if (i := self.sheet.cells.get((row, c))) is not None)
        if total is None or len(ids) != len(others) or not self._same_units(total, ids):
            return None
        return check_total(self.claims, Whole(total, ids, total), self.sums)

    def _shares(self, column: int) -> Iterator[Derivation]:
        """The share of each row in the total of the column before it."""
        if len(self.total_rows) != 1:
            return
        for base in reversed([c for c in self.sheet.columns if c != column]):
            whole = self.sheet.cells.get((self.total_rows[0], base))
            if whole is None or is_percent(self.claims[whole]) or not is_amount(self.claims[whole]):
                continue
            found = list(_mostly(self._share(row, column, base, whole) for row in self.body))
            if found:
                yield from found
                return

    def _share(self, row: int, column: int, base: int, whole: int) -> Derivation | None:
        share, part = self.sheet.cells.get((row, column)), self.sheet.cells.get((row, base))
        if share is None or part is None or not is_percent(self.claims[share]):
            return None
        return check_share(self.claims, share, Split(part, whole))

    def _changes(self, column: int) -> Iterator[Derivation]:
        """The change of each row from one period's column to the next."""
        levels = [c for c in self.sheet.columns if not self.kinds[c] & {"total", "share", "growth", "change"}]
        years = {c: y[0] for c in levels if (y := _YEAR.search(self.sheet.column_labels.get(c, "")))}
        if len(levels) == _TWO == len(years) and years[levels[0]] != years[levels[1]]:
            early, late = sorted(levels, key=years.__getitem__)
            yield from _mostly((self._change(row, column, late, early) for row in self.sheet.rows), sure=True)
        elif len(levels) == _TWO:
            for to, source in ((levels[1], levels[0]), (levels[0], levels[1])):
                found = list(_mostly(self._change(row, column, to, source) for row in self.sheet.rows))
                if found:
                    yield from found
                    return
        elif len(levels) == 1:
            pairs = zip(self.body, self.body[1:], strict=False)
            yield from _mostly(self._step(earlier, later, column, levels[0]) for earlier, later in pairs)

    def _change(self, row: int, column: int, to: int, source: int) -> Derivation | None:
        cells = self.sheet.cells
        derived, a, b = cells.get((row, column)), cells.get((row, to)), cells.get((row, source))
        return self._move(derived, a, b)

    def _step(self, earlier: int, later: int, column: int, base: int) -> Derivation | None:
        """The growth from the row of one period to the row of the next."""
        cells = self.sheet.cells
        derived, to, source = cells.get((later, column)), cells.get((later, base)), cells.get((earlier, base))
        if to is None or source is None or (self.claims[source].time or "") >= (self.claims[to].time or ""):
            return None
        return self._move(derived, to, source)

    def _move(self, derived: int | None, to: int | None, source: int | None) -> Derivation | None:
        if derived is None or to is None or source is None or not self._same_units(to, (source,)):
            return None
        return check_move(self.claims, derived, Pair(to, source))

    def _same_units(self, one: int, others: Sequence[int]) -> bool:
        return {self.claims[i].quantity.unit for i in others} <= {self.claims[one].quantity.unit}


def _mostly(found: Iterator[Derivation | None], *, sure: bool = False) -> Iterator[Derivation]:
    """Yield what a rule says of each row; its failures only where most rows show that the rule is meant.

    Args:
        found: the rows' derivations.
        sure: the headers alone tell that the rule is meant.
    """
    rows = [one for one in found if one is not None]
    holding = sum(one.holds for one in rows)
    if sure or (holding >= _TWO and holding * _TWO >= len(rows)):
        yield from rows
    elif holding * _TWO >= len(rows):
        yield from (one for one in rows if one.holds)
