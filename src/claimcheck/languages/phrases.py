"""A dictionary of phrases that finds the longest one starting or ending at a place in a text."""

from __future__ import annotations

from string import ascii_letters
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")
_LETTERS = frozenset(ascii_letters)


class Phrases(Generic[T]):
    """Phrase → entry, looked up by position in a lower-case text.

    Two characters at the place say which lengths a phrase there can have; those are tried from the longest
    down, so the cost of a lookup does not grow with the table. A phrase that ends (or starts) in a Latin letter
    matches only where the word ends (or starts).

    Attributes:
        table: the phrases and their entries.
        firsts: the characters that phrases start with; who looks in many places asks here first.
        lasts: the characters that phrases end with.

    >>> units = Phrases({"km": 1, "km/h": 2})
    >>> units.after("80 km/h.", 3)
    (7, 2)
    >>> units.after("80 kmx", 3) is None
    True
    """

    __slots__ = ("_by_end", "_by_start", "firsts", "lasts", "table")

    def __init__(self, table: Mapping[str, T]) -> None:
        self.table = dict(table)
        self.firsts = _single({phrase[0]: phrase[0] in self.table for phrase in self.table})
        self.lasts = _single({phrase[-1]: phrase[-1] in self.table for phrase in self.table})
        longer = [phrase for phrase in self.table if len(phrase) > 1]
        self._by_start = _lengths(
            ((phrase[:2], len(phrase)) for phrase in longer), lambda pair: self.firsts[pair[0]]
        )
        self._by_end = _lengths(
            ((phrase[-2:], len(phrase)) for phrase in longer), lambda pair: self.lasts[pair[1]]
        )

    def after(self, text: str, position: int) -> tuple[int, T] | None:
        """Return (end, entry) of the longest phrase that starts at ``position``."""
        lengths = self._by_start.get(text[position : position + 2])
        if lengths is None:
            lengths = self.firsts.get(text[position : position + 1])
            if not lengths:
                return None
        entry_of = self.table.get
        for length in lengths:
            phrase = text[position : position + length]
            entry = entry_of(phrase)
            if entry is not None and len(phrase) == length:
                end = position + length
                if phrase[-1] in _LETTERS and text[end : end + 1] in _LETTERS:
                    continue
                return end, entry
        return None

    def before(self, text: str, position: int) -> tuple[int, T] | None:
        """Return (start, entry) of the longest phrase that ends at ``position``."""
        if position < 1:
            return None
        lengths = self._by_end.get(text[position - 2 : position]) if position > 1 else None
        if lengths is None:
            lengths = self.lasts.get(text[position - 1])
            if not lengths:
                return None
        entry_of = self.table.get
        for length in lengths:
            start = position - length
            if start < 0:
                continue
            phrase = text[start:position]
            entry = entry_of(phrase)
            if entry is not None:
                if start and phrase[0] in _LETTERS and text[start - 1] in _LETTERS:
                    continue
                return start, entry
        return None


def _single(chars: Mapping[str, bool]) -> dict[str, tuple[int, ...]]:
    """Return the lengths to try where only one character fits: 1 for a phrase by itself, else none."""
    return {char: (1,) if alone else () for char, alone in chars.items()}


def _lengths(
    pairs: Iterable[tuple[str, int]], single: Callable[[str], tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """Return the lengths to try for each pair of characters, the longest first, one character last."""
    seen: dict[str, set[int]] = {}
    for pair, length in pairs:
        seen.setdefault(pair, set()).add(length)
    return {pair: (*sorted(lengths, reverse=True), *single(pair)) for pair, lengths in seen.items()}


def trie_pattern(words: Iterable[str]) -> str:
    """Return a regular expression that matches any of the words, the longest first, without backtracking over them.

    >>> trie_pattern(["ten", "tenth", "two"])
    't(?:en(?:th)?|wo)'
    """
    root: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = root  # type: ignore[assignment]  # a node maps a character to a node
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = {}
    return _render(root)  # type: ignore[arg-type]


def _render(node: dict[str, object]) -> str:
    import re  # noqa: PLC0415  only while tables load

    branches = []
    for char in sorted(key for key in node if key):
        prefix, below = re.escape(char), node[char]
        assert isinstance(below, dict)  # noqa: S101  narrows the recursive type
        branches.append(prefix + _render(below))
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else "(?:" + "|".join(branches) + ")"
    return body + "?" if "" in node else body
