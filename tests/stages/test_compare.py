"""The comparison table, and what a comparison says beside its stance."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claimcheck.records.comparison import Outcome
from claimcheck.records.evidence import Stance
from claimcheck.records.interval import Interval
from claimcheck.records.quantity import Modifier, Quantity, QuantityKind
from claimcheck.records.tolerance import Tolerance
from claimcheck.stages.compare import compare, interval_of
from claimcheck.units import convert

SPEC = Path(__file__).parents[2] / "fixtures/specs/any/comparisons.toml"


def cases() -> list[Any]:
    table = tomllib.loads(SPEC.read_text("utf-8"))["case"]
    return [pytest.param(case, id=f"{case['claim']['text']} / {case['fact']['text']}") for case in table]


def quantity(side: dict[str, Any]) -> Quantity:
    """Fill in what a side of the table leaves to its default."""
    fields: dict[str, Any] = {"start": 0, "end": len(side["text"]), "value": None, **side}
    printed = side.get("value") or side["high"]
    digits = Decimal(printed).as_tuple()
    assert isinstance(digits.exponent, int)
    fields["last_place"] = Decimal(fields.pop("place", None) or Decimal(1).scaleb(digits.exponent))
    whole = printed.lstrip("-")
    zeros = len(whole) - len(whole.rstrip("0")) if digits.exponent == 0 else 0
    fields["stated_zeros"] = fields.pop("zeros", zeros)
    return Quantity(**fields)


def number(value: str, **fields: Any) -> Quantity:
    return quantity({"text": value, "value": value, **fields})


@pytest.mark.parametrize("case", cases())
def test_the_table_of_comparisons(case: dict[str, Any]) -> None:
    tolerance = Tolerance(**case["tolerance"]) if "tolerance" in case else None
    result = compare(quantity(case["claim"]), quantity(case["fact"]), tolerance)
    assert (result.stance, result.outcome) == (case["stance"], case["outcome"]), case.get("why", "")
    if "conversion" in case:
        assert result.conversion == case["conversion"]


def test_the_table_holds_every_outcome() -> None:
    table = tomllib.loads(SPEC.read_text("utf-8"))["case"]
    assert {case["outcome"] for case in table} == set(Outcome)
    assert {case["stance"] for case in table} == set(Stance)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": "69.6"}, Interval(Decimal("69.55"), Decimal("69.65"), high_open=True)),
        ({"value": "-69.6"}, Interval(Decimal("-69.65"), Decimal("-69.55"), low_open=True)),
        ({"value": "0"}, Interval(Decimal("-0.5"), Decimal("0.5"))),
        ({"value": "70", "modifier": "about"}, Interval(Decimal("66.5"), Decimal("73.5"))),
        ({"value": "3", "modifier": "about"}, Interval(Decimal("2.5"), Decimal("3.5"))),
        ({"value": "90", "modifier": "nearly"}, Interval(Decimal(81), Decimal(90))),
        ({"value": "-90", "modifier": "nearly"}, Interval(Decimal(-90), Decimal(-81))),
        ({"value": "5", "modifier": "more_than"}, Interval(Decimal(5), None, low_open=True)),
        ({"value": "5", "modifier": "at_least"}, Interval(Decimal(5), None)),
        ({"value": "5", "modifier": "less_than"}, Interval(None, Decimal(5), high_open=True)),
        ({"value": "5", "modifier": "at_most"}, Interval(None, Decimal(5))),
        ({"value": "5", "kind": "count"}, Interval(Decimal(5), Decimal(5))),
        ({"value": "2019", "kind": "date"}, Interval(Decimal(2019), Decimal(2019))),
        ({"value": "50", "low": "48", "high": "52"}, Interval(Decimal(48), Decimal(52))),
        ({"low": "20", "high": "30"}, Interval(Decimal(20), Decimal(30))),
        ({"low": "30", "high": "20"}, Interval(Decimal(20), Decimal(30))),
        ({"low": "20", "high": "30", "modifier": "about"}, Interval(Decimal(19), Decimal("31.5"))),
        ({"low": "-30", "high": "-20", "modifier": "about"}, Interval(Decimal("-31.5"), Decimal(-19))),
        ({"low": "20", "high": "30", "modifier": "nearly"}, Interval(Decimal(18), Decimal(30))),
    ],
)
def test_the_interval_of_a_wording(fields: dict[str, Any], expected: Interval) -> None:
    assert interval_of(quantity({"text": "n", "value": None, **fields})) == expected


def test_both_intervals_are_in_the_unit_of_the_claim() -> None:
    result = compare(number("5", unit="km"), number("4800", unit="m", zeros=2))
    assert result.unit == "km"
    assert result.claimed == Interval(Decimal("4.5"), Decimal("5.5"), high_open=True)
    assert result.found == Interval(Decimal("4.7995"), Decimal("4.8005"), high_open=True)
    assert result.conversion == "4800 m = 4.8 km"


def test_an_endless_conversion_says_that_it_is_shortened() -> None:
    assert (
        compare(number("26.2", unit="mi"), number("42.2", unit="km")).conversion == "42.2 km ≈ 26.22186431 mi"
    )


def test_a_range_is_converted_at_both_ends() -> None:
    found = quantity({"text": "20–30 mi", "low": "20", "high": "30", "value": None, "unit": "mi"})
    assert compare(number("40", unit="km"), found).conversion == "20–30 mi = 32.18688–48.28032 km"


def test_nothing_is_said_of_a_conversion_that_changes_nothing() -> None:
    assert compare(number("201"), number("201", unit="language")).conversion == ""


def test_a_share_and_a_percentage_meet_both_ways() -> None:
    half, percent = number("0.5"), number("50", unit="%", kind=QuantityKind.PERCENT)
    assert compare(half, percent).conversion == "50 % = 0.5"
    assert compare(percent, half).conversion == "0.5 = 50 %"
    assert compare(half, number("70", unit="%", kind=QuantityKind.PERCENT)).stance is Stance.REFUTES
    assert compare(number("50"), percent).outcome is Outcome.OTHER_UNIT
    assert compare(number("1"), number("1", unit="%")).outcome is Outcome.OTHER_UNIT
    assert compare(number("0"), number("0", unit="%")).outcome is Outcome.OTHER_UNIT


def test_a_quantity_without_any_number_decides_nothing() -> None:
    empty = Quantity(text="several", start=0, end=7, value=None)
    assert compare(empty, number("5")).stance is Stance.NEUTRAL
    assert compare(number("5"), empty).stance is Stance.NEUTRAL


def test_no_change_has_no_opposite_direction() -> None:
    assert compare(number("0", direction="up"), number("0", direction="down")).stance is Stance.SUPPORTS


def test_monstrous_numbers_are_compared_in_bounded_time() -> None:
    long = Quantity(text="9", start=0, end=1, value=Decimal("9" * 1_000_000), unit="km")
    other = Quantity(text="9", start=0, end=1, value=Decimal("9" * 999_999 + "8"), unit="mi")
    huge = Quantity(text="1", start=0, end=1, value=Decimal("1E+999999"), last_place=Decimal("1E-999"))
    assert compare(long, long).stance is Stance.SUPPORTS
    assert compare(long, other).stance is Stance.REFUTES
    assert compare(huge, number("5")).stance is Stance.REFUTES
    assert compare(huge, huge.model_copy(update={"modifier": Modifier.ABOUT})).outcome is Outcome.COARSE
    assert (
        compare(huge, huge.model_copy(update={"last_place": Decimal("1E+999999")})).outcome is Outcome.EQUAL
    )
    assert compare(number("7"), huge.model_copy(update={"last_place": Decimal(10)})).stance is Stance.REFUTES


def test_the_zero_of_a_temperature_scale_survives_the_way_there_and_back() -> None:
    abroad = number("0", unit="°C").model_copy(update={"value": convert(Decimal(0), "°F", "°C")})
    assert compare(number("0", unit="°F"), abroad).outcome is Outcome.EQUAL
