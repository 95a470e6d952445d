"""Scales and fractions after digits: "3.9 million", 3,456万, "$(3.2) million", "5 and a half"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.stages.extract.han import han_at
from claimcheck.stages.extract.reading import Number, skip_spaces
from claimcheck.stages.extract.words import words_at

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_WORD = re.compile(r"[a-z]+")


def scale_digits(low: str, number: Number, lexicon: Lexicon) -> Number:
    """Read scale words and characters after digits."""
    end = number.end
    at = skip_spaces(low, end)
    char = low[at : at + 1]
    if char not in lexicon.scale_openers and not "a" <= char <= "z" and char not in {"-", ")"}:
        return number
    if char.isascii():
        if char == ")" and low[number.start - 1 : number.start] == "(":
            return _scaled_loss(low, number, skip_spaces(low, end + 1), lexicon)
    elif (han := _scaled_han(low, number, at, lexicon)) is not None:
        return han
    if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
        at = end + 1
    if "a" <= low[at : at + 1] <= "z":
        return _scaled_by_word(low, number, at, lexicon)
    return number


def _scaled_by_word(low: str, number: Number, at: int, lexicon: Lexicon) -> Number:
    """Read the word at ``at`` behind digits: a scale ("million", "Mio."), or "and a half"."""
    word = _WORD.match(low, at)
    if word is not None and word.group() in lexicon.dotted and low[word.end() : word.end() + 1] == ".":
        return _with_scale(number, lexicon.scales[word.group()], word.end() + 1)
    if word is not None and (word.group() in lexicon.scales):
        if word.group() == "cr" and at != number.end and low[at + 2 : at + 3].isalpha():
            return number
        scaled = words_at(low, at, lexicon, number)
        if scaled is not None:
            scaled.form = "digits"
            return scaled
    if (
        low.startswith("and a half", at)
        or low.startswith("and a quarter", at)
        or low.startswith("and half", at)
    ):
        scaled = words_at(low, at, lexicon, number) or _with_half(low, at, number)
        if scaled is not None:
            return _rescale(low, scaled, lexicon)
    return number


def _scaled_han(low: str, number: Number, at: int, lexicon: Lexicon) -> Number | None:
    """Read Chinese scales, fractions and tenths after digits; None where no such character stands at ``at``."""
    end = number.end
    char = low[at]
    if char in lexicon.han_scales and char != "两":
        if char in lexicon.financial:
            return number
        scaled = han_at(low, at, lexicon, number)
        if scaled is not None and scaled.form == "han":
            scaled.form = "digits"
        return scaled or number
    if char in lexicon.loose and low[at + 1 : at + 2] in lexicon.han_scales:
        return han_at(low, at, lexicon, number) or number  # 300多亿
    if char == "点" and at == end and low[at + 1 : at + 2].isdigit():
        return number
    if char == "分" and low[at : at + 6].replace(" ", "").startswith("分之"):
        return han_at(low, at, lexicon, number) or number
    if char in {"成", "折"}:
        return han_at(low, at, lexicon, number) or number
    if char == "又":
        return han_at(low, at, lexicon, number) or number
    return None


def _scaled_loss(low: str, number: Number, at: int, lexicon: Lexicon) -> Number:
    """Read the scale after an amount in parentheses: "a loss of $(3.2) million"."""
    word = _WORD.match(low, at)
    if word is None or word.group() not in lexicon.scales or at == number.end + 1:
        return number
    if not any(loss in low[max(0, number.start - 40) : number.start] for loss in lexicon.losses):
        return number
    scaled = words_at(low, at, lexicon, number)
    if scaled is not None:
        scaled.form = "digits"
    return scaled or number


def _rescale(low: str, number: Number, lexicon: Lexicon) -> Number:
    """Read a scale after "5 and a half"."""
    at = skip_spaces(low, number.end)
    word = _WORD.match(low, at)
    scale = lexicon.scales.get(word.group()) if word else None
    if word and scale:
        number.value *= scale
        number.place *= scale
        number.worth, number.end = Decimal(scale), word.end()
    return number


def _with_scale(number: Number, scale: int, end: int) -> Number:
    """Multiply digits by an abbreviated scale ("3,5 Mio.")."""
    number.value, number.place = number.value * scale, number.place * scale
    number.worth, number.end = Decimal(scale), end
    return number


def _with_half(low: str, at: int, number: Number) -> Number | None:
    """Add "and a half" to digits: "5 and a half minutes"."""
    for words, part in (("and a half", "0.5"), ("and half", "0.5"), ("and a quarter", "0.25")):
        if low.startswith(words, at):
            return Number(
                number.start, at + len(words), number.value + Decimal(part), Decimal("0.1"), form="digits"
            )
    return None
