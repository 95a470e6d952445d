"""Decides, part by part, whether a fact answers a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.records.alignment import Alignment, Level
from claimcheck.records.claim import Origin, Role
from claimcheck.records.comparison import Comparison, Outcome
from claimcheck.records.evidence import Stance
from claimcheck.records.quantity import Direction, QuantityKind
from claimcheck.stages.align.index import FactIndex
from claimcheck.stages.align.metrics import compare_metrics, same_script, terms, words_of
from claimcheck.stages.align.names import Match, Names, has_digit, parts
from claimcheck.stages.align.periods import compare_times
from claimcheck.stages.align.wording import same_wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimcheck.records.claim import Claim

# where a subject that the claim's own sentence names was found
_AXES = (Origin.ROW, Origin.COLUMN)
_STATED = (Origin.CLAUSE, Origin.SENTENCE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with what alignment wants to know of its source."""

    claim: Claim
    passage: int
    date: str | None = None
    bag: frozenset[str] = field(default_factory=frozenset)


def fact_of(claim: Claim, passage: int, date: str | None) -> Fact:
    """Prepare a fact: gather the terms of all that surrounds it, once."""
    frame = claim.frame
    phrases = (claim.sentence, frame.subject, *frame.metric_words, *frame.others, *frame.around, frame.thing)
    return Fact(claim, passage, date, frozenset().union(*(terms(p) for p in phrases if p)))


def align(
    claims: Sequence[Claim],
    facts: Iterable[Fact],
    names: Names,
    compare: Callable[[Claim, Claim], Comparison],
    claim_date: str | None,
) -> list[list[Alignment]]:
    """Return, for each claim, the facts that answer it or nearly do.

    Facts are looked up by role and terms, so that time grows with the claims and not with their product;
    ``compare`` settles units.
    """
    index = FactIndex(facts)
    answers: list[list[Alignment]] = []
    for claim in claims:
        found = (_align(claim, fact, names, compare, claim_date) for fact in index.candidates(claim))
        answers.append([alignment for alignment in found if alignment is not None])
    return answers


def _align(
    claim: Claim,
    fact: Fact,
    names: Names,
    compare: Callable[[Claim, Claim], Comparison],
    claim_date: str | None,
) -> Alignment | None:
    mine, theirs = claim.frame, fact.claim.frame
    verbatim = same_wording(claim, fact.claim)
    subject = Match.SAME if verbatim and mine.subject_from in _STATED else _subject(claim, fact, names)
    if subject is Match.DIFFERENT:
        return None
    metric = Match.SAME if verbatim else compare_metrics(mine, theirs)
    pooled = (
        _pooled(claim, fact)
        if Match.UNSURE in (subject, metric) or metric is Match.DIFFERENT
        else Match.UNSURE
    )
    unknown = not (mine.metric and theirs.metric)
    if metric is Match.DIFFERENT and not unknown:
        return None
    time = _time(claim, fact, claim_date)
    if time is Match.DIFFERENT:
        near = max(metric, pooled) >= Match.LOOSE and claim.quantity.kind is fact.claim.quantity.kind
        return _other_time(fact) if near else None
    comparison = compare(claim, fact.claim)
    if comparison.outcome is Outcome.OTHER_UNIT:
        return _other_unit(fact, comparison) if min(subject, metric) >= Match.LOOSE else None
    if unknown and metric < Match.LOOSE and subject is Match.SAME and _telling(claim, comparison):
        metric = Match.LOOSE
    if metric is Match.DIFFERENT and pooled is not Match.LOOSE:
        return None
    parts_ = {
        "subject": max(subject, pooled) if subject is Match.UNSURE else subject,
        "metric": max(metric, pooled) if unknown else metric,
        "time": time,
        "scope": Match.SAME if verbatim else _scope(claim, fact),
        "qualifier": Match.SAME if verbatim else _qualifiers(claim, fact),
        "direction": _direction(claim, fact),
        "kind": _kind(claim, fact),
        "setting": _setting(claim, fact),
        "polarity": Match.UNSURE if theirs.negated or theirs.hedged or mine.negated else Match.SAME,
    }
    worst = min(parts_.values())
    level = {Match.SAME: Level.FULL, Match.LOOSE: Level.LOOSE, Match.UNSURE: Level.NEAR}.get(
        worst, Level.NONE
    )
    doubts = tuple(name for name, match in parts_.items() if match <= Match.UNSURE)
    return Alignment(
        fact=fact.claim,
        passage=fact.passage,
        level=level,
        doubts=doubts,
        comparison=comparison,
        verbatim=verbatim,
    )


