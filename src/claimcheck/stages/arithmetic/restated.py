"""Finds one figure that is stated twice, far apart, in the same words of the text, and with two values."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.records.claim import Role
from claimcheck.records.document import BlockKind
from claimcheck.records.quantity import Modifier
from claimcheck.stages.arithmetic.amounts import same_unit
from claimcheck.stages.arithmetic.phrasing import Phrasing, content_of, phrasing_of
from claimcheck.stages.arithmetic.two_values import one_voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.layout import Layout

_LEVELS = (Role.VALUE, Role.TO, Role.TOTAL)
_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d$")
_STOP = re.compile(r"[。！？!?]|\.\s")
_DIGIT = re.compile(r"\d")
_SHORTEST = 3  # characters of a Chinese phrase that names a figure
_TELLING = 5  # characters of one that names it without an owner
_WORDS = 2  # words of an English one
_SHARED = 2  # words that two sentences of one day share
_NEAR = 6  # how many statements in the same words are compared
_LEAST_DIGITS = 3  # of a number whose digits may be turned by a slip
_BACK = 2  # how many sentences a pronoun reaches back
_FAR = 300  # and how many characters


def restated(layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield pairs of statements of one figure: the first one and a later one in another paragraph.

    The text itself has to say that both speak of the same: the same words before the number and the same owner,
    or the same day and, but for two digits that changed places, the same number.
    """
    denied = {c.quantity.value for c in layout.claims if c.frame.negated}
    by_words: dict[object, list[Phrasing]] = defaultdict(list)
    by_day: dict[object, list[Phrasing]] = defaultdict(list)
    for index, claim in enumerate(layout.claims):
        if not _states(layout, index) or claim.quantity.value in denied:
            continue
        said = phrasing_of(layout, index)
        if said is None:
            continue
        for key, known, same in (
            (_key(said, claim), by_words, _same_words),
            (_day(said, claim), by_day, _same_day),
        ):
            if key is None:
                continue
            first = next(
                (one for one in known[key] if _may_be_one(layout, one, said) and same(layout, one, said)),
                None,
            )
            if first is not None:
                yield first.claim, index
            if len(known[key]) < _NEAR:
                known[key].append(said)


def _states(layout: Layout, index: int) -> bool:
    claim = layout.claims[index]
    place = layout.of_claim.get(index)
    quantity = claim.quantity
    return (
        place is not None
        and layout.document.blocks[place[0].block].kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
        and quantity.value is not None
        and quantity.modifier is Modifier.EXACT
        and claim.frame.role in _LEVELS
        and claim.check_worthy
        and not claim.frame.hedged
        and not any(layout.claims[n.claim].frame.negated for n in place[0].numbers)
    )


def _key(said: Phrasing, claim: Claim) -> object | None:
    words = said.words
    if len(words) == 1 and not words[0].isascii():
        return (words[0][-_SHORTEST:], claim.quantity.unit) if len(words[0]) >= _SHORTEST else None
    return words if len(words) >= _WORDS or (words and said.time and _DAY.match(said.time)) else None


def _day(said: Phrasing, claim: Claim) -> object | None:
    return (said.time, claim.quantity.kind) if said.time and _DAY.match(said.time) else None


def _may_be_one(layout: Layout, first: Phrasing, other: Phrasing) -> bool:
    """Say whether nothing sets two statements apart: another unit, period, authority, kind or part."""
    a, b = layout.claims[first.claim], layout.claims[other.claim]
    if (
        first.sentence.block == other.sentence.block
        or not same_unit(a, b)
        or a.quantity.value == b.quantity.value
    ):
        return False
    if a.frame.modifiers != b.frame.modifiers or not one_voice(a, b, layout.sums):
        return False
    if first.time != other.time and not (_is_slip(a, b) and a.frame.time == b.frame.time):
        return False
    return not (first.apart or other.apart)


def _is_slip(a: Claim, b: Claim) -> bool:
    """Say whether two digits changed places, as they do by a slip of the pen: 7,912 and 7,192."""
    one, other = (_DIGIT.findall(claim.quantity.text) for claim in (a, b))
    return (
        len(one) >= _LEAST_DIGITS
        and one != other
        and sorted(one) == sorted(other)
        and len([1 for x, y in zip(one, other, strict=True) if x != y]) == 2
        and (a.quantity.last_place == b.quantity.last_place)
    )


def _same_words(layout: Layout, first: Phrasing, other: Phrasing) -> bool:
    a, b = layout.claims[first.claim], layout.claims[other.claim]
    if (first.tail ^ other.tail) - _counted(a) - _counted(b):
        return False
    day = first.time == other.time and first.time is not None and _DAY.match(first.time) is not None
    if not first.words[0].isascii():
        one, two = first.words[0], other.words[0]
        longer, shorter = (first, other) if len(one) >= len(two) else (other, first)
        if not longer.words[0].endswith(shorter.words[0]):
            return False
        owner = longer.words[0].removesuffix(shorter.words[0]).removesuffix("的")
        if owner:
            return _speaks_of(layout, shorter, owner)
        if first.pronoun or other.pronoun:
            return False
        scoped = shorter.words[0].startswith(layout.sums.scopes) and len(shorter.words[0]) >= _TELLING
        return scoped or day or (_is_slip(a, b) and _one_section(layout, first, other))
    if first.names and other.names:
        return first.names == other.names
    if first.names or other.names:
        named, bare = (first, other) if first.names else (other, first)
        return all(_speaks_of(layout, bare, name) for name in named.names)
    if first.pronoun or other.pronoun:
        return False
    return (day or _is_slip(a, b)) and _one_section(layout, first, other)


def _one_section(layout: Layout, first: Phrasing, other: Phrasing) -> bool:
    """Say whether two paragraphs stand under the same headings: a section may speak of another thing."""
    blocks = layout.document.blocks
    return blocks[first.sentence.block].headings == blocks[other.sentence.block].headings


def _counted(claim: Claim) -> frozenset[str]:
    unit = claim.quantity.unit or ""
    return frozenset((*claim.frame.thing.lower().split(), unit, f"{unit}s"))


def _speaks_of(layout: Layout, said: Phrasing, owner: str) -> bool:
    """Say whether a statement that names no owner speaks of this one: by its pronoun, the last name before it.

    `The new one` after another name is what the title speaks of.
    """
    text = layout.document.blocks[said.sentence.block].text
    number = next(n for n in said.sentence.numbers if n.claim == said.claim)
    before = text[max(0, number.start - _FAR) : number.start].lower()
    if not said.words[0].isascii():
        before = before.rpartition(said.words[0])[0] or before
    near = "\n".join(_STOP.split(before)[-_BACK if said.pronoun else -1 :])
    names = {name for name in layout.names if name not in owner and owner not in name}
    at = near.rfind(owner)
    last = max((near.rfind(name) for name in names), default=-1)
    if at >= 0:
        return last < at
    newer = max((near.rfind(word) for word in layout.sums.newer), default=-1)
    return said.pronoun and owner in layout.document.title.lower() and (last < 0 or newer > last)


def _same_day(layout: Layout, first: Phrasing, other: Phrasing) -> bool:
    """`was watched by 7,912`, `the 7,192 who came to it`: one day, one occasion, two digits turned."""
    a, b = layout.claims[first.claim], layout.claims[other.claim]
    shared = content_of(layout, first.sentence) & content_of(layout, other.sentence)
    return _is_slip(a, b) and len(shared) >= _SHARED
