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
    settled: list[Chunk] = []
    for position, chunk in enumerate(chunks):
        if (
            chunk.kind is Kind.CONTENT
            and chunk.has("past", *_PRESENT)
            and _is_verb(chunks, position, settled, cues)
        ):
            lemma = next(tag.key for tag in chunk.tags if tag.kind in ("past", *_PRESENT))
            kind = "verb" if chunk.text.lower() in cues.empty_verbs else "act"
            settled.append(Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, (Tag(kind, lemma),)))
        elif chunk.kind is Kind.CUE and _is_noun(chunks, position, cues):
            settled.append(
                Chunk(Kind.CONTENT, chunk.start, chunk.end, chunk.text, (Tag("noun", chunk.text),))
            )
        else:
            settled.append(chunk)
    return settled


_PRESENT = ("base", "noun_or_verb")
_LINKING = frozenset(("verb", "function", *_PRESENT, "says", "title"))
_PREPOSITIONS = frozenset(
    ("at", "in", "on", "to", "for", "with", "from", "by", "into", "over", "under", "about", "around")
)


def _is_noun(chunks: Sequence[Chunk], position: int, cues: Cues) -> bool:
    """`A serving of oats`, `the compound melts`: after an article a verb is a noun, and a modifier before a verb too."""
    chunk = chunks[position]
    if not chunk.text.isascii():
        return _tagged(chunk) == {"act"} and _is_spoken_of(chunks, position)
    if not position or chunks[position - 1].text.lower() not in cues.determiners:
        return False
    if chunk.has("verb") and _tagged(chunk) <= _LINKING:
        return True
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    return (
        _tagged(chunk) == {"modifier"}
        and following is not None
        and (following.has(*_VERBAL) or (following.has(*_PRESENT) and _is_third_person(following)))
    )


_AFTER_NOUN = frozenset(("的", "上", "中", "里", "方面", "后", "前", "期间"))


def _is_spoken_of(chunks: Sequence[Chunk], position: int) -> bool:
    """`训练用了 4096 张卡`, `评测的得分`: a Chinese verb before another verb, or before 的, names what is done."""
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    if following is None or following.start > chunks[position].end:
        return False
    return following.text in _AFTER_NOUN or following.has(
        "verb", "act", "metric_verb", "up", "down", "metric"
    )


def _tagged(chunk: Chunk) -> set[str]:
    return {tag.kind for tag in chunk.tags}


def _is_third_person(chunk: Chunk) -> bool:
    return chunk.text.endswith("s") and chunk.text.lower() != _lemma(chunk)


def _is_verb(chunks: Sequence[Chunk], position: int, before: Sequence[Chunk], cues: Cues) -> bool:
    chunk = chunks[position]
    previous = next((c for c in reversed(before) if not c.has("skip")), None)
    following = next((c for c in chunks[position + 1 :] if not c.has("skip")), None)
    if chunk.has("past"):
        described = previous is not None and previous.text.lower() in cues.determiners
        return not (described and following is not None and _nominal(following))
    if following is None or following.has(*_VERBAL):
        return False
    if previous is None or previous.kind is Kind.COMMA or previous.has("and"):
        return _is_order(chunk) and (
            following.quantity is not None or following.text.lower() in cues.determiners
        )
    if previous.text.lower() in cues.modals or previous.has("pronoun"):
        return True
    if not _nominal(previous) or previous.text.lower() in cues.determiners:
        return False
    if chunk.has("base") and not _verb_before(before):
        return True  # rarely a noun
    if (
        following.quantity is not None
        or following.text.lower() in cues.determiners
        or following.has("possessive")
    ):
        return True
    leads_on = _nominal(following) or following.text.lower() in _PREPOSITIONS
    return leads_on and not _verb_later(chunks, position) and not _verb_before(before)


def _is_order(chunk: Chunk) -> bool:
    """Whether a verb has the form of an order: `Take 2 tablets`, `fill the tank`."""
    return chunk.text.lower() == _lemma(chunk)


def _lemma(chunk: Chunk) -> str:
    return next((tag.key for tag in chunk.tags if tag.kind in (*_PRESENT, "act")), "")


def _nominal(chunk: Chunk) -> bool:
    return chunk.kind in _NOMINAL or chunk.has("metric", "modifier", "generic", "object", "relation")


def _verb_before(before: Sequence[Chunk]) -> bool:
    for chunk in reversed(before):
        if chunk.kind in (Kind.QUANTITY, Kind.COMMA):
            return False
        if chunk.has(*_VERBAL) and chunk.text.lower() not in _PREPOSITIONS and chunk.text.lower() != "of":
            return True
    return False


def _verb_later(chunks: Sequence[Chunk], position: int) -> bool:
    """Whether another verb stands before the next number or the end of the clause."""
    for chunk in chunks[position + 1 :]:
        if chunk.kind in (Kind.QUANTITY, Kind.COMMA):
            return False
        if (
            chunk.has(*_VERBAL, "past")
            and chunk.text.lower() not in _PREPOSITIONS
            and chunk.text.lower() != "of"
        ):
            return True
    return False
