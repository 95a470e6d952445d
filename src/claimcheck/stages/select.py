"""Says what kind of statement a number stands in: only facts are worth asking about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.claim import Statement
from claimcheck.stages.decompose.chunk import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.decompose.chunk import Chunk

_QUESTION = re.compile(r"[?？][\"'”’」）)*_]*$")
# kinds whose cue colours all that follows it in the sentence; a forecast colours its own clause and those
# after it, until the sentence turns back to what is known
_LASTING = frozenset((Statement.HYPOTHETICAL, Statement.OPINION, Statement.INSTRUCTION))


def statement_of(sentence: str, chunks: Sequence[Chunk], position: int) -> Statement:
    """Return the kind of statement that the number at ``position`` stands in.

    Args:
        sentence: its text, for the mark at its end.
        chunks: the chunks of the sentence.
        position: where the number starts, counted as the chunks are.
    """
    if _QUESTION.search(sentence):
        return Statement.QUESTION
    opening = next((c for c in chunks if c.kind is not Kind.COMMA), None)
    if opening is not None and opening.has("statement_start"):
        return Statement(opening.key("statement_start"))
    if _is_order(chunks):
        return Statement.INSTRUCTION
    end = next((c.start for c in chunks if c.kind is Kind.COMMA and c.start >= position), None)
    kind, last = Statement.FACT, None
    for chunk in chunks:
        if end is not None and chunk.start >= end:
            break
        coming = last is not None and _is_coming(last, chunk, position)
        if chunk.has("statement") or _is_modal(chunk, position) or coming:
            said = Statement(chunk.key("statement") or Statement.FORECAST)
            kind = said if kind not in _LASTING else kind
        elif (
            kind is Statement.FORECAST
            and chunk.start < position
            and (chunk.has("turn") or _is_present(chunk, last))
        ):
            kind = Statement.FACT
        last = chunk if not (last is not None and _is_to_be(last, chunk)) else last
    return kind


def _is_to_be(be: Chunk, to: Chunk) -> bool:
    """Whether two chunks are `is to`, `are to`."""
    return be.has("passive") and to.has("to") and be.text.isascii()


def _is_coming(be: Chunk, verb: Chunk, position: int) -> bool:
    """`bills are to go up`: a verb behind `are to` speaks of what is not yet."""
    gap = verb.start - be.end
    return (
        be.has("passive") and gap == len(" to ") and verb.start < position and verb.has("act", "up", "down")
    )


def _is_present(chunk: Chunk, before: Chunk | None) -> bool:
    """`will be run by Vantoor and employs 380 people`: a second predicate in the third person is of now."""
    joined = before is not None and before.has("and")
    third = chunk.text.endswith("s") and chunk.text.isascii() and chunk.has("act", "metric_verb")
    return joined and third and chunk.text.lower() != chunk.key("act")


def _is_order(chunks: Sequence[Chunk]) -> bool:
    """`Take 2 tablets`, `To descale, fill the tank`: the first clause that is no purpose opens with a bare verb."""
    opening, purpose = True, False
    for chunk in chunks:
        if chunk.kind is Kind.COMMA:
            opening = True
            if not purpose:
                return False
        elif opening and chunk.text.lower() == "to":
            opening, purpose = False, True
        elif opening and not chunk.has("skip"):
            return chunk.has("act") and chunk.text.isascii() and chunk.text.lower() == chunk.key("act")
    return False


def _is_modal(chunk: Chunk, position: int) -> bool:
    """`will hire 90`, `may reach 5%`: a modal verb before the number speaks of what is not yet."""
    return chunk.start < position and chunk.text.islower() and chunk.has("modal")
