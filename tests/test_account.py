"""Every number of a document stands in one of two lists: it is a claim, or it is none for a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.checker import take_inventory
from claimcheck.languages import load_lexicon
from claimcheck.renderers.words import words_for
from claimcheck.stages.account import numbers_written

FIXTURES = Path(__file__).parents[1] / "fixtures"
SEEDS = [FIXTURES / "articles" / "zh" / "qwen3.5-397b.md", FIXTURES / "reports" / "zh" / "qwen3.5-397b.md"]
OTHERS = sorted(
    path
    for folder in ("articles/en", "second", "domains", "arithmetic")
    for pattern in ("**/*.md", "**/*.html", "**/*.txt", "**/*.csv", "**/*.json")
    for path in (FIXTURES / folder).glob(pattern)
)


@pytest.mark.parametrize("path", SEEDS + OTHERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_number_is_accounted_for(path: Path) -> None:
    text = path.read_text("utf-8")
    inventory = take_inventory(path)
    spans = [(min(c.start, c.quantity.start), max(c.end, c.quantity.end)) for c in inventory.claims]
    spans += [(number.start, number.end) for number in inventory.unclaimed]
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    lost = [
        text[number.start : number.end]
        for number in numbers_written(text, load_lexicon())
        if not all(covered[number.start : number.end])
    ]
    assert lost == []
    for number in inventory.unclaimed:
        assert text[number.start : number.end] == number.text
        assert number.reason


@pytest.mark.parametrize("path", SEEDS, ids=["article", "report"])
def test_no_number_of_the_seeds_is_without_a_reason(path: Path) -> None:
    reasons = {number.reason for number in take_inventory(path).unclaimed}
    assert "unread" not in reasons
    for lang in ("en", "zh"):
        known = words_for(lang).tables["unclaimed"]
        assert reasons <= set(known)


def test_both_languages_have_the_same_reasons() -> None:
    assert words_for("en").tables["unclaimed"].keys() == words_for("zh").tables["unclaimed"].keys()


def test_reasons_say_what_a_number_is() -> None:
    text = (
        "---\ndate: 2025-03-01\n---\n\n# 1. Boreas-7 in brief\n\n![chart 12](img/34.png)\n\n"
        "Boreas-7 has 512 rooms since 2024 [3]. See section 4, `seed=99` and https://example.org/56.\n\n"
        "1. 一定 means certainly\n\n```\nx = 78\n```\n"
    )
    inventory = take_inventory(text)
    assert [claim.quantity.text for claim in inventory.claims] == ["512 rooms"]
    found = {number.text: number.reason for number in inventory.unclaimed}
    assert found["Boreas-7"] == "name"
    assert found["2024"] == "date"
    assert {found[text] for text in ("2025", "03", "01")} == {"front-matter"}
    assert found["img/34.png"] == "url"
    assert found["78"] == "code"
    assert any(reason == "footnote" for reason in found.values())
    assert "unread" not in found.values()


def test_a_repetition_is_linked_to_the_first_claim() -> None:
    inventory = take_inventory("Hotel Meridian has 512 rooms.\n\nHotel Meridian has 512 rooms and a bar.\n")
    first, again = inventory.claims
    assert first.repeats is None
    assert again.repeats == first.start
