"""The pattern that finds where a number may start, in one pass over the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.languages.phrases import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.languages.number_words import NumberWords
    from claimcheck.languages.spelled import Spelled
    from claimcheck.languages.time_words import TimeWords


def anchor(numbers: NumberWords, times: TimeWords, spelled: Spelled | None) -> re.Pattern[str]:
    """Return the pattern of what a number, a multiple or a time can start with.

    Each branch begins with a set of characters: at most places one look at each set is all that is done.
    """
    latin = [
        *numbers.cardinals,
        *(numbers.scales.keys() - numbers.abbreviated),
        *numbers.ordinals,
        *numbers.denominators,
        *numbers.multiples,
        *times.months,
        *times.decades,
        *(word for word in times.relative.table if word.isascii()),
    ]
    han = [
        *(word for word in times.relative.table if not word.isascii()),
        *times.han_periods.table,
        *numbers.han_multiples.table,
        *numbers.han_ranks.table,
    ]
    characters = "".join([*numbers.han_digits, *numbers.han_scales, *numbers.han_tens, "半"])
    return re.compile(
        f"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|(?={_first_of(han)}){any_of(han)}|[{characters}]"
        f"|(?={_first_of(latin)})(?<![a-z]){any_of(latin)}(?![a-z]){_glued(spelled, times)}"
    )


def _glued(spelled: Spelled | None, times: TimeWords) -> str:
    """Return a branch for words glued from parts: only the start is known; the reader takes the whole and cuts it."""
    if spelled is None:
        return ""
    starts = [*spelled.starts(), *(word for word in times.period_ordinals if word.isalpha())]
    return f"|(?<![a-z]){any_of(starts)}" if starts else ""


def _first_of(words: Iterable[str]) -> str:
    """Return the set of the characters that the words begin with, as a pattern; of none, what matches nothing."""
    firsts = "".join(sorted({word[0] for word in words}))
    return f"[{re.escape(firsts)}]" if firsts else "(?!)"
