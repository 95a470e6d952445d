"""Cuts a stretch of Chinese that no table knows where its characters say what they are: grammar, or a verb of one character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.languages.cues import Cues

# a shorter stretch is rather a name that happens to hold such a character (`有道`, `得力`)
_LONG = 4
# what is left of a stretch before its verb is a word, or the verb stands alone
_SHORTEST = 2


def cut_rest(chunks: Sequence[Chunk], cues: Cues) -> Iterator[Chunk]:
    """Yield the chunks with unknown stretches cut: `每|台`, `单表|放|到`, `砍到`, `飙到|14 斤`."""
    position = 0
    while position < len(chunks):
        chunk = chunks[position]
        following = chunks[position + 1] if position + 1 < len(chunks) else None
        if chunk.kind is not Kind.CONTENT or chunk.tags or chunk.text.isascii():
            yield chunk
            position += 1
            continue
        *before, last = _pieces(chunk, cues)
        yield from before
        compared = _comparative_at_end(last, chunks[position - 1] if position else None, following, cues)
        if compared is not None:
            if compared.start > last.start:
                yield Chunk(last.kind, last.start, compared.start, last.text[:-1])
            yield compared
            position += 1
            continue
        verb = _verb_at_end(last, following, cues)
        if verb is None:
            yield last
            position += 1
            continue
        if verb.start > last.start:
            yield Chunk(last.kind, last.start, verb.start, last.text[: verb.start - last.start])
        yield verb
        position += 2 if following is not None and verb.end == following.end else 1


def _pieces(chunk: Chunk, cues: Cues) -> list[Chunk]:
    """Cut at the characters of grammar, if the stretch is too long for one name or has several of them."""
    text = chunk.text
    marks = [i for i, char in enumerate(text) if _is(char, "grammar", cues)]
    opens = bool(marks) and marks[0] == 0 and _is(text[0], "opening", cues)
    if not marks or (len(text) < _LONG and len(marks) < _SHORTEST and not opens):
        return [chunk]
    pieces: list[Chunk] = []
    start = 0
    for mark in [*marks, len(text)]:
        if mark > start:
            pieces.append(Chunk(Kind.CONTENT, chunk.start + start, chunk.start + mark, text[start:mark]))
        if mark < len(text):
            tags = cues.phrases.get(text[mark], ())
            kind = Kind.CUE if tags else Kind.CONTENT
            pieces.append(Chunk(kind, chunk.start + mark, chunk.start + mark + 1, text[mark], tags))
        start = mark + 1
    return pieces


def _verb_at_end(chunk: Chunk, following: Chunk | None, cues: Cues) -> Chunk | None:
    """A verb of one character is one before its complement (`飙|到`) or, standing alone, before a number (`值|300 万`)."""
    if (
        chunk.tags
        or following is None
        or following.start != chunk.end
        or not _is(chunk.text[-1], "short_verb", cues)
    ):
        return None
    alone = len(chunk.text) == 1
    complement = _is(following.text[:1], "complement", cues) and len(following.text) <= _SHORTEST
    if not following.has("metric") and complement and (alone or len(chunk.text) > _SHORTEST):
        text = chunk.text[-1] + following.text
        return Chunk(Kind.CUE, chunk.end - 1, following.end, text, _tags(text, following))
    if alone and following.quantity is not None:
        return Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, (Tag("act", chunk.text),))
    return None


def _comparative_at_end(
    chunk: Chunk, before: Chunk | None, following: Chunk | None, cues: Cues
) -> Chunk | None:
    """`比|哈勃|大|300 倍`: after what is compared with, the last character before the number says in what respect."""
    if chunk.tags or before is None or not before.has("than") or len(chunk.text) == _SHORTEST:
        return None
    measured = following is not None and (following.quantity is not None or following.text in ("了", "出"))
    if not measured or not _is(chunk.text[-1], "comparative", cues):
        return None
    return Chunk(Kind.CUE, chunk.end - 1, chunk.end, chunk.text[-1], (Tag("act", chunk.text[-1]),))


def _tags(text: str, complement: Chunk) -> tuple[Tag, ...]:
    """What a verb with its complement is: with 到 or 至 it leads to an end as well."""
    return (Tag("act", text), *(tag for tag in complement.tags if tag.kind == "to"))


def _is(text: str, rule: str, cues: Cues) -> bool:
    return rule in cues.rules.get(text, ())
