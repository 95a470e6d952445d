"""What holds of every comparison, whatever the numbers."""

from __future__ import annotations

from decimal import Decimal, localcontext

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimcheck.records.evidence import Stance
from claimcheck.records.quantity import Direction, Modifier, Quantity, QuantityKind
from claimcheck.records.tolerance import Tolerance
from claimcheck.stages.compare import compare, interval_of
from claimcheck.units import convert, convert_difference

UNITS = {
    "length": ("km", "mi", "ft", "cm", "li"),
    "mass": ("kg", "lb", "oz", "jin", "t"),
    "data": ("GB", "GiB", "Mbit"),
    "temperature": ("°C", "°F", "K"),
    "calendar": ("year", "month"),
}
CASES = settings(max_examples=150, deadline=None)

pairs_of_units = st.sampled_from(sorted(UNITS)).flatmap(
    lambda name: st.tuples(st.sampled_from(UNITS[name]), st.sampled_from(UNITS[name]))
)
places = st.integers(-3, 4).map(lambda exponent: Decimal(1).scaleb(exponent))
steps = st.integers(-2000, 2000)


@st.composite
def numbers(draw: st.DrawFn, unit: str | None = None, near: int | None = None) -> Quantity:
    """A number of any wording, written to any place."""
    place = draw(places)
    count = draw(steps) if near is None else near + draw(st.integers(-20, 20))
    modifier = draw(st.sampled_from(Modifier))
    value: Decimal | None = count * place
    low = high = None
    if draw(st.booleans()):
        low, high = sorted((count * place, draw(steps) * place))
        value = None
    return Quantity(
        text="n",
        start=0,
        end=1,
        value=value,
        low=low,
        high=high,
        unit=unit,
        kind=QuantityKind.RANGE if value is None else QuantityKind.NUMBER,
        modifier=modifier,
        direction=draw(st.sampled_from([None, *Direction])),
        last_place=place,
        stated_zeros=draw(st.integers(0, 2)) if place >= 1 else 0,
    )


@st.composite
def neighbours(draw: st.DrawFn) -> tuple[Quantity, Quantity]:
    """Two numbers that often lie close enough for every outcome."""
    near = draw(steps)
    return draw(numbers(near=near)), draw(numbers(near=near))


def exact(value: Decimal, place: Decimal, unit: str | None = None) -> Quantity:
    return Quantity(text="n", start=0, end=1, value=value, unit=unit, last_place=place)


def scaled(quantity: Quantity, exponent: int) -> Quantity:
    def moved(number: Decimal | None) -> Decimal | None:
        return None if number is None else number.scaleb(exponent)

    return quantity.model_copy(
        update={
            "value": moved(quantity.value),
            "low": moved(quantity.low),
            "high": moved(quantity.high),
            "last_place": quantity.last_place.scaleb(exponent),
        }
    )


def rewritten(quantity: Quantity, unit: str) -> Quantity:
    def reading(number: Decimal | None) -> Decimal | None:
        return None if number is None else convert(number, quantity.unit, unit)

    return quantity.model_copy(
        update={
            "value": reading(quantity.value),
            "low": reading(quantity.low),
            "high": reading(quantity.high),
            "last_place": convert_difference(quantity.last_place, quantity.unit, unit),
            "unit": unit,
        }
    )


@CASES
@given(neighbours(), st.integers(-6, 12))
def test_scaling_both_sides_never_changes_the_comparison(
    both: tuple[Quantity, Quantity], exponent: int
) -> None:
    claim, fact = both
    before, after = compare(claim, fact), compare(scaled(claim, exponent), scaled(fact, exponent))
    assert (before.stance, before.outcome) == (after.stance, after.outcome)


@CASES
@given(numbers())
def test_every_number_supports_itself(quantity: Quantity) -> None:
    assert compare(quantity, quantity).stance is Stance.SUPPORTS


