"""Resolves the times that a text states against the date of its document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.records.quantity import TimeExpression

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_QUARTERS = 4
_MONTHS = 12


def resolve(time: TimeExpression, date: str | None) -> str | None:
    """Return the ISO text of a time expression, or None if it cannot be placed.

    Args:
        time: as read.
        date: ISO date of the document (or ``as_of``); relative times and dates without a year count from it,
            never from today's clock.

    >>> from claimcheck.records.quantity import TimeExpression
    >>> resolve(TimeExpression(text="last year", start=0, end=9, relative=-1), "2026-02-18")
    '2025'
    >>> resolve(TimeExpression(text="Q3", start=0, end=2, iso="-Q3", grain="quarter"), "2025-11-02")
    '2025-Q3'
    """
    if time.grain == "clock":
        return None
    parts = _DATE.match(date) if date else None
    if time.iso and not time.iso.startswith("-"):
        return _mark(time.iso, time)
    if parts is None:
        return _mark(time.iso, time) if time.iso else None
    year, month = int(parts[1]), int(parts[2] or 1)
    if time.iso:
        return _mark(f"{_year_of(time.iso, year, month)}-{time.iso.lstrip('-')}", time)
    if time.relative is None:
        return None
    return _relative(time, year, month, date or "")


def _year_of(iso: str, year: int, month: int) -> int:
    """A date without a year means the latest one that is not after the document's own date."""
    named = re.match(r"--(\d{2})", iso)
    if named:
        return year if int(named[1]) <= month else year - 1
    quarter = re.match(r"-Q(\d)", iso)
    if quarter:
        return year if (int(quarter[1]) - 1) * 3 + 1 <= month else year - 1
    return year


def _relative(time: TimeExpression, year: int, month: int, date: str) -> str | None:
    offset = time.relative or 0
    if time.grain == "year":
        return _mark(str(year + offset), time)
    if time.grain == "quarter":
        index = year * _QUARTERS + (month - 1) // 3 + offset
        return _mark(f"{index // _QUARTERS}-Q{index % _QUARTERS + 1}", time)
    if time.grain == "half":
        index = year * 2 + (month - 1) // 6 + offset
        return _mark(f"{index // 2}-H{index % 2 + 1}", time)
    if time.grain == "month":
        index = year * _MONTHS + month - 1 + offset
        return _mark(f"{index // _MONTHS}-{index % _MONTHS + 1:02}", time)
    if time.grain == "day" and offset == 0:
        return date
    return None


def _mark(iso: str, time: TimeExpression) -> str:
    """A year-to-date figure is not the figure of the period that its end names."""
    return f"{iso}/ytd" if time.cumulative else iso
