"""Ranks before a number: 第, "No.", "top"; and the numbers that only name one of many."""

from __future__ import annotations

import re

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.extract import chinese_ranks, tokens
from claimcheck.stages.extract.draft import Draft
from claimcheck.stages.extract.reading import Found, Number, back_over_spaces

_NEXT_WORD = re.compile(r" ([a-z]+)")
_WORDS = re.compile(r"[a-z]+")
_NUMBERED = frozenset(("no.", "no", "nos.", "number", "no. "))
_LAST_RANK = 200  # `#1187` is an issue, a ticket or a comment, not a place in a list


class Ranks(Draft):
    """Reads ranks."""

    def _rank(self, item: Found, number: Number) -> None:
        """Read 第, "No.", "top" before a number; leave section numbers."""
        page, lexicon = self.page, self.lexicon
        low = page.low
        at = back_over_spaces(low, item.start)
        if low[at - 1 : at] not in lexicon.rank_before.lasts:
            return
        found = lexicon.rank_before.before(low, at)
        if found is None or number.worth >= 10_000 or number.fraction:
            return
        start, word = found
        if word.isascii() and item.kind in {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.MEASURE}:
            return
        if word == "no" and low[at : item.start] == " " and page.norm[start] != "N":
            return
        if word == "#" and (number.place != 1 or at != item.start):
            return
        if word == "number" and (number.place != 1 or low.startswith(" of", number.end)):
            return
        ticket = word == "#" and (
            number.value > _LAST_RANK or chinese_ranks.follows_word(page, start, lexicon)
        )
        if ticket or (word in _NUMBERED and self._is_numbered(start, at, number)):
            self.found.pop()
            self._exclude(start, max(self.floor, number.end), "identifier" if ticket else "label")
            return
        if word == "前" and (
            item.kind in {QuantityKind.MEASURE, QuantityKind.MONEY, QuantityKind.PERCENT}
            or low[start - 1 : start] in lexicon.not_top_before
            or item.unit in lexicon.not_top_units
        ):
            return
        if word.endswith("第"):
            following = low[number.end : number.end + 1]
            if (
                following in lexicon.section_parts
                or lexicon.sequence.after(low, number.end) is not None
                or chinese_ranks.names_institution(page, number.end, lexicon)
            ):
                self.found.pop()
                self._exclude(start, number.end, "label")
                return
            if following and following in "，、,：:…" and (not start or low[start - 1] in " 。；;\n（(，、"):
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

    def _is_numbered(self, start: int, at: int, number: Number) -> bool:
        """Say whether "No. 7" names one of many ("Sonata No. 14", "the No. 7 bus", "part no. 7781-204"), not a rank.

        ``start`` is where "No." stands, ``at`` where it ends.
        """
        page, low, lexicon = self.page, self.page.low, self.lexicon
        self.floor = tokens.name_end(page, number.end)
        if self.floor > number.end or number.value > _LAST_RANK or low[start:at].startswith("nos"):
            return True
        if self.excluded and 0 <= start - self.excluded[-1].end <= len(", "):
            return True  # "Op. 9 No. 2"
        following = _NEXT_WORD.match(low, number.end)
        if following is not None and following[1] in lexicon.numbered_after:
            return True
        before = tokens.word_before(page, start)
        if before is None:
            return False
        if page.norm.startswith("Number", start) and (
            before[1][-1].islower() or page.norm[number.start].isupper()
        ):
            return True  # "Downing Street and Number 11"
        word = before[1].lower()
        if word in lexicon.numbered_before:
            return True
        if (
            word == "the"
            and low[at - 2 : at - 1] == "r"
            and (following is None or following[1] in lexicon.stop)
        ):
            return True  # "the number 13 is unlucky"
        if word in {"at", "a", "as"}:
            return not lexicon.dwellers.isdisjoint(_WORDS.findall(low[max(0, before[0] - 24) : before[0]]))
        if word in {"is", "was"}:
            earlier = tokens.word_before(page, before[0])
            return earlier is not None and earlier[1].lower() in lexicon.equated
        named = before[1][0].isupper() and not word.endswith(("'s", "ed", "ly", "ing"))
        return (
            named
            and word not in lexicon.no_names
            and word not in lexicon.rank_words.table
            and word != "world"
        )
