"""Compares what two numbers measure: lexicon keys where both are known, content words otherwise."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.languages.cues import singulars
from claimcheck.records.claim import Origin, Role
from claimcheck.stages.align.names import Match

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.records.claim import Frame

_LATIN = re.compile(r"[a-zà-ɏ](?:[a-zà-ɏ0-9+]|[.\-](?=[a-zà-ɏ0-9]))*|\d(?:\w|\.(?=\w))*")
_CJK_RUN = re.compile(r"[㐀-鿿]+")
_EMPTY = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "its",
        "their",
        "his",
        "her",
        "with",
        "by",
        "as",
        "per",
        "total",
        "overall",
        "number",
        "amount",
        "about",
        "than",
        "up",
        "down",
    )
)
# at least this share of the rarer side's words must stand on the other side
_ENOUGH = 0.67
_SOME = 0.34


@lru_cache(maxsize=65536)
def terms(text: str) -> frozenset[str]:
    """Return the content terms of a phrase: Latin words in the singular, Chinese as two-character pieces.

    >>> sorted(terms("Active parameters")), sorted(terms("总参数"))
    (['active', 'paramet'], ['参数', '总参'])
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = {_stem(next(singulars(w), w)) for w in _LATIN.findall(folded) if w not in _EMPTY}
    for run in _CJK_RUN.findall(folded):
        words |= {run[i : i + 2] for i in range(len(run) - 1)} or {run}
    return frozenset(words)


def _stem(word: str) -> str:
    """Drop the endings that turn a verb into its participle or its doer: finished, finisher, finishing."""
    for ending in ("ing", "ed", "er"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def words_of(frame: Frame) -> frozenset[str]:
    """Return all terms that say what a frame measures."""
    return _union(*frame.metric_words, frame.thing)


def compare_metrics(claim: Frame, fact: Frame) -> Match:
    """Say whether two frames measure the same thing.

    Two known keys must be equal, modifiers included: ``net income`` is not ``income``. With one side unknown
    to the lexicon the words decide, and never better than loosely.
    """
    if claim.metric and fact.metric:
        return _known(claim, fact)
    mine, theirs = words_of(claim), words_of(fact)
    if not mine and not theirs and claim.role is Role.RANK:
        return Match.LOOSE  # a rank needs no metric: third in the league
    if not mine or not theirs:
        return Match.UNSURE
    shared = len(mine & theirs)
    if shared / len(mine) >= _ENOUGH and shared / len(theirs) >= _ENOUGH:
        return Match.SAME if not claim.metric and not fact.metric else Match.LOOSE
    restricted = set(claim.modifiers) - set(fact.modifiers)  # `monthly sponsors` are not all sponsors
    if (
        theirs <= mine
        and len(mine) - len(theirs) <= 1
        and not claim.metric
        and not fact.metric
        and not restricted
    ):
        return Match.LOOSE  # a header says it shorter than a sentence does: `finishers`, `runners finished`
    if shared and shared / min(len(mine), len(theirs)) >= _SOME:
        return Match.UNSURE
    return Match.DIFFERENT if same_script(mine, theirs) else Match.UNSURE


def _known(claim: Frame, fact: Frame) -> Match:
    if claim.metric == fact.metric:
        return _rests(claim, fact)
    one, other = claim.metric.split("+"), fact.metric.split("+")
    if one[0] == other[0]:
        return Match.DIFFERENT
    if set(one) <= set(other) or set(other) <= set(one):
        return Match.UNSURE
    return Match.DIFFERENT


def _rests(claim: Frame, fact: Frame) -> Match:
    """One head may measure many things: 肺结核病例 and 流感病例 are both cases.

    Words on both sides that have nothing in common leave it in doubt; words on one side only are let pass, since
    most of them are a sentence's other words.
    """
    mine, theirs = _union(*claim.rest), _union(*fact.rest)
    if fact.metric_from in (Origin.COLUMN, Origin.ROW):  # a header is terse: each of its words counts
        said = mine | _union(claim.predicate, *claim.metric_words)
        return Match.UNSURE if theirs and not theirs & said and same_script(theirs, said) else Match.SAME
    if mine and theirs and not mine & theirs and same_script(mine, theirs):
        return Match.UNSURE
    return Match.SAME


def same_script(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of terms are of one script, so that having none in common means something."""
    return any(t.isascii() for t in one) == any(t.isascii() for t in other)


def _union(*phrases: str) -> frozenset[str]:
    return frozenset().union(*(terms(p) for p in phrases if p))
