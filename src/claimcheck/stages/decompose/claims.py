"""Splits a document into atomic claims; evidence is split by the same stage into facts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimcheck.records.claim import Claim, Frame, Origin, Role, Statement
from claimcheck.records.document import BlockKind
from claimcheck.stages.decompose.context import Label, Surroundings, read_label, topic_of
from claimcheck.stages.decompose.frames import SentenceFrames, frames_of
from claimcheck.stages.decompose.metric import NO_METRIC, MetricReading
from claimcheck.stages.decompose.reach import OPENING, REACH, within_reach
from claimcheck.stages.decompose.short_names import resolve_short_names
from claimcheck.stages.decompose.tables import table_frames
from claimcheck.stages.extract.published import quantity_of
from claimcheck.stages.segment import bounded, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.records.document import Block, Document
    from claimcheck.stages.decompose.framed import Framed
    from claimcheck.stages.extract import Found, Reading

_DIGITS = re.compile(r"\d[\d.,，]*")
# a capital in the middle of a sentence makes a name
_CAPITAL = re.compile(r"(?<=[a-z0-9,;)] )[A-Z][\w'’-]*[a-z]")
_LONGEST_TITLE = 80
_LONGEST_LEAD = 120
_ENDS_SENTENCE = re.compile(r"[.!?。！？;；,，]\s*$|\n")
_SILENT = (BlockKind.CODE, BlockKind.TITLE, BlockKind.CAPTION)


@dataclass(slots=True)
class Decomposition:
    """The claims of a document in order, and the other names that it introduces for its subjects."""

    claims: list[Claim] = field(default_factory=list)
    aliases: list[tuple[str, str]] = field(default_factory=list)
    topic: str = ""


class Lines:
    """Turns offsets into line and column, both counted from 1."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        position = text.find("\n")
        while position >= 0:
            self.starts.append(position + 1)
            position = text.find("\n", position + 1)

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def claims_in(
    document: Document, extract: Callable[[str], Reading], cues: Cues, *, as_of: str | None = None
) -> Decomposition:
    """Return every claim of the document: one for each quantity, with its frame.

    Args:
        document: the blocks to read.
        extract: reads the quantities, times and names of one block's text.
        cues: the words that say what a number is about.
        as_of: ISO date from which relative times count, before the document's own date.
    """
    return _Walk(document, extract, cues, as_of or document.date).run()


