"""What the reader of quantities returns: quantities, times, names, and every other number with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.quantity import Direction, Modifier, QuantityKind, TimeExpression

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

ONE = Decimal(1)
_HAN = re.compile(r"[\u3400-\u9fff]")
# both begin with the comma itself, so that the search runs from comma to comma
_ONE_GROUP = re.compile(
    r"，(?=[0-9]{3}(?![0-9，、.,%]))(?<=[0-9]，)"
    r"(?<![0-9，、.][0-9]，)(?<![0-9，、.][0-9]{2}，)(?<![0-9，、.][0-9]{3}，)"
)
_WIDE_GROUP = re.compile(r"，(?=[０-９]{3}(?![０-９]))(?<=[０-９]，)")


@dataclass(slots=True)
class Found:
    """One quantity, offsets into the text that was read.

    ``start:end`` covers sign, currency, number, scale and unit, and the counted thing where it is adjacent;
    ``number_start:number_end`` the bare number with its scale; ``outer_start:outer_end`` also the hedges.
    ``worth`` is the scale that stands after the number (``10**9`` in ``$9 billion``), which a range's
    first end may borrow.
    """

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    kind: QuantityKind = QuantityKind.NUMBER
    modifier: Modifier = Modifier.EXACT
    direction: Direction | None = None
    last_place: Decimal = ONE
    stated_zeros: int = 0
    number_start: int = 0
    number_end: int = 0
    unit_start: int | None = None
    unit_end: int | None = None
    thing_phrase: str = ""
    thing_start: int = 0
    thing_end: int = 0
    outer_start: int = 0
    outer_end: int = 0
    worth: Decimal = ONE
    form: str = "digits"
    factor: Decimal = ONE
    rank: bool = False
    fraction: bool = False


class Excluded(NamedTuple):
    """A number that is no quantity, with a short reason code (``version``, ``idiom``, ``date`` …)."""

    start: int
    end: int
    why: str


@dataclass(slots=True)
class Reading:
    """All numbers of one text, each list in order of position."""

    quantities: list[Found] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    names: list[tuple[int, int]] = field(default_factory=list)
    excluded: list[Excluded] = field(default_factory=list)


@dataclass(slots=True)
class Number:
    """A numeral with its scale, before units and modifiers are read."""

    start: int
    end: int
    value: Decimal
    place: Decimal = ONE
    zeros: int = 0
    form: str = "digits"
    low: Decimal | None = None
    high: Decimal | None = None
    loose: Modifier | None = None
    worth: Decimal = ONE
    fraction: bool = False
    ordinal: bool = False
    unit: str | None = None
    multiple: bool = False
    direction: Direction | None = None


class Page:
    """A text with its folded (half-width, simplified) and lower-case copies of the same length.

    ``first`` is where its first word starts, ``last`` where its last one ends, ``end`` where only blanks follow;
    ``han`` whether any Chinese character stands in it.
    """

    __slots__ = ("end", "first", "han", "last", "low", "norm", "text")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        if lexicon.marks is not None:
            text = lexicon.marks.rewrite(text)
        if "，" in text:
            text = _ONE_GROUP.sub(",", _WIDE_GROUP.sub(",", text))
        # to look for a character that changes is far faster than to translate all of them
        self.norm = text.translate(lexicon.fold) if lexicon.folded.search(text) else text
        low = self.norm.lower()
        self.low = low = low if len(low) == len(text) else "".join(_lower(char) for char in self.norm)
        self.han = not low.isascii() and _HAN.search(low) is not None
        self.end = len(low.rstrip())
        self.first = len(low) - len(low.lstrip())  # where the text starts that is not blank
        self.last = len(low.rstrip(" .。!！"))  # where its last word ends


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


def skip_spaces(text: str, position: int) -> int:
    """Return the first position from ``position`` that holds no space; at most two are skipped."""
    if text[position : position + 1] == " ":
        position += 1
        if text[position : position + 1] == " ":
            position += 1
    return position


def back_over_spaces(text: str, position: int) -> int:
    """Return the position after the last non-space before ``position``; at most two spaces are skipped."""
    if position > 0 and text[position - 1] == " ":
        position -= 1
        if position > 0 and text[position - 1] == " ":
            position -= 1
    return position


def plain(value: Decimal) -> Decimal:
    """Write a whole number without exponent or decimals (``1.2E+9`` and ``1200000000.0`` are one number).

    >>> plain(Decimal("1200000000.0")), plain(Decimal("12.50"))
    (Decimal('1200000000'), Decimal('12.50'))
    """
    if value.adjusted() < 27 and value == (whole := value.to_integral_value()):
        return whole.quantize(ONE) if whole else Decimal(0)
    return value
