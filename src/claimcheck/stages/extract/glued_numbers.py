"""Numbers spelled in glued words, after the rules of their language: "dreihundertsiebenundneunzig", "zweieinhalb Millionen"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.stages.extract.reading import ONE, Number

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.languages.spelled import Part, Spelled

_LETTERS = re.compile(r"[a-z]+")
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_TENTH = Decimal("0.1")
_MOST_WORDS = 12  # of one number
_CLOSING = frozenset(("ordinal", "denominator", "alone", "tail"))
_TAILS = {0: "times", 1: "multiple"}


class GluedNumber(NamedTuple):
    """A number in words; ``tail`` is what its last word adds: ``multiple`` (dreifach) or ``times`` (dreimal)."""

    number: Number
    tail: str = ""


def glued_number(low: str, at: int, lexicon: Lexicon) -> GluedNumber | None:
    """Read the number that starts with the word at ``at``, None if that is no number word.

    An article is no number by itself: "ein Jahr" counts nothing, "eine Million" and "ein Drittel" do.
    """
    assert lexicon.spelled is not None  # noqa: S101  this reader is chosen by it
    return _Reading(low, lexicon, lexicon.spelled).read(at)


class _Sum:
    """A number put together part by part: a scale multiplies what is smaller than itself."""

    __slots__ = ("joined", "place", "rules", "total")

    def __init__(self, spelled: Spelled) -> None:
        self.rules = spelled.rules
        self.total = Decimal(0)
        self.place = ONE
        self.joined = False

    def copy(self) -> _Sum:
        """Return a sum that goes on from here."""
        other = _Sum.__new__(_Sum)
        other.rules, other.total, other.place, other.joined = self.rules, self.total, self.place, self.joined
        return other

    def take(self, part: Part) -> bool:
        """Add one part; False where it cannot stand there ("fünfdrei")."""
        if part.kind == "joint":
            self.joined = True
            return self.total > 0
        if part.kind == "scale":
            return self._scale(part.value)
        if part.kind == "fraction":  # "zweieinhalb"
            self.total, self.place = self.total + part.value, _TENTH
            return True
        return self._add(part.value)

    def _add(self, value: Decimal) -> bool:
        small = self.total % _HUNDRED
        if value >= _TWENTY and self.rules.units_first and self.joined:
            fits = 0 < small < _TEN
        elif value >= _TEN and small >= _TWENTY and self.rules.teens_after_tens:
            fits = value < _TWENTY and small % _TEN == 0
        elif 0 < value < _TEN and small >= _TWENTY and not self.rules.units_first:
            fits = small % _TEN == 0
        else:
            fits = small == 0
        self.total += value
        self.joined = False
        self.place = Decimal(_TEN) if value >= _TWENTY and small == 0 and value % _TEN == 0 else ONE
        return fits

    def _scale(self, scale: Decimal) -> bool:
        small = self.total % scale
        if not small and self.total % (scale * _TEN):
            return False
        self.total += (small or ONE) * scale - small
        self.place, self.joined = scale, False
        return True


class _Reading:
    """The reading of one number word by word; ``number`` is what stands so far, ``article`` whether that is "ein"."""

    def __init__(self, low: str, lexicon: Lexicon, spelled: Spelled) -> None:
        self.low, self.lexicon, self.spelled = low, lexicon, spelled
        self.sum = _Sum(spelled)
        self.number: Number | None = None
        self.article = False

    def read(self, at: int) -> GluedNumber | None:
        position = at
        for _ in range(_MOST_WORDS):
            found = _LETTERS.match(self.low, position)
            if found is None:
                break
            word, end = found.group(), found.end()
            if word in self.lexicon.scales and self.number is not None:
                if not self._scale(word, end):
                    break
            elif word in self.spelled.halves and (self.number is None or self.article):
                self.sum.total = self.spelled.halves[word]
                self.number = Number(at, end, self.sum.total, _TENTH, form="words", fraction=True)
                self.article = False
            elif (parts := self.spelled.cut(word)) is None:
                break
            elif parts[-1].kind in _CLOSING:
                closed = self._close(at, end, parts)
                if closed is None:
                    break
                return closed
            elif not self._word(at, end, word, parts):
                break
            joint = self.low[end : end + 1]
            position = end + 1 if joint == " " or (joint and joint in self.spelled.rules.gaps) else end
        return None if self.number is None or self.article else GluedNumber(self.number)

    def _word(self, at: int, end: int, word: str, parts: list[Part]) -> bool:
        """Take in a written word of plain parts; False where it goes on nothing that stands before."""
        before = self.sum.copy()
        article = word in self.spelled.articles
        if (article and self.number is not None) or not all(self.sum.take(part) for part in parts):
            self.sum = before
            return False
        if parts[-1].kind == "joint":  # "vingt et un": it counts once the number goes on
            return True
        self.article = article
        self.number = Number(at, end, self.sum.total, self.sum.place, form="words")
        return True

    def _scale(self, word: str, end: int) -> bool:
        """Multiply by a scale that is a word of its own ("drei Millionen"); one without a number says nothing."""
        lexicon, number = self.lexicon, self.number
        scale = Decimal(lexicon.scales[word])
        small = self.sum.total % scale
        if number is None or not small or word in lexicon.vague or word in lexicon.abbreviated:
            return False
        self.sum.total += small * scale - small
        self.sum.place = scale * (_TENTH if small % 1 else self.sum.place)
        self.number = Number(number.start, end, self.sum.total, self.sum.place, form="words", worth=scale)
        self.article = False
        return True

    def _close(self, at: int, end: int, parts: list[Part]) -> GluedNumber | None:
        """Read a word that ends the number: an ordinal, a fraction, "dreifach", "zweieinhalb" is none of these."""
        last = parts[-1]
        if len(parts) == 1 and self.number is None and last.kind in {"denominator", "tail"}:
            return None
        before = self.sum.total
        if not all(self.sum.take(part) for part in parts[:-1]):
            return None
        number = Number(at, end, self.sum.total, self.sum.place, form="words")
        if last.kind == "ordinal":
            if (self.number is not None and not before) or not self.sum.take(last._replace(kind="value")):
                return None
            number.value, number.ordinal, number.place = self.sum.total, True, ONE
        elif last.kind == "denominator":
            number.value, number.place, number.fraction = self.sum.total / last.value, Decimal(0), True
        elif last.kind == "alone":
            number.value, number.place, number.fraction = last.value, Decimal(0), True
        return GluedNumber(number, _TAILS.get(int(last.value), "") if last.kind == "tail" else "")
