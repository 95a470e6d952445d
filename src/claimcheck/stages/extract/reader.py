"""The engine: finds number atoms in one pass and reads only the local context of each."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from claimcheck.stages.extract import times, years
from claimcheck.stages.extract.chinese import ChineseReader
from claimcheck.stages.extract.digits import DigitReader
from claimcheck.stages.extract.english import EnglishReader
from claimcheck.stages.extract.finish import KINDS
from claimcheck.stages.extract.guest_words import GuestWords
from claimcheck.stages.extract.ranges import join
from claimcheck.stages.extract.reading import ONE, Number, Reading, plain

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Found

_TITLE = re.compile(r"《[^《》\n]{1,60}》")
_ARTICLE_UNIT = re.compile(r" ?(an?) ")


class _Engine(DigitReader, ChineseReader, ABC):
    """Reads one text; every ``_read_*`` takes the place of an atom and returns where to go on."""

    @abstractmethod
    def _read_word(self, at: int, stop: int) -> int:
        """Read the number word that starts at ``at``; each language with Latin letters has a grammar of its own."""

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
        if "《" in low:
            self.found = self._untitled()
        quantities = join(page, self.found, lexicon)
        for item in quantities:
            if item.unit in lexicon.settled_minor:
                _settle(item, lexicon)
            if item.value is not None:
                item.value = plain(item.value)
            if item.last_place is not ONE:
                item.last_place = plain(item.last_place)
            if item.low is not None:
                item.low = plain(item.low)
            if item.high is not None:
                item.high = plain(item.high)
        self.spans = years.join_years(page, self.spans, lexicon)
        expressions = [times.to_expression(page, span, lexicon) for span in self.spans]
        return Reading(quantities, expressions, self.names, self.excluded)

    def _untitled(self) -> list[Found]:
        """Leave the numbers in titles of works (《一千零一夜》); the times there still date what is said."""
        titles = [found.span() for found in _TITLE.finditer(self.page.low)]
        kept: list[Found] = []
        index = 0
        for item in self.found:
            while index < len(titles) and titles[index][1] <= item.start:
                index += 1
            if index < len(titles) and titles[index][0] <= item.start:
                self._exclude(item.start, item.end, "title")
            else:
                kept.append(item)
        self.excluded.sort()
        return kept

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
            item.unit, item.kind = after[1].symbol, KINDS[after[1].kind]
            item.unit_start, item.unit_end = found.end(), after[0]


def _settle(item: Found, lexicon: Lexicon) -> None:
    """Count a subunit in its currency: 两毛 is 0.2 CNY."""
    assert item.unit is not None  # noqa: S101  the caller looked it up
    item.unit, share = lexicon.minor[item.unit]
    item.last_place *= share
    item.value = None if item.value is None else item.value * share
    item.low = None if item.low is None else item.low * share
    item.high = None if item.high is None else item.high * share


class Reader(EnglishReader, _Engine):
    """Reads texts in the languages that are always read."""


class GuestReader(GuestWords, _Engine):
    """Reads texts in a language whose number words are glued from parts."""


def reader_for(lexicon: Lexicon) -> type[_Engine]:
    """Return the reader for the grammar of the lexicon's number words."""
    return Reader if lexicon.spelled is None else GuestReader
