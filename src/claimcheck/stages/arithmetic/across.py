"""Joins a sentence that takes up the one before (`That is 31 percent`, `All in all: 66`) with it into one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.stages.arithmetic.glue import has, main_clause, only, phrase
from claimcheck.stages.arithmetic.layout import Sentence
from claimcheck.stages.arithmetic.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.arithmetic.layout import Layout

_COMMA = Mark(frozenset(("comma",)), ",")
_TIMES = ("time", "earlier", "now")
_SUBJECT = ("possessive", "pronoun", "now", "earlier")
_BEFORE = frozenset(("basis", "time", "earlier", "glue"))
_MOST = 12  # numbers of the sentences that are taken up
_TWO = 2


def taken_up(layout: Layout, sentence: Sentence, place: int) -> tuple[Sentence, int] | None:
    """Return the row of this sentence and what it takes up, and the number's place in it; None if it stands alone.

    Its words up to the number only point back, so that they name nothing new. A sentence before it that has but
    one number is joined with the one before that.
    """
    gaps = layout.gaps(sentence)
    if place or not (points_back(gaps[0]) or (not gaps[0] and has(phrase(gaps[1]), "total"))):
        return None
    before = layout.before(sentence)
    if before is None or len(before.numbers) > _MOST:
        return None
    row = joined(layout, before, sentence)
    if (
        len(before.numbers) == 1
        and (earlier := layout.before(before)) is not None
        and len(earlier.numbers) == 1
    ):
        row = joined(layout, earlier, row)
    return row, len(row.numbers) - len(sentence.numbers)


def with_before(layout: Layout, sentence: Sentence) -> Sentence | None:
    """Return the row of a sentence whose subject points back (`Its successor gets 70`), and the one before it."""
    before = layout.before(sentence)
    if before is None or len(before.numbers) != 1 or not has(layout.gaps(sentence)[0], *_SUBJECT):
        return None
    return joined(layout, before, sentence)


def joined(layout: Layout, before: Sentence, sentence: Sentence) -> Sentence:
    """Return two sentences as one row; of the words between, those that name no time stay with the first."""
    first, second = layout.gaps(before), layout.gaps(sentence)
    times = [mark for mark in phrase(first[-1]) if not mark.kinds.isdisjoint(_TIMES)]
    lead = second[0][:-1] if has(second[0][-1:], "colon", "dash") else second[0]
    gaps = [*first[:-1], [*times, _COMMA, *lead], *second[1:]]
    numbers = [*before.numbers, *sentence.numbers]
    return Sentence(sentence.block, sentence.order, before.start, sentence.end, numbers, gaps)


def points_back(lead: Sequence[Mark]) -> bool:
    """Say whether the words before the first number of a sentence name nothing: `So`, `That is`, `An increase of`."""
    return bool(lead) and not has(lead, "word", "than", "from", "open", "partly", "place")


def says_no_more(tail: Sequence[Mark]) -> bool:
    """Say whether a comparison ends with its word: `205 fewer made the journey`, not `205 fewer than in Spain`."""
    own = main_clause(phrase(tail))
    if own and own[0].text.endswith(" than"):
        return len(own) > 1 and only(own[1:], _BEFORE)
    at = next((i for i, mark in enumerate(own) if "than" in mark.kinds), len(own))
    if not only(own[at + 1 :], _BEFORE):
        return False  # but `250 fewer than before`
    return has(own[:1], "contrast", "change") and not has(own[:at], "from", "of", *_TIMES)
