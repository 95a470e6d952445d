"""Runs the verdict tables: a claim and what its sources say in, one verdict out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck import Checker, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

SPECS = Path(__file__).parents[1] / "fixtures" / "specs"


def cases() -> Iterator[Any]:
    for path in sorted(SPECS.glob("*/verdicts*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1):
            gap = case.get("known_gap")
            marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
            yield pytest.param(case, marks=marks, id=f"{path.parent.name}-{path.stem}-{number}")


@pytest.mark.parametrize("case", list(cases()))
def test_verdict(case: dict[str, Any]) -> None:
    evidence = case["evidence"] if isinstance(case["evidence"], list) else [case["evidence"]]
    ranks = case.get("ranks", [1] * len(evidence))
    texts = [
        sources.Text(e, name=f"source {i}", rank=r)
        for i, (e, r) in enumerate(zip(evidence, ranks, strict=True), 1)
    ]
    report = Checker(texts, min_sources=case.get("min_sources", 1)).verify(case["claim"])
    assert [r.verdict.value for r in report.results] == [case["verdict"]] * len(report.results), [
        (r.reason, r.claim.subject, r.claim.metric) for r in report.results
    ]
    assert report.results
    for result in report.results:
        assert result.reason
        if "reason" in case:
            assert case["reason"] in result.reason


def test_both_languages_have_tables() -> None:
    counts = {path.parent.name for path in SPECS.glob("*/verdicts*.toml")}
    assert {"en", "zh", "any"} <= counts
