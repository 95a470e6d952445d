"""The spec tables of quantities and times: every case of ``fixtures/specs/*/quantities*.toml``.

``known_gap`` is a strict expected failure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from labels import SPECS, labelled, quantity_differences

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[Any]:
    for case in labelled(SPECS, "quantities"):
        gap = case.labels.get("known_gap")
        marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
        yield pytest.param(case.language, case.labels, marks=marks, id=case.name)


@pytest.mark.parametrize(("lang", "case"), list(cases()))
def test_quantities_are_read_as_specified(lang: str, case: dict[str, Any]) -> None:
    assert quantity_differences(case, lang) == [], case.get("why", "")
