"""Tells the rows and columns that name things from those that hold figures."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURE = re.compile(
    r"\s*[(（]?\s*(?:[A-Z]{0,3}[$€£¥]|[≈~<>≤≥±])?\s*[-−+]?\s*(?:[$€£¥])?\s*\d[\d,.，\s]{0,40}\s*(?:[^\W\d_]{0,6}|[%％‰°])[)）]?\s*(?:[*†‡]|[⁰¹²³⁴-⁹]){0,3}\s*"
)
_YEAR = re.compile(r"\s*(?:FY\s?)?(?:1[89]|20)\d\d\s*(?:年|[EFAP]|H[12]|Q[1-4])?\s*")
_BLANK = frozenset({"", "-", "–", "—", "n/a", "na", "null", "none", "无", "/", "..."})


def is_figure(text: str) -> bool:
    """Say whether a cell holds a number and hardly anything else.

    >>> [is_figure(t) for t in ("$1.2bn", "-32", "88.4 %", "3970亿", "GLM-5", "2025")]
    [True, True, True, True, False, True]
    """
    return len(text) <= 64 and _FIGURE.fullmatch(text) is not None


def is_name_row(cells: Sequence[str]) -> bool:
    """Say whether a first row names columns: no cell is a figure (a year may be), and not all are equal."""
    stated = [cell.strip() for cell in cells if cell.strip()]
    if not stated or (len(stated) > 1 and len(set(stated)) == 1):
        return False
    return not any(is_figure(cell) and not _YEAR.fullmatch(cell) for cell in stated)


def header_row_count(cells: Sequence[tuple[int, int, str]], columns: int) -> int:
    """Return how many rows name columns where nothing marks them: one or none. Cells are (row, column, text)."""
    first = [text for row, _, text in cells if row == 0]
    rows = max((row for row, _, _ in cells), default=0) + 1
    return 1 if rows > 1 and (columns > 1 or rows > 2) and is_name_row(first) else 0


def is_key_value(cells: Sequence[tuple[int, int, str]], columns: int) -> bool:
    """Say whether a table without marked headers lists one thing's properties: key, value; key, value.

    Its values are of different sorts, or its first row already holds a figure; a column of figures under a
    name has a header row instead.
    """
    if columns != 2:
        return False
    values: dict[int, str] = {}
    keys: dict[int, str] = defaultdict(str)
    for row, column, text in cells:
        if column == 1:
            values[row] = text.strip()
        elif column == 0:
            keys[row] = text.strip()
    if not values or any(is_figure(key) for key in keys.values() if key):
        return False
    figures = [is_figure(value) for row, value in sorted(values.items()) if value.lower() not in _BLANK]
    if not figures:
        return True
    return figures[0] or not all(figures[1:]) or len(figures) == 1
