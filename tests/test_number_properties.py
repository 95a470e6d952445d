"""Properties of reading numbers: equal forms are equal, and what stands around a number does not change it."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck import extract_quantities
from claimcheck.records.quantity import Quantity
from claimcheck.stages.extract import extract, load_lexicon
from number_words import FINANCIAL, FULL_WIDTH, english, han, plain

if TYPE_CHECKING:
    from claimcheck.stages.extract import Found

# A place for a number and what counts or measures it, in running text; the unit that has to come out.
FRAMES = [
    ("The hall has {} seats.", "seat"),
    ("They shipped {} tonnes of salt that year.", "t"),
    ("Sales came to ${} in all.", "USD"),
    ("The bridge is {} metres long.", "m"),
    ("Prices were {}% above the old level.", "%"),
    ("The lead grew by {} percentage points.", "pp"),
    ("Delivery takes {} days at most.", "day"),
    ("It runs at {} km/h on the plain.", "km/h"),
    ("礼堂共有{}个座位。", "座位"),
    ("全年运出{}吨海盐。", "t"),
    ("销售额为{}元。", "CNY"),
    ("大桥全长{}米。", "m"),
    ("价格高出{}%。", "%"),
    ("差距扩大了{}个百分点。", "pp"),
    ("平均时速为{}公里/小时。", "km/h"),
    ("共有{}名学生参加。", "学生"),
]
# Sentences with and without numbers, dates and names; none refers to what follows.
OPENINGS = [
    "Nobody had asked.", "It rained all night", "The old mill burned down in 1897.", "See Table 4.", "GPT-4 is a model.",
    "He paid 12 euros for 3 tickets.", "More than half of them left!", "About then, things changed.", "No. 7 won.",
    "天气很好。", "会议在2024年3月5日召开。", "他买了三张票，花了四十五元。", "超过一半的人走了！", "万一下雨呢？", "第三名是谁",
    "详见图2。", "同比增长12.5%。", "两国元首会面。",
]  # fmt: skip
SPELLED = st.one_of(st.integers(11, 9_999), st.integers(10_000, 999_999_999_999))
DECIMALS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(2, 99_999), st.integers(0, 3)
)
# scale: the Chinese one, its worth, how many of the Chinese ones it is, its letters
SHORT = {
    "million": ("万", 10**6, 100, "m"),
    "billion": ("亿", 10**9, 10, "bn"),
    "trillion": ("亿", 10**12, 10_000, "tn"),
}
FRAME = st.sampled_from(FRAMES)


def read(text: str) -> Found:
    (found,) = extract(text, load_lexicon()).quantities
    return found


def value(text: str) -> Decimal | None:
    return read(text).value


@settings(deadline=None)
@given(DECIMALS, st.integers(0, 9), FRAME)
def test_a_power_of_ten_scales_the_value(number: Decimal, power: int, frame: tuple[str, str]) -> None:
    text, unit = frame
    once, scaled = (read(text.format(plain(n))) for n in (number, number.scaleb(power)))
    assert once.value is not None
    assert (scaled.value, scaled.unit) == (once.value.scaleb(power), unit)
    assert once.unit == unit


@settings(deadline=None)
@given(st.integers(1, 9_999))
@example(397)
@example(1)
def test_a_count_of_billions_is_equal_in_every_form(count: int) -> None:
    expected = Decimal(count) * 10**9
    hundred_millions = count * 10
    wide = str(hundred_millions).translate(FULL_WIDTH)
    for text in (
        f"It has {count}B parameters.",
        f"It has {count} billion parameters.",
        f"It has {count}bn parameters.",
        f"It has {count},000,000,000 parameters."
        if count < 1000
        else f"It has {count:,} billion parameters.",
        f"It has {count}e9 parameters.",
        f"It has {count} × 10^9 parameters.",
        f"It has {english(count * 10**9)} parameters.",
        f"It has {english(count * 10**9, joint=' ')} parameters.",
        f"It has {plain(Decimal(count) / 1000)} trillion parameters.",
        f"It has {count * 1000} million parameters.",
        f"共有{hundred_millions}亿个参数。",
        f"共有{hundred_millions:,}亿个参数。",
        f"共有{hundred_millions} 亿个参数。",
        f"共有{wide}亿个参数。",
        f"共有{hundred_millions}億個參數。",
        f"共有{han(hundred_millions)}亿个参数。",
        f"共有{plain(Decimal(count) / 1000)}万亿个参数。",
        f"共有{count * 100_000}万个参数。",
    ):
        assert value(text) == expected, text


@settings(deadline=None, max_examples=200)
@given(SPELLED)
@example(10_010)
@example(100_000_001)
@example(20_000_000)
@example(110_000)
def test_spelled_numbers_equal_digits(number: int) -> None:
    written = han(number)
    for text in (
        f"They counted {english(number)} birds.",
        f"They counted {english(number, joint=' ')} birds.",
        f"They counted {english(number).capitalize()} birds.",
        f"They counted {number} birds.",
        f"They counted {number:,} birds.",
        f"共{written}只",
        f"共{written.translate(FINANCIAL)}元",
        f"共{written.replace('万', '萬').replace('亿', '億')}隻",
        f"共{number}只",
        f"共{number:,}只",
    ):
        assert value(text) == number, text


@settings(deadline=None)
@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from(["million", "billion", "trillion"]))
def test_decimals_are_equal_in_words_and_digits(whole: int, tenth: int, scale: str) -> None:
    han_scale, worth, times, short = SHORT[scale]
    expected = (Decimal(whole) + Decimal(tenth) / 10) * worth
    count = (whole * 10 + tenth) * times // 10
    for text in (
        f"worth ${whole}.{tenth} {scale} today",
        f"worth {english(whole)} point {english(tenth)} {scale} today",
        f"worth ${whole}.{tenth}{short} today",
        f"价值{count}{han_scale}美元",
        *([f"价值{han(count)}{han_scale}美元"] if count < 10_000 else []),
    ):
        assert value(text) == expected, text


@settings(deadline=None)
@given(st.integers(1, 99), st.integers(1, 9))
def test_shares_are_equal_in_every_form(whole: int, tenth: int) -> None:
    expected = Decimal(f"{whole}.{tenth}")
    point = f"{han(whole)}点{han(tenth)}"
    for text in (
        f"rose {whole}.{tenth}% in May", f"rose {whole}.{tenth} percent in May", f"rose {whole}.{tenth} per cent in May",
        f"rose {english(whole)} point {english(tenth)} percent in May", f"增长{whole}.{tenth}%", f"增长百分之{point}",
        f"增长百分之{whole}.{tenth}", f"增长{whole}．{tenth}％".translate(FULL_WIDTH), f"增長百分之{point}",
    ):  # fmt: skip
        found = read(text)
        assert (found.value, found.unit, found.direction) == (expected, "%", "up"), text


@settings(deadline=None)
@given(st.integers(1, 9_999), st.integers(2, 9))
def test_a_range_is_equal_in_every_form(low: int, factor: int) -> None:
    high = low * factor
    for text in (
        f"It takes {low}–{high} days.", f"It takes {low}-{high} days.", f"It takes {low} to {high} days.",
        f"It takes between {low} and {high} days.", f"It takes from {low} to {high} days.", f"需要{low}至{high}天。",
        f"需要{low}到{high}天。", f"需要{low}～{high}天。", f"需要{low}天至{high}天。", f"需要{low}—{high}天。",
    ):  # fmt: skip
        if (1000 <= low <= 2999 and high < 3000) or (low < 100 and high <= 12 and "-" in text):
            continue  # a span of years, a score
        found = read(text)
        assert (found.low, found.high, found.unit) == (Decimal(low), Decimal(high), "day"), text
        assert found.value is None


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(OPENINGS), min_size=1, max_size=3), DECIMALS, FRAME)
def test_a_sentence_before_moves_spans_only(
    openings: list[str], number: Decimal, frame: tuple[str, str]
) -> None:
    text = frame[0].format(plain(number))
    (alone,) = extract_quantities(text)
    for joint in ("\n\n", " " if text.isascii() else ""):
        before = "".join(
            opening + ("" if opening[-1] in ".!?。！？" else "。" if opening[-1] > "\u3000" else ".") + joint
            for opening in openings
        )
        last = extract_quantities(before + text)[-1]
        assert (before + text)[last.start : last.end] == last.text == alone.text
        moved = alone.model_copy(update={"start": alone.start + len(before), "end": alone.end + len(before)})
        assert last == moved


@settings(deadline=None, max_examples=150)
@given(DECIMALS, FRAME)
def test_full_width_changes_nothing(number: Decimal, frame: tuple[str, str]) -> None:
    text, unit = frame
    written = plain(number)
    wide = text.format(written.translate(FULL_WIDTH))
    for mark in "" if text.isascii() else "%$.":
        wide = wide.replace(mark, mark.translate(FULL_WIDTH))
    narrow, found = read(text.format(written)), read(wide)
    assert (found.value, found.unit, found.start, found.end) == (narrow.value, unit, narrow.start, narrow.end)


@settings(deadline=None, max_examples=150)
@given(DECIMALS, FRAME)
def test_a_quantity_read_alone_is_the_same(number: Decimal, frame: tuple[str, str]) -> None:
    text = frame[0].format(plain(number))
    (inside,) = extract_quantities(text)
    assert text[inside.start : inside.end] == inside.text
    (alone,) = extract_quantities(inside.text)
    assert alone.value == inside.value


@given(st.integers(1, 999), st.integers(0, 99))
def test_decimals_keep_their_value_and_place(whole: int, cents: int) -> None:
    found = read(f"It cost ${whole}.{cents:02d}.")
    assert found.value == Decimal(f"{whole}.{cents:02d}")
    assert found.last_place == Decimal("0.01")


@pytest.mark.parametrize("opening", OPENINGS)
def test_records_are_those_that_validation_makes(opening: str) -> None:
    """The records are built without validation; they must not be told from validated ones."""
    for quantity in extract_quantities(f"{opening} About 3 to 5 km, up 12.5% to $1.2bn. 约三百人。"):
        checked = Quantity.model_validate(quantity.model_dump())
        assert quantity == checked
        assert quantity.model_fields_set == checked.model_fields_set
        assert pickle.loads(pickle.dumps(quantity)) == quantity  # noqa: S301  our own record
        assert quantity.model_dump_json() == checked.model_dump_json()
        assert quantity.model_copy(update={"unit": "x"}).unit == "x"
        assert hash(quantity) == hash(checked)
        with pytest.raises(ValueError, match="frozen"):
            quantity.unit = "x"


@settings(max_examples=150)
@given(
    st.text(
        alphabet="0123456789.,-–/: %$€¥kMBm一二三十百万亿半点分之个年月日第约多 aonetwhirdf()'\"+×^eE第\n",
        max_size=60,
    )
)
def test_any_text_is_read_without_error(text: str) -> None:
    reading = extract(text, load_lexicon())
    for found in reading.quantities:
        assert 0 <= found.start < found.end <= len(text)
        assert found.value is not None or found.low is not None or found.high is not None
        for number in (found.value, found.low, found.high):
            assert number is None or number.is_finite()
