"""The metric and cue tables as a list of phrases, each with the kind of its tag and its key."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def entries(table: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str, str]]:
    """Yield each phrase of the tables of one language: the kind of its tag, its key, and the phrase in small letters."""
    for section, kind in (("heads", "metric"), ("modifiers", "modifier")):
        for key, words in table.get(section, {}).items():
            for word in listed(words):
                yield kind, key, str(word).lower()
    for section, kinds in _SECTIONS.items():
        for name, kind in kinds.items():
            for word in listed(table.get(section, {}).get(name, [])):
                yield kind, str(word).lower(), str(word).lower()
    for section, kind in (("statement", ""), ("statement_start", ""), ("events", "event")):
        for key, words in table.get(section, {}).items():
            for word in listed(words):
                yield kind or section, key, str(word).lower().strip()
    metric_verbs = table.get("verbs", {}).get("metric_verbs", {})
    if isinstance(metric_verbs, dict):
        for word, key in metric_verbs.items():
            yield "metric_verb", str(key), str(word).lower()


def objects() -> frozenset[str]:
    """Return the keys of the metrics that can be a subject."""
    text = (files("claimcheck.languages") / "objects.toml").read_text("utf-8")
    return frozenset(tomli.loads(text)["objects"])


def listed(words: object) -> list[object]:
    """Return a list of a table as it is, and of anything else none."""
    return list(words) if isinstance(words, list | tuple) else []
