"""The four verdicts, their marks and their names."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """What all the evidence together says of a claim."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    CONTRADICTED = "contradicted"
    UNVERIFIED = "unverified"


class Mark(NamedTuple):
    """How a verdict is shown."""

    symbol: str
    en: str
    zh: str


MARKS: dict[Verdict, Mark] = {
    Verdict.CONFIRMED: Mark("✅", "confirmed", "已证实"),
    Verdict.DISPUTED: Mark("⚠️", "disputed", "有争议"),
    Verdict.CONTRADICTED: Mark("⚠️", "contradicted", "与来源不符"),
    Verdict.UNVERIFIED: Mark("⚠️", "unverified", "待核实"),
}
