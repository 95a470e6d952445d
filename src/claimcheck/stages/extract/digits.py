"""Numbers that start with a digit: an ordered list of what they can be."""

from __future__ import annotations

import re

from claimcheck.stages.extract import (
    chinese_names,
    codes,
    spoken_times,
    times,
)
from claimcheck.stages.extract.digit_idioms import digit_idiom
from claimcheck.stages.extract.digit_scales import scale_digits
from claimcheck.stages.extract.glued_digits import GluedDigits
from claimcheck.stages.extract.list_numbers import is_heading, opens_line
from claimcheck.stages.extract.marked_digits import MarkedDigits
from claimcheck.stages.extract.numerals import literal_at
from claimcheck.stages.extract.reading import ONE, Number
from claimcheck.stages.extract.templates import template_time
from claimcheck.stages.extract.time_spans import Span

_MOBILE_DIGITS = 11  # a Chinese mobile number, written in one piece
_MARKS = frozenset("-–—°;./(@")
_MARKS_BEFORE = frozenset(":[+(")
_CODE_GOES_ON = re.compile(r" [0-9A-Z]|,[ ]{0,2}[0-9]")
_HOURS = 24
_YEAR_SHORT = re.compile(r"['’](\d\d)(?![\d'’a-z])")
_ORDINAL_STARTS = frozenset("snrt.")
_ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_LONG_DIGITS = re.compile(r"[\d,. ]*\d")
_LIST_MARKS = frozenset(".)）、")
_LIST_WIDTH = 4  # digits


class DigitReader(GluedDigits, MarkedDigits):
    """Reads atoms that open with a digit."""

    def _read_digits(self, at: int) -> int:  # noqa: PLR0912  an ordered list of cases, each one decision
        page, lexicon = self.page, self.lexicon
        low = page.low
        before = low[at - 1] if at else " "
        if lexicon.templates and (span := template_time(page, at, lexicon)) is not None:
            return self._take_time(span)
        if (word_end := digit_idiom(page, at, lexicon)) is not None:
            return self._exclude(at, word_end, "idiom")
        if before == "'" and (short := _YEAR_SHORT.match(low, at - 1)) and not low[at - 2 : at - 1].isalnum():
            return self._take_time(
                Span(at - 1, short.end(), f"{'20' if int(short[1]) < 50 else '19'}{short[1]}", "year")
            )
        if before == "#" and (code := codes.numbered_code(page, at)) is not None:
            return self._exclude(code.start, code.end, code.why)
        if before == "-" and (name := chinese_names.hyphenated(page, at, self.floor, lexicon)) is not None:
            self.names.append(name)
            return name[1]
        if before.isascii() and (before.isalpha() or before in "-_./@=&+%#':"):
            end = self._read_glued(at)
            if end is not None:
                return end
        number = literal_at(page, at)
        if number is None:
            run = _LONG_DIGITS.match(low, at)
            end = run.end() if run else at + 1
            return self._exclude(at, max(end, at + 1), "identifier")
        end = number.end
        following = low[end : end + 1]
        if end - at == 1 and self._exponent(at, end):
            return end
        marked = (
            following in _MARKS or before in _MARKS_BEFORE or number.fraction or end - at >= _MOBILE_DIGITS
        )
        if marked or (following in {" ", ","} and _CODE_GOES_ON.match(page.norm, end)):
            marked_end = self._read_marked(number, before, following)
            if marked_end is not None:
                return marked_end
        if number.place == 1 and (
            end - at <= 4 or following in {"-", "/", "年"} or number.fraction or "/" in low[at:end]
        ):
            plain_end = at
            while plain_end < end and low[plain_end].isdigit():
                plain_end += 1
            span = times.digit_time(page, at, plain_end, lexicon)
            if span is not None:
                return self._take_time(span)
        elif (end - at <= 6 and (span := times.digit_time(page, at, end, lexicon))) or (
            number.fraction and (span := times.digit_time(page, at, at + 2, lexicon))
        ):
            return self._take_time(span)
        if following in {":", "："} and (colon_end := self._read_colon(number, before)):
            return colon_end
        if before == " " and number.value < _HOURS and spoken_times.may_be_hour(low, at, end):
            spoken = spoken_times.spoken_clock(page, at, lexicon)
            if spoken is not None:
                return self._take_time(spoken)
        if (
            (following.isalpha() or following == "-")
            and following.isascii()
            and (mixed_end := self._read_mixed(at)) is not None
        ):
            return mixed_end
        if (
            low[at] == "0"
            and end - at >= 2
            and low[at:end].isdigit()
            and number.place == 1
            and low[at:end].strip("0")
            and not (self.found and self.found[-1].end == at and following in {"分", "秒"})  # 2小时03分
        ):
            return self._exclude(at, end, "identifier")
        if (
            following in {"-", "–", " ", "—"}
            and number.place == 1
            and (score_end := self._read_score(number))
        ):
            return score_end
        if (medal := self._medal(at)) is not None:
            return medal
        if (
            following in _ORDINAL_STARTS
            and number.place == ONE
            and (ordinal_end := self._ordinal_end(number)) is not None
        ):
            number.end, number.ordinal = ordinal_end, True
            return self._finish_ordinal(number)
        if not number.fraction or low[end : end + 1] in {"亿", "万", " "}:
            number = scale_digits(low, number, lexicon)
        if end - at < _LIST_WIDTH and following in _LIST_MARKS and opens_line(page, number):
            return self._exclude(at, number.end, "list-number")
        if number.place != ONE and is_heading(page, number, lexicon):
            return self._exclude(at, number.end, "section")
        return self._finish(number)

    def _ordinal_end(self, number: Number) -> int | None:
        """Return where the ending of an ordinal ends ("3rd", "3. Platz")."""
        tail = _ORDINAL_TAIL.match(self.page.low, number.end)
        if tail is not None and (tail.group() != "st" or self.page.low[number.end - 1] == "1"):
            return tail.end()  # "12st" is a weight
        return number.end + 1 if self.lexicon.ordinal_dot and self._dotted_ordinal(number) else None

    def _dotted_ordinal(self, number: Number) -> bool:
        """Say whether a full stop makes an ordinal of the digits: what is ranked or numbered follows it ("3. Platz")."""
        low, end = self.page.low, number.end
        return (
            number.place == ONE
            and low[end : end + 2] == ". "
            and self.lexicon.rank_after.after(low, end + 2) is not None
        )
