"""Gives every number of a document that is no claim the reason why."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.records.document import BlockKind
from claimcheck.records.inventory import Unclaimed
from claimcheck.stages.account.markup import Markup
from claimcheck.stages.account.written import Written, numbers_written
from claimcheck.stages.decompose.claims import Lines
from claimcheck.stages.decompose.tables import is_earlier_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.languages import Lexicon
    from claimcheck.languages.cues import Cues
    from claimcheck.records.claim import Claim
    from claimcheck.records.document import Block, Document
    from claimcheck.stages.extract import Reading

_KINDS = {BlockKind.CODE: "code", BlockKind.TITLE: "title", BlockKind.CAPTION: "caption"}
Span = tuple[int, int, str]


def unclaimed(
    document: Document,
    claims: Sequence[Claim],
    read: Callable[[str], Reading],
    lexicon: Lexicon,
    cues: Cues,
) -> list[Unclaimed]:
    """Return every number that is no claim, once, in order, with the reason.

    Args:
        document: the document.
        claims: all its claims.
        read: reads the text of one block.
        lexicon: the number words of its languages.
        cues: the headings of a table of verdicts.
    """
    claimed = _Covered(
        [
            (min(c.start, c.quantity.start), max(c.end, c.quantity.end), "")
            for c in claims
            if c.end > c.start or c.quantity.end > c.quantity.start
        ]
    )
    reasons = _Reasons(document, read, cues)
    lines = Lines(document.text)
    found: list[Unclaimed] = []
    last = 0
    for number in numbers_written(document.text, lexicon):
        if number.end <= last or claimed.at(number.start) is not None:
            continue
        start, end, reason = reasons.of(number)
        last = max(end, number.end)
        line, column = lines.at(start)
        found.append(
            Unclaimed(
                text=document.text[start:end], start=start, end=end, line=line, column=column, reason=reason
            )
        )
    return found


class _Covered:
    """Spans that may nest, asked by position; of those that cover it the one that starts last answers."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span[0] for span in self._spans]
        self._reach: list[int] = []  # how far any span up to this one reaches
        for span in self._spans:
            self._reach.append(max(span[1], self._reach[-1] if self._reach else 0))

    def at(self, position: int) -> Span | None:
        """Return the span that covers a position, or None."""
        index = bisect_right(self._starts, position) - 1
        while index >= 0 and self._reach[index] > position:
            if self._spans[index][1] > position:
                return self._spans[index]
            index -= 1
        return None


class _Reasons:
    """Knows of each place of a document why a number there is none."""

    def __init__(self, document: Document, read: Callable[[str], Reading], cues: Cues) -> None:
        self.document, self.read = document, read
        self.markup = Markup(document)
        self.earlier = {
            table.index for table in document.tables if is_earlier_output(table, document.blocks, cues)
        }
        self.runs = sorted(
            (run.start, run.end, block.index) for block in document.blocks for run in block.runs
        )
        self.starts = [run[0] for run in self.runs]
        self.covered: dict[int, _Covered] = {}

    def of(self, number: Written) -> Span:
        """Return the reason, with the stretch of text that it is said of."""
        index = bisect_right(self.starts, number.start) - 1
        if index < 0 or self.runs[index][1] <= number.start:
            reason, start, end = self.markup.reason(number.start)
            return (start, end, reason) if start < end else (number.start, number.end, reason)
        block = self.document.blocks[self.runs[index][2]]
        if block.table in self.earlier and block.kind is BlockKind.CELL:
            return number.start, number.end, "earlier-output"
        if block.kind in (BlockKind.CODE, BlockKind.TITLE):
            return number.start, number.end, _KINDS[block.kind]
        if block.index not in self.covered:
            self.covered[block.index] = _Covered(list(self._said(block)))
        known = self.covered[block.index].at(number.start)
        if known is not None:
            return min(known[0], number.start), max(known[1], number.end), known[2]
        if block.kind is BlockKind.CAPTION:
            return number.start, number.end, "caption"
        if block.kind is BlockKind.CELL:
            return number.start, number.end, "table-label"
        marked = self.markup.inside(number.start)
        if marked is not None:
            return marked
        return number.start, number.end, "unread" if number.digits else "word-part"

    def _said(self, block: Block) -> Iterator[Span]:
        """Yield what the reader of quantities says of the numbers of a block that are none."""
        reading = self.read(block.text)
        for time in reading.times:
            yield *block.span(time.start, time.end), "date"
        for start, end in reading.names:
            yield *block.span(start, end), "name"
        for excluded in reading.excluded:
            yield *block.span(excluded.start, excluded.end), excluded.why
