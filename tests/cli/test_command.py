"""The command as a shell runs it: whole processes, real files, the real checker."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = "# Hotel Meridian\n\nHotel Meridian has 512 rooms. Hotel Meridian has 7 restaurants.\n"
CHINESE = "# Boreas-70B\n\nBoreas-70B 的总参数为 700 亿。上下文长度为 128K。\n"


def claimcheck(
    *arguments: str | Path, cwd: Path, data: bytes = b"", environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("CLAIMCHECK_")}
    for key in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        clean.pop(key, None)
    return subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "claimcheck", *map(str, arguments)],
        cwd=cwd,
        env={**clean, "PYTHONUTF8": "1", **(environ or {})},
        input=data,
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.md").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "zh.md").write_text(CHINESE, encoding="utf-8")
    (tmp_path / "same.md").write_text("Hotel Meridian has 512 rooms.\n", encoding="utf-8")
    (tmp_path / "other.md").write_text("Hotel Meridian has 498 rooms.\n", encoding="utf-8")
    (tmp_path / "报告.md").write_text("Boreas-70B 的总参数量达700亿。\n", encoding="utf-8")
    return tmp_path


def one_line_error(run: subprocess.CompletedProcess[bytes]) -> str:
    assert run.returncode == 2
    assert run.stdout == b""
    error = run.stderr.decode("utf-8")
    assert error.startswith("claimcheck: ")
    assert error.count("\n") == 1
    assert "Traceback" not in error
    return error


def test_what_the_source_says_too_is_confirmed(folder: Path) -> None:
    run = claimcheck("check", "en.md", "--source", "same.md", cwd=folder)
    out = run.stdout.decode("utf-8")
    assert run.returncode == 0, run.stderr
    assert "✅ confirmed 3:" in out
    assert "same.md:1" in out
    assert "⚠️ unverified 3:" in out
    assert "\x1b" not in out
    assert run.stderr == b""


def test_findings_make_the_exit_code(folder: Path) -> None:
    assert claimcheck("check", "en.md", "-s", "other.md", cwd=folder).returncode == 1
    assert claimcheck("check", "en.md", "-s", "other.md", "-s", "same.md", cwd=folder).returncode == 1
    assert claimcheck("check", "en.md", "-s", "other.md", "--fail-on", "never", cwd=folder).returncode == 0
    assert claimcheck("check", "en.md", "-s", "same.md", "--fail-on", "warning", cwd=folder).returncode == 1
    assert claimcheck("check", "zh.md", "en.md", "-s", "other.md", cwd=folder).returncode == 1
    assert claimcheck("check", "en.md", cwd=folder).returncode == 0


def test_the_markdown_table_is_in_the_drafts_language(folder: Path) -> None:
    run = claimcheck("check", "zh.md", "-s", "报告.md", "-f", "markdown", cwd=folder)
    lines = run.stdout.decode("utf-8").splitlines()
    assert lines[0] == "| 声称 | 核实结果 | 来源 |"
    assert any("✅ 已证实" in line and "报告.md:1" in line and "700亿" in line for line in lines)
    run = claimcheck("check", "zh.md", "-s", "报告.md", "-f", "markdown", "--lang", "en", cwd=folder)
    assert run.stdout.decode("utf-8").startswith("| Claim | Verdict | Source |\n")


def test_json_is_the_report(folder: Path) -> None:
    run = claimcheck("check", "en.md", "-s", "same.md", "-f", "json", cwd=folder)
    data = json.loads(run.stdout)
    assert data["schema"] == 1
    assert data["name"] == "en.md"
    assert [result["verdict"] for result in data["results"]] == ["confirmed", "unverified"]
    again = claimcheck("check", "en.md", "-s", "same.md", "-o", "r.json", cwd=folder)
    assert again.stdout == b""
    assert (folder / "r.json").read_bytes() == run.stdout


def test_with_no_source_the_last_line_says_that_nothing_was_asked(folder: Path) -> None:
    run = claimcheck("check", "en.md", cwd=folder, environ={"COLUMNS": "200"})
    last = run.stdout.decode("utf-8").splitlines()[-1]
    assert "nothing was asked" in last
    assert run.stdout.decode("utf-8").count("⚠️ unverified") == 2


def test_standard_input_is_read_under_its_own_name(folder: Path) -> None:
    run = claimcheck("check", "-", "-s", "same.md", "-f", "json", cwd=folder, data=ENGLISH.encode("utf-8"))
    data = json.loads(run.stdout)
    assert data["name"] == "<stdin>"
    assert data["results"][0]["verdict"] == "confirmed"
    page = "<p>Hotel Meridian has <b>512</b> rooms.</p>".encode("utf-16")
    arguments = ("check", "-", "--stdin-filename", "page.html", "-s", "same.md", "-f", "json")
    data = json.loads(claimcheck(*arguments, cwd=folder, data=page).stdout)
    assert data["name"] == "page.html"
    assert data["results"][0]["verdict"] == "confirmed"


def test_an_empty_draft_has_nothing_to_check(folder: Path) -> None:
    run = claimcheck("check", "-", "--fail-on", "warning", cwd=folder, data=b"")
    assert run.returncode == 0
    assert "nothing to check" in run.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "none.md"), "none.md: no such draft"),
        (("check", "en.md", "-s", "none.csv"), "none.csv"),
        (("check", "en.md", "--lang", "xx"), "--lang: there is no output language 'xx'"),
        (("check", "en.md", "--as-of", "soon"), "--as-of: 'soon' is not an ISO date"),
        (("check", "en.md", "--tolerance", "soft"), "--tolerance: 'soft' is no tolerance"),
        (("check", "en.md", "--config", "none.toml"), "none.toml: no such configuration file"),
        (("check", "en.md", "-o", "r.xyz"), "its suffix tells no format"),
        (("check", "."), "is a folder"),
        (("extract", "none.md"), "none.md: no such draft"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    assert message in one_line_error(claimcheck(*arguments, cwd=folder))


def test_a_wrong_configuration_names_file_line_and_key(folder: Path) -> None:
    (folder / "claimcheck.toml").write_text('lang = "en"\nmin_sorces = 2\n', encoding="utf-8")
    error = one_line_error(claimcheck("check", "en.md", cwd=folder))
    assert "claimcheck.toml:2: unknown key 'min_sorces'. Did you mean 'min_sources'?" in error
    assert claimcheck("check", "en.md", "--no-config", cwd=folder).returncode == 0


def test_the_configuration_gives_sources_and_settings(folder: Path) -> None:
    (folder / "claimcheck.toml").write_text(
        'lang = "zh"\nmin_sources = 2\n[[source]]\ntype = "files"\npath = "same.md"\nrank = 2\n',
        encoding="utf-8",
    )
    run = claimcheck("check", "en.md", "-f", "json", cwd=folder.parent / folder.name)
    data = json.loads(run.stdout)
    assert data["results"][0]["verdict"] == "unverified"
    run = claimcheck("check", "en.md", "--min-sources", "1", "-f", "json", cwd=folder)
    (first, _) = json.loads(run.stdout)["results"]
    assert first["verdict"] == "confirmed"
    assert first["evidence"][0]["rank"] == 2
    assert first["evidence"][0]["locator"] == "same.md:1"
    assert "已证实" in claimcheck("check", "en.md", "--min-sources", "1", cwd=folder).stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [("check", "--formt", "x", "en.md"), ("chek",), ("check",), ("check", "en.md", "--fail-on", "x")],
)
def test_wrong_usage_is_exit_code_2(folder: Path, arguments: tuple[str, ...]) -> None:
    run = claimcheck(*arguments, cwd=folder)
    assert run.returncode == 2
    assert run.stdout == b""
    assert b"Error: " in run.stderr
    assert b"Traceback" not in run.stderr


def test_a_reader_who_goes_away_is_no_error(folder: Path) -> None:
    many = "".join(f"Hotel Number-{n} has {n} rooms.\n\n" for n in range(10, 400))
    (folder / "many.md").write_text(many, encoding="utf-8")
    for output in ("terminal", "json"):
        with subprocess.Popen(  # noqa: S603  our own command
            [sys.executable, "-m", "claimcheck", "extract", "many.md", "-f", output],
            cwd=folder,
            env={**os.environ, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 0


@pytest.mark.skipif(os.name != "posix", reason="closes streams by the shell")
def test_closed_streams_are_no_error(folder: Path) -> None:
    command = f"'{sys.executable}' -m claimcheck check en.md -s other.md >&- 2>&- <&-"
    assert subprocess.run(["/bin/sh", "-c", command], cwd=folder, check=False).returncode == 1  # noqa: S603  our own command


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_a_narrow_encoding_replaces_but_never_crashes(folder: Path, encoding: str) -> None:
    narrow = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding, "LC_ALL": "C"}
    run = claimcheck("check", "zh.md", "-s", "报告.md", cwd=folder, environ=narrow)
    assert run.returncode == 0
    assert run.stderr == b""
    assert "70B" in run.stdout.decode(encoding)
    run = claimcheck("check", "zh.md", "-f", "json", cwd=folder, environ=narrow)
    assert "总参数" in json.loads(run.stdout.decode("utf-8"))["results"][0]["claim"]["sentence"]
    run = claimcheck("check", "缺.md", cwd=folder, environ=narrow)
    assert run.returncode == 2
    assert b"Traceback" not in run.stderr


def test_colour_is_written_only_when_it_is_wanted(folder: Path) -> None:
    assert b"\x1b[" not in claimcheck("check", "en.md", cwd=folder).stdout
    assert b"\x1b[" in claimcheck("check", "en.md", cwd=folder, environ={"FORCE_COLOR": "1"}).stdout
    assert (
        b"\x1b["
        not in claimcheck("check", "en.md", cwd=folder, environ={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    )


def test_extract_lists_the_claims(folder: Path) -> None:
    run = claimcheck("extract", "zh.md", "-f", "markdown", cwd=folder)
    assert run.returncode == 0
    assert run.stdout.decode("utf-8").startswith("声称：\n\n| 行 | 原文 | 数值 |")
    data = json.loads(claimcheck("extract", "zh.md", "-f", "json", cwd=folder).stdout)
    assert data["name"] == "zh.md"
    assert [claim["quantity"]["value"] for claim in data["claims"]] == ["70000000000", "128000"]
    assert [number["reason"] for number in data["unclaimed"]] == ["name"] * len(data["unclaimed"])
    assert data["inconsistencies"] == []
    run = claimcheck("extract", "en.md", cwd=folder, environ={"COLUMNS": "120"})
    assert "restaurant" in run.stdout.decode("utf-8")


def test_the_version_and_the_help_are_told(folder: Path) -> None:
    assert claimcheck("--version", cwd=folder).stdout.startswith(b"claimcheck 0.")
    assert b"extract" in claimcheck("--help", cwd=folder).stdout


def test_help_imports_nothing_heavy(folder: Path) -> None:
    probe = (
        "import sys\nimport claimcheck\nbefore = set(sys.modules)\nfrom claimcheck.cli.app import app\n"
        "heavy = {'pydantic', 'rich.console', 'httpx', 'markdown_it', 'yaml', 'asyncio'} & set(sys.modules) - before\n"
        "print(sorted(heavy))"
    )
    run = subprocess.run([sys.executable, "-c", probe], cwd=folder, capture_output=True, check=True)  # noqa: S603  our own code
    assert run.stdout.strip() == b"[]"
