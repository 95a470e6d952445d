"""How runs of Chinese are cut into words: little is left over, and the time is linear."""

from __future__ import annotations

import pytest
from effort import effort

from claimcheck.languages.cues import Tag, load_cues
from claimcheck.languages.word_cut import WordCut
from claimcheck.stages.decompose.chunks import chunks_of
from claimcheck.stages.extract import Reading


def pieces(text: str, *words: str) -> str:
    """Cut a text by these words; what none covers stands in brackets."""
    table = {word: (Tag("function" if len(word) == 1 else "noun", word),) for word in words}
    found = WordCut(table).cut(text, 0, len(text), len(text))
    shown, at = "", 0
    while at < len(text):
        end = found.get(at, at + 1)
        shown += f"{text[at:end]}|" if at in found else f"[{text[at]}]"
        at = end
    return shown


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("研究生命起源", "研究 研究生 生命 起源", "研究|生命|起源|"),
        ("提高度量精度", "提高 高度 度量 精度", "提高|度量|精度|"),
        ("新开工面积", "新 新开 开工 面积", "新|开工|面积|"),
        ("肺结核病例", "肺结核 肺结核病 病例", "肺结核|病例|"),
        ("上海大桥梁", "上海 大桥 桥梁", "上海|大桥|[梁]"),  # equal prices: the first word is the longest
        ("宁亦山强调整改", "强调 调整 整改", "[宁][亦][山]强调|整改|"),
        ("宁亦强调整方案", "强调 调整 方案", "[宁][亦][强]调整|方案|"),  # one name, no single characters
        ("灵活性强", "灵活 活性", "灵活|[性][强]"),
        ("宁亦山", "", "[宁][亦][山]"),
        ("", "", ""),
    ],
)
def test_the_cut_leaves_little_over(text: str, words: str, expected: str) -> None:
    assert pieces(text, *words.split()) == expected


def test_words_may_go_on_behind_the_run_but_not_beyond_a_limit() -> None:
    words = WordCut({"人均gdp": (Tag("metric", "gdp"),), "人均": (Tag("modifier", "per"),)})
    assert words.cut("人均gdp高", 0, 2, 6) == {0: 5}
    assert words.cut("人均gdp高", 0, 2, 2) == {0: 2}
    assert words.cut("去年人均gdp", 2, 4, 7) == {2: 7}


def test_the_work_grows_with_the_length_alone() -> None:
    cutter = load_cues().cutter

    def taken(size: int) -> int:
        text = "混合架构结合线性注意力与全方位方案" * (size // 16)
        return effort(lambda: cutter.cut(text, 0, len(text), len(text)))

    taken(100)  # the index of words is made when first asked for
    assert taken(16_000) < 5 * taken(4_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("模型以混合架构结合线性注意力", "模型|以|混合架构|结合|线性|注意力"),
        ("每次前向传播消耗的能量", "每次|前向传播|消耗|的|能量"),
        ("全方位推动方案落地", "全方位|推动|方案|落地"),
        ("糖尿病患者占比上升", "糖尿病|患者|占比|上升"),
        ("不符合要求的房屋", "不|符合|要求|的|房屋"),
    ],
)
def test_ordinary_sentences_hold_no_names(text: str, expected: str) -> None:
    chunks = chunks_of(text, 0, len(text), Reading([], [], [], []), load_cues())
    assert "|".join(chunk.text for chunk in chunks) == expected
    assert not [chunk.text for chunk in chunks if chunk.kind == "name"]
