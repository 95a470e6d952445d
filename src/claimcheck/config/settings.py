"""All that a configuration can say, in one frozen record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, StrictInt, StrictStr

from claimcheck.records.base import Record
from claimcheck.records.tolerance import Tolerance

_PERIOD = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def check_date(value: str) -> str:
    """Return an ISO year, month or day unchanged.

    Raises:
        ValueError: if it is none of the three, or no such day exists.

    >>> check_date("2026-02")
    '2026-02'
    """
    if not _PERIOD.fullmatch(value):
        message = "is not an ISO date"
        raise ValueError(message)
    date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    return value


def _date_text(value: object) -> object:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[StrictStr, ...], BeforeValidator(_one_or_many)]


class Settings(Record):
    """What a run is told; the field names are the configuration's keys, except where noted.

    Attributes:
        lang: language of the output; None is the draft's own.
        min_sources: independent sources that must support a claim before it is confirmed; at least 1.
        strict: confirm and contradict only what aligns on every part.
        as_of: ISO date that relative dates count from; None is the document's own date.
        sources: key ``source``; a table with its ``type`` and options, or a plain string. Paths start at
            the configuration's folder, as its own path was given.
        tolerance: key ``tolerance.default``; None is the stated precision.
        tolerances: every other key of ``[tolerance]``: by unit or by metric. An empty
            `Tolerance` is the stated precision, whatever the default.
        names: other names of a subject.
        metrics: the user's own words for a metric.
        net: how pages are fetched.
    """

    lang: Annotated[StrictStr, Field(examples=['lang = "en"'])] | None = None
    min_sources: Annotated[StrictInt, Field(ge=1, examples=["min_sources = 2"])] = 1
    strict: Annotated[StrictBool, Field(examples=["strict = true"])] = False
    as_of: (
        Annotated[
            StrictStr,
            BeforeValidator(_date_text),
            AfterValidator(check_date),
            Field(examples=['as_of = "2026-02-18"']),
        ]
        | None
    ) = None
    sources: tuple[StrictStr | dict[str, Any], ...] = ()
    tolerance: Tolerance | None = None
    tolerances: Mapping[str, Tolerance] = Field(default_factory=dict)
    names: Mapping[str, Words] = Field(default_factory=dict, examples=['"Acme" = ["Acme Corp.", "艾克米"]'])
    metrics: Mapping[str, Words] = Field(default_factory=dict, examples=['"revenue" = ["takings", "进账"]'])
    net: Mapping[str, Any] = Field(default_factory=dict, examples=["[net]"])
