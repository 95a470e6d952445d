"""Digits that are a code by their shape: addresses, versions, phone numbers, coordinates, citations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.reading import Excluded

if TYPE_CHECKING:
    from claimcheck.stages.extract.reading import Page

_TOKEN_REST = re.compile(r"[A-Za-z0-9]*(?:[-./_+:@#&=?%~][A-Za-z0-9]+)*\+*")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?(?:/\d{1,2})?(?!\d|\.\d)")
_VERSION = re.compile(r"\d+(?:\.\d+){2,}(?:[-.]?(?:alpha|beta|rc|dev|post)\d*)?(?![\d])")
_PHONE = re.compile(
    r"(?:\+\d{1,3}[- ]?)?(?:\(\d{2,4}\) ?|\d{2,4}[- ])\d{3,4}[- ]\d{3,4}(?:[- ]\d{1,4})?(?!\d)|\d{3,4}-\d{7,8}(?!\d)|(?:400|800)-?\d{3}-?\d{4}(?!\d)|1[3-9]\d{9}(?![\d.])|0\d{1,4}(?: \d{2,4}){2,4}(?!\d)|0\d{2,4}(?: \d{3,4})+(?!\d)"
)
_CITATION = re.compile(
    r"\d{1,4}\(\d{1,4}(?:[-–]\d{1,4})?\)[,:;] ?(?:pp?\. ?|pages? )?[A-Za-z]?\d+(?: ?[-–—] ?[A-Za-z]?\d+)?"
)  # "41(3), pp. 212–219": volume, issue and pages
# "98, 1432 (1994)": volume, page and year
_JOURNAL = re.compile(r"\d{1,4}, ?[A-Za-z]?\d{1,6}(?: ?[-–] ?[A-Za-z]?\d{1,6})? \((?:19|20)\d\d\)")
_SUBSECTION = re.compile(
    r"\d{1,4}[A-Z]?(?:\(\d{1,2}\)){0,4}\([a-z]{1,3}\)|\d{1,4}[A-Z]?\(\d{1,2}\)(?=\(| of the )"
)
_DOI = re.compile(r"\d{1,2}/\d{1,2}/\d\d(?![\d/])|10\.\d{4,9}/[^\s,;)\]]*[A-Za-z0-9]")
_MAIL = re.compile(r"[\w.+-]+@[\w.-]*\w")
# "BS 5839-1": a standard and its part
_STANDARD = re.compile(r"(?:^|[^A-Za-z])[A-Z]{2,5} $")
_PART = re.compile(r"\d{3,5}-\d{1,2}(?![\d%-]|\.\d)")
_BY_MARK = {"/": (_DOI, "identifier"), "@": (_MAIL, "email"), ",": (_JOURNAL, "citation")}
_DEGREES = re.compile(
    r"\d{1,3}(?:\.\d+)?° ?(?:\d{1,2}(?:\.\d+)? ?['′] ?(?:\d{1,2}(?:\.\d+)? ?(?:\"|″|''|′′|”) ?)?)?[NSEW](?![A-Za-z])"
)
_COORDINATES = re.compile(r"\d{1,3}\.\d{2,}; ?-?\d{1,3}\.\d{2,}(?![\d%])")
_NUMBERED = re.compile(r"\d+(?:-[A-Z0-9]+)+(?![A-Za-z])|\d{5,}(?![\d.,])")  # behind "#"
_GROUPS = re.compile(r"\d+(?:-\d+){2,}(?!\d)|\d{4,}-\d{4,}(?!\d)")
_MIXED = re.compile(
    r"\d{3,}-[A-Z]{1,2}(?![A-Za-z0-9])|\d+-[A-Z]{1,4}\d+[A-Za-z]?(?![A-Za-z0-9])|\d+(?:[A-Za-z]+[-_]?\d+)+[A-Za-z]*|\d+[A-Za-z]{1,3}-\d+|\d{5,}-\d*[a-z]+\d[0-9a-z]*|[0-9a-f]*(?:\d[a-f]|[a-f]\d)[0-9a-f]{6,}(?![0-9a-z])"
)
# "1,4-dioxane", "2-propanol": places in a molecule
_CHEMICAL = re.compile(
    r"\d{1,2}(?:,\d{1,2}){1,6}-[a-z][a-z-]{2,}|\d{1,2}-(?:(?:methyl|ethyl|propyl|butyl|phenyl|hydroxy|amino|nitro|chloro|bromo|fluoro|iodo|oxo"
    r"|deoxy|acetyl|methoxy)[a-z-]*|[a-z]+(?:anol|enol|amine|oxane|oxide|furan|pyridine|benzene|toluene|phenol|butene|pentene|hexene))(?![a-z])"
)
# a court's file number; a numbered book with its verse
_FILE_NUMBER = re.compile(
    r"\d{1,4} [A-Z][A-Za-z]{0,3} \d{1,6}/\d{2,4}(?!\d)|\d{1,4} (?:[A-Z]\.){2,} ?\d{1,4}(?!\d)|\d [A-Z][a-z]+ \d{1,3}(?::\d{1,3})(?:[-–]\d{1,3})?"
)
_DIGIT_GROUPS = re.compile(r"\d{2,5}(?: \d{2,5}){2,8}(?![\d%]|[., ]\d)")
_GRID = re.compile(r"(?:^|[^A-Za-z])[A-Z]{2} $")
_GRID_GROUPS = re.compile(r"\d{3,5} \d{3,5}(?![\d%]|[.,]\d)")
_LONG_GROUP = _THOUSANDS = 3  # digits


def code_at(page: Page, start: int, following: str) -> Excluded | None:
    """Recognise addresses, versions, phone numbers and mixed codes that start with a digit.

    ``following`` is the character after the first number: most codes go on with one of their own.
    """
    norm = page.norm
    if following == ".":
        if found := _IP.match(norm, start):
            return Excluded(start, found.end(), "ip")
        if found := _VERSION.match(norm, start):
            return Excluded(start, found.end(), "version")
    if following == "," and (found := _CHEMICAL.match(page.low, start)):
        return Excluded(start, found.end(), "name")
    if (mark := _BY_MARK.get(following)) is not None:
        found = mark[0].match(norm, start)
        return Excluded(start, found.end(), mark[1]) if found else None
    if following == " " and (label := spaced_code(page, start)) is not None:
        return label
    if following == "(" and (found := _SUBSECTION.match(norm, start)):
        return Excluded(start, found.end(), "section")
    if following == "(" and (found := _CITATION.match(norm, start)):
        return Excluded(start, found.end(), "citation")
    if (
        following == "-"
        and _STANDARD.search(norm, max(0, start - 8), start)
        and (found := _PART.match(norm, start))
    ):
        return Excluded(start, found.end(), "identifier")
    if found := _PHONE.match(norm, start):
        return Excluded(start, found.end(), "phone")
    if found := _GROUPS.match(norm, start):
        return Excluded(start, found.end(), "identifier")
    return None


def spaced_code(page: Page, start: int) -> Excluded | None:
    """Recognise codes and references that go on after a space: ``7 B 331/22``, ``1 Corinthians 13:4``."""
    found = _FILE_NUMBER.match(page.norm, start)
    if found is None and (groups := _DIGIT_GROUPS.match(page.norm, start)) is not None:
        sizes = [len(group) for group in groups.group().split(" ")]
        found = groups if max(sizes) >= _LONG_GROUP and sizes[1:] != [_THOUSANDS] * (len(sizes) - 1) else None
    if found is None and _GRID.search(page.norm, max(0, start - 4), start):
        found = _GRID_GROUPS.match(page.norm, start)
    return Excluded(start, found.end(), "identifier") if found else None


def place_on_earth(page: Page, start: int) -> Excluded | None:
    """Recognise coordinates: ``39° 30' N``, ``22.55694; 88.32778``."""
    found = _DEGREES.match(page.norm, start) or _COORDINATES.match(page.norm, start)
    return Excluded(start, found.end(), "coordinates") if found else None


def numbered_code(page: Page, start: int) -> Excluded | None:
    """Recognise the number of a ticket or an order behind ``#``: ``#88412-C``; ``#1`` is a rank."""
    found = _NUMBERED.match(page.norm, start)
    return Excluded(start, found.end(), "identifier") if found else None


def mixed_code(page: Page, start: int) -> Excluded | None:
    """Recognise ``24703m212``, ``7f3a9c2e`` and ``2-16778063-2.html``."""
    if (locants := _CHEMICAL.match(page.low, start)) is not None:
        return Excluded(start, locants.end(), "name")
    found = _MIXED.match(page.norm, start)
    if found is None:
        return None
    rest = _TOKEN_REST.match(page.norm, found.end())
    return Excluded(start, max(found.end(), rest.end() if rest else 0), "identifier")
