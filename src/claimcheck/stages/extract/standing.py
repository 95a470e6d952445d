"""Numbers that need no unit: ordinals (third), multiples (doubled, 翻番), medals (五金三银)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.quantity import Direction, QuantityKind
from claimcheck.stages.extract import english_times, spoken_times
from claimcheck.stages.extract.draft import alone
from claimcheck.stages.extract.finish import Finisher
from claimcheck.stages.extract.han import han_at
from claimcheck.stages.extract.modifiers import (
    direction_before,
    hedge_before,
)
from claimcheck.stages.extract.numerals import literal_at
from claimcheck.stages.extract.reading import Number, back_over_spaces, skip_spaces

if TYPE_CHECKING:
    from claimcheck.languages.entries import Multiple

_MEDALS = re.compile(
    r"[0-9一二三四五六七八九十两]{1,3}枚?([金银铜])(?=[0-9一二三四五六七八九十两、]{1,4}枚?[金银铜])"
)

_MEDAL_TAIL = re.compile(r"[0-9一二三四五六七八九十两]{1,3}枚?([金银铜])")

_REGNAL = re.compile(r"[A-Z][a-z]+ the $|[a-z]['’]s $")  # "Henry the Eighth", "Mahler's Fifth"

_CLAUSE_MARKS = frozenset(("", ".", ";", ":", "\n"))

_METALS = {"金", "银", "铜"}

_WORD = re.compile(r"[a-z]+")
_NEXT_DAY = 12  # characters between two days of one span ("the 3rd and the 9th")

_UNRANKED = 2  # the first and the second of something are told more often than ranked


class Standing(Finisher):
    """Keeps them, or leaves them with their reason."""

    def _finish_ordinal(self, number: Number) -> int:
        """Keep an ordinal where it ranks or orders something, leave adverbs and idioms."""
        low, lexicon = self.page.low, self.lexicon
        word = low[number.start : number.end]
        if (idiom := self._idiom(number.start, number.end)) is not None:
            return self._exclude(*idiom)
        if (span := english_times.ordinal_time(self.page, number.start, lexicon)) is not None:
            return self._take_time(span)
        after_day = bool(self.spans) and 0 < number.start - self.spans[-1].end < _NEXT_DAY
        day = spoken_times.day_of_month(
            self.page, number.start, number.end, int(number.value), lexicon, after_day=after_day
        )
        if day is not None:
            return self._take_time(day)
        if word == "third" and low.startswith(("-party", " party"), number.end):
            return self._exclude(number.start, number.end, "idiom")
        if (
            number.form == "words"
            and number.value <= _UNRANKED
            and not alone(self.page, number.start, number.end)
            and not self._is_rank(number)
        ):
            return self._exclude(number.start, number.end, "word-part")
        if lexicon.ordinal_names.after(low, number.end + 1) is not None and low[number.end] in " -":
            return self._exclude(number.start, number.end, "label")
        if self._is_step(number):
            return self._exclude(number.start, number.end, "word-part")
        if self._is_ordinal_name(number):
            self.names.append((number.start, number.end))
            return number.end
        item = self._append(number)
        item.kind, item.rank = QuantityKind.ORDINAL, True
        return number.end

    def _is_step(self, number: Number) -> bool:
        """Say whether an ordinal word opens a clause ("third, iron it") or a compound ("third-generation")."""
        low, end = self.page.low, number.end
        if low[number.start].isdigit():
            return False
        if low[end : end + 1] == "-":
            return low[end + 1 : end + 2].isalpha() and self.lexicon.rank_after.after(low, end) is None
        return (
            low[end : end + 2] == ", "
            and low[max(0, number.start - 3) : number.start].rstrip(" ")[-1:] in _CLAUSE_MARKS
        )

    def _is_ordinal_name(self, number: Number) -> bool:
        """Say whether a capitalised ordinal opens a name in mid-sentence ("the Fifth Fleet")."""
        norm, start, end = self.page.norm, number.start, number.end
        if norm[start].isupper() and _REGNAL.search(norm, max(0, start - 24), start):
            return True
        if not norm[start].isupper() or start < 2 or norm[start - 1] != " " or not norm[start - 2].isalnum():
            return False
        if norm[end : end + 1] != " " or not norm[end + 1 : end + 2].isupper():
            return False
        return self.lexicon.rank_after.after(self.page.low, end + 1) is None

    def _is_rank(self, number: Number) -> bool:
        """Say whether "first" or "second" ranks something ("finished second", "first place"), not "first launched"."""
        low, lexicon, end = self.page.low, self.lexicon, number.end
        if lexicon.rank_after.after(low, end if low[end : end + 1] == "-" else skip_spaces(low, end)):
            return True
        before = lexicon.rank_words.before(low, back_over_spaces(low, number.start))
        if before is None:
            return False
        ends = low[end : end + 1] in {"", ".", ",", ";", "!", ")"} or low.startswith(lexicon.rank_ends, end)
        if before[1] in lexicon.weak_rank_words:
            return ends and before[1] not in {"the", "a", "at", "from", "and"}
        return ends or low[number.start : end] != "first"

    def _take_multiple(self, at: int, stop: int, multiple: Multiple) -> int:
        """Keep a word that is a multiple by itself (doubled, 翻番)."""
        low = self.page.low
        following = _WORD.match(low, stop + 1) if low[stop : stop + 1] == " " else None
        word = following.group() if following else ""
        if low[at - 2 : at] == ", " and low[stop : stop + 1] in {",", ".", ";", ")", ""}:
            return self._exclude(at, stop, "word-part")  # "the tomatoes, halved, and the figs"
        hedged = hedge_before(self.page, at, self.lexicon) is not None
        if multiple.before and word not in multiple.before and not hedged:
            return self._exclude(at, stop, "word-part")
        item = self._append(Number(at, stop, multiple.value, form="words"))
        if low[at:stop] == "twice" and word in self.lexicon.twice_times:
            item.unit, item.kind = "time", QuantityKind.COUNT
        else:
            item.unit, item.kind = "x", QuantityKind.MULTIPLE
            way = Direction(multiple.direction) if multiple.direction else None
            item.direction = way or direction_before(self.page, item.outer_start, self.lexicon)
        self._hedge(item)
        return stop

    def _medal(self, at: int) -> int | None:
        """Read 五金三银 as counts of medals."""
        low = self.page.low
        if low[at + 1 : at + 2] not in _METALS and low[at + 2 : at + 3] not in _METALS:
            return None
        found = _MEDALS.match(low, at)
        last = self.found[-1] if self.found else None
        if found is None and last and last.unit in {"金牌", "银牌", "铜牌"} and at - last.end <= 1:
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
