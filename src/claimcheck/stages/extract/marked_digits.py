"""Digits among marks: eras, coordinates, addresses, clocks, verses, footnotes, units glued to their numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.extract import (
    codes,
    references,
    times,
)
from claimcheck.stages.extract.glued_units import glued_parts
from claimcheck.stages.extract.reading import Excluded, Number, skip_spaces
from claimcheck.stages.extract.scores import Scores
from claimcheck.stages.extract.things import latin_thing
from claimcheck.stages.extract.time_spans import Span

_DASHES = frozenset("-–—")
_HUNDREDTH = Decimal("0.01")
_LENGTHS = {"km", "m", "cm", "mm", "mi", "ft", "in"}
_WORD = re.compile(r"[a-z]+")
_DAY = re.compile(r"(?:3[01]|[12]\d|0?[1-9])/\d\d?(?!\d| of\b| ?(?:in|inch))")
_NOTES = re.compile(
    r"\d{1,3}, (?:pp?\.|ch\.|sec\.|§)[^\]\n]{1,20}(?=\])|\d{1,3}(?:(?:,|[-–]|, )\d{1,3}){1,20}(?=\])"
)
_INTERVAL = re.compile(r"\b(?:ci|interval|range|between|in)\b")
_MAC = re.compile(r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}(?![0-9A-Fa-f:])")
_MONTH_OF = re.compile(r"(1[0-2]|0?[1-9])/((?:19|20)\d\d)(?!\d|/)")
_LIKE_CODES = re.compile(r"(\d{4,9})-(\d{4,9})|1[3-9]\d{9}()")


class MarkedDigits(Scores):
    """Reads digits that a mark joins to others."""

    def _read_marked(self, number: Number, before: str, following: str) -> int | None:
        """Read what the marks around digits may make of them: eras, coordinates, dates, addresses, codes."""
        page, low, at, end = self.page, self.page.low, number.start, number.end
        if following in _DASHES and (span := times.before_christ(page, at)) is not None:
            return self._take_time(span)
        if (following == "°" or (following == ";" and number.place < _HUNDREDTH)) and (
            code := codes.place_on_earth(page, at)
        ):
            return self._exclude(code.start, code.end, code.why)
        if (
            end - at == 4
            and following in {"-", "–", "/"}
            and (span := times.digit_time(page, at, end, self.lexicon))
        ):
            return self._take_time(span)
        joined = before in ":[" or "/" in low[at:end]
        if joined and (behind := self._read_joined(at, end)) is not None:
            return behind
        code = codes.code_at(page, at - 1, following) if before in {"+", "("} else None
        code = code or codes.code_at(page, at, following)
        if code is None or times.ISO_DATE.match(low, at) or times.DAY_MONTH_YEAR.match(low, at):
            return None
        return None if self._counts_something(code) else self._exclude(code.start, code.end, code.why)

    def _counts_something(self, code: Excluded) -> bool:
        """Say whether "1000-3000 days" and "13000000000 birds" are numbers that only look like codes."""
        page, lexicon = self.page, self.lexicon
        found = _LIKE_CODES.fullmatch(page.low, code.start, code.end)
        if found is None or (found[2] and int(found[1]) >= int(found[2])):
            return False
        at = skip_spaces(page.low, code.end)
        tables = (lexicon.units, lexicon.currency_after, lexicon.measure_words, lexicon.nouns)
        if any(table.after(page.low, at) for table in tables):
            return True
        thing = latin_thing(page, code.end, lexicon, one=False)
        return thing is not None and thing.adjacent

    def _read_joined(self, at: int, end: int) -> int | None:
        """Leave what a mark joins: "[13,14]", "localhost:3000", "2027/28", "on 3/4", "2016/679"; None for a fraction."""
        page, low = self.page, self.page.low
        if low[at - 1 : at] == "[" and (notes := _NOTES.match(low, at)):
            interval = _INTERVAL.search(low, max(0, at - 14), at)
            return None if interval else self._exclude(at, notes.end(), "footnote")
        if low[at - 1 : at] == ":" and (code := references.colon_code(page, at, self.lexicon)) is not None:
            return self._exclude(code.start, code.end, code.why)
        if "/" not in low[at:end]:
            return None
        if low[at + 4 : at + 5] == "/" and (span := times.digit_time(page, at, at + 4, self.lexicon)):
            return self._take_time(span)
        if found := _MONTH_OF.match(low, at):
            return self._take_time(Span(at, found.end(), f"{found[2]}-{int(found[1]):02d}", "month"))
        if self.lexicon.nearby.on_day.search(low, max(0, at - 10), at) and _DAY.match(low, at):
            return self._exclude(at, end, "date")
        code = references.slashed_code(page, at, end, self.lexicon)
        return None if code is None else self._exclude(code.start, code.end, code.why)

    def _read_colon(self, number: Number, before: str) -> int | None:
        """Read "Genesis 1:3", "14:30" and "4:1", in this order; None if the colon joins no two numbers."""
        at = number.start
        if (mac := _MAC.match(self.page.norm, at)) is not None:
            return self._exclude(at, mac.end(), "identifier")
        if before == " " and (code := self._verse(at)) is not None:
            return self._exclude(code.start, code.end, code.why)
        scored = self._next_score(at)
        if not scored and (span := times.clock_time(self.page, at, self.lexicon)) is not None:
            return self._take_time(span)
        return self._read_ratio(number, scored=scored) if number.place >= _HUNDREDTH else None

    def _verse(self, at: int) -> Excluded | None:
        """Read chapter and verse where no word around speaks of a match or a ratio."""
        code = references.verse(self.page, at, self.lexicon)
        if code is None:
            return None
        around = self.page.low[max(0, at - 40) : code.end + 24]
        words = _WORD.findall(around)
        lexicon = self.lexicon
        spoken = any(word in lexicon.score_words or word in lexicon.ratio_words for word in words)
        return None if spoken else code

    def _read_mixed(self, at: int) -> int | None:
        """Read letters among digits: units glued to their numbers (2h15m), of which `join` makes one value, or a code."""
        end = at
        for part in glued_parts(self.page.low, at, self.lexicon):
            number_end = end + len(part.digits)
            item = self._append(Number(end, number_end, Decimal(part.digits)))
            item.unit, item.kind = part.symbol, QuantityKind.MEASURE
            item.unit_start, item.unit_end = number_end, part.end
            end = item.end = item.outer_end = part.end
        if end > at:
            return end
        code = codes.mixed_code(self.page, at)
        return None if code is None else self._exclude(code.start, code.end, code.why)

    def _exponent(self, at: int, end: int) -> bool:
        """Join the exponent that lost its raised place to the unit before it ("3.7 km 2 )")."""
        low = self.page.low
        last = self.found[-1] if self.found else None
        if last is None or low[at] not in "23" or low[last.end : at] != " ":
            return False
        if last.unit not in _LENGTHS or low[end : end + 2].strip()[:1] not in {"", ")", "/", "|", ";", "）"}:
            return False
        last.unit, last.end = f"{last.unit}^{low[at]}", end
        last.outer_end, last.unit_end = max(last.outer_end, end), end
        return True
