"""Our definitions of units agree with those of pint, which other people keep: a typing error in one would show."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pint
import pytest

from claimcheck.units import convert

PRECISION = Decimal("1e-12")
# Our unit, the unit it is converted into, and what pint calls both. Its acre is that of the old US survey foot.
PAIRS = [
    ("in", "m", "inch", "meter"),
    ("ft", "m", "foot", "meter"),
    ("yd", "m", "yard", "meter"),
    ("mi", "km", "mile", "kilometer"),
    ("nmi", "m", "nautical_mile", "meter"),
    ("ly", "km", "light_year", "kilometer"),
    ("ha", "m^2", "hectare", "meter ** 2"),
    ("ft^2", "m^2", "foot ** 2", "meter ** 2"),
    ("ft^3", "L", "foot ** 3", "liter"),
    ("gal", "L", "gallon", "liter"),
    ("qt", "L", "quart", "liter"),
    ("pt", "L", "pint", "liter"),
    ("tbsp", "mL", "tablespoon", "milliliter"),
    ("tsp", "mL", "teaspoon", "milliliter"),
    ("bbl", "L", "oil_barrel", "liter"),
    ("lb", "kg", "pound", "kilogram"),
    ("oz", "g", "ounce", "gram"),
    ("st", "kg", "stone", "kilogram"),
    ("t", "kg", "metric_ton", "kilogram"),
    ("ct", "g", "carat", "gram"),
    ("gr", "mg", "grain", "milligram"),
    ("day", "s", "day", "second"),
    ("week", "h", "week", "hour"),
    ("mph", "km/h", "mile_per_hour", "kilometer / hour"),
    ("kn", "km/h", "knot", "kilometer / hour"),
    ("kWh", "J", "kilowatt_hour", "joule"),
    ("cal", "J", "calorie", "joule"),
    ("eV", "J", "electron_volt", "joule"),
    ("bar", "Pa", "bar", "pascal"),
    ("atm", "Pa", "standard_atmosphere", "pascal"),
    ("psi", "Pa", "pound_force_per_square_inch", "pascal"),
    ("GiB", "MB", "gibibyte", "megabyte"),
    ("°F", "°C", "degree_Fahrenheit", "degree_Celsius"),
    ("°C", "K", "degree_Celsius", "kelvin"),
]


@pytest.fixture(scope="module")
def registry() -> Any:
    return pint.UnitRegistry(non_int_type=Decimal)


@pytest.mark.parametrize(("unit", "into", "theirs", "their_target"), PAIRS)
def test_a_conversion_is_the_same(
    unit: str, into: str, theirs: str, their_target: str, registry: Any
) -> None:
    expected = registry.Quantity(Decimal(17), theirs).to(their_target).magnitude
    assert abs(convert(Decimal(17), unit, into) - expected) <= PRECISION * abs(expected)
