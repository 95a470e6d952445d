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
    """Return the chunks with compounds as one content chunk each, tagged ``measured``, ``place`` or ``thing``."""
    joined: list[Chunk] = []
    for position, chunk in enumerate(chunks):
        if chunk.text.isascii() or chunk.kind not in (Kind.NAME, Kind.CONTENT, Kind.CUE):
            joined.append(chunk)
            continue
        before = joined[-1] if joined and joined[-1].end == chunk.start else None
        following = chunks[position + 1] if position + 1 < len(chunks) else None
        kind = _tail_of(before, chunk, following, cues) if before is not None else ""
        if chunk.has("guess") and following is not None and _is_aspect(chunk, following):
            joined.append(Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, (Tag("act", chunk.text),)))
        elif before is not None and kind:
            joined[-1] = _compound(before, chunk, kind)
        elif len(chunk.text) > 1 and _is_measured(chunk, following, cues):
            tags = (Tag("noun", chunk.text), Tag("measured", chunk.text))
            joined.append(Chunk(Kind.CONTENT, chunk.start, chunk.end, chunk.text, tags))
        else:
            joined.append(chunk)
    return joined


def _is_aspect(chunk: Chunk, following: Chunk) -> bool:
    """`出示|了三张黄牌`: before 了, a word that no table knows is a verb."""
    return following.start == chunk.end and following.text == "了"


def _tail_of(before: Chunk, chunk: Chunk, following: Chunk | None, cues: Cues) -> str:
    """Return what a chunk makes of the one that it touches, or an empty string if they are no compound."""
    if len(chunk.text) > 1:
        if chunk.has("suffix") and _is_kind(before):
            return "place"  # `航空|公司`
        return "place" if chunk.has("place") and _describes(before, following) else ""
    if _is_word(before):
        if _ends(chunk, "body_ending", cues):
            return "place"
        if _ends(chunk, "thing_ending", cues):
            return "thing"
    named = before.has("metric") and _ends(chunk, "rate_ending", cues)
    fits = (named or _is_word(before)) and not before.has("person", "place")
    measured = _ends(chunk, "measure_ending", cues) or (
        len(before.text) + 1 >= _LONG and _ends(chunk, "long_measure_ending", cues)
    )
    free = not chunk.has("metric", "modifier", "act", "per", "suffix") and not _goes_on(chunk, following)
    return "measured" if fits and measured and free else ""


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


def _is_kind(chunk: Chunk) -> bool:
    return chunk.kind is Kind.CONTENT and chunk.has("noun") and not chunk.has("person", "measured", "per")


def _describes(verb: Chunk, following: Chunk | None) -> bool:
    """`研究|团队|对……`: a verb right before an organisation describes it, unless that is what is counted after it."""
    acting = verb.has("act") and not verb.text.endswith(("了", "过"))
    return (
        acting and following is not None and following.quantity is None and following.kind is not Kind.COMMA
    )


def _is_measured(chunk: Chunk, following: Chunk | None, cues: Cues) -> bool:
    """Whether a word says by its last character that it is measured: `客单价`, and of two characters `油价`, `净值`."""
    known = chunk.has("metric", "modifier", "person", "place", "act", "word", "per", "suffix")
    if known or chunk.kind is Kind.CUE or _goes_on(chunk, following):
        return False
    long = len(chunk.text) >= _LONG or chunk.has("noun")
    return _ends(chunk, "measure_ending", cues) or (long and _ends(chunk, "long_measure_ending", cues))


def _goes_on(chunk: Chunk, following: Chunk | None) -> bool:
    """Whether a word touches the next one, which then is what the phrase is about."""
    touches = following is not None and following.start == chunk.end
    return touches and following is not None and following.kind in (Kind.NAME, Kind.CONTENT)


def _ends(chunk: Chunk, rule: str, cues: Cues) -> bool:
    return rule in cues.rules.get(chunk.text[-1], ())
