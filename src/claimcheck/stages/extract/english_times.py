"""Dates and periods in English words: "March 5", "Q3 2025", "third quarter of 2025"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.time_spans import Span, full_year, period_span

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

_AFTER_MONTH = re.compile(
    r"\.? ?(?:(\d{1,2})(?:st|nd|rd|th)?(?: ?[-–—] ?\d{1,2}(?:st|nd|rd|th)?)?(?![\d%]|[.,:]\d| ?(?:%|percent|million|billion|people))(?: ?,? ?((?:1[0-9]|20|21)\d\d)(?![\d,.]\d|\d|%))?|(?:,|of)? ?((?:1[0-9]|20|21)\d\d)(?![\d%]))"
)

_NTH_PERIOD = re.compile(
    r"(first|second|third|fourth|1st|2nd|3rd|4th|final|last)[ -](quarter|half)(?:(?: of)?(?: the)? ?(?:fiscal )?(?:year )?((?:19|20)\d\d))?(?![a-z-])"
)

_FIRST_N = re.compile(
    r"(?:first|past|last|previous) (\w+) (months|quarters|weeks|days|years|decades)(?: of (?:the )?((?:19|20)\d\d))?(?![a-z])"
)

_QUARTER = re.compile(
    r"q([1-4])(?:(?: ?(?:of )?(?:fy)?'?(?=(?:19|20)\d\d)|(?: ?fy ?| '?|'))((?:19|20)?\d\d)(?!\d| ?%|[.,]\d))?(?![a-z0-9])"
)

_HALF = re.compile(
    r"h([12])(?:(?: ?(?:of )?(?:fy)?'?(?=(?:19|20)\d\d)|(?: ?fy ?| '?|'))((?:19|20)?\d\d)(?!\d| ?%|[.,]\d))?(?![a-z0-9])"
)

_FY = re.compile(r"(?:fy|cy) ?'?((?:19|20)?\d\d)(?: ?q([1-4]))?(?![\da-z])")


def prefixed_time(page: Page, start: int) -> Span | None:
    """Read "Q3 2025", "H1", "FY2025" at ``start``."""
    low = page.low
    if found := _QUARTER.match(low, start):
        fiscal = "FY" if "fy" in found.group() else ""
        return period_span(start, found.end(), found[2], f"Q{found[1]}", "quarter", fiscal)
    if found := _HALF.match(low, start):
        fiscal = "FY" if "fy" in found.group() else ""
        return period_span(start, found.end(), found[2], f"H{found[1]}", "half", fiscal)
    if found := _FY.match(low, start):
        iso = f"FY{full_year(found[1])}" + (f"-Q{found[2]}" if found[2] else "")
        return Span(start, found.end(), iso, "quarter" if found[2] else "year")
    return None


def month_time(page: Page, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Read a month name at ``start:end`` with the day and year that follow it."""
    low = page.low
    word = low[start:end]
    month = lexicon.months[word]
    found = _AFTER_MONTH.match(low, end)
    capital = page.norm[start].isupper()
    if found is None:
        if (word in lexicon.ambiguous_months or not capital) and not (
            capital
            and word in {"march", "may", "august"}
            and low[max(0, start - 3) : start] in {"in ", "of ", "by "}
        ):
            return None
        return Span(start, end, f"--{month:02d}", "month")
    if found[1]:
        day = int(found[1])
        if not 1 <= day <= 31:
            return Span(start, end, f"--{month:02d}", "month") if capital else None
        if found[2]:
            return Span(start, found.end(), f"{found[2]}-{month:02d}-{day:02d}", "day")
        return Span(start, found.end(), f"--{month:02d}-{day:02d}", "day")
    return Span(start, found.end(), f"{found[3]}-{month:02d}", "month")


def ordinal_time(page: Page, start: int, lexicon: Lexicon) -> Span | None:
    """Read "third quarter of 2025", "first half", "first nine months" at ``start``."""
    low = page.low
    if found := _NTH_PERIOD.match(low, start):
        which = lexicon.period_ordinals.get(found[1])
        if which is None:
            return None
        name = "Q" if found[2] == "quarter" else "H"
        if name == "H" and which > 2:
            return None
        if name == "H" and not found[3] and low.startswith((" of the game", " of the match"), found.end()):
            return None
        return period_span(start, found.end(), found[3], f"{name}{which}", found[2])
    if found := _FIRST_N.match(low, start):
        count = lexicon.cardinals.get(found[1]) or (
            int(found[1]) if found[1].isdigit() and found[1].isascii() and len(found[1]) < 3 else 0
        )
        if count and low.startswith("first", start) and found[2] == "months" and count <= 12:
            year = found[3] or "-"
            iso = f"{year}-01/{year}-{count:02d}" if found[3] else f"--01/--{count:02d}"
            return Span(start, found.end(), iso, "span", None, cumulative=True)
        if count and low.startswith("first", start) and found[2] == "quarters" and count <= 4:
            iso = f"{found[3]}-Q1/{found[3]}-Q{count}" if found[3] else f"-Q1/-Q{count}"
            return Span(start, found.end(), iso, "span", None, cumulative=True)
    return None
