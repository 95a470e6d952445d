"""Loads the words that say what a number is about: metrics, verbs, pronouns, prepositions, statement cues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple, TypedDict

import tomli

from claimcheck.languages.folders import always_read, language_of, read_table
from claimcheck.languages.stops import Stops, load_stops
from claimcheck.languages.word_cut import WordCut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_NOTHING: frozenset[str] = frozenset()
_NEVER = re.compile(r"(?!)")
_CJK = re.compile(r"[㐀-鿿]")
_SILENT_E = re.compile(r"(?:[sxz]|[cs]h)es$")


class Tag(NamedTuple):
    """What a phrase can be: its kind, and the key that languages share (or the phrase itself)."""

    kind: str
    key: str


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
    ``adverbs`` among them.
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
        if found is None and not _CJK.search(lower):
            for form in singulars(lower):
                found = self.phrases.get(form)
                if found is not None:
                    break
        return found or ()


def singulars(word: str) -> Iterator[str]:
    """Yield the singular forms that an English plural may come from, likeliest first.

    >>> list(singulars("companies")), list(singulars("boxes")), list(singulars("gas"))
    (['company', 'companie'], ['box', 'boxe'], [])
    """
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if _SILENT_E.search(word):
        yield word[:-2]
    yield word[:-1]


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


class _Rules(TypedDict):
    rules: Mapping[str, frozenset[str]]
    pronouns: tuple[tuple[str, str], ...]
    definite: tuple[str, ...]
    headers: Mapping[str, frozenset[str]]
    links: frozenset[str]
    numbered: re.Pattern[str]
    points_back: re.Pattern[str]


def _rules(tables: Iterable[Mapping[str, Mapping[str, object]]]) -> _Rules:
    """Turn the lists of `rules.toml` around: each phrase with the names of the rules that look for it."""
    rules: dict[str, set[str]] = {}
    pronouns: list[tuple[str, str]] = []
    definite: list[str] = []
    headers: dict[str, set[str]] = {}
    inside: dict[str, list[str]] = {"links": [], "numbered": [], "points_back": []}
    for table in tables:
        for name, found in inside.items():
            found += [str(word) for word in _list(table.get("phrases", {}).get(name))]
        for name, words in table.get("rules", {}).items():
            for word in _list(words):
                rules.setdefault(str(word), set()).add(name)
        parts = table.get("pronouns", {})
        definite += [str(word) for word in _list(parts.get("definite"))]
        pronouns += [(str(word), use) for use in ("numbered", "unnumbered") for word in _list(parts.get(use))]
        for name, words in table.get("headers", {}).items():
            headers.setdefault(name, set()).update(str(word) for word in _list(words))
    return {
        "rules": {phrase: frozenset(names) for phrase, names in rules.items()},
        "pronouns": tuple(pronouns),
        "definite": tuple(definite),
        "headers": {name: frozenset(words) for name, words in headers.items()},
        "links": frozenset(inside["links"]),
        "numbered": re.compile(f"(?:{'|'.join(map(re.escape, inside['numbered'])) or '(?!)'}) \\d"),
        "points_back": re.compile("|".join(map(_whole, inside["points_back"])) or "(?!)"),
    }


def _whole(phrase: str) -> str:
    """Return a pattern of a phrase; one in Latin letters begins and ends where a word does."""
    return rf"\b{re.escape(phrase)}\b" if phrase.isascii() else re.escape(phrase)


def _implied(tables: Iterable[Mapping[str, Mapping[str, object]]]) -> dict[str, dict[str, str]]:
    """The names of what a unit implies, by the script they are written in: a text is answered in its own."""
    named: dict[str, dict[str, str]] = {}
    for table in tables:
        for form, name in table.get("implied", {}).items():
            named.setdefault("han" if _CJK.search(str(name)) else "latin", {})[form] = str(name)
    return named


def build_cues(tables: Sequence[Mapping[str, Mapping[str, object]]]) -> Cues:
    """Merge tables as loaded from ``metrics.toml`` and ``cues.toml`` into one look-up."""
    phrases: dict[str, list[Tag]] = {}
    objects = _objects()
    empty: set[str] = set()
    trade: set[str] = set()
    acts: dict[str, set[str]] = {
        name: set() for name in ("before", "determiners", "empty", "endings", "other")
    }
    verbs: dict[str, Tag] = {}
    common: set[str] = set()
    adverbs: set[str] = set()
    for table in tables:
        for kind, key, phrase in _entries(table):
            tag = Tag(kind, key)
            tags = [tag, Tag("object", key)] if kind == "metric" and key in objects else [tag]
            phrases.setdefault(phrase, []).extend(t for t in tags if t not in phrases[phrase])
        empty |= {str(word) for word in _list(table.get("empty"))}
        trade |= {str(word) for word in _list(table.get("trade"))}
        vocabulary = table.get("vocabulary", {})
        nouns = {str(w) for kind in ("nouns", "verbal_nouns") for w in _list(vocabulary.get(kind))}
        adverbs |= {str(w) for w in _list(vocabulary.get("adverbs"))}
        common |= nouns | adverbs | {str(w) for w in _list(vocabulary.get("adjectives"))}
        verbs.update(_verbs(table.get("acts", {}), nouns))
        for name, words in acts.items():
            words |= {str(word) for word in _list(table.get("acts", {}).get(name))}
    for table in tables:
        _add_verbs(phrases, table.get("acts", {}))
        _add_vocabulary(phrases, table.get("vocabulary", {}))
    _mark_bases(phrases)
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
        implied=_implied(tables),
        past_endings=tuple(sorted(acts["endings"])),
        not_past=frozenset(acts["other"]),
        **_rules(tables),
    )


# section of cues.toml → {key of the section: kind of tag}; the phrase is its own key
_SECTIONS = {
    "negation": {"before": "negation"},
    "rumour": {"words": "rumour"},
    "attribution": {"before": "attribution", "verbs": "says"},
    "pronoun": {"subject": "pronoun", "possessive": "possessive", "relative": "relative"},
    "verbs": {"linking": "verb"},
    "change": {"up": "up", "down": "down", "to": "to", "by": "by", "from": "from"},
    "compare": {"than": "than", "behind": "behind"},
    "scope": {"before": "scope", "after": "scope_after"},
    "aspect": {"skip": "skip"},
    "function": {"words": "function"},
    "conjunction": {"words": "and", "versus": "versus", "respectively": "respectively"},
    "words": {
        "whole": "word",
        "generic": "generic",
        "named": "named",
        "relation": "relation",
        "calendar": "calendar",
        "region": "pronoun",
        "identifier": "identifier",
    },
    "titles": {"before": "title"},
    "extra": {"linking": "verb"},
}


def _entries(table: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str, str]]:
    for section, kind in (("heads", "metric"), ("modifiers", "modifier")):
        for key, words in table.get(section, {}).items():
            for word in _list(words):
                yield kind, key, str(word).lower()
    for section, kinds in _SECTIONS.items():
        for name, kind in kinds.items():
            for word in _list(table.get(section, {}).get(name, [])):
                yield kind, str(word).lower(), str(word).lower()
    for section, kind in (("statement", ""), ("statement_start", ""), ("events", "event")):
        for key, words in table.get(section, {}).items():
            for word in _list(words):
                yield kind or section, key, str(word).lower().strip()
    metric_verbs = table.get("verbs", {}).get("metric_verbs", {})
    if isinstance(metric_verbs, dict):
        for word, key in metric_verbs.items():
            yield "metric_verb", str(key), str(word).lower()


_WORD_KINDS: Mapping[str, tuple[str, ...]] = {
    "people": ("noun", "person"),
    "creatures": ("noun", "person"),
    "places": ("noun", "place"),
    "nouns": ("noun",),
    "adjectives": ("noun", "quality"),
    "times": ("skip",),
    "adverbs": ("skip",),
    "suffixes": ("suffix",),
}


def _add_vocabulary(phrases: dict[str, list[Tag]], vocabulary: Mapping[str, object]) -> None:
    """Add the common words of a script without spaces: what is left over between them are names."""
    known = {word for name in _WORD_KINDS for word in map(str, _list(vocabulary.get(name)))} | phrases.keys()
    for name, kinds in _WORD_KINDS.items():
        for word in map(str, _list(vocabulary.get(name))):
            if len(word) > 3 and "noun" in kinds and _is_composed(word, known, phrases):
                continue
            if len(word) > 1 and _CJK.search(word) and (word not in phrases or "suffix" in kinds):
                phrases.setdefault(word, []).extend(Tag(kind, word) for kind in kinds)


def _is_composed(word: str, known: Collection[str], phrases: Mapping[str, Sequence[Tag]]) -> bool:
    """`广告收入` is a known word before a metric: read as one it would hide the metric."""
    return any(
        word[:cut] in known and any(tag.kind == "metric" for tag in phrases.get(word[cut:], ()))
        for cut in range(2, len(word) - 1)
    )


def _add_verbs(phrases: dict[str, list[Tag]], acts: Mapping[str, object]) -> None:
    """Add the verbs of a script without spaces: the longest match must find them, so they are phrases."""
    empty = set(_list(acts.get("empty")))
    for word in map(str, _list(acts.get("base"))):
        if _CJK.search(word) and word not in phrases:
            phrases[word] = [Tag("verb" if word in empty else "act", word)]


def _verbs(acts: Mapping[str, object], nouns: Collection[str]) -> Iterator[tuple[str, Tag]]:
    """Yield the verbs in Latin letters in all their forms."""
    for word in _list(acts.get("base")):
        if not _CJK.search(str(word)):
            for form in _inflected(str(word)):
                nominal = word in nouns or form in nouns
                yield form, Tag("noun_or_verb" if nominal else "base", str(word))
    for word in _list(acts.get("past")):
        yield str(word), Tag("past", str(word))


def _inflected(verb: str) -> tuple[str, ...]:
    """Return the forms of an English verb that end in a suffix, its past tense excepted.

    >>> _inflected("carry"), _inflected("house")
    (('carry', 'carries', 'carrying'), ('house', 'houses', 'housing'))
    """
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return verb, verb[:-1] + "ies", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return verb, third, (verb.removesuffix("e")) + "ing"


def _list(words: object) -> list[object]:
    return list(words) if isinstance(words, list | tuple) else []


def _words_from(phrases: Iterable[str]) -> dict[str, int]:
    """Return how many words the longest phrase has that begins with a word; those with one are left out."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.replace("-", " ").split(" ")
        if len(words) > longest.get(words[0], 1):
            longest[words[0]] = len(words)
    return longest


def _mark_bases(phrases: dict[str, list[Tag]]) -> None:
    """A Chinese verb of change that opens with its basis carries that too: 环比增长 is period on period."""
    for phrase, tags in phrases.items():
        if not any(tag.kind in ("up", "down") for tag in tags) or not _CJK.search(phrase):
            continue
        for end in range(len(phrase) - 1, 1, -1):
            basis = [tag for tag in phrases.get(phrase[:end], ()) if tag.kind == "modifier"]
            if basis:
                tags.extend(basis)
                break


def _objects() -> frozenset[str]:
    text = (files("claimcheck.languages") / "objects.toml").read_text("utf-8")
    return frozenset(tomli.loads(text)["objects"])


def _tables(language: str) -> dict[str, Mapping[str, object]]:
    merged: dict[str, Mapping[str, object]] = {}
    for name in ("metrics", "cues", "words", "names", "verbs", "rules", "vocabulary"):
        merged |= read_table(language, name)
    return merged
