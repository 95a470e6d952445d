"""One time as it was read, and the small numbers and years it is made of."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A time that was read: where, and what it says."""

    start: int
    end: int
    iso: str
    grain: str
    relative: int | None = None
    cumulative: bool = False


_COUNT_MONTHS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "〇": 0,
    "零": 0,
}

PERIOD_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}


def small_number(text: str) -> int:
    """Return the value of one or two digits or of a Chinese numeral below 100.

    >>> [small_number(text) for text in ("12", "十二", "三十一", "五")]
    [12, 12, 31, 5]
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _COUNT_MONTHS.get(tens, 1) * 10 + _COUNT_MONTHS.get(ones, 0)
    return _COUNT_MONTHS.get(text, 0)


def full_year(text: str) -> str:
    """Write a year in four digits: 二〇二四, 2024 and 24 are one year."""
    if text.isdigit() and text.isascii():
        return text if len(text) == 4 else f"20{text}" if len(text) == 2 and int(text) < 50 else f"19{text}"
    return "".join(str(_COUNT_MONTHS[char]) for char in text)


def period_span(start: int, end: int, year: str | None, name: str, grain: str, prefix: str = "") -> Span:
    """Return the span of a part of a year, whose year may be unknown."""
    return Span(start, end, f"{prefix}{full_year(year)}-{name}" if year else f"-{name}", grain)
