"""Digits that number an item of a list, or a heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract import (
    units,
)
from claimcheck.stages.extract.things import han_thing

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Number, Page

_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?= [A-Z\u4e00-\u9fff])")
_LINE_START = re.compile(r"(?:^|\n)[# ]*$")
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t>#]*[(（]?$")
_LONGEST_LIST = 30
_LIST_TAIL = re.compile(r"[.)）、](?!\d)")


def opens_line(page: Page, number: Number) -> bool:
    """Say whether the number opens a line as "1." or "2)": a list or heading number."""
    low, end = page.low, number.end
    if number.worth != 1 or number.unit:
        return False
    tail = _LIST_TAIL.match(low, end)
    if tail is None:
        return False
    head = low[max(0, number.start - 6) : number.start]
    if low[end] in ")）" and head[-1:] == " " and number.value < _LONGEST_LIST:
        # "1) Wash. 2) Dry.": the bracket closes nothing
        return not any(mark in low[max(0, number.start - 60) : number.start] for mark in "(（")
    if _LIST_NUMBER.search(head) is None or (number.start > 6 and head == " " * 6):
        return False
    return bool(low[tail.end() : tail.end() + 40].strip()) and number.form == "digits"


def is_heading(page: Page, number: Number, lexicon: Lexicon) -> bool:
    """Say whether "2.1" numbers a heading: a title follows it, neither a unit nor a counted thing."""
    return (
        _HEADING.match(page.norm, number.start) is not None
        and _LINE_START.search(page.low, max(0, number.start - 9), number.start) is not None
        and units.unit_after(page, number, lexicon, number.end) is None
        and han_thing(page, number.end, lexicon) is None
    )
