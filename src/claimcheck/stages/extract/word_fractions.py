"""Fractions in English words: "a half", "two thirds", "one-eighth", "half a million"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.stages.extract.reading import ONE, Number

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r" ?[-–—] ?| {1,2}")
_ARTICLE = re.compile(r"(?:(?:an?|one)(?: |-| - ))?")
_SCALE_GAP = re.compile(r"(?: |-|)(?:a |of a )?")
_OF_ONE = re.compile(r" of an? ")


def fraction_at(low: str, position: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """Read "a half", "two thirds", "one-eighth", "twenty-three fifths" at ``position``."""
    article = _ARTICLE.match(low, position)
    at = article.end() if article else position
    word = _WORD.match(low, at)
    if word is None:
        return None
    name = word.group()
    ordinal = lexicon.ordinals.get(name) if name not in {"first", "second"} else None
    part = at > position or (ordinal is not None and _of_a_unit(low, word.end(), lexicon))
    denominator = lexicon.denominators.get(name) or (ordinal if part else None)
    if denominator and name not in {"halves", "quarters"} and not (name.endswith("ths") or name == "thirds"):
        return ONE / denominator, word.end()
    return _counted_fraction(low, position, lexicon)


def _of_a_unit(low: str, end: int, lexicon: Lexicon) -> bool:
    """Say whether "of a gallon" follows, which makes "tenth" a part."""
    found = _OF_ONE.match(low, end)
    return found is not None and lexicon.units.after(low, found.end()) is not None


def _counted_fraction(low: str, position: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    top = Decimal(0)
    end = position
    for _ in range(6):
        word = _WORD.match(low, end)
        if word is None:
            return None
        name = word.group()
        denominator = lexicon.denominators.get(name)
        if denominator and top and (name.endswith("s") or name in {"quarter", "half"}) and name != "half":
            return top / denominator, word.end()
        if name in lexicon.cardinals:
            top += lexicon.cardinals[name]
        elif name == "hundred" and top:
            top *= 100
        elif name in {"and", "a"}:
            return None
        else:
            return None
        gap = _GAP.match(low, word.end())
        if gap is None:
            return None
        end = gap.end()
    return None


def scaled_fraction(low: str, begin: int, value: Decimal, end: int, lexicon: Lexicon) -> Number:
    """Return a fraction as a number, with the scale that follows it ("half a million")."""
    number = Number(begin, end, value, Decimal(0), form="words", fraction=True)
    gap = _SCALE_GAP.match(low, end)
    word = _WORD.match(low, gap.end()) if gap and gap.end() > end else None
    scale = lexicon.scales.get(word.group()) if word else None
    if word and scale and word.group() not in lexicon.abbreviated:
        number.value *= scale
        number.end, number.worth = word.end(), Decimal(scale)
        number.place, number.fraction = Decimal(scale) / 10, False
    return number
