"""What of a Markdown file is visible text, and what its blocks are."""

from __future__ import annotations

import pytest

from claimcheck.records.document import Block, BlockKind, Document
from claimcheck.stages.read import read


def shown(text: str, kind: BlockKind | None = None) -> list[str]:
    return [block.text for block in read(text).blocks if kind is None or block.kind is kind]


def block(document: Document, text: str) -> Block:
    return next(block for block in document.blocks if block.text == text)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("![图 12](/images/2026-02-18/33.png)", []),
        ("See [the 3 reports](https://a.example/2024/12 'title 9').", ["See the 3 reports."]),
        ("See <https://a.example/2024> now", ["See   now"]),
        ("See https://a.example/2024/12, now", ["See  , now"]),
        ("见https://a.example/2024/12，共 5 项", ["见 ，共 5 项"]),
        ("Mail press2024@a.example now", ["Mail   now"]),
        ("Run `pip install x` now", ["Run pip install x now"]),
        ("Run `Qwen3-235B` now", ["Run \ufffc now"]),
        ("a<!-- 55 -->b <b>6</b><br>c", ["ab 6\nc"]),
        ("up 5%[^1] and 6%[2]\n\n[^1]: The note.", ["up 5% and 6%", "The note."]),
        ("[^9]: https://a.example/9", []),
        ("range [1, 5] holds", ["range [1, 5] holds"]),
        ("$x = 5$", ["$x = 5$"]),
        ("1.2×10<sup>6</sup> units<sup>3</sup>", ["1.2×10⁶ units"]),
        ("H<sub>2</sub>O", ["H2O"]),
        ("**注意：**共 5 项", ["注意：共 5 项"]),
        ("它是**“开源”**的", ["它是“开源”的"]),
        ("2 * 3 * 4", ["2 * 3 * 4"]),
        ("    indented 5", ["indented 5"]),
        ("a\n\n\tindented 6", ["a", "indented 6"]),
        ("~~5~~ 6", ["5 6"]),
        ("\\*5\\* \\x", ["*5* \\x"]),
        ("\u3000\u3000营收 5 亿元。\n\u3000\n利润", ["营收 5 亿元。", "利润"]),
        ("", []),
    ],
)
def test_visible_text(markdown: str, expected: list[str]) -> None:
    assert shown(markdown) == expected


def test_front_matter_is_no_text() -> None:
    document = read("---\ntitle: 'A: 5'\ndate: 2026-02-18 01:17:30\ntags: [x, 7]\n---\n\nText 3.")
    assert [block.text for block in document.blocks] == ["Text 3."]
    assert document.blocks[0].line == 7
    assert (document.title, document.date) == ("A: 5", "2026-02-18")
    assert document.metadata["front_matter"] == {
        "title": "A: 5",
        "date": "2026-02-18 01:17:30",
        "tags": ["x", "7"],
    }


def test_toml_front_matter() -> None:
    document = read("+++\ntitle = 'B'\ndate = 2025-03-04T05:06:07Z\nweight = 1.50\n+++\nText.")
    assert (document.title, document.date) == ("B", "2025-03-04")
    assert document.metadata["front_matter"] == {
        "title": "B",
        "date": "2025-03-04 05:06:07+00:00",
        "weight": "1.50",
    }


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: [5\nx: }\n---\n",
        "---\na: &a [1, 2]\nb: &b [*a, *a, *a]\n" + "".join(f"{c}: &{c} [{', '.join(['*' + p] * 9)}]\n" for p, c in zip("bcdefg", "cdefgh", strict=True)) + "---\n",
        "---\na: &a [*a]\n---\n",
        "---\na: " + "[" * 5000 + "\n---\n",
    ],
)  # fmt: skip
def test_broken_front_matter_is_still_no_text(matter: str) -> None:
    document = read(matter + "Text 3.")
    assert [block.text for block in document.blocks] == ["Text 3."]
    assert not document.metadata


