"""A dictionary of phrases that finds the longest one starting or ending at a place in a text."""

from __future__ import annotations

import re
from string import ascii_letters
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

T = TypeVar("T")
_LETTERS = frozenset(ascii_letters)


class Phrases(Generic[T]):
    """Phrase → entry, looked up by position in a lower-case text.

    Up to three characters at the place say which lengths a phrase there can have; those are tried from the
    longest down, so the cost of a lookup does not grow with the table. A phrase that ends (or starts) in a
    Latin letter matches only where the word ends (or starts).

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

    __slots__ = ("_ends", "_starts", "firsts", "lasts", "table")

    def __init__(self, table: Mapping[str, T]) -> None:
        self.table = dict(table)
        self.firsts = frozenset(phrase[0] for phrase in self.table)
        self.lasts = frozenset(phrase[-1] for phrase in self.table)

    def __getattr__(self, name: str) -> dict[str, tuple[int, ...]]:
        """Build an index when it is first asked for: most tables are only ever read in one direction."""
        if name not in {"_starts", "_ends"}:
            raise AttributeError(name)
        index = _lengths(self.table, from_start=name == "_starts")
        setattr(self, name, index)
        return index

    def after(self, text: str, position: int) -> tuple[int, T] | None:
        """Return (end, entry) of the longest phrase that starts at ``position``."""
        if text[position : position + 1] not in self.firsts:
            return None
        lengths_of = self._starts.get
        lengths = (
            lengths_of(text[position : position + 3])
            or lengths_of(text[position : position + 2])
            or lengths_of(text[position : position + 1])
        )
        if lengths is None:
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
        if position < 1 or text[position - 1] not in self.lasts:
            return None
        lengths_of = self._ends.get
        lengths = (
            lengths_of(text[position - 3 if position > 3 else 0 : position])
            or lengths_of(text[position - 2 if position > 2 else 0 : position])
            or lengths_of(text[position - 1])
        )
        if lengths is None:
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


_WIDEST = 3  # characters that say which lengths to try


def _lengths(table: Iterable[str], *, from_start: bool) -> dict[str, tuple[int, ...]]:
    """Return the lengths to try, the longest first, for each one to three characters at the edge of a phrase.

    Of the keys that fit a place only the longest is looked up, so each holds the lengths of those inside it.
    """
    seen: dict[str, set[int]] = {}
    for phrase in table:
        key = phrase[:_WIDEST] if from_start else phrase[-_WIDEST:]
        seen.setdefault(key, set()).add(len(phrase))
    for key, lengths in seen.items():
        for width in range(1, len(key)):
            if (key[:width] if from_start else key[-width:]) in seen:
                lengths.add(width)
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in seen.items()}


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
    branches = []
    for char in sorted(key for key in node if key):
        prefix, below = re.escape(char), node[char]
        assert isinstance(below, dict)  # noqa: S101  narrows the recursive type
        branches.append(prefix + _render(below))
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else "(?:" + "|".join(branches) + ")"
    return body + "?" if "" in node else body


def any_of(words: Collection[str]) -> str:
    """Return a pattern of the words that matches nothing where there are none."""
    return f"(?:{trie_pattern(words)})" if words else "(?!)"


def joint(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for what may stand between two numbers: one of the words, with spaces."""
    return re.compile(rf" ?{any_of(list(words))} ?$")
