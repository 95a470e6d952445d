"""Finds a share beside its part and its whole: `45 of the 120 stores (40%)`, 120家中有45家，占40%."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.arithmetic.across import taken_up
from claimcheck.stages.arithmetic.amounts import (
    both_counts,
    is_amount,
    is_duration,
    is_percent,
    same_measure,
    same_unit,
)
from claimcheck.stages.arithmetic.bases import Split, named_bases
from claimcheck.stages.arithmetic.fractions import is_fraction
from claimcheck.stages.arithmetic.glue import SHARE, has, last_clause, only, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.layout import Layout, Sentence
    from claimcheck.stages.arithmetic.marks import Mark

_HUNDRED = Decimal(100)
_COMMA = frozenset(("comma",))
_BEFORE_WHOLE = frozenset(["glue", "of", "hedge", "total"])


def splits_of(layout: Layout, share: int) -> Iterator[Split]:
    """Yield the parts and wholes that the share's own sentence, or the one before, ties to it."""
    sentence, place = layout.of_claim[share]
    found = list(_Reader(layout, sentence, place).read())
    yield from found
    row = taken_up(layout, sentence, place) if not found and has(layout.gaps(sentence)[0], "share") else None
    if row is not None:
        yield from _Reader(layout, *row).read()
    elif not found:
        yield from named_bases(layout, sentence, place)


