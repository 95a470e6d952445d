"""Words of dates, periods and hours, and of the scores and ratios that look like hours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.languages.merging import by_phrase, relative_periods, same
from claimcheck.languages.phrases import Phrases, any_of, joint
from claimcheck.languages.templates import Template, templates_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.languages.entries import Relative
    from claimcheck.languages.merging import Merged


@dataclass(frozen=True)
class TimeWords:
    """The tables of `times.toml`."""

    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    period_ordinals: Mapping[str, int]
    relative: Phrases[Relative]
    han_periods: Phrases[str]
    time_roles: Phrases[str]
    time_roles_after: Phrases[str]
    year_attached: frozenset[str]
    year_not_before: frozenset[str]
    year_before: Phrases[str]
    years_joint: re.Pattern[str]
    years_plain: frozenset[str]
    clock_events: frozenset[str]
    clock_levels: frozenset[str]
    clock_hour: re.Pattern[str]
    decades: Mapping[str, str]
    eras: Phrases[int]
    templates: tuple[Template, ...]
    score_words: tuple[str, ...]
    ratio_words: tuple[str, ...]


def time_words(times: Merged, modifiers: Merged) -> TimeWords:
    """Return the tables of `times.toml`, and the joints between years of `modifiers.toml`, merged."""
    months = {word: int(value) for word, value in times.map("months").items()}
    period_ordinals = {word: int(value) for word, value in times.map("ordinal_periods").items()}
    return TimeWords(
        months=months,
        ambiguous_months=frozenset(times.words("months_ambiguous")),
        period_ordinals=period_ordinals,
        relative=Phrases(relative_periods(times)),
        han_periods=Phrases({word: str(value) for word, value in times.map("periods").items()}),
        time_roles=Phrases(by_phrase(times.map("roles"))),
        time_roles_after=Phrases(by_phrase(times.map("roles_after"))),
        year_attached=frozenset(times.words("year", "attached")),
        year_not_before=frozenset(times.words("year", "not_before")),
        year_before=Phrases(same(times.words("year", "before"))),
        years_joint=joint((*modifiers.words("range", "years"), "-", "–")),
        years_plain=frozenset((*modifiers.words("range", "years_plain"), "-", "–")),
        clock_events=frozenset(times.words("clock", "events")),
        clock_levels=frozenset(times.words("clock", "levels")),
        clock_hour=_clock_hour(times.words("clock", "after")),
        decades={word: str(value) for word, value in times.map("spelled_decades").items()},
        eras=Phrases({name: int(year) for name, year in times.map("eras").items()}),
        templates=templates_of(times, months, period_ordinals),
        score_words=tuple(times.words("colon", "score")),
        ratio_words=tuple(times.words("colon", "ratio")),
    )


def _clock_hour(words: Iterable[str]) -> re.Pattern[str]:
    after = any_of([word for word in words if word.isascii()])
    return re.compile(rf"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?{after}(?![a-z])")
