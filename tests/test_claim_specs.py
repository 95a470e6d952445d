"""Runs the claim tables: text in, claims with subject, metric, time and kind of statement out."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import claimcheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.records.claim import Claim

SPECS = Path(__file__).parents[1] / "fixtures" / "specs"


def cases() -> Iterator[Any]:
    for path in sorted(SPECS.glob("*/claims-*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text("utf-8"))["case"], 1):
            gap = case.get("known_gap")
            marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
            yield pytest.param(case, marks=marks, id=f"{path.parent.name}-{path.stem}-{number}")


def folded(words: str) -> str:
    """Case, width and punctuation folded; plural endings dropped."""
    text = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(re.sub(r"(?<=[a-z]{3})s$", "", w) for w in re.split(r"[\W_]+", text) if w)


def says(actual: str, wanted: str) -> bool:
    """Whether two wordings name the same thing: one holds the other, or most of its words."""
    a, b = folded(actual), folded(wanted)
    if not b:
        return True
    if b in a or (a and a in b):
        return True
    one, other = set(a.split()), set(b.split())
    if any(c > "\u3400" for c in b):
        one, other = set(a.replace(" ", "")), set(b.replace(" ", ""))
    return len(one & other) >= 0.6 * len(other)


def fits(claim: Claim, wanted: dict[str, Any]) -> list[str]:
    """Return the names of the parts that differ."""
    q = claim.quantity
    wrong = []
    for key in ("value", "low", "high"):
        if key in wanted:
            got = getattr(q, key)
            want = Decimal(wanted[key])
            if got is None or abs(got - want) > Decimal("1e-9") * max(abs(want), Decimal(1)):
                wrong.append(f"{key} {got} not {want}")
    for key, got in (("subject", claim.subject), ("metric", f"{claim.metric} {claim.frame.metric}")):
        if key in wanted and not says(got, wanted[key]):
            wrong.append(f"{key} {got!r} not {wanted[key]!r}")
    if wanted.get("time") and claim.time != wanted["time"]:
        wrong.append(f"time {claim.time} not {wanted['time']}")
    if "check_worthy" in wanted and claim.check_worthy is not wanted["check_worthy"]:
        wrong.append(f"check_worthy {claim.check_worthy}")
    if "statement" in wanted and claim.statement.value != wanted["statement"]:
        wrong.append(f"statement {claim.statement.value} not {wanted['statement']}")
    return wrong


def overlaps(claim: Claim, wanted: str, text: str, after: int) -> int:
    """Return where the wanted words stand if the claim overlaps them, else -1."""
    at = text.find(wanted, after)
    while at >= 0:
        if at < claim.end and claim.start < at + len(wanted):
            return at
        at = text.find(wanted, at + 1)
    return -1


@pytest.mark.parametrize("case", list(cases()))
def test_claims(case: dict[str, Any]) -> None:
    text = case["text"].lstrip("\n")
    claims = claimcheck.extract_claims(text)
    wanted = case["claims"]
    got = [(c.text, c.subject, c.metric) for c in claims]
    assert len(claims) == len(wanted), f"{got} for {[w['text'] for w in wanted]}"
    after = 0
    for claim, want in zip(claims, wanted, strict=True):
        at = overlaps(claim, want["text"], text, after)
        assert at >= 0, f"{claim.text!r} is not {want['text']!r}: {got}"
        after = at
        assert text[claim.start : claim.end] == claim.text
        wrong = fits(claim, want)
        assert not wrong, f"{claim.text!r}: {wrong}"
