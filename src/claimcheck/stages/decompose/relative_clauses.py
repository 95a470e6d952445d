"""Finds the noun that a Chinese relative clause stands before: `服用洛维仑的|患者`, `外界所传的|参数`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERBS = ("act", "verb", "metric_verb", "up", "down", "says")


def without_relative(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """Return the chunks of a clause with an opening relative clause and its noun as one noun phrase.

    It is one where the clause opens with its verb, or with a noun and the verb, and a predicate of the clause's own follows the noun: otherwise
    的 belongs to the object of the only verb (`保存了左侧的牙齿`).
    """
    opening = next((i for i, c in enumerate(chunks) if c.time is None and not c.has("skip", "scope")), None)
    if opening is None:
        return chunks
    verb = opening + 1 if _is_noun(chunks[opening]) and opening + 1 < len(chunks) else opening
    if chunks[verb].text.isascii() or not _is_verb(chunks[verb]):
        return chunks
    mark = next((i for i in range(verb + 1, len(chunks)) if chunks[i].text == "的"), None)
    if mark is None or mark + 1 >= len(chunks):
        return chunks
    noun = mark + 1
    while noun + 1 < len(chunks) and _is_noun(chunks[noun]) and _is_noun(chunks[noun + 1]):
        noun += 1
    if not _is_noun(chunks[noun]):
        return chunks
    following = chunks[noun + 1] if noun + 1 < len(chunks) else None
    if following is None or not (
        _is_verb(following) or following.has("scope_after", "metric", "skip", "negation")
    ):
        return chunks
    first, last = chunks[opening], chunks[noun]
    if last.kind is Kind.NAME and not last.has("guess"):
        return [
            *chunks[:opening],
            *chunks[mark + 1 :],
        ]  # `阿里发布的 Qwen3.5 参数……`: a name needs no description
    text = "".join(c.text for c in chunks[opening : noun + 1])
    phrase = Chunk(last.kind, first.start, last.end, text, last.tags)
    return [*chunks[:opening], phrase, *chunks[noun + 1 :]]


def _is_verb(chunk: Chunk) -> bool:
    return chunk.has(*_VERBS) and not chunk.has("metric", "modifier")


def _is_noun(chunk: Chunk) -> bool:
    return chunk.kind in (Kind.NAME, Kind.CONTENT) and not chunk.has("metric")