@CASES
@given(neighbours())
def test_a_number_inside_supports_and_a_number_apart_refutes(both: tuple[Quantity, Quantity]) -> None:
    claim, fact = (side.model_copy(update={"direction": None, "stated_zeros": 0}) for side in both)
    inside, apart = (
        interval_of(claim).contains(interval_of(fact)),
        interval_of(claim).is_disjoint(interval_of(fact)),
    )
    stance = compare(claim, fact).stance
    if inside:
        assert stance is not Stance.REFUTES
    if apart and not (claim.modifier is fact.modifier is Modifier.EXACT):
        assert stance is Stance.REFUTES


@CASES
@given(steps, steps, places)
def test_two_exact_numbers_of_one_precision_agree_only_when_equal(
    one: int, other: int, place: Decimal
) -> None:
    expected = Stance.SUPPORTS if one == other else Stance.REFUTES
    assert compare(exact(one * place, place), exact(other * place, place)).stance is expected


@CASES
@given(steps, places, steps, places)
def test_apart_exact_numbers_never_support(one: int, fine: Decimal, other: int, coarse: Decimal) -> None:
    claim, fact = exact(one * fine, fine), exact(other * coarse, coarse)
    assume(abs(one * fine - other * coarse) > max(fine, coarse) / 2)
    assert compare(claim, fact).stance is not Stance.SUPPORTS
    if abs(one * fine - other * coarse) > (fine + coarse) / 2:
        assert compare(claim, fact).stance is Stance.REFUTES


@CASES
@given(
    neighbours(),
    st.integers(0, 50).map(lambda n: Decimal(n) / 100),
    st.integers(0, 50).map(lambda n: Decimal(n) / 100),
    st.integers(1, 6),
    st.integers(0, 3),
)
def test_a_wider_tolerance_never_ends_agreement(
    both: tuple[Quantity, Quantity], narrow: Decimal, more: Decimal, digits: int, fewer: int
) -> None:
    stances = [
        compare(*both, tolerance).stance
        for tolerance in (
            None,
            Tolerance(relative=narrow, absolute=narrow, digits=digits + fewer),
            Tolerance(relative=narrow + more, absolute=narrow + more, digits=digits),
        )
    ]
    agreed = [stance is Stance.SUPPORTS for stance in stances]
    assert agreed == sorted(agreed)
    assert all(stance in (Stance.SUPPORTS, stances[0]) for stance in stances)


@CASES
@given(st.data(), pairs_of_units)
def test_another_unit_and_back_never_turns_agreement_into_refutation(
    data: st.DataObject, units: tuple[str, str]
) -> None:
    near = data.draw(steps)
    claim = data.draw(numbers(unit=units[0], near=near))
    fact = data.draw(numbers(unit=units[0], near=near))
    # "About" is a share of the reading, and a share of a temperature depends on its zero.
    hedged = {claim.modifier, fact.modifier} & {Modifier.ABOUT, Modifier.NEARLY}
    assume(not (hedged and units[0] in UNITS["temperature"]))
    claim, fact = (side.model_copy(update={"direction": None}) for side in (claim, fact))
    before = compare(claim, fact).stance
    abroad = compare(claim, rewritten(fact, units[1])).stance
    assert {before, abroad} != {Stance.SUPPORTS, Stance.REFUTES}
    if before is Stance.SUPPORTS:
        assert abroad is Stance.SUPPORTS


@CASES
@given(steps, places, st.integers(-20, 20), places)
def test_agreement_does_not_depend_on_sign(count: int, fine: Decimal, away: int, coarse: Decimal) -> None:
    one, other = count * fine, (count + away) * coarse
    plain = compare(exact(one, fine), exact(other, coarse))
    mirrored = compare(exact(-one, fine), exact(-other, coarse))
    assert plain.outcome is mirrored.outcome


@CASES
@given(neighbours())
def test_the_decimal_context_of_the_caller_changes_nothing(both: tuple[Quantity, Quantity]) -> None:
    before = compare(*both, Tolerance(relative=Decimal("0.01")))
    with localcontext() as context:
        context.prec = 2
        assert compare(*both, Tolerance(relative=Decimal("0.01"))) == before
