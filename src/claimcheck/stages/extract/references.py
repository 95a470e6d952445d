"""Digits that refer to a place in a text or in a file: chapter and verse, file numbers, ports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.label_words import label_before
from claimcheck.stages.extract.reading import Excluded
from claimcheck.stages.extract.tokens import name_end, word_before

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

_CODE_TAIL = re.compile(r"(?:[-/][A-Z0-9]{1,12}){1,6}(?![A-Za-z0-9])")
_BEATS = frozenset((2, 4, 8, 16))
_YEAR = 4  # digits
_LARGEST_DENOMINATOR = 16
_VERSE = re.compile(r"\d{1,5}:\d{1,4}(?:[-–]\d{1,3})?(?:, ?\d{1,3}){0,8}(?![\d%:]|[.]\d)")
_SHORTEST_BOOK = 2  # letters
_HOST = re.compile(r"(?:^|[ (/])([a-z][\w.-]*):$")


def slashed_code(page: Page, start: int, end: int, lexicon: Lexicon) -> Excluded | None:
    """Recognise file numbers that look like fractions: ``2016/679``, ``22/0045``, ``442/24``, ``2024/0817-B``."""
    norm = page.norm
    left, _, right = norm[start:end].partition("/")
    if not (left.isdigit() and right.isdigit()):
        return None
    tail = _CODE_TAIL.match(norm, end)
    year = len(left) == _YEAR and "1900" <= left <= "2099"
    filed = len(left) > 2 and int(left) > int(right) > _LARGEST_DENOMINATOR
    label = label_before(page, start, lexicon)
    if lexicon.nearby.beats.match(page.low, end) and int(right) in _BEATS:
        return Excluded(start, end, "label")
    if label is not None and label[1] in {"label", "identifier", "bare", "section"}:
        return Excluded(start, tail.end() if tail else end, "identifier")
    if tail or year or filed or (right[0] == "0" and len(right) > 1):
        return Excluded(start, tail.end() if tail else end, "identifier")
    return None


def verse(page: Page, start: int, lexicon: Lexicon) -> Excluded | None:
    """Recognise chapter and verse, or the year of a standard, behind a name: "Genesis 1:3", "ISO 14001:2015"."""
    found = _VERSE.match(page.low, start)
    before = word_before(page, start)
    if found is None or before is None:
        return None
    word = before[1]
    if not word[0].isupper() or word.lower() in lexicon.no_names or len(word) < _SHORTEST_BOOK:
        return None
    return Excluded(start, found.end(), "section")


def colon_code(page: Page, start: int, lexicon: Lexicon) -> Excluded | None:
    """Recognise digits glued to a host or to the word for a code: ``localhost:3000``, ``arXiv:2401.09876``."""
    head = _HOST.search(page.low, max(0, start - 40), start)
    if head is None:
        return None
    if head[1] != "localhost" and "." not in head[1] and lexicon.labels.table.get(head[1]) != "identifier":
        return None
    return Excluded(start, name_end(page, start), "identifier")