class _Reader:
    """Reads the neighbourhood of one share."""

    def __init__(self, layout: Layout, sentence: Sentence, place: int) -> None:
        self.layout, self.claims, self.sentence, self.place = layout, layout.claims, sentence, place
        self.gaps = layout.gaps(sentence)

    def read(self) -> Iterator[Split]:
        """Yield what the sentence offers, the closest first."""
        yield from self._ratio()
        before = self._amounts()
        if not before:
            return
        lead = self.gaps[self.place]
        near = before[0]
        if self._tail_is_open():
            if len(before) > 1:
                yield from self._of(before[1], near)
                yield from self._among(before[1], near)
            yield from self._listed(near)
            yield from self._shared(near)
            if len(before) > 1:
                yield from self._rated(before[1], near)
            yield from self._back(near)
        if len(before) > 1 and lead and lead[-1].text == "的" and not has(lead, "comma", "list"):
            between = self._between(before[1], near)
            if has(between, "share") and only(last_clause(between), SHARE | _BEFORE_WHOLE):
                yield from self._split(before[1], near)  # 45家，占全部120家的40%
        yield from self._ahead(near)

    def _amounts(self) -> list[int]:
        """Return the places of the two nearest amounts before the share; percentages between are passed over."""
        found: list[int] = []
        for place in range(self.place - 1, -1, -1):
            claim = self._claim(place)
            if is_percent(claim) or (found and self._is_age(place, found[0])):
                continue
            if not is_amount(claim):
                break
            found.append(place)
            if len(found) == 2:
                break
        return found

    def _claim(self, place: int) -> Claim:
        return self.claims[self.sentence.numbers[place].claim]

    def _is_age(self, place: int, part: int) -> bool:
        """Say whether a number is an age or a duration that says which part is meant: 三十岁以下的有200人."""
        return is_duration(self._claim(place)) and not is_duration(self._claim(part))

    def _next(self, whole: int, part: int) -> bool:
        """Say whether nothing but ages stands between a whole and a part."""
        return all(self._is_age(place, part) for place in range(whole + 1, part))

    def _split(self, part: int, whole: int) -> Iterator[Split]:
        one, other = self._claim(part), self._claim(whole)
        if same_measure(one, other) or both_counts(one, other):
            yield Split(self.sentence.numbers[part].claim, self.sentence.numbers[whole].claim)

    def _between(self, first: int, second: int) -> list[Mark]:
        return [mark for place in range(first + 1, second + 1) for mark in self.gaps[place]]

    def _tail_is_open(self) -> bool:
        """Say whether no other base follows the share (`or 40% of sales`)."""
        tail = self.gaps[self.place + 1]
        own = phrase(tail)
        if has(self.gaps[self.place], "same") and has(own[:1], "whole"):
            return True  # which is 36 percent of all shipments
        if not own or has(self.gaps[self.place][-3:], "open"):
            return not has(own[:1], "of") or only(own, _BEFORE_WHOLE)
        return only(own, _BEFORE_WHOLE | SHARE) and not has(own[:1], "up", "down", "change")

    def _stated(self, near: int) -> bool:
        """Say whether the share is said of the number at ``near``: right behind it, or behind a word of share."""
        if near != self.place - 1:
            return False
        lead = self.gaps[self.place]
        if has(lead, "up", "down", "than", "semi"):
            return False
        return _leads_to_share(lead)

    def _of(self, part: int, whole: int) -> Iterator[Split]:
        """`45 of the 120 stores (40%)`."""
        between = self._between(part, whole)
        if (
            whole == part + 1
            and between
            and has(between, "of")
            and only(between, _BEFORE_WHOLE)
            and self._stated(whole)
        ):
            yield from self._split(part, whole)

    def _among(self, whole: int, part: int) -> Iterator[Split]:
        """`Of its 120 stores, 45 (40%) are in Europe`; 120家门店中，有45家位于欧洲，占比40%."""
        lead, between = last_clause(self.gaps[whole]), self._between(whole, part)
        opened = has(lead, "of") and only(lead, _BEFORE_WHOLE)
        inside = (
            bool(between)
            and (has(phrase(between)[-1:] or between[:1], "of") or has(between[:2], "of"))
            and not between[0].text.isascii()
        )
        pointed = has(self.gaps[part + 1][:1], "back")  # `2,400 took part, and 1,320 of them, or 55%`
        summed = has(lead, "total") and whole == 0 and same_unit(self._claim(whole), self._claim(part))
        if (
            self._next(whole, part)
            and (opened or inside or pointed or summed or has(between, "partly"))
            and self._stated(part)
        ):
            yield from self._split(part, whole)

    def _listed(self, part: int) -> Iterator[Split]:
        """`120 stores: 45 (37.5%) in Europe, 50 (41.7%) in Asia`: the whole stands before what opens the list."""
        if not self._stated(part):
            return
        for place in range(part, 0, -1):
            marks = self.gaps[place]
            if has(marks, "colon", "partly", "wholly"):
                whole = place - 1
                if is_amount(self._claim(whole)) and not is_percent(self._claim(whole)):
                    yield from self._split(part, whole)
                return
            if has(marks, "semi"):
                return

    def _shared(self, part: int) -> Iterator[Split]:
        """800名会员中，336人…，占42%，200人…，占25%: the whole that opens a sentence is that of each part in it."""
        if part < 2 or not self._stated(part):
            return
        whole, lead, between = self._claim(0), last_clause(self.gaps[0]), self.gaps[1]
        inside = bool(between) and has(between[:3], "of") and not between[0].text.isascii()
        if not ((has(lead, "of") and only(lead, _BEFORE_WHOLE)) or inside) or is_percent(whole):
            return
        parts = [c for place in range(1, part + 1) if not is_percent(c := self._claim(place))]
        if all(is_amount(c) and c.quantity.unit in (None, parts[0].quantity.unit) for c in parts):
            yield from self._split(part, 0)

    def _rated(self, whole: int, part: int) -> Iterator[Split]:
        """抽检200批次，不合格16批次，不合格率为8%: the rate bears the name that stands before the part."""
        if (
            part != self.place - 1
            or whole != part - 1
            or whole
            or self.layout.is_change(self.sentence, whole)
        ):
            return
        numbers = self.sentence.numbers
        text = self.layout.document.blocks[self.sentence.block].text
        clause = text[numbers[part].end : numbers[self.place].start]
        before = text[numbers[whole].end : numbers[part].start]
        for suffix in self.layout.sums.rates:
            stem = clause.partition(suffix)[0].strip(" ,，、(（")
            if suffix in clause and len(stem) > 1 and stem in before:
                yield from self._split(part, whole)

    def _back(self, part: int) -> Iterator[Split]:
        """`It has 120 stores. Of these, 45 (40%) are in Europe`: the whole is the sentence before's one number."""
        first = self.sentence.numbers[0]
        if part or not self._stated(part):
            return
        lead = self.gaps[0]
        behind = self.gaps[1]
        if not (has(lead, "back") or has(behind[:1], "back")):
            return
        sentences = self.layout.sentences[self.sentence.block]
        at = self.sentence.order
        if not at or self.claims[first.claim].quantity.value is None:
            return
        wholes = [n.claim for n in sentences[at - 1].numbers if is_amount(self.claims[n.claim])]
        fitting = [i for i in wholes if same_unit(self.claims[first.claim], self.claims[i])]
        if len(fitting) == 1 and not is_percent(self.claims[fitting[0]]):
            yield Split(first.claim, fitting[0])

    def _ahead(self, near: int) -> Iterator[Split]:
        """`45 stores, 40% of the 120 in all`."""
        if self.place + 1 >= len(self.sentence.numbers) or near != self.place - 1:
            return
        lead, behind = self.gaps[self.place], self.gaps[self.place + 1]
        whole = self._claim(self.place + 1)
        if not is_amount(whole) or is_percent(whole) or has(lead, "up", "down", "than"):
            return
        tied = only(lead, SHARE | {"of"}) or (
            has(last_clause(lead), "share") and only(last_clause(lead), SHARE)
        )
        owned = [mark for mark in behind if not mark.text.endswith(("'s", "’s"))]  # of the team's 90
        if tied and has(behind, "of") and only(owned, _BEFORE_WHOLE):
            yield from self._split(near, self.place + 1)

    def _ratio(self) -> Iterator[Split]:
        """`45 out of 120 patients (40%)`, `40% (45/120)`: one number holds part and whole."""
        for place, gap in (
            (self.place - 1, self.gaps[self.place]),
            (self.place + 1, self.gaps[self.place + 1]),
        ):
            if not 0 <= place < len(self.sentence.numbers):
                continue
            claim = self._claim(place)
            quantity = claim.quantity
            written_out = any(char.isdigit() for char in quantity.text)
            if (
                quantity.kind is QuantityKind.RATIO or (is_fraction(claim) and written_out)
            ) and quantity.value is not None:
                behind = place > self.place
                tied = has(gap, "open") and only(gap, SHARE) if behind else _leads_to_share(gap)
                if 0 < quantity.value < 1 and tied and (behind or self._tail_is_open()):
                    yield Split(self.sentence.numbers[place].claim, self.sentence.numbers[place].claim)
                    continue
            if (
                place == self.place + 1
                and has(gap, "open")
                and only(gap, SHARE)
                and place + 1 < len(self.sentence.numbers)
            ):
                # `40% (45 of 120)`
                between = self.gaps[place + 1]
                if has(between, "of") and only(between, _BEFORE_WHOLE) and is_amount(claim):
                    yield from self._split(place, place + 1)


def _leads_to_share(gap: Sequence[Mark]) -> bool:
    """Say whether the words between an amount and a percentage make it a share of that amount's whole.

    Nothing but a bracket or a word of share stands between them, or the last clause before the percentage is
    such a word (`1,320 said that they cycle, a share of 55%`).
    """
    if has(gap[:1], "back") and only(gap[1:], _COMMA):
        return True  # 300 of them, 25 percent, are organic
    if not has(gap, "open", "share") or has(gap, "up", "down", "than", "semi", "close"):
        return False
    if only(gap, SHARE | {"of", "back"}):
        return True
    at = max((i for i, mark in enumerate(gap) if not mark.kinds.isdisjoint(("comma", "open"))), default=-1)
    clause = gap[at + 1 :]
    if not only(clause, SHARE):
        return False
    return has(clause, "share") or (at >= 0 and "open" in gap[at].kinds and not has(gap[:at], "comma"))
