"""Every visible character leads back to the file's own, whatever the markup."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.records.document import Document, Format, Run
from claimcheck.stages.read import read

MARKDOWN = [
    "**", "*", "_", "~~", "`", "``", "[", "](", ")", "![", "](/a/3.png)", "<", ">", "&amp;", "&#51;", "&", "\\", "\\*",
    "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "> ", "- ", "1. ", "# ", "## ", "###", "|", "\\|", "\n|---|---|\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "```\n", "<br>", "<sup>", "</sup>", "<!-- x -->", "<div>\n", "</div>\n", "[^1]",
    "[^1]: ", "- [x] ", "===\n", "---\n", "https://a.cn/7 ", "a@b.cn", "    ", "\t", "\u3000", "\ufeff", "\0", "\u2028",
]  # fmt: skip
HTML = [
    "<p>", "</p>", "<b>", "</b>", "<br>", "<table>", "</table>", "<tr>", "<td>", "<th rowspan=2>", "</td>", "<ul>", "<li>",
    "</ul>", "<sup>", "</sup>", "<code>", "</code>", "<dl>", "<dt>", "<dd>", "</dl>", "<h2>", "</h2>", "<pre>", "</pre>",
    "<div hidden>", "</div>", "<caption>", "&nbsp;", "&lt;", "&#20803;", "&copy", "<!--", "-->", "<script>", "</script>",
    "<", ">", '"', "<a href='", "\n", "\r\n", "  ", "<form>", "</form>", "<title>", "\0",
]  # fmt: skip
WORDS = [
    "a",
    "GLM-5 ",
    "397B",
    "总参数",
    "3970亿",
    "，",
    "。",
    "：",
    " ",
    "12.5%",
    "$3",
    "（1）",
    "1、",
    "①",
    "𝟙",
    "第三章 ",
    "Table 2: ",
]
CSV = [",", ";", "\t", "|", '"', '""', "\n", "\r\n", "\r", "# ", "1", "a"]


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*pieces, *WORDS]), max_size=24).map("".join)


def check(document: Document) -> None:
    for block in document.blocks:
        runs = block.runs
        if not runs:
            continue
        ends = [run.at for run in runs[1:]] + [len(block.text)]
        assert runs[0].at == 0
        for run, end in zip(runs, ends, strict=True):
            assert end > run.at
            assert 0 <= run.start <= run.end <= len(document.text)
            if run.end - run.start == end - run.at:
                shown, stands = block.text[run.at : end], document.text[run.start : run.end]
                # White space may be shown as another: a lone carriage return as a line break.
                assert shown == stands or (shown.isspace() and stands.isspace())
        for before, after in pairwise(runs):
            assert after.start >= before.end
        assert all(above < block.index for above in block.headings)
        assert block.parent is None or block.parent < block.index
    for table in document.tables:
        for cell in table.cells:
            assert document.blocks[cell.block].table == table.index
            assert 0 <= cell.row < table.rows
            assert 0 <= cell.column < table.columns


FUZZ = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FUZZ
@given(texts(MARKDOWN))
def test_markdown_leads_back(text: str) -> None:
    document = read(text)
    assert document.text == text
    check(document)


@FUZZ
@given(texts(HTML))
def test_html_leads_back(text: str) -> None:
    document = read(text, Format.HTML)
    assert document.text == text
    check(document)


@FUZZ
@given(texts(CSV))
def test_csv_leads_back(text: str) -> None:
    document = read(text, Format.CSV)
    assert document.text == text
    check(document)


@FUZZ
@given(texts(["\n", "\r\n", "\r", "\n\n", "  ", "\u3000"]))
def test_plain_text_leads_back(text: str) -> None:
    document = read(text, Format.PLAIN)
    assert document.text == text
    check(document)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("> - **得分 45 分**，见[表 3](x.md)", "45 分"),
        ("| a\\|b | 得分 |\n|---|---|\n| x\\|y 7 | 45 分 |", "45 分"),
        ("\ufeff---\r\ntitle: 9\r\n---\r\n# 一、概况\r\n\r\n共 45 分。", "45 分"),
        ("<div>\n<p>score &amp; 45 分</p>\n</div>", "45 分"),
        ("1. first\n   continued *and* 45 分\n", "45 分"),
        ("a \\* b &lt; `c` 45 分", "45 分"),
        ("> | m | v |\n> |---|---|\n> | x | 45 分 |", "45 分"),
    ],
)
def test_a_word_is_found_where_it_stands(text: str, word: str) -> None:
    document = read(text)
    block = next(block for block in document.blocks if word in block.text)
    at = block.text.index(word)
    start, end = block.span(at, at + len(word))
    assert document.text[start:end] == word
    assert start == text.rindex(word)


def test_a_piece_stands_for_its_whole_source() -> None:
    block = read("a &lt; b").blocks[0]
    assert block.text == "a < b"
    assert block.runs == (Run(0, 0, 2), Run(2, 2, 6), Run(3, 6, 8))
    assert block.span(2, 3) == (2, 6)
