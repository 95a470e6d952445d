"""What raised digits mean: a power, or a footnote mark that is no part of the text."""

from __future__ import annotations

import re

# Stands for an inline code span that holds digits: code yields no quantity, yet the words around it need
# something between them (U+FFFC OBJECT REPLACEMENT CHARACTER).
OBJECT = "\ufffc"

_DIGITS = re.compile(r"[-−+]?\d{1,4}")
_ITEM = r"(?:\[(?:\d{1,3}|[a-z])\]|\d{1,3}|[*†‡§¶]{1,3})"
_MARK = re.compile(rf"\s*(?:{_ITEM}(?:(?:\s*[,，–-]\s*|\s+|(?=\[)){_ITEM})*|[a-z])\s*")
_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_AREA = re.compile(r"(?:^|[\d\s])(?:[kcmd]?m|km|ft|in|mi|yd|s|米|公里|千米)$")
# A longer text is no mark.
_LONGEST_MARK = 24


def raised(text: str, before: str) -> str | None:
    """Return how raised text is shown behind ``before``: a power, nothing for a mark, None for as it stands.

    >>> [raised("6", "1.2×10"), raised("2", "9 km"), raised("3", "1,221"), raised("th", "5")]
    ['⁶', '²', '', None]
    """
    if _DIGITS.fullmatch(text) and (
        re.search(r"(?<![\d.,])10$", before) or (text in {"2", "3"} and _AREA.search(before))
    ):
        return text.translate(_RAISED)
    return "" if len(text) <= _LONGEST_MARK and _MARK.fullmatch(text) else None
