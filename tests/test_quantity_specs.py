"""The spec tables of quantities and times: every case of ``fixtures/specs/*/quantities*.toml``.

A case names a text and the quantities that must be found in it, in order, no others. Only the keys that a case gives
are compared. ``times`` lists the ISO texts of the times found, in order; clock times and relative
periods have none and are left out. ``known_gap`` is a strict expected failure.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.stages.extract import Found, extract, load_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SPECS = Path(__file__).parent.parent / "fixtures" / "specs"
PRECISION = Decimal("1e-9")  # a written-out third is equal to 1/3 up to here


def cases() -> Iterator[pytest.param]:  # type: ignore[valid-type]  # pytest has no public name for the type
    for path in sorted(SPECS.glob("*/quantities*.toml")):
        table = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        for number, case in enumerate(table.get("case", ()), 1):
            gap = case.get("known_gap")
            marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
            yield pytest.param(
                path.parent.name, case, marks=marks, id=f"{path.parent.name}-{path.stem}-{number}"
            )


def differences(case: Mapping[str, Any], lang: str) -> list[str]:
    """Return what differs between a case and the reading of its text; empty when nothing does."""
    text = str(case["text"])
    reading = extract(text, load_lexicon(), lang)
    wanted = case.get("quantities")
    problems: list[str] = []
    if wanted is not None:
        seen = [shown(text, found) for found in reading.quantities]
        if len(wanted) != len(reading.quantities):
            problems.append(f"{len(wanted)} quantities wanted, found {seen}")
        else:
            for want, found in zip(wanted, reading.quantities, strict=True):
                problems += mismatches(want, found, text)
    if "times" in case and list(case["times"]) != (isos := [time.iso for time in reading.times if time.iso]):
        problems.append(f"times {case['times']} wanted, found {isos}")
    return problems


def mismatches(want: Mapping[str, Any], found: Found, text: str) -> Iterator[str]:
    written = text[found.start : found.end]
    outer = text[found.outer_start : found.outer_end]
    if "text" in want and not (want["text"] in outer or written in want["text"]):
        yield f"{want['text']!r} wanted, found {shown(text, found)}"
    for key in ("value", "low", "high"):
        if key in want and not close(want[key], getattr(found, key)):
            yield f"{key} {want[key]} wanted, found {shown(text, found)}"
    for key in ("unit", "kind", "modifier", "direction"):
        if key in want:
            value = getattr(found, key)
            if (want[key] or None) != (str(value) if value is not None else None):
                yield f"{key} {want[key]!r} wanted, found {shown(text, found)}"


def close(wanted: object, value: Decimal | None) -> bool:
    if value is None or wanted in {None, ""}:
        return value is None and wanted in {None, ""}
    expected = Decimal(str(wanted))
    return abs(expected - value) <= PRECISION * max(abs(expected), abs(value))


def shown(text: str, found: Found) -> str:
    bounds = f" [{found.low}, {found.high}]" if found.low is not None or found.high is not None else ""
    way = f" {found.direction}" if found.direction else ""
    return f"{text[found.start : found.end]!r}={found.value}{bounds} {found.unit} {found.kind} {found.modifier}{way}"


@pytest.mark.parametrize(("lang", "case"), list(cases()))
def test_quantities_are_read_as_specified(lang: str, case: dict[str, Any]) -> None:
    assert differences(case, lang) == [], case.get("why", "")
