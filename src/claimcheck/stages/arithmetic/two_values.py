"""Finds figures that the document gives two values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin, Role
from claimcheck.records.quantity import Modifier
from claimcheck.stages.align.metrics import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.languages.sums import Sums
    from claimcheck.records.claim import Claim

_LEVELS = (Role.VALUE, Role.TO, Role.TOTAL)
# words that hang on the number right before them are no subject: 39分外加7个助攻
_BEHIND_NUMBER = re.compile(r"\d[^\d\s，。、；：,;:年月日]{1,2}$")
_OWN = (Origin.CLAUSE, Origin.SENTENCE)


def two_values(
    claims: Sequence[Claim], apart: Callable[[Claim, Claim], bool], sums: Sums
) -> Iterator[tuple[Claim, Claim]]:
    """Yield pairs of claims that give one figure two values: the first statement and the one that differs.

    Only where subject, metric, time, role and scope are the same, both numbers are exact, and both sentences
    name the subject, by its name or a pronoun. Of two authorities with two figures the document only reports.
    """
    seen: dict[tuple[object, ...], dict[str, Claim]] = {}
    for claim in claims:
        if not _states_a_figure(claim) or not _names_its_subject(claim, sums):
            continue
        voices = seen.setdefault(_figure(claim), {})
        for first in voices.values():
            if first.sentence != claim.sentence and one_voice(first, claim, sums) and apart(first, claim):
                yield first, claim
                break
        voices.setdefault(claim.frame.attribution, claim)


def one_voice(one: Claim, other: Claim, sums: Sums) -> bool:
    """Say whether the document itself stands behind both figures, and does not set one against the other."""
    a, b = one.frame.attribution, other.frame.attribution
    if a == b:
        return True
    quoted = any(_opens_with(claim, "source", sums) for claim in (one, other))
    return not (a and b) and not quoted and one.line != other.line


def _opens_with(claim: Claim, kind: str, sums: Sums) -> bool:
    opening = sums.marks.after(claim.sentence.lower(), 0)
    return opening is not None and kind in opening[1]


def _states_a_figure(claim: Claim) -> bool:
    frame, quantity = claim.frame, claim.quantity
    return (
        bool(frame.subject and (frame.metric or frame.thing))
        and quantity.value is not None
        and quantity.modifier is Modifier.EXACT
        and frame.role in _LEVELS
        and not (frame.negated or frame.hedged)
        and claim.check_worthy
        and not _in_table(claim)
    )


def _figure(claim: Claim) -> tuple[object, ...]:
    """Return what makes two statements statements of one figure.

    A metric that the lexicon knows is its key, and of its words only those that the lexicon does not know count:
    `employs 1,250 people` and `1,250 employees` are one figure.
    """
    frame, quantity = claim.frame, claim.quantity
    said = frame.rest if frame.metric else (*frame.metric_words, frame.thing)
    tail = () if frame.metric else frame.tail
    words = frozenset().union(*(terms(word) for word in (*said, *frame.scope, *frame.others, *tail)))
    unit = "" if frame.metric and frame.thing else quantity.unit
    return (
        frame.subject,
        frame.metric,
        frame.time,
        words,
        unit,
        frozenset(frame.modifiers),
        frozenset(frame.events),
    )


def _names_its_subject(claim: Claim, sums: Sums) -> bool:
    """Say whether the sentence itself names what it speaks of, and does not speak of a part of something else."""
    frame, sentence = claim.frame, claim.sentence.lower()
    if frame.subject_from in _OWN:
        at = sentence.find(frame.subject.lower())
        before = sentence[:at]
        named = at >= 0 and not before.endswith(("(", "（")) and not _BEHIND_NUMBER.search(before)
    else:
        named = frame.subject_from is Origin.PREVIOUS and _opens_with(claim, "pronoun", sums)
    return named and not _opens_with(claim, "back", sums)


def _in_table(claim: Claim) -> bool:
    """Say whether a number is a cell: rows and tables repeat their labels, and mean other things by them."""
    return not {claim.frame.subject_from, claim.frame.metric_from}.isdisjoint((Origin.ROW, Origin.COLUMN))
