"""The scores of the benchmarks: what counts as right, and how one text's readings and labels are paired."""

from __future__ import annotations

from decimal import Decimal

from labels import says, wording_mismatches
from peers_tools import Number, digits, joined, longest
from scores import Tally, is_range, pairs, right_quantity

from claimcheck import extract_claims


def number(
    start: int, end: int, value: int | None, low: int | None = None, high: int | None = None
) -> Number:
    return Number(start, end, *(None if part is None else Decimal(part) for part in (value, low, high)))


def test_a_missing_quantity_does_not_shift_the_rest() -> None:
    text = "7 of 5 and 9"
    labels = [{"text": "7", "value": "7"}, {"text": "5", "value": "5"}, {"text": "9", "value": "9"}]
    found = [number(5, 6, 5), number(11, 12, 9)]
    assert pairs(labels, found, lambda label, one: right_quantity(label, one, text)) == [(1, 0), (2, 1)]


def test_a_surplus_quantity_costs_precision_alone() -> None:
    tally = Tally()
    tally.add(right=1, wanted=1, found=2)
    assert (tally.precision, tally.recall, round(tally.f1, 3)) == (0.5, 1.0, 0.667)


def test_a_range_needs_both_bounds_and_a_value_its_place() -> None:
    text = "3 to 9 tonnes"
    label = {"text": "3 to 9", "low": "3", "high": "9"}
    assert is_range(label)
    assert right_quantity(label, number(0, 6, None, 3, 9), text)
    assert not right_quantity(label, number(0, 6, None, 3, 8), text)
    assert not right_quantity({"text": "tonnes", "value": "3"}, number(0, 1, 3), text)


def test_any_of_several_wordings_will_do() -> None:
    (claim,) = extract_claims("The Marlow plant employs 260 people.")
    assert not wording_mismatches(claim, {"subject": ["the factory", "Marlow plant"]})
    assert wording_mismatches(claim, {"subject": ["the factory", "Ravenna"]})


def test_wordings_are_folded() -> None:
    assert says("Ｍａｒｌｏｗ plants", "marlow plant")


def test_digits_take_the_scale_word_after_them() -> None:
    assert [one.value for one in digits("1,234 cats, 2.5 million dogs, v1.2")] == [1234, 2_500_000]


def test_of_overlapping_numbers_the_longest_stays() -> None:
    assert longest([number(2, 4, 9), number(0, 4, 19), number(5, 6, 1)]) == [
        number(0, 4, 19),
        number(5, 6, 1),
    ]


def test_two_rising_numbers_around_a_range_word_are_a_range() -> None:
    assert joined("5 to 9 kg", [number(0, 1, 5), number(5, 6, 9)]) == [number(0, 6, None, 5, 9)]
    change = [number(5, 6, 5), number(10, 11, 9)]
    assert joined("from 5 to 9", change) == change
    mixed = [number(3, 5, 12), number(12, 14, 35)]
    assert joined("up 12% to $ 35 million", mixed) == mixed
