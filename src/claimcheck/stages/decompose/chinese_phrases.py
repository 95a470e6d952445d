"""Joins Chinese noun phrases that begin with a word that points at them: `这块|下颌骨|化石`, `他们|部门`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

# what a phrase that is pointed at may be made of
_NOUNS = ("noun", "person", "place", "object", "generic", "suffix")
# after a demonstrative without a classifier (`本产品`, `此模型`) only these: most such characters begin other words
_AFTER_BARE = ("object", "generic", "place", "suffix", "person")


def join_phrases(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the chunks with each such phrase as one: a pronoun that names what it stands for."""
    joined: list[Chunk] = []
    position = 0
    while position < len(chunks):
        chunk = chunks[position]
        end = _phrase_end(chunks, position)
        if end == position:
            if chunk.has("this"):  # `该款售价`: it stands for the noun that it leaves out
                kind = "pronoun" if chunk.has("stands_for") else "skip"
                chunk = Chunk(chunk.kind, chunk.start, chunk.end, chunk.text, (Tag(kind, chunk.text),))
            joined.append(chunk)
            position += 1
            continue
        parts = chunks[position : end + 1]
        text = "".join(part.text for part in parts)
        tags = [Tag("pronoun", text), Tag("phrase", text)]
        if chunk.has("personal", "plural"):
            tags.append(Tag("own", text))  # it speaks of something new, however it points
        tags += [tag for tag in parts[-1].tags if tag.kind in _NOUNS]
        joined.append(Chunk(Kind.CUE, chunk.start, parts[-1].end, text, tuple(tags)))
        position = end + 1
    return joined


def _phrase_end(chunks: Sequence[Chunk], position: int) -> int:
    """Return where the phrase that a chunk begins ends, or the position itself if it begins none."""
    chunk = chunks[position]
    personal = chunk.has("personal")
    if not (chunk.has("this", "demonstrative") or personal):
        return position
    end = position
    while end + 1 < len(chunks) and chunks[end + 1].start == chunks[end].end:
        following = chunks[end + 1]
        if end == position and personal:
            fits = following.has("person", "place")
        elif end == position and not chunk.has("this"):
            fits = following.has(*_AFTER_BARE)
        else:
            fits = following.kind in (Kind.NAME, Kind.CONTENT) or following.has("object", "generic")
        known = end > position and chunks[end].has(*_NOUNS)
        if not fits or following.has("per", "measured") or (known and not following.has(*_NOUNS)):
            break
        end += 1
    return end
