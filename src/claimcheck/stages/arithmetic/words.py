"""Writes a sum as its reader would: `(201 − 119) ÷ 119 = 68.9%`."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from claimcheck.stages.bounds import WIDE
from claimcheck.stages.reasons import stated, written

if TYPE_CHECKING:
    from claimcheck.records.claim import Claim
    from claimcheck.records.quantity import Quantity

_LITERAL = re.compile(r"[-−+]?\d[\d,，]*(?:\.\d+)?")
_DIGITS = 28


def verdict_of(text: str, result: str, claim: Claim, *, holds: bool) -> str:
    """Return the sum with its result, and the printed number where that is another one."""
    return f"{text} = {result}" if holds else f"{text} = {result} ≠ {stated(claim)}"


def like(quantity: Quantity, value: Decimal) -> str:
    """Write a value in the manner of a quantity of the text: its scale, its unit, its separators.

    >>> from claimcheck.records.quantity import Quantity
    >>> like(Quantity(text="$90 million", start=0, end=11, value=Decimal(90_000_000)), Decimal(82_000_000))
    '$82 million'
    """
    text = written(quantity)
    literal = _LITERAL.search(text)
    if literal is None or not quantity.value:
        return number(value)
    printed = Decimal(re.sub(r"[,，]", "", literal[0].replace("−", "-")))
    if not printed:
        return number(value)
    scale = abs(quantity.value / printed)
    shown = number(value / scale)
    if "," in literal[0] and "." not in shown:
        shown = f"{Decimal(shown):,}"
    return text[: literal.start()] + shown + text[literal.end() :]


def number(value: Decimal) -> str:
    """Write a number in full, without zeros at its end."""
    text = f"{value.normalize(WIDE):f}" if value == value.to_integral_value() else f"{value:.{_DIGITS}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def rounded(value: Decimal, place: Decimal) -> Decimal:
    """Round a quotient to one digit more than the number it is compared with has, at most to a thousandth.

    >>> rounded(Decimal("68.9075"), Decimal(1))
    Decimal('68.9')
    """
    exponent = place.adjusted() - 1 if place else -1
    return value.quantize(Decimal(1).scaleb(min(max(exponent, -3), 0)), rounding=ROUND_HALF_UP)
