"""Dates as files state them about themselves, as ISO text."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"\s*(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def iso_date(text: str) -> str | None:
    """Return the date at the start of a text as ISO text, as precise as it is stated, without the time.

    >>> [iso_date(t) for t in ("2026-02-18 01:17", "2026年2月", "Feb 3, 2026", "Tue, 03 Feb 2026", "soon")]
    ['2026-02-18', '2026-02', '2026-02-03', '2026-02-03', None]
    """
    text = text[:64]
    if match := _COMPACT.match(text) or _ISO.match(text):
        year, month, day = match.groups()
        return _checked(year, month, day)
    if match := _DAY_FIRST.search(text):
        return _checked(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.search(text):
        return _checked(match[3], _month(match[1]), match[2])
    return None


def _month(name: str) -> str:
    key = name[:3].lower()
    return str(_MONTHS.index(key) + 1) if key in _MONTHS else "0"


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        whole = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day else 7 if month else 4]
