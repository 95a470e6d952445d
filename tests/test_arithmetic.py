"""The document against itself: the spec tables, articles with six errors, and articles with none."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from effort import effort

import claimcheck
from claimcheck import sources
from claimcheck.checker import take_inventory
from claimcheck.languages import load_lexicon
from claimcheck.languages.cues import load_cues
from claimcheck.languages.reasons import load_reasons
from claimcheck.languages.sums import load_sums
from claimcheck.stages.arithmetic import Layout, derivations, inconsistencies
from claimcheck.stages.decompose import claims_in
from claimcheck.stages.extract import extract
from claimcheck.stages.read import read
from claimcheck.stages.reasons import Voice

ROOT = Path(__file__).parents[1]
SPECS = ROOT / "fixtures" / "specs"
ARTICLES = ROOT / "fixtures" / "arithmetic"
SIX = ["change", "growth", "multiple", "share", "total", "two-values"]


def cases() -> list[Any]:
    found = []
    for path in sorted(SPECS.glob("*/arithmetic.toml")):
        table = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        for number, case in enumerate(table["case"]):
            gap = case.get("known_gap")
            marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
            found.append(pytest.param(case, marks=marks, id=f"{path.parent.name}-{number}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_sums_are_done_as_specified(case: dict[str, Any]) -> None:
    inventory = take_inventory(case["text"])
    found = [[one.code, one.sum] for one in inventory.inconsistencies]
    assert found == case.get("wrong", []), case.get("why", "")
    if case.get("right"):
        report = claimcheck.verify(case["text"])
        held = [result for result in report.results if " = " in result.reason and "≠" not in result.reason]
        assert held, case.get("why", "")


@pytest.mark.parametrize(
    "path", sorted(ARTICLES.glob("*/wrong*.md")), ids=lambda path: path.stem + path.parent.name
)
def test_six_errors_are_found_and_nothing_else(path: Path) -> None:
    inventory = take_inventory(path)
    assert sorted(one.code for one in inventory.inconsistencies) == SIX
    lines = path.read_text("utf-8").splitlines()
    for one in inventory.inconsistencies:
        assert one.sum in one.message
        blamed = one.claims[0]
        assert blamed.quantity.text in lines[blamed.line - 1]
    shown = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "claimcheck", "extract", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "200"},
    ).stdout
    assert all(one.sum in shown for one in inventory.inconsistencies)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_right_sums_are_no_findings(lang: str) -> None:
    assert take_inventory(ARTICLES / lang / "right.md").inconsistencies == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "fixtures").glob("domains/*/article.md")), ids=lambda path: path.parent.name
)
def test_articles_that_agree_with_themselves_have_no_finding(path: Path) -> None:
    assert take_inventory(path).inconsistencies == []


def test_the_derived_claim_alone_is_contradicted() -> None:
    report = claimcheck.verify("The score rose from 29 to 45, up 18.")
    assert [result.verdict.value for result in report.results] == ["unverified", "unverified", "contradicted"]


def test_a_source_outweighs_the_sum_and_the_finding_stays() -> None:
    note = sources.Text("The score of Boreas-7 rose by 18 points in 2024.", name="note")
    report = claimcheck.verify("In 2024 the score of Boreas-7 rose from 29 to 45, up 18 points.", [note])
    assert report.results[-1].reason_code != "contradicted_arithmetic"
    assert [one.code for one in report.inconsistencies] == ["change"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Acme had 120 stores in 2024: 45 hotels, 50 cafés and 25 bars.", "Acme had 45 hotels in 2024."),
        ("Of Acme's 120 stores in 2024, 48 (40%) are in Europe.", "Acme had 120 stores in 2024."),
    ],
)
def test_half_of_the_parts_confirm_nothing(text: str, fact: str) -> None:
    report = claimcheck.verify(text, [sources.Text(fact, name="note")])
    assert all(result.reason_code != "confirmed_derived" for result in report.results)


def test_confirmed_ends_confirm_what_follows_from_them() -> None:
    note = sources.Text(
        "Acme's revenue was $180 million in 2023. Acme's revenue was $207 million in 2024.", name="note"
    )
    report = claimcheck.verify(
        "Acme's revenue was $180 million in 2023 and $207 million in 2024, up 15%.", [note]
    )
    assert [result.verdict.value for result in report.results] == ["confirmed"] * 3
    assert report.results[-1].reason_code == "confirmed_derived"


@pytest.mark.parametrize(
    "piece",
    [
        "sold 45 units, up 5% from 40, ",
        "120: 45, 50 and 20. ",
        "45 of the 120 (40%), ",
        "up 5% ",
        "门店45家，增长5%，",
    ],
)
def test_the_sums_of_a_long_text_are_linear_work(piece: str) -> None:
    lexicon, sums = load_lexicon(), load_sums()

    def taken(times: int) -> int:
        document = read(piece * times)
        readings = {block.text: extract(block.text, lexicon) for block in document.blocks}
        found = claims_in(document, readings.__getitem__, load_cues()).claims

        def derive() -> None:
            layout = Layout(document, found, readings.__getitem__, sums)
            inconsistencies(layout, derivations(layout), Voice(load_reasons("en")))

        return effort(derive)

    assert taken(200) < 6 * taken(50)  # linear is 4, all pairs would be 16


@pytest.mark.parametrize("article", sorted((ARTICLES / "articles").glob("*.md")), ids=lambda p: p.stem)
def test_the_planted_errors_of_an_article_are_found_and_nothing_else(article: Path) -> None:
    wanted = tomllib.loads(article.with_suffix(".expected.toml").read_text("utf-8"))["finding"]
    found = [
        {(claim.line, claim.text) for claim in finding.claims}
        for finding in take_inventory(article).inconsistencies
    ]
    assert len(found) == len(wanted), found
    for error in wanted:
        assert any(
            line == error["line"] and (error["text"] in text or text in error["text"])
            for claims in found
            for line, text in claims
        ), error
