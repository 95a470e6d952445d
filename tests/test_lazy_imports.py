"""Heavy libraries are loaded by what needs them, never by ``import claimcheck``."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"httpx", "ddgs", "rich", "typer", "markdown_it", "rapidfuzz", "yaml"}
NETWORK = {"httpx", "ddgs", "primp", "tenacity"}
COMMAND_LINE = {"rich", "typer"}


def loaded_by(program: str) -> set[str]:
    """Run a program in a fresh interpreter and return the top-level modules it has loaded."""
    report = "import sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", f"{program}\n{report}"], capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_check_itself_sees_a_module_that_is_loaded() -> None:
    assert "httpx" in loaded_by("import httpx")


def test_import_loads_nothing_heavy() -> None:
    assert loaded_by("import claimcheck") & HEAVY == set()


@pytest.mark.parametrize("text", ["It grew by 12% to 3.9 million.", "增长 12%，达到 390 万。"])
def test_extraction_loads_no_network_and_no_command_line(text: str) -> None:
    loaded = loaded_by(f"import claimcheck\nassert claimcheck.extract_quantities({text!r})")
    assert loaded & (NETWORK | COMMAND_LINE) == set()


@pytest.mark.parametrize(
    ("draft", "source"),
    [("It has 201 rooms.", "The hotel has 201 rooms."), ("酒店有 201 间客房。", "酒店共有 201 间客房。")],
)
def test_a_check_against_texts_loads_no_network_and_no_command_line(draft: str, source: str) -> None:
    loaded = loaded_by(
        "import claimcheck\n"
        f"report = claimcheck.verify({draft!r}, sources=[claimcheck.sources.Text({source!r}, name='note')])\n"
        "assert report.results"
    )
    assert loaded & (NETWORK | COMMAND_LINE) == set()
