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


_PART = re.compile(
    r"[a-zà-ɏͰ-ӿ]+(?:['’][a-z]+)?\+*|[a-z]?\d+(?:\.\d+)*[a-z]{0,3}\b|\d+(?:\.\d+)*|[㐀-鿿]+|[a-z]+\d+(?:\.\d+)*[a-z]*"
)
_CJK = re.compile(r"[㐀-鿿]")
_SIZE = re.compile(r"[a-z]?\d+(?:\.\d+)?[bmkt]$")
# what a Chinese name may or may not carry at its end without becoming another name
_SUFFIX = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|公司|集团|模型|大学(?=$)(?!.)|市|省|县)$"
)
# English words that add nothing to a name
_EMPTY = frozenset(
    (
        "the",
        "a",
        "an",
        "inc",
        "ltd",
        "llc",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "group",
        "holdings",
        "limited",
        "gmbh",
        "ag",
        "sa",
        "nv",
        "model",
    )
)
# what a company's name says of its trade, and its short form leaves out
_TRADE = frozenset(
    (
        "logistics",
        "bank",
        "banking",
        "energy",
        "motors",
        "automotive",
        "technologies",
        "technology",
        "tech",
        "foods",
        "food",
        "steel",
        "airlines",
        "airways",
        "air",
        "pharma",
        "pharmaceuticals",
        "systems",
        "industries",
        "robotics",
        "media",
        "software",
        "labs",
        "partners",
        "capital",
        "insurance",
        "telecom",
        "mining",
        "oil",
        "gas",
        "retail",
        "stores",
        "brewing",
        "breweries",
        "shipping",
        "networks",
        "solutions",
        "services",
        "international",
        "mills",
        "works",
        "semiconductor",
        "semiconductors",
        "electronics",
        "biotech",
        "therapeutics",
        "health",
        "healthcare",
        "studios",
        "entertainment",
        "games",
        "financial",
        "securities",
        "rail",
        "railways",
        "power",
        "water",
        "chemicals",
        "paper",
    )
)
_TRADE_CJK = re.compile(
    r"(?:科技|技术|食品|钢铁|银行|物流|能源|零售|机器人|汽车|电子|制药|医药|生物|软件|网络|传媒|证券|保险|电力|石油|化工|航空|通信|通讯|半导体|智能|控股|股份|实业|工业|地产|置业|矿业|水泥|电器|集成|材料|重工|时代|动力|木业|纸业)+$"
)
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
    kept = [p for p in found if p not in _EMPTY]
    return tuple(kept or found)


def has_digit(part: str) -> bool:
    """Whether a part of a name is a version or a size."""
    return any(c.isdigit() for c in part)


class Names:
    """Knows which names mean the same: the user's, those the documents introduce, and short forms of long names.

    Args:
        aliases: pairs of names that mean the same.
        given: the user's table of a name and its other names.
        known: all names that occur; a name may be shortened only if what is left stays unique among them.
    """

    def __init__(
        self,
        aliases: Iterable[tuple[str, str]] = (),
        given: Mapping[str, Sequence[str]] | None = None,
        known: Iterable[str] = (),
    ) -> None:
        self._group: dict[tuple[str, ...], int] = {}
        for name, others in (given or {}).items():
            for other in others:
                self._join(name, other)
        for one, other in aliases:
            if introduces(one, other):
                self._join(one, other)
        self._known = {parts(name) for name in known}
        self._cache: dict[tuple[str, str], Match] = {}

    def compare(self, one: str, other: str) -> Match:
        """Say whether two names mean the same thing."""
        key = (one, other) if one < other else (other, one)
        if key not in self._cache:
            self._cache[key] = self._compare(parts(key[0]), parts(key[1]))
        return self._cache[key]

    def _join(self, one: str, other: str) -> None:
        a, b = parts(one), parts(other)
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
        if a == b or "".join(a) == "".join(b):
            return Match.SAME
        if a in self._group and self._group.get(b) == self._group[a]:
            return Match.SAME
        if _CJK.search("".join(a)) and _CJK.search("".join(b)) and not any(map(has_digit, (*a, *b))):
            return _compare_cjk("".join(a), "".join(b))
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
        if after and not numbered and not before and all(p in _TRADE for p in after):
            longer = {k for k in self._known if k[: len(short)] == short and k != short}
            return Match.LOOSE if longer <= {short + after} else Match.UNSURE
        if after:
            sizes = all(_SIZE.match(p) for p in after) and any(_SIZE.match(p) for p in short)
            longer = [
                k
                for k in self._known
                if _position(short, k) is not None and k[_position(short, k) or 0 :] != short
            ]
            ends = {k[(_position(short, k) or 0) + len(short) :] for k in longer}
            return Match.SAME if sizes and ends <= {after} else Match.DIFFERENT
        if any(map(has_digit, before)):
            return Match.DIFFERENT
        return Match.SAME if numbered else Match.UNSURE


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


def _compare_cjk(a: str, b: str) -> Match:
    a, b = _SUFFIX.sub("", a) or a, _SUFFIX.sub("", b) or b
    if a == b:
        return Match.SAME
    short, long = sorted((a, b), key=len)
    if long.endswith(short):
        return Match.UNSURE
    if long.startswith(short):
        return Match.LOOSE if len(short) > 1 and _TRADE_CJK.fullmatch(long[len(short) :]) else Match.DIFFERENT
    return Match.UNSURE if fuzz.ratio(a, b) >= _SPELLING else Match.DIFFERENT
