"""The units of measure, currencies and counted things, read from their tables into exact factors."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

if TYPE_CHECKING:
    from collections.abc import Mapping

Powers = tuple[tuple[str, int], ...]


class Unit(NamedTuple):
    """An exact unit: ``base value = (reading + zero) × factor``.

    Attributes:
        powers: base dimensions with their exponents, sorted by name.
        factor: worth of one unit in base units; positive.
        zero: added to a reading before scaling; not 0 for °C and °F only.
    """

    powers: Powers
    factor: Fraction
    zero: Fraction = Fraction(0)


class Catalogue(NamedTuple):
    """All known symbols, the known names of counted things, and number words that stand before them."""

    units: Mapping[str, Unit]
    things: Mapping[str, str]
    generic: frozenset[str]
    multipliers: Mapping[str, Fraction]


_TERM = re.compile(
    r"(?P<number>[0-9]{1,12}(?:\.[0-9]{1,12})?)? ?(?P<symbol>.*?)(?:\^(?P<power>-?[1-9]))?", re.DOTALL
)


@cache
def catalogue() -> Catalogue:
    """Read the three tables once.

    Raises:
        ValueError: if a table defines a symbol twice or through a symbol that does not exist.
    """
    measures = _table("definitions.toml")
    money = _table("currencies.toml")
    things = _table("things.toml")
    definitions = {symbol: text for group in measures["defined"].values() for symbol, text in group.items()}
    definitions |= money["minor"]
    units = {symbol: Unit(((name, 1),), Fraction(1)) for symbol, name in measures["base"].items()}
    units |= {code: Unit(((f"money:{code}", 1),), Fraction(1)) for code in money["codes"].split()}
    _define(units, definitions, measures)
    for symbol, entry in measures["offset"].items():
        scale = evaluate(entry["scale"], units)
        units[symbol] = Unit(scale.powers, scale.factor, Fraction(entry["zero"]))
    units |= {alias: units[symbol] for alias, symbol in measures["aliases"].items()}
    names = {name: thing for thing, others in things["things"].items() for name in (thing, *others)}
    multipliers = {word: Fraction(worth) for word, worth in measures["multipliers"].items()}
    return Catalogue(units, names, frozenset(things["generic"]), multipliers)


def evaluate(text: str, units: Mapping[str, Unit]) -> Unit:
    """Return the unit that a definition such as ``0.3048 m`` or ``1 lbf/in^2`` describes.

    Raises:
        KeyError: if a symbol in it is unknown.
    """
    coefficient, _, expression = text.partition(" ")
    above, _, below = coefficient.partition("/")
    unit = combine(expression, units)
    return Unit(unit.powers, unit.factor * Fraction(above) / Fraction(below or "1"), unit.zero)


def combine(expression: str, units: Mapping[str, Unit]) -> Unit:
    """Return the product that an expression such as ``kg*m/s^2`` or ``kWh/100km`` stands for.

    A slash divides by the next term alone: ``J/m^2/year`` is joules per square metre and year.

    Raises:
        KeyError: if a term is no known symbol.
    """
    powers: dict[str, int] = {}
    factor = Fraction(1)
    sign = 1
    for piece in re.split(r"([*/·])", expression):
        if piece in ("*", "/", "·"):
            sign = -1 if piece == "/" else 1
            continue
        match = _TERM.fullmatch(piece.strip())
        if match is None:
            raise KeyError(piece)
        bare = match["number"] is not None and not match["symbol"]
        unit = Unit((), Fraction(1)) if bare else units[match["symbol"]]
        exponent = sign * int(match["power"] or 1)
        factor *= Fraction(match["number"] or 1) ** sign * unit.factor**exponent
        for name, power in unit.powers:
            powers[name] = powers.get(name, 0) + power * exponent
    return Unit(tuple(sorted((name, power) for name, power in powers.items() if power)), factor)


def _define(units: dict[str, Unit], definitions: Mapping[str, str], measures: Mapping[str, Any]) -> None:
    """Add the defined units and all prefixed ones; a definition may use symbols that come later."""
    worth = {
        prefix: Fraction(text) for table in measures["prefixes"].values() for prefix, text in table.items()
    }
    waiting = dict(definitions)
    fresh = list(units)
    while fresh:
        for symbol in fresh:
            for prefix in measures["prefixed"].get(symbol, ()):
                _add(units, prefix + symbol, Unit(units[symbol].powers, units[symbol].factor * worth[prefix]))
        fresh = []
        for symbol, text in list(waiting.items()):
            try:
                unit = evaluate(text, units)
            except KeyError:
                continue
            _add(units, symbol, unit)
            fresh.append(symbol)
            del waiting[symbol]
    if waiting:
        message = f"units/definitions.toml: {', '.join(sorted(waiting))}: defined by an unknown unit"
        raise ValueError(message)


def _add(units: dict[str, Unit], symbol: str, unit: Unit) -> None:
    if symbol in units:
        message = f"units/definitions.toml: {symbol!r} is defined twice"
        raise ValueError(message)
    units[symbol] = unit


def _table(name: str) -> dict[str, Any]:
    return tomli.loads(files("claimcheck.units").joinpath(name).read_text("utf-8"))
