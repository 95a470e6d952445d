"""Lays out where claims stand: the sentences of each block, as a row of numbers and of the words between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.claim import Role
from claimcheck.records.document import BlockKind
from claimcheck.stages.arithmetic.amounts import is_amount, is_level, is_percent
from claimcheck.stages.arithmetic.glue import has, last_clause
from claimcheck.stages.arithmetic.marks import Mark
from claimcheck.stages.segment import bounded, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.languages.sums import Kinds, Sums
    from claimcheck.records.claim import Claim
    from claimcheck.records.document import Block, Document
    from claimcheck.stages.extract import Reading

_SIGNS = {
    **dict.fromkeys(",，", "comma"),
    **dict.fromkeys("、", "list"),
    **dict.fromkeys("(（[【", "open"),
    **dict.fromkeys(")）]】", "close"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys(";；", "semi"),
    **dict.fromkeys("—–", "dash"),
    **dict.fromkeys("→⟶", "arrow"),
    **dict.fromkeys("=＝", "equals"),
    **dict.fromkeys("/", "slash"),
    **dict.fromkeys("+＋", "plus"),
}
_WORD = re.compile(r"[a-zà-ɏ0-9_]+(?:['’.-][a-zà-ɏ0-9_]+)*|[^\W\d_]")
_LATIN = re.compile(r"[a-zà-ɏ0-9_]")
_MOST_NAMES = 200
_UNKNOWN = frozenset(("word",))
_TIME = frozenset(("time",))
_POINTING = frozenset(("then", "now"))
_EARLIER = frozenset(("time", "earlier"))


class Number(NamedTuple):
    """A claim's number; ``start`` and ``end`` count in the block's text."""

    claim: int
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Sentence:
    """The numbers of a sentence; ``gaps[i]`` are the marks before number ``i``, the last one those behind all.

    ``order`` counts the sentences of its block that hold numbers.
    """

    block: int
    order: int
    start: int
    end: int
    numbers: list[Number]
    gaps: list[list[Mark]] = field(default_factory=list)


class Layout:
    """Finds the sentences of a document's claims, and reads the words between their numbers when asked.

    Args:
        document: the document.
        claims: all its claims.
        read: reads a block's text, for its dates and periods.
        sums: the words that tie numbers together.
    """

    def __init__(
        self, document: Document, claims: Sequence[Claim], read: Callable[[str], Reading], sums: Sums
    ) -> None:
        self.document, self.claims, self.sums = document, claims, sums
        self._read = read
        self._times: dict[int, list[tuple[int, int, Kinds]]] = {}
        self._changes: dict[int, bool] = {}
        self._levels: dict[int, bool] = {}
        self.by_block = self._places()
        self.of_claim: dict[int, tuple[Sentence, int]] = {}
        self.sentences: dict[int, list[Sentence]] = {}
        for block, numbers in self.by_block.items():
            if document.blocks[block].kind is not BlockKind.CELL:
                self.sentences[block] = list(self._sentences(document.blocks[block], numbers))

    @cached_property
    def names(self) -> frozenset[str]:
        """The subjects of the document that are written as names, in lower case; of very many, the first ones."""
        subjects = dict.fromkeys(claim.frame.subject for claim in self.claims)
        names = [name.lower() for name in subjects if any(c.isupper() or c > "\u3400" for c in name)]
        return frozenset(names[:_MOST_NAMES])

    def _places(self) -> dict[int, list[Number]]:
        """Find the block of each claim and its place in the visible text, by the runs that lead to the file."""
        runs = sorted(
            (run.start, run.end, run.at, block.index) for block in self.document.blocks for run in block.runs
        )
        starts = [run[0] for run in runs]
        found: dict[int, list[Number]] = defaultdict(list)

        def visible(offset: int) -> tuple[int, int] | None:
            index = bisect_right(starts, offset) - 1
            if index < 0 or offset >= runs[index][1]:
                return None
            return runs[index][3], runs[index][2] + offset - runs[index][0]

        for index, claim in enumerate(self.claims):
            first = visible(claim.quantity.start)
            last = visible(max(claim.quantity.end - 1, claim.quantity.start))
            if first is not None and last is not None and first[0] == last[0]:
                found[first[0]].append(Number(index, first[1], last[1] + 1))
        for numbers in found.values():
            numbers.sort(key=lambda number: number.start)
        return dict(sorted(found.items()))

    def _sentences(self, block: Block, numbers: list[Number]) -> Iterator[Sentence]:
        position = order = 0
        for start, end in bounded(sentences(block.text), [number.start for number in numbers]):
            inside = []
            while position < len(numbers) and numbers[position].start < end:
                inside.append(numbers[position])
                position += 1
            if inside:
                sentence = Sentence(block.index, order, start, end, inside)
                order += 1
                for place, number in enumerate(inside):
                    self.of_claim[number.claim] = (sentence, place)
                yield sentence

    def gaps(self, sentence: Sentence) -> list[list[Mark]]:
        """Return the marks before, between and behind the numbers of a sentence."""
        if not sentence.gaps:
            text = self.document.blocks[sentence.block].text
            times = self._times_of(sentence)
            edges = [sentence.start, *(n.end for n in sentence.numbers)]
            ends = [*(n.start for n in sentence.numbers), sentence.end]
            sentence.gaps = [
                marks_of(text, start, end, times, self.sums) for start, end in zip(edges, ends, strict=True)
            ]
        return sentence.gaps

    def _times_of(self, sentence: Sentence) -> list[tuple[int, int, Kinds]]:
        """Return the dates and periods in a sentence; those of its block are read once."""
        known = self._times.get(sentence.block)
        if known is None:
            reading = self._read(self.document.blocks[sentence.block].text)
            known = self._times[sentence.block] = sorted(
                ((t.start, t.end, _EARLIER if (t.relative or 0) < 0 else _TIME) for t in reading.times),
                key=lambda time: time[:2],
            )
        first = bisect_left(known, sentence.start, key=lambda time: time[0])
        last = bisect_left(known, sentence.end, key=lambda time: time[0])
        return known[first:last]

    def before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence with numbers that stands before one in its block."""
        return self.sentences[sentence.block][sentence.order - 1] if sentence.order else None

    def is_change(self, sentence: Sentence, place: int) -> bool:
        """Say whether a number states a change: not `made up 45%`, nor the basis in 比6.0亿元增长40%."""
        index = sentence.numbers[place].claim
        if index not in self._changes:
            self._changes[index] = self._moves(sentence, place)
        return self._changes[index]

    def is_level(self, sentence: Sentence, place: int) -> bool:
        """Say whether a number is a level and no change."""
        index = sentence.numbers[place].claim
        if index not in self._levels:
            claim = self.claims[index]
            self._levels[index] = (
                not self.is_change(sentence, place)
                if is_level(claim)
                else is_amount(claim)
                and claim.frame.role is Role.CHANGE
                and (self._is_basis(sentence, place) or has(self.gaps(sentence)[place][-1:], "raise"))
            )
        return self._levels[index]

    def _moves(self, sentence: Sentence, place: int) -> bool:
        claim = self.claims[sentence.numbers[place].claim]
        if claim.frame.role is not Role.CHANGE and not (is_percent(claim) and claim.quantity.direction):
            return claim.frame.role is Role.VALUE and self._is_gap(sentence, place)
        lead = self.gaps(sentence)[place][-2:]
        if has(lead[-1:], "total", "raise"):
            return False  # `adds up to 81,000`, `raised $3 million`
        if has(lead, "share") and not has(lead, "up", "down", "change", "open"):
            return False
        return not self._is_basis(sentence, place)

    def _is_gap(self, sentence: Sentence, place: int) -> bool:
        """Say whether the words before a number call it a difference: 贵了150元, 同比多出生77人."""
        clause = last_clause(self.gaps(sentence)[place])
        said = [mark for mark in clause if mark.kinds.isdisjoint(("hedge", "each", "glue"))]
        if has(clause, "than", "from", "share", "total"):
            return False
        return has(said[-1:], "gap") or (has(said[:1], "basis") and has(said[1:], "gap"))

    def _is_basis(self, sentence: Sentence, place: int) -> bool:
        gaps = self.gaps(sentence)
        last = place + 1 == len(sentence.numbers)
        behind = gaps[place + 1]
        return (
            not last
            and has(last_clause(gaps[place]), "than", "from")
            and has(behind, "up", "down")
            and not has(behind, "comma", "list")
            and not has(gaps[place][-1:], "up", "down", "by")
        )


