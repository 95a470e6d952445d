"""Loads the words that tie the numbers of a text into a sum: total, share, of which, the rest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.languages.folders import always_read, read_table
from claimcheck.languages.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Kinds = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sums:
    """Words of all languages: marks of running text, labels of tables, complements, and metrics by key.

    ``marks`` gives the kinds of a phrase; ``labels`` says what a whole label is; ``complements`` are pairs of
    labels that leave no third; ``level`` metrics are not added up; of ``real`` ones growth is stated at
    constant prices; ``scopes`` open the name of a figure of the whole place; ``newer`` point to the later of two;
    ``corrections`` take a figure back; ``wholes`` open what a total is said of;
    ``rates`` make the name of a share of the name of its part (不合格率); ``manners`` say
    which units `as fast` and the like may be said of.
    """

    marks: Phrases[Kinds]
    labels: Mapping[str, Kinds]
    complements: frozenset[frozenset[str]]
    level: frozenset[str]
    real: frozenset[str]
    scopes: tuple[str, ...]
    newer: tuple[str, ...]
    wholes: tuple[str, ...]
    corrections: tuple[str, ...]
    rates: tuple[str, ...]
    manners: Mapping[str, Kinds]

    def label(self, text: str) -> Kinds:
        """Return what a label is: ``total``, ``share``, ``growth``, ``change``, ``subtotal``, ``whole_period``."""
        return self.labels.get(" ".join(text.lower().strip(" :：*").split()), frozenset())


def load_sums(languages: tuple[str, ...] | None = None) -> Sums:
    """Merge the tables of the languages named; by default of those that are read in every text.

    >>> sorted(load_sums().label("Grand total")), sorted(load_sums().label("合计"))
    (['total'], ['total'])
    """
    return _loaded(languages or always_read())


@cache
def _loaded(languages: tuple[str, ...]) -> Sums:
    tables = [read_table(language, "arithmetic") for language in languages]
    marks = [table.get("marks", {}) for table in tables]
    metrics = [table.get("metrics", {}) for table in tables]
    return Sums(
        marks=Phrases(_merged(entry for language in languages for entry in _marks(language))),
        labels=_merged(
            (key, word) for t in tables for key, words in t.get("labels", {}).items() for word in words
        ),
        complements=frozenset(
            frozenset(pair) for t in tables for pair in t.get("complements", {}).get("pairs", ())
        ),
        level=frozenset(key for table in metrics for key in table.get("level", ())),
        real=frozenset(key for table in metrics for key in table.get("real", ())),
        scopes=tuple(word for table in tables for word in table.get("figures", {}).get("scope", ())),
        manners=_merged(
            (unit, word) for t in tables for word, units in t.get("manners", {}).items() for unit in units
        ),
        rates=tuple(word for table in tables for word in table.get("figures", {}).get("rate", ())),
        corrections=tuple(
            word for table in tables for word in table.get("figures", {}).get("correction", ())
        ),
        wholes=tuple(word for table in tables for word in table.get("figures", {}).get("whole", ())),
        newer=tuple(word for table in marks for word in table.get("now", ())),
    )


def _marks(language: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, phrase): the marks of the table, and those that other tables hold already."""
    cues = read_table(language, "cues")
    change = cues.get("change", {})
    for kind, words in read_table(language, "arithmetic").get("marks", {}).items():
        yield from ((kind, word) for word in words)
    for kind in ("up", "down", "to", "from", "by"):
        yield from ((kind, word) for word in change.get(kind, ()))
    regions = read_table(language, "words").get("words", {}).get("region", ())
    pronouns = cues.get("pronoun", {}).get("subject", ())
    yield from (("pronoun", word) for word in pronouns if word not in regions)  # 全市 names a place
    yield from (("source", word) for word in cues.get("attribution", {}).get("before", ()))
    yield from (("than", word) for word in cues.get("compare", {}).get("than", ()))
    yield from (("linking", word) for word in cues.get("verbs", {}).get("linking", ()))
    for section, key in (("function", "words"), ("aspect", "skip"), ("verbs", "linking")):
        yield from (("glue", word) for word in cues.get(section, {}).get(key, ()))
    modifiers = read_table(language, "modifiers")
    for side in ("before", "after"):
        for words in modifiers.get(side, {}).values():
            yield from (("hedge", word) for word in words)


def _merged(entries: Iterable[tuple[str, str]]) -> dict[str, Kinds]:
    kinds: dict[str, set[str]] = {}
    for kind, phrase in entries:
        kinds.setdefault(phrase.lower(), set()).add(kind)
    return {phrase: frozenset(found) for phrase, found in kinds.items()}
