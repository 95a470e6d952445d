"""The word before a number that makes it a label: "Section 3", "case number: 3391", "rooms 204 to 210"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.things import latin_thing

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Number, Page

_LAST_WORD = re.compile(r"[a-z]+$")
_OWN_NUMBER = re.compile(r" (?:number|no\.|nos\.|code|id)$")
_EQUALS = re.compile(r"(?: is| was|:)(?: (?:number|no\.))? $| to $")
_SECOND = re.compile(r" ?(?:[,&/–-]|,? ?(?:and|or|to|through)) ?\d{1,4}(?![\d%]|[.,]\d)")


def label_before(page: Page, position: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return (start, reason) of a label word before a number ("Section 3", 图 2)."""
    low = page.low
    end = position
    while end and low[end - 1] in " #(":
        end -= 1
        if position - end > 2:
            return None
    found = lexicon.labels.before(low, end)
    if found is None and end and low[end - 1] in ":：是为":
        found = lexicon.labels.before(low, end - 1)
        found = found if found is not None and found[1] == "identifier" else None
    if found is None:
        return _number_of(low, end, lexicon)
    start, why = found
    if not low[start].isascii():
        return (start, why) if len(low[start:end]) > 1 or end == position or low[end - 1] in "图表§" else None
    return start, why


def _number_of(low: str, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read "case number", "account no." that end at ``end``: whatever has a label has a number."""
    named = _OWN_NUMBER.search(low, max(0, end - 8), end)
    if named is None:
        return None
    found = lexicon.labels.before(low, named.start())
    if found is None and (word := _LAST_WORD.search(low, max(0, named.start() - 16), named.start())):
        return (word.start(), "identifier") if word.group() in lexicon.numbered_before else None
    return None if found is None or not low[found[0]].isascii() else (found[0], "identifier")


def equated_label(page: Page, position: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return (start, reason) of a label that a verb gives its number: "the locker is 118", "case number: 3391"."""
    low = page.low
    verb = _EQUALS.search(low, max(0, position - 14), position)
    if verb is None:
        return None
    found = lexicon.labels.before(low, verb.start())
    if verb.group() == " to ":  # "set the port to 5432"
        return found if found is not None and low[found[0] : verb.start()] in lexicon.equated else None
    if found is not None and (found[1] == "identifier" or low[found[0] : verb.start()] in lexicon.equated):
        return found[0], "identifier"
    return _number_of(low, verb.start(), lexicon)


def plural_label(page: Page, start: int, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return (start, reason) of a label word in the plural, where a second number follows ("rooms 204 to 210")."""
    low = page.low
    if low[start - 2 : start] != "s " or not (ahead := _SECOND.match(low, end)):
        return None
    at = start - 2  # without the plural's ending
    found = lexicon.labels.before(low, at)
    if found is None and low[at - 1 : at] == "e":
        found = lexicon.labels.before(low, at - 1)
    if found is None or not low[found[0]].isascii():
        return None
    thing = latin_thing(page, ahead.end(), lexicon, one=False)
    return None if thing is not None and thing.adjacent else (found[0], "label")


def placed_label(page: Page, number: Number, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return (start, reason) of any noun that a preposition puts before a bare number: "on stud 4", "to terminal 2".

    A noun in the singular that has no article is a name together with its number; what measures, and what stands in
    a set phrase ("in total 12"), is left out.
    """
    found = lexicon.nearby.placed.search(page.low, max(0, number.start - 26), number.start)
    if found is None or number.place != 1 or not page.norm[found.start(1) : found.end(1)].islower():
        return None
    word = found[1]
    if word in lexicon.no_names or word in lexicon.stop or word in lexicon.not_placed:
        return None
    if (
        word in lexicon.scales
        or word in lexicon.cardinals
        or word in lexicon.ordinals
        or word in lexicon.months
    ):
        return None
    if lexicon.hedges_before.before(page.low, found.end(1)) or lexicon.units.after(page.low, found.start(1)):
        return None
    return found.start(1), "label"
