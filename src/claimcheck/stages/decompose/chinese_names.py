"""Finds the names of a Chinese sentence: what no table knows, with the word after it that says what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

_CJK = re.compile(r"[㐀-鿿]")
# one character alone is rather a word that no table lists
_SHORTEST = 2


def settle_names(chunks: Iterable[Chunk]) -> list[Chunk]:
    """Return the chunks with unknown Chinese words as names, each joined with the suffixes that touch it.

    `墩江|队`, `奥岭|钢铁|集团`; a suffix after ordinary words (`大型|医院`) makes no name.
    """
    settled: list[Chunk] = []
    for chunk in chunks:
        before = settled[-1] if settled else None
        if before is not None and before.kind is Kind.NAME and _goes_on(before, chunk):
            settled[-1] = Chunk(Kind.NAME, before.start, chunk.end, before.text + chunk.text)
        elif chunk.kind is Kind.CONTENT and not chunk.tags and _is_unknown(chunk.text):
            settled.append(Chunk(Kind.NAME, chunk.start, chunk.end, chunk.text))
        else:
            settled.append(chunk)
    return settled


def _is_unknown(text: str) -> bool:
    return len(text) >= _SHORTEST and all(_CJK.match(char) for char in text)


def _goes_on(name: Chunk, chunk: Chunk) -> bool:
    touches = chunk.start == name.end and bool(_CJK.match(name.text[-1]))
    return touches and chunk.has("suffix") and chunk.kind in (Kind.CONTENT, Kind.CUE)
