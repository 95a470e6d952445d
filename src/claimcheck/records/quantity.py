"""Quantities and times as written."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from claimcheck.records.base import Record


class QuantityKind(StrEnum):
    """What sort of number it is."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    COUNT = "count"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    RANGE = "range"
    DATE = "date"


class Modifier(StrEnum):
    """How the wording loosens the number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


class Direction(StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"


class Quantity(Record):
    """One number as written.

    Attributes:
        text: the document's own characters, ``document[start:end]``.
        start: first code point in the document.
        end: one past the last code point.
        value: the scaled number (``397B`` is 397000000000; ``25%`` is 25; two thirds is 0.666…); an open
            bound's value is the bound; None for a range.
        low: lower bound of a range, of an open bound or of an error bar; else None.
        high: upper bound, likewise.
        unit: ``%``, ``pp``, ``bp``, an ISO 4217 code, a unit symbol, ``x`` for multiples, or the thing
            counted (singular, in its own language); None where there is none.
        kind: see `QuantityKind`; ``range`` for every range, whatever its unit.
        modifier: see `Modifier`.
        direction: ``up`` or ``down`` for a stated change, else None.
        last_place: worth of the last stated digit in the quantity's own unit (``3.9 million``: 100000);
            of a range, the coarser of its two ends.
        stated_zeros: how many of the digits that ``last_place`` counts are trailing zeros of a whole
            number (``5,000``: 3, ``2.50``: 0).
    """

    text: str
    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    kind: QuantityKind = QuantityKind.NUMBER
    modifier: Modifier = Modifier.EXACT
    direction: Direction | None = None
    last_place: Decimal = Decimal(1)
    stated_zeros: int = 0


class TimeExpression(Record):
    """A date, period or clock time as written; offsets into the text it was read from.

    Attributes:
        text: as written.
        start: first code point.
        end: one past the last.
        iso: ``2025``, ``2025-Q3``, ``2025-H1``, ``2025-09``, ``2025-09-30``, ``FY2025``, ``FY2025-Q3``,
            ``2023/2025`` for a span; with an unknown year ``-Q3``, ``-H1``, ``--09``, ``--09-30``;
            ``199X`` a decade, ``19XX`` a century; empty when it is relative or a clock time.
        grain: ``year``, ``half``, ``quarter``, ``month``, ``week``, ``day``, ``decade``, ``century``,
            ``span`` or ``clock``.
        relative: offset in grains from the document's date (``last year``: -1, ``this quarter``: 0);
            None when absolute.
        cumulative: a year-to-date or first-N-months figure.
        role: ``during`` (default), ``since``, ``until``, ``as_of``.
    """

    text: str
    start: int
    end: int
    iso: str = ""
    grain: str = "year"
    relative: int | None = None
    cumulative: bool = False
    role: str = "during"
