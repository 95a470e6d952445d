"""The demo: a real article against a real report, as the library, the command line and `make demo` show it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import claimcheck

if TYPE_CHECKING:
    from claimcheck.records.report import Report, Result

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLE = FIXTURES / "articles" / "zh" / "qwen3.5-397b.md"
REPORT = FIXTURES / "reports" / "zh" / "qwen3.5-397b.md"
CHANGED = [("397B 总参数", 18)]


@pytest.fixture(scope="module")
def report() -> Report:
    return claimcheck.verify(ARTICLE, [REPORT])


@pytest.fixture
def altered(tmp_path: Path) -> Path:
    """A copy of the report in which one figure is another."""
    path = tmp_path / "altered.md"
    text = REPORT.read_text("utf-8").replace("3970亿", "3980亿").replace("3970 亿", "3980 亿")
    path.write_text(text, "utf-8")
    return path


def found(report: Report, text: str) -> list[Result]:
    return [r for r in report.results if r.claim.text.startswith(text)]


def test_two_figures_are_confirmed_by_the_line_that_states_them(report: Report) -> None:
    total, active = found(report, "397B")[0], found(report, "17B")[0]
    assert (total.claim.text, total.verdict, total.symbol) == ("397B 总参数", "confirmed", "✅")
    assert (active.claim.text, active.verdict, active.symbol) == ("17B 活跃参数", "confirmed", "✅")
    assert "3970" in total.reason
    assert "170" in active.reason
    lines = REPORT.read_text("utf-8").splitlines()
    for result, number in ((total, "3970"), (active, "170")):
        for evidence in result.evidence:
            path, _, line = evidence.locator.rpartition(":")
            assert path.endswith("qwen3.5-397b.md")
            assert number in lines[int(line) - 1]


@pytest.mark.parametrize(
    "text",
    [
        "45 分",
        "第三名",
        "50 分",
        "47 分",
        "29 分",
        "16 分",
        "1221",
        "860",
        "361",
        "-32",
        "-1",
        "30%",
        "22%",
        "88%",
        "90%",
        "1T",
        "32B",
        "744B",
        "40B",
    ],
)
def test_what_the_report_does_not_say_is_unverified(report: Report, text: str) -> None:
    results = found(report, text)
    assert results
    for result in results:
        assert (result.verdict, result.symbol) == ("unverified", "⚠️")
        assert "没有提到" in result.reason
        assert result.evidence == []


@pytest.mark.parametrize(("text", "sum_"), [("16 分", "45 分 − 29 分 = 16"), ("361", "1221 − 860 = 361")])
def test_changes_follow_from_the_article_itself(report: Report, text: str, sum_: str) -> None:
    (result,) = found(report, text)
    assert result.verdict == "unverified"
    assert sum_ in result.reason
    assert "尚未证实" in result.reason


def test_nothing_else_is_claimed(report: Report) -> None:
    text = ARTICLE.read_text("utf-8")
    lines = text.splitlines()
    claimed = {(r.claim.line, r.claim.text) for r in report.results} | {
        (c.line, c.text) for c in report.skipped
    }
    for line, words in claimed:
        source = lines[line - 1]
        assert line > 12, "front matter"
        assert not source.startswith(("![", "#", "|")), source
        assert words in text
        assert not any(name in words for name in ("Qwen", "K2.5", "GLM", "三方", "一代"))
    assert not [
        r
        for r in report.results
        if r.claim.start and text[r.claim.start - 1] in "-." and text[r.claim.start - 2].isalnum()
    ]
    assert report.inconsistencies == []


def test_one_changed_figure_changes_one_verdict(report: Report, altered: Path) -> None:
    other = claimcheck.verify(ARTICLE, [altered])
    changed = [
        (r.claim.text, r.claim.line)
        for r, before in zip(other.results, report.results, strict=True)
        if r.verdict is not before.verdict
    ]
    assert changed == CHANGED
    result = found(other, "397B")[0]
    assert (result.verdict, result.symbol) == ("contradicted", "⚠️")
    assert "3980" in result.reason
    assert "397B" in result.reason


def test_two_reports_that_differ_are_a_dispute(report: Report, altered: Path) -> None:
    both = claimcheck.verify(ARTICLE, [REPORT, altered])
    disputed = [r for r in both.results if r.verdict == "disputed"]
    assert [(r.claim.text, r.claim.line) for r in disputed] == CHANGED
    reason = disputed[0].reason
    assert all(word in reason for word in ("3970", "3980", "qwen3.5-397b.md", "altered.md"))
    assert [r.verdict for r in both.results if r.verdict == "confirmed"] == [
        r.verdict for r in report.results if r.verdict == "confirmed" and r.claim.text != "397B 总参数"
    ]


def command(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "claimcheck", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_line_says_the_same(altered: Path) -> None:
    plain = command("check", ARTICLE, "--source", REPORT, "--format", "markdown")
    assert plain.returncode == 0
    assert "| 声称 | 核实结果 | 来源 |" in plain.stdout
    assert sum("✅ 已证实" in line and "397B 总参数" in line for line in plain.stdout.splitlines()) == 1
    wrong = command("check", ARTICLE, "--source", altered, "--format", "markdown")
    assert wrong.returncode == 1
    assert sum("与来源不符" in line for line in wrong.stdout.splitlines() if line.startswith("|")) == 1
    both = command("check", ARTICLE, "--source", REPORT, "--source", altered, "--format", "markdown")
    assert both.returncode == 1
    assert sum("有争议" in line for line in both.stdout.splitlines() if line.startswith("|")) == 1


def test_no_source_asks_nothing() -> None:
    alone = command("check", ARTICLE, "--format", "markdown")
    assert alone.returncode == 0
    rows = [line for line in alone.stdout.splitlines() if line.startswith("|")][2:]
    assert rows
    assert all("待核实" in row for row in rows)
    assert "没有向任何来源查询" in alone.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang: str) -> None:
    golden = ARTICLE.with_name(f"qwen3.5-397b.golden.{lang}.md")
    root = Path(__file__).parents[1]
    said = subprocess.run(  # noqa: S603  our own command
        [
            sys.executable,
            "-m",
            "claimcheck",
            "check",
            str(ARTICLE.relative_to(root)),
            "--source",
            str(REPORT.relative_to(root)),
            "--format",
            "markdown",
            "--lang",
            lang,
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=root,
    ).stdout
    assert said == golden.read_text("utf-8")
