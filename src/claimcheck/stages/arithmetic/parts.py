"""Finds the parts of a total in running text: before or behind it, in one sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.claim import Role
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.arithmetic.across import joined, taken_up
from claimcheck.stages.arithmetic.amounts import is_amount, is_percent
from claimcheck.stages.arithmetic.glue import has, last_clause, only, phrase
from claimcheck.stages.arithmetic.labels import complementary
from claimcheck.stages.arithmetic.totals import Whole, is_kind, is_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.layout import Layout, Sentence
    from claimcheck.stages.arithmetic.marks import Mark

_BESIDE = frozenset(["glue", "hedge", "total", "of", "time"])
_TWO = 2
_WORD = frozenset(("word",))
_MOST_PARTS = 12
_SHORT = 3
_PLACES = ("in", "at", "from", "on", "for", "to", "by")
_SIGN = re.compile(r"[,，、;；:：()（）]|\band\b|以及|和|与")


def wholes_of(layout: Layout, sentence: Sentence) -> Iterator[Whole]:
    """Yield the totals of a sentence with their parts."""
    reader = _Reader(layout, sentence)
    for place in range(len(sentence.numbers)):
        if is_amount(reader.claim(place)) and not layout.is_change(sentence, place):
            yield from reader.ahead(place)
            yield from reader.behind(place)


def resumed_wholes(layout: Layout, sentence: Sentence) -> Iterator[Whole]:
    """Yield the total of parts in the sentence before: `… 9 in the cup and 6 in the trophy. All in all: 66`."""
    lead = layout.gaps(sentence)[0]
    row = taken_up(layout, sentence, 0) if has(lead or phrase(layout.gaps(sentence)[1]), "total") else None
    if row is not None and not has(phrase(row[0].gaps[row[1] + 1]), "time", "now", "earlier", "each"):
        yield from _Reader(layout, row[0]).behind(row[1])
    last = len(sentence.numbers) - 1
    before = layout.before(sentence)
    if before is None or not last or len(before.numbers) != 1:
        return
    own = last_clause(layout.gaps(sentence)[last])
    if has(own[:1], "bring") and has(own[-1:], "to") and has(layout.gaps(sentence)[0], "further"):
        # `It took 310 hours. Tuning needed a further 42 and tests 18, bringing the bill to 430`
        row = joined(layout, before, sentence), last + 1
        yield from _Reader(layout, row[0]).brought(row[1])


def remainders_of(layout: Layout, sentence: Sentence) -> Iterator[tuple[int, ...]]:
    """Yield lists of percentages that a remainder completes: `45%, 30% and the remaining 20%`; it stands last."""
    reader = _Reader(layout, sentence)
    before = layout.before(sentence)
    if before is not None and any(is_percent(layout.claims[n.claim]) for n in before.numbers):
        return  # the list may begin there
    for place in range(1, len(sentence.numbers)):
        if is_percent(reader.claim(place)) and reader.is_rest(place):
            parts = reader.run_before(place, reader.claim(place))
            if parts and len(parts) == place:  # all numbers of the sentence: nothing else is meant
                yield tuple(sentence.numbers[i].claim for i in (*parts, place))


class _Reader:
    """Reads the lists of one sentence."""

    def __init__(self, layout: Layout, sentence: Sentence) -> None:
        self.layout, self.claims, self.sums, self.sentence = layout, layout.claims, layout.sums, sentence
        self.text = layout.document.blocks[sentence.block].text
        self.gaps = layout.gaps(sentence)

    def claim(self, place: int) -> Claim:
        return self.claims[self.sentence.numbers[place].claim]

    def ahead(self, place: int) -> Iterator[Whole]:
        """`120 stores: 45 in Europe, 50 in Asia and 20 in Africa`."""
        if place + _TWO >= len(self.sentence.numbers):
            return
        total = self.claim(place)
        opening = self.gaps[place + 1]
        parts, tail = self._run_after(place, total, is_part)
        mixed = len(parts) < _TWO
        if mixed:
            parts, tail = self._run_after(place, total, is_kind)
            if not self._kinds_differ(parts):
                return
        if len(parts) < _TWO or has(opening, "each") or self._is_score(place, opening):
            return
        ids = tuple(self.sentence.numbers[i].claim for i in parts)
        whole = self.sentence.numbers[place].claim
        rest = next((i for i in parts[1:] if self.is_rest(i)), None)
        listed = [mark for i in parts for mark in self.gaps[i]] + list(phrase(tail))
        goes_on = has(listed, "open") and any(
            mark.text not in "()（）[]【】" for mark in listed if "open" in mark.kinds
        )
        complete = not goes_on and not has(listed, "each")
        labels = [self._label(i) for i in parts]
        if rest is not None:
            opened = has(opening, "partly", "colon", "wholly", "of") or has(
                last_clause(self.gaps[place]), "total", "of"
            )
            complete = complete and opened and all(not is_part(self.claim(i), total) for i in range(place))
            yield Whole(whole, ids, self.sentence.numbers[rest].claim, complete, mixed)
        elif has(opening, "partly") and not has(opening, "wholly"):
            yield Whole(whole, ids, whole, complete and complementary(labels, self.sums), mixed)
        elif has(opening, "colon", "wholly", "dash") or (
            has(opening, "open") and self._tight(opening) and has(self.gaps[parts[-1] + 1][:6], "close")
        ):
            only_whole = all(not is_part(self.claim(i), total) for i in range(place))
            yield Whole(whole, ids, whole, complete and only_whole, mixed)
        elif has(self.gaps[place], "colon") or any(is_part(self.claim(i), total) for i in range(place)):
            return  # `1,260 km: 430 on A, 410 on B and 420 on C`: 430 is a part itself
        elif has(opening, "comma", "list") and (
            complementary(labels, self.sums) or self._spread(parts, listed)
        ):
            yield Whole(whole, ids, whole, complete and not has(opening, "than", "from", "up", "down"), mixed)

    def behind(self, place: int) -> Iterator[Whole]:
        """`Europe sold 45, Asia 50 and Africa 20, 120 in total`; 一季度45台，二季度50台，合计120台."""
        if place < _TWO:
            return
        lead = last_clause(self.gaps[place])
        marked = has(lead, "total") and self._beside(lead, place)
        tail = phrase(self.gaps[place + 1])
        if not marked and not (has(tail, "total") and self._before_total(tail)):
            return
        parts = self.run_before(place, self.claim(place))
        mixed = len(parts) < _TWO
        if mixed:
            parts = self.run_before(place, self.claim(place), is_kind)
            if not self._kinds_differ(parts):
                return
        listed = [mark for i in (*parts, place) for mark in self.gaps[i]]
        counted = self._count_before(place)
        if counted is not None and len(parts) != counted:
            return
        complete = not (
            has(listed, "each") or (marked and counted is None and self._is_of_others(lead, parts))
        ) and (counted is not None or self._starts_clean(parts[0], len(parts)))
        ids = tuple(self.sentence.numbers[i].claim for i in parts)
        whole = self.sentence.numbers[place].claim
        yield Whole(whole, ids, whole, complete, mixed)

    def brought(self, place: int) -> Iterator[Whole]:
        """Yield what is brought to a total, if all numbers before it are its parts."""
        parts = self.run_before(place, self.claim(place))
        if len(parts) == place:
            whole = self.sentence.numbers[place].claim
            yield Whole(whole, tuple(self.sentence.numbers[i].claim for i in parts), whole)

    def is_rest(self, place: int) -> bool:
        """Say whether a number is what is left over: `the remaining 20`."""
        lead = last_clause(self.gaps[place])
        at = next((i for i, mark in enumerate(lead) if "rest" in mark.kinds), None)
        return at is not None and not has(lead[at:], "comma")

    def run_before(
        self, place: int, total: Claim, fits: Callable[[Claim, Claim], bool] = is_part
    ) -> list[int]:
        """Return the places of the coordinated numbers before a total, back to where the list begins."""
        parts: list[int] = []
        counted = self._count_before(place)
        for i in range(place - 1 - (counted is not None), -1, -1):
            claim = self.claim(i)
            if len(parts) == counted:
                break
            joint = self._marks(i + 1, parts[0] if parts else place)
            if self._aside(i, claim, total):
                continue
            if not fits(total, claim) or self.layout.is_change(self.sentence, i) or self._is_start(i, i):
                break
            if not has(joint, "comma", "list", "joint", "semi", "dash", "equals", "colon", "plus") or has(
                joint, "than", "from"
            ):
                break
            parts.insert(0, i)
            if has(self.gaps[i], "colon", "semi"):
                break
        return parts

    def _count_before(self, place: int) -> int | None:
        """Return how many parts the number right before a total counts: 三类合计, 三项加起来共, `the three together`."""
        marks = self.gaps[place]
        if marks and "word" in marks[0].kinds and len(marks[0].text) <= _SHORT:
            marks = marks[1:]  # 三笔钱合计
        if not place or not has(marks, "total") or not only(marks, _BESIDE):
            return None
        before = self.claim(place - 1)
        value = before.quantity.value
        small = value is not None and _TWO <= value <= _MOST_PARTS and value == int(value)
        plain = before.quantity.kind in (QuantityKind.COUNT, QuantityKind.NUMBER)
        differs = before.quantity.unit != self.claim(place).quantity.unit or before.quantity.unit is None
        return (
            int(value or 0)
            if small and plain and differs and only(last_clause(self.gaps[place - 1]), _BESIDE)
            else None
        )

    def _run_after(
        self, place: int, total: Claim, fits: Callable[[Claim, Claim], bool]
    ) -> tuple[list[int], Sequence[Mark]]:
        """Return the places of the coordinated numbers behind a total, and the marks after the last one."""
        parts: list[int] = []
        for i in range(place + 1, len(self.sentence.numbers)):
            claim = self.claim(i)
            joint = self._marks((parts[-1] if parts else place) + 1, i)
            if self._aside(i, claim, total):
                continue
            if (
                not fits(total, claim)
                or self.layout.is_change(self.sentence, i)
                or self._is_start(i, place + 1)
            ):
                break
            if parts and (
                not has(joint, "comma", "list", "joint", "semi") or has(joint, "than", "from", "total")
            ):
                break
            parts.append(i)
        last = parts[-1] + 1 if parts else place + 1
        return parts, self.gaps[last]

    def _is_start(self, place: int, opening: int) -> bool:
        """Say whether a number is where a change starts; 由 also opens the parts of a whole (由600万元和400万元组成)."""
        return self.claim(place).frame.role is Role.FROM and not has(self.gaps[opening], "wholly", "colon")

    def _marks(self, first: int, last: int) -> list[Mark]:
        return [mark for place in range(first, last + 1) for mark in self.gaps[place]]

    def _aside(self, place: int, claim: Claim, total: Claim) -> bool:
        """Say whether a number is a remark on a part: its share in brackets."""
        return is_percent(claim) and not is_percent(total) and has(self.gaps[place], "open", "share", "comma")

    def _beside(self, lead: Sequence[Mark], place: int) -> bool:
        """Say whether a word of total stands right before the number, or with words of the parts: 种树310棵 … 共种树570棵."""
        at = max(i for i, mark in enumerate(lead) if "total" in mark.kinds)
        said = frozenset(mark.text for mark in self._marks(max(0, place - _MOST_PARTS), place - 1))
        return only(lead[at + 1 :], _BESIDE, {text for text in said if len(text) > 1})

    def _is_of_others(self, lead: Sequence[Mark], parts: Sequence[int]) -> bool:
        """Say whether a total has an owner that its parts do not: 男孩12名，女孩15名，家长一共29名."""
        at = max(i for i, mark in enumerate(lead) if "total" in mark.kinds)
        said = "".join(mark.text for mark in self._marks(parts[0], parts[-1]))
        owners = [mark.text for mark in lead[:at] if mark.kinds == _WORD and not mark.text.isascii()]
        return any(text not in said and not text.startswith(self.sums.wholes) for text in owners)

    def _before_total(self, tail: Sequence[Mark]) -> bool:
        """Say whether a word of total stands right behind the number: `120 in total`."""
        at = next(i for i, mark in enumerate(tail) if "total" in mark.kinds)
        return len(tail[:at]) <= 1

    def _tight(self, opening: Sequence[Mark]) -> bool:
        """Say whether the bracket opens right behind the total."""
        return "open" in opening[0].kinds

    def _starts_clean(self, first: int, count: int) -> bool:
        """Say whether the list begins with its first number: no other part, at most the count of parts, stands before."""
        if first == 0 or has(self.gaps[first], "colon", "semi"):
            return True
        before = self.claim(first - 1)
        return not is_part(self.claim(first), before) or before.quantity.value == count

    def _kinds_differ(self, parts: Sequence[int]) -> bool:
        """Say whether each part counts a kind of its own: books, films and games."""
        units = {self.claim(place).quantity.unit for place in parts}
        return len(parts) >= _TWO and len(units) == len(parts)

    def _spread(self, parts: Sequence[int], listed: Sequence[Mark]) -> bool:
        """Say whether bare numbers share out a total up to the end: `150 people, 60 in Leeds, 50 in York and 30 in Hull`."""
        bare = all(self.claim(i).quantity.unit is None for i in parts)
        ended = parts[-1] == len(self.sentence.numbers) - 1 and "and" in [
            mark.text for mark in self.gaps[parts[-1]]
        ]
        placed = all(self.gaps[i + 1] and self.gaps[i + 1][0].text in _PLACES for i in parts)
        return bare and ended and placed and not has(listed, "partly", "open")

    def _is_score(self, place: int, opening: Sequence[Mark]) -> bool:
        """Say whether a sign alone stands between two bare numbers: 21:15, 6–4."""
        numbers = self.sentence.numbers
        return (
            len(opening) == 1
            and numbers[place + 1].start - numbers[place].end <= 1
            and not opening[0].text.isalnum()
        )

    def _label(self, place: int) -> str:
        """Return the words that a part stands among, back to the number before it and on to the next sign."""
        numbers = self.sentence.numbers
        start = numbers[place - 1].end if place else self.sentence.start
        end = numbers[place + 1].start if place + 1 < len(numbers) else self.sentence.end
        tail = _SIGN.split(self.text[numbers[place].end : end], maxsplit=1)[0]
        lead = _SIGN.split(self.text[start : numbers[place].start])[-1]
        return f"{lead} {self.claim(place).quantity.text} {tail}".lower()
