"""Finds the names of a Chinese sentence: what no table knows, with the word after it that says what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chinese_rest import cut_rest
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.languages.cues import Cues

_CJK = re.compile(r"[㐀-鿿]")
# one character alone is rather a word that no table lists
_SHORTEST = 2


def settle_names(chunks: Iterable[Chunk], cues: Cues) -> list[Chunk]:
    """Return the chunks with unknown Chinese words as names, each joined with the suffixes that touch it.

    `墩江|队`, `奥岭|钢铁|集团`; a suffix after ordinary words (`大型|医院`) makes no name.
    """
    settled: list[Chunk] = []
    for chunk in cut_rest(list(chunks), cues):
        before = settled[-1] if settled else None
        if before is not None and before.kind is Kind.NAME and _goes_on(before, chunk):
            settled[-1] = Chunk(Kind.NAME, before.start, chunk.end, before.text + chunk.text)
        elif before is not None and before.kind is Kind.NAME and _is_model(before, chunk, cues):
            gap = " " * (chunk.start - before.end)
            settled[-1] = Chunk(Kind.NAME, before.start, chunk.end, f"{before.text}{gap}{chunk.text}")
        elif chunk.kind is not Kind.CONTENT or chunk.tags:
            settled.append(chunk)
        elif chunk.text[-1] in "时后前" and _is_unknown(chunk.text[:-1], cues):
            skipped = Tag("skip", chunk.text)  # `煮饭时`: when
            settled.append(Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, (skipped,)))
        elif _is_unknown(chunk.text, cues) and "numeral" in cues.rules.get(chunk.text[0], ()):
            noun = Tag("noun", chunk.text)  # `三期`, `一级`: rather a kind than a name
            settled.append(Chunk(Kind.CONTENT, chunk.start, chunk.end, chunk.text, (noun,)))
        elif _is_unknown(chunk.text, cues):
            settled.append(Chunk(Kind.NAME, chunk.start, chunk.end, chunk.text, _guess(chunk.text, cues)))
        elif tags := _left_over(chunk, before, cues):
            settled.append(Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, tags))
        else:
            settled.append(chunk)
    return settled


_LONGEST_PERSON = 3


def _guess(text: str, cues: Cues) -> tuple[Tag, ...]:
    """Mark a name that may as well be a word that no table lists; one that opens with a family name is hardly that."""
    person = len(text) <= _LONGEST_PERSON and "surname" in cues.rules.get(text[0], ())
    if len(text) >= _LONGEST_PERSON and any(tag.kind == "suffix" for tag in cues.phrases.get(text[-1], ())):
        return ()  # `永济桥`: its last character says of what kind it is
    return () if person else (Tag("guess", text),)


# kinds that a single character may have where it stands alone between known words: 了, 上, 也
_SMALL = frozenset(("skip", "function", "scope_after", "by", "negation"))


def _left_over(chunk: Chunk, before: Chunk | None, cues: Cues) -> tuple[Tag, ...]:
    """The small words that a character left between two known words can be; behind a metric also a modifier: `人口|数`."""
    if len(chunk.text) > 1:
        return ()
    tailing = before is not None and before.has("metric") and before.end == chunk.start
    kinds = _SMALL | {"modifier"} if tailing else _SMALL
    return tuple(tag for tag in cues.phrases.get(chunk.text, ()) if tag.kind in kinds)


_NOT_IN_NAMES = frozenset(("grammar", "seldom_named"))


def _is_unknown(text: str, cues: Cues) -> bool:
    """Whether a stretch can be a name: characters of grammar stand in none."""
    return len(text) >= _SHORTEST and all(
        _CJK.match(char) and _NOT_IN_NAMES.isdisjoint(cues.rules.get(char, ())) for char in text
    )


# `X2`, `V2.1`, `S`: what makers call the versions of one product
_VERSION = re.compile(r"[A-Z]{0,2}\d{1,3}(?:\.\d+)?[A-Za-z]?$|[A-Z]$")


def _is_model(name: Chunk, chunk: Chunk, cues: Cues) -> bool:
    """`岩雀 X2`, `木棉 Air 3`: a version behind a Chinese name is part of it."""
    if chunk.kind is not Kind.NAME or chunk.start - name.end > 1 or not _CJK.match(name.text):
        return False
    words = chunk.text.split()
    return all(_VERSION.match(word) or "edition" in cues.rules.get(word.lower(), ()) for word in words)


def _goes_on(name: Chunk, chunk: Chunk) -> bool:
    touches = chunk.start == name.end and bool(_CJK.match(name.text[-1]))
    return touches and chunk.has("suffix", "place") and chunk.kind in (Kind.CONTENT, Kind.CUE)
