"""Names and signs of units and currencies, measure words and counted nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_letters
from typing import TYPE_CHECKING

from claimcheck.languages.merging import currencies, unit_tables
from claimcheck.languages.phrases import Phrases, any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.languages.entries import Unit
    from claimcheck.languages.merging import Merged


@dataclass(frozen=True)
class UnitWords:
    """The tables of `units.toml` and `cldr_units.toml`."""

    units: Phrases[Unit]
    unit_openers: frozenset[str]  # the characters that a unit or currency after a number can start with
    symbols: Phrases[Unit]
    glued_units: Mapping[str, str]
    latin_only: Mapping[str, Unit]  # what a name says after no Chinese that says another unit there
    short: Mapping[str, str]
    not_before: Mapping[str, str]
    per: Phrases[str]
    per_joint: re.Pattern[str]
    currency_before: Phrases[Unit]
    currency_ends: frozenset[str]  # the characters that such a name or an ISO code ends with
    currency_after: Phrases[Unit]
    minor: Mapping[str, tuple[str, Decimal]]
    settled_minor: frozenset[str]
    plain_money: frozenset[str]
    decimal_tail: frozenset[str]
    iso: frozenset[str]
    iso_alias: Mapping[str, str]
    pounds: frozenset[str]
    measure_words: Phrases[bool]
    measure_times: Mapping[str, int]
    nouns: Phrases[str]


def unit_words(units: Merged, cldr: Merged) -> UnitWords:
    """Return the tables of `units.toml` and `cldr_units.toml`, merged; ours win."""
    symbols, names = unit_tables(units, cldr)
    before = Phrases(currencies(units, "currency_before"))
    after = currencies(cldr, "currency_after") | currencies(units, "currency_after")
    codes = frozenset(str(units.map("iso").get("codes", "")).split())
    measure = units.map("measure_words")
    return UnitWords(
        units=Phrases(names),
        unit_openers=_first_letters((*names, *symbols, *after, *units.map("short"))),
        symbols=Phrases(symbols),
        glued_units={word: str(value) for word, value in units.map("glued").items()},
        latin_only={name: names[str(other)] for name, other in units.map("latin_only").items()},
        short={word: str(value) for word, value in units.map("short").items()},
        not_before={word: str(value) for word, value in units.map("not_before").items()},
        per=Phrases({word: str(value) for word, value in units.map("per").items()}),
        per_joint=_per(units.map("per_words")),
        currency_before=before,
        currency_ends=frozenset(before.lasts) | {code[-1].lower() for code in codes},
        currency_after=Phrases(after),
        minor={
            name: (str(worth).partition(":")[0], Decimal(str(worth).partition(":")[2]))
            for name, worth in units.map("minor").items()
        },
        settled_minor=frozenset(units.words("settled_minor", "symbols")),
        plain_money=frozenset(units.words("plain_money")),
        decimal_tail=frozenset(units.words("decimal_tail")),
        iso=codes,
        iso_alias={k: str(v) for k, v in units.map("iso").get("alias", {}).items()},
        pounds=frozenset(units.words("pounds", "money")),
        measure_words=Phrases(
            dict.fromkeys(measure.get("self", ()), True) | dict.fromkeys(measure.get("bare", ()), False)
        ),
        measure_times={word: int(value) for word, value in measure.get("times", {}).items()},
        nouns=Phrases({word: word for word in units.words("nouns")}),
    )


def _first_letters(names: Iterable[str]) -> frozenset[str]:
    """Return what units can start with, in either case: the Latin letters, and the first characters of the names."""
    firsts = {name[0] for name in names}
    return frozenset(ascii_letters) | firsts | {char.lower() for char in firsts}


def _per(words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    spaced, hyphened = any_of(list(words.get("spaced", ()))), any_of(list(words.get("hyphened", ())))
    return re.compile(rf" ?/ ?| {spaced} |-{hyphened}-")
