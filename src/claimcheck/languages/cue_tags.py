"""What a phrase of the cue tables can be, and the shapes under which it is looked up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

CJK = re.compile(r"[㐀-鿿]")

_SILENT_E = re.compile(r"(?:[sxz]|[cs]h)es$")


class Tag(NamedTuple):
    """What a phrase can be: its kind, and the key that languages share (or the phrase itself)."""

    kind: str
    key: str


def singulars(word: str) -> Iterator[str]:
    """Yield the singular forms that an English plural may come from, likeliest first.

    >>> list(singulars("companies")), list(singulars("boxes")), list(singulars("gas"))
    (['company', 'companie'], ['box', 'boxe'], [])
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if _SILENT_E.search(word):
        yield word[:-2]
    yield word[:-1]
