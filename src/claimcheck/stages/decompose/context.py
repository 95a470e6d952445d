"""Keeps what stands around a sentence: the document's topic, headings, list lead-ins and the sentences before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.records.document import BlockKind
from claimcheck.stages.decompose.chunk import Kind
from claimcheck.stages.decompose.chunks import chunks_of
from claimcheck.stages.decompose.metric import NO_METRIC, MetricReading, read_metric
from claimcheck.stages.decompose.slots import Context
from claimcheck.stages.decompose.times import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.records.claim import Frame
    from claimcheck.records.document import Block, Document
    from claimcheck.stages.extract import Reading

# a heading of ordinary words longer than this is a sentence, not a name
_LONGEST_PLAIN_NAME = 12


@dataclass(slots=True)
class Label:
    """What a heading, a title, a lead-in or a header cell names: a subject, a metric, a time."""

    subject: str = ""
    named: bool = False
    metric: MetricReading = NO_METRIC
    time: str | None = None
    names: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether it is a plural of ordinary words, no name: `Casualties by county:` counts them for each."""
        return not self.names and bool(self.rest) and self.rest[0].isascii() and self.rest[0].endswith("s")


def read_label(text: str, reading: Reading, cues: Cues, date: str | None) -> Label:
    """Read a short text that labels what follows it."""
    chunks = chunks_of(text, 0, len(text), reading, cues)
    names = [c for c in chunks if c.kind is Kind.NAME and not is_generic(c.text, cues)]
    time = next((iso for c in chunks if c.time is not None and (iso := resolve(c.time, date))), None)
    metric = read_metric(chunks)
    rest = tuple(c.text for c in chunks if c.kind in (Kind.NAME, Kind.CONTENT))
    modifiers = tuple(c.key("modifier") for c in chunks if c.has("modifier") and not metric.known)
    if len(metric.chunks) == 1 and metric.chunks[0].has("object") and len(chunks) > 1:
        return Label(
            text.strip(), named=True, time=time, names=(text.strip(),)
        )  # `Ravenna plant` is one name
    if names:
        chosen = next((c for c in names if any(ch.isdigit() for ch in c.text)), names[0])
        found = tuple(c.text for c in names)
        return Label(
            chosen.text, named=True, metric=metric, time=time, names=found, modifiers=modifiers, rest=rest
        )
    plain = [c for c in chunks if c.kind is Kind.CONTENT]
    others = [
        c
        for c in chunks
        if c.kind not in (Kind.CONTENT, Kind.TIME) and not c.has("metric", "modifier", "function", "generic")
    ]
    alone = len(plain) == 1 and not others and len(plain[0].text) <= _LONGEST_PLAIN_NAME
    subject = plain[0].text if alone else ""
    return Label(subject, metric=metric, time=time, modifiers=modifiers, rest=rest)


def is_generic(name: str, cues: Cues) -> bool:
    """Whether every word of a name is a metric, a function word or a noun too general to be a subject.

    ``Financial Highlights`` and ``主要数据`` are headings of any report; they name nothing.
    """
    words = name.replace("-", " ").split()
    return all(any(tag.kind != "title" for tag in cues.tags(word)) for word in words) or bool(cues.tags(name))


def topic_of(title: Label, body: str) -> str:
    """Return the name a document is about: of the names in its title, one with a version, or the most used."""
    if not title.names:
        return title.subject if title.subject and body.count(title.subject) > 1 else ""
    versioned = [name for name in title.names if any(c.isdigit() for c in name)]
    return versioned[0] if versioned else max(title.names, key=body.count)


@dataclass(slots=True)
class Surroundings:
    """Walks through a document and answers what surrounds a block."""

    document: Document
    cues: Cues
    date: str | None
    topic: str = ""
    labels: dict[int, Label] = field(default_factory=dict)
    title_names: tuple[str, ...] = ()
    time: str | None = None
    previous: str = ""
    pair: tuple[Frame, Frame] | None = None
    last: list[str] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    _spoken_of: dict[str, bool] = field(default_factory=dict)
    leads: dict[int, tuple[str, MetricReading, str | None]] = field(default_factory=dict)

    def enter(self, block: Block) -> Context:
        """Return the context in which the block's first sentence is read."""
        headings = [self.document.blocks[i].text for i in block.headings]
        around = tuple(dict.fromkeys(t for t in (self.document.title, *headings) if t))
        context = Context(date=self.date, topic=self.topic, names=list(self.names), around=around)
        if block.parent is not None and block.parent in self.leads:
            subject, metric, time = self.leads[block.parent]
            if subject:
                context.subjects.append((subject, Origin.LIST))
            if metric.known or metric.words:
                context.metric, context.metric_from = metric, Origin.LIST
            if time:
                context.time, context.time_from = time, Origin.LIST
        self._headings(block.headings, context)
        if self.topic:
            context.subjects.append((self.topic, Origin.TITLE))
        if self.previous:
            context.subjects.append((self.previous, Origin.PREVIOUS))
        context.last, context.recent, context.previous = self.last, self.recent, self.previous
        context.pair = self.pair
        if self.time and not context.time:
            context.time, context.time_from = self.time, Origin.TITLE
        return context

    def _headings(self, headings: Sequence[int], context: Context) -> None:
        for index in reversed(headings):
            label = self.labels.get(index)
            if label is None:
                continue
            if label.subject and self._names_subject(label):
                origin = Origin.TITLE if label.subject == self.topic else Origin.HEADING
                context.subjects.append((label.subject, origin))
            if label.metric.known and not context.metric.known and not label.subject:
                context.metric, context.metric_from = label.metric, Origin.HEADING
            if label.time and not context.time:
                context.time, context.time_from = label.time, Origin.HEADING

    def _names_subject(self, label: Label) -> bool:
        """A heading names a subject if it looks like a name, or if the document speaks of it elsewhere."""
        if any(c.isdigit() for c in label.subject) or not self.topic:
            return True
        if label.subject not in self._spoken_of:
            self._spoken_of[label.subject] = self.document.text.count(label.subject) > 1
        return self._spoken_of[label.subject]

    def remember(self, subject: str, names: Sequence[str]) -> None:
        """Note what a sentence was about, for the pronouns and ellipses after it."""
        if len(names) > 1:
            self.last = list(names)
        if subject or names:
            self.recent = [*([subject] if subject else []), *names]
        self.names = [*([subject] if subject else []), *names, *self.names][:8]
        if subject:
            self.previous = subject

    def leave(self, block: Block, subject: str, metric: MetricReading, time: str | None) -> None:
        """Note what a block introduces, for the list after it."""
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING):
            self.leads[block.index] = (subject, metric, time)
