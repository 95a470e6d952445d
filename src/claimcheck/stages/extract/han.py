"""Numerals written in Chinese characters, alone or mixed with digits: 三千九百七十亿, 3.5万亿, 两三百, 百分之八十八."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.quantity import Modifier
from claimcheck.stages.extract.reading import ONE, Number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.languages import Lexicon

MAX_TOKENS = 60  # no number is longer; a longer run is no number, and reading stays linear
MAX_VALUE = Decimal(10) ** 26
_LITERAL = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")
_OVER = re.compile(r" {0,2}分 {0,2}之 {0,2}")
_ALSO = re.compile(r" {0,2}又 {0,2}")
_MEGA = ("字节", "赫", "瓦", "帕", "比特", "位")
_LOOSE = {"多": Modifier.MORE_THAN, "余": Modifier.MORE_THAN, "几": Modifier.MORE_THAN, "来": Modifier.ABOUT}
_TENTHS_STOP = "为立功员本果绩长熟分都交就群型人品像套见效片片天吉"


class Token(NamedTuple):
    """One piece: ``d`` digit, ``z`` zero, ``s`` scale, ``n`` digits, ``l`` a loosening character."""

    kind: str
    value: Decimal
    end: int
    places: int = 0
    width: int = 1


def han_at(
    low: str, position: int, lexicon: Lexicon, head: Number | None = None, *, part: str = ""
) -> Number | None:
    """Read a number that starts with a Chinese numeral, or with digits (``head``) before one.

    Fractions (三分之二), percent (百分之, 成, 折), decimals (三点五) and approximate pairs (两三百) are read whole;
    the last have ``low`` and ``high``. ``part`` says that the number is the numerator (``top``) or the fraction
    (``rest``) of another one, so that nothing nests deeper.
    """
    start = head.start if head else position
    tokens = _tokens(low, position, lexicon, head)
    if not tokens:
        return None
    if len(tokens) >= MAX_TOKENS:
        return Number(start, tokens[-1].end, Decimal(0), form="overlong")
    number = _evaluate(start, tokens)
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
    found = _LITERAL.match(low, position)
    if found is None or len(found.group()) > 40:
        return None
    plain = found.group().replace(",", "")
    places = len(plain.partition(".")[2])
    return Number(position, found.end(), Decimal(plain), ONE.scaleb(-places))


def _tokens(low: str, position: int, lexicon: Lexicon, head: Number | None) -> list[Token]:  # noqa: PLR0912, PLR0915  an ordered list of cases, each one decision
    digits, scales, tens = lexicon.han_digits, lexicon.han_scales, lexicon.han_tens
    tokens: list[Token] = []
    end = position
    if head is not None:
        places = -int(head.place.as_tuple().exponent) if head.place < 1 else 0
        tokens.append(Token("n", head.value, head.end, places, 2))
        end = head.end
    while len(tokens) < MAX_TOKENS:
        at = end
        if tokens:
            while low[at : at + 1] == " " and at - end < 3:
                at += 1
        char = low[at : at + 1]
        spaced = at > end
        if char == "兆" and low.startswith(_MEGA, at + 1):
            break
        if char in scales and char:
            if scales[char] < 10_000 and _ascending(tokens, scales[char]):
                break
            tokens.append(Token("s", Decimal(scales[char]), at + 1))
        elif (spaced and tokens[-1].kind != "s") or (
            char == "两" and tokens and low[at + 1 : at + 2] not in scales
        ):
            break
        elif char in digits and char:
            kind = "z" if digits[char] == 0 else "d"
            tokens.append(Token(kind, Decimal(digits[char]), at + 1))
        elif char in tens and char:
            tokens.append(Token("d", Decimal(tens[char] // 10), at + 1))
            tokens.append(Token("s", Decimal(10), at + 1))
        elif (
            char == "有"
            and tokens
            and tokens[-1].kind == "s"
            and lexicon.han_digits.get(low[at + 1 : at + 2], 0)
        ):
            end = at + 1  # 九十有一
            tokens.append(Token("d", Decimal(digits[low[end]]), end + 1))
        elif char in _LOOSE and tokens and char:
            following = low[at + 1 : at + 2]
            if following in scales and following:
                tokens.append(Token("l", Decimal(0), at + 1))
            elif char == "几" and tokens[-1].kind in "sz":
                tokens.append(Token("l", Decimal(0), at + 1))
                break
            else:
                break
        elif (
            char.isdigit()
            and char.isascii()
            and tokens
            and tokens[-1].kind in "sz"
            and (not spaced or _scale_follows(low, at, scales))
        ):
            literal = _LITERAL.match(low, at)
            if literal is None or len(literal.group()) > 20:
                break
            plain = literal.group().replace(",", "")
            tokens.append(Token("n", Decimal(plain), literal.end(), len(plain.partition(".")[2]), len(plain)))
        else:
            break
        end = tokens[-1].end
    while tokens and tokens[-1].kind == "z" and len(tokens) > 1 and tokens[-2].kind == "s":
        tokens.pop()
    return tokens


def _ascending(tokens: list[Token], scale: int) -> bool:
    """Say whether a small scale would follow a smaller one of its section (七十 + 百), which no numeral does."""
    for token in reversed(tokens):
        if token.kind == "s":
            return token.value < scale
    return False


def _scale_follows(low: str, position: int, scales: Mapping[str, int]) -> bool:
    literal = _LITERAL.match(low, position)
    return literal is not None and low[literal.end() : literal.end() + 1] in scales


def _evaluate(start: int, tokens: list[Token]) -> Number:
    end = tokens[-1].end
    loose = Modifier.MORE_THAN if any(token.kind == "l" for token in tokens) else None
    tokens = [token for token in tokens if token.kind != "l"]
    if not any(token.kind == "s" for token in tokens):
        text = "".join(str(token.value) for token in tokens)
        value = Decimal(text) if len(text) < 28 else MAX_VALUE * 10
        number = Number(start, end, value, ONE, form="han", loose=loose)
        if len(tokens) == 1 and tokens[0].kind == "n":
            number.place = ONE.scaleb(-tokens[0].places)
        if len(tokens) == 2 and _is_pair(tokens[0], tokens[1]):
            number.low, number.high = tokens[0].value, tokens[1].value
        return number
    pair = _pair_at(tokens)
    value, place = _sum(tokens)
    number = Number(start, end, value, place, form="han", loose=loose)
    scale = tokens[-1].value if tokens[-1].kind == "s" else ONE
    if len(tokens) > 2 and tokens[-2].kind == "s" and tokens[-1].kind == "s":
        scale *= tokens[-2].value
    number.worth = scale
    if tokens[0].kind == "n" and len(tokens) == 2 and not tokens[0].places:
        digits = str(tokens[0].value)
        number.zeros = len(digits) - len(digits.rstrip("0"))
    if pair is not None:
        number.low = _sum(tokens[: pair + 1] + tokens[pair + 2 :])[0]
        number.high = _sum(tokens[:pair] + tokens[pair + 1 :])[0]
    return number


def _is_pair(first: Token, second: Token) -> bool:
    if first.kind != "d" or second.kind != "d":
        return False
    return second.value == first.value + 1 or (first.value == 3 and second.value == 5)


def _pair_at(tokens: list[Token]) -> int | None:
    """Return where two neighbouring digits say "about two or three" (两三百, 十五六)."""
    for index in range(len(tokens) - 1):
        if _is_pair(tokens[index], tokens[index + 1]):
            alone = (index == 0 or tokens[index - 1].kind == "s") and (
                index + 2 == len(tokens) or tokens[index + 2].kind == "s"
            )
            if alone:
                return index
    return None


def _sum(tokens: list[Token]) -> tuple[Decimal, Decimal]:
    """Return the value and the worth of its last digit: a scale multiplies all that is smaller than itself."""
    total = Decimal(0)
    term = Decimal(0)
    digit: Token | None = None
    scale = ONE
    place = ONE
    after_zero = False
    previous = ""
    for token in tokens:
        if total > MAX_VALUE:
            break
        if token.kind == "s":
            small = total % token.value
            base = small + (digit.value if digit else 0)
            if not base and total and previous == "s":
                total += term * (token.value - 1)  # 万万
                term *= token.value
                place *= token.value
            else:
                term = (base or ONE) * token.value
                total += term - small
                place = _place(digit) * token.value if digit or not small else place * token.value
            scale, digit, after_zero = token.value, None, False
        elif token.kind == "z":
            if digit is not None:
                digit = Token("n", digit.value * 10, token.end, 0, 2)
            else:
                after_zero = True
        elif digit is not None:
            digit = Token("n", digit.value * 10 + token.value, token.end, 0, 2)
        else:
            digit = token
        previous = token.kind
    if digit is not None:
        short = digit.width == 1 and scale > 10 and not after_zero and not digit.places
        place = scale / 10 if short else _place(digit)
        total += digit.value * place if short else digit.value
    return total, place


def _place(digit: Token | None) -> Decimal:
    return ONE.scaleb(-digit.places) if digit else ONE


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
    if char == "成" and (number.value > 10 or following in set(_TENTHS_STOP)):
        return number
    if char == "折" and (
        number.value > 100 or following in {"叠", "返", "扣", "算", "射", "磨", "腾"} - {"扣"}
    ):
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
