"""Compares names: exactly on version and variant parts, loosely on the rest."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Match(IntEnum):
    """How well one part of a fact fits the same part of a claim."""

    DIFFERENT = 0
    UNSURE = 1
    LOOSE = 2
    SAME = 3


_PART = re.compile(r"[a-z]?\d+(?:\.\d+)*[a-z]{0,3}\b|[a-zà-ɏͰ-ӿ]+(?:['’][a-z]+)?\+*|\d+(?:\.\d+)*|[㐀-鿿]+")
_CJK = re.compile(r"[㐀-鿿]")
_SIZE = re.compile(r"[a-z]?\d+(?:\.\d+)?[bmkt]$")
# two spellings of one word differ by no more than this (rapidfuzz ratio, 0-100)
_SPELLING = 90


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """Split a name into its words, versions and sizes, folded in case and width.

    >>> parts("Qwen3.5-397B-A17B")
    ('qwen', '3.5', '397b', 'a17b')
    >>> parts("GPT-4o mini") == parts("gpt 4o Mini")
    True
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    found: list[str] = []
    for word in re.split(r"[\s\-‑–_/·・,，.。()（）'’\"]+(?!\d)|(?<=[^\d\s])[-‑](?=\d)|[\s\-_/·]+", folded):
        if not word:
            continue
        split = re.match(r"([a-z]{2,})(\d.*)$", word)
        found += [split[1], split[2]] if split else _PART.findall(word) or [word]
    return tuple(found)


def has_digit(part: str) -> bool:
    """Whether a part of a name is a version or a size."""
    return any(c.isdigit() for c in part)


class Names:
    """Knows which names mean the same: the user's, those the documents introduce, and short forms of long names.

    Args:
        aliases: pairs of names that mean the same.
        given: the user's table of a name and its other names.
        known: all names that occur; a name may be shortened only if what is left stays unique among them.
        empty: words that add nothing to a name (legal forms, articles).
        trade: words that name a company's trade, which its short form leaves out.
    """

    def __init__(
        self,
        aliases: Iterable[tuple[str, str]] = (),
        given: Mapping[str, Sequence[str]] | None = None,
        known: Iterable[str] = (),
        *,
        empty: frozenset[str] = frozenset(),
        trade: frozenset[str] = frozenset(),
    ) -> None:
        self._empty, self._trade = empty, trade
        self._suffix, self._trades = _at_end(empty), _at_end(trade)
        self._group: dict[tuple[str, ...], int] = {}
        for name, others in (given or {}).items():
            for other in others:
                self._join(name, other)
        for one, other in aliases:
            if introduces(one, other):
                self._join(one, other)
        self._known = {self._bare(parts(name)) for name in known}
        self._cache: dict[tuple[str, str], Match] = {}

    def compare(self, one: str, other: str) -> Match:
        """Say whether two names mean the same thing."""
        key = (one, other) if one < other else (other, one)
        if key not in self._cache:
            self._cache[key] = self._compare(self._bare(parts(key[0])), self._bare(parts(key[1])))
        return self._cache[key]

    def _bare(self, name: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(p for p in name if p not in self._empty) or name

    def _join(self, one: str, other: str) -> None:
        a, b = self._bare(parts(one)), self._bare(parts(other))
        group = self._group.get(a, self._group.get(b, len(self._group)))
        old = self._group.get(b)
        if old is not None and old != group:
            for name, member in self._group.items():
                if member == old:
                    self._group[name] = group
        self._group[a] = self._group[b] = group

    def _compare(self, a: tuple[str, ...], b: tuple[str, ...]) -> Match:
        if not a or not b:
            return Match.UNSURE
        if a == b or _spelled(a) == _spelled(b):
            return Match.SAME
        if a in self._group and self._group.get(b) == self._group[a]:
            return Match.SAME
        if _CJK.search("".join(a)) and _CJK.search("".join(b)) and not any(map(has_digit, (*a, *b))):
            return self._compare_cjk("".join(a), "".join(b))
        short, long = sorted((a, b), key=len)
        at = _position(short, long)
        if at is not None:
            return self._shortened(short, long[:at], long[at + len(short) :])
        if {p for p in a if has_digit(p)} != {p for p in b if has_digit(p)}:
            return Match.DIFFERENT
        if bool(_CJK.search("".join(a))) != bool(_CJK.search("".join(b))):
            return Match.UNSURE
        if len(a) == len(b) and all(
            x == y or (not has_digit(x) and fuzz.ratio(x, y) >= _SPELLING) for x, y in zip(a, b, strict=True)
        ):
            return Match.LOOSE
        return Match.UNSURE if set(a) <= set(b) or set(b) <= set(a) else Match.DIFFERENT

    def _shortened(self, short: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> Match:
        """One name within the other: is the longer one another thing, or the same with its maker or size named?"""
        numbered = any(map(has_digit, short))
        if after and not numbered and not before and all(p in self._trade for p in after):
            longer = {k for k in self._known if k[: len(short)] == short and k != short}
            return Match.LOOSE if longer <= {short + after} else Match.UNSURE
        if after:
            sizes = all(_SIZE.match(p) for p in after) and any(_SIZE.match(p) for p in short)
            places = ((k, _position(short, k)) for k in self._known)
            ends = {k[at + len(short) :] for k, at in places if at is not None} - {()}
            return Match.SAME if sizes and ends <= {after} else Match.DIFFERENT
        if any(map(has_digit, before)):
            return Match.DIFFERENT
        return Match.SAME if numbered else Match.UNSURE

    def _compare_cjk(self, a: str, b: str) -> Match:
        a, b = self._suffix.sub("", a) or a, self._suffix.sub("", b) or b
        if a == b:
            return Match.SAME
        short, long = sorted((a, b), key=len)
        if long.endswith(short):
            return Match.UNSURE
        if long.startswith(short):
            named_by_trade = len(short) > 1 and self._trades.fullmatch(long[len(short) :])
            return Match.LOOSE if named_by_trade else Match.DIFFERENT
        return Match.UNSURE if fuzz.ratio(a, b) >= _SPELLING else Match.DIFFERENT


def introduces(name: str, other: str) -> bool:
    """Whether ``name (other)`` gives another name rather than an explanation: other script, or initials."""
    if bool(_CJK.search(name)) != bool(_CJK.search(other)):
        return len(other) <= 40 and len(name) <= 40
    initials = "".join(w[0] for w in re.findall(r"[A-Za-z][\w'’]*", name) if w[0].isupper())
    return other.isupper() and len(other) > 1 and other.rstrip("S") in (initials, initials.rstrip("S"))


def _position(short: tuple[str, ...], long: tuple[str, ...]) -> int | None:
    for at in range(len(long) - len(short) + 1):
        if long[at : at + len(short)] == short:
            return at
    return None


def _spelled(name: tuple[str, ...]) -> str:
    """Join the parts as if written without spaces (`Open AI`, `OpenAI`), but never two numbers into one."""
    return re.sub(r"(?<=[^\d.])\|(?=\D)", "", "|".join(name))


def _at_end(words: Iterable[str]) -> re.Pattern[str]:
    """Match Chinese words, one or more, at the end of a name; the longest first."""
    chinese = sorted((w for w in words if _CJK.search(w)), key=lambda w: (-len(w), w))
    return re.compile(rf"(?:{'|'.join(map(re.escape, chinese)) or '(?!)'})+$")
