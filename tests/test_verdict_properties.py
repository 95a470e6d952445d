"""What must never change a verdict: how a number is written, the order of sources, what stands around."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck import Tolerance, sources

if TYPE_CHECKING:
    from decimal import Decimal

FORMS = [
    "397B",
    "397 billion",
    "three hundred and ninety-seven billion",
    "397,000,000,000",
    "3970 亿",
    "3970亿",
    "三千九百七十亿",
]
OTHER = "Tarnwood Mills employs 5,217 people in Leeds."
AROUND = ["It is a long story.", "The weather was fine on that day.", "这是另一件事。", "Nobody asked."]


def verdicts(text: str, evidence: list[str], tolerance: Tolerance | None = None) -> list[str]:
    texts = [sources.Text(e, name=f"source {i}") for i, e in enumerate(evidence)]
    return [r.verdict.value for r in claimcheck.verify(text, texts, tolerance=tolerance).results]


@pytest.mark.parametrize("claimed", FORMS)
@pytest.mark.parametrize("found", FORMS)
def test_a_number_means_the_same_however_it_is_written(claimed: str, found: str) -> None:
    assert verdicts(f"Lodestar-3 has {claimed} parameters.", [f"Lodestar-3 has {found} parameters."]) == [
        "confirmed"
    ]
    assert verdicts(f"Lodestar-3 has {claimed} parameters.", ["Lodestar-3 has 412 billion parameters."]) == [
        "contradicted"
    ]


@given(
    st.permutations(
        [OTHER, "Tarnwood Mills employs 5,300 people in Leeds.", "塔恩木业有员工五人。", "Nothing at all."]
    )
)
@settings(max_examples=24, deadline=None)
def test_the_order_of_sources_changes_nothing(evidence: list[str]) -> None:
    assert verdicts(OTHER, evidence) == ["disputed"]


@given(st.lists(st.sampled_from(AROUND), max_size=3), st.lists(st.sampled_from(AROUND), max_size=3))
@settings(max_examples=25, deadline=None)
def test_sentences_around_change_nothing(before: list[str], after: list[str]) -> None:
    text = " ".join([*before, OTHER, *after])
    assert verdicts(text, [OTHER]) == ["confirmed"]
    assert verdicts(OTHER, [text]) == ["confirmed"]


@given(
    st.sampled_from(
        [
            "Quill Motors sold 12,000 cars in 2019.",
            "奎尔汽车2019年售出1.2万辆。",
            "| a | b |\n|---|---|\n| x | 5,217 |",
        ]
    )
)
@settings(max_examples=10, deadline=None)
def test_an_unrelated_source_changes_nothing(unrelated: str) -> None:
    assert verdicts(OTHER, [OTHER, unrelated]) == ["confirmed"]
    assert verdicts(OTHER, ["Tarnwood Mills employs 4,100 people in Leeds.", unrelated]) == ["contradicted"]
    assert verdicts(OTHER, [unrelated]) == ["unverified"]


@given(st.integers(100, 999), st.integers(100, 999), st.decimals(0, 1, places=3), st.decimals(0, 1, places=3))
@settings(max_examples=60, deadline=None)
def test_a_wider_tolerance_never_ends_an_agreement(
    claimed: int, found: int, one: Decimal, other: Decimal
) -> None:
    text, evidence = f"Tarnwood Mills employs {claimed} people.", [f"Tarnwood Mills employs {found} people."]
    narrow, wide = sorted((one, other))
    if verdicts(text, evidence, Tolerance(relative=narrow)) == ["confirmed"]:
        assert verdicts(text, evidence, Tolerance(relative=wide)) == ["confirmed"]


def test_the_same_input_gives_the_same_bytes() -> None:
    texts = [sources.Text(OTHER, name="a"), sources.Text("Tarnwood Mills employs 5,300 people.", name="b")]
    first = claimcheck.verify(OTHER, texts).model_dump_json()
    assert first == claimcheck.verify(OTHER, texts).model_dump_json()
