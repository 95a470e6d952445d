"""Settles which words are the verb of their clause: `the hall houses 200`, not `steel houses in Oslo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.cues import Cues

_VERBAL = ("verb", "metric_verb", "act", "up", "down")
_NOMINAL = (Kind.NAME, Kind.CONTENT)


def settle_acts(chunks: list[Chunk], cues: Cues) -> list[Chunk]:
    """Return the chunks with each verb marked: ``act``, or ``verb`` if it only links; what could be one and is not stays content."""
    if not any(c.has("past", "base") for c in chunks):
        return chunks
    settled: list[Chunk] = []
    for position, chunk in enumerate(chunks):
        if (
            chunk.kind is Kind.CONTENT
            and chunk.has("past", "base")
            and _is_verb(chunks, position, settled, cues)
        ):
            lemma = chunk.key("past") or chunk.key("base")
            kind = "verb" if chunk.text.lower() in cues.empty_verbs else "act"
            settled.append(Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, (Tag(kind, lemma),)))
        else:
            settled.append(chunk)
    return settled


def _is_verb(chunks: Sequence[Chunk], position: int, before: Sequence[Chunk], cues: Cues) -> bool:
    chunk = chunks[position]
    previous = next((c for c in reversed(before) if not c.has("skip")), None)
    following = next((c for c in chunks[position + 1 :] if not c.has("skip")), None)
    if chunk.has("past"):
        described = previous is not None and previous.text.lower() in cues.determiners
        return not (described and following is not None and _nominal(following))
    if previous is None or following is None or following.has(*_VERBAL):
        return False
    if previous.text.lower() in cues.modals or previous.has("pronoun"):
        return True
    if not _nominal(previous) or previous.text.lower() in cues.determiners:
        return False
    if (
        following.quantity is not None
        or following.text.lower() in cues.determiners
        or following.has("possessive")
    ):
        return True
    return _nominal(following) and not _verb_later(chunks, position)


def _nominal(chunk: Chunk) -> bool:
    return chunk.kind in _NOMINAL or chunk.has("metric", "modifier", "generic", "object", "relation")


def _verb_later(chunks: Sequence[Chunk], position: int) -> bool:
    """Whether another verb stands before the next number or the end of the clause."""
    for chunk in chunks[position + 1 :]:
        if chunk.kind in (Kind.QUANTITY, Kind.COMMA):
            return False
        if chunk.has(*_VERBAL, "past"):
            return True
    return False
