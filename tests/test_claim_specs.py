"""Runs the claim tables: text in, claims with subject, metric, time and kind of statement out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from labels import SPECS, claim_differences, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[Any]:
    for case in labelled(SPECS, "claims"):
        gap = case.labels.get("known_gap")
        marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
        yield pytest.param(case.labels, marks=marks, id=case.name)


@pytest.mark.parametrize("case", list(cases()))
def test_claims_are_read_as_specified(case: dict[str, Any]) -> None:
    assert claim_differences(case) == [], case.get("why", "")
