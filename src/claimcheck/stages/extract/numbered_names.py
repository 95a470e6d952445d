"""Names that a bare number ends or begins: "Claude 3.5", "737 MAX 8", "K. 525"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.tokens import word_before

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Number, Page

_BILLION = 10**9  # "Chinchilla 70B": the size is a part of the name
_SENTENCE_START = re.compile(r"(?:^|[.!?:;。！？：；\n|>*•“\"(（,，、—–]|^- )\s*$")
_NAME_MORE = re.compile(
    r"(?: (?:Pro|Max|MAX|Plus|Mini|Ultra|Air|Turbo|Lite|Nano|Flash|Sonnet|Opus|Haiku|Preview|Instruct|Chat|Thinking|Coder|Series|XL|SE|Ti|Super))+(?![A-Za-z])"
)
_BRACKETED = re.compile(r"[a-h]?\)")
_WORK_ENDS = re.compile(r"$|[.,;):]| (?:and|or|for|in|by|is|was)\b")
_CATALOGUE = re.compile(r"[ (][A-Z]\. $")
_MODEL_NAME = re.compile(rf"{_NAME_MORE.pattern}(?: \d{{1,2}}(?![\w%]|[.,]\d))?")
_ARTICLE = re.compile(r"(?:^|[^a-z])(?:an?|another) $")
_GOES_ON = re.compile(r" ?[-–] ?\d| (?:to|or|and|out|in|of|per) ?(?:\d|of)")
_PARTICIPLE = re.compile(r"[A-Z][a-z]{2,}(?:[^e]ed|ing)")  # "Rated 4.6": no name begins so
_RANGE_AHEAD = re.compile(r" ?[-–] ?\d| to \d| out of ")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_LONG_GROUP = _THOUSANDS = 3  # digits
_COUNTRIES = frozenset(("u.s", "u.k", "u.n", "e.u", "u.a.e"))


def is_name(page: Page, number: Number, lexicon: Lexicon, *, counted: bool) -> int | None:
    """Return where the name starts whose last part is this bare number ("Claude 3.5", "iPhone 15 Pro"), or None."""
    sized = number.worth == _BILLION and page.norm[number.end - 1] == "B" and not counted
    if number.form not in {"digits", "words"} or number.value < 0 or number.fraction:
        return None
    if number.worth != 1 and not sized:
        return None
    before = word_before(page, number.start)
    if before is None:
        return None
    start, word = before
    lower = word.lower().rstrip(".")
    if (
        not any(char.isupper() for char in word)
        or lower in lexicon.no_names
        or (word.endswith((".", "'s", "’s")) and not (_INITIALS.fullmatch(word) and lower not in _COUNTRIES))
    ):
        return None
    written = page.norm[number.start : number.end]
    if " " in written and word.isupper() and 2 <= len(word) <= 3 and word not in lexicon.iso:
        return start  # "EP 1 234 567": an office and the number that it gave
    if "," in written or " " in written or len(written) > 6:
        return None
    if number.form == "words" and not (word[0].isupper() and page.norm[number.start].isupper()):
        return None
    if _RANGE_AHEAD.match(page.norm, number.end):
        return None  # "Expect 20 to 30 cm", "Rated 4.6 out of 5"
    if counted and lexicon.nouns_by == "capital":
        return None  # the verb may stand last: "dass die Nordwerk AG 300 Mitarbeiter hat"
    opening = _SENTENCE_START.search(page.norm, max(0, start - 3), start) is not None or start == 0
    if word.isupper() and len(word) > 1 and "." in written and number.value >= 10:
        return None  # a metric's acronym: "MMLU 88.7"
    if opening and (counted or sized or word.islower() or _PARTICIPLE.fullmatch(word)):
        return None
    return start


def numeral_name(page: Page, number: Number) -> int | None:
    """Return where a name ends that begins with a bare number of three or four digits ("737 MAX 8", "a 404")."""
    if number.worth != 1 or number.place != 1 or number.end - number.start < _LONG_GROUP:
        return None
    more = _MODEL_NAME.match(page.norm, number.end)
    if more is not None:
        return more.end()
    return number.end if _article_name(page, number) else None


def _article_name(page: Page, number: Number) -> bool:
    low = page.low
    low = page.low
    return (
        number.end - number.start <= _LONG_GROUP + 1
        and low[number.start : number.end].isdigit()
        and _ARTICLE.search(low, max(0, number.start - 9), number.start) is not None
        and _GOES_ON.match(low, number.end) is None
    )


def catalogued(page: Page, number: Number) -> bool:
    """Say whether one letter of a catalogue of works stands before a bare number: "D. 87", "K. 525"."""
    low = page.low
    return (
        number.place == 1
        and _WORK_ENDS.match(low, number.end) is not None
        and _CATALOGUE.search(page.norm, max(0, number.start - 5), number.start) is not None
    )


def plural_name(page: Page, number: Number, lexicon: Lexicon) -> int | None:
    """Return where a name ends that goes on in a letter: the "747s" of "Boeing 747s", the "7X" of "Falcon 7X"."""
    end = number.end
    if number.worth != 1 or number.place != 1 or page.low[end + 1 : end + 2].isalnum():
        return None
    before = word_before(page, number.start)
    if before is None or not before[1][0].isupper() or before[1].lower() in lexicon.no_names:
        return None
    return end + 1


def enumerator(page: Page, number: Number, lexicon: Lexicon) -> bool:
    """Say whether the number is a clause or an equation in brackets: "as in (3)", "(4b)"."""
    norm = page.norm
    if norm[number.start - 1 : number.start] != "(" or number.end - number.start > 2:
        return False
    return _BRACKETED.match(norm, number.end) is not None and (
        norm[number.end] != ")"
        or lexicon.nearby.refers.search(norm, max(0, number.start - 12), number.start) is not None
    )
