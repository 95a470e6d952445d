"""Letters right after digits: a scale (397B, 85m) or a unit (16G of memory)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.languages.entries import Unit
from claimcheck.stages.extract.reading import ONE, Number, Page

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_MODEL_TAIL = re.compile(r"(?:-[A-Za-z]+\d+[A-Za-z]*)+")


def letter_scale(page: Page, number: Number, lexicon: Lexicon, *, money: bool, counted: bool) -> Unit | None:  # noqa: PLR0912  an ordered list of cases, each one decision
    """Read a scale letter after digits (``397B``, ``85m``), or return the unit that the letter is instead.

    Args:
        page: the text.
        number: digits without a scale yet; scaled in place.
        lexicon: the tables.
        money: a currency stands before the number.
        counted: a plural noun follows the letter.
    """
    norm, end = page.norm, number.end
    glued = norm[end : end + 1] != " "
    at = end if glued else end + 1
    mark = norm[at : at + 2] if norm[at : at + 2] == "MM" else norm[at : at + 1]
    scale = lexicon.letters.get(mark)
    if scale is None:
        return None
    after = norm[at + len(mark) : at + len(mark) + 1]
    joined = after in {"²", "³", "^"} or (
        after == "/" and norm[at + len(mark) + 1 : at + len(mark) + 2].isalpha()
    )
    if glued and after == "-" and (tail := _MODEL_TAIL.match(norm, at + len(mark))):
        number.form, number.end = "name", tail.end()  # "397B-A17B"
        return None
    if after and after.isascii() and (after.isalnum() or joined):
        money_code = norm[at + 1 : at + 4]
        if not (mark == "M" and money_code in lexicon.iso):
            return None
    if not glued and mark not in {"k", "K", "M", "B", "G", "MM"} and not (money and mark in "mbt"):
        return None
    rest = page.low[at + len(mark) : at + len(mark) + 14]
    if mark == "K":
        if not (glued or money or counted) and number.place < ONE:
            number.end = at + 1
            return Unit("K", "measure")
        if not money and not counted and glued and (number.place <= Decimal("0.01") or not glued):
            return None
        if (
            not money
            and not counted
            and number.value in {2, 4, 8}
            and glued
            and (rest.startswith(lexicon.nearby.ultra) or not rest.startswith(lexicon.thousand_after))
            and not page.low[max(0, number.start - 4) : number.start].endswith(lexicon.thousand_before)
        ):
            number.form = "name"
            return None
    if mark == "m" and not money and not counted:
        return None
    if mark == "t" and not money:
        return None
    if mark == "G" and glued:
        if rest.lstrip().startswith(lexicon.memory_words):
            number.end = at + 1
            return Unit("GB", "measure")
        if number.value in {2, 3, 4, 5, 6} and number.place == 1 and not money:
            number.form = "name"
            number.end = at + 1
            return None
    if not glued and mark in {"B", "G", "K"} and not counted and after not in {"", " ", ".", ",", ")", "\n"}:
        return None
    number.value *= scale
    number.place *= scale
    number.worth = Decimal(scale)
    number.end = at + len(mark)
    return None
