"""The unit after (or before) a number: percent, money, measures, per-units, and which letters are scales."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.languages.entries import Unit
from claimcheck.stages.extract.currencies import pounds
from claimcheck.stages.extract.reading import Number, Page, skip_spaces

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

# single letters that are units, and those of them that a space may part from digits
_LONE = frozenset("pdlhsgmcx")
_LONE_SPACED = frozenset("hdlgm")

_HAN = re.compile(r"[\u3400-\u9fff]")

_WORD = re.compile(r"[a-z]+")

_INCH_AFTER = re.compile(
    r"(?=$|[,.;:)\]'\"]|\n| (?:tall|long|wide|deep|high|thick|diameter|in diameter|by|x)\b)"
)


class After(NamedTuple):
    """What stands after the number: the unit and where it ends."""

    start: int
    end: int
    unit: Unit


def unit_after(page: Page, number: Number, lexicon: Lexicon, end: int) -> After | None:  # noqa: PLR0912  an ordered list of cases, each one decision
    """Find the unit that follows a number at ``end``, directly, after a space or after a hyphen."""
    low = page.low
    size = len(low)
    if end >= size:
        return None
    at = end
    joint = low[end]
    if joint == " ":
        at = skip_spaces(low, end)
    elif joint in "-–" and low[end + 1 : end + 2].isalpha():
        at = end + 1
    if at >= size or low[at] not in lexicon.unit_openers:
        return None
    if number.fraction and at > end:
        for article in lexicon.nearby.part_of:
            if low.startswith(article, at) and lexicon.units.after(low, at + len(article)):
                at += len(article)
                break
    if (
        joint == " "
        and (extra := lexicon.nearby.extra.match(low, at))
        and lexicon.units.after(low, extra.end())
    ):
        at = extra.end()
    found = _longest(page, at, lexicon)
    if found is not None:
        stop, unit = found
        word = low[at:stop]
        if _blocked(page, number, word, at, stop, unit, lexicon, glued=at == end):
            found = None
        elif word in lexicon.latin_only and not _HAN.search(
            page.norm, max(0, number.start - 4), number.start
        ):
            return After(at, stop, lexicon.latin_only[word])
        elif word in {"pound", "pounds"}:
            return After(at, stop, pounds(low, at, number, lexicon))
        elif word in lexicon.times_words:
            if not lexicon.times_as.match(low, stop) and number.value != number.value.to_integral_value():
                return After(at, stop, unit)
            unit = unit if lexicon.times_as.match(low, stop) else Unit(lexicon.times_words[word], "count")
            return After(at, stop, unit)
        else:
            return After(at, stop, unit)
    return _short_unit(page, number, at, lexicon, glued=at == end)


def _longest(page: Page, at: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    norm, low = page.norm, page.low
    char, small = norm[at], low[at]
    found: tuple[int, Unit] | None = None
    if "a" <= small <= "z":
        code = norm[at : at + 3]
        upper = code.upper()
        if upper in lexicon.iso and (code == upper or code.islower()):
            after = norm[at + 3 : at + 4]
            if not (after.isascii() and after.isalpha()) and code.lower() not in lexicon.not_codes:
                return at + 3, Unit(lexicon.iso_alias.get(upper, upper), "money")
        if char == "M" and norm[at + 1 : at + 4] in lexicon.iso:
            return None
    if char in lexicon.symbols.firsts:
        found = lexicon.symbols.after(norm, at)
    for table in (lexicon.currency_after, lexicon.units):
        if small in table.firsts:
            candidate = table.after(low, at)
            if candidate is not None and (found is None or candidate[0] > found[0]):
                found = candidate
    return found


def _blocked(
    page: Page, number: Number, word: str, at: int, stop: int, unit: Unit, lexicon: Lexicon, *, glued: bool
) -> bool:
    low = page.low
    following = low[stop : stop + 1]
    guard = lexicon.not_before.get(word)
    if guard is not None and following and following in guard and not (word == "点" and number.value > 24):
        return True
    if not word.isascii():
        return False
    if word == "in":
        return True
    if word in lexicon.careful_units and number.value < 100:
        return word not in {"pt", "pc"} and not (word == "st" and glued)
    if len(word) == 1 and word.isascii() and word.isalpha() and page.norm[at].isupper() and word != "x":
        return True
    if word == "c" and page.norm[at] == "C":
        return True
    if word in _LONE and (not glued or number.form == "words"):
        if word == "c":
            return glued or not _ends_word(low, stop)
        return not (word in _LONE_SPACED and number.form == "digits" and _ends_word(low, stop))
    if word == "x" and following == " " and low[stop + 1 : stop + 2].isdigit():
        return True
    if word in {"°", "'", '"'}:
        return False
    if unit.symbol == "dinar":
        return False
    # "5 second-hand cars", "the 3 day trippers": a hyphen after the unit joins it to another word
    return (
        word in {"second", "quarter", "bar", "foot", "mark"}
        and following == "-"
        and low.startswith("-hand", stop)
    )


def _ends_word(low: str, stop: int) -> bool:
    rest = low[stop : stop + 2]
    return not rest or rest[0] in ",.;:)\n" or rest == " x" or rest[0] == " "


def _short_unit(page: Page, number: Number, at: int, lexicon: Lexicon, *, glued: bool) -> After | None:
    norm, low = page.norm, page.low
    if number.form != "digits" and norm[at : at + 1] not in {"m", "g", "l"}:
        return None
    if low.startswith("in", at) and not (low[at + 2 : at + 3].isalpha() and low[at + 2 : at + 3].isascii()):
        if _INCH_AFTER.match(low, at + 2) and number.form == "digits" and number.value < 1000:
            return After(at, at + 2, Unit("in", "measure"))
        return None
    for mark in (norm[at : at + 2], norm[at : at + 1]):
        symbol = lexicon.short.get(mark)
        if symbol is None or not mark:
            continue
        after = norm[at + len(mark) : at + len(mark) + 1]
        joined = after == "-" and not _is_metric(low, at + len(mark) + 1, lexicon)
        if mark.isalpha() and after and after.isascii() and (after.isalnum() or joined):
            continue
        if mark in {"'", '"', "''", "′", "″"}:
            if not glued or (mark == '"' and low.count('"', max(0, at - 200), at) % 2):
                continue
            if mark == "'" and not after.isdigit():
                continue
        elif (
            (
                not glued
                and mark in {"d", "t", "A", "N", "J", "K", "L", "V", "W", "h"}
                and after not in {"", " ", ",", ".", ")", "/", "\n"}
            )
            or (
                not glued
                and mark in {"A", "N", "J", "K", "V", "d", "b"}
                and number.place == 1
                and after == " "
            )
            or (mark == "A" and number.place == 1)
        ):
            continue
        return After(at, at + len(mark), Unit(symbol, "measure"))
    return None


def _is_metric(low: str, at: int, lexicon: Lexicon) -> bool:
    """Say whether a word of extent follows the hyphen: "a 12m-deep hole"."""
    word = _WORD.match(low, at)
    return word is not None and word.group() in lexicon.in_metres


def per_after(page: Page, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read "per hour", "/s", "a share", "每吨" after a unit; return (end, symbol)."""
    low = page.low
    char = low[end : end + 1]
    if char == "每":
        return lexicon.per.after(low, end + 1)
    joint = lexicon.per_joint.match(low, end) if char in {" ", "/", "-"} else None
    if joint is None:
        return None
    found = lexicon.per.after(low, joint.end())
    return None if found is not None and low.startswith(lexicon.nearby.ago, found[0]) else found
