"""What of an HTML page is read, and the grids of its tables."""

from __future__ import annotations

import pytest

from claimcheck.records.document import BlockKind, Document, Format
from claimcheck.stages.read import read


def page(markup: str) -> Document:
    return read(markup, Format.HTML)


def shown(markup: str) -> list[str]:
    return [block.text for block in page(markup).blocks]


def grid(document: Document, index: int = 0) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.column): document.blocks[cell.block].text for cell in document.tables[index].cells
    }


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Revenue <b>12</b>%<p>next", ["Revenue 12%", "next"]),
        ("<p>共 5\n  项 and&nbsp;6 &lt; 7</p>", ["共 5 项 and\xa06 < 7"]),
        ("<p>3&#8203;970 亿&shy;元</p>", ["3970 亿元"]),
        ("<p>AT&T &copy 2024</p>", ["AT&T © 2024"]),
        ("<nav>5</nav><footer>6</footer><aside>7</aside><script>8</script><p>9</p>", ["9"]),
        ("<p hidden>5</p><p style='display: none'>6</p><i aria-hidden=true>7</i><p>8</p>", ["8"]),
        ("<p>up 5%<sup>[1]</sup> of 9 km<sup>2</sup></p>", ["up 5% of 9 km²"]),
        ("<p>a<br>b</p>", ["a\nb"]),
        ("<p>run <code>x5</code> and <code>ls</code></p>", ["run \ufffc and ls"]),
        ("text <p>para</p> tail", ["text", "para", "tail"]),
        ("<!-- 5 --><![CDATA[6]]><p>7", ["7"]),
        ("<table><tr><td><p>Layout 5</p></td></tr></table>", ["Layout 5"]),
        ("", []),
    ],
)
def test_visible_text(markup: str, expected: list[str]) -> None:
    assert shown(markup) == expected


def test_head() -> None:
    document = page(
        '<html lang="zh-CN"><head><title>甲 &amp;\n 乙</title>'
        '<meta property="article:published_time" content="2026-01-05T10:00:00+08:00"></head><h1>一、丙</h1>'
    )
    assert (document.title, document.date, document.language) == ("甲 & 乙", "2026-01-05", "zh-CN")
    assert [block.text for block in document.blocks] == ["丙"]
    assert page("<header><time datetime='2025-02-03'>x</time></header>").date == "2025-02-03"
    assert page('<script>{"datePublished": "2024-05-06T00:00"}</script>').date == "2024-05-06"


def test_spans() -> None:
    document = page(
        "<table><caption>表1：得分</caption><thead><tr><th rowspan=2>Model<th colspan=2>Score"
        "<tr><th>A<th>B</thead><tr><td rowspan=2>GLM<td>5<td>6<tr><td>7<td>8</table>"
    )
    (table,) = document.tables
    assert (table.rows, table.columns, table.header_rows) == (4, 3, 2)
    assert grid(document) == {
        (0, 0): "Model", (0, 1): "Score", (1, 1): "A", (1, 2): "B",
        (2, 0): "GLM", (2, 1): "5", (2, 2): "6", (3, 1): "7", (3, 2): "8",
    }  # fmt: skip
    assert [(c.row_span, c.column_span) for c in table.cells[:2]] == [(2, 1), (1, 2)]
    assert table.caption is not None
    assert document.blocks[table.caption].text == "得分"


def test_headers_without_marks() -> None:
    document = page("<table><tr><td>City<td>Population<tr><td>X<td>5,000<tr><td>Y<td>6,000</table>")
    assert document.tables[0].header_rows == 1
    facts = page("<table><tr><td>Founded<td>1998<tr><td>Staff<td>5,000<tr><td>Seat<td>Berlin</table>").tables[
        0
    ]
    assert facts.header_rows == 0
    assert [cell.header for cell in facts.cells] == [True, False] * 3


def test_definition_lists_are_key_value_tables() -> None:
    document = page("<dl><dt>Height<dd>300 m<dd>984 ft<dt>Opened<dd>1889</dl>")
    assert grid(document) == {
        (0, 0): "Height",
        (0, 1): "300 m",
        (1, 1): "984 ft",
        (2, 0): "Opened",
        (2, 1): "1889",
    }
    assert document.tables[0].header_rows == 0


def test_tables_in_tables() -> None:
    layout = page(
        "<table><tr><td><h2>Menu</h2><table><tr><th>m<th>v<tr><td>x<td>5</table></td><td>side</td></tr></table>"
    )
    assert grid(layout) == {(0, 0): "m", (0, 1): "v", (1, 0): "x", (1, 1): "5"}
    inner = "<table><tr><td>1</td><td>2</td></tr></table>"
    data = page(f"<table><tr><th>m<th>v<tr><td>x<td>{inner}<tr><td>y<td>5</table>")
    assert len(data.tables) == 1
    assert grid(data)[1, 1] == "1\n2"


def test_lists() -> None:
    document = page("<p>Points:</p><ul><li>one<ol><li>sub</ol><li><p>two</p><p>more</p></ul>")
    kinds = [(b.text, b.kind, b.level, b.parent) for b in document.blocks]
    assert kinds == [
        ("Points:", BlockKind.PARAGRAPH, 0, None),
        ("one", BlockKind.ITEM, 1, 0),
        ("sub", BlockKind.ITEM, 2, 1),
        ("two", BlockKind.ITEM, 1, 0),
        ("more", BlockKind.PARAGRAPH, 1, 3),
    ]


def test_a_form_around_the_page_is_no_search_box() -> None:
    assert shown("<form>search 5</form><p>6</p>") == ["6"]
    assert shown(f"<form><p>Revenue 5</p>{' ' * 3000}</form>") == ["Revenue 5"]
