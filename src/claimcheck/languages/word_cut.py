"""Cuts a run of a script without spaces into words of the tables, so that little is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.languages.cue_tags import Tag

_FIRST, _LAST = "㐀", "鿿"
# What a piece costs. The cheapest cut wins; of equal ones that whose first words are the longest.
_WORD = 4  # two characters or more
_SMALL = 5  # one character of grammar
_SINGLE = 8  # another word of one character
_UNKNOWN = 8  # a character that no table has …
_STRETCH = 6  # … and once for each stretch of them: one name is likelier than several single characters
_NEVER = 1 << 60
_GRAMMAR = frozenset(("function", "skip", "and", "from", "to", "scope", "scope_after", "by", "pronoun"))


class WordCut:
    """The words of a script without spaces, ready for cutting.

    ``phrases`` maps words to what they can be. The first two characters of a word say which lengths a word can have
    there, so the cost of a look-up does not grow with the table.
    """

    __slots__ = ("_lengths", "_phrases", "_prices")

    def __init__(self, phrases: Mapping[str, tuple[Tag, ...]]) -> None:
        self._phrases = phrases
        self._lengths: dict[str, tuple[int, ...]] = {}  # both are filled when they are first asked for
        self._prices: dict[str, int] = {}  # of words of one character

    def _fill(self) -> None:
        lengths: dict[str, set[int]] = {}
        for phrase, tags in self._phrases.items():
            if not _FIRST <= phrase[:1] <= _LAST:
                continue
            if len(phrase) > 1:
                lengths.setdefault(phrase[:2], set()).add(len(phrase))
            else:
                small = any(tag.kind in _GRAMMAR for tag in tags)
                self._prices[phrase] = _SMALL if small else _SINGLE
        self._lengths = {pair: tuple(sorted(found, reverse=True)) for pair, found in lengths.items()}

    def ends(self, text: str, position: int, limit: int) -> Iterator[int]:
        """Yield where the words of two characters and more end that start at a place, the longest first."""
        if not self._lengths:
            self._fill()
        for length in self._lengths.get(text[position : position + 2], ()):
            end = position + length
            if end <= limit and text[position:end] in self._phrases:
                yield end

    def cut(self, text: str, start: int, end: int, limit: int) -> dict[int, int]:
        """Return where the words of a run start and end; what no word covers is unknown.

        The time is linear in the length of the run.

        Args:
            text: a text in lower case and simplified characters.
            start: where the run starts.
            end: one past its last character of the script.
            limit: no word reaches beyond it; one may go on behind the run (`人均gdp`).
        """
        if not self._lengths:
            self._fill()
        size = end - start
        # from each place to the end of the run: the price, and the price where an unknown stretch may go on
        prices, inside = [0] * (size + 1), [0] * (size + 1)
        ends = [0] * size  # where the word that starts here ends, 0 for an unknown character
        for here in range(size - 1, -1, -1):
            position = start + here
            best, best_end = _NEVER, 0
            for stop in self.ends(text, position, limit):
                price = _WORD + (prices[stop - start] if stop < end else 0)
                if price < best:
                    best, best_end = price, stop
            single = self._prices.get(text[position])
            if single is not None and single + prices[here + 1] < best:
                best, best_end = single + prices[here + 1], position + 1
            unknown = _STRETCH + _UNKNOWN + inside[here + 1]
            if unknown < best:
                best, best_end = unknown, 0
            prices[here], ends[here] = best, best_end
            inside[here] = min(best, _UNKNOWN + inside[here + 1])
        return _follow(prices, inside, ends, start)


def _follow(prices: list[int], inside: list[int], ends: list[int], start: int) -> dict[int, int]:
    """Read the words of the cheapest cut from left to right."""
    words: dict[int, int] = {}
    here, unknown = 0, False
    while here < len(ends):
        unknown = (unknown and inside[here] < prices[here]) or not ends[here]
        if unknown:
            here += 1
        else:
            words[start + here] = ends[here]
            here = ends[here] - start
    return words
