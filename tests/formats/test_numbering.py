"""Numbering is left out; numbers that a text speaks of stay."""

from __future__ import annotations

import pytest

from claimcheck.formats.numbering import is_caption
from claimcheck.stages.read import read


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("一、原文概括", "原文概括"),
        ("十二、附录", "附录"),
        ("（一）背景", "背景"),
        ("第三章 结论", "结论"),
        ("第2部分：数据", "数据"),
        ("3.1 我的观点", "我的观点"),
        ("1.2.3 Details", "Details"),
        ("3.1我的观点", "我的观点"),
        ("4. Results", "Results"),
        ("4) Results", "Results"),
        ("Chapter 2: Growth", "Growth"),
        ("Section 4 Growth", "Growth"),
        ("Part II", ""),
        ("Part II: Outlook", "Outlook"),
        ("Step 3: Measure", "Measure"),
        ("① 营收", "营收"),
        ("三、四季度业绩", "三、四季度业绩"),
        ("1、2月份利润", "1、2月份利润"),
        ("第三季度营收", "第三季度营收"),
        ("10 ways to save", "10 ways to save"),
        ("10个金句", "10个金句"),
        ("3.5 million users", "3.5 million users"),
        ("3.5亿用户", "3.5亿用户"),
        ("2024 in review", "2024 in review"),
        ("Phase 3 trial begins", "Phase 3 trial begins"),
        ("Q3 results", "Q3 results"),
        ("5G 手机", "5G 手机"),
    ],
)
def test_headings(heading: str, expected: str) -> None:
    assert [block.text for block in read(f"## {heading}").blocks] == [expected]


def test_a_bare_number_is_numbering_only_in_a_sequence() -> None:
    text = "## 1 Methods\n\n## 2 Results\n\n## 12 people died\n"
    assert [block.text for block in read(text).blocks] == ["Methods", "Results", "12 people died"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（1）营收增长 5%", "营收增长 5%"),
        ("(2) revenue rose", "revenue rose"),
        ("③ 利润", "利润"),
        ("1、营收", "营收"),
        ("一、营业收入", "营业收入"),
        ("第一，营收增长", "营收增长"),
        ("Step 1: measure", "measure"),
        ("步骤2：测量", "测量"),
        ("1、2月份利润", "1、2月份利润"),
        ("3 people died", "3 people died"),
        ("1.5 million people", "1.5 million people"),
        ("（2024）京01民终5号", "（2024）京01民终5号"),
        ("(32)", "(32)"),
        ("第一季度营收", "第一季度营收"),
        ("第三名是 GLM", "第三名是 GLM"),
        ("三、四线城市", "三、四线城市"),
    ],
)
def test_entries_typed_by_hand(line: str, expected: str) -> None:
    assert [block.text for block in read(line).blocks] == [expected]


def test_later_lines_lose_their_numbers_only_in_sequence() -> None:
    assert read("（1）甲 5\n（2）乙 6\n（7）丙").blocks[0].text == "甲 5\n乙 6\n（7）丙"
    assert read("1.营收\n2.利润").blocks[0].text == "营收\n利润"
    assert read("The price is\n1、营收").blocks[0].text == "The price is\n1、营收"


@pytest.mark.parametrize(
    "text",
    [
        "表2：各模型得分",
        "Table 3. Scores",
        "单位：万元",
        "（单位：亿元）",
        "Revenue ($m)",
        "Sales (in millions)",
    ],
)
def test_captions(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text", ["Revenue rose to 5.", "表现优异", "He paid 5 (five).", "单位面积产量增长了 5%。"]
)
def test_no_captions(text: str) -> None:
    assert not is_caption(text)
