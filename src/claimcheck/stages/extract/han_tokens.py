"""The pieces of a Chinese numeral and the sum they make: 三千九百七十亿, 两三百, 3万5千."""

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

LITERAL = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")

_MEGA = ("字节", "赫", "瓦", "帕", "比特", "位")


class Token(NamedTuple):
    """One piece: ``d`` digit, ``z`` zero, ``s`` scale, ``n`` digits, ``l`` a loosening character."""

    kind: str
    value: Decimal
    end: int
    places: int = 0
    width: int = 1


def tokens_at(low: str, position: int, lexicon: Lexicon, head: Number | None) -> list[Token]:  # noqa: PLR0912, PLR0915  an ordered list of cases, each one decision
    """Cut a numeral into its pieces, from ``position`` on; digits before it (``head``) are the first."""
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
        if (char == "兆" and low.startswith(_MEGA, at + 1)) or (
            char == "百" and low.startswith("帕", at + 1)
        ):
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
        elif char in lexicon.loose and tokens:
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
            literal = LITERAL.match(low, at)
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
    literal = LITERAL.match(low, position)
    return literal is not None and low[literal.end() : literal.end() + 1] in scales


def evaluate(start: int, tokens: list[Token]) -> Number:
    """Return the number that the pieces make."""
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
