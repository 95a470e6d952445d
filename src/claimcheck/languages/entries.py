"""What the number tables hold beside plain words: units, multiples, relative periods."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit as a number's neighbour: canonical symbol, kind of quantity, worth (0.01 for a cent)."""

    symbol: str
    kind: str
    worth: Decimal = Decimal(1)


class Multiple(NamedTuple):
    """A word that is a multiple by itself; ``before`` restricts the words that must follow it."""

    value: Decimal
    direction: str | None = None
    before: frozenset[str] = frozenset()


class Relative(NamedTuple):
    """A period counted from the document's date."""

    grain: str
    offset: int | None
    cumulative: bool = False
    iso: str = ""
