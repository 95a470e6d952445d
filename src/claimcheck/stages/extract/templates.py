"""Dates and periods by the templates of a language's ``times.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.stages.extract.time_spans import Span, period_span

if TYPE_CHECKING:
    import re

    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

_LETTERS = {"quarter": "Q", "half": "H"}
_HALVES = 2


def template_time(page: Page, start: int, lexicon: Lexicon) -> Span | None:
    """Read the time that starts at ``start`` in the first form that fits."""
    for template in lexicon.templates:
        found = template.pattern.match(page.low, start)
        if found is not None and (span := _span(template.grain, found, lexicon)) is not None:
            return span
    return None


def _span(grain: str, found: re.Match[str], lexicon: Lexicon) -> Span | None:
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    start, end, year = found.start(), found.end(), parts.get("year")
    if grain in _LETTERS:
        which = lexicon.period_ordinals[parts["nth"]]
        if grain == "half" and which > _HALVES:
            return None
        return period_span(start, end, year, f"{_LETTERS[grain]}{which}", grain)
    if grain in {"day", "month"}:
        iso = f"{year or '-'}-{lexicon.months[parts['month']]:02d}"
        return Span(start, end, f"{iso}-{int(parts['day']):02d}" if grain == "day" else iso, grain)
    if grain == "year":
        return Span(start, end, year or "", grain)
    if grain == "decade":
        return Span(start, end, f"{parts['decade'][:3]}X", grain)
    if grain == "century":
        return Span(start, end, f"{int(parts['century']) - 1:02d}XX", grain)
    return Span(start, end, "", grain)