def _time(claim: Claim, fact: Fact, claim_date: str | None) -> Match:
    mine, theirs = claim.frame, fact.claim.frame
    if mine.role is Role.DATE:
        return Match.SAME
    inherited = mine.time_from is Origin.PREVIOUS
    return compare_times(mine.time, theirs.time, claim_date, fact.date, inherited=inherited)


# facts of another period are kept for the reason only: their numbers need no comparing
_UNCOMPARED = Comparison(stance=Stance.NEUTRAL, outcome=Outcome.APART)


def _other_time(fact: Fact) -> Alignment:
    return Alignment(
        fact=fact.claim, passage=fact.passage, level=Level.NONE, doubts=("time",), comparison=_UNCOMPARED
    )


def _other_unit(fact: Fact, comparison: Comparison) -> Alignment:
    """Keep a fact of another unit for the reason only."""
    return Alignment(
        fact=fact.claim, passage=fact.passage, level=Level.NONE, doubts=("unit",), comparison=comparison
    )


# so many digits of a measure in agreement are no coincidence where the subject is the same
_TELLING_DIGITS = 3


def _telling(claim: Claim, comparison: Comparison) -> bool:
    """Whether two numbers agree so closely that words unknown to the lexicon must mean the same metric.

    Only for measures and money: counts of two things may well be equal.
    """
    quantity = claim.quantity
    if quantity.kind not in (QuantityKind.MEASURE, QuantityKind.MONEY) or quantity.value is None:
        return False
    if comparison.outcome not in (Outcome.EQUAL, Outcome.ROUNDED):
        return False
    digits = str(abs(quantity.value).normalize().as_tuple().digits)
    return sum(c.isdigit() for c in digits) >= _TELLING_DIGITS


def _subject(claim: Claim, fact: Fact, names: Names) -> Match:
    """Compare the subjects; a fact that names none is asked whether its surroundings do."""
    mine, theirs = claim.frame.subject, fact.claim.frame.subject
    if mine and theirs:
        match = names.compare(mine, theirs)
        if match is Match.DIFFERENT and not (_is_versioned(mine, theirs) or _are_capital(mine, theirs)):
            shared = terms(mine) & terms(theirs)
            return Match.UNSURE if shared else Match.DIFFERENT
        if match is Match.DIFFERENT and any(
            names.compare(mine, o) is Match.SAME for o in fact.claim.frame.others
        ):
            return Match.UNSURE
        return match
    if not mine and not theirs:
        return (
            Match.LOOSE
            if claim.frame.metric and claim.frame.metric == fact.claim.frame.metric
            else Match.UNSURE
        )
    return Match.UNSURE


def _are_capital(*names: str) -> bool:
    """Whether these are names rather than phrases: then two that differ are two things."""
    return all(name[:1].isascii() and name[:1].isupper() for name in names)


def _is_versioned(*names: str) -> bool:
    return any(any(map(has_digit, parts(name))) for name in names)


def _pooled(claim: Claim, fact: Fact) -> Match:
    """Subject and metric words together, both ways: the same words in other places still speak of the same thing.

    Only where neither side's subject is a name with a version, which must match in its own place.
    """
    mine, theirs = claim.frame, fact.claim.frame
    if _is_versioned(mine.subject, theirs.subject):
        return Match.UNSURE
    one = terms(mine.subject) | words_of(mine)
    other = terms(theirs.subject) | words_of(theirs)
    if not one or not other or not (terms(mine.subject) <= other and terms(theirs.subject) <= one):
        return Match.UNSURE
    shared = len(one & other)
    return (
        Match.LOOSE
        if shared >= 2 and shared / len(one) >= 0.75 and shared / len(other) >= 0.75
        else Match.UNSURE
    )


