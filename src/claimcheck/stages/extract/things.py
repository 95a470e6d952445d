"""The thing counted: the noun after a number, in English and in Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

_NEXT_WORD = re.compile(r"(?: |-)([a-z][a-z'’]*(?:-[a-z]+)*)")
_CAPITAL_OR_NOT = re.compile(r"[ \u00a0-]([^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)*)")
_MAX_WORDS = 5
_MAX_HAN = 7


class Thing(NamedTuple):
    """A counted thing: its span with modifiers, and the singular head noun."""

    start: int
    end: int
    unit: str
    adjacent: bool


def latin_thing(page: Page, end: int, lexicon: Lexicon, *, one: bool) -> Thing | None:
    """Read the noun phrase after a number up to its plural head; ``one`` allows a singular noun.

    A hyphen joins the number to a singular noun ("a 5-star hotel"), which is then the unit.
    """
    low = page.low
    if low[end : end + 1] not in {" ", "-"}:
        return None
    if lexicon.nouns_by == "capital":
        return capital_thing(page, end, lexicon)
    hyphen = low[end : end + 1] == "-"
    position, start = end, end + 1
    if low.startswith(" of the ", end) or low.startswith(" of ", end):
        return None
    words = 0
    while words < _MAX_WORDS and (found := _NEXT_WORD.match(low, position)):
        if position > end and low[position] == "-":
            break
        word = found.group(1)
        if word in lexicon.stop:
            break
        words += 1
        position = found.end()
        if hyphen and words == 1:
            return Thing(start, position, singular(word, lexicon), adjacent=True)
        unit = plural_head(word, lexicon)
        if one and words == 1 and unit not in {None, word}:
            return None  # one is of one thing: "Chapter One begins", "one knows"
        if unit is None:
            if one and words == 1 and _ends_phrase(low, position, lexicon):
                return Thing(start, position, word, adjacent=True)
            continue
        following = _NEXT_WORD.match(low, position)
        if following and low[position] == " " and words < _MAX_WORDS:
            further = following.group(1)
            head = plural_head(further, lexicon) if further not in lexicon.stop else None
            if head is not None:
                words += 1
                position, unit = following.end(), head
        return Thing(start, position, unit, adjacent=words == 1)
    return None


def _ends_phrase(low: str, position: int, lexicon: Lexicon) -> bool:
    """Say whether no further word of a noun phrase follows ("one nurse for …")."""
    following = _NEXT_WORD.match(low, position)
    return following is None or (low[position] == " " and following.group(1) in lexicon.stop)


def capital_thing(page: Page, end: int, lexicon: Lexicon) -> Thing | None:
    """Read the noun phrase after a number in a language that writes its nouns with a capital ("300 neue Stellen")."""
    position = end
    for words in range(1, _MAX_WORDS):
        found = _CAPITAL_OR_NOT.match(page.text, position)
        if found is None or found[1].lower() in lexicon.stop:
            return None
        position = found.end()
        if found[1][0].isupper():
            noun = lexicon.noun_forms.singular(found[1].lower())
            return Thing(end + 1, position, noun, adjacent=words == 1)
    return None


def plural_head(word: str, lexicon: Lexicon) -> str | None:
    """Return the singular of a plural noun, or None if the word is no plural.

    >>> from claimcheck.languages import load_lexicon
    >>> [plural_head(word, load_lexicon()) for word in ("cities", "people", "boxes", "status", "model")]
    ['city', 'person', 'box', None, None]
    """
    tail = word.rpartition("-")[2]
    if tail in lexicon.plurals:
        return word[: len(word) - len(tail)] + lexicon.plurals[tail]
    if tail in lexicon.uncounted:
        return word
    if (
        len(tail) < 3
        or not tail.endswith("s")
        or tail.endswith(("ss", "us", "is", "'s"))
        or tail in lexicon.not_plural
    ):
        return None
    return singular(word, lexicon)


def singular(word: str, lexicon: Lexicon) -> str:
    """Return the singular of an English noun by rule, with a table for what the rules do not cover."""
    if word in lexicon.plurals:
        return lexicon.plurals[word]
    if (
        word in lexicon.not_plural
        or word.endswith(("ss", "us", "is"))
        or not word.endswith("s")
        or len(word) < 3
    ):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def han_thing(page: Page, end: int, lexicon: Lexicon) -> Thing | None:
    """Read a measure word and the noun after it, or a known noun alone.

    Without word segmentation only nouns of the table are cut out of running text; an unknown noun counts when
    a generic measure word (个) stands before it and a delimiter follows within four characters.
    """
    norm = page.low
    at = end + 1 if norm[end : end + 1] == " " else end
    if not norm[at : at + 1] or (norm[at].isascii() and norm[at] != "t"):
        return None
    first = norm[at]
    if first in lexicon.hedges_after.firsts and lexicon.hedges_after.after(norm, at) is not None:
        return None  # 两万出头
    measure = lexicon.measure_words.after(norm, at) if first in lexicon.measure_words.firsts else None
    noun = lexicon.nouns.after(norm, at) if first in lexicon.nouns.firsts else None
    if measure is not None and (noun is None or noun[0] - at <= measure[0] - at):
        stop, itself = measure
        word = norm[at:stop]
        thing = _noun_phrase(norm, stop, lexicon, bare=not itself)
        if thing is not None:
            return Thing(thing.start, thing.end, thing.unit, adjacent=thing.adjacent)
        if noun is not None:
            return Thing(at, stop, noun[1], adjacent=True)
        return Thing(at, stop, word if itself else "", adjacent=True)
    return _noun_phrase(norm, at, lexicon, bare=False)


def _noun_phrase(norm: str, position: int, lexicon: Lexicon, *, bare: bool) -> Thing | None:
    at = position
    if norm[at : at + 1] == "的" and not bare:
        return None
    if norm[at : at + 1] == " ":
        at += 1
    for offset in range(_MAX_HAN):
        here = at + offset
        char = norm[here : here + 1]
        if not char or char in lexicon.han_stop:
            break
        found = lexicon.nouns.after(norm, here) if char in lexicon.nouns.firsts else None
        stopped = lexicon.han_stop_words.after(norm, here) if char in lexicon.han_stop_words.firsts else None
        if offset and found is None and stopped is not None:
            break
        if offset and found is not None and found[0] == here + 1 and char in lexicon.measure_words.table:
            found = None  # 五个馒头 counts no 头
        if found is not None and (offset or stopped is None or found[0] > stopped[0]):
            stop, noun = found
            while (further := lexicon.nouns.after(norm, stop)) is not None and len(further[1]) > 1:
                stop, noun = further
            return Thing(at, stop, noun, adjacent=offset == 0)
        if char.isascii() and not char.isalpha():
            break
    length = 0
    while (
        length <= 4
        and (char := norm[at + length : at + length + 1])
        and char not in lexicon.han_stop
        and not char.isascii()
    ):
        if char in lexicon.han_stop_words.firsts and lexicon.han_stop_words.after(norm, at + length):
            break
        length += 1
    if bare and 1 < length <= 4:
        return Thing(at, at + length, norm[at : at + length], adjacent=True)
    return None
