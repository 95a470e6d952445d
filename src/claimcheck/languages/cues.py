"""Loads the words that say what a number is about: metrics, verbs, pronouns, prepositions, statement cues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.languages.cue_entries import entries, listed, objects
from claimcheck.languages.cue_rules import implied_names, rules_of
from claimcheck.languages.cue_tags import CJK, Tag, singulars
from claimcheck.languages.cue_words import add_verbs, add_vocabulary, mark_bases, verbs_of
from claimcheck.languages.folders import always_read, language_of, read_table
from claimcheck.languages.stops import Stops, load_stops
from claimcheck.languages.word_cut import WordCut

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Cues", "Tag", "build_cues", "extend_cues", "load_cues", "singulars"]

_NOTHING: frozenset[str] = frozenset()
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Cues:
    """Phrases of all languages, ready for longest-match look-up.

    ``phrases`` maps a lower-case phrase to its tags. ``cutter`` cuts Chinese by them, and
    ``words_from`` says how many words the longest phrase has that begins with a word. ``empty`` and ``trade`` are the words that a name may leave out and stay the same name.
    ``capitals`` are the words that the document at hand writes with a capital in the middle of a sentence;
    with ``capital_nouns`` every noun has one, and it makes no name. ``stops`` says where a full stop ends nothing.
    A word is a verb in its base form after one of the ``modals``, and describes a noun after one of the
    ``determiners``; ``empty_verbs`` say nothing of what is measured. ``verbs`` are of an open class: whether a
    word is one of them depends on what stands around it, so they are no ``phrases``. ``rules``, ``pronouns``,
    ``definite``, ``headers``, ``links``, ``numbered`` and ``points_back`` are the words that single rules look for. ``common`` are ordinary words,
    ``adverbs`` and ``adjectives`` among them.
    """

    phrases: Mapping[str, tuple[Tag, ...]]
    cutter: WordCut
    words_from: Mapping[str, int]
    empty: frozenset[str]
    trade: frozenset[str]
    capitals: frozenset[str] = frozenset()
    stops: Stops | None = None
    capital_nouns: bool = False
    modals: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    empty_verbs: frozenset[str] = frozenset()
    verbs: Mapping[str, Tag] = field(default_factory=dict)
    rules: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pronouns: tuple[tuple[str, str], ...] = ()
    definite: tuple[str, ...] = ()
    headers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    numbered: re.Pattern[str] = _NEVER
    points_back: re.Pattern[str] = _NEVER
    common: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    implied: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    past_endings: tuple[str, ...] = ()
    not_past: frozenset[str] = frozenset()

    def uses(self, phrase: str, *, pronoun: bool) -> frozenset[str]:
        """Return the names of the rules that look for a phrase (`rules.toml`), in small letters."""
        found = self.rules.get(phrase, _NOTHING)
        if pronoun:
            found = found | {use for part, use in self.pronouns if part in phrase}
            found = found | {"definite"} if phrase.startswith(self.definite) else found
        return found

    def heads(self, kind: str, text: str) -> bool:
        """Say whether a cell is the header of a column of this kind, such as ``unit`` or ``rank``."""
        return text.strip().lower() in self.headers.get(kind, _NOTHING)

    def is_common(self, word: str) -> bool:
        """Whether a lower-case word in Latin letters is an ordinary one, which a capital at a start makes no name."""
        return word in self.common or any(form in self.common for form in singulars(word))

    def verb(self, word: str) -> Tag | None:
        """Return the verb that a word in Latin letters can be.

        Its kind is ``past`` by list or by ending, ``base`` for a present form, ``noun_or_verb`` for one that is a
        common noun as well.
        """
        if word in self.verbs:
            return self.verbs[word]
        if (
            len(word) > 4
            and "-" not in word
            and word.endswith(self.past_endings)
            and word not in self.not_past
        ):
            return Tag("past", word)
        return None

    def tags(self, phrase: str) -> tuple[Tag, ...]:
        """Return the tags of a phrase, tried as written and then with its last word in the singular."""
        lower = phrase.lower()
        found = self.phrases.get(lower)
        if found is None and not CJK.search(lower):
            for form in singulars(lower):
                found = self.phrases.get(form)
                if found is not None:
                    break
        return found or ()


def load_cues(languages: tuple[str, ...] | None = None) -> Cues:
    """Load and merge the metric and cue tables of the languages; by default of those read in every text.

    Raises:
        ConfigError: if there is no such language, or a table is broken.
    """
    return _merged(languages or always_read())


@cache
def _merged(languages: tuple[str, ...]) -> Cues:
    return replace(
        build_cues([_tables(code) for code in languages]),
        stops=load_stops(languages),
        capital_nouns=any(language_of(code).nouns == "capital" for code in languages),
    )


def extend_cues(base: Cues, metrics: Mapping[str, Iterable[str]]) -> Cues:
    """Return the cues with the user's own metric words added; the user's words win."""
    phrases = dict(base.phrases)
    for key, words in metrics.items():
        for word in (key, *words):
            phrases[word.lower()] = (Tag("metric", key),)
    return replace(
        base,
        phrases=phrases,
        cutter=WordCut(phrases),
        words_from=_words_from(phrases),
    )


def build_cues(tables: Sequence[Mapping[str, Mapping[str, object]]]) -> Cues:
    """Merge tables as loaded from ``metrics.toml`` and ``cues.toml`` into one look-up."""
    phrases: dict[str, list[Tag]] = {}
    subjects = objects()
    empty: set[str] = set()
    trade: set[str] = set()
    acts: dict[str, set[str]] = {
        name: set() for name in ("before", "determiners", "empty", "endings", "other")
    }
    verbs: dict[str, Tag] = {}
    common: set[str] = set()
    adverbs: set[str] = set()
    adjectives: set[str] = set()
    for table in tables:
        for kind, key, phrase in entries(table):
            tag = Tag(kind, key)
            tags = [tag, Tag("object", key)] if kind == "metric" and key in subjects else [tag]
            phrases.setdefault(phrase, []).extend(t for t in tags if t not in phrases[phrase])
        empty |= {str(word) for word in listed(table.get("empty"))}
        trade |= {str(word) for word in listed(table.get("trade"))}
        vocabulary = table.get("vocabulary", {})
        nouns = {str(w) for kind in ("nouns", "verbal_nouns") for w in listed(vocabulary.get(kind))}
        adverbs |= {str(w) for w in listed(vocabulary.get("adverbs"))}
        described = {str(w) for w in listed(vocabulary.get("adjectives"))}
        adjectives |= described - nouns
        common |= nouns | adverbs | described
        verbs.update(verbs_of(table.get("acts", {}), nouns))
        for name, words in acts.items():
            words |= {str(word) for word in listed(table.get("acts", {}).get(name))}
    for table in tables:
        add_verbs(phrases, table.get("acts", {}))
        add_vocabulary(phrases, table.get("vocabulary", {}))
    mark_bases(phrases)
    frozen = {phrase: tuple(tags) for phrase, tags in phrases.items()}
    return Cues(
        frozen,
        WordCut(frozen),
        _words_from(frozen),
        frozenset(empty),
        frozenset(trade),
        modals=frozenset(acts["before"]),
        determiners=frozenset(acts["determiners"]),
        empty_verbs=frozenset(acts["empty"]),
        verbs=verbs,
        common=frozenset(common),
        adverbs=frozenset(adverbs),
        adjectives=frozenset(adjectives),
        implied=implied_names(tables),
        past_endings=tuple(sorted(acts["endings"])),
        not_past=frozenset(acts["other"]),
        **rules_of(tables),
    )


def _words_from(phrases: Iterable[str]) -> dict[str, int]:
    """Return how many words the longest phrase has that begins with a word; those with one are left out."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.replace("-", " ").split(" ")
        if len(words) > longest.get(words[0], 1):
            longest[words[0]] = len(words)
    return longest


def _tables(language: str) -> dict[str, Mapping[str, object]]:
    merged: dict[str, Mapping[str, object]] = {}
    for name in ("metrics", "cues", "words", "names", "verbs", "rules", "vocabulary"):
        merged |= read_table(language, name)
    return merged
