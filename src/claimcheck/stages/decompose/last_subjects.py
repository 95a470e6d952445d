"""Finds a subject where none stands before the number: after it, in what it counts, around the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.stages.decompose.actor import actor_of
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.decompose.clauses import Clause
    from claimcheck.stages.decompose.slots import Context, Slot
    from claimcheck.stages.decompose.subject import SubjectReading

_NAMED = (Origin.LIST, Origin.HEADING, Origin.TITLE)


def announced(slot: Slot, subjects: dict[int, SubjectReading]) -> bool:
    """Take the subject of the main clause for a number in a phrase in front of it.

    `At $0.40 per million tokens, Mica costs …`, `By 7 votes to 4, the council has …`: no verb stands in the phrase,
    and nothing before it could be meant.
    """
    clause = slot.clause
    if clause.before is not None or clause.parent is not None or clause.label:
        return False
    verbs = [c for c in clause.chunks if c.is_verb()]
    if verbs and verbs[0] is not clause.chunks[0]:
        return False  # `founded in 1921`, `covering 12,000 hectares` have no subject of their own
    after = clause.after
    reading = subjects.get(id(after)) if after is not None else None
    if after is None or reading is None or not any(c.is_verb() for c in after.chunks):
        return False
    text = reading.text if not reading.weak else ""
    if not text:
        actor = actor_of(after.chunks)
        text = actor.text if actor is not None and not actor.measured else ""
    if text:
        slot.subject, slot.subject_from = text, Origin.SENTENCE
    return bool(text)


def fill_from_around(
    slot: Slot, subjects: dict[int, SubjectReading], context: Context, slots: Sequence[Slot]
) -> None:
    """Take the subject from what surrounds a number that has none before it.

    In this order: a heading or a list, what is
    counted and does something (`61 families moved away`), the metric's thing (`the battery lasts`), the sentence
    before, any place, any phrase.
    """
    place = _place_after(slot)
    outer = context.subjects[0] if context.subjects else ("", Origin.NONE)
    reading = subjects.get(id(slot.clause))
    choices = (
        outer if outer[1] in _NAMED else ("", Origin.NONE),
        (counted_actor(slot, slots, context), Origin.CLAUSE),
        (_thing(slot, subjects), Origin.CLAUSE),
        outer,
        (place.text if place is not None else "", Origin.CLAUSE),
        (_any_phrase(slot, subjects), Origin.SENTENCE),
        (" ".join(c.text for c in reading.places) if reading is not None else "", Origin.CLAUSE),
        (_owner(slot), Origin.CLAUSE),
        ("" if _is_person(reading) else _only_name(slot), Origin.SENTENCE),
        (_ordered(slot), Origin.CLAUSE),
        (_place_words(slot), Origin.CLAUSE),
    )
    slot.subject, slot.subject_from = next(
        ((name, origin) for name, origin in choices if name), ("", Origin.NONE)
    )


def gapped(slot: Slot, slots: Sequence[Slot]) -> bool:
    """`Cyclists spend 24 minutes, bus passengers 38`: a phrase without a verb is the subject of the verb before."""
    chunks = [c for c in slot.left if not c.has("and", "article", "skip")]
    while chunks and chunks[-1].has("function") and not chunks[-1].has("metric"):
        chunks.pop()  # `the blue team in 44`
    joined = bool(slot.left) and slot.left[0].has("and")
    earlier = [
        s for s in slots if s.found.start < slot.found.start and (joined or s.clause is not slot.clause)
    ]
    if not chunks or not earlier or slot.clause.parent is not None or slot.clause.label:
        return False
    donor = earlier[-1]
    alike = slot.found.unit is None or slot.found.unit == donor.found.unit
    if (
        not alike
        or not (joined or len(slot.left) == slot.index)
        or not any(map(Chunk.is_verb, donor.clause.chunks[: donor.index]))
    ):
        return False
    nouns = all(c.kind in (Kind.NAME, Kind.CONTENT) or c.has("object", "modifier", "title") for c in chunks)
    head = chunks[-1].kind is Kind.CONTENT or chunks[-1].has("object")
    if not (nouns and head and all(c.text.isascii() for c in chunks)):
        return False
    slot.subject, slot.subject_from = " ".join(c.text for c in chunks), Origin.CLAUSE
    slot.metric, slot.metric_from, slot.words = donor.metric, Origin.SENTENCE, donor.words
    slot.thing = donor.found.thing_phrase or donor.thing
    slot.left = [c for c in slot.left if c not in chunks]
    return True


def placed(slot: Slot, subjects: dict[int, SubjectReading], slots: Sequence[Slot]) -> bool:
    """Take the place that tells a number from its like: `8% in Lund, 5% in Arvik`, `against 4,800 kWh in Norway`.

    Not where a name is spoken of, whose numbers they are.
    """
    compared = any(c.has("than", "versus") for c in slot.left)
    if compared:
        name = _place_after(slot)
        text = name.text if name is not None else _place_words(slot)
    else:
        name = _place_after(slot)
        like = [s for s in slots if s is not slot and s.found.unit == slot.found.unit]
        text = name.text if name is not None and any(_place_after(s) is not None for s in like) else ""
        if any(_owned(s, subjects) for s in slots):
            return False
    if text and text.isascii():
        slot.subject, slot.subject_from = text, Origin.CLAUSE
        slot.places = tuple(p for p in slot.places if p != text)
    return bool(slot.subject)


def _owned(slot: Slot, subjects: dict[int, SubjectReading]) -> bool:
    reading = subjects.get(id(slot.clause))
    return reading is not None and bool(reading.subject) and not (reading.weak or reading.plain)


def counted_actor(slot: Slot, slots: Sequence[Slot], context: Context) -> str:
    """Return what a number counts where that is the grammatical subject, or an empty string.

    `61 families have moved away`, `41% of the pupils walk`, `two of the 40 applicants passed`; a number alone counts
    what the number before it did (`tagged 48 storks. Only 31 returned`).
    """
    if any(c.kind in (Kind.NAME, Kind.CONTENT) or c.is_verb() for c in slot.left):
        return ""
    thing, behind = slot.found.thing_phrase or "", False
    for chunk in slot.clause.chunks[slot.index + 1 :]:
        if chunk.is_verb():
            thing = thing or _counted_before(slot, slots, context)
            return thing if thing.isascii() else ""
        if chunk.quantity is not None and not behind:
            return ""
        behind = behind or chunk.has("of", "of_phrase")
        if not thing and (chunk.kind is Kind.CONTENT or chunk.has("metric", "object")):
            thing = chunk.text
        elif chunk.quantity is not None and chunk.quantity.thing_phrase:
            thing = thing or chunk.quantity.thing_phrase
    return ""


def _counted_before(slot: Slot, slots: Sequence[Slot], context: Context) -> str:
    earlier = [s.found.thing_phrase for s in slots if s.found.start < slot.found.start]
    return next((thing for thing in reversed(earlier) if thing), context.counted)


def _is_person(reading: SubjectReading | None) -> bool:
    return reading is not None and reading.pronoun is not None and reading.pronoun.has("person")


def _only_name(slot: Slot) -> str:
    """The one name of the sentence: `Operating profit was $9 million, as freight costs at Merrow Outdoor rose`."""
    names: set[str] = set()
    clause: Clause | None = slot.clause
    while clause is not None and clause.before is not None:
        clause = clause.before
    while clause is not None:
        names |= {c.text for c in clause.chunks if c.kind is Kind.NAME and not c.has("metric")}
        clause = clause.after
    name = names.pop() if len(names) == 1 else ""
    return name if name.isascii() else ""


def _ordered(slot: Slot) -> str:
    """What an order is about: `Charge the speaker for three hours`."""
    if not slot.clause.chunks[0].has("act"):
        return ""
    words: list[str] = []
    for chunk in slot.left[1:]:
        if chunk.kind in (Kind.CONTENT, Kind.NAME) or chunk.has("object"):
            words.append(chunk.text)
        elif not chunk.has("article", "possessive"):
            break
    return " ".join(words) if all(w.isascii() for w in words) else ""


def _owner(slot: Slot) -> str:
    """What a metric is of: `the median age of the patients`."""
    words: list[str] = []
    opened = False
    for chunk in slot.left:
        if chunk.quantity is not None or chunk.is_verb():
            break
        if chunk.has("of_phrase"):
            opened, words = True, []
        elif opened and (chunk.kind in (Kind.CONTENT, Kind.NAME) or chunk.has("metric", "object")):
            words.append(chunk.text)
    return " ".join(words) if all(w.isascii() for w in words) else ""


def _place_after(slot: Slot) -> Chunk | None:
    """The name after the number and a preposition of place: `8% in Lund`."""
    after = [c for c in slot.clause.chunks[slot.index + 1 :] if not c.has("article")][:2]
    if len(after) > 1 and _is_place(after[0]) and after[1].kind is Kind.NAME:
        return after[1]
    return None


def _is_place(chunk: Chunk) -> bool:
    return chunk.has("places") and chunk.has("scope") and not chunk.has("measured_on")


def _place_words(slot: Slot) -> str:
    """A phrase of ordinary words after a preposition of place: `61% in the north`, `48 schools in the district`."""
    words: list[str] = []
    opened = False
    for chunk in slot.clause.chunks[slot.index + 1 :]:
        if chunk.quantity is not None or chunk.is_verb():
            break
        if _is_place(chunk) and chunk.text.isascii():
            if words:
                break
            opened = True
        elif opened and (chunk.kind in (Kind.CONTENT, Kind.NAME) or chunk.has("object", "relation")):
            words.append(chunk.text)
        elif words:
            break
        elif opened and not chunk.has("article", "possessive", "modifier"):
            return ""
    return " ".join(words)


def _thing(slot: Slot, subjects: dict[int, SubjectReading]) -> str:
    """The thing named by metric words that has the verb: `delivery is free and takes three days`."""
    clause: Clause | None = slot.clause
    while clause is not None:
        reading = subjects.get(id(clause))
        if reading is not None and reading.thing:
            return reading.thing
        clause = clause.before
    return ""


def _any_phrase(slot: Slot, subjects: dict[int, SubjectReading]) -> str:
    clause: Clause | None = slot.clause
    while clause is not None:
        reading = subjects.get(id(clause))
        if reading is not None and reading.subject:
            return reading.text
        clause = clause.before or clause.parent
    return ""
