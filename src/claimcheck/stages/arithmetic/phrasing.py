"""Reads from the text itself what a number is said of: the words before it, whose it is, when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.claim import Origin
from claimcheck.stages.arithmetic.glue import has, last_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.arithmetic.layout import Layout, Sentence
    from claimcheck.stages.arithmetic.marks import Mark

_DROPPED = frozenset(("time", "earlier", "now"))
_EDGE = frozenset(("glue", "hedge", "pronoun", "possessive", "by", "to", "from", "times"))
_SIGNS = frozenset(
    ("comma", "list", "open", "close", "colon", "semi", "dash", "arrow", "equals", "slash", "plus")
)
_STOPS = _SIGNS | {"clause", "linking"}
_HAN = re.compile(r"[\u3400-\u9fff]")
_OWN = (Origin.CLAUSE, Origin.SENTENCE)


class Phrasing(NamedTuple):
    """What the text says of one number.

    Attributes:
        claim: its index.
        words: the words of its own clause that stand before it, names left out; one string in Chinese.
        names: the capitalised words among them, in lower case.
        pronoun: the clause speaks of something by a pronoun (`its`, 它).
        tail: the words behind it that restrict it (`at the plant`).
        time: the period that its own sentence names.
        sentence: where it stands.
        apart: its words set it against another value (`last year's`, `than the`).
    """

    claim: int
    words: tuple[str, ...]
    names: frozenset[str]
    pronoun: bool
    tail: frozenset[str]
    time: str | None
    sentence: Sentence
    apart: bool


def phrasing_of(layout: Layout, claim: int) -> Phrasing | None:
    """Return what stands before and behind a number; None if its clause says nothing before it."""
    sentence, place = layout.of_claim[claim]
    gaps = layout.gaps(sentence)
    marks = _lead(gaps[place], gaps[place + 1])
    pronoun = has(marks, "pronoun", "possessive")
    now = [mark for mark in marks if "time" not in mark.kinds]
    apart = has(marks, "earlier", "rest", "each") or has(now, "now") or has(marks[-2:], "than", "from")
    kept = _trimmed([mark for mark in marks if mark.kinds.isdisjoint(_DROPPED)])
    if not kept:
        return None
    text = layout.document.blocks[sentence.block].text[sentence.start : sentence.end]
    frame = layout.claims[claim].frame
    time = frame.time if frame.time_from in _OWN else None
    tail = frozenset(mark.text for mark in _until(gaps[place + 1]) if "word" in mark.kinds)
    said = "".join(mark.text for mark in kept)
    if _HAN.search(said):
        return Phrasing(claim, (said,), frozenset(), pronoun, frozenset(), time, sentence, apart)
    words = [mark.text for mark in kept if mark.kinds.isdisjoint(_EDGE)]
    names = frozenset(word for word in words if _is_name(word, text))
    core = tuple(sorted({word for word in words if word not in names}))
    return Phrasing(claim, core, names, pronoun, tail, time, sentence, apart)


def content_of(layout: Layout, sentence: Sentence) -> frozenset[str]:
    """Return the words of a sentence that are of no table."""
    return frozenset(
        mark.text
        for gap in layout.gaps(sentence)
        for mark in gap
        if "word" in mark.kinds and len(mark.text) > 1
    )


def _lead(before: Sequence[Mark], behind: Sequence[Mark]) -> Sequence[Mark]:
    """Return the marks of the number's own clause; of the one before the comma where the number is set in commas."""
    own = last_clause(before)
    if (
        not own
        and before
        and has(before[-1:], "comma", "open", "dash")
        and has(behind[:2], "comma", "close", "dash")
    ):
        return last_clause(before[:-1])
    return own


def _trimmed(marks: list[Mark]) -> list[Mark]:
    while marks and not marks[0].kinds.isdisjoint(_EDGE):
        marks = marks[1:]
    while marks and not marks[-1].kinds.isdisjoint(_EDGE):
        marks = marks[:-1]
    return marks


def _until(marks: Sequence[Mark]) -> Sequence[Mark]:
    return marks[: next((i for i, mark in enumerate(marks) if not mark.kinds.isdisjoint(_STOPS)), len(marks))]


def _is_name(word: str, sentence: str) -> bool:
    """Say whether a lower-cased word is a name in its sentence: capitalised elsewhere than at its start, or with digits."""
    if any(char.isdigit() for char in word):
        return True
    at = sentence.lower().find(word)
    return at > 0 and sentence[at].isupper()
