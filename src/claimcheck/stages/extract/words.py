"""Numerals written in English words: "three hundred and ninety-seven", "one and a half billion"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.stages.extract.reading import ONE, Number
from claimcheck.stages.extract.word_fractions import fraction_at, scaled_fraction

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r" ?[-–—] ?| {1,2}")
_AND = re.compile(r",? {1,2}(?:and|&) {1,2}|, {1,2}(?=[a-z])")
_FIRST_SCALE = re.compile(r"[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine)\b)? ([a-z]+)")
_HUNDRED = Decimal(100)
_FIRST_WORDS = 3  # first, second, third: also words of their own
_LITERAL = re.compile(r"\d{1,3}(?:\.\d+)?(?![\d,])")


def words_at(low: str, position: int, lexicon: Lexicon, head: Number | None = None) -> Number | None:
    """Read an English number word by word.

    Args:
        low: the lower-case text.
        position: where its first word starts; with ``head``, where the word after the digits starts.
        lexicon: the tables.
        head: digits that open the number ("3.9" in "3.9 million").

    Returns:
        The number (``ordinal`` for "twenty-third", ``fraction`` for "two thirds"), or None.
    """
    return _Words(low, lexicon).read(position, head)


class _Words:
    """The state of one reading: what is closed (``total``), what is open (``current``)."""

    def __init__(self, low: str, lexicon: Lexicon, *, nested: bool = False) -> None:
        self.low = low
        self.nested = nested  # read only to see how large it is: "and" is not followed further
        self.lexicon = lexicon
        self.total = Decimal(0)
        self.current = Decimal(0)
        self.limit: Decimal | None = None  # the smallest scale so far
        self.last = ""
        self.place = ONE
        self.worth = ONE
        self.end = 0

    def read(self, start: int, head: Number | None) -> Number | None:
        if head is not None:
            self.current, self.place, self.last, self.end = head.value, head.place, "digits", head.end
            begin = head.start
        else:
            begin = self.end = start
            if fraction := fraction_at(self.low, start, self.lexicon):
                return scaled_fraction(self.low, begin, *fraction, self.lexicon)
        position = start
        while True:
            word = _WORD.match(self.low, position)
            if word is None or not self._take(word.group(), word.end()):
                break
            if self.last == "ordinal":
                return Number(begin, self.end, self.total + self.current, form="words", ordinal=True)
            following = self._next()
            if following is None:
                break
            position = following
        if not self.last or (head is not None and self.end == head.end):
            return None
        number = Number(
            begin, self.end, self.total + self.current, self.place, form="words", worth=self.worth
        )
        if head is not None and self.total + self.current == head.value * self.worth:
            number.zeros = head.zeros
        return self._with_fraction(number)

    def _take(self, word: str, end: int) -> bool:
        lexicon = self.lexicon
        cardinal = lexicon.cardinals.get(word)
        if cardinal is not None:
            return self._cardinal(cardinal, end)
        scale = lexicon.scales.get(word)
        if scale is not None:
            return self._scale(Decimal(scale), end, word)
        ordinal = lexicon.ordinals.get(word)
        if ordinal is not None and self.last in {"ten", "hundred", "scale", "unit"}:
            return self._belongs(ordinal, end) and self._ordinal(ordinal, end)
        return False

    def _cardinal(self, value: int, end: int) -> bool:
        if self.last in {"unit", "digits"}:
            if self.last == "unit" and 10 <= self.current % 100 < 100 and value >= 20:
                pass
            elif not (self.last == "unit" and self.current < 100 and value >= 20 and self.current % 100 > 0):
                return False
            self.current = self.current * 100 + value  # "nineteen ninety", "one twenty"
        elif self.last == "ten":
            if not 0 < value < 10:
                return False
            self.current += value
        else:
            self.current += value
        self.last = "ten" if value >= 20 else "unit"
        self.place = Decimal(10) if value >= 20 else ONE
        self.worth = ONE
        self.end = end
        return True

    def _scale(self, scale: Decimal, end: int, word: str) -> bool:
        if not self.last:
            if word in self.lexicon.vague or word in self.lexicon.abbreviated:
                return False
            self.current, self.place = ONE, ONE
        if word in self.lexicon.abbreviated and self.last != "digits":
            return False
        if scale == 100:
            if self.last == "hundred" or (self.current >= 100 and self.last != "digits"):
                return False
            self.current *= 100
            self.place *= 100
            self.last = "hundred"
        elif scale == 12:
            small = self.current % 100 if self.last != "digits" else self.current
            self.current += small * 11
            self.place *= 12
            self.last = "scale"
        else:
            if (
                self.last == "scale" and self.current == 0
            ):  # "hundred thousand million", "three thousand millions"
                self.total *= scale
            else:
                self.total += (self.current or ONE) * scale if self.limit is None or scale < self.limit else 0
                if self.limit is not None and scale >= self.limit:
                    self.total = (self.total + self.current) * scale
            self.current = Decimal(0)
            self.limit = scale
            self.place *= scale
            self.last = "scale"
        self.worth = scale if self.worth == ONE else self.worth * scale
        self.end = end
        return True

    def _belongs(self, ordinal: int, end: int) -> bool:
        """Say whether "first" goes on a numeral and is no word of its own ("$280 million first preferred notes")."""
        if self.last not in {"hundred", "scale"} or ordinal > _FIRST_WORDS or self.low[self.end] == "-":
            return True
        if self.low[end : end + 1] == "-":
            return False
        joined = " and " in self.low[self.end : end] or "&" in self.low[self.end : end]
        following = _WORD.match(self.low, end + 1) if self.low[end : end + 1] == " " else None
        return joined or following is None or following.group() in self.lexicon.stop

    def _ordinal(self, value: int, end: int) -> bool:
        of_follows = self.low.startswith(" of ", end)
        if (self.last == "ten" and value < 10) or (self.last in {"hundred", "scale"} and value < 100):
            self.current += value
        elif value >= 100 and not of_follows and self.current:
            self.current *= value
        else:
            return False
        self.last, self.end = "ordinal", end
        return True

    def _next(self) -> int | None:
        """Return where the next numeral word may start, past a hyphen, spaces or "and"."""
        low, end = self.low, self.end
        if self.last in {"hundred", "scale"} and (joint := _AND.match(low, end)):
            if self.nested:
                return None
            position = joint.end()
            if fraction_at(self.low, position, self.lexicon):
                return None
            word = _WORD.match(low, position)
            if word and word.group() in self.lexicon.cardinals:
                return position if self._smaller(position) else None
            if word and self.low[joint.start()] != "," and word.group() in self.lexicon.ordinals:
                return position  # "one hundred and first"
            if _LITERAL.match(low, position):
                return self._literal(position)
            return None
        gap = _GAP.match(low, end)
        if gap is None:
            return None
        if self.last in {"hundred", "scale"} and low[gap.end() : gap.end() + 1].isdigit():
            return self._literal(gap.end())
        if (
            fraction_at(self.low, gap.end(), self.lexicon)
            and self.last != "unit"
            and not self._plain_cardinal(gap.end())
        ):
            return None
        return gap.end()

    def _plain_cardinal(self, position: int) -> bool:
        word = _WORD.match(self.low, position)
        return bool(word) and word.group() in self.lexicon.ordinals  # type: ignore[union-attr]  # checked

    def _smaller(self, position: int) -> bool:
        """Say whether the number at ``position`` is smaller than the last scale, so that it belongs to it."""
        rest = _Words(self.low, self.lexicon, nested=True).read(position, None)
        if rest is None or rest.fraction:
            return False
        if (
            self.last == "hundred"
        ):  # "and eight thousand one hundred" goes on, "and three hundred" is another number
            following = _FIRST_SCALE.match(self.low, position)
            scale = self.lexicon.scales.get(following[1]) if following else None
            return scale != _HUNDRED
        return rest.value < (self.limit or _HUNDRED)

    def _literal(self, position: int) -> int | None:
        """Join digits after a scale: "3 hundred and 21", "4 thousand 3 hundred"."""
        digits = _LITERAL.match(self.low, position)
        if digits is None:
            return None
        value = Decimal(digits.group())
        gap = _GAP.match(self.low, digits.end())
        word = _WORD.match(self.low, gap.end()) if gap else None
        scale = self.lexicon.scales.get(word.group(), 1) if word else 1
        bound = Decimal(100) if self.last == "hundred" else self.limit or ONE
        if value * scale >= bound or "." in digits.group():
            return None
        if scale == 1 and not (position >= 4 and self.low[position - 4 : position] == "and "):
            return None
        self.current += value
        self.end, self.last, self.worth = digits.end(), "digits", ONE
        return gap.end() if gap and scale > 1 else None

    def _with_fraction(self, number: Number) -> Number:
        """Add "and a half", "point five" and a scale that follows them."""
        low, lexicon = self.low, self.lexicon
        if low.startswith(" point ", number.end):
            return self._decimals(number)
        joint = _AND.match(low, number.end)
        if joint and low[joint.start()] != ",":
            fraction = fraction_at(self.low, joint.end(), self.lexicon)
            if fraction:
                value, end = fraction
                gap = _GAP.match(low, end)
                word = _WORD.match(low, gap.end()) if gap else None
                scale = lexicon.scales.get(word.group()) if word else None
                if word and scale and self.last == "scale":  # "one billion and a half million"
                    number.value += value * scale
                    number.end, number.place = word.end(), Decimal(scale) / 10
                elif word and scale:  # "five and a half million"
                    number.value = (number.value + value) * scale
                    number.end, number.worth, number.place = word.end(), Decimal(scale), Decimal(scale) / 10
                else:
                    unit = self.limit if self.last == "scale" and self.limit else ONE
                    number.value += value * unit
                    number.end, number.place = end, Decimal("0.1") * unit
        elif (gap := _GAP.match(low, number.end)) and (word := _WORD.match(low, gap.end())):
            denominator = lexicon.denominators.get(word.group())
            if denominator and word.group().endswith("ths") and denominator >= 100:  # "a hundred trillionths"
                number.value /= denominator
                number.end, number.place, number.fraction = word.end(), Decimal(0), True
        return number

    def _decimals(self, number: Number) -> Number:
        position = number.end + len(" point ")
        digits = ""
        end = number.end
        while True:
            word = _WORD.match(self.low, position)
            value = self.lexicon.cardinals.get(word.group()) if word else None
            if word is None or value is None or value > 19:
                break
            digits += str(value)
            end = word.end()
            gap = _GAP.match(self.low, end)
            if gap is None:
                break
            position = gap.end()
        if not digits:
            return number
        number.value += Decimal(f"0.{digits}")
        number.place, number.end, number.worth = Decimal(1).scaleb(-len(digits)), end, ONE
        gap = _GAP.match(self.low, end)
        word = _WORD.match(self.low, gap.end()) if gap else None
        scale = self.lexicon.scales.get(word.group()) if word else None
        if word and scale and word.group() not in self.lexicon.abbreviated:
            number.value *= scale
            number.place *= scale
            number.worth, number.end = Decimal(scale), word.end()
        return number
