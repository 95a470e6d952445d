"""Words that decide by standing near a number: which currency ``¥`` is, what is an age, when "over" is a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.languages.phrases import any_of as listed
from claimcheck.languages.phrases import trie_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Nearby:
    """The lists of ``nearby.toml``, as patterns; each key of that table says what it is for."""

    japan: re.Pattern[str]
    china: re.Pattern[str]
    pounds_of: re.Pattern[str]
    aged: re.Pattern[str]
    negated: re.Pattern[str]
    extra: re.Pattern[str]
    part_of: tuple[str, ...]
    ago: tuple[str, ...]
    ultra: tuple[str, ...]
    to_present: re.Pattern[str]
    year_openers: re.Pattern[str]
    year_for_certain: frozenset[str]
    lasting: re.Pattern[str]
    placed: re.Pattern[str]
    determiners: re.Pattern[str]
    at_hour: re.Pattern[str]
    on_day: re.Pattern[str]
    refers: re.Pattern[str]
    proportions: tuple[str, ...]
    years_old: tuple[str, ...]
    beats: re.Pattern[str]


def nearby_of(lists: Mapping[str, Iterable[str]]) -> Nearby:
    """Build the patterns out of the merged lists of several languages."""
    words = {name: tuple(str(word) for word in entries) for name, entries in lists.items()}

    def any_of(name: str) -> str:
        """Return a pattern of the words of a list; a Latin word starts where it starts in the text."""
        return "|".join(_bounded(word) for word in words.get(name, ())) or "(?!)"

    def whole(name: str) -> str:
        """Return a pattern of the words of a list, whatever stands around them."""
        return listed(words.get(name, ()))

    years = sorted((*words.get("year_certain", ()), *words.get("year_openers", ())), key=len, reverse=True)
    present = trie_pattern(words.get("present", ()))
    return Nearby(
        japan=re.compile(any_of("japan")),
        china=re.compile(any_of("china")),
        pounds_of=re.compile(rf"pounds? of (?:{any_of('money')})"),
        aged=re.compile(rf"(?:{any_of('aged')})[ \xa0]$"),
        negated=re.compile(rf"(?:{any_of('negated')}) ?$"),
        extra=re.compile(f"(?:{trie_pattern(words.get('extra', ())) or '(?!)'}) "),
        part_of=tuple(f"{word} " for word in words.get("part_of", ())),
        ago=tuple(f" {word}" for word in words.get("ago", ())),
        ultra=tuple(f" {word}" if word.isascii() else word for word in words.get("ultra", ())),
        to_present=re.compile(
            rf"((?:1[5-9]|20)\d\d) ?[-–—至] ?(?:{present + '|' if present else ''}(?=[)）]))(?![a-z])"
        ),
        year_openers=re.compile(rf"(?:^|[^a-z])({'|'.join(map(re.escape, years)) or '(?!)'}) $"),
        year_for_certain=frozenset(words.get("year_certain", ())),
        lasting=re.compile(rf"(?:^|{any_of('lasting')})\s*$"),
        placed=re.compile(
            rf"(?:^|[^a-z]){whole('placed')} ([a-z]{{3,}}{''.join(f'(?<!{end})' for end in words.get('placed_not', ()))}) $"
        ),
        determiners=re.compile(rf"(?:^|[^a-z]){whole('determiners')} $"),
        at_hour=re.compile(rf"(?:^|[^a-z]){whole('at_hour')} $"),
        on_day=re.compile(rf"(?:^|[^a-z]){whole('on_day')} $"),
        refers=re.compile(rf"(?:^|[ (]){whole('refers')} \($"),
        proportions=tuple(f"{word} " for word in words.get("proportions", ())),
        years_old=words.get("years_old", ()),
        beats=re.compile(rf" {whole('beats')}(?![a-z])"),
    )


def _bounded(word: str) -> str:
    """Write a word as a pattern; "chin*" also starts longer words, "n't" only ends one."""
    stem = word.rstrip("*")
    if not word[0].isascii() or word == "n't":
        return re.escape(stem)
    return rf"\b{re.escape(stem)}" + (r"\b" if stem == word else "")
