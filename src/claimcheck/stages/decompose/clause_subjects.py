"""Reads the subject of each clause of a sentence: its own, or the one that its pronoun or its place stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.actor import actor_of
from claimcheck.stages.decompose.antecedent import antecedent
from claimcheck.stages.decompose.chinese_subjects import noun_described
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.subject import SubjectReading, read_subject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.stages.decompose.clauses import Clause
    from claimcheck.stages.decompose.slots import Context, Slot


def subjects_of(clauses: Sequence[Clause], context: Context) -> dict[int, SubjectReading]:
    """Read each clause's own subject, pronouns resolved."""
    readings: dict[int, SubjectReading] = {}
    for clause in clauses:
        if clause.chunks[0].has("attribution") or clause.chunks[0].has("remark"):
            readings[id(clause)] = SubjectReading()  # `根据……公报，`: who says it, not what it is said of
            continue
        explained = _explained_by(clause)
        if explained is not None:
            readings[id(clause)] = SubjectReading((explained,))
            continue
        reading = read_subject(_body(clause))
        if not reading.subject and reading.pronoun is None:
            reading = _sayer(clause) or reading
        named = bool(reading.subject) and not (reading.weak or reading.guess)
        presented = None if named else _presented(clause)
        if presented is not None:
            reading = SubjectReading((presented,))
        relative = _relative(clause) or (reading.pronoun if reading.pronoun is not None else None)
        if relative is not None and relative.has("relative") and clause.before is not None:
            owner = _last_name(clause.before, readings)
            reading = SubjectReading((owner,) if owner is not None else (), reading.others)
        elif not reading.subject and reading.pronoun is not None:
            name = (
                _own_phrase(reading.pronoun)
                or antecedent(reading.pronoun, context)
                or _noun_of(reading.pronoun, clause)
            )
            if name:
                chunk = Chunk(Kind.NAME, reading.pronoun.start, reading.pronoun.end, name)
                reading = SubjectReading((chunk,), reading.others, reading.pronoun)
        elif reading.weak and _short_form(reading.text, context.previous):
            chunk = Chunk(Kind.NAME, reading.subject[0].start, reading.subject[-1].end, context.previous)
            reading = reading._replace(subject=(chunk,), weak=False)
        readings[id(clause)] = _with_actor(reading, clause)
    return readings


def _presented(clause: Clause) -> Chunk | None:
    """`最高点为望鹰峰，海拔……`: whom a Chinese clause without a number presents is spoken of from then on."""
    *before, last = clause.chunks
    named = last.kind is Kind.NAME and bool(before) and before[-1].has("presents")
    if not named or any(c.kind is Kind.QUANTITY for c in before):
        return None
    return Chunk(Kind.NAME, last.start, last.end, last.text)


def _with_actor(reading: SubjectReading, clause: Clause) -> SubjectReading:
    """Make an ordinary phrase the subject where the verb says what it does: `the run took 41 days`."""
    if reading.subject and not reading.weak:
        return reading
    actor = actor_of(clause.chunks)
    if actor is None or not actor.acts:
        return reading
    if actor.measured:
        return reading._replace(thing=actor.text)
    first = actor.chunks[0]
    text = actor.text[:1].lower() + actor.text[1:] if first.kind is Kind.CONTENT else actor.text
    phrase = Chunk(Kind.CONTENT, first.start, actor.chunks[-1].end, text)
    return reading._replace(subject=(phrase,), pronoun=None, weak=False, plain=True)


def speaker_of(slot: Slot, subjects: Mapping[int, SubjectReading]) -> str:
    """Return the pronoun that is the subject of a number and stands for nobody that the text names."""
    reading = subjects.get(id(slot.clause))
    if slot.subject or reading is None or reading.pronoun is None or not reading.pronoun.has("person"):
        return ""
    return reading.pronoun.text


