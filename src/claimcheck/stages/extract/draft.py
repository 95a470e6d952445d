"""The state of one reading, and what every part of the reader does to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.extract.reading import Excluded, Found, Number, Page

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.time_spans import Span

_HAN_BACK, _LATIN_BACK = 4, 16  # characters before an atom in which an idiom around it may start
_WORD_START = re.compile(r"(?<![a-z])[a-z0-9]")
_PLAIN_UNITS = {"m", "cm", "km", "kg", "g", "jin", "L", "mu", "t"}


class Draft:
    """What was found so far in one text; ``floor`` is where the last atom ended."""

    def __init__(self, text: str, lexicon: Lexicon, lang: str | None) -> None:
        self.page = Page(text, lexicon)
        self.lexicon = lexicon
        self.lang = lang
        self.found: list[Found] = []
        self.spans: list[Span] = []
        self.names: list[tuple[int, int]] = []
        self.excluded: list[Excluded] = []
        self.yen = ""
        self.floor = 0  # where the last atom ended: nothing before it is read again as a token

    def _last_end(self) -> int:
        """Return where the last quantity ends, -1 where there is none."""
        return self.found[-1].end if self.found else -1

    def _take_time(self, span: Span) -> int:
        self.spans.append(span)
        self.excluded.append(Excluded(span.start, span.end, "date"))
        return span.end

    def _exclude(self, start: int, end: int, why: str) -> int:
        self.excluded.append(Excluded(start, end, why))
        return end

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

    def _idiom(self, at: int, stop: int) -> tuple[int, int, str] | None:
        """Return the idiom that covers the atom, if any; the longest one that starts nearest before it."""
        low, table = self.page.low, self.lexicon.idioms
        for start in self._idiom_starts(at):
            back = at - start
            found = table.after(low, start) if low[start] in table.firsts else None
            if found is not None and found[0] >= stop:
                if back and low[start].isascii() and start and low[start - 1].isalpha():
                    continue
                if not back and not low[at].isascii() and low[at - 1 : at] == "第" and at:
                    continue  # 第四大城市 ranks; 四大 alone is an idiom
                phrase = low[start : found[0]]
                if phrase in self.lexicon.unless_alone and alone(self.page, start, found[0]):
                    return None
                if not low[at].isascii() and not back and self._longer_numeral(at, found[0]):
                    continue
                if self._goes_on(start, found[0]):
                    continue
                if back and found[0] == at + 1 and self._measured_length(at + 1):
                    continue
                if phrase[-1] == "分" and low[found[0] : found[0] + 1] == "之":
                    continue
                return start, found[0], "idiom"
        return None

    def _idiom_starts(self, at: int) -> list[int]:
        """Return where an idiom around an atom may start, the nearest first: at the words before it."""
        low = self.page.low
        if not low[at].isascii():
            return list(range(at, max(self.floor, at - _HAN_BACK) - 1, -1))
        words = [word.start() for word in _WORD_START.finditer(low, max(self.floor, at - _LATIN_BACK), at)]
        return [at, *reversed(words)]

    def _goes_on(self, start: int, stop: int) -> bool:
        """Say whether the phrase is the rest of a sum of money (五元八角), a price or has a half behind it (一年半)."""
        low, lexicon = self.page.low, self.lexicon
        last = self.found[-1] if self.found else None
        if last is not None and last.end == start and last.kind is QuantityKind.MONEY:
            return True
        priced = low[start - 1 : start] in lexicon.price_verbs  # 加收一块
        if (
            priced
            and (money := lexicon.currency_after.after(low, start + 1)) is not None
            and money[0] == stop
        ):
            return True
        return low[stop : stop + 1] == "半" and lexicon.units.after(low, start + 1) is not None

    def _measured_length(self, position: int) -> bool:
        """Say whether a unit of length or mass follows (身高一米, where 高一 is no school year)."""
        unit = self.lexicon.units.after(self.page.low, position)
        return unit is not None and unit[1].symbol in _PLAIN_UNITS

    def _longer_numeral(self, at: int, stop: int) -> bool:
        """Say whether the idiom cuts a numeral or a measure in two ("三星期" is no 三星)."""
        low, lexicon = self.page.low, self.lexicon
        unit = lexicon.units.after(low, at + 1) or lexicon.currency_after.after(low, at + 1)
        if unit is not None and unit[0] > stop:
            return True
        run = at
        while run < at + 64 and (
            low[run : run + 1] in lexicon.han_digits or low[run : run + 1] in lexicon.han_scales
        ):
            run += 1
        return run > stop or (low[run : run + 1] == "点" and low[run + 1 : run + 2] in lexicon.han_digits)


def alone(page: Page, start: int, end: int) -> bool:
    """Say whether the span stands alone: between the text's ends, quotes or list commas."""
    low = page.low
    before = low[start - 1 : start] if start else ""
    after = low[end : end + 1]
    return (
        (not before or (before in "“\"‘'（(" and bool(after) and after in "”\"’'）)"))
        and (not after or after in "”\"’'）)")
    ) or (start <= page.first and end >= page.last)
