"""Names what a number measures where no metric word stands by it: what its subject does, or what the number itself does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.actor import actor_of
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.decompose.slots import Slot

_VERBAL = ("verb", "metric_verb", "act", "up", "down", "event")
# how English ends the adjectives that compare
_COMPARATIVE, _SUPERLATIVE = "er", "est"
# as many words of a predicate say what it is about
_LONGEST = 3


def predicate_words(slot: Slot, cues: Cues) -> tuple[str, ...]:
    """Return the predicate of a number that is the grammatical subject: `31 were still transmitting`.

    Empty where anything but adverbs stands before the number, or no verb after it.
    """
    if any(not c.has("skip", "function", "and", "relative", "of") for c in slot.left):
        return ()
    if slot.found.kind is QuantityKind.MULTIPLE:
        return ()  # `twice as many as planned`
    words: list[str] = []
    verb = False
    for chunk in slot.clause.chunks[slot.index + 1 :]:
        if not verb and not chunk.is_verb():
            if chunk.has("up", "down") or chunk.kind is Kind.NAME:
                return ()
            continue
        if chunk.quantity is not None or len(words) == _LONGEST or chunk.has("subordinate", "relative"):
            break
        if (chunk.has(*_VERBAL) and chunk.text.lower() not in cues.empty_verbs) or (
            verb and (chunk.kind is Kind.CONTENT or chunk.has("metric", "modifier", "object"))
        ):
            words.append(chunk.text)
        verb = True
    return tuple(words) if all(w.isascii() for w in words) else ()


def state_words(slot: Slot, cues: Cues) -> tuple[str, ...]:
    """Return what is said of the things counted after a verb that says nothing itself: `14 bridges were unsafe`."""
    counted = slot.found.kind is QuantityKind.COUNT or bool(slot.found.thing_phrase)
    if not counted or any(not c.has("skip", "function", "says", "that_clause") for c in slot.left[-2:]):
        return ()
    words = predicate_words(slot, cues)
    copula = next((c for c in slot.clause.chunks[slot.index + 1 :] if c.is_verb()), None)
    return words[:1] if copula is not None and copula.has("passive") and len(words) == 1 else ()


# verbs say what is measured of these; of a bare number they leave out what another number counts
_WITH_UNIT = (QuantityKind.MONEY, QuantityKind.MEASURE)


def does_itself(slot: Slot, cues: Cues) -> bool:
    """Whether a number with a unit follows a verb of its own: `after earning €8.7 million`, `would have earned £3m`."""
    if slot.found.kind not in _WITH_UNIT or not slot.left:
        return False
    verbs = (c for c in slot.left[-2:] if c.text.isascii() and c.has("act", "verb") and not c.has("goes_on"))
    return any(c.text.lower() not in cues.empty_verbs for c in verbs)


_OLDEST = 120


def is_age(slot: Slot) -> bool:
    """Whether a bare number is somebody's age: `Tolland, 31, has …`, `At 62, the conductor …`."""
    clause, value = slot.clause, slot.found.value
    bare = slot.found.kind is QuantityKind.NUMBER and slot.found.unit is None and value is not None
    if (
        not bare
        or clause.parent is not None
        or clause.chunks[-1].quantity is not slot.found
        or clause.after is None
    ):
        return False
    if (
        value is None
        or not 0 < value <= _OLDEST
        or value % 1
        or not any(map(Chunk.is_verb, clause.after.chunks))
    ):
        return False
    if clause.before is None:
        return len(clause.chunks) == len(("at", "62")) and clause.chunks[0].has("at_age")
    name = clause.before.chunks[-1]
    return len(clause.chunks) == 1 and name.kind is Kind.NAME and not clause.before.label


def last_words(slot: Slot, cues: Cues) -> tuple[str, ...]:
    """Return words that say what is measured where there are no metric words: what moved, or what was done."""
    verbs = [c for c in slot.left if c.has(*_VERBAL) and not c.has("goes_on", "metric", "modifier")]
    moved = [c.text for c in verbs if c.has("up", "down")][-1:]
    done = [c.text for c in verbs if c.text.lower() not in cues.empty_verbs][-1:]
    if not all(w.isascii() for w in (*moved, *done)):
        return ()
    actor = actor_of(slot.clause.chunks)
    if actor is not None and not actor.acts and verbs and not any(c.kind is Kind.NAME for c in actor.chunks):
        return (actor.text, *(moved or done))  # `germination stood at 71%`, `loading times fell by 40%`
    return tuple(moved or done or _quality(slot) or _test(slot) or _compared(slot) or _rate(slot))


def _quality(slot: Slot) -> tuple[str, ...]:
    """What the clause before says of the number: `was the quietest, at 58 dB`."""
    before = slot.clause.before
    if before is None or any(c.quantity is not None for c in before.chunks):
        return ()
    if not all(c.has("function", "skip", "and") for c in slot.left):
        return ()
    best = [
        c.text
        for c in before.chunks
        if c.text.isascii() and c.text.endswith(_SUPERLATIVE) and c.kind is not Kind.NAME
    ]
    return tuple(best[-1:])


def _test(slot: Slot) -> tuple[str, ...]:
    """The test behind a number: `77.2 vs 69.5 on ReadRight`."""
    chunks = slot.clause.chunks[slot.index + 1 :]
    for before, chunk in pairwise(chunks):
        if before.has("measured_on") and chunk.kind is Kind.NAME:
            return (chunk.text,)
    return ()


def _compared(slot: Slot) -> tuple[str, ...]:
    """`four minutes faster than last year`."""
    after = slot.clause.chunks[slot.index + 1 : slot.index + 2]
    return tuple(
        c.text
        for c in after
        if c.time is None and c.text.isascii() and c.text.endswith(_COMPARATIVE) and not c.has("up", "down")
    )


def _rate(slot: Slot) -> Iterator[str]:
    """`$0.40 per million input tokens`: a price is named by what it is paid for."""
    if slot.found.kind is not QuantityKind.MONEY or slot.left[:-1]:
        return
    chunk = slot.clause.chunks[slot.index]
    _, per, base = chunk.text.partition(" per ")
    if per:
        yield f"per {base}"
