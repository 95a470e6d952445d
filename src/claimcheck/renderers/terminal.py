"""The report as a list for people at a terminal, in the order of the draft."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from claimcheck.records.verdict import Verdict
from claimcheck.renderers.phrases import (
    brief,
    describe,
    failure_line,
    metric_of,
    needs_stance,
    one_line,
    place,
    quotation,
    shown_evidence,
    skipped_line,
    summary_line,
    value_of,
)
from claimcheck.renderers.words import words_for
from claimcheck.renderers.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from claimcheck.records.claim import Claim
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


def render_claims(
    claims: Sequence[Claim], lang: str, name: str = "", *, width: int = WIDTH, colour: bool = False
) -> str:
    """Return the claims found in a draft: a table where there is room for one, else a list."""
    words = words_for(lang)
    page = _Page(width, colour=colour)
    if name:
        page.line(one_line(name), "bold")
        page.blank()
    if not claims:
        page.line(words.summary("nothing_to_check"), "bold")
    elif width < _TABLE_FROM:
        for claim in claims:
            page.line(f"{claim.line}:{claim.column} {describe(claim, words)}")
            value = " ".join(part for part in (value_of(claim), one_line(claim.quantity.unit or "")) if part)
            page.line(words.label("middle").join((value, words.statement(claim.statement))), "dim", _INDENT)
    else:
        _claim_table(page, claims, words)
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


def _claim_table(page: _Page, claims: Sequence[Claim], words: Words) -> None:
    from rich.table import Table  # noqa: PLC0415  rich is slow to import, and only this output needs it
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in ("line", "text", "subject", "metric", "time", "value", "unit", "statement"):
        right = key in ("line", "value")
        table.add_column(words.heading(key), justify="right" if right else "left", overflow="fold")
    for claim in claims:
        cells = (
            f"{claim.line}:{claim.column}",
            brief(claim.text),
            brief(claim.subject),
            metric_of(claim),
            claim.time or "",
            value_of(claim),
            claim.quantity.unit or "",
            words.statement(claim.statement),
        )
        table.add_row(*(Text(one_line(cell)) for cell in cells), style=None if claim.check_worthy else "dim")
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
