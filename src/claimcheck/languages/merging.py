"""Builds the lookup tables of the lexicon out of the TOML tables of several languages."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimcheck.languages.entries import Relative, Unit
from claimcheck.languages.simplified import simplified_by_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.languages.pack import NumberTables

_PERCENT = {"%", "pp", "bp", "‰"}

_COUNTED = {"point", "分", "件", "nit", "lumen"}


class Merged:
    """One table of several packs; lists under one key are joined, other values of later packs win."""

    def __init__(self, packs: Iterable[NumberTables], name: str) -> None:
        self._tables: list[Mapping[str, Any]] = [getattr(pack, name) for pack in packs]

    def map(self, section: str) -> dict[str, Any]:
        """Return one section, merged."""
        merged: dict[str, Any] = {}
        for table in self._tables:
            for key, value in table.get(section, {}).items():
                if isinstance(value, list) and isinstance(merged.get(key), list):
                    merged[key] = [*merged[key], *value]
                else:
                    merged[key] = value
        return merged

    def words(self, section: str, name: str = "words") -> list[str]:
        """Return one list of a section, merged; empty where no pack has it."""
        return [word for table in self._tables for word in table.get(section, {}).get(name, ())]

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self._tables)


def same(words: Iterable[str]) -> dict[str, str]:
    """Return a table in which each word stands for itself."""
    return {word: word for word in words}


def by_phrase(table: Mapping[str, Any], without: tuple[str, ...] = ()) -> dict[str, str]:
    """Turn key -> phrases into phrase -> key."""
    return {phrase: key for key, phrases in table.items() if key not in without for phrase in phrases}


def folding() -> dict[int, int]:
    """Full width to half width, traditional to simplified, minus signs and spaces to one form each."""
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：（）！？．"}
    table |= simplified_by_code()
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


def currencies(units: Merged, section: str) -> dict[str, Unit]:
    """Return the names of currencies, plurals of the English ones included."""
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


def unit_tables(units: Merged, cldr: Merged) -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Return the symbols, whose case counts, and the names of all units; those of CLDR give way to our own."""
    prefixes = units.map("prefixes")
    symbols: dict[str, Unit] = {}
    names: dict[str, Unit] = {}
    called = units.map("si_names")
    for base, taken in units.map("si").items():
        for prefix in ("", *str(taken).split()):
            unit = Unit(prefix + base, "measure")
            if len(unit.symbol) > 1 and unit.symbol != "bps":  # alone, "bps" is basis points
                symbols[unit.symbol] = unit
                if prefix == "µ":
                    symbols[f"u{base}"] = unit
            for name in called.get(base, ()):
                full = (str(prefixes[prefix]) if prefix else "") + str(name)
                names |= dict.fromkeys(_plural_forms(full), unit)
    words = set(units.map("not_units").get("words", ()))
    symbols = {name: unit for name, unit in symbols.items() if name not in words}
    symbols |= {name: Unit(str(value), "measure") for name, value in units.map("symbols").items()}
    lower: dict[str, Unit] = {}
    for symbol in sorted(symbols, key=lambda s: (s.endswith("b"), s[0].islower())):
        lower.setdefault(symbol.lower(), symbols[symbol])  # MB before Mb, MW before mW
    ours = dict(names)
    for symbol, given in units.map("units").items():
        for name in given:
            ours |= dict.fromkeys(_plural_forms(str(name)), _unit(symbol))
    theirs = {str(name): _unit(symbol) for symbol, given in cldr.map("units").items() for name in given}
    return symbols, lower | {name: unit for name, unit in theirs.items() if name not in words} | ours


def _unit(symbol: str) -> Unit:
    kind = (
        "percent"
        if symbol in _PERCENT
        else "multiple"
        if symbol == "x"
        else "count"
        if symbol in _COUNTED
        else "measure"
    )
    return Unit(symbol, kind)


def _plural_forms(name: str) -> Iterator[str]:
    yield name
    if not name.isascii() or len(name) < 3 or not name[-1].isalpha() or name.endswith("s"):
        return
    yield f"{name}s"
    first, space, rest = name.partition(" ")
    if space and len(first) > 2 and not first.endswith("s"):
        yield f"{first}s {rest}"


def relative_periods(times: Merged) -> dict[str, Relative]:
    """Return the phrases that name a period by its distance from the document's date."""
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
