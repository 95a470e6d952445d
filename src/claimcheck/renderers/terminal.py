"""The report as a list for people at a terminal, in the order of the draft."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from claimcheck.records.verdict import Verdict
from claimcheck.renderers.listing import (
    CLAIM_COLUMNS,
    UNCLAIMED_COLUMNS,
    claim_cells,
    counts_line,
    places_of,
    unclaimed_cells,
)
from claimcheck.renderers.phrases import (
    describe,
    failure_line,
    needs_stance,
    one_line,
    place,
    quotation,
    shown_evidence,
    skipped_line,
    summary_line,
)
from claimcheck.renderers.words import words_for
from claimcheck.renderers.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from claimcheck.records.inventory import Inventory
    from claimcheck.records.report import Inconsistency, Report, Result
    from claimcheck.renderers.words import Words

WIDTH = 80
_MINIMUM = 20
_INDENT = 4
_TABLE_FROM = 100  # narrower than this, eight columns leave too little for each
_STYLES = {
    Verdict.CONFIRMED: "green",
    Verdict.DISPUTED: "bold yellow",
    Verdict.CONTRADICTED: "bold red",
    Verdict.UNVERIFIED: "yellow",
}


def render(report: Report, lang: str, *, width: int = WIDTH, colour: bool = False) -> str:
    """Return the report as lines of at most ``width`` cells; with escape sequences only if ``colour``."""
    words = words_for(lang)
    page = _Page(width, colour=colour)
    if report.name:
        page.line(one_line(report.name), "bold")
        page.blank()
    for result in report.results:
        _result(page, result, words)
    for found in report.inconsistencies:
        _inconsistency(page, found, words)
    if report.results or report.inconsistencies:
        page.blank()
    if report.skipped:
        page.line(skipped_line(report.skipped, words), "dim")
    for failure in report.failures:
        page.line(words.label("failures") + words.label("colon") + failure_line(failure, words), "yellow")
    page.line(summary_line(report, words), "bold")
    return page.text()


def render_inventory(inventory: Inventory, lang: str, *, width: int = WIDTH, colour: bool = False) -> str:
    """Return all numbers of a draft: its claims, the others with the reason, and where it disagrees with itself."""
    words = words_for(lang)
    page = _Page(width, colour=colour)
    if inventory.name:
        page.line(one_line(inventory.name), "bold")
        page.blank()
    if not inventory.claims and not inventory.unclaimed:
        page.line(words.summary("nothing_to_check"), "bold")
        return page.text()
    if inventory.claims:
        page.line(words.label("claims") + words.label("colon").rstrip(), "bold")
        _claims(page, inventory, words)
        page.blank()
    if inventory.unclaimed:
        page.line(words.label("unclaimed") + words.label("colon").rstrip(), "bold")
        rows = [unclaimed_cells(number, words) for number in inventory.unclaimed]
        _grid(page, UNCLAIMED_COLUMNS, rows, words)
        page.blank()
    for found in inventory.inconsistencies:
        _inconsistency(page, found, words)
    if inventory.inconsistencies:
        page.blank()
    page.line(counts_line(inventory, words), "bold")
    return page.text()


def combine(texts: Sequence[str], names: Sequence[str]) -> str:  # noqa: ARG001  each begins with its name
    """Join what was rendered of several drafts."""
    return "\n".join(texts)


def _result(page: _Page, result: Result, words: Words) -> None:
    mark = f"{result.symbol} {words.verdict(result.verdict)}"
    claim = result.claim
    page.line(
        f"{claim.line}:{claim.column} {describe(claim, words)}", lead=mark, lead_style=_STYLES[result.verdict]
    )
    if result.reason:
        page.line(one_line(result.reason), "", _INDENT)
    shown, more = shown_evidence(result)
    with_stance = needs_stance(result)
    for evidence in shown:
        quoted = quotation(evidence, words, with_stance=with_stance)
        page.line(f"{place(evidence)}{words.label('gap')}{quoted}", "dim", _INDENT)
    if more:
        page.line(words.label("more", count=more), "dim", _INDENT)


def _inconsistency(page: _Page, found: Inconsistency, words: Words) -> None:
    first = found.claims[0] if found.claims else None
    where = f"{first.line}:{first.column} {describe(first, words)}" if first else ""
    page.line(where, lead=f"⚠️ {words.label('inconsistent')}", lead_style="bold red")
    page.line(one_line(found.message), "", _INDENT)
    if found.sum and found.sum not in found.message:
        page.line(one_line(found.sum), "dim", _INDENT)


def _claims(page: _Page, inventory: Inventory, words: Words) -> None:
    """Add the claims: a table where there is room for one, else two lines each."""
    places = places_of(inventory)
    rows = [claim_cells(claim, words, places) for claim in inventory.claims]
    if page.width >= _TABLE_FROM:
        _grid(page, CLAIM_COLUMNS, rows, words, [not claim.check_worthy for claim in inventory.claims])
        return
    for where, text, *rest in rows:
        page.line(f"{where} {one_line(text)}")
        named = zip(CLAIM_COLUMNS[2:], rest, strict=True)
        said = (f"{words.heading(key)}{words.label('colon')}{one_line(cell)}" for key, cell in named if cell)
        page.line(words.label("middle").join(said), "dim", _INDENT)


def _grid(
    page: _Page,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    words: Words,
    dim: Sequence[bool] = (),
) -> None:
    from rich.table import Table  # noqa: PLC0415  rich is slow to import, and only this output needs it
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in columns:
        right = key in ("line", "value")
        table.add_column(words.heading(key), justify="right" if right else "left", overflow="fold")
    for index, cells in enumerate(rows):
        style = "dim" if dim and dim[index] else None
        table.add_row(*(Text(one_line(cell)) for cell in cells), style=style)
    page.console.print(table)


class _Page:
    """Collects lines of one width, so that rich need not guess the screen."""

    def __init__(self, width: int, *, colour: bool) -> None:
        from rich.cells import cell_len  # noqa: PLC0415  rich is slow to import, and only this output needs it
        from rich.console import Console  # noqa: PLC0415

        self.width = max(width, _MINIMUM)
        self.cells = cell_len
        self.console: Console = Console(
            file=StringIO(),
            width=self.width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},  # width and colour were decided by the caller
        )

    def line(
        self, text: str, style: str = "", indent: int = 0, *, lead: str = "", lead_style: str = ""
    ) -> None:
        """Add a text, wrapped; what follows the first line is indented under it."""
        from rich.text import Text  # noqa: PLC0415

        margin = indent or (_INDENT if lead else 0)
        taken = self.cells(lead) + 1 - margin if lead else 0
        for number, part in enumerate(wrap(text, self.width - margin, self.cells, first=max(taken, 0))):
            row = Text(no_wrap=True, overflow="ignore", end="\n")
            if lead and not number:
                row.append(lead, lead_style)
                row.append(f" {part}" if part else "", style)
            else:
                row.append(" " * margin)
                row.append(part, style)
            self.console.print(row, soft_wrap=True)

    def blank(self) -> None:
        """Add an empty line."""
        self.console.print()

    def text(self) -> str:
        """Return what was collected, without blanks at the ends of lines."""
        file = self.console.file
        assert isinstance(file, StringIO)  # noqa: S101  made above
        return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"
