"""Every article against every other article's evidence: nothing in it may be confirmed, contradicted or disputed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import claimcheck

FIXTURES = Path(__file__).parents[1] / "fixtures"


def articles() -> dict[str, tuple[Path, list[Path]]]:
    found = {
        "seed": (FIXTURES / "articles/zh/qwen3.5-397b.md", [FIXTURES / "reports/zh/qwen3.5-397b.md"]),
        "second-zh": (FIXTURES / "second/zh/article.md", [FIXTURES / "second/zh/report.md"]),
        "second-en": (FIXTURES / "second/en/article.md", [FIXTURES / "second/en/report.md"]),
        "tables": (FIXTURES / "articles/en/article.md", sorted((FIXTURES / "sources/en").iterdir())),
    }
    for path in sorted((FIXTURES / "domains").glob("*/expected.toml")):
        sources = tomllib.loads(path.read_text("utf-8"))["sources"]
        found[path.parent.name] = (path.parent / "article.md", [path.parent / s for s in sources])
    return found


@pytest.mark.parametrize("name", articles())
def test_unrelated_evidence_decides_nothing(name: str) -> None:
    everything = articles()
    article = everything.pop(name)[0]
    with claimcheck.Checker([path for _, paths in everything.values() for path in paths]) as checker:
        report = checker.verify(article)
    assert report.results
    decided = [(r.verdict.value, r.claim.text, r.reason) for r in report.results if r.verdict != "unverified"]
    assert decided == []