def _kind(claim: Claim, fact: Fact) -> Match:
    """Words that exclude one another (`female`, `male`; year on year, month on month), or a flow beside a stock."""
    mine, theirs = claim.frame, fact.claim.frame
    own, other = set(mine.modifiers), set(theirs.modifiers)
    if (own - other) and (other - own):
        return Match.UNSURE
    after, behind = _terms(mine.tail), _terms(theirs.tail)
    if (after - fact.bag) and (behind - _bag(claim)) and same_script(after, behind):
        return Match.UNSURE
    if theirs.metric_from in (Origin.COLUMN, Origin.ROW):
        known = {e for e in mine.events if not e.endswith("ed")}  # a header names no verb of its own
        return Match.SAME if known == set(theirs.events) else Match.UNSURE
    return Match.SAME if set(mine.events) == set(theirs.events) else Match.UNSURE


def _setting(claim: Claim, fact: Fact) -> Match:
    """Rows of two tables (`Germany | 48`) speak of one thing only where the tables do, as their headings tell."""
    mine, theirs = claim.frame, fact.claim.frame
    if mine.subject_from not in _AXES or theirs.subject_from not in _AXES or _is_versioned(mine.subject):
        return Match.SAME
    own, other = _terms(mine.around), _terms(theirs.around)
    if not own or not other or own & other or not same_script(own, other):
        return Match.SAME
    return Match.UNSURE


def _terms(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(t for phrase in phrases for t in terms(phrase))


def _direction(claim: Claim, fact: Fact) -> Match:
    """A change without a direction goes up (`growth 3.2 %`): beside a fall it is in doubt."""
    if claim.frame.role is not Role.CHANGE:
        return Match.SAME
    mine, theirs = claim.quantity.direction, fact.claim.quantity.direction
    return Match.UNSURE if Direction.DOWN in (mine, theirs) and None in (mine, theirs) else Match.SAME


def _scope(claim: Claim, fact: Fact) -> Match:
    """A subset is not the whole: what restricts one side must stand on the other side too."""
    mine = frozenset().union(*(terms(s) for s in claim.frame.scope)) if claim.frame.scope else frozenset()
    theirs = (
        frozenset().union(*(terms(s) for s in fact.claim.frame.scope))
        if fact.claim.frame.scope
        else frozenset()
    )
    if mine and not _mostly(mine, fact.bag):
        return Match.UNSURE
    if theirs:
        around = terms(claim.sentence) | terms(claim.frame.subject)
        if not _mostly(theirs, around):
            return Match.UNSURE
    return Match.SAME


def _mostly(needed: frozenset[str], held: frozenset[str]) -> bool:
    if not same_script(needed, held):
        return True
    return len(needed & held) / len(needed) >= 0.6


def _qualifiers(claim: Claim, fact: Fact) -> Match:
    """A name among the metric words (a benchmark, an index) must be the same on both sides."""
    mine, theirs = _named_words(claim), _named_words(fact.claim)
    if mine and not mine <= fact.bag:
        return Match.UNSURE
    if theirs and not theirs <= terms(claim.sentence) | terms(claim.frame.subject) | _bag(claim):
        return Match.UNSURE
    return Match.SAME


def _bag(claim: Claim) -> frozenset[str]:
    phrases = (
        claim.sentence,
        claim.frame.subject,
        *claim.frame.metric_words,
        *claim.frame.others,
        *claim.frame.around,
        claim.frame.thing,
    )
    return frozenset().union(*(terms(p) for p in phrases if p)) if phrases else frozenset()


def _named_words(claim: Claim) -> frozenset[str]:
    words = [
        w
        for w in claim.frame.metric_words
        if w[:1].isascii() and w[:1].isupper() and w not in claim.frame.subject
    ]
    named = frozenset(t for w in words for t in terms(w) if t.isascii())
    return named | frozenset(t for w in claim.frame.qualifiers for t in terms(w))
