"""Finds the whole of a share by the name that the share gives it: 占常住人口的22%, `44% of the members`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.claim import Origin
from claimcheck.stages.arithmetic.amounts import both_counts, is_amount, is_percent, same_unit
from claimcheck.stages.arithmetic.glue import has, last_clause, only, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.stages.arithmetic.layout import Layout, Sentence
    from claimcheck.stages.arithmetic.marks import Mark

_AROUND = frozenset(("glue", "hedge", "total", "of", "whole", "times", "share", "equals"))
_REACH = 16  # how many numbers back a whole is looked for
_SHORTEST = 2
_DATED = (Origin.CLAUSE, Origin.SENTENCE)


class Split(NamedTuple):
    """A part and its whole; equal indices are a ratio that holds both (`45 out of 120`)."""

    part: int
    whole: int


def named_bases(layout: Layout, sentence: Sentence, place: int) -> Iterator[Split]:
    """Yield the part before a share and the one number of its paragraph that counts what the share names."""
    gaps = layout.gaps(sentence)
    name = (
        _base_before(gaps[place]) or _base_of_part(gaps[place]) or _base_behind(gaps[place], gaps[place + 1])
    )
    part = _part(layout, sentence, place)
    if not name or part is None:
        return
    wholes = [index for index in _before(layout, sentence, part) if _counts(layout, index, name)]
    values = {layout.claims[index].quantity.value for index in wholes}
    if len(values) != 1:
        return
    a, b = layout.claims[sentence.numbers[part].claim], layout.claims[wholes[-1]]
    dated = a.frame.time_from in _DATED and b.frame.time_from in _DATED
    if (same_unit(a, b) or both_counts(a, b)) and not (dated and a.frame.time != b.frame.time):
        yield Split(sentence.numbers[part].claim, wholes[-1])


def _part(layout: Layout, sentence: Sentence, place: int) -> int | None:
    """Return the nearest amount before a share that a comma or bracket parts from it; ranks are passed over."""
    for at in range(place - 1, -1, -1):
        claim = layout.claims[sentence.numbers[at].claim]
        if is_percent(claim):
            return None
        if is_amount(claim):
            return at if layout.is_level(sentence, at) else None
    return None


def _base_before(lead: Sequence[Mark]) -> str:
    """Return what 占 names between itself and the share: 占全部问卷的 names 问卷."""
    clause = last_clause(lead)
    if len(clause) == len(lead) or not has(clause[:1], "share") or clause[-1].text != "的":
        return ""
    words = [mark for mark in clause[1:-1] if mark.kinds.isdisjoint(_AROUND)]
    return (
        words[0].text
        if len(words) == 1 and "word" in words[0].kinds and len(words[0].text) >= _SHORTEST
        else ""
    )


def _base_behind(lead: Sequence[Mark], tail: Sequence[Mark]) -> str:
    """Return the one word that `of` names behind a share: `or 40% of the members`."""
    own = phrase(tail)
    stated = has(lead, "open", "share") and only(last_clause(lead), _AROUND)
    if not stated or not has(own[:1], "of") or "word" not in own[-1].kinds or not only(own[:-1], _AROUND):
        return ""
    return own[-1].text if own[-1].text.isascii() else ""


def _base_of_part(lead: Sequence[Mark]) -> str:
    """Return the one word that `of` names behind the part: `twenty of the rooms, or 25%`."""
    own = phrase(lead)
    if len(own) == len(lead) or not has(own[:1], "of") or not has(lead[len(own) :], "share"):
        return ""
    words = [mark for mark in own[1:] if "word" in mark.kinds]
    rest = lead[len(own) :]
    return words[0].text if len(words) == 1 and only(rest, _AROUND | {"comma", "open"}) else ""


def _before(layout: Layout, sentence: Sentence, part: int) -> list[int]:
    """Return the levels of the paragraph before a part, the nearest last."""
    numbers = layout.by_block[sentence.block]
    start = sentence.numbers[part].start
    at = bisect_left(numbers, start, key=lambda number: number.start)
    return [n.claim for n in numbers[max(0, at - _REACH) : at]]


def _counts(layout: Layout, index: int, name: str) -> bool:
    """Say whether a number counts what the name says: it stands right before or behind it."""
    claim = layout.claims[index]
    if not is_amount(claim) or is_percent(claim):
        return False
    sentence, place = layout.of_claim[index]
    if not layout.is_level(sentence, place) or has(
        last_clause(layout.gaps(sentence)[place]), "earlier", "partly", "than"
    ):
        return False
    number = sentence.numbers[place]
    text = layout.document.blocks[sentence.block].text
    behind = text[number.end : number.end + len(name) + 1].lower().strip()
    before = text[max(0, number.start - len(name)) : number.start].lower()
    lead = last_clause(layout.gaps(sentence)[place])
    if not name.isascii() and any(mark.text.startswith(name) for mark in lead):
        return True  # 全队进球90个，…占全队的50%
    return (
        behind.startswith(name)
        or (not name.isascii() and before == name)
        or claim.quantity.text.lower().endswith(name)
    )
