"""Which file is read how, and what is said when it cannot be."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Any

import pytest
from effort import effort

from claimcheck.errors import ConfigError, InputError, MissingFileError, UndecodableError
from claimcheck.formats.encoding import decode
from claimcheck.records.document import Format
from claimcheck.stages.read import read

if TYPE_CHECKING:
    from pathlib import Path

ZH = "营收增长 12%，达到 3970 亿元。"
ZH_HANT = "營收增長 12%，達到 3970 億元，較去年同期為高。"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", Format.MARKDOWN), ("a.HTM", Format.HTML), ("a.csv", Format.CSV), ("a.tsv", Format.TSV),
     ("a.jsonl", Format.JSON), ("a.txt", Format.PLAIN), ("a.xyz", Format.PLAIN), ("README", Format.PLAIN)],
)  # fmt: skip
def test_suffixes(tmp_path: Path, name: str, expected: Format) -> None:
    path = tmp_path / name
    path.write_text("1", "utf-8")
    document = read(path)
    assert document.format is expected
    assert document.name == str(path)


def test_a_string_is_text() -> None:
    assert read("a.csv").format is Format.MARKDOWN
    assert read("# 5 < 6", "html").blocks[0].text == "# 5 < 6"
    assert read("a", ".TXT").format is Format.PLAIN


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"none\.md"):
        read(tmp_path / "none.md")
    with pytest.raises(InputError):
        read(tmp_path)
    with pytest.raises(ConfigError, match=r"Did you mean 'html'.*csv, html, json"):
        read("a", "htlm")
    nothing: Any = None
    with pytest.raises(InputError, match="NoneType"):
        read(nothing)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_chinese_encodings(encoding: str) -> None:
    assert decode(ZH.encode(encoding), "a.txt") == ZH


@pytest.mark.parametrize("encoding", ["big5", "utf-16-le", "gb18030"])
def test_traditional_chinese(encoding: str) -> None:
    assert decode(ZH_HANT.encode(encoding), "a.txt") == ZH_HANT


def test_other_encodings() -> None:
    english = "Café naïve – up 12% to €5"
    assert decode(english.encode("cp1252"), "a.txt") == english
    assert decode(english.encode("cp1252"), "a.txt", "ISO-8859-1") == english
    assert decode(ZH.encode("gbk"), "a.html", "GB2312") == ZH
    assert decode(ZH.encode("utf-8"), "a.html", "no-such") == ZH
    page = f'<meta charset="big5">{ZH_HANT}'
    assert decode(page.encode("big5"), "a.html") == page
    assert decode(b"", "a.txt") == ""
    assert decode(codecs.BOM_UTF32_LE + ZH.encode("utf-32-le"), "a.txt") == ZH


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0", b"ab\0cd", bytes(range(256)) * 4, b"\xff\xfea"])
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data, "x.bin")
    assert caught.value.path == "x.bin"


@pytest.mark.parametrize(
    ("piece", "text_format"),
    [
        *(
            (piece, "html")
            for piece in ("<a ", "<div>", "&amp;", "<!--", '<a ">" ', "<td rowspan=999 colspan=99>", "<form>")
        ),
        *((piece, "markdown") for piece in ("[", "*", "`a", "> ", "<a ", "\\", "[^", "a@", "|a", "（1）\n")),
        *((piece, "csv") for piece in ('"', '"a,', ",", "\n")),
        *((piece, "plain") for piece in ("1", "(1", "1、", "\n")),
    ],
)
def test_hostile_input_is_linear_work(piece: str, text_format: str) -> None:
    def taken(size: int) -> int:
        text = piece * (size // len(piece))
        return effort(lambda: read(text, text_format))

    taken(100)  # tables are loaded when first asked for
    assert (
        taken(16_000) < 6 * taken(4_000) + 1_000
    )  # linear is 4, quadratic 16; what every text costs is in the last
