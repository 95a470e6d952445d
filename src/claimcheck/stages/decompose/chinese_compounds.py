"""Joins Chinese compounds that no table lists, by their last character: `厂用电|率` is measured, `接种|组` is spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.cues import Cues

# from this length on, endings that short names share as well (`印度`, `卢比`) say what is measured
_LONG = 3


def join_compounds(chunks: Sequence[Chunk], cues: Cues) -> list[Chunk]:
    """Return the chunks with compounds as one content chunk each, tagged ``measured``, ``place`` or ``person``."""
    joined: list[Chunk] = []
    for position, chunk in enumerate(chunks):
        before = joined[-1] if joined and joined[-1].end == chunk.start else None
        following = chunks[position + 1] if position + 1 < len(chunks) else None
        if chunk.text.isascii() or chunk.kind not in (Kind.NAME, Kind.CONTENT, Kind.CUE):
            joined.append(chunk)
        elif (
            len(chunk.text) == 1
            and before is not None
            and _is_word(before)
            and _ends(chunk, "body_ending", cues)
        ) or (_stands_between(before, following) and chunk.has("place") and before is not None):
            joined[-1] = _compound(before, chunk, "place")
        elif _is_measured(chunk, before, following, cues):
            if len(chunk.text) == 1 and before is not None:
                joined[-1] = _compound(before, chunk, "measured")
            else:
                tags = (Tag("noun", chunk.text), Tag("measured", chunk.text))
                joined.append(Chunk(Kind.CONTENT, chunk.start, chunk.end, chunk.text, tags))
        else:
            joined.append(chunk)
    return joined


def _compound(first: Chunk, last: Chunk, kind: str) -> Chunk:
    text = first.text + last.text
    return Chunk(Kind.CONTENT, first.start, last.end, text, (Tag("noun", text), Tag(kind, text)))


def _is_word(chunk: Chunk) -> bool:
    """Whether a chunk can begin a compound: a verb, a common noun, or what no table knows."""
    if chunk.text.isascii() or chunk.has("metric", "modifier", "pronoun", "per", "this"):
        return False
    return chunk.kind in (Kind.NAME, Kind.CONTENT) or (
        chunk.has("act", "metric_verb") and len(chunk.text) > 1
    )


def _stands_between(before: Chunk | None, following: Chunk | None) -> bool:
    """`研究|团队|对……`: a verb right before an organisation describes it, unless that is what is counted after it."""
    acting = before is not None and before.has("act") and not before.text.endswith(("了", "过"))
    return (
        acting and following is not None and following.quantity is None and following.kind is not Kind.COMMA
    )


def _is_measured(chunk: Chunk, before: Chunk | None, following: Chunk | None, cues: Cues) -> bool:
    if chunk.has("metric", "modifier", "person", "place", "measured", "act", "word", "per", "suffix"):
        return False
    if following is not None and following.start == chunk.end and following.kind in (Kind.NAME, Kind.CONTENT):
        return False
    length = len(chunk.text)
    if length == 1:
        if before is None or not _is_word(before) or before.has("person", "place"):
            return False
        length += len(before.text)
    elif chunk.kind is Kind.CUE:
        return False
    return _ends(chunk, "measure_ending", cues) or (
        length >= _LONG and _ends(chunk, "long_measure_ending", cues)
    )


def _ends(chunk: Chunk, rule: str, cues: Cues) -> bool:
    return rule in cues.rules.get(chunk.text[-1], ())
