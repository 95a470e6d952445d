"""What stands right around a number and decides what it is: sign, label, rank, hedges."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.extract import identifiers, times, units
from claimcheck.stages.extract.draft import Draft
from claimcheck.stages.extract.modifiers import apply_hedge, hedge_after, hedge_before, is_span_over, negated
from claimcheck.stages.extract.reading import Found, Number, back_over_spaces, skip_spaces
from claimcheck.stages.extract.things import english_thing

if TYPE_CHECKING:
    from claimcheck.languages.lexicon import Unit


_HOURS_AND = re.compile(r"\b(?:an?|one) ([a-z]+) and (?:an? )?$")
_STREET = re.compile(r"[A-Za-z]? (?:[A-Z][A-Za-z.']+ ){1,3}([A-Za-z]+)\b")
_DECIMAL_TAIL = re.compile(
    r"([零〇]?[一二三四五六七八九][一二三四五六七八九零]?|[0-9]{1,3})(?![十百千万亿0-9.,])"
)
_WORD = re.compile(r"[a-z]+")
_LETTER = re.compile(r"[A-Z](?![A-Za-z0-9])")
_SECTIONS = re.compile(r"\d+ ?[-–—~至到] ?第?\d+ ?[章节页条款项行步段部编卷讲课回期]")
_YEAR_LIST = re.compile(r" ?(?:,|、|/|;)? ?(?:and |or |和|与|及|以及)?")
_LIST_GAP = 8  # characters between two years of one list
_YEAR_DIGITS = 4
_RANK_SECTION = "章节页条款项行步段部编卷讲课回"


class Surroundings(Draft):
    """Reads the neighbours of one number; leaves labels, years and footnote marks with their reason."""

    def _last_end(self) -> int:
        """Return where the quantity before the newest one ends."""
        return self.found[-2].end if len(self.found) > 1 else 0

    def _label_of(self, number: Number) -> int | None:
        """Leave labels that the words around make of a number: versions, rooms, houses, pages, "phase 3"."""
        low, lexicon, end = self.page.low, self.lexicon, number.end
        if number.start and (
            low[number.start - 1] == "每" or low.endswith("per ", max(0, number.start - 5), number.start)
        ):
            return self._exclude(number.start, end, "per")
        if number.fraction and (stage := lexicon.stage_after.after(low, end)) is not None:
            return self._exclude(number.start, stage[0], "stage")
        if number.form not in {"digits", "han"} or number.worth != 1 or number.fraction or number.unit:
            return None
        if number.place != 1:
            version = lexicon.version_after.after(low, end) if number.form == "digits" else None
            return None if version is None else self._exclude(number.start, version[0], "version")
        if low[number.start - 1 : number.start] == "第":
            pages = _SECTIONS.match(low, number.start)
            return None if pages is None else self._exclude(number.start - 1, pages.end(), "section")
        letter = 1 if _LETTER.match(self.page.norm, end) else 0
        if (tail := lexicon.label_after.after(low, end + letter)) is not None:
            return self._exclude(number.start, tail[0], "label")
        channel = lexicon.channel_after.after(low, end)
        if channel is not None and lexicon.channels.before(low, number.start) is not None:
            return self._exclude(number.start, channel[0], "label")
        return self._label_of_digits(number, letter) if number.form == "digits" else None

    def _label_of_digits(self, number: Number, letter: int) -> int | None:
        """Leave years before a noun, house numbers and what a label word stands before; ``letter`` is 1 for "14B"."""
        page, lexicon = self.page, self.lexicon
        low, end = page.low, number.end
        if end - number.start == _YEAR_DIGITS and times.year_before_noun(page, number.start, end):
            unit = units.unit_after(page, number, lexicon)
            if unit is None or unit.unit.kind == "count":
                return self._take_time(times.Span(number.start, end, low[number.start : end], "year"))
        street = (
            _STREET.match(page.norm, end) if page.norm[end : end + 1] in {" ", "A", "B", "C", "D"} else None
        )
        if street is not None and street[1].lower() in lexicon.streets:
            return self._exclude(number.start, street.end(), "address")
        if (
            (low[end : end + 1] not in {" ", ".", ",", ";", ":", ")", ""} and not letter)
            or low[number.start - 1 : number.start] != " "
            or end - number.start > _YEAR_DIGITS
        ):
            return None
        label = identifiers.label_before(page, number.start, lexicon)
        if (
            label is None
            or label[1] not in {"label", "section", "figure"}
            or low[label[0] : number.start - 1].endswith("s")
        ):
            return None
        if letter == 0 and (
            units.unit_after(page, number, lexicon) is not None or self._is_verb(label[0], end)
        ):
            return None
        return self._exclude(number.start, end + letter, label[1])

    def _is_verb(self, start: int, end: int) -> bool:
        """Say whether the label word at ``start`` is a verb that counts what follows ("to stage 12 races")."""
        word = _WORD.match(self.page.low, start)
        if word is None or word.group() not in self.lexicon.label_verbs:
            return False
        before = identifiers.word_before(self.page, start)
        if before is None or before[1].lower() not in self.lexicon.before_verb:
            return False
        thing = english_thing(self.page, end, self.lexicon, one=False)
        return thing is not None and thing.adjacent

    def _decimal_tail(self, number: Number, unit: Unit, end: int) -> int | None:
        """Read 一米八二, 三块二, 10秒97: digits right after the unit are its decimals."""
        low, lexicon = self.page.low, self.lexicon
        if (
            unit.symbol not in {"m", "CNY", "s", "jiao", "jin", "h"}
            or number.place != 1
            or number.worth != 1
            or number.unit
        ):
            return None
        word = low[end - 1 : end]
        if word not in {"米", "块", "秒", "毛", "元", "蚊", "斤"} or (
            word == "秒" and not low[end : end + 1].isdigit()
        ):
            return None
        found = _DECIMAL_TAIL.match(low, end)
        if found is None or (found[1].isdigit() and word not in {"米", "秒"}):
            return None
        after = found.end()
        measure = lexicon.measure_words.after(low, after)
        if (
            lexicon.units.after(low, after)
            or lexicon.currency_after.after(low, after)
            or (measure is not None and low[after] != "打")  # 以23秒844打破纪录
            or low[after : after + 1] in {"月", "日", "成", "折", "至", "到", "点"}
        ):
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

    def _measure_wins(self, after: units.After) -> bool:
        """Say whether a longer measure word or noun starts where the unit does (分球 beats 分)."""
        low, lexicon = self.page.low, self.lexicon
        if low[after.start].isascii():
            return False
        measure = lexicon.measure_words.after(low, after.start)
        noun = lexicon.nouns.after(low, after.start)
        longest = max(measure[0] if measure else 0, noun[0] if noun else 0)
        return (longest > after.end and after.unit.kind != "money") or (longest > after.end + 1)

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
            if self.found and self.found[-1].end == at:
                return 1, start  # the dash of a range ("5年-7年")
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
        found = self.lexicon.negative.before(low, back_over_spaces(low, start))
        if found is not None:
            word_start = found[0]
            if low[word_start] == "负" and low[word_start - 1 : word_start] in {"胜", "平", "以", "担", "肩"}:
                return 1, start
            return -1, word_start
        if (
            at >= 0
            and low[at] == "("
            and low[number.end : number.end + 1] == ")"
            and any(word in low[max(0, start - 40) : start] for word in self.lexicon.losses)
        ):
            return (-1, at) if "," in low[number.start : number.end] or number.place < 1 else (1, start)
        return 1, start

    def _outer_sign(self, start: int) -> tuple[int, int]:
        low = self.page.low
        at = start - 1
        if (
            at >= 0
            and low[at] in "-+"
            and (at == 0 or low[at - 1] in ' (（[,，:：\n|"“' or low[at - 1] > "\u2fff")
        ):
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
        if (
            digits
            and number.end - number.start == 4
            and number.worth == 1
            and times.bare_year(page, number.start, number.end, lexicon)
        ):
            self._take_time(times.Span(number.start, number.end, low[number.start : number.end], "year"))
            return True
        if digits and self._continues_years(number):
            self._take_time(times.Span(number.start, number.end, low[number.start : number.end], "year"))
            return True
        if (
            digits
            and low[number.start - 1 : number.start] == "["
            and low[number.end : number.end + 1] == "]"
            and number.worth == 1
        ):
            self._exclude(number.start, number.end, "footnote")
            return True
        if (
            loose is None
            and number.worth == 1
            and (label := identifiers.label_before(page, number.start, lexicon)) is not None
        ):
            if not (
                low[number.start - 1 : number.start] in " #("
                or not low[label[0]].isascii()
                or number.form == "words"
            ):
                return False
            if label[1] in {"label", "identifier"} and number.place != 1:
                return False
            if label[1] != "version" or number.form == "digits":
                end = identifiers.name_end(page, number.end) if digits else number.end
                end = identifiers.over_range(page, end)
                self._exclude(number.start, end, label[1])
                self.floor = end
                return True
        tail = low[number.end : number.end + 1]
        if (
            digits
            and tail
            and tail in '”"」』》'
            and low[number.start - 1 : number.start] > "\u3400"
            and any(mark in low[max(0, number.start - 10) : number.start] for mark in '“"「『《')
        ):
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

    def _continues_years(self, number: Number) -> bool:
        """Say whether the number goes on a list of years ("2003, 2005 and 2014")."""
        last = self.spans[-1] if self.spans else None
        if last is None or last.grain != "year" or number.start - last.end > _LIST_GAP:
            return False
        low = self.page.low
        return (
            number.worth == 1
            and number.end - number.start == _YEAR_DIGITS
            and low[number.start] in "12"
            and _YEAR_LIST.fullmatch(low, last.end, number.start) is not None
        )

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
        if word in {"#", "number"} and (number.place != 1 or (word == "#" and at != item.start)):
            return
        if word == "number" and low.startswith(" of", number.end):
            return
        if word == "前" and (
            item.kind in {QuantityKind.MEASURE, QuantityKind.MONEY, QuantityKind.PERCENT}
            or low[start - 1 : start] in {"之", "以", "目", "日", "年", "月", "此", "提", "天"}
            or item.unit in {"次", "场", "局", "轮", "节"}
        ):
            return
        if word.endswith("第"):
            following = low[number.end : number.end + 1]
            if (following and following in _RANK_SECTION) or lexicon.sequence.after(
                low, number.end
            ) is not None:
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
        item.start = start if word != "top" else item.start
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
            if modifier in {Modifier.EXACT, Modifier.ABOUT}:
                modifier = found if found is not Modifier.ABOUT or modifier is Modifier.EXACT else modifier
        if modifier is not Modifier.EXACT and item.kind is not QuantityKind.ORDINAL:
            apply_hedge(item, modifier)
        elif modifier is not Modifier.EXACT:
            item.modifier = modifier