def test_a_rule_above_prose_is_no_front_matter() -> None:
    assert shown("---\n\nProse with 5.\n\n---\n\nMore.") == ["Prose with 5.", "More."]


def test_headings_stack_and_lose_their_numbers() -> None:
    document = read("# 第三章 概况\n## 3.1 收入\n### （一）国内\ntext\n## 3.2 利润\nSetext 5\n===\nend")
    assert [b.text for b in document.blocks if b.kind is BlockKind.HEADING] == [
        "概况",
        "收入",
        "国内",
        "利润",
        "Setext 5",
    ]
    assert block(document, "text").headings == (0, 1, 2)
    assert block(document, "end").headings == (block(document, "Setext 5").index,)
    assert document.title == "概况"


def test_lists() -> None:
    document = read("Points:\n\n- one 1\n  1. sub\n\n     more\n- [x] two\n\nPlain\n\n* alone")
    one, sub, two = block(document, "one 1"), block(document, "sub"), block(document, "two")
    assert (one.level, sub.level, two.level) == (1, 2, 1)
    assert one.parent == two.parent == block(document, "Points:").index
    assert sub.parent == one.index
    assert block(document, "more").parent == sub.index
    assert block(document, "alone").parent == block(document, "Plain").index
    assert {b.kind for b in (one, sub, two)} == {BlockKind.ITEM}


def test_tables() -> None:
    document = read("单位：万元\n\n| 项目 | `x\\|y` |\n|---|---:|\n| 营收 | **1,200** |\n| 利润 | |\n\n后文")
    (table,) = document.tables
    assert (table.rows, table.columns, table.header_rows) == (3, 2, 1)
    cells = {(cell.row, cell.column): document.blocks[cell.block].text for cell in table.cells}
    assert cells == {(0, 0): "项目", (0, 1): "x|y", (1, 0): "营收", (1, 1): "1,200", (2, 0): "利润"}
    assert table.caption is not None
    assert document.blocks[table.caption].kind is BlockKind.CAPTION


def test_a_sentence_that_introduces_a_table_stays_a_paragraph() -> None:
    document = read("Revenue rose 5% to these values:\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert document.tables[0].caption == 0
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
    unrelated = read("Revenue rose 5%.\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert unrelated.tables[0].caption is None


def test_html_inside_markdown() -> None:
    text = "Before\n\n<table>\n<tr><th>m</th><th>v</th></tr>\n<tr><td>x</td><td>5</td></tr>\n</table>\n\n> <p>quoted 7</p>\n\n<!-- 55 -->\n"
    document = read(text)
    assert [b.text for b in document.blocks] == ["Before", "m", "v", "x", "5", "quoted 7"]
    assert document.tables[0].header_rows == 1
    cell = document.blocks[4]
    assert text[slice(*cell.span(0, 1))] == "5"
    assert cell.line == 5


def test_a_blank_line_does_not_cut_an_html_table() -> None:
    text = (
        "<table>\n<tr><th>m</th>\n\n<th>v</th></tr>\n\n<tr><td>x</td><td>5</td></tr>\n</table>\nAfter **6**\n"
    )
    document = read(text)
    assert (document.tables[0].rows, document.tables[0].columns) == (2, 2)
    assert document.blocks[-1].text == "After 6"
    assert read("<table>\n\nNever closed **6**").blocks[-1].text == "Never closed 6"


def test_code_blocks_are_code() -> None:
    document = read('```json\n{"a": 5}\n```\n\n~~~\n6\n~~~')
    assert {b.kind for b in document.blocks} == {BlockKind.CODE}
    assert document.blocks[1].line == 5


def test_plain_text_paragraphs() -> None:
    document = read("One 1.\r\nTwo.\r\n \r\n    Three *3*.\rFour", "plain")
    assert [b.text for b in document.blocks] == ["One 1.\nTwo.", "Three *3*.\nFour"]
    assert [b.line for b in document.blocks] == [1, 4]
