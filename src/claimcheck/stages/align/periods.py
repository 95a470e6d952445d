"""Compares the periods of a claim and a fact."""

from __future__ import annotations

import re

from claimcheck.records.comparison import Comparison, Outcome
from claimcheck.records.evidence import Stance
from claimcheck.stages.align.names import Match

_ISO = re.compile(r"(?:FY)?(\d{4})(?:-(?:(Q\d)|(H\d)|(\d{2})(?:-(\d{2}))?))?$")


def compare_times(
    claimed: str | None,
    found: str | None,
    claim_date: str | None,
    fact_date: str | None,
    *,
    inherited: bool = False,
) -> Match:
    """Say whether a fact's period can be the claim's.

    A claim that names its period needs that period in the fact or in its source's date. A claim that names none
    fits a fact of the time its own document speaks from: the same year or the one before.

    Args:
        claimed: ISO period of the claim, or None.
        found: ISO period of the fact, or None.
        claim_date: ISO date of the claim's document, or None.
        fact_date: ISO date of the fact's source, or None.
        inherited: the claim does not name its period itself: the sentence before it does.
    """
    if claimed is None and found is None:
        return Match.SAME
    if claimed is not None and found is not None:
        return _both(claimed, found)
    if claimed is not None:
        if inherited:
            return Match.LOOSE
        return Match.LOOSE if fact_date and _within(fact_date, claimed) else Match.UNSURE
    if claim_date is None:
        return Match.LOOSE
    gap = _years_apart(found or "", claim_date)
    return Match.LOOSE if gap is not None and gap in (0, 1) else Match.UNSURE


def _both(claimed: str, found: str) -> Match:
    a, b = claimed.removeprefix("FY"), found.removeprefix("FY")
    if a == b:
        return Match.SAME if claimed == found else Match.LOOSE
    if "/" in a or "/" in b:
        return Match.DIFFERENT
    short, long = sorted((a, b), key=len)
    if re.fullmatch(r"\d{4}-\d{2}", short) and long.startswith(short):
        return Match.LOOSE  # a month and a day in it: a part of a date does not clash with the whole
    if a.startswith("-") or b.startswith("-"):
        return Match.LOOSE if a.lstrip("-") in b or b.lstrip("-") in a else Match.DIFFERENT
    if re.fullmatch(r"\d{4}", short) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", long) and long.startswith(short):
        return Match.UNSURE  # a day's figure may stand for the year, or not
    return Match.DIFFERENT


def _within(date: str, period: str) -> bool:
    return bool(_ISO.match(period)) and date.startswith(period.removeprefix("FY"))


def _years_apart(period: str, date: str) -> int | None:
    years = re.findall(r"\d{4}", period)
    return int(date[:4]) - int(years[-1]) if years and date[:4].isdigit() else None


def compare_dates(claimed: str, found: str) -> Comparison:
    """Compare two dates by the parts that both sides state: a year does not clash with a day in it.

    >>> compare_dates("2020-11", "2020-11-30").stance.value, compare_dates("2020-11", "2020-10-30").stance.value
    ('supports', 'refutes')
    """
    a, b = claimed.split("-"), found.split("-")
    if a[: len(b)] != b[: len(a)]:
        return Comparison(stance=Stance.REFUTES, outcome=Outcome.APART)
    if len(a) > len(b):
        return Comparison(stance=Stance.NEUTRAL, outcome=Outcome.COARSE)
    return Comparison(stance=Stance.SUPPORTS, outcome=Outcome.EQUAL)
