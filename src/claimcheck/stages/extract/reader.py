"""The engine: finds number atoms in one pass and reads only the local context of each."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.languages.lexicon import Unit
from claimcheck.records.quantity import Direction, Modifier, QuantityKind, TimeExpression
from claimcheck.stages.extract import identifiers, times, units
from claimcheck.stages.extract.han import han_at
from claimcheck.stages.extract.modifiers import (
    apply_hedge,
    direction_after,
    direction_around,
    direction_before,
    hedge_after,
    hedge_before,
    is_span_over,
    negated,
)
from claimcheck.stages.extract.numerals import literal_at
from claimcheck.stages.extract.ranges import join
from claimcheck.stages.extract.reading import ONE, Excluded, Found, Number, Page, Reading, back_over_spaces, skip_spaces
from claimcheck.stages.extract.things import Thing, english_thing, han_thing
from claimcheck.stages.extract.words import words_at

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_ARTICLE_UNIT = re.compile(r" ?(an?) ")
_HOURS_AND = re.compile(r"\b(?:an?|one) ([a-z]+) and (?:an? )?$")
_AGED = re.compile(r"\b(?:aged|age|ages|age of)[ \xa0]$")
_SCORE = re.compile(r"(\d{1,3}) ?[-–—] ?(\d{1,3})(?![\d%./-]|-?[a-z])")
_MEDALS = re.compile(r"[0-9一二三四五六七八九十两]{1,3}枚?([金银铜])(?=[0-9一二三四五六七八九十两、]{1,4}枚?[金银铜])")
_MEDAL_TAIL = re.compile(r"[0-9一二三四五六七八九十两]{1,3}枚?([金银铜])")
_STREET = re.compile(r"[A-Za-z]? (?:[A-Z][A-Za-z.']+ ){1,3}([A-Za-z]+)\b")
_DECIMAL_TAIL = re.compile(r"([零〇]?[一二三四五六七八九][一二三四五六七八九零]?|[0-9]{1,2})(?![十百千万亿0-9.,])")
_YEAR_SHORT = re.compile(r"['’](\d\d)(?![\d'’a-z])")
_VERB_BEFORE_MINUS = frozenset("为是到至约达于了的从由有数值分率在以比：，、；。（“ ")
_ORDINAL_TAIL = re.compile(r"(?:st|nd|rd|th)(?![a-z])")
_WORD = re.compile(r"[a-z]+")
_LONG_DIGITS = re.compile(r"[\d,. ]*\d")
_KINDS = {"percent": QuantityKind.PERCENT, "money": QuantityKind.MONEY, "measure": QuantityKind.MEASURE, "multiple": QuantityKind.MULTIPLE, "count": QuantityKind.COUNT}
_RANK_NOUN = "名位大高"
_SEQUENCE = ("分钟", "天", "日", "周", "年", "枪", "步", "局", "节", "场", "盘", "轮", "胎", "极", "产业", "夫人", "者", "方", "人称", "线", "时间", "次", "集", "季", "期", "阶段", "部分", "种", "类", "批", "届", "版", "代", "回", "声", "眼", "课", "号", "大道", "街", "中学", "医院", "小学", "人民医院", "军", "师", "团")
_RANK_SECTION = "章节页条款项行步段部编卷讲课回"
_LOOSE = {"多": Modifier.MORE_THAN, "余": Modifier.MORE_THAN, "来": Modifier.ABOUT, "几": Modifier.MORE_THAN}
_ALONE = "一"
_ONE_IN = re.compile(r" (?:in|out of|of) (?:every )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred)")
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t]*[(（]?$")
_LIST_TAIL = re.compile(r"[.)）、](?!\d)")
_HAN_HEADING = re.compile(r"(?:^|\n)[ #]*[（(]?$")
_FOOTNOTE = re.compile(r"\[$")
_NUMERAL_AFTER = re.compile(r"[-–—/]\d")
_ONE_VERB = frozenset({"is", "was", "of", "who", "that", "which", "another", "would", "could", "can", "must", "should", "has", "had", "may", "might", "will", "to", "in", "on", "at", "with", "for", "from", "and", "or", "but", "the", "by", "as", "than", "it", "up", "out", "another"})
_NOT_ONE = frozenset({"the", "this", "that", "no", "any", "each", "every", "which", "another", "some", "first", "last", "next", "new", "old", "big", "good", "better", "best", "only", "other", "same", "right", "wrong", "previous", "latest"})


class Reader:
    """Reads one text; every ``_read_*`` takes the place of an atom and returns where to go on."""

    def __init__(self, text: str, lexicon: Lexicon, lang: str | None) -> None:
        self.page = Page(text, lexicon.fold)  # type: ignore[arg-type]  # a Mapping is enough for str.translate
        self.lexicon = lexicon
        self.lang = lang
        self.found: list[Found] = []
        self.spans: list[times.Span] = []
        self.names: list[tuple[int, int]] = []
        self.excluded: list[Excluded] = []
        self.yen = ""
        self.floor = 0  # where the last atom ended: nothing before it is read again as a token

    def read(self) -> Reading:
        """Read the whole text."""
        low = self.page.low
        self._lone_article()
        search = self.lexicon.anchor.search
        position = 0
        while (match := search(low, position)) is not None:
            at = match.start()
            char = low[at]
            if char.isascii():
                position = self._read_digits(at) if char.isdigit() else self._read_word(at, match.end())
            elif char in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞":
                position = self._read_digits(at)
            else:
                position = self._read_han(at, match.end())
            if position <= at:
                position = at + 1
            self.floor = position
        page, lexicon = self.page, self.lexicon
        quantities = [item for item in join(page, self.found, lexicon) if not self._stale(item)]
        self.spans = times.join_years(page, self.spans)
        expressions = [times.to_expression(page, span, lexicon) for span in self.spans]
        return Reading(quantities, expressions, self.names, self.excluded)

    def _stale(self, item: Found) -> bool:
        return item.end <= item.start

    def _lone_article(self) -> None:
        """Read "a litre" as one litre where it is the whole text; in running text the article counts nothing."""
        low = self.page.low
        found = _ARTICLE_UNIT.match(low) if len(low) < 40 else None
        if found is None:
            return
        after = self.lexicon.units.after(low, found.end())
        if after is not None and not low[after[0] :].strip(" ."):
            item = self._append(Number(found.start(1), found.end(1), ONE, form="words"))
            item.end = item.outer_end = after[0]
            item.unit, item.kind = after[1].symbol, _KINDS[after[1].kind]
            item.unit_start, item.unit_end = found.end(), after[0]

    # -- digits -----------------------------------------------------------------------------------------

    def _read_digits(self, at: int) -> int:
        page, lexicon = self.page, self.lexicon
        low = page.low
        before = low[at - 1] if at else " "
        if (idiom := lexicon.idioms.after(low, at)) is not None and not low[idiom[0] : idiom[0] + 1].isdigit():
            return self._exclude(at, idiom[0], "idiom")
        if before == "'" and (short := _YEAR_SHORT.match(low, at - 1)) and not low[at - 2 : at - 1].isalnum():
            return self._take_time(times.Span(at - 1, short.end(), f"{'20' if int(short[1]) < 50 else '19'}{short[1]}", "year"))
        if before.isascii() and (before.isalpha() or before in "-_./@=&+%#'"):
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
        if end - at == 4 and following in {"-", "–", "/"} and (span := times.digit_time(page, at, end, lexicon)):
            return self._take_time(span)
        if following in {".", "-", "(", " ", ":", "："} or before in "+(" or end - at >= 11:
            code = identifiers.code_at(page, at)
            if code is not None and not times._ISO_DATE.match(low, at) and not times._DMY.match(low, at):  # noqa: SLF001
                return self._exclude(code.start, code.end, code.why)
        if number.place == 1 and (end - at <= 4 or following in {"-", "/", "年"} or number.fraction or "/" in low[at:end]):
            plain_end = at
            while plain_end < end and low[plain_end].isdigit():
                plain_end += 1
            span = times.digit_time(page, at, plain_end, lexicon)
            if span is not None:
                return self._take_time(span)
        elif end - at <= 6 and (span := times.digit_time(page, at, end, lexicon)):
            return self._take_time(span)
        elif number.fraction and (span := times.digit_time(page, at, at + 2, lexicon)):
            return self._take_time(span)
        if following in {":", "："} and (span := times.clock_time(page, at, lexicon)):
            return self._take_time(span)
        if following in {":", "："} and number.place == 1 and (ratio_end := self._read_ratio(number)):
            return ratio_end
        if following.isalpha() and following.isascii() and (code := identifiers.mixed_code(page, at)):
            return self._exclude(code.start, code.end, code.why)
        if low[at] == "0" and end - at >= 2 and low[at:end].isdigit() and number.place == 1 and low[at:end].strip("0"):
            return self._exclude(at, end, "identifier")
        if following in {"-", "–", " ", "—"} and number.place == 1 and (score_end := self._read_score(number)):
            return score_end
        if (medal := self._medal(at)) is not None:
            return medal
        if (tail := _ORDINAL_TAIL.match(low, end)) and number.place == 1 and not number.fraction:
            number.end, number.ordinal = tail.end(), True
            return self._finish_ordinal(number)
        if not number.fraction or low[end : end + 1] in {"亿", "万", " "}:
            number = self._scaled(number)
        if self._list_number(number):
            return self._exclude(at, number.end, "list-number")
        return self._finish(number)

    def _read_score(self, number: Number) -> int | None:
        """Read "3-1" as two quantities where the words around say that it is a match."""
        low = self.page.low
        found = _SCORE.match(low, number.start)
        if found is None or found.end(1) != number.end or len(found[1]) > 3:
            return None
        around = low[max(0, number.start - 40) : number.start] + " | " + low[found.end() : found.end() + 24]
        if not any(word in self.lexicon.score_words for word in _WORD.findall(around)) and not any(
            word in around for word in self.lexicon.score_words if not word.isascii() and len(word) > 1
        ):
            return None
        if self.lexicon.units.after(low, skip_spaces(low, found.end())) is not None:
            return None
        for group in (1, 2):
            literal = literal_at(self.page, found.start(group))
            if literal is not None:
                self._append(literal)
                if group == 1:
                    self.found[-1].form = "score"
        return found.end()

    def _medal(self, at: int) -> int | None:
        """Read 五金三银 as counts of medals."""
        low = self.page.low
        if low[at + 1 : at + 2] not in {"金", "银", "铜"} and low[at + 2 : at + 3] not in {"金", "银", "铜"}:
            return None
        found = _MEDALS.match(low, at)
        if found is None and self.found and self.found[-1].unit in {"金牌", "银牌", "铜牌"} and at - self.found[-1].end <= 1:
            found = _MEDAL_TAIL.match(low, at)
        if found is None:
            return None
        number = literal_at(self.page, at) if low[at].isascii() else han_at(low, at, self.lexicon)
        if number is None:
            return None
        item = self._append(number)
        item.unit, item.kind = f"{found[1]}牌", QuantityKind.COUNT
        item.end = item.outer_end = found.end()
        return found.end()

    def _scaled(self, number: Number) -> Number:
        """Read scale words and characters after digits."""
        low, lexicon, end = self.page.low, self.lexicon, number.end
        at = skip_spaces(low, end)
        char = low[at : at + 1]
        if not char:
            return number
        if char in lexicon.han_scales and char != "两":
            if char in lexicon.financial:
                return number
            return han_at(low, at, lexicon, number) or number
        if char == "点" and at == end and low[at + 1 : at + 2].isdigit():
            return number
        if char == "分" and low[at : at + 6].replace(" ", "").startswith("分之"):
            return han_at(low, at, lexicon, number) or number
        if char in {"成", "折"}:
            return han_at(low, at, lexicon, number) or number
        if char == "又":
            return han_at(low, at, lexicon, number) or number
        if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
            at = end + 1
        if "a" <= low[at : at + 1] <= "z":
            word = _WORD.match(low, at)
            if word is not None and (word.group() in lexicon.scales):
                if word.group() == "cr" and at != end and low[at + 2 : at + 3].isalpha():
                    return number
                scaled = words_at(low, at, lexicon, number)
                if scaled is not None:
                    scaled.form = "digits"
                    return scaled
            if low.startswith("and a half", at) or low.startswith("and a quarter", at) or low.startswith("and half", at):
                scaled = words_at(low, at, lexicon, number) or _with_half(low, at, number)
                if scaled is not None:
                    return self._rescale(scaled)
        return number

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

    def _read_glued(self, at: int) -> int | None:
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
        if letters in {"q", "h", "fy", "cy"} and (span := times.prefixed_time(page, start)):
            return self._take_time(span)
        upper = norm[start:at].rstrip("-")
        if upper in lexicon.iso or letters in {"rs", "rm", "us", "hk", "nt"} and head == letters:
            return None
        if head in {"no.", "nos.", "no"}:
            return None
        if head in lexicon.glued or letters in {"mid", "sub", "under", "over", "top", "pre", "post", "non", "nearly"} and head.endswith("-"):
            return None
        if head in {"p.", "pp."}:
            return self._exclude(start, at + 1, "section")
        if head.endswith((".", "/")) and not head[:-1].isupper() and len(letters) > 3 and start > 0 and "." == head[-1]:
            return None  # a sentence that ends without a space before a number
        if head.endswith("/") and self._scale_before(start, at):
            return None
        label = lexicon.labels.table.get(letters)
        end = identifiers.name_end(page, at)
        if label in {"section", "figure"}:
            return self._exclude(start, end, label)
        if letters == "v" or letters == "ver":
            return self._exclude(start, end, "version")
        if len(letters) == 1 and head == letters and letters == "x" and norm[start - 1 : start] in {" ", ""}:
            return None
        self.names.append((start, end))
        return end

    def _scale_before(self, start: int, at: int) -> bool:
        """Say whether "17B/" or "1T/" stands before the digits: two quantities with a slash between them."""
        return bool(self.found) and self.found[-1].end >= at - 1 - len(self.page.low[start:at])

    def _read_ratio(self, number: Number) -> int | None:
        """Read a:b as a ratio or as a score of two quantities."""
        page, lexicon = self.page, self.lexicon
        low = page.low
        other_at = number.end + 1
        if low[other_at : other_at + 1] == " ":
            other_at += 1
        if not low[other_at : other_at + 1].isdigit():
            return None
        other = literal_at(page, other_at)
        if other is None or other.place not in {ONE, Decimal("0.1"), Decimal("0.01")} or other.fraction:
            return None
        around = low[max(0, number.start - 14) : other.end + 12]
        score = any(word in around for word in lexicon.score_words)
        is_ratio = any(word in around for word in lexicon.ratio_words) or "ratio" in around or "odds" in around or "scale" in around
        if score or not is_ratio:
            if other.place != 1:
                return None
            if low[other.end : other.end + 1] in {":", "："} and low[other.end + 1 : other.end + 2].isdigit():
                return self._exclude(number.start, other.end, "clock")
            self._append(number)
            self._append(other)
            return other.end
        if not other.value:
            return None
        number.value, number.end, number.place, number.zeros = number.value / other.value, other.end, Decimal(0), 0
        self._append(number).kind = QuantityKind.RATIO
        return other.end

    def _list_number(self, number: Number) -> bool:
        """Say whether the number opens a line as "1." or "2)": a list or heading number."""
        low, end = self.page.low, number.end
        if number.end - number.start > 3 or number.worth != 1 or number.unit:
            return False
        tail = _LIST_TAIL.match(low, end)
        if tail is None:
            return False
        head = low[max(0, number.start - 6) : number.start]
        if _LIST_NUMBER.search(head) is None or (number.start > 6 and head == " " * 6):
            return False
        return bool(low[tail.end() : tail.end() + 40].strip()) and number.form == "digits"

    # -- words ------------------------------------------------------------------------------------------

    def _read_word(self, at: int, stop: int) -> int:
        page, lexicon = self.page, self.lexicon
        low = page.low
        word = low[at:stop]
        relative = lexicon.relative.table.get(word)
        if relative is not None:
            return self._take_relative(at, stop, relative.grain, relative.offset, cumulative=relative.cumulative)
        if word in lexicon.months:
            span = times.month_time(page, at, stop, lexicon)
            if span is None:
                return stop
            return self._take_time(span)
        if word in lexicon.decades:
            return self._exclude(at, stop, "date") if low[max(0, at - 4) : at] in {"the ", "his ", "her "} else stop
        if word in lexicon.period_ordinals and (span := times.ordinal_time(page, at, lexicon)):
            return self._take_time(span)
        if (idiom := self._idiom(at, stop)) is not None:
            return self._exclude(*idiom)
        multiple = lexicon.multiples.get(word)
        if multiple is not None:
            return self._take_multiple(at, stop, multiple.value, multiple.direction, multiple.before)
        number = words_at(low, self._with_article(at, word), lexicon)
        if number is not None and self._is_place_name(number):
            self.names.append((number.start, number.end))
            return number.end
        if number is None:
            if word in lexicon.ordinals:
                return self._finish_ordinal(Number(at, stop, Decimal(lexicon.ordinals[word]), form="words", ordinal=True))
            why = "vague" if word in lexicon.vague else "word-part"
            return self._exclude(at, stop, why)
        if number.ordinal:
            return self._finish_ordinal(number)
        if number.fraction and self._no_fraction(number, word, at):
            if word in lexicon.ordinals:
                return self._finish_ordinal(Number(at, stop, Decimal(lexicon.ordinals[word]), form="words", ordinal=True))
            return self._exclude(at, stop, "word-part")
        if word == "one" and number.end == stop and self._is_pronoun(at, stop) and not _ONE_IN.match(low, stop):
            return self._exclude(at, stop, "word-part")
        if word in {"nil", "nought", "naught"} and number.end == stop and low.strip() != word and not _alone(low, at, stop):
            pass
        if low[number.end : number.end + 4] == "fold" or low[number.end : number.end + 5] == "-fold":
            number.multiple = True
        return self._finish(number)

    def _is_place_name(self, number: Number) -> bool:
        """Say whether a capitalised number word opens a name in mid-sentence ("Seven Oaks")."""
        norm, start = self.page.norm, number.start
        if not norm[start].isupper() or start < 2 or norm[number.end : number.end + 1] != " ":
            return False
        return norm[number.end + 1 : number.end + 2].isupper() and norm[start - 1] == " " and norm[start - 2].islower() and norm[start + 1].islower()

    def _with_article(self, at: int, word: str) -> int:
        """Return where the number starts when an article or "half" opens it ("a hundred", "a third")."""
        low, lexicon = self.page.low, self.lexicon
        if word in lexicon.cardinals:
            return at
        for article in ("a ", "an "):
            start = at - len(article)
            if start >= 0 and low.startswith(article, start) and (start == 0 or not low[start - 1].isalpha()):
                if word in lexicon.denominators or word in lexicon.ordinals:
                    return start if start >= self.floor or start == 0 else at
                return at
        return at

    def _no_fraction(self, number: Number, word: str, at: int) -> bool:
        """Say whether "half", "quarter", "a third" is no fraction here ("the quarter", "a third party")."""
        low = self.page.low
        end = number.end
        following = _WORD.match(low, end + 1) if low[end : end + 1] in {" ", "-"} else None
        after = following.group() if following else ""
        alone = not low[:at].strip(" a") and not low[end:].strip(" .")
        if alone:
            return False
        if word in {"half", "quarter"} and number.start == at:
            if after in {"a", "an", "of", "the", "its", "their", "his", "her", "as", "that", "this", "my", "our", "those", "these"} and word == "half":
                return False
            if self.lexicon.units.after(low, end + 1) is not None and low[end : end + 1] in {" ", "-"}:
                return False
            if word == "quarter":
                return True
            return low[end : end + 1] not in {"", ",", ".", ";"} or low[max(0, at - 4) : at] in {"the ", "her ", "his ", "ond ", "rst "}
        if word in self.lexicon.ordinals:
            return after != "of" and self.lexicon.units.after(low, end + 1) is None and bool(after)
        if word in {"quarter", "half"}:
            return after in {"time", "final", "finals", "back", "century", "dollar", "pipe", "mile"} and word == "quarter" and after != "mile"
        return False

    def _is_pronoun(self, at: int, stop: int) -> bool:
        low = self.page.low
        if _alone(low, at, stop):
            return False
        before = re.search(r"([a-z']+)[ ]$", low[max(0, at - 14) : at])
        following = _WORD.match(low, stop + 1) if low[stop : stop + 1] == " " else None
        if before and (before[1] in _NOT_ONE or before[1].endswith("'s")):
            return before[1] != "only" or following is None
        if low[stop : stop + 1] == "-":
            return self.lexicon.units.after(low, stop + 1) is None and self.lexicon.currency_after.after(low, stop + 1) is None
        if following is None:
            return low[stop : stop + 1] not in {""} and not (before and before[1] in {"number", "is", "negative", "minus", "to", "of"})
        return following.group() in _ONE_VERB

    def _take_multiple(self, at: int, stop: int, value: Decimal, direction: str | None, before: frozenset[str]) -> int:
        low = self.page.low
        following = _WORD.match(low, stop + 1) if low[stop : stop + 1] == " " else None
        word = following.group() if following else ""
        if before and word not in before and hedge_before(self.page, at, self.lexicon) is None:
            return self._exclude(at, stop, "word-part")
        if low[at:stop] == "twice" and word in {"a", "in", "before", "and", "on", "at", "during", "daily", "weekly", "monthly", "married", "for", "yearly", "per"}:
            number = Number(at, stop, value, form="words", unit="time")
            item = self._append(number)
            item.unit, item.kind = "time", QuantityKind.COUNT
            self._hedge(item)
            return stop
        item = self._append(Number(at, stop, value, form="words"))
        item.unit, item.kind = "x", QuantityKind.MULTIPLE
        item.direction = Direction(direction) if direction else direction_before(self.page, item.outer_start, self.lexicon)
        self._hedge(item)
        return stop

    # -- Chinese ----------------------------------------------------------------------------------------

    def _read_han(self, at: int, stop: int) -> int:
        page, lexicon = self.page, self.lexicon
        low = page.low
        word = low[at:stop]
        if stop - at > 1 or word not in lexicon.han_digits:
            if (relative := lexicon.relative.after(low, at)) is not None:
                return self._take_relative(at, relative[0], relative[1].grain, relative[1].offset, cumulative=relative[1].cumulative)
            if (period := lexicon.han_periods.after(low, at)) is not None and low[max(0, at - 1) : at] not in {"十"}:
                return self._take_period(at, *period)
            if (multiple := lexicon.han_multiples.after(low, at)) is not None:
                way = "down" if multiple[1] < 1 else "up"
                return self._take_multiple(at, multiple[0], multiple[1], way, frozenset())
            if (rank := lexicon.han_ranks.after(low, at)) is not None:
                return self._take_rank(at, rank[0], rank[1])
        if low[at] == "零" and low[at + 1 : at + 2] in {"下", "上"}:
            return at + 2
        if (medal := self._medal(at)) is not None:
            return medal
        if (idiom := self._idiom(at, at + 1)) is not None:
            return self._exclude(*idiom)
        if (span := times.han_time(page, at, lexicon)) is not None and not (span.grain == "month" and _alone(low, at, span.end)):
            return self._take_time(span)
        if word == "半":
            return self._read_half(at)
        number = han_at(low, at, lexicon)
        if number is None or number.form == "overlong":
            return self._exclude(at, max(number.end if number else at + 1, at + 1), "identifier")
        text = low[number.start : number.end]
        previous = low[at - 1 : at]
        if text[0] in lexicon.han_scales and text[0] not in "十拾":
            if previous and previous in "数几好上近过成":
                if previous in "上近过" and number.end - number.start <= 2:
                    return self._finish(number)
                return self._exclude(at, number.end, "vague")
            if len(text) == 1 and low[number.end : number.end + 1] not in {"余", "多", "来"} and not number.fraction and number.unit is None:
                return self._exclude(at, number.end, "word-part")
        elif previous and previous in "数几" and text[0] in "十拾":
            return self._exclude(at, number.end, "vague")
        if len(text) == 1 and not self._lone_han(number, text):
            return self._exclude(at, number.end, "word-part")
        if number.low is not None and len(text) == 2 and not self._measured(number):
            number.low = number.high = None
        if number.end - at >= 4 and all(char in lexicon.financial for char in text[:1]) and len(text) == 1:
            return self._exclude(at, number.end, "word-part")
        return self._finish(number)

    def _measured(self, number: Number) -> bool:
        low, lexicon = self.page.low, self.lexicon
        end = skip_spaces(low, number.end)
        return bool(
            lexicon.measure_words.after(low, end) or lexicon.units.after(low, end) or lexicon.currency_after.after(low, end) or number.unit
        )

    def _lone_han(self, number: Number, text: str) -> bool:
        """Say whether one numeral character is a number here and not a part of a word or an article."""
        low, lexicon = self.page.low, self.lexicon
        at, end = number.start, number.end
        if _alone(low, at, end):
            return True
        previous = low[at - 1 : at] if at else ""
        if previous == "第" or low.startswith("个半", end):
            return True
        if text in "俩仨" and previous and previous in "他她它们我你咱":
            return True
        after = skip_spaces(low, end)
        if low[end : end + 1] in {"点", "多", "余", "几"} and text in "十拾":
            return True
        if low[end : end + 1] == "半" or low[at - 1 : at] in {"负"}:
            return True
        unit = self._han_unit(after)
        measure = lexicon.measure_words.after(low, after)
        money = lexicon.currency_after.after(low, after)
        if text in lexicon.financial:
            return money is not None
        best = max((stop for stop in (unit, money[0] if money else None) if stop is not None), default=0)
        if text == _ALONE:
            if best and low[best : best + 1] == "半":
                return True
            if best and best >= (measure[0] if measure else 0) and low[after:best] not in {"点", "度", "分", "天", "周", "块", "年", "两", "件"}:
                return True
            if measure is None and not best:
                return low[end : end + 1] in {"至", "到", "~", "-"} and low[end + 1 : end + 2] in lexicon.han_digits or (
                    previous in {"是", "于", "为"} and not low[end : end + 1].strip("，。；、！？却而和与或”\" ,.")
                ) or low[end : end + 2] == "以上"
            if _alone(low, at, max(best, measure[0] if measure else 0)):
                return True
            emphasis = lexicon.emphasis.before(low, back_over_spaces(low, at))
            return emphasis is not None
        if measure is not None and low[after : measure[0]] == "打" and low[measure[0] : measure[0] + 1] in lexicon.han_digits:
            return False
        if best or measure is not None:
            stop = max(best, measure[0] if measure else 0)
            return not (low[after:stop] in {"国", "家", "人", "手", "面", "处", "角", "门", "点", "口", "道", "节", "行", "部", "队", "区", "代", "级", "类", "市", "省", "州", "县", "校", "军", "院", "党", "派", "江", "湖", "翼"} and text == "两")
        if lexicon.nouns.after(low, after) is not None:
            return True
        if low[end : end + 1] in {"至", "到", "、", "~", "-"} and (low[end + 1 : end + 2] in lexicon.han_digits or low[end + 1 : end + 2] == "十"):
            return True
        following = low[end : end + 1]
        if following in {"，", "。", "”", "\"", ",", ".", "；", " ", "", "而", "却", "的", "倍", "成", "折", "之", "以"} or low.startswith("以上", end):
            return previous in {"是", "于", "为", "到", "至", "达", "有", "“", "\"", "前", "了", "、", "和"}
        return False

    def _han_unit(self, position: int) -> int | None:
        found = self.lexicon.units.after(self.page.low, position)
        if found is None:
            return None
        guard = self.lexicon.not_before.get(self.page.low[position : found[0]])
        following = self.page.low[found[0] : found[0] + 1]
        return None if guard and following and following in guard else found[0]

    def _read_half(self, at: int) -> int:
        """Read 半 before a unit (半小时), and 一半."""
        low, lexicon = self.page.low, self.lexicon
        after = at + 1
        if low[after : after + 1] == "百":
            return self._finish(Number(at, after + 1, Decimal(50), Decimal(10), form="han"))
        if low[after : after + 1] in {"折", "成"}:
            number = Number(at, after + 1, Decimal(50) if low[after] == "折" else Decimal(5), form="han", unit="%")
            return self._finish(number)
        previous = low[at - 1 : at]
        if previous == "一" and not low.startswith(("个",), after):
            return self._finish(Number(at - 1, at + 1, Decimal("0.5"), Decimal(0), form="han", fraction=True))
        unit = lexicon.units.after(low, after) or lexicon.currency_after.after(low, after)
        measured = low[after : after + 1] == "个"
        if unit is None and not measured:
            return self._exclude(at, after, "word-part")
        if previous and previous in "上下大多前后":
            return self._exclude(at, after, "word-part")
        return self._finish(Number(at, after, Decimal("0.5"), Decimal("0.1"), form="han"))

    def _take_rank(self, at: int, stop: int, value: int) -> int:
        previous = self.page.low[max(0, at - 2) : at]
        if self.page.low[at:stop] != "榜首" and previous[-1:] not in {"居", "列", "占", "排", "位", "获", "夺", "得", "摘", "登"}:
            return self._exclude(at, stop, "word-part")
        item = self._append(Number(at, stop, Decimal(value), form="han"))
        item.kind, item.rank = QuantityKind.ORDINAL, True
        return stop

    # -- times ------------------------------------------------------------------------------------------

    def _take_time(self, span: times.Span) -> int:
        self.spans.append(span)
        self.excluded.append(Excluded(span.start, span.end, "date"))
        return span.end

    def _take_relative(self, at: int, stop: int, grain: str, offset: int | None, *, cumulative: bool) -> int:
        """Join a relative year with the part of it that follows: 去年第三季度, 今年上半年."""
        low = self.page.low
        if grain == "year":
            part = times._PERIOD.match(low, stop)  # noqa: SLF001
            if part is not None:
                span = times._year_period(at, "", part)  # noqa: SLF001
                return self._take_time(times.Span(at, span.end, span.iso, span.grain, offset, cumulative=span.cumulative))
            month = times._MONTH_DAY.match(low, stop)  # noqa: SLF001
            if month is not None and 1 <= times.small_number(month[1]) <= 12:
                iso = f"--{times.small_number(month[1]):02d}" + (f"-{times.small_number(month[2]):02d}" if month[2] else "")
                return self._take_time(times.Span(at, month.end(), iso, "day" if month[2] else "month", offset))
        return self._take_time(times.Span(at, stop, "", grain, offset, cumulative=cumulative))

    def _take_period(self, at: int, stop: int, name: str) -> int:
        if not name:
            return stop
        if "/" in name:
            first, last = name.split("/")
            return self._take_time(times.Span(at, stop, f"-{first}/-{last}", "span", None, cumulative=True))
        return self._take_time(times.Span(at, stop, f"-{name}", "quarter" if name[0] == "Q" else "half"))

    # -- finishing --------------------------------------------------------------------------------------

    def _idiom(self, at: int, stop: int) -> tuple[int, int, str] | None:
        """Return the idiom that covers the atom, if any; the longest one that starts nearest before it."""
        low, table = self.page.low, self.lexicon.idioms
        for back in range(min(at - self.floor, 16 if low[at].isascii() else 4) + 1):
            start = at - back
            if back and low[at].isascii() and low[start - 1 : start].isalpha():
                continue
            found = table.after(low, start)
            if found is not None and found[0] >= stop:
                if back and low[start].isascii() and start and low[start - 1].isalpha():
                    continue
                phrase = low[start : found[0]]
                if phrase in self.lexicon.unless_alone and (_alone(low, start, found[0])):
                    return None
                if not low[at].isascii() and not back and self._longer_numeral(at, found[0]):
                    continue
                if phrase[-1] == "分" and low[found[0] : found[0] + 1] == "之":
                    continue
                return start, found[0], "idiom"
        return None

    def _longer_numeral(self, at: int, stop: int) -> bool:
        """Say whether the idiom cuts a numeral or a measure in two ("三星期" is no 三星)."""
        low, lexicon = self.page.low, self.lexicon
        unit = lexicon.units.after(low, at + 1)
        if unit is not None and unit[0] > stop:
            return True
        run = at
        while run < at + 64 and (low[run : run + 1] in lexicon.han_digits or low[run : run + 1] in lexicon.han_scales):
            run += 1
        return run > stop or (low[run : run + 1] == "点" and low[run + 1 : run + 2] in lexicon.han_digits)

    def _append(self, number: Number) -> Found:
        item = Found(
            number.start, number.end, number.value, number.low, number.high,
            last_place=number.place, stated_zeros=number.zeros,
            number_start=number.start, number_end=number.end,
            outer_start=number.start, outer_end=number.end, worth=number.worth, form=number.form,
        )  # fmt: skip
        if number.low is not None and number.high is not None:
            item.value, item.kind = None, QuantityKind.RANGE
        self.found.append(item)
        return item

    def _finish_ordinal(self, number: Number) -> int:
        """Keep an ordinal where it ranks or orders something, leave adverbs and idioms."""
        page, lexicon = self.page, self.lexicon
        low = page.low
        word = low[number.start : number.end]
        if (idiom := self._idiom(number.start, number.end)) is not None:
            return self._exclude(*idiom)
        if (span := times.ordinal_time(page, number.start, lexicon)) is not None:
            return self._take_time(span)
        if word in {"first", "second", "third"} and not _alone(low, number.start, number.end):
            after = skip_spaces(low, number.end)
            ranked = lexicon.rank_after.after(low, after if low[number.end : number.end + 1] != "-" else number.end)
            before = lexicon.rank_words.before(low, back_over_spaces(low, number.start))
            placed = before is not None and before[1] not in {"the", "a", "its", "in", "at", "for", "from", "and", "was", "is", "to", "between", "than", "on", "took"}
            ends = low[number.end : number.end + 1] in {"", ".", ",", ";", "!", ")"} or low.startswith((" and ", " in ", " among ", " on the ", " behind ", " with ", " overall"), number.end)
            leads = before is not None and ends and before[1] not in {"the", "a", "at", "from", "and"}
            if not ranked and not (placed and word != "first") and not (placed and ends) and not leads and word != "third":
                return self._exclude(number.start, number.end, "word-part")
            if word == "third" and low.startswith(("-party", " party"), number.end):
                return self._exclude(number.start, number.end, "idiom")
        item = self._append(number)
        item.kind = QuantityKind.ORDINAL
        item.rank = True
        return number.end

    def _finish(self, number: Number) -> int:
        """Read what stands before and after a number and keep it as a quantity, or say why not."""
        page, lexicon = self.page, self.lexicon
        low, norm = page.low, page.norm
        start = number.start
        sign, start = self._sign(number)
        if sign < 0 and start >= 1 and low[start] == "-" and low[start - 1] > "\u2fff" and low[start - 1] not in _VERB_BEFORE_MINUS and number.form == "digits" and number.place == 1 and number.worth == 1 and low[number.end : number.end + 1] not in {"%", "°", "℃"}:
            self.names.append((start, number.end))
            return number.end
        if (label := self._label_of(number)) is not None:
            return label
        money = units.currency_before(page, start, lexicon)
        if money is not None:
            outer_sign, start = self._outer_sign(money[0])
            sign = sign * outer_sign
        thing: Thing | None = None
        letter_unit: Unit | None = None
        if number.form in {"digits"} and number.worth == ONE and not number.unit:
            counted = False
            token = norm[number.end : number.end + 2].strip()[:1]
            if token and token in lexicon.letters:
                skip = 1 if norm[number.end : number.end + 1] != " " else 2
                plural = english_thing(page, number.end + skip, lexicon, one=False)
                counted = plural is not None and plural.adjacent or (plural is not None and token in "MBKT")
                letter_unit = units.letter_scale(page, number, lexicon, money=money is not None, counted=counted)
                if number.form == "name":
                    self.names.append((number.start, max(number.end, number.start + 1)))
                    return max(number.end, number.start + 1)
        end = number.end
        loose = number.loose
        char = low[end : end + 1]
        if char in _LOOSE and char and (number.form == "han" or not number.fraction) and self._is_loose(end):
            loose = _LOOSE[char]
            end += 1
        elif char == "+" and low[end + 1 : end + 2] in {" ", "-"} or char == "+" and (low[end + 1 : end + 2] > "\u3000"):
            loose = Modifier.MORE_THAN
            end += 1
        view = Number(number.start, end, number.value, number.place, number.zeros, number.form, worth=number.worth, fraction=number.fraction)
        item_end = number.end
        unit: Unit | None = letter_unit
        unit_span: tuple[int, int] | None = None
        half = Decimal(0)
        if number.unit is not None:
            unit = Unit(number.unit, "percent")
        elif number.multiple:
            unit = Unit("x", "multiple")
            item_end = low.index("fold", end) + 4
            unit_span = (end, item_end)
        elif unit is None:
            after = units.unit_after(page, view, lexicon)
            if low[end : end + 2] == "个半":
                rest = Number(number.start, end + 2, number.value, form="han")
                longer = units.unit_after(page, rest, lexicon)
                half, after = Decimal("0.5"), longer
                if longer is None:
                    item_end = end + 2
            if after is not None and not self._measure_wins(view, after):
                unit, item_end = after.unit, after.end
                unit_span = (after.start, after.end)
                if low[item_end : item_end + 1] == "半" and not low[after.start : after.end].isascii():
                    half, item_end = Decimal("0.5"), item_end + 1
            elif after is not None:
                unit = None
        if unit is None and money is None and number.unit is None and number.worth == ONE and _AGED.search(low, max(0, number.start - 9), number.start) and number.value < 130:
            unit = Unit("year", "measure")
        if unit is None and money is None and number.unit is None:
            at = end
            if low[at : at + 1] == "个" and half:
                at += 2
            thing = han_thing(page, at, lexicon) or english_thing(page, end, lexicon, one=number.value == 1)
            if thing is not None and thing.unit == "" and low[thing.start : thing.end] in lexicon.measure_times:
                dozen = lexicon.measure_times[low[thing.start : thing.end]]
                number.value, number.place = number.value * dozen, number.place * dozen
            if thing is not None and low[thing.end : thing.end + 1] == "半" and thing.unit == "":
                half = Decimal("0.5")
        if money is not None and unit is not None and unit.kind != "money":
            unit = None if unit.kind == "measure" or unit.kind == "count" else unit
            if unit is None:
                item_end, unit_span = number.end, None
        if money is not None and (unit is None or unit.kind == "money"):
            base = unit if unit is not None and money[1].symbol in {"USD", "¥"} and unit.symbol != money[1].symbol else money[1]
            unit = base
            if money[1].symbol == "¢":
                unit = Unit("USD", "money", Decimal("0.01"))
        if unit is not None and number.form != "words" and (tail := self._decimal_tail(number, unit, item_end)) is not None:
            item_end = tail
        if half:
            number.value += half
            number.place = Decimal("0.1")
        if number.unit == "CNY":
            unit = Unit("CNY", "money")
        if unit is not None and unit.symbol == "¥":
            self.yen = self.yen or units.settle_yen(page, self.lang)
            unit = Unit(self.yen, "money")
        if unit is not None and unit.kind == "money" and number.worth == ONE:
            item_end = self._money_scale(number, item_end)
        if unit is not None:
            units.apply_worth(number, unit)
        if unit is None and thing is None and money is None and self._no_quantity(number, loose):
            return max(number.end, self.floor)
        if number.form in {"digits", "words"} and unit is None and money is None and (name := identifiers.is_name(page, number, lexicon, counted=thing is not None)) is not None:
            tail = identifiers.name_end(page, number.end) if number.form == "digits" else number.end
            self.names.append((max(name, self.names[-1][1] if self.names else 0), max(tail, number.end)))
            return max(tail, number.end)
        number.start = min(number.start, self._joined_article(number, unit))
        if number.form == "words" and low[number.start - 2 : number.start] == "a " and _WORD.match(low, number.start).group() in lexicon.scales and not low[number.start - 3 : number.start - 2].isalpha():
            start = min(start, number.start - 2)
        item = self._append(number)
        item.fraction = number.fraction
        start = min(start, number.start)
        item.start = min(start, money[0] if money is not None else start, number.start)
        if sign < 0 and item.value is not None:
            item.value = -item.value
            if item.low is not None and item.high is not None:
                item.low, item.high = -item.high, -item.low
        if unit is not None:
            item.unit = unit.symbol
            item.factor = unit.worth
            if item.kind is not QuantityKind.RANGE:
                item.kind = _KINDS[unit.kind]
            item.end = max(item_end, number.end)
            if unit_span:
                item.unit_start, item.unit_end = unit_span
            if (per := units.per_after(page, item.end, lexicon)) is not None and unit.kind in {"money", "measure", "count"}:
                item.unit = f"{item.unit}/{per[1]}"
                item.end = per[0]
            elif (every := self._per_before(item.start)) is not None and unit.kind == "measure":
                item.unit = f"{item.unit}/{every[1]}"
                item.start = min(item.start, every[0])
        elif thing is not None:
            item.unit = thing.unit or None
            if item.kind is not QuantityKind.RANGE:
                item.kind = QuantityKind.COUNT
            item.thing_phrase = page.text[thing.start : thing.end]
            item.thing_start, item.thing_end = thing.start, thing.end
            if thing.adjacent:
                item.end = thing.end
            if thing.adjacent and (per := units.per_after(page, item.end, lexicon)) is not None and item.unit:
                item.unit = f"{item.unit}/{per[1]}"
                item.end = per[0]
        elif number.unit is not None:
            item.unit, item.kind = number.unit, QuantityKind.MEASURE
        else:
            item.end = max(item_end, number.end)
        item.outer_start, item.outer_end = item.start, max(item.end, end)
        if unit is not None and unit.kind in {"percent", "multiple"} and not item.thing_phrase:
            self._thing_of(item)
        self._rank(item, number)
        if self.found and self.found[-1] is item:
            self._hedge(item, loose)
            if item.kind is not QuantityKind.ORDINAL:
                item.direction = item.direction or direction_before(page, item.outer_start, lexicon) or direction_after(page, item, lexicon)
                if item.direction is None and item.unit in {"pp", "bp"}:
                    item.direction = direction_around(page, item.outer_start, lexicon)
                if item.direction is None and sign > 0 and low[item.start : item.start + 1] == "+":
                    item.direction = Direction.UP
        return max(item.end, number.end, end)

    def _last_end(self) -> int:
        """Return where the quantity before the newest one ends."""
        return self.found[-2].end if len(self.found) > 1 else 0

    def _label_of(self, number: Number) -> int | None:
        """Leave house numbers, "2号机组", "type 2 diabetes": labels that a noun follows."""
        page, lexicon = self.page, self.lexicon
        low, end = page.low, number.end
        if number.form not in {"digits", "han"} or number.worth != 1 or number.fraction or number.unit or number.place != 1:
            return None
        if (tail := lexicon.label_after.after(low, end)) is not None and low[number.start - 1 : number.start] != "第":
            return self._exclude(number.start, tail[0], "label")
        if number.form != "digits":
            return None
        street = _STREET.match(page.norm, end) if page.norm[end : end + 1] in {" ", "A", "B", "C", "D"} else None
        if street is not None and street[1].lower() in lexicon.streets:
            return self._exclude(number.start, street.end(), "address")
        if low[end : end + 1] not in {" ", ".", ",", ";", ":", ")", ""} or low[number.start - 1 : number.start] != " " or end - number.start > 4:
            return None
        label = identifiers.label_before(page, number.start, lexicon)
        if label is None or label[1] not in {"label", "section", "figure"} or low[label[0] : number.start - 1].endswith("s"):
            return None
        if units.unit_after(page, number, lexicon) is not None:
            return None
        return self._exclude(number.start, end, label[1])

    def _decimal_tail(self, number: Number, unit: Unit, end: int) -> int | None:
        """Read 一米八二, 三块二, 10秒97: digits right after the unit are its decimals."""
        low, lexicon = self.page.low, self.lexicon
        if unit.symbol not in {"m", "CNY", "s", "jiao", "jin", "h"} or number.place != 1 or number.worth != 1 or number.unit:
            return None
        word = low[end - 1 : end]
        if word not in {"米", "块", "秒", "毛", "元", "蚊", "斤"} or (word == "秒" and not low[end : end + 1].isdigit()):
            return None
        found = _DECIMAL_TAIL.match(low, end)
        if found is None or (found[1].isdigit() and word not in {"米", "秒"}):
            return None
        after = found.end()
        if lexicon.units.after(low, after) or lexicon.currency_after.after(low, after) or lexicon.measure_words.after(low, after) or low[after : after + 1] in {"月", "日", "成", "折", "至", "到", "点"}:
            return None
        digits = found[1]
        text = digits if digits.isascii() else "".join(str(lexicon.han_digits[char]) for char in digits)
        number.value += Decimal(f"0.{text}")
        number.place = Decimal(1).scaleb(-len(text))
        if unit.symbol == "jiao":
            number.value, number.place, number.unit = number.value / 10, number.place / 10, "CNY"
        return after

    def _joined_article(self, number: Number, unit: Unit | None) -> int:
        """Add the unit's own article to "and a half": "an hour and a half" is 1.5 hours."""
        low = self.page.low
        if not number.fraction or number.form != "words" or unit is not None or number.value >= 1:
            return number.start
        found = _HOURS_AND.search(low, max(0, number.start - 24), number.start)
        measured = self.lexicon.units.after(low, found.start(1)) if found else None
        if found is None or measured is None or measured[0] != found.end(1):
            return number.start
        number.value += 1
        number.place = Decimal("0.1")
        number.unit = measured[1].symbol
        return found.start()

    def _thing_of(self, item: Found) -> None:
        """Nothing yet is counted by a percentage; kept apart so that a thing is never guessed from "of"."""

    def _measure_wins(self, view: Number, after: units.After) -> bool:
        """Say whether a longer measure word or noun starts where the unit does (分球 beats 分)."""
        low, lexicon = self.page.low, self.lexicon
        if low[after.start].isascii():
            return False
        measure = lexicon.measure_words.after(low, after.start)
        noun = lexicon.nouns.after(low, after.start)
        longest = max(measure[0] if measure else 0, noun[0] if noun else 0)
        return longest > after.end and after.unit.kind != "money" or (longest > after.end + 1)

    def _is_loose(self, at: int) -> bool:
        """Say whether 多/余/来 after a number loosens it (and is not the start of 多项, 余额)."""
        low, lexicon = self.page.low, self.lexicon
        following = low[at + 1 : at + 2]
        if low[at] == "来":
            return bool(lexicon.measure_words.after(low, at + 1) or lexicon.units.after(low, at + 1))
        if low[at] == "多" and following in {"项", "少", "么"} and low[at - 1 : at] not in lexicon.han_scales:
            return following == "项"
        return not (low[at] == "余" and following in {"额", "下"})

    def _money_scale(self, number: Number, end: int) -> int:
        """Read a scale that stands after the currency: "75 USD million"."""
        low = self.page.low
        at = skip_spaces(low, end)
        word = _WORD.match(low, at)
        scale = self.lexicon.scales.get(word.group()) if word and at > end else None
        if word and scale and scale >= 1000 and end > number.end:
            number.value *= scale
            number.place *= scale
            number.worth = Decimal(scale)
            return word.end()
        return end

    def _sign(self, number: Number) -> tuple[int, int]:
        """Return the sign and where the number with its sign starts."""
        low = self.page.low
        start = number.start
        at = start - 1
        if at >= 0 and low[at] in "-+":
            before = low[at - 1] if at else " "
            earlier = low[back_over_spaces(low, at) - 1 : back_over_spaces(low, at)]
            if before in " (（[,，:：=<>\n|\"“'~≈/;；" or before in "$€£¥" or before > "\u2fff":
                if low[at] == "-" and earlier.isdigit() and before == " ":
                    return 1, start
                if before == "~" and low[at] == "-":
                    return -1, at
                return (-1, at) if low[at] == "-" else (1, at)
            if at == 0:
                return (-1, at) if low[at] == "-" else (1, at)
            return 1, start
        if at >= 1 and low[at] == " " and low[at - 1] == "-" and at == 1:
            return -1, 0
        found = self.lexicon.negative.before(low, back_over_spaces(low, start))
        if found is not None:
            word_start = found[0]
            if low[word_start] == "负" and low[word_start - 1 : word_start] in {"胜", "平", "以", "担", "肩"}:
                return 1, start
            return -1, word_start
        if at >= 0 and low[at] == "(" and low[number.end : number.end + 1] == ")" and any(
            word in low[max(0, start - 40) : start] for word in self.lexicon.losses
        ):
            return (-1, at) if "," in low[number.start : number.end] or number.place < 1 else (1, start)
        return 1, start

    def _outer_sign(self, start: int) -> tuple[int, int]:
        low = self.page.low
        at = start - 1
        if at >= 0 and low[at] in "-+" and (at == 0 or low[at - 1] in " (（[,，:：\n|\"“" or low[at - 1] > "\u2fff"):
            return (-1, at) if low[at] == "-" else (1, at)
        found = self.lexicon.negative.before(low, back_over_spaces(low, start))
        if found is not None:
            return -1, found[0]
        return 1, start

    def _no_quantity(self, number: Number, loose: Modifier | None) -> bool:
        """Leave years, labels and footnote marks; they are recorded with their reason."""
        page, lexicon = self.page, self.lexicon
        low = page.low
        digits = number.form == "digits"
        if digits and number.end - number.start == 4 and number.worth == 1 and times.bare_year(page, number.start, number.end, lexicon):
            self._take_time(times.Span(number.start, number.end, low[number.start : number.end], "year"))
            return True
        if digits and low[number.start - 1 : number.start] == "[" and low[number.end : number.end + 1] == "]" and number.worth == 1:
            self._exclude(number.start, number.end, "footnote")
            return True
        if loose is None and number.worth == 1 and (label := identifiers.label_before(page, number.start, lexicon)) is not None:
            if not (low[number.start - 1 : number.start] in " #(" or not low[label[0]].isascii() or number.form == "words"):
                return False
            if label[1] in {"label", "identifier"} and number.place != 1:
                return False
            if label[1] != "version" or number.form == "digits":
                end = identifiers.name_end(page, number.end) if digits else number.end
                self._exclude(number.start, end, label[1])
                self.floor = end
                return True
        tail = low[number.end : number.end + 1]
        if digits and tail and tail in "”\"」』》" and low[number.start - 1 : number.start] > "\u3400" and any(mark in low[max(0, number.start - 10) : number.start] for mark in "“\"「『《"):
            self.names.append((number.start, number.end))
            return True
        if digits and tail.isalpha() and tail.isascii() and number.worth == 1:
            end = identifiers.name_end(page, number.end)
            self.names.append((number.start, end))
            self.floor = end
            return True
        if digits and tail == "-" and low[number.end + 1 : number.end + 2].isalpha() and number.worth == 1:
            return False
        return False

    def _per_before(self, start: int) -> tuple[int, str] | None:
        """Read 每小时 or 时速 before a number."""
        low, lexicon = self.page.low, self.lexicon
        at = back_over_spaces(low, start)
        hedge = lexicon.hedges_before.before(low, at)
        if hedge is not None:
            at = hedge[0]
        if low[at - 2 : at] == "时速":
            return start, "h"
        found = lexicon.per.before(low, at)
        if found is not None and low[found[0] - 1 : found[0]] == "每":
            return found[0] - 1, found[1]
        return None

    def _rank(self, item: Found, number: Number) -> None:
        """Read 第, "No.", "top" before a number; leave section numbers."""
        page, lexicon = self.page, self.lexicon
        low = page.low
        at = back_over_spaces(low, item.start)
        found = lexicon.rank_before.before(low, at)
        if found is None or number.worth >= 10_000 or number.fraction:
            return
        start, word = found
        if word.isascii() and item.kind in {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE}:
            return
        if word == "no" and low[at : item.start] == " " and page.norm[start] != "N":
            return
        if word in {"#", "number"} and number.place != 1:
            return
        if word == "number" and low.startswith(" of", number.end):
            return
        if word == "前" and (item.kind in {QuantityKind.MEASURE, QuantityKind.MONEY, QuantityKind.PERCENT} or low[start - 1 : start] in {"之", "以", "目", "日", "年", "月", "此", "提", "天"} or item.unit in {"次", "场", "局", "轮", "节"}):
            return
        if word.endswith("第"):
            following = low[number.end : number.end + 1]
            if (following and following in _RANK_SECTION) or low.startswith(_SEQUENCE, number.end):
                self.found.pop()
                self._exclude(start, number.end, "label")
                return
            if following and following in "，、,：:" and (not start or low[start - 1] in " 。；;\n（(，、"):
                self.found.pop()
                self._exclude(start, number.end, "list-number")
                return
            item.unit, item.thing_phrase = None, ""
            item.end = number.end + 1 if following in {"名", "位"} else number.end
            item.unit_start = item.unit_end = None
        item.kind, item.rank = QuantityKind.ORDINAL, True
        if word != "前" and not word.startswith("top"):
            item.unit = None
        item.start = start if word not in {"top"} else item.start
        item.outer_start = min(start, item.start)
        item.outer_end = item.end

    def _hedge(self, item: Found, loose: Modifier | None = None) -> None:
        page, lexicon = self.page, self.lexicon
        before = hedge_before(page, item.start, lexicon, self._last_end())
        after = hedge_after(page, item.end, lexicon)
        modifier = Modifier.EXACT
        if after is not None:
            modifier = after.modifier
            item.outer_end = max(item.outer_end, after.edge)
        if loose is not None and modifier in {Modifier.EXACT, Modifier.ABOUT}:
            modifier = loose
        if before is not None and not is_span_over(page, before.edge, item):
            item.outer_start = before.edge
            found = negated(page, before.edge, before.modifier)
            if modifier in {Modifier.EXACT, Modifier.ABOUT} or (found in {Modifier.AT_MOST, Modifier.LESS_THAN} and before.modifier is not Modifier.ABOUT and found is not Modifier.NEARLY):
                modifier = found if found is not Modifier.ABOUT or modifier is Modifier.EXACT else modifier
        if modifier is not Modifier.EXACT and item.kind is not QuantityKind.ORDINAL:
            apply_hedge(item, modifier)
        elif modifier is not Modifier.EXACT:
            item.modifier = modifier

    def _exclude(self, start: int, end: int, why: str) -> int:
        self.excluded.append(Excluded(start, end, why))
        return end


def _alone(low: str, start: int, end: int) -> bool:
    """Say whether the span stands alone: between the text's ends, quotes or list commas."""
    before = low[start - 1 : start] if start else ""
    after = low[end : end + 1]
    return (not before or before in "“\"‘'（(" and bool(after) and after in "”\"’'）)") and (not after or after in "”\"’'）)") or (
        not low[:start].strip() and not low[end:].strip(" .。!！")
    )


def _with_half(low: str, at: int, number: Number) -> Number | None:
    """Add "and a half" to digits: "5 and a half minutes"."""
    for words, part in (("and a half", "0.5"), ("and half", "0.5"), ("and a quarter", "0.25")):
        if low.startswith(words, at):
            return Number(number.start, at + len(words), number.value + Decimal(part), Decimal("0.1"), form="digits")
    return None


def to_times(reading: Reading) -> list[TimeExpression]:
    """Return the times of a reading."""
    return reading.times
