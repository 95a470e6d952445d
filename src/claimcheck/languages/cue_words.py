"""The open classes of words: verbs in all their forms, and the common words that are no names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.cue_entries import listed
from claimcheck.languages.cue_tags import CJK, Tag

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

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


def add_vocabulary(phrases: dict[str, list[Tag]], vocabulary: Mapping[str, object]) -> None:
    """Add the common words of a script without spaces: what is left over between them are names."""
    known = {word for name in _WORD_KINDS for word in map(str, listed(vocabulary.get(name)))} | phrases.keys()
    for name, kinds in _WORD_KINDS.items():
        for word in map(str, listed(vocabulary.get(name))):
            if len(word) > 3 and "noun" in kinds and _is_composed(word, known, phrases):
                continue
            if len(word) > 1 and CJK.search(word) and (word not in phrases or "suffix" in kinds):
                phrases.setdefault(word, []).extend(Tag(kind, word) for kind in kinds)


def _is_composed(word: str, known: Collection[str], phrases: Mapping[str, Sequence[Tag]]) -> bool:
    """`广告收入` is a known word before a metric: read as one it would hide the metric."""
    return any(
        word[:cut] in known and any(tag.kind == "metric" for tag in phrases.get(word[cut:], ()))
        for cut in range(2, len(word) - 1)
    )


def add_verbs(phrases: dict[str, list[Tag]], acts: Mapping[str, object]) -> None:
    """Add the verbs of a script without spaces: the longest match must find them, so they are phrases."""
    empty = set(listed(acts.get("empty")))
    for word in map(str, listed(acts.get("base"))):
        if CJK.search(word) and word not in phrases:
            phrases[word] = [Tag("verb" if word in empty else "act", word)]


def verbs_of(acts: Mapping[str, object], nouns: Collection[str]) -> Iterator[tuple[str, Tag]]:
    """Yield the verbs in Latin letters in all their forms."""
    for word in listed(acts.get("base")):
        if not CJK.search(str(word)):
            for form in _inflected(str(word)):
                nominal = word in nouns or form in nouns
                yield form, Tag("noun_or_verb" if nominal else "base", str(word))
    for word in listed(acts.get("past")):
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


def mark_bases(phrases: dict[str, list[Tag]]) -> None:
    """A Chinese verb of change that opens with its basis carries that too: 环比增长 is period on period."""
    for phrase, tags in phrases.items():
        if not any(tag.kind in ("up", "down") for tag in tags) or not CJK.search(phrase):
            continue
        for end in range(len(phrase) - 1, 1, -1):
            basis = [tag for tag in phrases.get(phrase[:end], ()) if tag.kind == "modifier"]
            if basis:
                tags.extend(basis)
                break
