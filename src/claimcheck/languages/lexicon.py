"""The merged number tables of several languages, shaped for lookup by position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from claimcheck.languages.pack import LanguagePack, load_pack
from claimcheck.languages.phrases import Phrases, trie_pattern

_PERCENT = {"%", "pp", "bp", "‰"}
_COUNTED = {"point", "分", "件", "nit", "lumen"}


class Unit(NamedTuple):
    """A unit as a number's neighbour: canonical symbol, kind of quantity, worth (0.01 for a cent)."""

    symbol: str
    kind: str
    worth: Decimal = Decimal(1)


class Multiple(NamedTuple):
    """A word that is a multiple by itself; ``before`` restricts the words that must follow it."""

    value: Decimal
    direction: str | None = None
    before: frozenset[str] = frozenset()


class Relative(NamedTuple):
    """A period counted from the document's date."""

    grain: str
    offset: int | None
    cumulative: bool = False
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the reader of quantities knows about words; built once by `load_lexicon`."""

    fold: Mapping[int, int]
    anchor: re.Pattern[str]
    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    abbreviated: frozenset[str]
    vague: frozenset[str]
    letters: Mapping[str, int]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    multiples: Mapping[str, Multiple]
    han_digits: Mapping[str, int]
    han_scales: Mapping[str, int]
    han_tens: Mapping[str, int]
    financial: frozenset[str]
    han_multiples: Phrases[Decimal]
    han_ranks: Phrases[int]
    units: Phrases[Unit]
    symbols: Phrases[Unit]
    short: Mapping[str, str]
    not_before: Mapping[str, str]
    per: Phrases[str]
    currency_before: Phrases[Unit]
    currency_after: Phrases[Unit]
    minor: Mapping[str, tuple[str, Decimal]]
    iso: frozenset[str]
    iso_alias: Mapping[str, str]
    pounds: frozenset[str]
    measure_words: Phrases[bool]
    measure_times: Mapping[str, int]
    nouns: Phrases[str]
    han_stop: frozenset[str]
    han_stop_words: Phrases[str]
    hedges_before: Phrases[str]
    hedges_after: Phrases[str]
    between: Phrases[str]
    moves: Phrases[str]
    moves_after: Phrases[str]
    bridge: Phrases[str]
    level: Phrases[str]
    negative: Phrases[str]
    rank_before: Phrases[str]
    idioms: Phrases[str]
    unless_alone: frozenset[str]
    emphasis: Phrases[str]
    labels: Phrases[str]
    name_after: Phrases[str]
    value_before: Phrases[str]
    value_ends: frozenset[str]
    channels: Phrases[str]
    version_after: Phrases[str]
    stage_after: Phrases[str]
    before_verb: frozenset[str]
    label_verbs: frozenset[str]
    channel_after: Phrases[str]
    no_names: frozenset[str]
    glued: tuple[str, ...]
    stop: frozenset[str]
    plurals: Mapping[str, str]
    not_plural: frozenset[str]
    uncounted: frozenset[str]
    rank_words: Phrases[str]
    rank_after: Phrases[str]
    losses: tuple[str, ...]
    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    period_ordinals: Mapping[str, int]
    relative: Phrases[Relative]
    han_periods: Phrases[str]
    cumulative_units: frozenset[str]
    time_roles: Phrases[str]
    year_before: Phrases[str]
    clock_after: Phrases[str]
    clock_before: Phrases[str]
    decades: Mapping[str, str]
    score_words: tuple[str, ...]
    label_after: Phrases[str]
    sequence: Phrases[str]
    weak_rank_words: frozenset[str]
    rank_ends: tuple[str, ...]
    not_one: frozenset[str]
    one_verb: frozenset[str]
    twice_times: frozenset[str]
    streets: frozenset[str]
    ratio_words: tuple[str, ...]


@cache
def load_lexicon(languages: tuple[str, ...] = ("en", "zh")) -> Lexicon:
    """Merge the number tables of the languages named; later ones win where a phrase is in several.

    Raises:
        ConfigError: if a table is missing or broken.
    """
    packs = [load_pack(code) for code in languages]
    idioms = _Merged(packs, "idioms")
    modifiers = _Merged(packs, "modifiers")
    numerals = _Merged(packs, "numerals")
    times = _Merged(packs, "times")
    units = _Merged(packs, "units")
    ordinals = {word: int(value) for word, value in numerals.map("ordinals").items()}
    denominators = {word: int(value) for word, value in numerals.map("denominators").items()}
    denominators |= {f"{word}s": value for word, value in ordinals.items() if value > 2}
    measure = units.map("measure_words")
    measure_words = dict.fromkeys(measure.get("self", ()), True) | dict.fromkeys(
        measure.get("bare", ()), False
    )
    relative = _relative(times)
    multiples = {
        word: Multiple(Decimal(entry["value"]), entry.get("direction"), frozenset(entry.get("before", ())))
        for pack in packs
        for word, entry in pack.numerals.get("multiples", {}).items()
        if isinstance(entry, Mapping)
    }
    han_multiples = {
        word: Decimal(entry)
        for pack in packs
        for word, entry in pack.numerals.get("multiples", {}).items()
        if not isinstance(entry, Mapping)
    }
    cardinals = {word: int(value) for word, value in numerals.map("cardinals").items()}
    all_scales = {word: int(value) for word, value in numerals.map("scales").items()}
    han_scales = {word: value for word, value in all_scales.items() if not word.isascii()}
    scales = {word: value for word, value in all_scales.items() if word.isascii()}
    abbreviated = frozenset(numerals.map("abbreviated").get("words", ()))
    financial = {char: int(value) for char, value in numerals.map("financial").items()}
    han_digits = {char: int(value) for char, value in numerals.map("digits").items()} | financial
    han_tens = {char: int(value) for char, value in numerals.map("tens").items()}
    months = {word: int(value) for word, value in times.map("months").items()}
    periods = {word: str(value) for word, value in times.map("periods").items()}
    decades = {word: str(value) for word, value in times.map("spelled_decades").items()}
    ranks = {word: int(value) for word, value in numerals.map("ranks").items()}
    idiom_phrases = {
        phrase.lower(): reason
        for reason, phrases in idioms.map("phrases").items()
        for phrase in phrases
        if not (phrase[0] == "一" and phrase[1:] in measure_words)
    }
    symbols, unit_names = _units(units)
    latin_words = [
        *cardinals,
        *(scales.keys() - abbreviated),
        *ordinals,
        *denominators,
        *multiples,
        *months,
        *decades,
        *(word for word in relative if word.isascii()),
    ]
    han_words = [*(word for word in relative if not word.isascii()), *periods, *han_multiples, *ranks]
    han_chars = "".join([*han_digits, *han_scales, *han_tens, "半"])
    anchor = (
        f"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|{trie_pattern(han_words)}|[{han_chars}]"
        f"|(?<![a-z]){trie_pattern(latin_words)}(?![a-z])"
    )
    rank_table = idioms.map("rank")
    return Lexicon(
        fold=_folding(numerals),
        anchor=re.compile(anchor),
        cardinals=cardinals,
        scales=scales,
        abbreviated=abbreviated,
        vague=frozenset(numerals.map("abbreviated").get("vague", ())),
        letters={word: int(value) for word, value in numerals.map("letters").items()},
        ordinals=ordinals,
        denominators=denominators,
        multiples=multiples,
        han_digits=han_digits,
        han_scales=han_scales,
        han_tens=han_tens,
        financial=frozenset(financial) | {"拾", "佰", "仟"},
        han_multiples=Phrases(han_multiples),
        han_ranks=Phrases(ranks),
        units=Phrases(unit_names),
        symbols=Phrases(symbols),
        short={word: str(value) for word, value in units.map("short").items()},
        not_before={word: str(value) for word, value in units.map("not_before").items()},
        per=Phrases({word: str(value) for word, value in units.map("per").items()}),
        currency_before=Phrases(_currencies(units, "currency_before")),
        currency_after=Phrases(_currencies(units, "currency_after")),
        minor={
            name: (str(worth).partition(":")[0], Decimal(str(worth).partition(":")[2]))
            for name, worth in units.map("minor").items()
        },
        iso=frozenset(str(units.map("iso").get("codes", "")).split()),
        iso_alias={k: str(v) for k, v in units.map("iso").get("alias", {}).items()},
        pounds=frozenset(units.map("pounds").get("money", ())),
        measure_words=Phrases(measure_words),
        measure_times={word: int(value) for word, value in measure.get("times", {}).items()},
        nouns=Phrases({word: word for word in units.map("nouns").get("words", ())}),
        han_stop=frozenset(str(idioms.map("stop").get("characters", ""))),
        han_stop_words=Phrases(
            _same(word for word in idioms.map("stop").get("words", ()) if not word.isascii())
        ),
        hedges_before=Phrases(_reversed(modifiers.map("before"), without=("between",))),
        hedges_after=Phrases(_reversed(modifiers.map("after"))),
        between=Phrases(_same(modifiers.map("before").get("between", ()))),
        moves=Phrases(
            dict.fromkeys(modifiers.map("up").get("verbs", ()), "up")
            | dict.fromkeys(modifiers.map("down").get("verbs", ()), "down")
        ),
        moves_after=Phrases(
            dict.fromkeys(modifiers.map("up").get("after", ()), "up")
            | dict.fromkeys(modifiers.map("down").get("after", ()), "down")
        ),
        bridge=Phrases(_same(modifiers.map("bridge").get("words", ()))),
        level=Phrases(_same(modifiers.map("bridge").get("level", ()))),
        negative=Phrases(_same(word for word in modifiers.map("sign").get("negative", ()) if word != "-")),
        rank_before=Phrases(_same(modifiers.map("rank").get("before", ()))),
        idioms=Phrases(idiom_phrases),
        unless_alone=frozenset(idioms.map("unless_alone").get("words", ())),
        emphasis=Phrases(_same(idioms.map("emphasis").get("words", ()))),
        labels=Phrases(_reversed(idioms.map("labels"))),
        name_after=Phrases(_same(idioms.map("names").get("after", ()))),
        value_before=Phrases(_same(idioms.map("names").get("before", ()))),
        value_ends=frozenset(str(idioms.map("names").get("ends", ""))),
        version_after=Phrases(_same(idioms.map("version_after").get("words", ()))),
        stage_after=Phrases(_same(idioms.map("stage_after").get("words", ()))),
        before_verb=frozenset(idioms.map("label_verbs").get("before", ())),
        label_verbs=frozenset(idioms.map("label_verbs").get("words", ())),
        channels=Phrases(_same(idioms.map("channels").get("before", ()))),
        channel_after=Phrases(_same(idioms.map("channels").get("after", ()))),
        no_names=frozenset(idioms.map("no_names").get("words", ())),
        glued=tuple(idioms.map("glued").get("words", ())),
        stop=frozenset(word for word in idioms.map("stop").get("words", ()) if word.isascii()),
        plurals={k: str(v) for k, v in idioms.map("plurals").items() if isinstance(v, str)},
        not_plural=frozenset(idioms.map("plurals").get("singular", ())),
        uncounted=frozenset(idioms.map("plurals").get("uncounted", ())),
        rank_words=Phrases(_same(rank_table.get("before", ()))),
        rank_after=Phrases(_same(rank_table.get("after", ()))),
        losses=tuple(idioms.map("negative_context").get("words", ())),
        months=months,
        ambiguous_months=frozenset(times.map("months_ambiguous").get("words", ())),
        period_ordinals={word: int(value) for word, value in times.map("ordinal_periods").items()},
        relative=Phrases(relative),
        han_periods=Phrases(periods),
        cumulative_units=frozenset(times.map("cumulative").get("units", ())),
        time_roles=Phrases(_reversed(times.map("roles"))),
        year_before=Phrases(_same(times.map("year").get("before", ()))),
        clock_after=Phrases(_same(times.map("clock").get("after", ()))),
        clock_before=Phrases(_same(times.map("clock").get("before", ()))),
        decades=decades,
        sequence=Phrases(_same(idioms.map("sequence").get("words", ()))),
        weak_rank_words=frozenset(rank_table.get("weak", ())),
        rank_ends=tuple(rank_table.get("ends", ())),
        not_one=frozenset(idioms.map("one").get("before", ())),
        one_verb=frozenset(idioms.map("one").get("after", ())),
        twice_times=frozenset(idioms.map("twice").get("times", ())),
        label_after=Phrases(_same(idioms.map("label_after").get("words", ()))),
        streets=frozenset(idioms.map("address").get("words", ())),
        score_words=tuple(times.map("colon").get("score", ())),
        ratio_words=tuple(times.map("colon").get("ratio", ())),
    )


class _Merged:
    """One table of several packs; lists under one key are joined, other values of later packs win."""

    def __init__(self, packs: Iterable[LanguagePack], name: str) -> None:
        self._tables: list[Mapping[str, Any]] = [getattr(pack, name) for pack in packs]

    def map(self, section: str) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        for table in self._tables:
            for key, value in table.get(section, {}).items():
                if isinstance(value, list) and isinstance(merged.get(key), list):
                    merged[key] = [*merged[key], *value]
                else:
                    merged[key] = value
        return merged

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self._tables)


def _same(words: Iterable[str]) -> dict[str, str]:
    return {word: word for word in words}


def _reversed(table: Mapping[str, Any], without: tuple[str, ...] = ()) -> dict[str, str]:
    return {phrase: key for key, phrases in table.items() if key not in without for phrase in phrases}


def _folding(numerals: _Merged) -> dict[int, int]:
    """Full width to half width, traditional to simplified, minus signs and spaces to one form each."""
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：（）！？．"}
    simplify = numerals.map("simplify")
    table |= {
        ord(a): ord(b)
        for a, b in zip(simplify.get("from", ""), simplify.get("to", ""), strict=True)
        if a != b
    }
    table |= {ord(char): ord("-") for char in "\u2212\u2010\u2011\uff0d\ufe63"}
    table |= {ord(char): ord(" ") for char in "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t"}
    table |= {ord(char): ord("~") for char in "～〜∼˜"}
    table |= {
        ord("’"): ord("'"),
        ord("μ"): ord("µ"),
        ord("．"): ord("."),
        ord("﹪"): ord("%"),
        ord("﹣"): ord("-"),
    }
    return table


def _currencies(units: _Merged, section: str) -> dict[str, Unit]:
    table = {}
    for name, code in units.map(section).items():
        symbol, _, worth = str(code).partition(":")
        unit = Unit(symbol, "money", Decimal(worth or 1))
        table[name] = unit
        if (
            section == "currency_after"
            and name.isascii()
            and len(name) > 2
            and name[-1].isalpha()
            and name[-1] != "s"
        ):
            table.setdefault(f"{name}s", unit)
            if name.endswith("y"):
                table.setdefault(f"{name[:-1]}ies", unit)
    return table


def _units(units: _Merged) -> tuple[dict[str, Unit], dict[str, Unit]]:
    prefixes = units.map("prefixes")
    symbols: dict[str, Unit] = {}
    names: dict[str, Unit] = {}
    for base, entry in units.map("si").items():
        for prefix in ("", *str(entry["prefixes"]).split()):
            unit = Unit(prefix + base, "measure")
            if len(unit.symbol) > 1 and unit.symbol != "bps":  # alone, "bps" is basis points
                symbols[unit.symbol] = unit
                if prefix == "µ":
                    symbols[f"u{base}"] = unit
            for name in entry["names"]:
                full = (str(prefixes[prefix]) if prefix else "") + str(name)
                names |= dict.fromkeys(_plural_forms(full), unit)
    symbols |= {name: Unit(str(value), "measure") for name, value in units.map("symbols").items()}
    lower: dict[str, Unit] = {}
    for symbol in sorted(symbols, key=lambda s: (s.endswith("b"), s[0].islower())):
        lower.setdefault(symbol.lower(), symbols[symbol])  # MB before Mb, MW before mW
    for symbol, given in units.map("units").items():
        kind = (
            "percent"
            if symbol in _PERCENT
            else "multiple"
            if symbol == "x"
            else "count"
            if symbol in _COUNTED
            else "measure"
        )
        unit = Unit(str(symbol), kind)
        for name in given:
            names |= dict.fromkeys(_plural_forms(str(name)), unit)
    return symbols, lower | names


def _plural_forms(name: str) -> Iterator[str]:
    yield name
    if not name.isascii() or len(name) < 3 or not name[-1].isalpha() or name.endswith("s"):
        return
    yield f"{name}s"
    first, space, rest = name.partition(" ")
    if space and len(first) > 2 and not first.endswith("s"):
        yield f"{first}s {rest}"


def _relative(times: _Merged) -> dict[str, Relative]:
    table: dict[str, Relative] = {}
    cumulative = {word for pack in times for word in pack.get("cumulative", {}).get("words", ())}
    for pack in times:
        for grain, phrases in pack.get("relative", {}).items():
            for phrase, offset in phrases.items():
                table[phrase] = Relative(grain, int(offset), phrase in cumulative)
        for phrase in pack.get("same", {}).get("words", ()):
            table[phrase] = Relative("year", -1)
    for phrase in cumulative:
        table[phrase] = Relative("year", 0, cumulative=True)
    return table
