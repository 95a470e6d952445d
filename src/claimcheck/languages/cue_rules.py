"""The words that single rules look for, turned around: from a phrase to the rules that ask for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict

from claimcheck.languages.cue_entries import listed
from claimcheck.languages.cue_tags import CJK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Rules(TypedDict):
    """The fields of the cues that `rules.toml` fills."""

    rules: Mapping[str, frozenset[str]]
    pronouns: tuple[tuple[str, str], ...]
    definite: tuple[str, ...]
    headers: Mapping[str, frozenset[str]]
    links: frozenset[str]
    numbered: re.Pattern[str]
    points_back: re.Pattern[str]


def rules_of(tables: Iterable[Mapping[str, Mapping[str, object]]]) -> Rules:
    """Turn the lists of `rules.toml` around: each phrase with the names of the rules that look for it."""
    rules: dict[str, set[str]] = {}
    pronouns: list[tuple[str, str]] = []
    definite: list[str] = []
    headers: dict[str, set[str]] = {}
    inside: dict[str, list[str]] = {"links": [], "numbered": [], "points_back": []}
    for table in tables:
        for name, found in inside.items():
            found += [str(word) for word in listed(table.get("phrases", {}).get(name))]
        for name, words in table.get("rules", {}).items():
            for word in listed(words):
                rules.setdefault(str(word), set()).add(name)
        parts = table.get("pronouns", {})
        definite += [str(word) for word in listed(parts.get("definite"))]
        pronouns += [
            (str(word), use) for use in ("numbered", "unnumbered") for word in listed(parts.get(use))
        ]
        for name, words in table.get("headers", {}).items():
            headers.setdefault(name, set()).update(str(word) for word in listed(words))
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


def implied_names(tables: Iterable[Mapping[str, Mapping[str, object]]]) -> dict[str, dict[str, str]]:
    """Return the names of what a unit implies, by the script they are written in: a text is answered in its own."""
    named: dict[str, dict[str, str]] = {}
    for table in tables:
        for form, name in table.get("implied", {}).items():
            named.setdefault("han" if CJK.search(str(name)) else "latin", {})[form] = str(name)
    return named
