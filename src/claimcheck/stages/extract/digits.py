"""Numbers that start with a digit: dates, codes, scores, ratios, scales."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.extract import (
    chinese_names,
    currencies,
    english_times,
    identifiers,
    spoken_times,
    times,
    units,
)
from claimcheck.stages.extract.glued_units import glued_parts
from claimcheck.stages.extract.han import han_at
from claimcheck.stages.extract.numerals import literal_at
from claimcheck.stages.extract.reading import ONE, Number, skip_spaces
from claimcheck.stages.extract.scores import Scores
from claimcheck.stages.extract.templates import template_time
from claimcheck.stages.extract.things import han_thing, latin_thing
from claimcheck.stages.extract.time_spans import Span
from claimcheck.stages.extract.words import words_at

_MOBILE_DIGITS = 11  # a Chinese mobile number, written in one piece
_DASHES = frozenset("-–—")
_MARKS = frozenset("-–—°;./(@")
_MARKS_BEFORE = frozenset(":[+(")
_CODE_GOES_ON = re.compile(r" [0-9A-Z]|,[ ]{0,2}[0-9]")
_HUNDREDTH = Decimal("0.01")
_HOURS = 24
_LENGTHS = {"km", "m", "cm", "mm", "mi", "ft", "in"}
_YEAR_SHORT = re.compile(r"['’](\d\d)(?![\d'’a-z])")
_ORDINAL_STARTS = frozenset("snrt.")
_ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_WORD = re.compile(r"[a-z]+")
_ON_DAY = re.compile(r"(?:^|[^a-z])(?:on|by|until|since|dated|before|from|expires|exp\.?) $")
_DAY = re.compile(r"(?:3[01]|[12]\d|0?[1-9])/\d\d?(?!\d| of\b| ?(?:in|inch))")
_NOTES = re.compile(
    r"\d{1,3}, (?:pp?\.|ch\.|sec\.|§)[^\]\n]{1,20}(?=\])|\d{1,3}(?:(?:,|[-–]|, )\d{1,3}){1,20}(?=\])"
)
_INTERVAL = re.compile(r"\b(?:ci|interval|range|between|in)\b")
_MAC = re.compile(r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}(?![0-9A-Fa-f:])")
_MONTH_OF = re.compile(r"(1[0-2]|0?[1-9])/((?:19|20)\d\d)(?!\d|/)")
_LIKE_CODES = re.compile(r"(\d{4,9})-(\d{4,9})|1[3-9]\d{9}()")
_LONG_DIGITS = re.compile(r"[\d,. ]*\d")
_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?= [A-Z\u4e00-\u9fff])")
_LINE_START = re.compile(r"(?:^|\n)[# ]*$")
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t>#]*[(（]?$")
# a climate conference, not Colombian pesos; a youth team, not seconds
_CONFERENCE = re.compile(r"COP-?\d\d(?![\d.,]\d|\d)")
_AGE_GROUP = re.compile(r"(?:[Uu]nder|[Oo]ver|U)-?\d\ds?(?!\w|\.\d)")
_LOOSENING = frozenset("多余几来")
_LIST_MARKS = frozenset(".)）、")
_LONGEST_LIST = 30
_LIST_WIDTH = 4  # digits
_LIST_TAIL = re.compile(r"[.)）、](?!\d)")


class DigitReader(Scores):
    """Reads atoms that open with a digit."""

    def _read_digits(self, at: int) -> int:  # noqa: PLR0912  an ordered list of cases, each one decision
        page, lexicon = self.page, self.lexicon
        low = page.low
        before = low[at - 1] if at else " "
        if lexicon.templates and (span := template_time(page, at, lexicon)) is not None:
            return self._take_time(span)
        if (word_end := self._idiom_of_digits(at)) is not None:
            return self._exclude(at, word_end, "idiom")
        if before == "'" and (short := _YEAR_SHORT.match(low, at - 1)) and not low[at - 2 : at - 1].isalnum():
            return self._take_time(
                Span(at - 1, short.end(), f"{'20' if int(short[1]) < 50 else '19'}{short[1]}", "year")
            )
        if before == "#" and (code := identifiers.numbered_code(page, at)) is not None:
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
            number = self._scaled(number)
        if end - at < _LIST_WIDTH and following in _LIST_MARKS and self._list_number(number):
            return self._exclude(at, number.end, "list-number")
        if (
            number.place != ONE
            and _HEADING.match(page.norm, at)
            and _LINE_START.search(low, max(0, at - 9), at)
            and self._bare(number)
        ):
            return self._exclude(at, number.end, "section")
        return self._finish(number)

    def _read_marked(self, number: Number, before: str, following: str) -> int | None:
        """Read what the marks around digits may make of them: eras, coordinates, dates, addresses, codes."""
        page, low, at, end = self.page, self.page.low, number.start, number.end
        if following in _DASHES and (span := times.before_christ(page, at)) is not None:
            return self._take_time(span)
        if (following == "°" or (following == ";" and number.place < _HUNDREDTH)) and (
            code := identifiers.place_on_earth(page, at)
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
        code = identifiers.code_at(page, at - 1, following) if before in {"+", "("} else None
        code = code or identifiers.code_at(page, at, following)
        if code is None or times.ISO_DATE.match(low, at) or times.DAY_MONTH_YEAR.match(low, at):
            return None
        return None if self._counts_something(code) else self._exclude(code.start, code.end, code.why)

    def _counts_something(self, code: identifiers.Label) -> bool:
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

    def _read_joined(self, at: int, end: int) -> int | None:
        """Leave what a mark joins: "[13,14]", "localhost:3000", "2027/28", "on 3/4", "2016/679"; None for a fraction."""
        page, low = self.page, self.page.low
        if low[at - 1 : at] == "[" and (notes := _NOTES.match(low, at)):
            interval = _INTERVAL.search(low, max(0, at - 14), at)
            return None if interval else self._exclude(at, notes.end(), "footnote")
        if low[at - 1 : at] == ":" and (code := identifiers.colon_code(page, at, self.lexicon)) is not None:
            return self._exclude(code.start, code.end, code.why)
        if "/" not in low[at:end]:
            return None
        if low[at + 4 : at + 5] == "/" and (span := times.digit_time(page, at, at + 4, self.lexicon)):
            return self._take_time(span)
        if found := _MONTH_OF.match(low, at):
            return self._take_time(Span(at, found.end(), f"{found[2]}-{int(found[1]):02d}", "month"))
        if _ON_DAY.search(low, max(0, at - 10), at) and _DAY.match(low, at):
            return self._exclude(at, end, "date")
        code = identifiers.slashed_code(page, at, end, self.lexicon)
        return None if code is None else self._exclude(code.start, code.end, code.why)

    def _verse(self, at: int) -> identifiers.Label | None:
        """Read chapter and verse where no word around speaks of a match or a ratio."""
        code = identifiers.verse(self.page, at, self.lexicon)
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
        code = identifiers.mixed_code(self.page, at)
        return None if code is None else self._exclude(code.start, code.end, code.why)

    def _idiom_of_digits(self, at: int) -> int | None:
        """Return where digits end that are a name by themselves: 618, 24/7, 985高校."""
        if (named := identifiers.nickname(self.page, at, self.lexicon)) is not None:
            return named.end
        if self.page.low[at : at + 2] not in self.lexicon.digit_idioms:
            return None
        idiom = self.lexicon.idioms.after(self.page.low, at)
        return idiom[0] if idiom is not None and self._stands_for_itself(at, idiom[0]) else None

    def _stands_for_itself(self, at: int, end: int) -> bool:
        """Say whether the digits of an idiom (618, 24/7) are no part of a longer number or of a measure."""
        low, lexicon = self.page.low, self.lexicon
        following = low[end : end + 1]
        if following.isdigit():
            return False
        if not low[at:end].isdigit():
            return True
        if currencies.currency_before(self.page, at, lexicon) is not None:
            return False  # $618
        after = skip_spaces(low, end)
        char = low[after : after + 1]
        return not (
            (char.isascii() and char.isalpha())
            or (char and char in lexicon.han_scales)
            or (char in {".", ","} and low[after + 1 : after + 2].isdigit())
            or lexicon.units.after(low, after)
            or lexicon.currency_after.after(low, after)
            or lexicon.measure_words.after(low, after)
        )

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

    def _bare(self, number: Number) -> bool:
        """Say whether neither a unit nor a counted thing follows."""
        page, lexicon = self.page, self.lexicon
        return (
            units.unit_after(page, number, lexicon, number.end) is None
            and han_thing(page, number.end, lexicon) is None
        )

    def _scaled(self, number: Number) -> Number:
        """Read scale words and characters after digits."""
        low, lexicon, end = self.page.low, self.lexicon, number.end
        at = skip_spaces(low, end)
        char = low[at : at + 1]
        if char not in lexicon.scale_openers and not "a" <= char <= "z" and char not in {"-", ")"}:
            return number
        if char.isascii():
            if char == ")" and low[number.start - 1 : number.start] == "(":
                return self._scaled_loss(number, skip_spaces(low, end + 1))
        elif (han := self._scaled_han(number, at)) is not None:
            return han
        if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
            at = end + 1
        if "a" <= low[at : at + 1] <= "z":
            word = _WORD.match(low, at)
            if (
                word is not None
                and word.group() in lexicon.dotted
                and low[word.end() : word.end() + 1] == "."
            ):
                return _with_scale(number, lexicon.scales[word.group()], word.end() + 1)
            if word is not None and (word.group() in lexicon.scales):
                if word.group() == "cr" and at != end and low[at + 2 : at + 3].isalpha():
                    return number
                scaled = words_at(low, at, lexicon, number)
                if scaled is not None:
                    scaled.form = "digits"
                    return scaled
            if (
                low.startswith("and a half", at)
                or low.startswith("and a quarter", at)
                or low.startswith("and half", at)
            ):
                scaled = words_at(low, at, lexicon, number) or _with_half(low, at, number)
                if scaled is not None:
                    return self._rescale(scaled)
        return number

    def _scaled_han(self, number: Number, at: int) -> Number | None:
        """Read Chinese scales, fractions and tenths after digits; None where no such character stands at ``at``."""
        low, lexicon, end = self.page.low, self.lexicon, number.end
        char = low[at]
        if char in lexicon.han_scales and char != "两":
            if char in lexicon.financial:
                return number
            scaled = han_at(low, at, lexicon, number)
            if scaled is not None and scaled.form == "han":
                scaled.form = "digits"
            return scaled or number
        if char in _LOOSENING and low[at + 1 : at + 2] in lexicon.han_scales:
            return han_at(low, at, lexicon, number) or number  # 300多亿
        if char == "点" and at == end and low[at + 1 : at + 2].isdigit():
            return number
        if char == "分" and low[at : at + 6].replace(" ", "").startswith("分之"):
            return han_at(low, at, lexicon, number) or number
        if char in {"成", "折"}:
            return han_at(low, at, lexicon, number) or number
        if char == "又":
            return han_at(low, at, lexicon, number) or number
        return None

    def _scaled_loss(self, number: Number, at: int) -> Number:
        """Read the scale after an amount in parentheses: "a loss of $(3.2) million"."""
        low = self.page.low
        word = _WORD.match(low, at)
        if word is None or word.group() not in self.lexicon.scales or at == number.end + 1:
            return number
        if not any(loss in low[max(0, number.start - 40) : number.start] for loss in self.lexicon.losses):
            return number
        scaled = words_at(low, at, self.lexicon, number)
        if scaled is not None:
            scaled.form = "digits"
        return scaled or number

    def _rescale(self, number: Number) -> Number:
        """Read a scale after "5 and a half"."""
        at = skip_spaces(self.page.low, number.end)
        word = _WORD.match(self.page.low, at)
        scale = self.lexicon.scales.get(word.group()) if word else None
        if word and scale:
            number.value *= scale
            number.place *= scale
            number.worth, number.end = Decimal(scale), word.end()
        return number

    def _name_glued(self, start: int, at: int) -> int:
        end = at
        while end < len(self.page.norm) and self.page.norm[end].isalnum():
            end += 1
        self.names.append((start, end))
        return end

    def _read_glued(self, at: int) -> int | None:  # noqa: PLR0912  an ordered list of cases, each one decision
        """Read digits with letters or joints right before them; None if they are a plain number after all."""
        page, lexicon = self.page, self.lexicon
        norm, low = page.norm, page.low
        if (link := identifiers.url_at(page, at)) is not None:
            return self._exclude(max(link.start, self.floor), link.end, link.why)
        start = identifiers.token_start(page, at, self.floor)
        head = low[start:at]
        letters = head.rstrip("-._/'&+")
        if not any(char.isalpha() for char in head):
            if head.endswith("/") and norm[at - 2 : at - 1].isdigit() and self.floor == at - 1:
                return None
            return None
        if letters in {"q", "h", "fy", "cy"} and (span := english_times.prefixed_time(page, start)):
            return self._take_time(span)
        upper = norm[start:at].rstrip("-")
        if _CONFERENCE.match(norm, start) or _AGE_GROUP.match(norm, start):
            return self._name_glued(start, at)
        if upper in lexicon.iso or (letters in {"rs", "rm", "us", "hk", "nt"} and head == letters):
            return None
        if head in {"no.", "nos.", "no"}:
            return None
        if (
            (head in lexicon.glued and norm[start:at].islower())
            or head == "~"
            or (
                letters in {"mid", "sub", "under", "over", "top", "pre", "post", "non", "nearly"}
                and head.endswith("-")
            )
        ):
            return None
        if head in {"p.", "pp."}:
            return self._exclude(start, at + 1, "section")
        if (
            head.endswith((".", "/"))
            and not head[:-1].isupper()
            and len(letters) > 3
            and start > 0
            and head[-1] == "."
            and "." not in head[:-1]
        ):
            return None  # a sentence that ends without a space before a number
        if head.endswith("/") and self._scale_before(start, at):
            return None
        label = lexicon.labels.table.get(letters)
        end = identifiers.long_name_end(page, start, identifiers.name_end(page, at))
        if label in {"section", "figure"}:
            return self._exclude(start, end, label)
        if letters in {"v", "ver"}:
            return self._exclude(start, end, "version")
        if (
            len(letters) == 1
            and head == letters
            and norm[start] == "x"
            and norm[start - 1 : start] in {" ", ""}
        ):
            return None
        self.names.append((start, end))
        return end

    def _scale_before(self, start: int, at: int) -> bool:
        """Say whether "17B/" or "1T/" stands before the digits: two quantities with a slash between them."""
        return bool(self.found) and self.found[-1].end >= at - 1 - len(self.page.low[start:at])

    def _list_number(self, number: Number) -> bool:
        """Say whether the number opens a line as "1." or "2)": a list or heading number."""
        low, end = self.page.low, number.end
        if number.worth != 1 or number.unit:
            return False
        tail = _LIST_TAIL.match(low, end)
        if tail is None:
            return False
        head = low[max(0, number.start - 6) : number.start]
        if low[end] in ")）" and head[-1:] == " " and number.value < _LONGEST_LIST:
            # "1) Wash. 2) Dry.": the bracket closes nothing
            return not any(mark in low[max(0, number.start - 60) : number.start] for mark in "(（")
        if _LIST_NUMBER.search(head) is None or (number.start > 6 and head == " " * 6):
            return False
        return bool(low[tail.end() : tail.end() + 40].strip()) and number.form == "digits"


def _with_scale(number: Number, scale: int, end: int) -> Number:
    """Multiply digits by an abbreviated scale ("3,5 Mio.")."""
    number.value, number.place = number.value * scale, number.place * scale
    number.worth, number.end = Decimal(scale), end
    return number


def _with_half(low: str, at: int, number: Number) -> Number | None:
    """Add "and a half" to digits: "5 and a half minutes"."""
    for words, part in (("and a half", "0.5"), ("and half", "0.5"), ("and a quarter", "0.25")):
        if low.startswith(words, at):
            return Number(
                number.start, at + len(words), number.value + Decimal(part), Decimal("0.1"), form="digits"
            )
    return None
