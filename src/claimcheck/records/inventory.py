"""All the numbers of a document: its claims, those that are none with the reason, and where it disagrees with itself."""

from __future__ import annotations

from pydantic import Field

from claimcheck.records.base import Record
from claimcheck.records.claim import Claim
from claimcheck.records.report import Inconsistency


class Unclaimed(Record):
    """A number that is no claim; ``document[start:end] == text``, lines and columns count from 1.

    ``reason`` is a code: ``name``, ``date``, ``section``, ``footnote``, ``url``, ``idiom`` …
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    reason: str


class Inventory(Record):
    """What ``claimcheck extract`` lists: every number of the document stands in one of the first two lists."""

    name: str = ""
    language: str = "en"
    claims: list[Claim] = Field(default_factory=list)
    unclaimed: list[Unclaimed] = Field(default_factory=list)
    inconsistencies: list[Inconsistency] = Field(default_factory=list)
