"""Finds everything in a text that is written as a number, whatever it means."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.languages import Lexicon

_DIGITS = re.compile(r"\d+(?:\.\d+)*|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⁰¹²³⁴-⁹]+")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+")


class Written(NamedTuple):
    """A run of digits, of Chinese numerals, or a number word; ``digits`` tells the first from the others."""

    start: int
    end: int
    digits: bool


def numbers_written(text: str, lexicon: Lexicon) -> list[Written]:
    """Return all runs of digits and Chinese numerals, and all number words, in order.

    >>> from claimcheck.languages import load_lexicon
    >>> [w[:2] for w in numbers_written("GPT-4 一定 has three", load_lexicon())]
    [(4, 5), (6, 7), (13, 18)]
    """
    return sorted((*_in_digits(text), *_in_han(text, lexicon), *_in_words(text, lexicon)))


def _in_digits(text: str) -> Iterator[Written]:
    for found in _DIGITS.finditer(text):
        yield Written(found.start(), found.end(), digits=True)


def _in_han(text: str, lexicon: Lexicon) -> Iterator[Written]:
    folded = text.translate(dict(lexicon.fold))
    if len(folded) != len(text):
        folded = text
    for found in _han_pattern("".join(sorted({*lexicon.han_digits, *lexicon.han_scales}))).finditer(folded):
        yield Written(found.start(), found.end(), digits=False)


def _in_words(text: str, lexicon: Lexicon) -> Iterator[Written]:
    scales = lexicon.scales.keys() - lexicon.abbreviated
    words = scales | lexicon.cardinals.keys() | lexicon.ordinals.keys() | lexicon.multiples.keys()
    words |= lexicon.denominators.keys()
    for found in _WORD.finditer(text):
        if found.group().lower() in words:
            yield Written(found.start(), found.end(), digits=False)


@cache
def _han_pattern(characters: str) -> re.Pattern[str]:
    return re.compile(
        "[" + "".join(char for char in dict.fromkeys(characters) if not char.isascii()) + "半]+"
    )
