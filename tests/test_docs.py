"""The documents keep up with the code: links lead somewhere, and the words are the code's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.records.verdict import MARKS, Verdict

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
DECISIONS = sorted((DOCS / "adr").glob("[0-9]*.md"))
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def rows(page: Path, heading: str) -> list[list[str]]:
    """Return the cells of the table under a heading, without its two head lines."""
    section = page.read_text("utf-8").split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_repository_lead_to_a_file(page: Path) -> None:
    prose = _CODE.sub("", page.read_text("utf-8"))
    targets = [link.partition("#")[0] for link in _LINK.findall(prose) if "://" not in link]
    missing = [target for target in targets if target and not (page.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_two_commands_come_first(name: str) -> None:
    title, nothing, fence, demo, test = (ROOT / name).read_text("utf-8").splitlines()[:5]
    assert (title, nothing, fence) == ("# claimcheck", "", "```sh")
    assert demo.startswith("make demo ")
    assert test.startswith("make test ")


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_demo_is_shown_as_it_prints(name: str) -> None:
    printed = (ROOT / "fixtures/articles/zh/qwen3.5-397b.golden.zh.md").read_text("utf-8").splitlines()
    block = (ROOT / name).read_text("utf-8").split("<!-- demo:start -->")[1].split("<!-- demo:end -->")[0]
    shown = [line for line in block.splitlines() if line.startswith(("|", "共"))]
    kept = [line for line in shown if line != "| … | … | … |"]
    assert len(kept) > 5
    assert [line for line in kept if line not in printed] == []


def test_glossary_names_the_verdicts_as_the_reports_do() -> None:
    table = [row[:3] for row in rows(DOCS / "glossary.md", "Verdicts")]
    assert table == [[verdict.value, MARKS[verdict].symbol, MARKS[verdict].zh] for verdict in Verdict]


def test_glossary_lists_every_kind_and_every_modifier() -> None:
    assert [row[0] for row in rows(DOCS / "glossary.md", "Kinds of quantity")] == [*QuantityKind]
    assert [row[0] for row in rows(DOCS / "glossary.md", "Modifiers")] == [*Modifier]


def test_architecture_names_every_stage() -> None:
    page = (DOCS / "architecture.md").read_text("utf-8")
    folder = ROOT / "src/claimcheck/stages"
    stages = {path.stem for path in folder.iterdir() if not path.stem.startswith("_")}
    assert {stage for stage in stages if stage not in page} == set()


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_parts_and_stands_in_the_index(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.startswith(f"# {int(page.stem[:4])}. ")
    assert re.findall(r"^(?:Status: \w+|## \w+)$", text, re.MULTILINE) == [
        "Status: accepted",
        "## Context",
        "## Decision",
        "## Consequences",
    ]
    assert f"]({page.name})" in (DOCS / "adr/README.md").read_text("utf-8")
