"""Units: dimensions, exact conversion, and what never converts."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.units import assumed, convert, convert_difference, convertible, decimal_multiple, dimension
from claimcheck.units.catalogue import catalogue


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("26.2", "mi", "km", "42.1648128"),
        ("1", "lb", "kg", "0.45359237"),
        ("16", "oz", "lb", "1"),
        ("12", "in", "ft", "1"),
        ("5280", "ft", "mi", "1"),
        ("1", "acre", "m^2", "4046.8564224"),
        ("15", "mu", "ha", "1"),
        ("15", "亩", "公顷", "1"),
        ("2", "jin", "kg", "1"),
        ("10", "liang", "jin", "1"),
        ("2", "li", "km", "1"),
        ("1", "gal", "L", "3.785411784"),
        ("1", "bbl", "gal", "42"),
        ("1", "t", "kg", "1000"),
        ("3", "Mt", "kg", "3000000000"),
        ("212", "°F", "°C", "100"),
        ("-40", "°C", "°F", "-40"),
        ("0", "°C", "K", "273.15"),
        ("1", "GiB", "B", "1073741824"),
        ("1", "GB", "MB", "1000"),
        ("8", "Mbps", "MB/s", "1"),
        ("1500", "ms", "s", "1.5"),
        ("2", "h", "min", "120"),
        ("1", "week", "day", "7"),
        ("2", "year", "month", "24"),
        ("3", "quarter", "month", "9"),
        ("36", "km/h", "m/s", "10"),
        ("1", "mph", "km/h", "1.609344"),
        ("1", "kWh", "MJ", "3.6"),
        ("1", "kcal", "J", "4184"),
        ("1", "MW", "kW", "1000"),
        ("1", "bar", "kPa", "100"),
        ("2.5", "GHz", "MHz", "2500"),
        ("1", "kg/m^3", "g/L", "1"),
        ("20", "kWh/100km", "kWh/km", "0.2"),
        ("7", "mg/kg", "g/t", "7"),
        ("3", "CNY/kg", "CNY/t", "3000"),
        ("3600", "token/h", "tokens/s", "1"),
        ("2", "USD/million tokens", "USD/thousand token", "0.002"),
        ("250", "person/100000 people", "person/people", "0.0025"),
        ("5", "1/s", "Hz", "5"),
        ("100", "Mbps", "Mb/s", "100"),
        ("3", "‰", "%", "0.3"),
        ("1", "pp", "bp", "100"),
        ("50", "jiao", "CNY", "5"),
        ("99", "cent", "USD", "0.99"),
        ("5", "languages", "language", "5"),
        ("5", None, "人", "5"),
    ],
)
def test_conversions_are_exact(value: str, source: str | None, target: str | None, expected: str) -> None:
    assert str(convert(Decimal(value), source, target)) == expected
    assert convert(convert(Decimal(value), source, target), target, source) == Decimal(value)


def test_an_endless_quotient_has_fifty_digits() -> None:
    assert str(convert(Decimal(1), "km", "mi")) == "0.62137119223733396961743418436331822158593812137119"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("%", "pp"),
        ("%", "bp"),
        ("%", None),
        ("%", "x"),
        ("x", None),
        ("USD", "EUR"),
        ("USD", "CNY"),
        ("cent", "EUR"),
        ("year", "day"),
        ("km", "kg"),
        ("km", None),
        ("km", "km/h"),
        ("m", "m^2"),
        ("language", "dialect"),
        ("user", "客户"),
        ("mg/kg", None),
        ("W", "Wh"),
        ("GB", "GB/s"),
    ],
)
def test_different_dimensions_never_convert(one: str, other: str | None) -> None:
    assert not convertible(one, other)
    assert not convertible(other, one)
    with pytest.raises(ClaimcheckError, match="no conversion"):
        convert(Decimal(1), one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("m²", "m^2"),
        ("㎡", "m2"),
        ("kg/m³", "kg/m^3"),
        ("μs", "µs"),
        ("℃", "°C"),
        ("％", "%"),
        ("Language", "languages"),
        ("company", "Companies"),
        ("parameter", "参数"),
        ("人", "people"),
    ],
)
def test_one_unit_in_two_spellings(one: str, other: str) -> None:
    assert dimension(one) == dimension(other)
    assert convert(Decimal(7), one, other) == 7


@pytest.mark.parametrize(
    "name", ["", "/", "and/or", "^2", "*", "1/s", "m/", "个", "\n", "x" * 100_000, "a/" * 50_000]
)
def test_any_string_has_a_dimension(name: str) -> None:
    assert dimension(name)
    assert convertible(name, name)


def test_a_count_without_its_thing_is_told_apart() -> None:
    assert assumed(None, "language")
    assert assumed("language", "个")
    assert not assumed("language", "languages")
    assert not assumed(None, None)
    assert not assumed(None, "USD")


def test_a_difference_of_temperatures_has_no_zero() -> None:
    assert convert_difference(Decimal(9), "°F", "°C") == 5
    assert convert_difference(Decimal(5), "°C", "K") == 5


def test_only_powers_of_ten_leave_the_digits_alone() -> None:
    assert decimal_multiple("km", "m")
    assert decimal_multiple("jin", "jin")
    assert not decimal_multiple("jin", "kg")
    assert not decimal_multiple("GiB", "GB")
    assert not decimal_multiple("°C", "K")


def test_every_unit_of_the_tables_converts_to_itself_and_to_its_base() -> None:
    units = catalogue().units
    assert all(unit.factor > 0 for unit in units.values())
    assert all(convert(Decimal(3), symbol, symbol) == 3 for symbol in units)
    assert {"km", "kg", "GB", "GiB", "kWh", "MW", "psi", "CNY", "USD", "min", "mu", "jin", "°F", "PB"} <= set(
        units
    )


def test_no_name_stands_for_two_things() -> None:
    table = tomllib.loads(files("claimcheck.units").joinpath("things.toml").read_text("utf-8"))["things"]
    names = [name for thing, others in table.items() for name in (thing, *others)]
    assert len(names) == len(set(names))
    assert not set(names) & set(catalogue().units)
