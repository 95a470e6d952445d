"""The vocabulary of numbers glued from parts, and how a written word is cut into them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.languages.language import Language, SpelledRules

_LONGEST = 90  # characters of a written word; "neunhundertneunundneunzigtausend…" has some 70


class Part(NamedTuple):
    """One part of a number word: what it does (value, scale, fraction, ordinal …), and with which value."""

    kind: str
    value: Decimal


# table of numerals.toml → kind of its parts; those of the second only end a word
_INNER = {"parts": "value", "glued_scales": "scale"}
_LAST = {"glued_fractions": "fraction", "fractions": "alone", "denominators": "denominator", "tails": "tail"}


@dataclass(frozen=True, slots=True)
class Spelled:
    """How a language spells numbers: its parts by their letters, and the rules of their order.

    ``articles`` are also the number one, which they say only before a scale, a half or a denominator.
    """

    inner: Mapping[str, Part]
    last: Mapping[str, Part]
    articles: frozenset[str]
    halves: Mapping[str, Decimal]
    rules: SpelledRules
    longest: int

    def starts(self) -> Iterator[str]:
        """Yield what a number word may start with."""
        yield from (word for word, part in self.inner.items() if part.kind != "joint")
        yield from (word for word, part in self.last.items() if part.kind in {"ordinal", "alone", "article"})
        yield from self.halves

    def cut(self, word: str) -> list[Part] | None:
        """Cut a written word into the parts of a number, the longest first; None where it holds anything else."""
        if len(word) > _LONGEST:
            return None
        after: dict[int, list[Part]] = {len(word): []}
        for start in range(len(word) - 1, -1, -1):
            for end in range(min(len(word), start + self.longest), start, -1):
                rest = after.get(end)
                if rest is None:
                    continue
                piece = word[start:end]
                part = self.last.get(piece) if not rest and end == len(word) else None
                part = part or self.inner.get(piece)
                if part is not None:
                    after[start] = [part, *rest]
                    break
        return after.get(0)


def spelled_of(language: Language, numerals: Mapping[str, Any]) -> Spelled | None:
    """Return the vocabulary of a language whose number words are glued, from its ``numerals.toml``."""
    if language.numbers != "compound" or "parts" not in numerals:
        return None
    rules = language.spelled
    inner = {joint: Part("joint", Decimal(0)) for joint in rules.joints}
    inner |= {
        word: Part(kind, Decimal(value))
        for table, kind in _INNER.items()
        for word, value in numerals.get(table, {}).items()
    }
    last = {
        word: Part(kind, Decimal(value))
        for table, kind in _LAST.items()
        for word, value in numerals.get(table, {}).items()
    }
    last |= {
        stem + ending: Part("ordinal", Decimal(value))
        for stem, value in numerals.get("ordinal_stems", {}).items()
        for ending in _ordinal_endings(rules, numerals.get("superlatives", {}).get("words", ()))
    }
    words = numerals.get("articles", {}).get("words", ())
    last |= {word: Part("article", Decimal(1)) for word in words if word not in inner}
    halves = {word: Decimal(value) for word, value in numerals.get("halves", {}).items()}
    longest = max(len(word) for word in (*inner, *last))
    return Spelled(inner, last, frozenset(words), halves, rules, longest)


def _ordinal_endings(rules: SpelledRules, superlatives: Iterable[str]) -> list[str]:
    """The endings of ordinals, also behind a superlative glued to the stem (``zweit`` + ``größt`` + ``e``)."""
    endings = list(rules.ordinal_endings)
    return endings + [word + ending for word in superlatives for ending in endings]
