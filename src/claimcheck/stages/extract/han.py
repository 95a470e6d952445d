"""Numerals written in Chinese characters, alone or mixed with digits: 三千九百七十亿, 3.5万亿, 两三百, 百分之八十八."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.stages.extract.han_tokens import LITERAL, MAX_TOKENS, MAX_VALUE, Token, evaluate, tokens_at
from claimcheck.stages.extract.reading import ONE, Number

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_OVER = re.compile(r" {0,2}分 {0,2}之 {0,2}")

_ALSO = re.compile(r" {0,2}又 {0,2}")


def han_at(
    low: str, position: int, lexicon: Lexicon, head: Number | None = None, *, part: str = ""
) -> Number | None:
    """Read a number that starts with a Chinese numeral, or with digits (``head``) before one.

    Fractions (三分之二), percent (百分之, 成, 折), decimals (三点五) and approximate pairs (两三百) are read whole;
    the last have ``low`` and ``high``. ``part`` says that the number is the numerator (``top``) or the fraction
    (``rest``) of another one, so that nothing nests deeper.
    """
    start = head.start if head else position
    tokens = tokens_at(low, position, lexicon, head)
    if not tokens:
        return None
    if len(tokens) >= MAX_TOKENS:
        return Number(start, tokens[-1].end, Decimal(0), form="overlong")
    number = evaluate(start, tokens)
    if number.value > MAX_VALUE:
        number.form = "overlong"
        return number
    end = number.end
    if low[end : end + 1] == "点" or low[end : end + 2] == " 点":
        _decimals(low, number, tokens, lexicon)
    if part == "top":
        return number
    if low[number.end : number.end + 3].strip()[:1] == "分" and (over := _OVER.match(low, number.end)):
        return _fraction(low, number, over.end(), lexicon) or number
    if not part and (joint := _ALSO.match(low, number.end)):
        rest = han_at(low, joint.end(), lexicon, _head(low, joint.end()), part="rest")
        if rest and rest.fraction and rest.unit is None:
            number.value += rest.value
            number.end, number.place, number.fraction = rest.end, Decimal(0), True
            return number
    return _tenths(low, number, lexicon)


def _head(low: str, position: int) -> Number | None:
    found = LITERAL.match(low, position)
    if found is None or len(found.group()) > 40:
        return None
    plain = found.group().replace(",", "")
    places = len(plain.partition(".")[2])
    return Number(position, found.end(), Decimal(plain), ONE.scaleb(-places))


def _decimals(low: str, number: Number, tokens: list[Token], lexicon: Lexicon) -> None:
    """Read 点 and the digits after it, then a scale that multiplies the whole."""
    at = low.index("点", number.end) + 1
    while low[at : at + 1] == " ":
        at += 1
    digits = ""
    end = at
    for char in low[at : at + MAX_TOKENS]:
        if char in lexicon.han_digits:
            digits += str(lexicon.han_digits[char])
        elif char.isdigit() and char.isascii():
            digits += char
        else:
            break
        end += 1
    if not digits:
        return
    number.value += Decimal(f"0.{digits}")
    number.place, number.end, number.worth, number.zeros = ONE.scaleb(-len(digits)), end, ONE, 0
    number.low = number.high = None
    del tokens
    while (char := low[number.end : number.end + 1]) and char in lexicon.han_scales:
        scale = Decimal(lexicon.han_scales[char])
        number.value *= scale
        number.place *= scale
        number.worth *= scale
        number.end += 1


def _fraction(low: str, bottom: Number, position: int, lexicon: Lexicon) -> Number | None:
    """Read what follows 分之; 百分之 and 千分之 are percent and permille."""
    negative = low[position : position + 1] in {"负", "-"} and bool(low[position : position + 1])
    at = position + negative
    top = han_at(low, at, lexicon, _head(low, at), part="top") or _head(low, at)
    if top is None or not bottom.value:
        return None
    head = low[bottom.start : bottom.end].strip()
    number = Number(
        bottom.start, top.end, top.value, top.place, top.zeros, form="han", low=top.low, high=top.high
    )
    if head in {"百", "千"}:
        number.unit = "%" if head == "百" else "‰"
        scale = {"k": 1_000, "m": 1_000_000}.get(
            low[top.end : top.end + 1] or low[top.end : top.end + 2].strip()
        )
        if low[top.end : top.end + 2] == " k":
            scale, number.end = 1_000, top.end + 1
        if scale:
            number.value *= scale
            number.place *= scale
            number.end += 1
    else:
        number.value /= bottom.value
        number.place, number.fraction, number.low, number.high = Decimal(0), True, None, None
    if negative:
        number.value = -number.value
    return number


def _tenths(low: str, number: Number, lexicon: Lexicon) -> Number:
    """Read 成 (tenths) and 折 (what remains to be paid, in tenths)."""
    at = number.end
    while low[at : at + 1] == " " and at - number.end < 2:
        at += 1
    char = low[at : at + 1]
    if char not in {"成", "折"} or number.fraction or number.unit:
        return number
    following = low[at + 1 : at + 2]
    if char == "成" and (number.value > 10 or following in lexicon.not_tenths):
        return number
    if char == "折" and (number.value > 100 or following in lexicon.not_discount):
        return number
    ten = Decimal(10)
    if number.low is not None and number.high is not None and char == "折":
        number.low = number.high = None
    scaled = number.value * ten if number.value <= 10 else number.value
    if number.low is not None and number.high is not None:
        number.low *= ten
        number.high *= ten
    number.value, number.place, number.unit, number.end = (
        scaled,
        number.place * (ten if number.value <= 10 else 1),
        "%",
        at + 1,
    )
    rest = low[at + 1 : at + 2]
    if char == "成" and rest in lexicon.han_digits and rest:
        number.value += lexicon.han_digits[rest]
        number.place, number.end = ONE, at + 2
    elif char == "成" and rest == "半":
        number.value += 5
        number.place, number.end = ONE, at + 2
    return number
