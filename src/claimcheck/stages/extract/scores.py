"""Two numbers with a mark between them: match scores (3-1) and ratios (4:1)."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.extract.numerals import literal_at
from claimcheck.stages.extract.reading import ONE, Number, skip_spaces
from claimcheck.stages.extract.standing import Standing

_SCORE = re.compile(r"(\d{1,3}) ?[-–—] ?(\d{1,3})(?![\d%]|[./-]\d|-?[a-z])")

_BETWEEN_SCORES = re.compile(r"(?: ?[,，、;；/]| and|, and| ?和) ?")

_HAN = re.compile(r"[\u4e00-\u9fff]")

_RECORD_TAIL = re.compile(r"-\d+-\d")

# a noun that ends in 比 names a ratio, whatever it is of: 废水比低至1:3
_RATIO_NOUN = re.compile(
    r"[\u4e00-\u9fff](?<![相对评排])比(?:[例率值重])?(?:约?为|是|约|低至|高达|达到?|至|仅|[:：])? ?$"
)

_WORD = re.compile(r"[a-z]+")


class Scores(Standing):
    """Reads scores as two quantities and ratios as one."""

    def _read_score(self, number: Number) -> int | None:
        """Read "3-1" as two quantities where the words around say that it is a match."""
        low = self.page.low
        found = _SCORE.match(low, number.start)
        if found is None or found.end(1) != number.end or len(found[1]) > 3:
            return None
        if self._next_score(number.start):
            return self._take_score(found)
        around = low[max(0, number.start - 40) : number.start] + " | " + low[found.end() : found.end() + 24]
        if not any(word in self.lexicon.score_words for word in _WORD.findall(around)) and not any(
            word in around for word in self.lexicon.score_words if not word.isascii() and len(word) > 1
        ):
            return None
        if self.lexicon.units.after(low, skip_spaces(low, found.end())) is not None:
            return None
        return self._take_score(found)

    def _next_score(self, start: int) -> bool:
        """Say whether a score ends right before: "6-4, 6-2"."""
        last = self.found[-2] if len(self.found) > 1 else None
        return (
            last is not None
            and last.form == "score"
            and _BETWEEN_SCORES.fullmatch(self.page.low, self.found[-1].end, start) is not None
        )

    def _take_score(self, found: re.Match[str]) -> int:
        for group in (1, 2):
            literal = literal_at(self.page, found.start(group))
            if literal is not None:
                self._append(literal)
                if group == 1:
                    self.found[-1].form = "score"
        return found.end()

    def _read_ratio(self, number: Number, *, scored: bool = False) -> int | None:
        """Read a:b as a ratio or as a score of two quantities; ``scored`` says that it goes on a list of scores."""
        page, lexicon = self.page, self.lexicon
        low = page.low
        other_at = number.end + 1
        if low[other_at : other_at + 1] == " ":
            other_at += 1
        if not low[other_at : other_at + 1].isdigit():
            return None
        other = literal_at(page, other_at)
        if other is not None and _RECORD_TAIL.match(low, other.end):
            return None  # "18: 17-1-0"
        if other is None or other.place not in {ONE, Decimal("0.1"), Decimal("0.01")} or other.fraction:
            return None
        around = low[max(0, number.start - 14) : other.end + 12]
        score = scored or any(word in around for word in lexicon.score_words)
        is_ratio = (
            any(word in around for word in lexicon.ratio_words)
            or "ratio" in around
            or "odds" in around
            or "scale" in around
            or _RATIO_NOUN.search(low, max(0, number.start - 12), number.start) is not None
        )
        plain = not score and other.place == ONE and not _HAN.search(around)
        if score or not (is_ratio or plain):
            if other.place != 1 or number.place != 1:
                return None
            if low[other.end : other.end + 1] in {":", "："} and low[other.end + 1 : other.end + 2].isdigit():
                return self._exclude(number.start, other.end, "clock")
            self._append(number).form = "score"
            self._append(other)
            return other.end
        if not other.value:
            return None
        number.value, number.end, number.place, number.zeros = (
            number.value / other.value,
            other.end,
            Decimal(0),
            0,
        )
        self._append(number).kind = QuantityKind.RATIO
        return other.end
