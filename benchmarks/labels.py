"""The labelled cases of ``fixtures``, and when a reading is as a label says: one rule for tests and benchmarks.

A quantity case names a text and the quantities that must be found in it, in order, no others; a claim case does
so with claims. Only the keys that a label gives are compared. ``times`` of a quantity case lists the ISO texts of
the times found, in order; clock times and relative periods have none and are left out. The subject or the metric
of a claim is a wording or a list of wordings, any of which will do.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

import claimcheck
from claimcheck.languages import Tongue
from claimcheck.stages.extract import Found, extract

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.records.claim import Claim

FIXTURES: Final = Path(__file__).parents[1] / "fixtures"
SPECS: Final = FIXTURES / "specs"
HELD_OUT: Final = FIXTURES / "held-out"
PRECISION: Final = Decimal("1e-9")  # a written-out third is equal to 1/3 up to here


class Case(NamedTuple):
    """One labelled text.

    Attributes:
        language: the folder it stands in.
        name: language, file and number within the file.
        labels: the case as written.
    """

    language: str
    name: str
    labels: dict[str, Any]


class Numbers(Protocol):
    """What holds a number: a quantity of the library or of another tool."""

    @property
    def value(self) -> Decimal | None:
        """The scaled number; None for a range."""

    @property
    def low(self) -> Decimal | None:
        """The lower bound."""

    @property
    def high(self) -> Decimal | None:
        """The upper bound."""


def labelled(root: Path, kind: str) -> Iterator[Case]:
    """Yield the cases of one kind, ``quantities`` or ``claims``, from all languages below a folder."""
    for path in sorted([*root.glob(f"*/{kind}.toml"), *root.glob(f"*/{kind}-*.toml")]):
        table = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        for number, case in enumerate(table.get("case", ()), 1):
            yield Case(path.parent.name, f"{path.parent.name}-{path.stem}-{number}", case)


def quantity_differences(case: Mapping[str, Any], lang: str) -> list[str]:
    """Return what differs between a quantity case and the reading of its text; empty when nothing does."""
    text = str(case["text"])
    reading = extract(text, Tongue(text, lang).lexicon(text), lang)
    wanted = case.get("quantities")
    problems: list[str] = []
    if wanted is not None:
        seen = [_shown(text, found) for found in reading.quantities]
        if len(wanted) != len(reading.quantities):
            problems.append(f"{len(wanted)} quantities wanted, found {seen}")
        else:
            for want, found in zip(wanted, reading.quantities, strict=True):
                problems += _quantity_mismatches(want, found, text)
    if "times" in case and list(case["times"]) != (isos := [time.iso for time in reading.times if time.iso]):
        problems.append(f"times {case['times']} wanted, found {isos}")
    return problems


def claim_differences(case: Mapping[str, Any]) -> list[str]:
    """Return what differs between a claim case and the claims of its text; empty when nothing does."""
    text = claim_text(case)
    claims = claimcheck.extract_claims(text)
    wanted = case["claims"]
    got = [(c.text, c.subject, c.metric) for c in claims]
    if len(claims) != len(wanted):
        return [f"{len(wanted)} claims wanted, found {got}"]
    problems: list[str] = []
    after = 0
    for claim, want in zip(claims, wanted, strict=True):
        at = place(want["text"], text, claim.start, claim.end, after)
        if at < 0:
            return [*problems, f"{claim.text!r} is not {want['text']!r}: {got}"]
        after = at
        if text[claim.start : claim.end] != claim.text:
            problems.append(f"{claim.text!r} does not stand at its own offsets")
        if wrong := claim_mismatches(claim, want):
            problems.append(f"{claim.text!r}: {wrong}")
    return problems


def claim_text(case: Mapping[str, Any]) -> str:
    """Return the text of a claim case; the line break after the opening quotes is not part of it."""
    return str(case["text"]).lstrip("\n")


def claim_mismatches(claim: Claim, wanted: Mapping[str, Any]) -> list[str]:
    """Return which parts of a claim differ from its label."""
    wrong = number_mismatches(claim.quantity, wanted)
    wrong += wording_mismatches(claim, wanted)
    if wanted.get("time") and claim.time != wanted["time"]:
        wrong.append(f"time {claim.time} not {wanted['time']}")
    if "check_worthy" in wanted and claim.check_worthy is not wanted["check_worthy"]:
        wrong.append(f"check_worthy {claim.check_worthy}")
    if "statement" in wanted and claim.statement.value != wanted["statement"]:
        wrong.append(f"statement {claim.statement.value} not {wanted['statement']}")
    return wrong


def number_mismatches(numbers: Numbers, wanted: Mapping[str, Any]) -> list[str]:
    """Return which of value and bounds differ from the label."""
    return [
        f"{key} {got} not {wanted[key]}"
        for key in ("value", "low", "high")
        if key in wanted and not close(wanted[key], got := getattr(numbers, key))
    ]


def wording_mismatches(
    claim: Claim, wanted: Mapping[str, Any], keys: tuple[str, ...] = ("subject", "metric")
) -> list[str]:
    """Return which of subject and metric no wording of the label names."""
    said = {"subject": claim.subject, "metric": f"{claim.metric} {claim.frame.metric}"}
    return [
        f"{key} {said[key]!r} not {wanted[key]!r}"
        for key in keys
        if key in wanted and not any(says(said[key], wording) for wording in _wordings(wanted[key]))
    ]


def place(wanted: str, text: str, start: int, end: int, after: int = 0) -> int:
    """Return where the wanted words stand, from ``after`` on, in touch with a span; -1 if nowhere."""
    at = text.find(wanted, max(after, start - len(wanted) + 1))
    return at if at < end else -1


def close(wanted: object, value: Decimal | None) -> bool:
    """Whether a number is the labelled one, up to `PRECISION`; an empty label wants none."""
    if value is None or wanted in {None, ""}:
        return value is None and wanted in {None, ""}
    expected = Decimal(str(wanted))
    return abs(expected - value) <= PRECISION * max(abs(expected), abs(value))


def says(actual: str, wanted: str) -> bool:
    """Whether two wordings name the same thing: one holds the other, or most of its words."""
    a, b = _folded(actual), _folded(wanted)
    if not b:
        return True
    if b in a or (a and a in b):
        return True
    one, other = set(a.split()), set(b.split())
    if any(c > "\u3400" for c in b):
        one, other = set(a.replace(" ", "")), set(b.replace(" ", ""))
    return len(one & other) >= 0.6 * len(other)


def _folded(words: str) -> str:
    """Fold case, width and punctuation; drop plural endings."""
    text = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(re.sub(r"(?<=[a-z]{3})s$", "", w) for w in re.split(r"[\W_]+", text) if w)


def _wordings(label: str | list[str]) -> list[str]:
    return [label] if isinstance(label, str) else label


def _quantity_mismatches(want: Mapping[str, Any], found: Found, text: str) -> Iterator[str]:
    written = text[found.start : found.end]
    outer = text[found.outer_start : found.outer_end]
    if "text" in want and not (want["text"] in outer or written in want["text"]):
        yield f"{want['text']!r} wanted, found {_shown(text, found)}"
    for mismatch in number_mismatches(found, want):
        yield f"{mismatch} in {_shown(text, found)}"
    for key in ("unit", "kind", "modifier", "direction"):
        if key in want:
            value = getattr(found, key)
            if (want[key] or None) != (str(value) if value is not None else None):
                yield f"{key} {want[key]!r} wanted, found {_shown(text, found)}"


def _shown(text: str, found: Found) -> str:
    bounds = f" [{found.low}, {found.high}]" if found.low is not None or found.high is not None else ""
    way = f" {found.direction}" if found.direction else ""
    return f"{text[found.start : found.end]!r}={found.value}{bounds} {found.unit} {found.kind} {found.modifier}{way}"
