"""Settles which words are the verb of their clause: `the hall houses 200`, not `steel houses in Oslo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.slots import EVENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.cues import Cues

_VERBAL = ("verb", "metric_verb", "act", "up", "down")
_NOMINAL = (Kind.NAME, Kind.CONTENT)


def settle_acts(chunks: list[Chunk], cues: Cues) -> list[Chunk]:
    """Return the chunks with each verb marked: ``act``, or ``verb`` if it only links; what could be one and is not stays content."""
    settled: list[Chunk] = []
    for position, chunk in enumerate(chunks):
        if (
            chunk.kind is Kind.CONTENT
            and chunk.has("past", *_PRESENT)
            and _is_verb(chunks, position, settled, cues)
        ):
            # a past tense is no form of an order
            lemma = next((tag.key for tag in chunk.tags if tag.kind in _PRESENT), "")
            settled.append(_as_verb(chunk, lemma, cues))
        elif chunk.has("conjunct") and settled and settled[-1].has("says", "act"):
            settled.append(Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, (Tag("that_clause", ""),)))
        elif chunk.kind is Kind.CUE and (lemma := _does(chunks, position, settled, cues)):
            settled.append(_as_verb(chunk, lemma, cues))
        elif (
            chunk.has("metric")
            and chunk.has("up", "down", "metric_verb")
            and _moves(chunks, position, settled, cues)
        ):
            tags = tuple(tag for tag in chunk.tags if tag.kind != "metric")
            settled.append(Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, tags))
        elif chunk.kind is Kind.CUE and _is_noun(chunks, position, cues):
            settled.append(
                Chunk(Kind.CONTENT, chunk.start, chunk.end, chunk.text, (Tag("noun", chunk.text),))
            )
        else:
            settled.append(chunk)
    return settled


def _as_verb(chunk: Chunk, lemma: str, cues: Cues) -> Chunk:
    kind = "verb" if chunk.text.lower() in cues.empty_verbs else "act"
    events = (tag for tag in chunk.tags if tag.kind == "event")
    return Chunk(Kind.CUE, chunk.start, chunk.end, chunk.text, (Tag(kind, lemma), *events))


_PRESENT = ("base", "noun_or_verb")
_LINKING = frozenset(("verb", "function", *_PRESENT, "says", "title"))
_PREPOSITIONS = frozenset(
    ("at", "in", "on", "to", "for", "with", "from", "by", "into", "over", "under", "about", "around")
)


def _is_noun(chunks: Sequence[Chunk], position: int, cues: Cues) -> bool:
    """`A serving of oats`, `the compound melts`: after an article a verb is a noun, and a modifier before a verb too."""
    chunk = chunks[position]
    if not chunk.text.isascii():
        return _tagged(chunk) == {"act"} and _is_spoken_of(chunks, position)
    if not position or chunks[position - 1].text.lower() not in cues.determiners:
        return False
    if chunk.has("verb") and _tagged(chunk) <= _LINKING:
        return True
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    return (
        _tagged(chunk) == {"modifier"}
        and following is not None
        and (following.has(*_VERBAL) or (following.has(*_PRESENT) and _is_third_person(following)))
    )


# tags of words that are nouns or adjectives by the tables, and may be verbs where they stand
_NOMINAL_TAGS = frozenset(("metric", "modifier", "title", "noun", "generic", "object", "event"))


def _does(chunks: Sequence[Chunk], position: int, before: Sequence[Chunk], cues: Cues) -> str:
    """Return the verb that a metric word or a modifier is where it stands: `children pay half`, `passengers paid £38`."""
    chunk, previous = chunks[position], before[-1] if before else None
    if not chunk.text.isascii() or not _tagged(chunk) <= _NOMINAL_TAGS:
        return ""
    verb = cues.verb(chunk.text.lower())
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    if previous is None:  # `Charge the speaker for three hours`
        order = verb is not None and verb.kind != "past" and verb.key == chunk.text.lower()
        return (
            chunk.text.lower() if order and following and following.text.lower() in cues.determiners else ""
        )
    if verb is None or following is None or _verb_later(chunks, position):
        return ""
    if previous.has("and"):
        return verb.key if _goes_on_to(chunks, position, verb.key, before) else ""
    if _verb_before(before):
        return ""
    subject = previous.has("pronoun") or (
        _nominal(previous)
        and previous.text.lower() not in cues.determiners
        and (not previous.has("modifier") or previous.text.endswith("s"))  # `Adults pay £12`
    )
    if chunk.has("event") and (verb.kind != "past" or chunk.key("metric") in EVENTS):
        return ""
    led = _leads_to_number(chunks, position) or following.text.lower() in cues.determiners
    led = led or (verb.kind == "past" and following.kind is Kind.NAME)
    agrees = verb.kind == "past" or previous.text.endswith("s") != chunk.text.endswith("s")
    return verb.key if subject and led and agrees else ""


def _moves(chunks: Sequence[Chunk], position: int, before: Sequence[Chunk], cues: Cues) -> bool:
    """Whether a metric word is a verb of change: `nights recovered to 410,000` measures no recoveries."""
    chunk, previous = chunks[position], before[-1] if before else None
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    verb = cues.verb(chunk.text.lower()) if chunk.text.isascii() else None
    if verb is None or verb.kind != "past" or previous is None or following is None:
        return False
    if previous.text.lower() in cues.determiners:
        return False
    if chunk.has("metric_verb"):  # `the club sold striker Ben Hale`; but `hosting cost`
        named = following.kind in (Kind.NAME, Kind.CONTENT) and chunk.text.endswith("d")
        return named and (previous.has("pronoun") or previous.kind in (Kind.NAME, Kind.CONTENT))
    return following.quantity is not None or following.has("to", "by", "from")


def _goes_on_to(chunks: Sequence[Chunk], position: int, lemma: str, before: Sequence[Chunk]) -> bool:
    """`lasts 14 hours and charges in 50 minutes`: the verb of the same subject."""
    third = chunks[position].text.endswith("s") and chunks[position].text.lower() != lemma
    verbs = (c for c in before if c.has(*_VERBAL) and not c.has("goes_on"))
    return third and _leads_to_number(chunks, position) and any(c.text.endswith("s") for c in verbs)


def _leads_to_number(chunks: Sequence[Chunk], position: int) -> bool:
    """Whether a number follows a word, at once or after a preposition."""
    after = chunks[position + 1 : position + 3]
    return bool(after) and (
        after[0].quantity is not None
        or (len(after) > 1 and after[1].quantity is not None and after[0].text.lower() in _BEFORE_NUMBER)
    )


_BEFORE_NUMBER = frozenset(("in", "for", "by", "with", "about", "around", "over", "under"))
_AFTER_NOUN = frozenset(("的", "上", "中", "里", "方面", "后", "前", "期间"))


def _is_spoken_of(chunks: Sequence[Chunk], position: int) -> bool:
    """`训练用了 4096 张卡`, `评测的得分`: a Chinese verb before another verb, or before 的, names what is done."""
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    if following is None or following.start > chunks[position].end or following.has("to", "by"):
        return False
    return following.text in _AFTER_NOUN or following.has(
        "verb", "act", "metric_verb", "up", "down", "metric"
    )


def _tagged(chunk: Chunk) -> set[str]:
    return {tag.kind for tag in chunk.tags}


def _is_third_person(chunk: Chunk) -> bool:
    return chunk.text.endswith("s") and chunk.text.lower() != _lemma(chunk)


def _is_verb(chunks: Sequence[Chunk], position: int, before: Sequence[Chunk], cues: Cues) -> bool:
    chunk = chunks[position]
    previous = next((c for c in reversed(before) if not c.has("skip")), None)
    following = next((c for c in chunks[position + 1 :] if not c.has("skip")), None)
    if chunk.has("past"):
        described = previous is not None and previous.text.lower() in cues.determiners
        return not (described and following is not None and _nominal(following))
    if following is None or (following.has(*_VERBAL) and not following.has("goes_on", "particle")):
        return False
    if previous is None or previous.kind is Kind.COMMA or previous.has("and"):
        led = following.quantity is not None or following.text.lower() in cues.determiners
        led = led or following.has("particle", "pronoun") or _leads_to_number(chunks, position)
        if previous is None:  # `Simmer for 40 minutes`, `Run it yourself`
            led = led or _leads_to_number(chunks, position) or following.has("pronoun")
        return led and (_is_order(chunk) or (previous is not None and _goes_on(chunk, before)))
    if previous.quantity is not None:
        return _is_done_by_number(chunk, following, before, cues)
    if previous.text.lower().rpartition(" ")[2] in cues.modals or previous.has("pronoun", "relative"):
        return True
    if not _nominal(previous) or previous.text.lower() in cues.determiners:
        return False
    if chunk.has("base") and not _verb_before(before):
        return True  # rarely a noun
    if (
        following.quantity is not None
        or following.text.lower() in cues.determiners
        or following.has("possessive")
    ):
        return True
    leads_on = _nominal(following) or following.text.lower() in _PREPOSITIONS
    return leads_on and not _verb_later(chunks, position) and not _verb_before(before)


def _is_done_by_number(chunk: Chunk, following: Chunk, before: Sequence[Chunk], cues: Cues) -> bool:
    """`44% cycle to work`, `840 robots sort the post`: a verb in the plural, after a number that opens the clause."""
    opening = before[-2] if len(before) > 1 else None
    opens = opening is None or opening.kind is Kind.COMMA or opening.has("and", "skip", "that_clause")
    led = following.text.lower() in cues.determiners or following.text.lower() in _PREPOSITIONS
    return opens and led and _is_order(chunk)


def _goes_on(chunk: Chunk, before: Sequence[Chunk]) -> bool:
    """A second predicate of the same subject: `answers in 0.8 s and refuses 1.2%`, `rose by 2 m, flooding 140 homes`."""
    participle = chunk.text.endswith("ing")
    return (participle or _is_third_person(chunk)) and any(
        c.has(*_VERBAL) and not c.has("goes_on") for c in before
    )


def _is_order(chunk: Chunk) -> bool:
    """Whether a verb has the form of an order: `Take 2 tablets`, `fill the tank`."""
    return chunk.text.lower() == _lemma(chunk)


def _lemma(chunk: Chunk) -> str:
    return next((tag.key for tag in chunk.tags if tag.kind in (*_PRESENT, "act")), "")


def _nominal(chunk: Chunk) -> bool:
    return chunk.kind in _NOMINAL or chunk.has("metric", "modifier", "generic", "object", "relation")


def _verb_before(before: Sequence[Chunk]) -> bool:
    for chunk in reversed(before):
        if chunk.kind in (Kind.QUANTITY, Kind.COMMA):
            return False
        if chunk.has(*_VERBAL) and chunk.text.lower() not in _PREPOSITIONS and chunk.text.lower() != "of":
            return True
    return False


def _verb_later(chunks: Sequence[Chunk], position: int) -> bool:
    """Whether another verb stands before the next number or the end of the clause."""
    for chunk in chunks[position + 1 :]:
        if chunk.kind in (Kind.QUANTITY, Kind.COMMA):
            return False
        if (
            chunk.has(*_VERBAL, "past")
            and chunk.text.lower() not in _PREPOSITIONS
            and chunk.text.lower() != "of"
        ):
            return True
    return False
