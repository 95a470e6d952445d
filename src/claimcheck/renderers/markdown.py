"""The Markdown table of verdicts: claim, verdict, source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.records.evidence import Evidence
    from claimcheck.records.inventory import Inventory
    from claimcheck.records.report import Inconsistency, Report, Result
    from claimcheck.renderers.words import Words

# What Markdown, or HTML inside it, would read as more than itself. A single ~ strikes through on some sites.
_SPECIAL = re.compile(r"[\\|`*\[\]~]|(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_URL = re.compile(r"https?://[^\s<>]+")
_BREAK = "<br>"


def render(report: Report, lang: str) -> str:
    """Return the table of all claims, then what else was found, then the counts in one line."""
    words = words_for(lang)
    parts: list[str] = []
    if report.results:
        headings = [words.heading(key) for key in ("claim", "verdict", "source")]
        parts.append(_table(headings, (_row(result, words) for result in report.results)))
    if report.inconsistencies:
        items = (_inconsistency(found, words) for found in report.inconsistencies)
        parts.append(_listed(words.label("inconsistencies"), items, words))
    if report.skipped:
        parts.append(_escape(skipped_line(report.skipped, words)))
    if report.failures:
        items = (_escape(failure_line(failure, words)) for failure in report.failures)
        parts.append(_listed(words.label("failures"), items, words))
    parts.append(_escape(summary_line(report, words)))
    return "\n\n".join(parts) + "\n"


def render_inventory(inventory: Inventory, lang: str) -> str:
    """Return the table of claims, that of the other numbers, the findings, and the counts in one line."""
    words = words_for(lang)
    places = places_of(inventory)
    if not inventory.claims and not inventory.unclaimed:
        return _escape(words.summary("nothing_to_check")) + "\n"
    parts: list[str] = []
    if inventory.claims:
        rows = (claim_cells(claim, words, places) for claim in inventory.claims)
        parts += [_title(words.label("claims"), words), _cells(CLAIM_COLUMNS, rows, words)]
    if inventory.unclaimed:
        rows = (unclaimed_cells(number, words) for number in inventory.unclaimed)
        parts += [_title(words.label("unclaimed"), words), _cells(UNCLAIMED_COLUMNS, rows, words)]
    if inventory.inconsistencies:
        items = (_inconsistency(found, words) for found in inventory.inconsistencies)
        parts.append(_listed(words.label("inconsistencies"), items, words))
    parts.append(_escape(counts_line(inventory, words)))
    return "\n\n".join(parts) + "\n"


def combine(texts: Sequence[str], names: Sequence[str]) -> str:
    """Join what was rendered of several drafts, each under its name."""
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"## {_escape(name)}\n\n{text}" for name, text in zip(names, texts, strict=True))


def _row(result: Result, words: Words) -> tuple[str, str, str]:
    verdict = f"{result.symbol} {words.verdict(result.verdict)}"
    if result.reason:
        verdict += words.label("colon") + _escape(result.reason)
    shown, more = shown_evidence(result)
    with_stance = needs_stance(result)
    sources = list(dict.fromkeys(_source(evidence, words, with_stance=with_stance) for evidence in shown))
    if more:
        sources.append(_escape(words.label("more", count=more)))
    return _escape(describe(result.claim, words)), verdict, _BREAK.join(sources) or words.label("none")


def _source(evidence: Evidence, words: Words, *, with_stance: bool) -> str:
    quoted = words.label("gap") + _escape(quotation(evidence, words, with_stance=with_stance))
    where = one_line(evidence.locator)
    if _URL.fullmatch(where):
        return f"[{_escape(evidence.source or where)}](<{where.replace('|', '%7C')}>){quoted}"
    return _escape(place(evidence)) + quoted


def _inconsistency(found: Inconsistency, words: Words) -> str:
    lines = [
        words.label("at_line", line=line) for line in dict.fromkeys(claim.line for claim in found.claims)
    ]
    said = [part for part in (found.message, found.sum if found.sum not in found.message else "") if part]
    return _escape(words.label("comma").join(lines) + words.label("colon") + words.label("gap").join(said))


def _listed(heading: str, items: Iterable[str], words: Words) -> str:
    return f"{heading}{words.label('colon').rstrip()}\n\n" + "\n".join(f"- {item}" for item in items)


def _title(text: str, words: Words) -> str:
    return text + words.label("colon").rstrip()


def _cells(columns: Sequence[str], rows: Iterable[Sequence[str]], words: Words) -> str:
    shown = ([_escape(cell) or words.label("none") for cell in row] for row in rows)
    return _table([words.heading(key) for key in columns], shown)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escape(text: str) -> str:
    plain = _ENTITY.sub("&amp;", one_line(text)).replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\g<0>", plain)
