"""What stands right around a number and decides what it is: sign, rank, hedges, decimals behind the unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.extract import chinese_ranks, identifiers
from claimcheck.stages.extract.compounds import CHAIN
from claimcheck.stages.extract.labels import Labels
from claimcheck.stages.extract.modifiers import (
    apply_hedge,
    far_hedge,
    hedge_after,
    hedge_before,
    is_span_over,
    negated,
)
from claimcheck.stages.extract.reading import Found, Number, back_over_spaces, skip_spaces

if TYPE_CHECKING:
    from claimcheck.languages.entries import Unit
    from claimcheck.stages.extract import units


_HOURS_AND = re.compile(r"\b(?:an?|one) ([a-z]+) and (?:an? )?$")
_WORD = re.compile(r"[a-z]+")
_RANK_SECTION = "章节页条款项行步段部编卷讲课回"

_PER_REACH = 16  # characters of 每百万 tokens and a hedge after it
_NEXT_WORD = re.compile(r" ([a-z]+)")
_WORDS = re.compile(r"[a-z]+")
_NUMBERED = frozenset(("no.", "no", "nos.", "number", "no. "))
_LAST_RANK = 200  # `#1187` is an issue, a ticket or a comment, not a place in a list


class Surroundings(Labels):
    """Reads the neighbours of one number."""

    def _last_end(self) -> int:
        """Return where the quantity before the newest one ends."""
        return self.found[-2].end if len(self.found) > 1 else 0

    def _joined_article(self, number: Number, unit: Unit | None) -> int:
        """Add the unit's own article to "and a half": "an hour and a half" is 1.5 hours."""
        low = self.page.low
        if unit is not None:
            return self._joined_unit(number, unit)
        if not number.fraction or number.form != "words" or number.value >= 1:
            return number.start
        found = _HOURS_AND.search(low, max(0, number.start - 24), number.start)
        if found is not None and self.found and found.start() < self.found[-1].end:
            return number.start  # "one hour and a half": the hour has been read
        measured = self.lexicon.units.after(low, found.start(1)) if found else None
        if found is None or measured is None or measured[0] != found.end(1):
            return number.start
        number.value += 1
        number.place = Decimal("0.1")
        number.unit = measured[1].symbol
        return found.start()

    def _joined_unit(self, number: Number, unit: Unit) -> int:
        """Add the larger unit that an article counts: "an hour and 30 seconds" is 3630 seconds."""
        if self.page.low[number.start - 5 : number.start] != " and ":
            return number.start
        found = _HOURS_AND.search(self.page.low, max(0, number.start - 24), number.start)
        measured = self.lexicon.units.after(self.page.low, found.start(1)) if found else None
        if found is None or measured is None or measured[0] != found.end(1):
            return number.start
        step = CHAIN.get((measured[1].symbol, unit.symbol))
        if step is None or number.value >= step or (self.found and found.start() < self.found[-1].end):
            return number.start
        number.value += step
        return found.start()

    def _measure_wins(self, after: units.After) -> bool:
        """Say whether a longer measure word or noun starts where the unit does (分球 beats 分)."""
        low, lexicon = self.page.low, self.lexicon
        if low[after.start].isascii():
            return False
        first = low[after.start]
        measure = (
            lexicon.measure_words.after(low, after.start) if first in lexicon.measure_words.firsts else None
        )
        noun = lexicon.nouns.after(low, after.start) if first in lexicon.nouns.firsts else None
        longest = max(measure[0] if measure else 0, noun[0] if noun else 0)
        return (longest > after.end and after.unit.kind != "money") or (longest > after.end + 1)

    def _is_loose(self, at: int) -> bool:
        """Say whether 多/余/来 after a number loosens it (and is not the start of 多项, 余额)."""
        low, lexicon = self.page.low, self.lexicon
        following = low[at + 1 : at + 2]
        if low[at] == "来":
            return any(
                table.after(low, at + 1) is not None
                for table in (lexicon.measure_words, lexicon.units, lexicon.currency_after)
            )
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
        negative = self.lexicon.negative
        before_space = back_over_spaces(low, start)
        if low[before_space - 1 : before_space] in negative.lasts and (
            found := negative.before(low, before_space)
        ):
            word_start = found[0]
            if low[word_start] == "负" and low[word_start - 1 : word_start] in {"胜", "平", "以", "担", "肩"}:
                return 1, start
            return -1, word_start
        if (
            at >= 0
            and low[at] == "("
            and (low[number.end : number.end + 1] == ")" or ")" in low[start : number.end])
            and any(word in low[max(0, start - 40) : start] for word in self.lexicon.losses)
        ):
            amount = any(mark in low[number.start : number.end] for mark in ",.")
            return (-1, at) if amount else (1, start)
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

    def _per_before(self, start: int) -> tuple[int, str] | None:
        """Read 每小时 or 时速 before a number."""
        low, lexicon = self.page.low, self.lexicon
        near = low[max(0, start - _PER_REACH) : start]
        if "每" not in near and "时速" not in near:
            return None
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
            or low[start - 1 : start] in {"之", "以", "目", "日", "年", "月", "此", "提", "天"}
            or item.unit in {"次", "场", "局", "轮", "节"}
        ):
            return
        if word.endswith("第"):
            following = low[number.end : number.end + 1]
            if (
                (following and following in _RANK_SECTION)
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
        self.floor = identifiers.name_end(page, number.end)
        if self.floor > number.end or number.value > _LAST_RANK or low[start:at].startswith("nos"):
            return True
        if self.excluded and 0 <= start - self.excluded[-1].end <= len(", "):
            return True  # "Op. 9 No. 2"
        following = _NEXT_WORD.match(low, number.end)
        if following is not None and following[1] in lexicon.numbered_after:
            return True
        before = identifiers.word_before(page, start)
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
            earlier = identifiers.word_before(page, before[0])
            return earlier is not None and earlier[1].lower() in lexicon.equated
        named = before[1][0].isupper() and not word.endswith(("'s", "ed", "ly", "ing"))
        return (
            named
            and word not in lexicon.no_names
            and word not in lexicon.rank_words.table
            and word != "world"
        )

    def _hedge(self, item: Found, loose: Modifier | None = None) -> None:
        page, lexicon = self.page, self.lexicon
        floor = self._last_end()
        before = hedge_before(page, item.start, lexicon, floor) or far_hedge(page, item.start, lexicon, floor)
        after = hedge_after(page, item.end, lexicon)
        modifier = Modifier.EXACT
        if after is not None:
            modifier = after.modifier
            item.outer_end = max(item.outer_end, after.edge)
        if loose is not None and modifier in {Modifier.EXACT, Modifier.ABOUT}:
            modifier = loose
        if before is not None and not is_span_over(page, before.edge, item, lexicon):
            item.outer_start = before.edge
            found = negated(page, before.edge, before.modifier, lexicon)
            if modifier in {Modifier.EXACT, Modifier.ABOUT}:
                modifier = found if found is not Modifier.ABOUT or modifier is Modifier.EXACT else modifier
        if modifier is not Modifier.EXACT and item.kind is not QuantityKind.ORDINAL:
            apply_hedge(item, modifier)
        elif modifier is not Modifier.EXACT:
            item.modifier = modifier
