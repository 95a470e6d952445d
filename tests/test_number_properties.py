"""Properties of reading numbers: equal forms are equal, and context does not change a value."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.stages.extract import extract, load_lexicon

_HAN = "零一二三四五六七八九"
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["", "", *["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]]


def value(text: str) -> Decimal | None:
    (found,) = extract(text, load_lexicon()).quantities
    return found.value


def han(number: int) -> str:
    """Write a number from 1 to 9999 as a Chinese speaker would."""
    written = ""
    gap = False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            written += ("零" if gap and written else "") + _HAN[digit] + name
            gap = False
        else:
            gap = bool(written)
    return written


def english(number: int) -> str:
    """Write a number from 1 to 999 in words."""
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds]} hundred" + (f" and {english(rest)}" if rest else "")
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


@given(st.integers(2, 999))
def test_billions_are_equal_in_every_form(count: int) -> None:
    expected = Decimal(count) * 10**9
    assert value(f"It has {count}B parameters.") == expected
    assert value(f"It has {count} billion parameters.") == expected
    assert value(f"共有{count * 10}亿个参数。") == expected
    assert value(f"It has {english(count)} billion parameters.") == expected


@given(st.integers(11, 9999))
def test_chinese_numerals_equal_digits(number: int) -> None:
    assert value(f"共{han(number)}人") == number
    assert value(f"共{number}人") == number


@given(st.integers(11, 9999))
def test_ten_thousand_times_scales(number: int) -> None:
    assert value(f"共{han(number)}万人") == number * 10_000


@given(st.integers(1, 999), st.integers(0, 99))
def test_decimals_keep_their_value_and_place(whole: int, cents: int) -> None:
    text = f"It cost ${whole}.{cents:02d}."
    (found,) = extract(text, load_lexicon()).quantities
    assert found.value == Decimal(f"{whole}.{cents:02d}")
    assert found.last_place == Decimal("0.01")


@given(st.integers(1000, 9_999_999))
def test_separators_and_full_width_change_nothing(number: int) -> None:
    wide = str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    assert value(f"共{number:,}元") == value(f"共{number}元") == value(f"共{wide}元") == number


@given(st.text(alphabet="前句无数, words。 ", max_size=20), st.integers(20, 900))
def test_a_sentence_before_moves_spans_only(before: str, number: int) -> None:
    text = f"The hall has {number} seats."
    alone = extract(text, load_lexicon()).quantities
    moved = extract(f"{before}. {text}", load_lexicon()).quantities
    shift = len(before) + 2
    assert [(q.value, q.unit, q.start + shift, q.end + shift) for q in alone] == [
        (q.value, q.unit, q.start, q.end) for q in moved
    ]


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
