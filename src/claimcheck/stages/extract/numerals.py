"""Numerals written in digits: separators, decimals, exponents, fractions."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext

from claimcheck.stages.extract.reading import ONE, Number, Page

MAX_DIGITS = 36  # a longer run, separators included, is an identifier

_LITERAL = re.compile(
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:\.\d+)?"
)
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_EXPONENT = re.compile(r"e([+-]?\d{1,3})(?![\d.a-z])")
_TIMES_TEN = re.compile(
    r" ?[x×*·⋅] ?10(?:\^ ?\(?([+-]?\d{1,3})\)?|([+-]\d{1,3})(?!\d)|([⁺⁻]?[⁰¹²³⁴-⁹]{1,3}))"
)
_POWER = re.compile(r"\^ ?\(?([+-]?\d{1,3})\)?|(?<=10)([⁺⁻]?[⁰¹²³⁴-⁹]{1,3})")
_FRACTION = re.compile(r" ?[/⁄] ?(\d{1,4})(?![\d/])(?!\.\d)")
_MIXED = re.compile(r" (\d{1,2}) ?[/⁄] ?(\d{1,3})(?![\d/])")
_VULGAR = {
    char: Decimal(a) / Decimal(b)
    for char, a, b in [
        ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
        ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
    ]
}  # fmt: skip
_PLACES = [ONE.scaleb(-places) for places in range(MAX_DIGITS + 2)]  # worth of the last of so many decimals
_GOES_ON = frozenset("ex×*·⋅^/⁄⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹") | _VULGAR.keys()
_GOES_ON_SPACED = frozenset("x×*·⋅/⁄0123456789")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")


def literal_at(page: Page, position: int) -> Number | None:
    """Read a number in digits, without scale or unit; None if it is too long to be one.

    ``1,234.5``, ``12,34,567`` and ``1 234 567`` are one number; ``1e9``, ``2.1 × 10^-6``, ``10⁻⁴``, ``1/3``,
    ``1 4/5`` and ``1½`` too. A fraction has ``place`` 0: it is exact.
    """
    low = page.low
    char = low[position]
    if char in _VULGAR:
        return Number(position, position + 1, _VULGAR[char], place=Decimal(0), fraction=True)
    start = position
    leading = (
        position > 0 and low[position - 1] == "." and (position == 1 or low[position - 2] in " -(+$€£¥<>=\n~")
    )
    found = _LITERAL.match(low, position)
    if found is None:
        return None
    token = found.group()
    if " " in token and not _spaced_group(page, position, token):
        found = _DIGITS.match(low, position)
        assert found is not None  # noqa: S101  a digit stands there
        token = found.group()
    end = found.end()
    if len(token) > MAX_DIGITS:
        return None
    plain = token if token.isdigit() else token.replace(",", "").replace(" ", "")
    if leading and "." not in plain:
        plain, start = f"0.{plain}", position - 1
    whole, _, decimals = plain.partition(".")
    value = Decimal(plain)
    if decimals:
        number = Number(start, end, value, _PLACES[len(decimals)])
    else:
        number = Number(start, end, value, ONE, len(whole) - len(whole.rstrip("0")) if value else 0)
    following = low[end : end + 2]
    if following and (following[0] in _GOES_ON or (following[0] == " " and following[1:] in _GOES_ON_SPACED)):
        _extend(page, number, whole_only=not decimals and "," not in token)
    return number


def _spaced_group(page: Page, position: int, token: str) -> bool:
    """Say whether "40 000" is one number: thin spaces always, plain ones only where it looks like it."""
    if " " not in page.text[position : position + len(token)]:
        return True
    groups = token.partition(".")[0].split(" ")
    before = page.low[max(0, position - 2) : position]
    return (
        groups[0][0] != "0" and (groups[-1] == "000" or len(groups) > 2) and not before.strip()[-1:].isdigit()
    )


def _extend(page: Page, number: Number, *, whole_only: bool) -> None:
    low, end = page.low, number.end
    if found := (_EXPONENT.match(low, end) or _TIMES_TEN.match(low, end)):
        exponent = next(group for group in found.groups() if group)
        shift = int(exponent.translate(_SUPERSCRIPT))
        number.value = number.value.scaleb(shift)
        number.place = number.place.scaleb(shift)
        number.zeros, number.end = 0, found.end()
    elif found := _POWER.match(low, end):
        exponent = int(next(group for group in found.groups() if group).translate(_SUPERSCRIPT))
        with localcontext() as context:
            context.prec = 28
            if number.value and abs(number.value) < 10_000:
                number.value = number.value**exponent
                number.place, number.zeros, number.end = Decimal(0), 0, found.end()
    elif low[end] in _VULGAR and whole_only:
        number.value += _VULGAR[low[end]]
        number.place, number.zeros, number.end, number.fraction = Decimal(0), 0, end + 1, True
    elif whole_only and (found := _MIXED.match(low, end)) and int(found[2]) > 0:
        number.value += Decimal(found[1]) / Decimal(found[2])
        number.place, number.zeros, number.end, number.fraction = Decimal(0), 0, found.end(), True
    elif whole_only and (found := _FRACTION.match(low, end)) and int(found[1]) > 0:
        number.value /= Decimal(found[1])
        number.place, number.zeros, number.end, number.fraction = Decimal(0), 0, found.end(), True
