"""Numbers that start with a word of a language that glues its number words, read from its tables alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.languages.entries import Multiple
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.extract.chinese_times import relative_time
from claimcheck.stages.extract.glued_numbers import glued_number
from claimcheck.stages.extract.reading import skip_spaces
from claimcheck.stages.extract.standing import Standing
from claimcheck.stages.extract.templates import template_time

if TYPE_CHECKING:
    from claimcheck.stages.extract.reading import Number

_WORD = re.compile(r"[a-z]+")


class GuestWords(Standing):
    """Reads atoms that open with a word."""

    def _read_word(self, at: int, stop: int) -> int:
        page, lexicon = self.page, self.lexicon
        low = page.low
        if (period := lexicon.relative.after(low, at)) is not None:
            return self._take_time(relative_time(page, at, period[0], period[1]))
        if (span := template_time(page, at, lexicon)) is not None:
            return self._take_time(span)
        whole = _WORD.match(low, at)
        stop = whole.end() if whole is not None else stop
        if (idiom := self._idiom(at, stop)) is not None:
            return self._exclude(*idiom)
        if (multiple := lexicon.multiples.get(low[at:stop])) is not None:
            return self._take_multiple(at, stop, multiple)
        read = glued_number(low, at, lexicon)
        if read is None:
            return stop  # an article, or a word that only starts as a number does ("Achtung", "Zweifel")
        number = read.number
        if read.tail == "multiple":
            return self._take_multiple(at, number.end, Multiple(number.value))
        if read.tail == "times":
            return self._take_times(number)
        if number.ordinal:
            return self._finish_ordinal(number)
        if number.fraction and number.place and not self._measures(number):
            return self._exclude(at, number.end, "word-part")  # "halb" is a number only before what it halves
        return self._finish(number)

    def _take_times(self, number: Number) -> int:
        """Read "dreimal": a multiple before a comparison ("dreimal so hoch"), else a count of occasions."""
        lexicon = self.lexicon
        if lexicon.times_as.match(self.page.low, number.end) is not None:
            return self._take_multiple(number.start, number.end, Multiple(number.value))
        item = self._append(number)
        item.unit, item.kind = next(iter(lexicon.times_words.values()), None), QuantityKind.COUNT
        self._hedge(item)
        return number.end

    def _measures(self, number: Number) -> bool:
        return self.lexicon.units.after(self.page.low, skip_spaces(self.page.low, number.end)) is not None
