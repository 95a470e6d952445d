"""The check command around a checker that says what it is told to: settings, languages, exit codes, outputs."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.cli.check import exit_code, run_check
from claimcheck.cli.options import FailOn, OutputFormat, Request
from claimcheck.errors import ConfigError, InputError, MissingFileError, UndecodableError
from claimcheck.records.claim import Claim
from claimcheck.records.evidence import Failure
from claimcheck.records.quantity import Quantity
from claimcheck.records.report import Inconsistency, Report, Result
from claimcheck.records.tolerance import Tolerance
from claimcheck.records.verdict import Verdict
from claimcheck.renderers import RENDERERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.config import Settings
    from claimcheck.records.document import Format

CLAIM = Claim(
    text="512 rooms",
    start=0,
    end=9,
    line=1,
    quantity=Quantity(text="512 rooms", start=0, end=9, value=Decimal(512), unit="room"),
)


def report(*verdicts: str, language: str = "en", inconsistent: bool = False) -> Report:
    results = [Result(claim=CLAIM, verdict=Verdict(verdict), reason="So it is.") for verdict in verdicts]
    found = (
        [Inconsistency(code="total", claims=[CLAIM], sum="1 + 1 = 2", message="Sum.")] if inconsistent else []
    )
    return Report(language=language, results=results, inconsistencies=found)


class Fake:
    """Answers with one report, and remembers what it was asked."""

    def __init__(self, answer: Report | Exception) -> None:
        self.answer = answer
        self.settings: list[Settings] = []
        self.asked: list[tuple[str | Path, Format | None]] = []

    @contextmanager
    def __call__(self, settings: Settings) -> Iterator[Fake]:
        """Stand in for making a checker."""
        self.settings.append(settings)
        yield self

    def verify(self, text: str | Path, format: Format | None = None) -> Report:  # noqa: A002  the library's own name
        """Answer."""
        self.asked.append((text, format))
        if isinstance(self.answer, Exception) and "bad" in str(text):
            raise self.answer
        return self.answer if isinstance(self.answer, Report) else report("confirmed")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text("512 rooms", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("verdicts", "inconsistent", "error", "warning"),
    [
        ((), False, 0, 0),
        (("confirmed",), False, 0, 0),
        (("confirmed", "unverified"), False, 0, 1),
        (("confirmed", "disputed"), False, 1, 1),
        (("contradicted", "confirmed"), False, 1, 1),
        (("confirmed",), True, 1, 1),
        ((), True, 1, 1),
    ],
)
def test_the_exit_code_follows_from_the_verdicts(
    verdicts: tuple[str, ...], *, inconsistent: bool, error: int, warning: int
) -> None:
    found = report(*verdicts, inconsistent=inconsistent)
    assert exit_code(found, FailOn.ERROR) == error
    assert exit_code(found, FailOn.WARNING) == warning
    assert exit_code(found, FailOn.NEVER) == 0


def test_a_source_that_could_not_be_asked_is_no_finding() -> None:
    failure = Failure(source="web", locator="https://example.org", reason="timed out")
    assert exit_code(report("unverified").model_copy(update={"failures": [failure]}), FailOn.ERROR) == 0


def test_formats_on_the_command_line_are_the_renderers() -> None:
    assert {output.value for output in OutputFormat} == set(RENDERERS)


def test_settings_rise_from_file_to_environment_to_options(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (draft.parent / "claimcheck.toml").write_text(
        'lang = "zh"\nmin_sources = 3\nas_of = "2024"\nsource = ["a.csv"]\n[tolerance]\ndefault = "5%"\nkm = 1\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("CLAIMCHECK_MIN_SOURCES", "4")
    monkeypatch.setenv("CLAIMCHECK_AS_OF", "2025")
    fake = Fake(report("confirmed"))
    request = Request((draft,), strict=True, as_of="2026-02-18", tolerance="1%", sources=("b.csv",))
    assert run_check(request, fake) == 0
    (settings,) = fake.settings
    assert settings.lang == "zh"
    assert settings.min_sources == 4
    assert settings.strict
    assert settings.as_of == "2026-02-18"
    assert settings.sources == ("b.csv",)
    assert settings.tolerance == Tolerance(relative=Decimal("0.01"))
    assert settings.tolerances == {"km": Tolerance(absolute=Decimal(1))}
    assert "已证实" in capsys.readouterr().out


def test_no_config_reads_none_and_config_reads_that_one(draft: Path, tmp_path: Path) -> None:
    (draft.parent / "claimcheck.toml").write_text("min_sources = 3\n", encoding="utf-8")
    other = tmp_path / "other.toml"
    other.write_text("min_sources = 5\n", encoding="utf-8")
    fake = Fake(report("confirmed"))
    run_check(Request((draft,), no_config=True), fake)
    run_check(Request((draft,), config=other), fake)
    run_check(Request((draft,)), fake)
    assert [settings.min_sources for settings in fake.settings] == [1, 5, 3]
    with pytest.raises(MissingFileError, match="no such configuration file"):
        run_check(Request((draft,), config=tmp_path / "none.toml"), fake)


def test_the_language_is_the_options_then_the_drafts(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fake = Fake(report("unverified", language="zh"))
    run_check(Request((draft,)), fake)
    assert "待核实" in capsys.readouterr().out
    run_check(Request((draft,), lang="en"), fake)
    assert "unverified" in capsys.readouterr().out
    with pytest.raises(ConfigError, match=r"^--lang: there is no output language 'xx'"):
        run_check(Request((draft,), lang="xx"), fake)
    assert len(fake.asked) == 2


def test_several_drafts_give_one_report_each_and_the_worst_code(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = draft.parent / "bad.md"
    bad.write_bytes(b"\xff")
    fake = Fake(UndecodableError("bad.md", 0))
    assert run_check(Request((bad, draft), format=OutputFormat.JSON), fake) == 2
    out, err = capsys.readouterr()
    assert json.loads(out)["name"] == str(draft)
    assert err.startswith("claimcheck: bad.md: byte 0")
    assert len(fake.settings) == 1
    assert run_check(Request((draft, draft), format=OutputFormat.JSON), fake) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    run_check(Request((draft, draft)), fake)
    assert capsys.readouterr().out.count("1 claim: 1 confirmed.") == 2


def test_the_file_suffix_chooses_the_format(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fake = Fake(report("confirmed"))
    for name, start in (("r.md", "| Claim |"), ("r.json", '{\n  "schema": 1,'), ("r.txt", str(draft))):
        run_check(Request((draft,), output=draft.parent / name), fake)
        written = (draft.parent / name).read_text("utf-8")
        unwrapped = written.replace("\n", "") if name == "r.txt" else written  # a long path is wrapped
        assert unwrapped.startswith(start)
    run_check(Request((draft,), output=draft.parent / "r.xyz", format=OutputFormat.MARKDOWN), fake)
    assert (draft.parent / "r.xyz").read_text("utf-8").startswith("| Claim |")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("r.xyz", "its suffix tells no format. Use --format"),
        ("draft.md", "is the draft itself"),
        ("none/r.md", "cannot be written"),
    ],
)
def test_an_output_that_cannot_be_is_refused(draft: Path, output: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        run_check(Request((draft,), output=draft.parent / output), Fake(report("confirmed")))
    assert draft.read_text("utf-8") == "512 rooms"


def test_drafts_that_are_not_there_are_told_before_any_work(draft: Path) -> None:
    fake = Fake(report("confirmed"))
    with pytest.raises(MissingFileError, match="no such draft"):
        run_check(Request((draft, draft.parent / "none.md")), fake)
    with pytest.raises(InputError, match="is a folder"):
        run_check(Request((draft.parent,)), fake)
    with pytest.raises(InputError, match="only once"):
        run_check(Request((Path("-"), Path("-"))), fake)
    assert not fake.asked


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (Request((), as_of="soon"), "^--as-of: 'soon' is not an ISO date"),
        (Request((), tolerance="soft"), "^--tolerance: 'soft' is no tolerance"),
    ],
)
def test_wrong_options_are_named(draft: Path, request_: Request, message: str) -> None:

    with pytest.raises(ConfigError, match=message):
        run_check(replace(request_, drafts=(draft,)), Fake(report("confirmed")))
