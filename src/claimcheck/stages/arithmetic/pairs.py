"""Finds the two values that a stated change, growth rate or multiple lies between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.arithmetic.across import says_no_more, taken_up, with_before
from claimcheck.stages.arithmetic.amounts import (
    difference_unit,
    is_duration,
    is_multiple,
    is_percent,
    related,
    same_measure,
)
from claimcheck.stages.arithmetic.glue import CHANGE, has, last_clause, main_clause, only, phrase, words_of
from claimcheck.stages.arithmetic.order import Around, told_order
from claimcheck.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.records.quantity import Quantity
    from claimcheck.stages.arithmetic.layout import Layout, Sentence
    from claimcheck.stages.arithmetic.marks import Mark

_ENDS = 2
_REACH = 8  # how many numbers away the ends of a change may stand
# an owner may stand between a comparison and its number: `than GLM-4's 29`
_OWNER = CHANGE | frozenset(("word", "from", "of", "total"))
_LEAD = CHANGE | frozenset(("from", "to", "of"))
_TIMES = frozenset(("times",))
_APPOSED = frozenset(("colon", "pronoun"))


class Pair(NamedTuple):
    """The two ends of a change; equal indices are the two ends of one range (`from 50 to 120`).

    ``turned`` says that the text does not tell which of the two is the basis; ``compared``, that a hedge before
    the basis belongs to the comparison.
    """

    to: int
    source: int
    turned: bool = False
    compared: bool = False


def resumed_pairs(layout: Layout, derived: int) -> Iterator[Pair]:
    """Yield the pairs of the sentences before that the derived claim's sentence takes up: `Growth of 35 percent`."""
    sentence, place = layout.of_claim[derived]
    row = taken_up(layout, sentence, place)
    if row is not None:
        reader = _Reader(layout, *row)
        if reader.tail_fits() or says_no_more(reader.gaps[row[1] + 1]) or reader.manner_fits():
            yield from reader.resumed()
        return
    joined = with_before(layout, sentence) if place == 1 and len(sentence.numbers) == _ENDS else None
    if joined is not None:
        reader = _Reader(layout, joined, place + 1)
        changed = layout.is_change(sentence, place) and reader.tail_fits()
        if changed or says_no_more(joined.gaps[-1]) or reader.manner_fits():
            yield from reader.compared()


def pairs_of(layout: Layout, derived: int) -> Iterator[Pair]:
    """Yield the pairs that the derived claim's own sentence ties to it."""
    sentence, place = layout.of_claim[derived]
    reader = _Reader(layout, sentence, place)
    if reader.tail_fits():
        yield from reader.behind()
        yield from reader.ahead()
        yield from reader.around()


