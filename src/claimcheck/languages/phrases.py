"""A dictionary of phrases that finds the longest one starting or ending at a place in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")


def _is_letter(char: str) -> bool:
    return "a" <= char <= "z" or "A" <= char <= "Z"


class Phrases(Generic[T]):
    """Phrase → entry, looked up by position in a lower-case text.

    Lookup tries the known lengths from the longest down, so its cost does not grow with the table. A phrase
    that ends (or starts) in a Latin letter matches only where the word ends (or starts).

    >>> units = Phrases({"km": 1, "km/h": 2})
    >>> units.after("80 km/h.", 3)
    (7, 2)
    >>> units.after("80 kmx", 3) is None
    True
    """

    __slots__ = ("_by_first", "_by_last", "table")

    def __init__(self, table: Mapping[str, T]) -> None:
        self.table = dict(table)
        self._by_first = _lengths((phrase[0], len(phrase)) for phrase in self.table)
        self._by_last = _lengths((phrase[-1], len(phrase)) for phrase in self.table)

    def after(self, text: str, position: int) -> tuple[int, T] | None:
        """Return (end, entry) of the longest phrase that starts at ``position``."""
        lengths = self._by_first.get(text[position : position + 1])
        if lengths is None:
            return None
        table = self.table
        size = len(text)
        for length in lengths:
            end = position + length
            if end > size:
                continue
            phrase = text[position:end]
            if phrase in table and not (end < size and _is_letter(text[end]) and _is_letter(phrase[-1])):
                return end, table[phrase]
        return None

    def before(self, text: str, position: int) -> tuple[int, T] | None:
        """Return (start, entry) of the longest phrase that ends at ``position``."""
        if position <= 0:
            return None
        lengths = self._by_last.get(text[position - 1])
        if lengths is None:
            return None
        table = self.table
        for length in lengths:
            start = position - length
            if start < 0:
                continue
            phrase = text[start:position]
            if phrase in table and not (start > 0 and _is_letter(phrase[0]) and _is_letter(text[start - 1])):
                return start, table[phrase]
        return None


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    seen: dict[str, set[int]] = {}
    for char, length in pairs:
        seen.setdefault(char, set()).add(length)
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in seen.items()}


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
