"""CSV, TSV and JSON become tables whose cells know their headers and places."""

from __future__ import annotations

import pytest

from claimcheck.errors import InputError
from claimcheck.records.document import BlockKind, Document, Format
from claimcheck.stages.read import read


def grid(document: Document, index: int = 0) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.column): document.blocks[cell.block].text for cell in document.tables[index].cells
    }


def test_csv() -> None:
    text = '\ufeff# source 5\nPrices ($m),,\nname,price,"no ""te"""\n"A, b",5,x\nC,6\n'
    document = read(text, Format.CSV)
    (table,) = document.tables
    assert (table.rows, table.columns, table.header_rows, table.line) == (3, 3, 1, 3)
    assert grid(document)[0, 2] == 'no "te"'
    assert grid(document)[1, 0] == "A, b"
    price = next(block for block in document.blocks if block.text == "6")
    assert price.locator == "5[price]"
    assert text[slice(*price.span(0, 1))] == "6"
    assert [b.text for b in document.blocks if b.kind is BlockKind.CAPTION] == ["source 5", "Prices ($m)"]
    quoted = next(block for block in document.blocks if block.text == "A, b")
    assert text[slice(*quoted.span(0, 4))] == "A, b"
    assert next(block for block in document.blocks if block.text == 'no "te"').runs == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (["城市", "人口"], ["甲", "1.5"], ["乙", "2"]))
    assert grid(read(text, "csv"))[1, 1] == "1.5"


def test_headers_of_csv() -> None:
    assert read("year,2023,2024\nsales,5,6\n", "csv").tables[0].header_rows == 1
    assert read("1,2\n3,4\n", "csv").tables[0].header_rows == 0
    facts = read("height,300 m\nopened,1889\n", "csv").tables[0]
    assert (facts.header_rows, [cell.header for cell in facts.cells]) == (0, [True, False] * 2)
    assert read("metric,value\nsales,5\n", "csv").tables[0].header_rows == 1


def test_odd_csv() -> None:
    assert read("", "csv").blocks == ()
    assert read("\n\n", "tsv").tables == ()
    assert grid(read('a,b\n"open,5\n', "csv")) == {(0, 0): "a", (0, 1): "b", (1, 0): '"open', (1, 1): "5"}


def test_json_records() -> None:
    text = '{"title": "T", "date": "2026-02-03", "models": [{"name": "GLM-5", "bench": {"top_score": 50.10}}, {"name": "K"}]}'
    document = read(text, "json")
    assert (document.title, document.date) == ("T", "2026-02-03")
    assert grid(document, 1) == {
        (0, 0): "name",
        (0, 1): "bench top score",
        (1, 0): "GLM-5",
        (1, 1): "50.10",
        (2, 0): "K",
    }
    score = next(block for block in document.blocks if block.text == "50.10")
    assert score.locator == "/models/0/bench/top_score"
    assert text[slice(*score.span(0, 5))] == "50.10"
    assert [document.blocks[i].text for i in score.headings] == ["models"]
    assert [cell.header for cell in document.tables[0].cells] == [True, False] * 2


def test_json_shapes() -> None:
    assert grid(read('{"year": [2020, 2021], "v": [1e3, null]}', "json")) == {
        (0, 0): "year", (0, 1): "v", (1, 0): "2020", (1, 1): "1e3", (2, 0): "2021",
    }  # fmt: skip
    assert grid(read('{"甲": {"x": 1}, "乙": {"x": 2}}', "json")) == {
        (0, 1): "x", (1, 0): "甲", (1, 1): "1", (2, 0): "乙", (2, 1): "2",
    }  # fmt: skip
    assert grid(read('{"a": 1}\n{"a": 2}\n', "jsonl")) == {(0, 0): "a", (1, 0): "1", (2, 0): "2"}
    assert grid(read('[["m", "v"], ["x", 5]]', "json"))[1, 1] == "5"
    prose = read('{"text": "It rose 5%. It fell \\u0036%."}', "json")
    assert [(b.kind, b.text) for b in prose.blocks] == [(BlockKind.PARAGRAPH, "It rose 5%. It fell 6%.")]
    assert read("", "json").blocks == ()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"a": 1,\n x}', ":2:2"),
        ("[1,", ":1:4"),
        ("[" * 100_000, ":1:101"),
        ('{"a": "x\ny"}', ":1:7"),
        ("{} nope", ":1:4"),
    ],
)
def test_broken_json_names_the_place(text: str, where: str) -> None:
    with pytest.raises(InputError, match=where):
        read(text, "json", name="data.json")