class _Walk:
    def __init__(
        self, document: Document, extract: Callable[[str], Reading], cues: Cues, date: str | None
    ) -> None:
        self.document, self.extract, self.date = document, extract, date
        self.cues = replace(cues, capitals=frozenset(_CAPITAL.findall(document.text)))
        self.lines = Lines(document.text)
        self.around = Surroundings(document, self.cues, date)
        self.result = Decomposition()
        self.first_said: dict[tuple[object, ...], int] = {}
        self.parents = {block.parent for block in document.blocks} - {None}
        self.waiting: tuple[Block, Reading] | None = None

    def run(self) -> Decomposition:
        self._labels()
        tables_done: set[int] = set()
        for block in self.document.blocks:
            if block.kind is BlockKind.CELL and block.table is not None:
                if block.table not in tables_done:
                    tables_done.add(block.table)
                    self._table(block.table)
            elif block.kind not in _SILENT:
                self._block(block)
        self.result.claims = resolve_short_names(self.result.claims, self.around.title_names)
        self.result.claims.sort(key=lambda claim: (claim.start, claim.end)) if self.document.text else None
        return self.result

    def _labels(self) -> None:
        """Read the headings and the title first: the topic decides what an elided subject is."""
        for block in self.document.blocks:
            if block.kind is BlockKind.HEADING:
                self.around.labels[block.index] = read_label(
                    block.text, self.extract(block.text), self.cues, self.date
                )
        title = Label()
        if self.document.title or self._first_line():
            title = self._label(self.document.title or self._first_line())
        self.around.time, self.around.title_names = title.time, title.names
        self.around.topic = self.result.topic = topic_of(title, self.document.text)
        if self._is_one_of_many():
            self.around.topic = ""

    def _is_one_of_many(self) -> bool:
        """Whether the title is only the first of several headings of one level that each name something."""
        headings = [b for b in self.document.blocks if b.kind is BlockKind.HEADING]
        first = headings[0] if headings else None
        if (
            first is None
            or self.document.blocks[0] is not first
            or self.document.title not in ("", first.text)
        ):
            return False
        named = [b for b in headings if b.level <= first.level and self.around.labels[b.index].named]
        return len(named) > 1 and first in named

    def _label(self, text: str) -> Label:
        return read_label(text, self.extract(text), self.cues, self.date)

    def _first_line(self) -> str:
        """A short first line that ends no sentence is the title of a text without one."""
        blocks = self.document.blocks
        first = blocks[0] if blocks and blocks[0].kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) else None
        if (
            first is None
            or len(blocks) < 2
            or len(first.text) > _LONGEST_TITLE
            or _ENDS_SENTENCE.search(first.text)
        ):
            return ""
        return first.text.title() if first.text.isupper() else first.text

    def _block(self, block: Block) -> None:
        reading = self.extract(block.text)
        numbers = [q.start for q in reading.quantities]
        marks = sorted([*numbers, *(time.start for time in reading.times)])
        leads = block.index in self.parents
        if not (marks or leads or any(mark in block.text for mark in OPENING)):
            self.waiting = block, reading
            return
        self._catch_up()
        spans = bounded(sentences(block.text, self.cues.stops), numbers)
        if not leads:
            spans = list(within_reach(block.text, spans, marks))
        subject, time = self._sentences(block, reading, spans)
        if leads:
            self._lead(block, reading, subject, time)

    def _catch_up(self) -> None:
        """Read the end of the last block that stated nothing: a pronoun may reach back to it."""
        if self.waiting is None:
            return
        block, reading = self.waiting
        self.waiting = None
        self._sentences(block, reading, bounded(sentences(block.text, self.cues.stops)[-REACH:], []))

    def _sentences(
        self, block: Block, reading: Reading, spans: Sequence[tuple[int, int]]
    ) -> tuple[str, str | None]:
        """Add the claims of some sentences; return their first subject and the period they stand in."""
        context = self.around.enter(block)
        outer = list(context.subjects)
        first, time = "", context.time
        for span in spans:
            said = frames_of(block.text, span, reading, self.cues, context)
            for framed in said.framed:
                self._add(block, span, framed)
                context.counted = framed.found.thing_phrase or context.counted
            self._note_aliases(said)
            if said.subject:
                first = first or said.subject
                context.subjects = [(said.subject, Origin.PREVIOUS), *outer]
            self.around.remember(said.subject, said.names)
            context.names, context.last = list(self.around.names), self.around.last
            context.recent, context.previous = self.around.recent, self.around.previous
            self.around.pair = context.pair = said.pair
            if said.time:
                context.time, context.time_from = said.time, Origin.PREVIOUS
        return first, time

    def _lead(self, block: Block, reading: Reading, subject: str, time: str | None) -> None:
        """Note what a block says of the list below it."""
        metric = NO_METRIC
        if block.text.rstrip().endswith((":", "：")) or not reading.quantities:
            short = len(block.text) < _LONGEST_LEAD
            label = read_label(block.text, reading, self.cues, self.date) if short else Label()
            metric, time = label.metric, label.time
            if label.counted and not metric.known:
                metric = MetricReading("", label.rest, ())
            else:
                subject = subject or label.subject
        self.around.leave(block, subject, metric, time)

    def _note_aliases(self, said: SentenceFrames) -> None:
        self.result.aliases += [pair for pair in said.aliases if pair not in self.result.aliases]

    def _table(self, index: int) -> None:
        table = self.document.tables[index]
        for block, framed in table_frames(table, self.around, self.cues, self.extract):
            self._add(block, (0, len(block.text)), framed)

    def _add(self, block: Block, span: tuple[int, int], framed: Framed) -> None:
        found, frame = framed.found, framed.frame
        start, end = block.span(framed.start, framed.end)
        line, column = self.lines.at(start) if block.runs else (block.line, 1)
        sentence = block.text[span[0] : span[1]]
        statement = framed.statement
        text = self.document.text[start:end] if block.runs else block.text[framed.start : framed.end]
        self.result.claims.append(
            Claim(
                text=text,
                start=start,
                end=end,
                line=line,
                column=column,
                subject=frame.subject or framed.shown,
                metric=_metric_name(frame, framed.implied),
                quantity=quantity_of(found, block, self.document),
                time=frame.time,
                check_worthy=statement is Statement.FACT,
                statement=statement,
                standalone=_standalone(sentence, frame, block),
                sentence=sentence,
                locator=block.locator or str(line),
                frame=frame,
                place=sum(1 for _ in _DIGITS.finditer(block.text, span[0], found.start)),
                repeats=self._repeats(frame, found, start),
            )
        )

    def _repeats(self, frame: Frame, found: Found, start: int) -> int | None:
        key = (
            frame.subject,
            frame.metric,
            frame.metric_words if not frame.metric else (),
            frame.time,
            frame.role,
            found.value,
            found.low,
            found.high,
            found.unit,
        )
        first = self.first_said.setdefault(key, start)
        return first if first != start else None


def _metric_name(frame: Frame, implied: str) -> str:
    """The metric in the document's own words; where those are no more than a unit, what that implies."""
    thing = (frame.thing,) if frame.thing and (len(frame.thing) > 1 or not frame.metric_words) else ()
    words = list(
        dict.fromkeys(
            (frame.verb, *frame.metric_words, *thing) if frame.verb else (*frame.metric_words, *thing)
        )
    )
    words = [w for w in words if len(w) > 1 or not w > "\u3400"] or words
    kept = [w for w in words if not any(w != other and w in other for other in words)]
    if implied and len("".join(kept)) <= 1:
        return implied
    return " ".join(kept) if any(w.isascii() for w in kept) else "".join(kept)


def _standalone(sentence: str, frame: Frame, block: Block) -> str:
    """The sentence with the parts filled in that it leaves out."""
    if block.kind is BlockKind.CELL:
        return " · ".join(
            p for p in (frame.subject, frame.time or "", " ".join(frame.metric_words), sentence.strip()) if p
        )
    missing = []
    if frame.subject and frame.subject not in sentence:
        missing.append(frame.subject)
    if frame.time and frame.time_from in (Origin.HEADING, Origin.LIST, Origin.TITLE):
        missing.append(frame.time)
    return f"{', '.join(missing)}: {sentence}" if missing else sentence


def facts_in(decomposition: Decomposition) -> Iterator[Claim]:
    """Yield the claims of an evidence document that can count as facts: statements, neither denied nor rumoured."""
    for claim in decomposition.claims:
        if claim.statement is Statement.FACT:
            yield claim


__all__ = ["Decomposition", "Role", "claims_in", "facts_in"]
