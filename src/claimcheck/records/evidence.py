"""What sources answer: passages, failures, and the evidence that decides a verdict."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from claimcheck.records.base import Record
from claimcheck.records.document import Format
from claimcheck.records.quantity import Quantity


class Stance(StrEnum):
    """What one fact means for one claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


class Query(Record):
    """A neutral question: it never holds the number."""

    text: str
    language: str
    subject: str = ""
    metric: str = ""
    time: str | None = None


class Passage(Record):
    """A piece of evidence text as its source gave it.

    ``locator`` leads back to it: a path, a URL, a name. ``rank`` orders trust, lower is more trusted.
    """

    source: str
    locator: str
    text: str
    format: Format = Format.MARKDOWN
    title: str = ""
    date: str | None = None
    rank: int = 1
    retrieved_at: datetime | None = None


class Failure(Record):
    """A source that could not be asked, and why."""

    source: str
    locator: str
    reason: str
    attempts: int = 1


class AskedSource(Record):
    """How one source answered: ``found`` passages, ``nothing``, or ``failed``."""

    name: str
    state: str
    passages: int = 0


class Retrieval(Record):
    """All that the sources answered."""

    passages: tuple[Passage, ...] = ()
    failures: tuple[Failure, ...] = ()
    asked: tuple[AskedSource, ...] = ()


class Evidence(Record):
    """A fact that was compared with a claim, quoted where it stands."""

    source: str
    locator: str
    text: str
    quantity: Quantity
    stance: Stance
    retrieved_at: datetime | None = None
    rank: int = 1
    note: str = ""  # what the comparison did: a conversion, a rounding, a sum
