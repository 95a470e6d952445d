"""Currencies before a number, and which one a sign or a word means that several share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.languages.entries import Unit
from claimcheck.stages.extract.reading import ONE, Number, Page

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_WORD = re.compile(r"[a-z]+")


def pounds(low: str, at: int, number: Number, lexicon: Lexicon) -> Unit:
    """Say whether "pounds" are money or a weight here."""
    if number.worth >= 1000:
        return Unit("GBP", "money")
    if low.startswith((" of ", "s of "), at + 5) and not lexicon.nearby.pounds_of.match(low, at):
        return Unit("lb", "measure")
    words = set(_WORD.findall(low[max(0, at - 60) : at + 40]))
    return (
        Unit("GBP", "money")
        if words & lexicon.pounds or "£" in low[max(0, at - 200) : at + 200]
        else Unit("lb", "measure")
    )


def currency_before(page: Page, position: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    """Read a currency sign, name or ISO code that ends at ``position`` (a space may stand between)."""
    norm, low = page.norm, page.low
    end = position
    if end > 0 and low[end - 1] == " ":
        end -= 1
        if end > 0 and low[end - 1] == " ":
            return None
    if end <= 0:
        return None
    last = low[end - 1]
    if last not in lexicon.currency_ends:
        return None
    code = norm[max(0, end - 3) : end] if "a" <= last <= "z" else ""
    if code in lexicon.iso and not (end > 3 and norm[end - 4].isascii() and norm[end - 4].isalnum()):
        return end - 3, Unit(lexicon.iso_alias.get(code, code), "money")
    found = lexicon.currency_before.before(low, end)
    if found is None:
        return None
    start, unit = found
    before = low[start - 1 : start] if start else ""
    if (
        not low[start].isascii()
        and low[start] not in "€£¥₹₩"
        and before
        and (before in lexicon.han_scales or before in lexicon.han_digits or before.isdigit())
    ):
        return None
    if low[start:end] in {"$", "€", "£", "¥"} and before.isdigit() and end != position:
        return None  # "10 $ 30 $": the sign belongs to the number before it
    return start, unit


def settle_yen(page: Page, lexicon: Lexicon, lang: str | None) -> str:
    """Say which currency ``¥`` is in this text: yen where Japan is spoken of, or in English that never mentions China."""
    nearby = lexicon.nearby
    if nearby.japan.search(page.low) and not nearby.china.search(page.low):
        return "JPY"
    if (
        lang == "zh"
        or nearby.china.search(page.low)
        or any("\u4e00" <= char <= "\u9fff" for char in page.norm[:2000])
    ):
        return "CNY"
    return "JPY" if lang == "en" else "CNY"


def apply_worth(number: Number, unit: Unit) -> None:
    """Turn cents into dollars: a subunit is a hundredth of its currency."""
    if unit.worth != ONE:
        number.value *= unit.worth
        number.place *= unit.worth
        if number.low is not None:
            number.low *= unit.worth
        if number.high is not None:
            number.high *= unit.worth
