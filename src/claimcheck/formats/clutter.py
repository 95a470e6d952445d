"""Takes out of visible text what is no prose: bare URLs, mail addresses, footnote marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.formats.visible import Edit, Piece, edited

if TYPE_CHECKING:
    from collections.abc import Iterator

# A URL written out in prose ends at white space, at a closing bracket or quote, and at the first character
# beyond ASCII: Chinese prose puts no space after it.
_URL = re.compile(r"(?:https?|ftp)://[!#-;=?-\[\]-z|~]+|\bwww\.[!#-;=?-\[\]-z|~]+", re.IGNORECASE)
_NOT_ITS_END = ".,;:!?'*_|]["
# Bounded so that a long run of word characters without an @ costs nothing (RFC 5321, 4.5.3.1).
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII)
# [3], [1, 2], [4-6], [^note], [注 1]: a reference mark, if it stands right behind a word or a stop.
_MARK = re.compile(
    r"(?<=[^\s\[(（])\[(?:(?:注|note|ref)\s?)?\^?\d{1,3}(?:\s?[,，;–-]\s?\^?\d{1,3}){0,20}\](?![(\[])",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s\[]{1,64}\]")


def without_clutter(piece: Piece) -> Piece:
    """Return a piece without its bare URLs and mail addresses (a space each) and footnote marks."""
    text = piece.text
    if "[" not in text and "@" not in text and "://" not in text and "www." not in text.lower():
        return piece
    found = sorted(_clutter(text))
    if not found:
        return piece
    edits: list[Edit] = []
    for edit in found:
        if not edits or edit.start >= edits[-1].end:
            edits.append(edit)
    return edited(piece, edits)


def _clutter(text: str) -> Iterator[Edit]:
    if "://" in text or "www." in text.lower():
        for match in _URL.finditer(text):
            end = match.start() + len(_own_end(match.group()))
            yield Edit(match.start(), end, " ")
    if "@" in text:
        for match in _MAIL.finditer(text):
            yield Edit(match.start(), match.end(), " ")
    if "[" in text:
        for pattern in (_MARK, _FOOTNOTE):
            for match in pattern.finditer(text):
                yield Edit(match.start(), match.end())


def _own_end(url: str) -> str:
    """Return a URL without the punctuation of the sentence around it."""
    url = url.rstrip(_NOT_ITS_END)
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(_NOT_ITS_END)
    return url