class _Reader:
    """Reads the neighbourhood of one derived number."""

    def __init__(self, layout: Layout, sentence: Sentence, place: int) -> None:
        self.layout, self.claims, self.sentence, self.place = layout, layout.claims, sentence, place
        self.gaps = layout.gaps(sentence)
        self.derived = self.claim(place)
        self.multiple = is_multiple(self.derived)

    def claim(self, place: int) -> Claim:
        return self.claims[self.sentence.numbers[place].claim]

    def index(self, place: int) -> int:
        return self.sentence.numbers[place].claim

    def tail_fits(self) -> bool:
        """Say whether what follows the number belongs to no other thing (`up 50% in Asia`)."""
        tail = phrase(self.gaps[self.place + 1])
        behind = self.place + 1 < len(self.sentence.numbers)
        known = self._known(self.place)
        if len(tail) == len(self.gaps[self.place + 1]) and behind:
            return True  # the next number is judged with it
        return only(main_clause(tail), _LEAD, known)

    def behind(self) -> Iterator[Pair]:
        """`from 119 to 201, up 82`; `119 in 2023 and 201 in 2024, up 82`; 4.5万，是2019年2万的3倍."""
        places = self._walk(-1)
        if not places or not self._glued(places[0] + 1, self.place):
            return
        if self.claim(places[0]).quantity.kind is QuantityKind.RANGE:
            if has(self.gaps[places[0]][-1:], "from"):
                yield Pair(self.index(places[0]), self.index(places[0]))
        elif len(places) > 1 and self._multiplied(places[0]):
            if self._match(places[1], places[0]):
                yield Pair(self.index(places[1]), self.index(places[0]))
        elif len(places) > 1:
            yield from self._pair(places[1], places[0])

    def _multiplied(self, place: int) -> bool:
        """Say whether the number before a factor is what it multiplies: 是2万的3倍."""
        joint = self.gaps[self.place]
        return self.multiple and place == self.place - 1 and [mark.text for mark in joint] == ["的"]

    def resumed(self) -> Iterator[Pair]:
        """Yield the two levels of the sentences before, if there are just two and the text tells their order."""
        places = [place for place in range(self.place) if self.layout.is_level(self.sentence, place)]
        if len(places) != _ENDS or places[0] + 1 != places[1] or not self._glued(places[1] + 1, self.place):
            return
        yield from (pair for pair in self._pair(*places) if not pair.turned)

    def compared(self) -> Iterator[Pair]:
        """`Boreas got 61.5. Its successor gets 70.2 and is 11.4 points ahead`."""
        first, second = self.place - 2, self.place - 1
        levels = all(self.layout.is_level(self.sentence, place) for place in (first, second))
        unit = self.multiple or is_percent(self.derived) or difference_unit(self.derived, self.claim(second))
        if levels and unit and self._match(first, second) and self._glued(self.place, self.place):
            yield Pair(self.index(second), self.index(first), turned=True)

    def manner_fits(self) -> bool:
        """Say whether `as fast`, `as heavy` behind a multiple is said of what the levels measure."""
        tail = phrase(self.gaps[self.place + 1])
        if not self.multiple or not tail:
            return False
        if only(tail, _TIMES):
            return True
        manner = self.layout.sums.manners.get(tail[-1].text)
        if manner is None or not only(tail[:-1], CHANGE):
            return False
        return "any" in manner or any(
            _is_in(self.claim(place).quantity, manner)
            for place in range(max(0, self.place - _ENDS), self.place)
        )

    def ahead(self) -> Iterator[Pair]:
        """`up 50% from 119 to 201`, `tripled from 50 to 120`."""
        places = self._walk(1)
        if not places:
            return
        lead = self.gaps[self.place + 1]
        first = self.claim(places[0])
        next_to = places[0] == self.place + 1
        known = (
            frozenset[str]() if has(lead, "comma", "semi") else self._known(places[0])
        )  # a clause of its own
        if next_to and len(places) > 1 and has(lead[:1], "colon", "dash", "comma", "open"):
            # `tripled: it was 1.5 in 2023 and came to 2.4 last year`; `doubled, 13 after 7`
            between = [mark for place in range(places[0] + 1, places[1] + 1) for mark in self.gaps[place]]
            if only(between, _LEAD) and only(lead, _LEAD | _APPOSED):
                yield from self._pair(places[0], places[1], turned=True)
        if next_to and not only(lead, _LEAD, known):
            return
        if first.quantity.kind is QuantityKind.RANGE and has(lead[-1:], "from"):
            yield Pair(self.index(places[0]), self.index(places[0]))
        elif len(places) > 1 and has(lead, "from", "to"):
            yield from self._pair(places[0], places[1])

    def around(self) -> Iterator[Pair]:
        """`201, 82 more than the 119 of 2023`; `45,000, three times the 20,000 of 2019`; 是2万的3倍."""
        before, after = self._walk(-1), self._walk(1)
        if before and after and self._apposed(before[0]) and after[0] == self.place + 1:
            lead = self.gaps[self.place + 1]
            tied = has(lead, "than", "from") or (self.multiple and has(lead, "glue", "times"))
            named = self.multiple and self._is_named_again(lead)
            alike = self._match(before[0], after[0]) or (self.multiple and self._counts(before[0], after[0]))
            if alike and (named or (tied and only(lead, _OWNER))):
                yield Pair(self.index(before[0]), self.index(after[0]), compared=True)

    def _is_named_again(self, lead: Sequence[Mark]) -> bool:
        """Say whether the next number is said of what the multiple compares with: 是老桥的4倍，老桥只有400米."""
        rivals = {mark.text for mark in last_clause(self.gaps[self.place]) if "word" in mark.kinds}
        return has(lead[:1], "comma") and (
            any(mark.text in rivals for mark in lead) or has(lead[1:2], "latter")
        )

    def _apposed(self, before: int) -> bool:
        """Say whether nothing but glue stands before the number, at least from the last comma on."""
        if self._glued(before + 1, self.place):
            return True
        lead = self.gaps[self.place]
        return before == self.place - 1 and has(lead, "comma", "dash") and only(last_clause(lead), CHANGE)

    def _walk(self, step: int) -> list[int]:
        """Return the two nearest levels on one side; the derived number's like are passed over.

        So are durations beside other levels: in `from 15 to 60, doubled in two years` they say how long it took.
        """
        found: list[int] = []
        durations: list[int] = []
        place = self.place + step
        last = self.place + step * _REACH
        while 0 <= place < len(self.sentence.numbers) and len(found) < _ENDS and place != last:
            claim = self.claim(place)
            if self.layout.is_level(self.sentence, place) or (
                claim.quantity.kind is QuantityKind.RANGE and not claim.frame.negated
            ):
                (durations if is_duration(claim) else found).append(place)
            elif not self.layout.is_change(self.sentence, place) and not is_multiple(claim):
                break
            place += step
        return found or durations[:_ENDS]

    def _glued(self, first: int, last: int) -> bool:
        """Say whether all gaps from the one before number ``first`` to that before ``last`` merely tie."""
        known = self._known(first - 1)
        levels = [mark for gap in self.gaps[max(0, first - 2) : first] for mark in gap]
        each = {"each"} if has(levels, "each") else set[str]()  # 平均68分钟 … 平均多出37分钟
        tied = CHANGE | {"of"} | each
        gaps = [self.gaps[place] for place in range(first, last + 1)]
        if gaps and last == self.place and len(gaps[-1]) > 1:
            gaps[-1] = [
                mark for mark in gaps[-1] if "colon" not in mark.kinds
            ]  # 7.9 a year before: a plus of 1.3
        return all(only(gap, tied, known) for gap in gaps)

    def _known(self, place: int) -> frozenset[str]:
        near = self.claim(place)
        return words_of(near) if _one_metric(self.derived, near) else frozenset()

    def _match(self, one: int, other: int) -> bool:
        a, b = self.claim(one), self.claim(other)
        return (
            same_measure(a, b)
            and related(a, b)
            and QuantityKind.RANGE not in (a.quantity.kind, b.quantity.kind)
        )

    def _counts(self, one: int, other: int) -> bool:
        """Say whether the basis of a multiple is a bare number, whose metric is that of the other one."""
        a, b = self.claim(one), self.claim(other)
        return same_measure(a, b) and None in (a.quantity.unit, b.quantity.unit)

    def _pair(self, first: int, second: int, *, turned: bool = False) -> Iterator[Pair]:
        """Tell which of two neighbouring levels is the basis; ``turned`` takes them in either order if need be."""
        between = [mark for place in range(first + 1, second + 1) for mark in self.gaps[place]]
        a, b = self.claim(first), self.claim(second)
        tied = (
            only(between, _LEAD)
            and same_measure(a, b)
            and QuantityKind.RANGE not in (a.quantity.kind, b.quantity.kind)
        )
        if not tied and not (self._match(first, second) and _same_thing(a, b, between)):
            return
        if not any(_one_metric(self.derived, end) for end in (a, b)):
            return
        one, other = self.index(first), self.index(second)
        if has(between, "semi"):
            heads = {end.frame.metric.split("+")[0] for end in (a, b)}
            if self.multiple and len(heads) == 1 and has(self.gaps[self.place], "then"):
                yield Pair(one, other, turned=True)  # 接待45万；2020年仅18万，2024年是当年的4倍
            return
        order = told_order(Around(self.gaps[first], between, self.gaps[second + 1]), a, b)
        if order is not None:
            yield Pair(other, one) if order.first_is_basis else Pair(one, other, compared=order.compared)
        elif turned or (
            a.frame.subject != b.frame.subject
            and a.frame.subject
            and b.frame.subject
            and not has(self.gaps[self.place], "than", "basis", "time")
            and (self.multiple or has((*self.gaps[self.place], *self.gaps[self.place + 1][:2]), "contrast"))
        ):
            yield Pair(one, other, turned=True)


def _is_in(quantity: Quantity, manner: frozenset[str]) -> bool:
    """Say whether a quantity is measured in one of these units, a rate, or money."""
    unit = quantity.unit or ""
    if quantity.kind is QuantityKind.MONEY:
        return "money" in manner
    if "/" in unit:
        return "rate" in manner
    return quantity.kind is QuantityKind.MEASURE and dimension(unit) in {dimension(one) for one in manner}


def _same_thing(a: Claim, b: Claim, between: Sequence[Mark]) -> bool:
    """Say whether two values are of one metric: the same key, or nothing between them that names another."""
    if a.frame.metric and a.frame.metric == b.frame.metric:
        return True
    return not has(between, "word") or related(a, b)


def _one_metric(one: Claim, other: Claim) -> bool:
    a, b = (claim.frame.metric.replace(".", "+").split("+")[0] for claim in (one, other))
    return a == b or not (a and b) or "growth" in (a, b)
