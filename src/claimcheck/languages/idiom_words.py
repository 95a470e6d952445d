"""Numerals that state no quantity, and the words near a number that decide single questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.languages.merging import same
from claimcheck.languages.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from claimcheck.languages.merging import Merged


@dataclass(frozen=True)
class IdiomWords:
    """What `idioms.toml` says of single words and numerals."""

    idioms: Phrases[str]
    digit_idioms: frozenset[str]  # the first two characters of those that open with a digit
    unless_alone: frozenset[str]
    emphasis: Phrases[str]
    glued: tuple[str, ...]
    stop: frozenset[str]
    han_stop: frozenset[str]
    han_stop_words: Phrases[str]
    plurals: Mapping[str, str]
    not_plural: frozenset[str]
    uncounted: frozenset[str]
    not_one: frozenset[str]
    one_verb: frozenset[str]
    twice_times: frozenset[str]
    counting: Phrases[str]
    price_verbs: frozenset[str]
    halved: frozenset[str]
    plain_ones: frozenset[str]
    value_leads: frozenset[str]
    closes_numeral: frozenset[str]
    leads_to_numeral: frozenset[str]
    liang_words: frozenset[str]
    both_of: frozenset[str]
    half_after: frozenset[str]
    not_tenths: frozenset[str]
    not_discount: frozenset[str]
    thousand_before: tuple[str, ...]
    thousand_after: tuple[str, ...]
    half_of: frozenset[str]
    quarter_nouns: frozenset[str]
    not_codes: frozenset[str]
    careful_units: frozenset[str]
    memory_words: tuple[str, ...]
    in_metres: frozenset[str]
    before_counted: frozenset[str]


def idiom_words(idioms: Merged, measure_words: Collection[str]) -> IdiomWords:
    """Return what `idioms.toml` says of single words and numerals, merged; a count by a measure word is no idiom."""
    phrases = _phrases(idioms, measure_words)
    return IdiomWords(
        idioms=Phrases(phrases),
        digit_idioms=frozenset(phrase[:2] for phrase in phrases if phrase[0].isdigit()),
        unless_alone=frozenset(idioms.words("unless_alone")),
        emphasis=Phrases(same(idioms.words("emphasis"))),
        glued=tuple(idioms.words("glued")),
        stop=frozenset(word for word in idioms.words("stop") if word.isascii()),
        han_stop=frozenset(str(idioms.map("stop").get("characters", ""))),
        han_stop_words=Phrases(same(word for word in idioms.words("stop") if not word.isascii())),
        plurals={k: str(v) for k, v in idioms.map("plurals").items() if isinstance(v, str)},
        not_plural=frozenset(idioms.words("plurals", "singular")),
        uncounted=frozenset(idioms.words("plurals", "uncounted")),
        not_one=frozenset(idioms.words("one", "before")),
        one_verb=frozenset(idioms.words("one", "after")),
        twice_times=frozenset(idioms.words("twice", "times")),
        counting=Phrases(same(idioms.words("counting", "before"))),
        price_verbs=frozenset(idioms.words("counting", "price")),
        halved=frozenset(idioms.words("counting", "halved")),
        plain_ones=frozenset(idioms.words("counting", "plain_ones")),
        value_leads=frozenset(idioms.words("counting", "value_leads")),
        closes_numeral=frozenset(idioms.words("sets", "closes_numeral")),
        leads_to_numeral=frozenset(idioms.words("sets", "leads_to_numeral")),
        liang_words=frozenset(idioms.words("sets", "liang_words")),
        both_of=frozenset(idioms.words("sets", "both_of")),
        half_after=frozenset(idioms.words("sets", "half_after")),
        not_tenths=frozenset(idioms.words("sets", "not_tenths")),
        not_discount=frozenset(idioms.words("sets", "not_discount")),
        thousand_before=tuple(idioms.words("sets", "thousand_before")),
        thousand_after=tuple(idioms.words("sets", "thousand_after")),
        half_of=frozenset(idioms.words("sets", "half_of")),
        quarter_nouns=frozenset(idioms.words("sets", "quarter_nouns")),
        not_codes=frozenset(idioms.words("sets", "not_codes")),
        careful_units=frozenset(idioms.words("sets", "careful_units")),
        memory_words=tuple(idioms.words("sets", "memory_words")),
        in_metres=frozenset(idioms.words("sets", "in_metres")),
        before_counted=frozenset(idioms.words("sets", "before_counted")),
    )


def _phrases(idioms: Merged, measure_words: Collection[str]) -> dict[str, str]:
    """Return each idiom with its reason; 一 before a measure word counts, unless the two say nothing together."""
    uncounted = frozenset(idioms.words("sets", "uncounted_ones"))
    return {
        phrase.lower(): reason
        for reason, phrases in idioms.map("phrases").items()
        for phrase in phrases
        if not (phrase[0] == "一" and phrase[1:] in measure_words and phrase[1:] not in uncounted)
    }