def marks_of(
    text: str, start: int, end: int, times: Sequence[tuple[int, int, Kinds]], sums: Sums
) -> list[Mark]:
    """Read a stretch of text as marks: signs, dates, known phrases by longest match, other words.

    >>> from claimcheck.languages.sums import load_sums
    >>> [sorted(mark.kinds)[0] for mark in marks_of(", for a total of zebras", 0, 23, (), load_sums())]
    ['comma', 'total', 'word']
    """
    low = text[start:end].lower()
    if len(low) != end - start:  # a letter whose lower case is longer: rare, and then nothing is read
        return [Mark(_UNKNOWN, low)]
    marks: list[Mark] = []
    spans = {s - start: (e - start, kinds) for s, e, kinds in times}
    position = 0
    while position < len(low):
        char = low[position]
        if position in spans and spans[position][0] > position:
            stop = min(spans[position][0], len(low))
            marks.append(Mark(spans[position][1] | _pointing(low[position:stop], sums), low[position:stop]))
            position = stop
        elif char.isspace():
            position += 1
        elif char in _SIGNS:
            marks.append(Mark(frozenset((_SIGNS[char],)), char))
            position += 1
        else:
            position = _word(low, position, sums, marks)
    return marks


def _pointing(time: str, sums: Sums) -> Kinds:
    """Return ``then`` for a time that points back to another (当年, `that year`), ``now`` for the present one."""
    return sums.marks.table.get(time, frozenset()) & _POINTING


def _word(low: str, position: int, sums: Sums, marks: list[Mark]) -> int:
    """Read one word or phrase, and return where it ends."""
    latin = _LATIN.match(low, position)
    if not (latin and position and _LATIN.match(low[position - 1])):
        known = sums.marks.after(low, position)
        if known is not None:
            marks.append(Mark(known[1], low[position : known[0]]))
            return known[0]
    word = _WORD.match(low, position)
    if word is None:
        return position + 1  # quotation marks, asterisks and the like
    end = word.end()
    if marks and not latin and marks[-1].kinds == _UNKNOWN and not _LATIN.match(marks[-1].text[-1]):
        marks[-1] = Mark(_UNKNOWN, marks[-1].text + low[position:end])
    else:
        marks.append(Mark(_UNKNOWN, low[position:end]))
    return end
