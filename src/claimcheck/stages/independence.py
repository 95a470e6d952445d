"""Counts copies of one text as one source."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.records.alignment import Alignment
    from claimcheck.records.evidence import Passage

# two quotations this alike (rapidfuzz ratio, 0-100) were copied from one another
_COPIED = 95


def independent(answers: Sequence[Alignment], passages: Sequence[Passage]) -> list[Alignment]:
    """Return one answer for each independent source, the best aligned first.

    Passages of one host, of one file, and nearly the same words are one source as long as they state the same
    number; one document that quotes two authorities is two.
    """
    ordered = sorted(
        answers, key=lambda a: (a.level != "full", a.comparison.outcome != "equal", a.passage, a.fact.start)
    )
    kept: list[Alignment] = []
    for answer in ordered:
        if not any(_same_origin(answer, other, passages) for other in kept):
            kept.append(answer)
    return kept


def _same_origin(one: Alignment, other: Alignment, passages: Sequence[Passage]) -> bool:
    a, b = passages[one.passage], passages[other.passage]
    if one.passage == other.passage or _home(a) == _home(b):
        said = one.fact.frame.attribution, other.fact.frame.attribution
        return not (all(said) and said[0] != said[1])
    return fuzz.ratio(one.fact.sentence, other.fact.sentence) >= _COPIED


def _home(passage: Passage) -> str:
    return urlsplit(passage.locator).hostname or f"{passage.source}\n{passage.locator}"
