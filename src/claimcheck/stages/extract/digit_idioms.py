"""Digits that are an idiom or a name by themselves: 618, 24/7, 985高校."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract import (
    currencies,
)
from claimcheck.stages.extract.reading import Excluded, Page, skip_spaces

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
_DASHES = frozenset("-–—~")
_DIGIT_BEFORE = re.compile(r"\d(\D{1,3})$")
_DIGIT_AFTER = re.compile(r"(\D{1,3})\d")


def digit_idiom(page: Page, at: int, lexicon: Lexicon) -> int | None:
    """Return where digits end that are a name by themselves: 618, 24/7, 985高校."""
    if (named := _nickname(page, at, lexicon)) is not None:
        return named.end
    if page.low[at : at + 2] not in lexicon.digit_idioms:
        return None
    idiom = lexicon.idioms.after(page.low, at)
    return idiom[0] if idiom is not None and _stands_for_itself(page, at, idiom[0], lexicon) else None


def _stands_for_itself(page: Page, at: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the digits of an idiom (618, 24/7) are no part of a longer number or of a measure."""
    low = page.low
    following = low[end : end + 1]
    if following.isdigit():
        return False
    if not low[at:end].isdigit():
        return True
    if _ends_range(low, at, end, lexicon):
        return False
    if currencies.currency_before(page, at, lexicon) is not None:
        return False  # $618
    after = skip_spaces(low, end)
    char = low[after : after + 1]
    return not (
        (char.isascii() and char.isalpha())
        or (char and char in lexicon.han_scales)
        or (char in {".", ","} and low[after + 1 : after + 2].isdigit())
        or lexicon.units.after(low, after)
        or lexicon.currency_after.after(low, after)
        or lexicon.measure_words.after(low, after)
    )


def _ends_range(low: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether another number stands at the other end of a dash or a word like it: 309–618, 618至1236."""
    before, after = _DIGIT_BEFORE.search(low, max(0, at - 4), at), _DIGIT_AFTER.match(low, end)
    return any(
        gap is not None and (gap[1].strip() in _DASHES or lexicon.range_to.match(gap[1]) is not None)
        for gap in (before, after)
    )


def _nickname(page: Page, start: int, lexicon: Lexicon) -> Excluded | None:
    """Recognise digits that are the name of a rank of schools or a schedule: 985高校, 考上211."""
    end = start + 3
    low = page.low
    if (
        low[start:end] not in lexicon.nicknames
        or low[end : end + 1].isdigit()
        or low[start - 1 : start].isdigit()
    ):
        return None
    if lexicon.nickname_after.after(low, end) is None and (
        lexicon.nickname_before.before(low, start) is None or "\u4e00" <= low[end : end + 1] <= "\u9fff"
    ):
        return None
    return Excluded(start, end, "idiom")
