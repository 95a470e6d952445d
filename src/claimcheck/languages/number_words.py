"""Words, letters and characters that say a number: numerals, scales, ordinals, denominators, multiples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.languages.entries import Multiple
from claimcheck.languages.phrases import Phrases

if TYPE_CHECKING:
    from claimcheck.languages.merging import Merged


@dataclass(frozen=True)
class NumberWords:
    """The tables of `numerals.toml`."""

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    abbreviated: frozenset[str]
    dotted: frozenset[str]
    vague: frozenset[str]
    letters: Mapping[str, int]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    multiples: Mapping[str, Multiple]
    han_digits: Mapping[str, int]
    han_scales: Mapping[str, int]
    scale_openers: frozenset[str]  # the Chinese characters with which a number in digits goes on
    han_tens: Mapping[str, int]
    financial: frozenset[str]
    loose: Mapping[str, str]  # the characters that loosen a numeral, and how
    han_multiples: Phrases[Decimal]
    han_ranks: Phrases[int]


def number_words(numerals: Merged) -> NumberWords:
    """Return the words of `numerals.toml`, merged."""
    ordinals = _whole(numerals.map("ordinals"))
    denominators = _whole(numerals.map("denominators"))
    denominators |= {f"{word}s": value for word, value in ordinals.items() if value > 2}
    all_scales = _whole(numerals.map("scales"))
    scales = {word: value for word, value in all_scales.items() if word.isascii()}
    han_scales = {word: value for word, value in all_scales.items() if not word.isascii()}
    financial = _whole(numerals.map("financial"))
    loose = {char: str(modifier) for char, modifier in numerals.map("loose").items()}
    multiples, han_multiples = _multiples(numerals)
    return NumberWords(
        cardinals=_whole(numerals.map("cardinals")),
        scales=scales,
        abbreviated=frozenset(numerals.words("abbreviated")),
        dotted=frozenset(numerals.words("abbreviated", "dotted")),
        vague=frozenset(numerals.words("abbreviated", "vague")),
        letters=_whole(numerals.map("letters")),
        ordinals=ordinals,
        denominators=denominators,
        multiples=multiples,
        han_digits=_whole(numerals.map("digits")) | financial,
        han_scales=han_scales,
        scale_openers=frozenset(han_scales) | frozenset(loose) | frozenset("点分成折又"),
        han_tens=_whole(numerals.map("tens")),
        loose=loose,
        financial=frozenset(financial) | {"拾", "佰", "仟"},
        han_multiples=Phrases(han_multiples),
        han_ranks=Phrases(_whole(numerals.map("ranks"))),
    )


def _whole(table: Mapping[str, object]) -> dict[str, int]:
    return {word: int(str(value)) for word, value in table.items()}


def _multiples(numerals: Merged) -> tuple[dict[str, Multiple], dict[str, Decimal]]:
    """Return the words that are multiples: those with more to say of them, and those that are only a value."""
    told: dict[str, Multiple] = {}
    plain: dict[str, Decimal] = {}
    for table in numerals:
        for word, entry in table.get("multiples", {}).items():
            if isinstance(entry, Mapping):
                before = frozenset(entry.get("before", ()))
                told[word] = Multiple(Decimal(entry["value"]), entry.get("direction"), before)
            else:
                plain[word] = Decimal(entry)
    return told, plain
