"""Turns traditional Chinese characters into the simplified ones under which the tables list their words."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.languages.folders import always_read, read_table


@cache
def simplified_by_code() -> dict[int, int]:
    """Return a table for ``str.translate``: one character stands for one, so offsets stay."""
    table: dict[int, int] = {}
    for language in always_read():
        pairs = read_table(language, "simplified").get("simplify", {})
        table |= {
            ord(a): ord(b) for a, b in zip(pairs.get("from", ""), pairs.get("to", ""), strict=True) if a != b
        }
    return table


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, simplified_by_code()))}]")


def simplify(text: str) -> str:
    """Return the text in simplified characters; its length stays.

    >>> simplify("營收 312 億元")
    '营收 312 亿元'
    """
    if text.isascii() or not _traditional().search(text):
        return text
    return text.translate(simplified_by_code())
