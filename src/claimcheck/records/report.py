"""Results, findings and the report."""

from __future__ import annotations

from pydantic import Field, computed_field

from claimcheck.records.base import Record
from claimcheck.records.claim import Claim
from claimcheck.records.evidence import AskedSource, Evidence, Failure
from claimcheck.records.verdict import MARKS, Verdict


class Result(Record):
    """One claim's verdict, its reason in one sentence, and the evidence that decided it."""

    claim: Claim
    verdict: Verdict
    reason: str
    reason_code: str = ""
    evidence: list[Evidence] = Field(default_factory=list)

    @computed_field  # type: ignore[prop-decorator]  # mypy cannot see through stacked property decorators
    @property
    def symbol(self) -> str:
        """The mark of the verdict."""
        return MARKS[self.verdict].symbol


class Inconsistency(Record):
    """A place where the document disagrees with itself."""

    code: str  # "change", "total", "share", "growth", "multiple", "two-values"
    claims: list[Claim]  # the blamed claim first
    sum: str  # the arithmetic in words: "45 − 29 = 16, not 18"
    message: str


class Report(Record):
    """Everything one run found. The same input gives the same report."""

    name: str = ""
    language: str = "en"
    results: list[Result] = Field(default_factory=list)
    inconsistencies: list[Inconsistency] = Field(default_factory=list)
    skipped: list[Claim] = Field(default_factory=list)
    failures: list[Failure] = Field(default_factory=list)
    asked: list[AskedSource] = Field(default_factory=list)
    summary: str = ""

    @computed_field  # type: ignore[prop-decorator]  # mypy cannot see through stacked property decorators
    @property
    def ok(self) -> bool:
        """True when every check-worthy claim is confirmed and the document agrees with itself."""
        return not self.inconsistencies and all(r.verdict is Verdict.CONFIRMED for r in self.results)
