"""Bare years: which four digits are a year, and spans of two of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.reading import back_over_spaces, skip_spaces
from claimcheck.stages.extract.time_spans import Span

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

_PLAIN_YEARS = (1900, 2099)  # where a year needs no preposition
_BARE_YEAR = re.compile(r"(?:1[0-9]|20|21)\d\d(?![\d,.]\d|\d|[a-z%‰°])")

_TITLE_WORD = re.compile(r"(?:^|[^A-Za-z-])[A-Z][a-z]+$")

_PAIR = re.compile(r" ?(?:to|through|[-–—~至到]) ?(\d+)")
_BETWEEN_PAIR = re.compile(r" ?(?:and|和|与|至|到) ?(\d+)")
_BETWEEN = re.compile(r"(?:\bbetween|介于|介乎) ?$")
_YEAR_WIDTH = 4


def _also_year(page: Page, pair: re.Match[str], lexicon: Lexicon) -> bool:
    """Say whether the second number of a pair can be a year too: four digits, and nothing measured or counted."""
    if len(pair[1]) != _YEAR_WIDTH or not _BARE_YEAR.match(page.low, pair.start(1)):
        return len(pair[1]) < _YEAR_WIDTH  # "2019-20"
    at = skip_spaces(page.low, pair.end())
    if (
        lexicon.units.after(page.low, at) is not None
        or lexicon.currency_after.after(page.low, at) is not None
    ):
        return page.low.startswith("年", at)
    return lexicon.measure_words.after(page.low, at) is None


def bare_year(page: Page, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a four-digit number with no unit after it is a year."""
    low = page.low
    if not _BARE_YEAR.match(low, start):
        return False
    value = int(low[start:end])
    between = _BETWEEN.search(low, max(0, start - 9), start) is not None
    pair = (_BETWEEN_PAIR if between else _PAIR).match(low, end)
    if pair is not None and not _also_year(page, pair, lexicon):
        return False  # "between 1500 and 3000 days"
    if lexicon.bare_years and _PLAIN_YEARS[0] <= value <= _PLAIN_YEARS[1]:
        return True
    if not 1500 <= value <= 2100 and not (value >= 1000 and low[max(0, start - 3) : start] == "in "):
        return False
    at = start
    if at and low[at - 1] in "(（,":
        return True
    while at and low[at - 1] == " ":
        at -= 1
    if low[at - 1 : at] == "," and low[end : end + 1] in {")", ";"} and value >= _PLAIN_YEARS[0]:
        return True  # "(Smith et al., 2019; …)"
    if (
        1950 <= value <= 2049
        and low[end : end + 1] in {"", "\n", ":"}
        and _TITLE_WORD.search(page.norm, max(0, at - 24), at)
    ):
        return True  # "## Budget 2027"
    if (
        lexicon.year_before.before(low, at) is not None
        or low[at - 1 : at] in {"(", "（", "©"}
        or low[at - 1 : at] in lexicon.year_attached
    ):
        return True
    if 1950 <= value <= 2049 and low[end : end + 1] > "\u3400" and low[end] not in lexicon.year_not_before:
        return True
    return (
        1950 <= value <= 2049
        and (at == 0 or low[at - 1] in ".;:!?\n|—–、" or low[end : end + 1] in {")", "）"})
    ) or (
        1950 <= value <= 2049
        and low[end : end + 1] in {" ", ","}
        and low[max(0, at - 8) : at].endswith(tuple(lexicon.months))
    )


_YEAR_AND_NOUN = re.compile(r"((?:19|20)[0-4]\d|19[5-9]\d)(?= [a-z])")


def year_before_noun(page: Page, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether "in 2023 researchers …", "the 2024 elections" hold a year and no count."""
    found = _YEAR_AND_NOUN.match(page.low, start)
    if found is None or found.end() != end:
        return False
    opener = lexicon.nearby.year_openers.search(page.low, max(0, start - 12), start)
    return opener is not None and (
        opener[1] in lexicon.nearby.year_for_certain or page.low[end - 2 : end] != "00"
    )


def join_years(page: Page, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Join "from 2019 to 2023" into one span of years."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last is not None
            and span.grain == last.grain == "year"
            and span.start - last.end <= 9
            and last.iso.isdigit()
            and span.iso.isdigit()
        ):
            word = lexicon.years_joint.match(page.low, last.end, span.start)
            opener = lexicon.between.before(page.low, back_over_spaces(page.low, last.start))
            opened = opener is not None and opener[1] in lexicon.range_from | lexicon.range_between
            plain = word is not None and word.group().strip() in lexicon.years_plain
            if word is not None and word.end() == span.start and (opened or plain) and last.iso < span.iso:
                joined[-1] = Span(last.start, span.end, f"{last.iso}/{span.iso}", "span")
                continue
        joined.append(span)
    return joined
