"""Puts together what each quantity of a sentence is about: its frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from claimcheck.records.claim import Frame, Origin, Role
from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.decompose.acts import settle_acts
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.chunks import chunks_of
from claimcheck.stages.decompose.clause_subjects import speaker_of, subjects_of
from claimcheck.stages.decompose.clauses import Clause, clauses_of
from claimcheck.stages.decompose.fill_metric import add_label_words, inherit_metrics, pair_respectively
from claimcheck.stages.decompose.fill_subject import fill_subject
from claimcheck.stages.decompose.frame_words import (
    events_of,
    modifiers_of,
    qualifiers_of,
    rank_words,
    rest_of,
    tail_of,
    words_of,
)
from claimcheck.stages.decompose.framed import Framed, leave_none_nameless, name_pairs
from claimcheck.stages.decompose.implied import name_implied
from claimcheck.stages.decompose.last_metric import last_words
from claimcheck.stages.decompose.match_scores import pair_scores
from claimcheck.stages.decompose.metric import NO_METRIC, comparable_key
from claimcheck.stages.decompose.objects import settle_objects
from claimcheck.stages.decompose.role import role_of
from claimcheck.stages.decompose.slots import EVENTS, Context, Slot, slots_of
from claimcheck.stages.decompose.subject import join
from claimcheck.stages.decompose.verb import verb_of
from claimcheck.stages.decompose.when import change_time, iso_of, time_of_slot
from claimcheck.stages.select import statement_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.extract import Reading


@dataclass(slots=True)
class SentenceFrames:
    """The frames of one sentence, the subject it leaves for the next one, the names in it and its aliases."""

    framed: list[Framed]
    subject: str
    names: list[str]
    aliases: list[tuple[str, str]]
    time: str | None = None
    pair: tuple[Frame, Frame] | None = None


def frames_of(
    text: str, span: tuple[int, int], reading: Reading, cues: Cues, context: Context
) -> SentenceFrames:
    """Return a frame for each quantity of the sentence ``text[span[0]:span[1]]``."""
    chunks = settle_objects(settle_acts(chunks_of(text, *span, reading, cues), cues))
    clauses = clauses_of(chunks)
    slots = slots_of(clauses, cues)
    pair_respectively(slots, chunks, cues)
    subjects = subjects_of(clauses, context)
    pair_scores(slots, subjects)
    for slot in slots:
        fill_subject(slot, subjects, context, slots)
    inherit_metrics(slots, context, cues)
    add_label_words(slots)
    negated = {id(c): _negates(c) for c in clauses}
    rumour = any(chunk.has("rumour") for chunk in chunks)
    if cues.points_back.search(text, *span):
        context = replace(context, around=(*context.around, *context.names))
    framed = [
        Framed(
            slot.found,
            _frame(
                slot,
                chunks,
                context,
                negated=negated[id(slot.clause)],
                rumour=rumour,
                cues=cues,
            ),
            *_span(slot),
            statement_of(text[span[0] : span[1]], chunks, slot.found.start),
            speaker_of(slot, subjects),
        )
        for slot in slots
    ]
    framed = leave_none_nameless(framed, text)
    pair = name_pairs(framed, text, context.pair)
    name_implied(framed, slots, subjects, text, cues)
    taken = {slot.subject for slot in slots}
    certain = (s for s in subjects.values() if not s.guess or not slots or s.text in taken)
    main = next((s.text for s in certain if s.subject and not s.weak), "")
    main = main or next((s.text for s in subjects.values() if s.being and (not slots or s.text in taken)), "")
    if not main and not context.topic and len(chunks) > _WHOLE_SENTENCE:
        main = next((s.text for s in subjects.values() if s.subject), "")
    names = [
        c.text
        for c, following in zip_longest(chunks, chunks[1:])
        if c.kind is Kind.NAME and not c.has("metric") and not _describes(c, following)
    ]
    time = next(
        (
            f.frame.time
            for f in framed
            if f.frame.role is not Role.DATE and f.frame.time_from in (Origin.CLAUSE, Origin.SENTENCE)
        ),
        None,
    )
    return SentenceFrames(framed, main, names, _aliases(clauses), time, pair)


def _describes(name: Chunk, following: Chunk | None) -> bool:
    """`降噪|耳机`: a word that no table knows, right before a common noun, is hardly a name."""
    touches = following is not None and following.start == name.end
    return touches and following is not None and following.has("noun") and name.has("guess")


def _frame(
    slot: Slot, chunks: Sequence[Chunk], context: Context, *, negated: bool, rumour: bool, cues: Cues
) -> Frame:
    verb = verb_of(slot, cues)
    time, time_from = time_of_slot(slot, chunks, context)
    if slot.found.kind is QuantityKind.DATE:
        time, time_from = iso_of(slot), Origin.CLAUSE
    after = slot.clause.chunks[slot.index + 1 : slot.index + 2]
    role = role_of(slot.found, slot.left, slot.right, slot.metric.key, after[0] if after else None)
    if role is Role.FROM and time_from is Origin.CLAUSE:
        role = Role.VALUE  # `up from 4,806 in 2024` states that year's level
    if role is Role.CHANGE and time_from is Origin.CLAUSE:
        time = change_time(slot, context) or time
    if role is Role.RANK and any(
        c.has("metric_verb") or c.key("metric") in EVENTS for c in slot.metric.chunks
    ):
        slot.metric = NO_METRIC  # `ended the season third`: the verb says that it is a rank, not by what
    words = rank_words(slot) if role is Role.RANK else words_of(slot)
    if not (words or slot.metric.known or slot.found.thing_phrase) and role is not Role.RANK:
        words = last_words(slot, cues)
    if role is Role.RANK and not (words or slot.metric.known):
        words = tuple(w for w in _scope(slot)[:1] if w.isascii())  # `fifth in the table`
    return Frame(
        subject=slot.subject,
        subject_from=slot.subject_from,
        others=tuple(dict.fromkeys(o for o in slot.others if o != slot.subject)),
        metric=comparable_key(slot.metric.key, role, time),
        metric_words=words,
        rest=rest_of(words, slot),
        qualifiers=qualifiers_of(slot),
        modifiers=modifiers_of(slot, chunks),
        events=events_of(slot),
        tail=tail_of(slot),
        predicate=next((c.text for c in reversed(slot.left) if c.has("metric_verb")), ""),
        verb=verb,
        metric_from=slot.metric_from if slot.metric.known else (Origin.CLAUSE if words else Origin.NONE),
        thing=slot.found.thing_phrase or slot.thing,
        role=role,
        time=time,
        time_from=time_from,
        scope=(*_scope(slot), *(p for p in dict.fromkeys(slot.places) if p != slot.subject)),
        negated=negated or _negated_number(slot),
        hedged=rumour,
        attribution=_attribution(chunks),
        around=context.around,
    )


# a sentence of one or two chunks is all one phrase: nothing in it can be told to be the subject
_WHOLE_SENTENCE = 2


# of these numbers "of" names the whole; after a measure it names the stuff (`tonnes of CO2`)
_PARTS = (QuantityKind.ORDINAL, QuantityKind.PERCENT, QuantityKind.RATIO)


def _scope(slot: Slot) -> tuple[str, ...]:
    """`among open-weight models`, `位列开源权重模型第三名`: what a rank or a share is counted within."""
    scope: list[str] = []
    inside = False
    for chunk in slot.right:
        if (
            chunk.has("scope")
            or chunk.has("including")
            or (chunk.has("of", "for") and slot.found.kind in _PARTS)
        ):
            inside = True
        elif inside and chunk.kind in (Kind.CONTENT, Kind.NAME):
            scope.append(chunk.text)
    if slot.found.kind is QuantityKind.ORDINAL:
        after_verb: list[str] = []
        for chunk in reversed(slot.left):
            if chunk.has("verb", "act", "up", "down", "metric_verb"):
                scope += after_verb[::-1]
                break
            if chunk.kind is Kind.CONTENT or chunk.has("generic"):
                after_verb.append(chunk.text)
    return tuple(scope)


def _negates(clause: Clause) -> bool:
    """Whether a negation stands in the clause before its verb (`did not reach`, `并非`)."""
    return any(chunk.has("negation") for chunk in clause.chunks)


def _negated_number(slot: Slot) -> bool:
    return bool(slot.left) and slot.left[-1].has("negation")


def _attribution(chunks: Sequence[Chunk]) -> str:
    """Who says it: the names after `according to`/`据`, or before a verb of saying."""
    for index, chunk in enumerate(chunks):
        if chunk.has("attribution"):
            names = [c for c in chunks[index + 1 : index + 5] if c.kind in (Kind.NAME, Kind.CONTENT)]
            return names[0].text if names else ""
        if chunk.has("says") and not chunk.has("verb"):
            return join([c for c in chunks[max(0, index - 2) : index] if c.kind in (Kind.NAME, Kind.CONTENT)])
    return ""


def _span(slot: Slot) -> tuple[int, int]:
    """The number with its hedges and the metric words that touch it on the right: `about 397B 总参数`."""
    found = slot.found
    hedged = found.modifier is not Modifier.EXACT and found.outer_end > found.outer_start
    start = min(found.start, found.outer_start) if hedged else found.start
    end = max(found.end, found.outer_end) if hedged else found.end
    for chunk in slot.right:
        if chunk.start - end > 1 or chunk not in slot.metric.chunks:
            break
        end = chunk.end
    return start, end


def _aliases(clauses: Sequence[Clause]) -> list[tuple[str, str]]:
    """`Alibaba (阿里)`: a name in parentheses right after a name is another name for it."""
    pairs: list[tuple[str, str]] = []
    for clause in clauses:
        anchor = clause.anchor
        if clause.parent is None or anchor is None or clause.before is not None or len(clause.chunks) != 1:
            continue
        inner = clause.chunks[0]
        if anchor.kind in (Kind.NAME, Kind.CONTENT) and inner.kind in (Kind.NAME, Kind.CONTENT):
            pairs.append((anchor.text, inner.text))
    return pairs
