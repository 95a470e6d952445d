"""Finds the earlier value that a change refers to in another sentence, and pairs that can only show that it holds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.stages.align.metrics import terms
from claimcheck.stages.arithmetic.amounts import is_level, is_multiple, is_plain_level, related, same_unit
from claimcheck.stages.arithmetic.glue import CHANGE, has, only, phrase, words_of
from claimcheck.stages.arithmetic.pairs import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.layout import Layout, Sentence

_YEAR = re.compile(r"\d{4}$")
_PART = re.compile(r"(\d{4})(-(?:Q[1-4]|H[12]|\d\d))$")
_DATED = (Origin.CLAUSE, Origin.SENTENCE, Origin.PREVIOUS, Origin.ROW, Origin.COLUMN)
_NEAR = 4  # how many values of one subject and unit are looked at on either side
_BESIDE = 4  # how many numbers of the sentence are
_LEAD = CHANGE | frozenset(("to", "of"))


class Values:
    """The levels of a document by subject and unit, in order."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.by_subject: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        self.by_time: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for index, claim in enumerate(layout.claims):
            if is_level(claim):
                self.by_subject[claim.frame.subject, claim.quantity.unit].append(index)
                if claim.frame.metric and claim.time:
                    self.by_time[(*_figure(claim), claim.time)].append(index)

    def earlier_pairs(self, derived: int) -> Iterator[Pair]:
        """Yield the pair of a change whose sentence states the new value, and another sentence the one before."""
        claims = self.layout.claims
        sentence, place = self.layout.of_claim[derived]
        to = self._new_value(sentence, place)
        if to is None:
            return
        if is_multiple(claims[derived]) and has(phrase(self.layout.gaps(sentence)[place + 1]), "times"):
            close = self._sentence_before(
                sentence, claims[to], None
            )  # `three times as many`: as was just said
            if close is not None:
                yield Pair(to, close)
            return
        before = _before(claims[to], claims[derived])
        if before is None:
            return
        close = self._sentence_before(sentence, claims[to], before)
        if close is not None:
            yield Pair(to, close)
            return
        known = self.by_time.get((*_figure(claims[to]), before), []) if claims[to].frame.metric else []
        if known and len({claims[i].quantity.value for i in known}) == 1 and claims[to].frame.subject:
            yield Pair(to, known[0])

    def loose_pairs(self, derived: int, *, far: bool) -> Iterator[Pair]:
        """Yield pairs of which one end stands in the change's own sentence, the other there too unless ``far``."""
        claims = self.layout.claims
        sentence, place = self.layout.of_claim[derived]
        around = sentence.numbers[max(0, place - _BESIDE) : place + _BESIDE + 1]
        near = [n.claim for n in around if n.claim != derived and is_plain_level(claims[n.claim])]
        subject = claims[derived].frame.subject
        for to in near:
            others = self._same_subject(subject, claims[to].quantity.unit, derived) if far else ()
            for source in (*near, *others):
                if (
                    to == source
                    or not is_plain_level(claims[source])
                    or not same_unit(claims[to], claims[source])
                ):
                    continue
                if related(claims[to], claims[source]):
                    yield Pair(to, source)
                    yield Pair(source, to)

    def _same_subject(self, subject: str, unit: str | None, derived: int) -> list[int]:
        """Return the values of a subject that stand nearest."""
        values = self.by_subject.get((subject, unit), [])
        at = bisect_left(values, derived)
        return values[max(0, at - _NEAR) : at + _NEAR]

    def _new_value(self, sentence: Sentence, place: int) -> int | None:
        """Return the one level of the sentence, if it is tied to the change."""
        claims, gaps = self.layout.claims, self.layout.gaps(sentence)
        levels = [i for i in range(len(sentence.numbers)) if i != place and self.layout.is_level(sentence, i)]
        if len(levels) != 1 or abs(levels[0] - place) != 1:
            return None
        level = claims[sentence.numbers[levels[0]].claim]
        derived = claims[sentence.numbers[place].claim]
        if not only(gaps[max(levels[0], place)], _LEAD, words_of(level, derived)):
            return None
        if not only(phrase(gaps[place + 1]), _LEAD, words_of(level, derived)):
            return None
        one, other = level.frame.metric.split("+")[0], derived.frame.metric.split("+")[0]
        if one and other and one != other:
            return None
        return sentence.numbers[levels[0]].claim

    def _sentence_before(self, sentence: Sentence, to: Claim, time: str | None) -> int | None:
        """Return the value of that time in the sentence before, if there is just one; of any time for None."""
        if not sentence.order:
            return None
        claims = self.layout.claims
        numbers = self.layout.sentences[sentence.block][sentence.order - 1].numbers
        fitting = [n.claim for n in numbers if is_level(claims[n.claim]) and same_unit(to, claims[n.claim])]
        if len(fitting) != 1:
            return None
        found = claims[fitting[0]]
        if time is None:
            return fitting[0] if len(numbers) == 1 else None
        alike = found.frame.subject == to.frame.subject or not (found.frame.subject and to.frame.subject)
        told = found.quantity.unit is not None or found.frame.metric == to.frame.metric != ""
        if found.time != time or found.frame.time_from not in _DATED or not alike or not told:
            return None
        return fitting[0] if related(found, to) and _scope(found) == _scope(to) else None


def _figure(claim: Claim) -> tuple[object, ...]:
    return claim.frame.subject, claim.frame.metric, claim.quantity.unit, _scope(claim), claim.frame.modifiers


def _scope(claim: Claim) -> frozenset[str]:
    return frozenset().union(*(terms(word) for word in claim.frame.scope))


def _before(to: Claim, derived: Claim) -> str | None:
    """Return the period that a change up to this value is measured from: the year before, the same quarter of it."""
    if not to.time or to.frame.time_from not in _DATED:
        return None
    if _YEAR.match(to.time):
        return str(int(to.time) - 1)
    part = _PART.match(to.time)
    if part and "year_on_year" in (*derived.frame.modifiers, *derived.frame.metric.split("+")):
        return f"{int(part[1]) - 1}{part[2]}"
    return None
