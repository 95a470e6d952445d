"""Reading quantities: one case per kind of rule, in both languages, with what must not be read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.records.quantity import Direction, Modifier, QuantityKind
from claimcheck.stages.extract import Found, Reading, extract, load_lexicon


def read(text: str, lang: str | None = None) -> Reading:
    return extract(text, load_lexicon(), lang)


def only(text: str) -> Found:
    (found,) = read(text).quantities
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It holds 412 billion parameters.", "412000000000", "parameter"),
        ("总参数量为4120亿。", "412000000000", None),
        ("It cost £1.9bn.", "1900000000", "GBP"),
        ("Rent is ￥3,456.78万元 a year", "34567800", "CNY/year"),
        ("about three quarters of a million euros", "750000", "EUR"),
        ("one and a half billion people", "1500000000", "person"),
        ("壹佰贰拾叁元", "123", "CNY"),
        ("百分之八十八", "88", "%"),
        ("八成五", "85", "%"),
        ("打六八折", "68", "%"),
        ("千分之三", "3", "‰"),
        ("负三又二分之一", "-3.5", None),
        ("a wavelength of 2.1 × 10^-6 m", "0.0000021", "m"),
        ("身高一米八二", "1.82", "m"),
        ("三块二毛五", "3.25", "CNY"),
        ("四斤半", "4.5", "jin"),
        ("两个半小时", "2.5", "h"),
        ("It took 2 h 15 min.", "135", "min"),
        ("He is 6 ft 1 in.", "73", "in"),
        ("The drive holds 80GB.", "80", "GB"),
        ("时速80公里", "80", "km/h"),
        ("a fee of 50 cents", "50", "cent"),
        ("气温零下20℃", "-20", "°C"),
        ("a 27-kilometre ring", "27", "km"),
        ("USD7.25", "7.25", "USD"),
        ("growing tenfold", "10", "x"),
        ("用户数翻两番", "4", "x"),
        ("5,000 downloads", "5000", "download"),
        ("201 种语言", "201", "语言"),
        ("An hour and a half passed", "1.5", "h"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str | None) -> None:
    found = only(text)
    assert found.value == Decimal(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 20 and 30 pages", "20", "30", "page"),
        ("$3 to $9 million", "3000000", "9000000", "USD"),
        ("5到9万元", "50000", "90000", "CNY"),
        ("两三百人", "200", "300", "人"),
        ("十五六岁", "15", "16", "year"),
        ("more than 15 and less than 30", "15", "30", None),
        ("大于三十小于五十", "30", "50", None),
        ("25.4±0.3 mm", "25.1", "25.7", "mm"),
    ],
)
def test_ranges(text: str, low: str, high: str, unit: str | None) -> None:
    found = only(text)
    assert (found.low, found.high, found.unit) == (Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("at least 40 rooms", Modifier.AT_LEAST, "40", None),
        ("more than 40 rooms", Modifier.MORE_THAN, "40", None),
        ("no more than 40 rooms", Modifier.AT_MOST, None, "40"),
        ("up to about 40 rooms", Modifier.AT_MOST, None, "40"),
        ("nearly 40 rooms", Modifier.NEARLY, None, None),
        ("40 rooms or so", Modifier.ABOUT, None, None),
        ("不到40个房间", Modifier.LESS_THAN, None, "40"),
        ("40多个房间", Modifier.MORE_THAN, "40", None),
        ("40个房间左右", Modifier.ABOUT, None, None),
        ("不超过40个房间", Modifier.AT_MOST, None, "40"),
        ("百余家企业", Modifier.MORE_THAN, "100", None),
    ],
)
def test_modifiers(text: str, modifier: Modifier, low: str | None, high: str | None) -> None:
    found = only(text)
    assert found.modifier is modifier
    assert found.low == (Decimal(low) if low else None)
    assert found.high == (Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Sales rose by nearly 12%.", Direction.UP),
        ("a 12% drop in sales", Direction.DOWN),
        ("Sales rose to 12 million.", None),
        ("销售额同比下降了约12%", Direction.DOWN),
        ("销售额增长到12亿元", None),
        ("The bank raised its rate by 25 basis points.", Direction.UP),
    ],
)
def test_direction(text: str, direction: Direction | None) -> None:
    assert only(text).direction is direction


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It ranked third.", 3),
        ("the 3rd model", 3),
        ("位列第三名", 3),
        ("a top 3 finish", 3),
        ("登上榜首", 1),
    ],
)
def test_ordinals(text: str, value: int) -> None:
    found = only(text)
    assert (found.value, found.kind) == (Decimal(value), QuantityKind.ORDINAL)


@pytest.mark.parametrize(
    "text",
    [
        "The Otter-4.5-70B-A3B and the H200 support Wi-Fi 6.",
        "Call +1 212 555 0187 or open 192.168.0.1.",
        "Version 2.1.0 of the library",
        "See Section 3.2 and Figure 4.",
        "No one knew which one of the others was the first to leave.",
        "一定要十分小心，千万别大意，万一出错呢？",
        "这支队伍三心二意，一般不会统一行动。",
        "第一次见面是在周三。",
        "It is a third party, in a bit.",
        "She joined in 2019 and left on 3 May 2021 at 5 pm.",
        "2025年第三季度，公司成立于1998年9月。",
        "The 1990s and the 20th century",
        "She lives at 14 Mill Road.",
        "2号楼1502室",
        "hundreds of people, 成千上万",
    ],
)
def test_no_quantity(text: str) -> None:
    assert read(text).quantities == []


def test_a_change_from_one_value_to_another_is_two_quantities() -> None:
    english = read("Support grew from 119 to 201 languages.").quantities
    chinese = read("从 119 种扩展至 201 种").quantities
    assert [found.value for found in english] == [119, 201]
    assert [found.value for found in chinese] == [119, 201]


def test_a_score_is_two_quantities_and_a_ratio_one() -> None:
    assert [found.value for found in read("They beat Lyon 3-1.").quantities] == [3, 1]
    assert [found.value for found in read("主队以93：96惜败").quantities] == [93, 96]
    assert only("男女比例为3:2").value == Decimal("1.5")


def test_the_thing_keeps_its_words() -> None:
    active = only("17B active parameters")
    assert (active.unit, active.thing_phrase) == ("parameter", "active parameters")
    chinese = only("17B 活跃参数")
    assert (chinese.unit, chinese.thing_phrase) == ("参数", "活跃参数")


@pytest.mark.parametrize(
    ("text", "place", "zeros"),
    [
        ("3.9 million", "100000", 0),
        ("3970亿", "100000000", 1),
        ("5,000", "1", 3),
        ("397B", "1000000000", 0),
        ("69.60%", "0.01", 0),
        ("三分之二", "0", 0),
        ("三百九十七", "1", 0),
    ],
)
def test_precision_as_stated(text: str, place: str, zeros: int) -> None:
    found = only(text)
    assert (found.last_place, found.stated_zeros) == (Decimal(place), zeros)


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("in 2024", ["2024"]),
        ("on 5 March 2024", ["2024-03-05"]),
        ("March 5, 2024", ["2024-03-05"]),
        ("2024年3月5日", ["2024-03-05"]),
        ("in the third quarter of 2025", ["2025-Q3"]),
        ("Q3 2025", ["2025-Q3"]),
        ("2025年前三季度", ["2025-Q1/2025-Q3"]),
        ("上半年", ["-H1"]),
        ("the first nine months of 2025", ["2025-01/2025-09"]),
        ("2019–2023", ["2019/2023"]),
        ("from 2019 to 2023", ["2019/2023"]),
        ("FY2025", ["FY2025"]),
        ("Q3 FY24", ["FY2024-Q3"]),
        ("The H100, the H200 and the Q8", []),
        ("in 2023 researchers met", ["2023"]),
        ("2025财年", ["FY2025"]),
        ("the 1990s", ["199X"]),
        ("20世纪", ["19XX"]),
        ("2018 年 6 月 24 日", ["2018-06-24"]),
        ("9月30日", ["--09-30"]),
    ],
)
def test_times(text: str, isos: list[str]) -> None:
    reading = read(text)
    assert [time.iso for time in reading.times] == isos
    assert reading.quantities == []


def test_relative_times_and_roles() -> None:
    (last,) = read("than last year").times
    assert (last.grain, last.relative) == ("year", -1)
    (quarter,) = read("去年第三季度").times
    assert (quarter.iso, quarter.relative) == ("-Q3", -1)
    assert read("截至2025年6月").times[0].role == "as_of"
    assert read("since 2019").times[0].role == "since"


def test_yen_or_yuan_by_language_and_context() -> None:
    assert read("¥500", "en").quantities[0].unit == "JPY"
    assert read("¥500", "zh").quantities[0].unit == "CNY"
    assert read("The Tokyo store charges ¥500.").quantities[0].unit == "JPY"


@pytest.mark.parametrize(
    "piece", ["1", "一", ",", "(", "1,", "1 ", "万", "百分之", "第一", "1/", "one hundred and "]
)
def test_hostile_text_is_read(piece: str) -> None:
    reading = read(piece * (20_000 // len(piece)))
    for item in reading.excluded:
        assert item.start < item.end


def test_spans_lie_in_the_text_and_in_order() -> None:
    text = "去年营收约12.5亿元，增长3%; in 2024 it had 40–50 shops, 3rd in the city, at 5 km from 2 lakes."
    reading = read(text)
    ends = 0
    for found in reading.quantities:
        assert ends <= found.start < found.end <= len(text)
        assert found.outer_start <= found.start <= found.number_start < found.number_end <= found.outer_end
        ends = found.end
