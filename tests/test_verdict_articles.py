"""Whole articles against their evidence: the verdicts were written down before anything was run."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import claimcheck

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLES = {
    "second-zh": ("second/zh/article.md", ["second/zh/report.md"], "second/zh/expected.toml"),
    "second-en": (
        "second/en/article.md",
        ["second/en/report.md", "second/en/other.md"],
        "second/en/expected.toml",
    ),
    "tables-en": (
        "articles/en/article.md",
        ["sources/en/data.csv", "sources/en/page.html"],
        "articles/en/expected.toml",
    ),
}


def articles() -> dict[str, tuple[str, list[str], str]]:
    """The articles above, and every folder of ``domains`` with its own list of sources."""
    found = dict(ARTICLES)
    for path in sorted((FIXTURES / "domains").glob("*/expected.toml")):
        folder = f"domains/{path.parent.name}"
        labels = tomllib.loads(path.read_text("utf-8"))
        found[path.parent.name] = (
            f"{folder}/article.md",
            [f"{folder}/{s}" for s in labels["sources"]],
            f"{folder}/expected.toml",
        )
    return found


@pytest.mark.parametrize("name", articles())
def test_article(name: str) -> None:
    article, sources, expected = articles()[name]
    text = (FIXTURES / article).read_text("utf-8")
    report = claimcheck.verify(FIXTURES / article, [FIXTURES / s for s in sources])
    labels = tomllib.loads((FIXTURES / expected).read_text("utf-8"))
    wrong = []
    for label in labels["claim"]:
        found = [r for r in report.results if _covers(r.claim, label, text)]
        said = {r.verdict.value for r in found}
        if "known_gap" in label:
            # what is not decided yet may only be unverified or unread, never wrongly decided; and a gap that has
            # closed must be taken out of the table
            if not said <= {"unverified"} or said == {label["verdict"]}:
                wrong.append(f"{label['text']!r}: {said} for a known gap ({label['known_gap']})")
            continue
        if said != {label["verdict"]}:
            reasons = [f"{r.claim.subject} · {r.claim.metric}: {r.reason}" for r in found]
            wrong.append(
                f"{label['text']!r}: {said or 'no claim'}, not {label['verdict']} ({label['why']}) {reasons}"
            )
    for absent in labels.get("absent", []):
        if absent in labels.get("known_gaps", []):
            continue
        wrong += [
            f"{absent!r} is claimed: {r.claim.text!r}"
            for r in report.results
            if _covers(r.claim, {"text": absent}, text)
        ]
    for skipped in labels.get("skipped", []):
        if not any(
            _covers(c, skipped, text) and c.statement.value == skipped["statement"] for c in report.skipped
        ):
            wrong.append(f"{skipped['text']!r} is not skipped as {skipped['statement']}")
    assert not wrong, "\n".join(wrong)


def _covers(claim: Any, label: dict[str, Any], text: str) -> bool:
    at = text.find(label["text"])
    while at >= 0:
        line = text.count("\n", 0, at) + 1
        if at < claim.end and claim.start < at + len(label["text"]) and label.get("line", line) == line:
            return True
        at = text.find(label["text"], at + 1)
    return False
