"""Settles whether a word such as `bridge` or 大桥 is the thing spoken of or the thing counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

# numbers that cannot count things: what stands before them and is a thing is what they are said of
_MEASURES = (QuantityKind.MEASURE, QuantityKind.MONEY, QuantityKind.PERCENT)


def settle_objects(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Turn words for things into content where they are spoken of, joined with the words before them.

    They are where a metric follows them (`青屿大桥造价`) or the next number is a measure (`the tower is 300 m tall`);
    elsewhere they are what is counted.
    """
    settled: list[Chunk] = []
    for position, chunk in enumerate(chunks):
        if not chunk.has("object") or chunk.has("pronoun", "generic") or not _spoken_of(chunks, position):
            settled.append(chunk)
            continue
        before = settled[-1] if settled else None
        if (
            before is not None
            and before.kind in (Kind.NAME, Kind.CONTENT)
            and _touches(before, chunk)
            and not before.has("per")
        ):
            gap = " " * (chunk.start - before.end)
            text = f"{before.text}{gap}{chunk.text}"
            kind = before.kind if chunk.text.isascii() else Kind.NAME  # `青屿大桥`, `曜途汽车`
            settled[-1] = Chunk(kind, before.start, chunk.end, text, before.tags)
        else:
            settled.append(Chunk(Kind.CONTENT, chunk.start, chunk.end, chunk.text, _tags(chunk)))
    return settled


def _tags(chunk: Chunk) -> tuple[Tag, ...]:
    """A Chinese thing that is spoken of goes on being so through the clauses after it."""
    return () if chunk.text.isascii() else (Tag("noun", chunk.text), Tag("person", chunk.text))


def _touches(before: Chunk, chunk: Chunk) -> bool:
    return chunk.start - before.end <= (1 if chunk.text.isascii() else 0)


def _spoken_of(chunks: Sequence[Chunk], position: int) -> bool:
    if _is_tail(chunks, position):
        return True
    if position and chunks[position - 1].has("rate_base"):
        return False  # `emissions per parcel`
    if position and chunks[position - 1].has("spoken_of") and not chunks[position].text.endswith("s"):
        return True
    for following in chunks[position + 1 :]:
        if following.kind is Kind.COMMA:
            return False
        if following.quantity is not None:
            return following.quantity.kind in _MEASURES
        if following.has("metric", "metric_verb", "act") and not following.has("object"):
            return True
        if following.has("object") and not following.text.isascii():
            return True  # `博物馆现有藏品 7.8 万件`: the later of two things is counted
    return False


def _is_tail(chunks: Sequence[Chunk], position: int) -> bool:
    """Whether a Chinese word for a thing ends a name (`曜途汽车9月交付`): it touches it, and no number counts it."""
    chunk, before = chunks[position], chunks[position - 1] if position else None
    if chunk.text.isascii() or before is None or before.kind not in (Kind.NAME, Kind.CONTENT):
        return False
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    counted = following is not None and (
        following.quantity is not None or following.has("verb", "act", "up", "down")
    )
    return _touches(before, chunk) and not counted