def _relative(clause: Clause) -> Chunk | None:
    """The relative pronoun that is the subject of a clause: `, which covers …`, not `, of which …`."""
    first = clause.chunks[0]
    return first if first.has("relative") else None


def _last_name(clause: Clause, readings: Mapping[int, SubjectReading]) -> Chunk | None:
    """What a relative clause goes on about: the last name before it, or the phrase of ordinary words."""
    names = [c for c in clause.chunks if c.kind is Kind.NAME and not c.has("metric")]
    if names:
        return names[-1]
    subject = readings[id(clause)].subject if id(clause) in readings else ()
    return subject[-1] if len(subject) == 1 else None


_VERBAL = ("verb", "metric_verb", "act", "up", "down", "event")


def _explained_by(clause: Clause) -> Chunk | None:
    """`Palmero, the country's fourth-largest city, has …`: an apposition is about the name right before it."""
    before = clause.before
    if before is None or before.label or before.chunks[-1].kind is not Kind.NAME:
        return None
    first = clause.chunks[0]
    opens = first.has("possessive") or first.has("article") or _is_rank(first)
    if not opens or any(c.has(*_VERBAL) and not c.has("of") for c in clause.chunks):
        return None
    return before.chunks[-1]


def _is_rank(chunk: Chunk) -> bool:
    return chunk.quantity is not None and chunk.quantity.kind is QuantityKind.ORDINAL


def _short_form(phrase: str, name: str) -> bool:
    """Whether a phrase takes up a name by its last word: `大桥` after `青屿大桥`, `the bridge` after `Harbour Bridge`."""
    return len(name) > len(phrase) > 1 and name.casefold().endswith(phrase.casefold())


def _own_phrase(pronoun: Chunk) -> str:
    """`他们部门`, `这部分儿童`: a phrase that speaks of something new, however it points."""
    return pronoun.text if pronoun.has("phrase") and pronoun.has("own") else ""


# 它的, 自身的 name nobody; 這款模型的 does
_LONGER_THAN_ITS = 3


def _noun_of(pronoun: Chunk, clause: Clause) -> str:
    """`the museum`, where nothing before it can be meant, speaks for itself."""
    if not pronoun.text.isascii() and len(pronoun.text) > _LONGER_THAN_ITS:
        return pronoun.text.removesuffix("的")
    if pronoun.has("possessive"):
        after = next((c for c in clause.chunks if c.start >= pronoun.end and not c.has("modifier")), None)
        if after is None or not after.has("metric") or not pronoun.has("definite"):
            return ""  # `the country's largest city`: an owner is not what is spoken of
        return pronoun.text.partition(" ")[2].removesuffix("'s").removesuffix("’s")
    if not pronoun.text.isascii() and len(pronoun.text) > 1:
        return pronoun.text
    article, _, noun = pronoun.text.partition(" ")
    return noun if article.lower() in ("the", "this") else ""


def _sayer(clause: Clause) -> SubjectReading | None:
    """Who announces something is the subject where nothing else is: `奥岭钢铁发布公告`."""
    said = next((i for i, c in enumerate(clause.chunks) if c.has("says")), 0)
    reading = read_subject(clause.chunks[:said])
    return reading._replace(weak=True) if reading.subject else None


def _body(clause: Clause) -> list[Chunk]:
    """Return the chunks before the clause's first quantity, without its attribution."""
    chunks: list[Chunk] = []
    for position, chunk in enumerate(clause.chunks):
        if chunk.kind is Kind.QUANTITY:
            if _describes(clause.chunks, position):
                chunks = []
                continue
            break
        if chunk.text == "的" and not chunks:
            continue
        if chunk.has("says") and not chunk.has("verb", "metric"):
            chunks = []
            continue
        chunks.append(chunk)
    return chunks


def _describes(chunks: Sequence[Chunk], position: int) -> bool:
    """`34 岁的门将霍尔姆出场 211 次`: the subject comes behind a number that is its attribute."""
    return noun_described(chunks, position, chunks[:position]) is not None
