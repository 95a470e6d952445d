"""The library as it is called: in an event loop, on bad input, with sources that fail."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

import claimcheck
from claimcheck import Checker, ClaimcheckError, sources
from claimcheck.errors import ConfigError, InputError, MissingFileError, SourceError, UnknownSourceError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimcheck.records.evidence import Passage, Query

TEXT = "Tarnwood Mills employs 5,217 people."


def test_inside_a_running_event_loop() -> None:
    async def notebook() -> str:
        report = claimcheck.verify(TEXT, [sources.Text(TEXT)])
        awaited = await claimcheck.averify(TEXT, [sources.Text(TEXT)])
        assert report == awaited
        return report.results[0].verdict.value

    assert asyncio.run(notebook()) == "confirmed"


@pytest.mark.parametrize("text", ["", "   \n\n", "No figures here.", "这里没有数字。"])
def test_nothing_to_check(text: str) -> None:
    report = claimcheck.verify(text, [sources.Text("5 people")])
    assert report.results == []
    assert report.ok
    assert report.summary in ("There was nothing to check.", "没有可核查的数字。")


def test_no_source_asks_nothing() -> None:
    report = claimcheck.verify(TEXT)
    assert [r.reason_code for r in report.results] == ["nothing_asked"]
    assert "nothing was asked" in report.summary


@pytest.mark.parametrize("text", [None, 5, b"bytes", ["list"]])
def test_what_is_no_text(text: object) -> None:
    with pytest.raises(InputError, match="must be a str"):
        claimcheck.verify(text)  # type: ignore[arg-type]  # the point of the test


def test_missing_files(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"nowhere\.md"):
        claimcheck.verify(tmp_path / "nowhere.md")
    with pytest.raises(MissingFileError, match=r"nowhere\.csv"):
        claimcheck.verify(TEXT, [tmp_path / "nowhere.csv"])
    with pytest.raises(MissingFileError, match=r"nowhere\.csv"):
        claimcheck.verify(TEXT, [str(tmp_path / "nowhere.csv")])


def test_prose_is_no_source() -> None:
    with pytest.raises(UnknownSourceError, match=r"sources\.Text"):
        claimcheck.verify(TEXT, ["The mill employs 5,217 people in all."])
    with pytest.raises(UnknownSourceError, match=r"sources\.Text"):
        claimcheck.verify(TEXT, ["工厂有5217名员工。"])
    with pytest.raises(UnknownSourceError, match="registered"):
        claimcheck.verify(TEXT, ["duckduckwent"])


def test_unknown_options() -> None:
    with pytest.raises(ConfigError, match="en, zh"):
        claimcheck.verify(TEXT, lang="fr")
    with pytest.raises(ConfigError, match="markdown"):
        claimcheck.verify(TEXT, format="markdwon")
    with pytest.raises(ConfigError, match="at least 1"):
        Checker([], min_sources=0)
    with pytest.raises(TypeError):
        claimcheck.verify(TEXT, sorces=[])  # type: ignore[call-arg]  # the point of the test


def test_an_undecodable_draft_is_an_error_and_an_undecodable_source_a_failure(tmp_path: Path) -> None:
    image = tmp_path / "picture.md"
    image.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    with pytest.raises(ClaimcheckError, match=r"picture\.md"):
        claimcheck.verify(image)
    report = claimcheck.verify(TEXT, [image, sources.Text(TEXT, name="register")])
    assert [r.verdict.value for r in report.results] == ["confirmed"]
    (failure,) = report.failures
    assert "picture.md" in failure.locator
    assert [a.state for a in report.asked] == ["failed", "found"]


def test_a_gbk_source_is_read(tmp_path: Path) -> None:
    path = tmp_path / "公告.txt"
    path.write_bytes("塔恩木业现有员工5217人，主要从事木材加工。".encode("gbk"))
    report = claimcheck.verify("塔恩木业现有员工5217人。", [path])
    assert [r.verdict.value for r in report.results] == ["confirmed"]


class Broken:
    """A source that cannot be asked."""

    name = "broken"
    rank = 1
    whole = False

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def search(self, query: Query) -> Sequence[Passage]:  # noqa: ARG002, D102  it never gets that far
        raise self.error


@pytest.mark.parametrize(
    "error", [SourceError("broken", "x://y", "timed out", 3), RuntimeError("bug in an adapter")]
)
def test_a_failing_source_costs_its_own_answers_only(error: Exception) -> None:
    report = claimcheck.verify(TEXT, [Broken(error), sources.Text(TEXT)])
    assert [r.verdict.value for r in report.results] == ["confirmed"]
    assert len(report.failures) == 1
    alone = claimcheck.verify(TEXT, [Broken(error)])
    assert [r.reason_code for r in alone.results] == ["all_failed"]


def test_a_folder_is_one_source_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Nothing here.")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.csv").write_text("company,employees\nTarnwood Mills,5217\nOther Mill,12\n")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "c.md").write_text("Tarnwood Mills employs 9 people.")
    report = claimcheck.verify(TEXT, [tmp_path])
    assert [a.name for a in report.asked] == ["a.md", "b.csv"]
    assert [r.verdict.value for r in report.results] == ["confirmed"]
    assert report.results[0].evidence[0].locator.endswith("sub/b.csv:2[employees]")


def test_a_checker_from_a_configuration_file(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text("company,employees,margin\nAlibaba,200000,5.1%\n")
    config = tmp_path / "claimcheck.toml"
    config.write_text(
        'lang = "en"\n[[source]]\ntype = "files"\npath = "data.csv"\n'
        '[tolerance]\n"%" = "0.2pp"\n[names]\n"阿里" = ["Alibaba"]\n',
        "utf-8",
    )
    with Checker.from_config(config) as checker:
        named = checker.verify("阿里有员工20万人。")
        near = checker.verify("Alibaba's margin was 5.0%.")
        far = checker.verify("Alibaba's margin was 4.5%.")
    assert [r.verdict.value for r in named.results] == ["confirmed"]
    assert named.language == "en"
    assert [r.reason_code for r in near.results] == ["confirmed_tolerated"]
    assert [r.verdict.value for r in far.results] == ["contradicted"]


def test_one_long_paragraph_is_read_whole() -> None:
    sentence = "Norvik carried 5 million passengers in 2023. 诺维克航运营收5亿元，同比增长3%。"
    claims = claimcheck.extract_claims(sentence * 300, format="plain")
    assert len(claims) == 3 * 300
    assert [c.start for c in claims] == sorted(c.start for c in claims)
