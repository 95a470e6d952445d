"""What stands around a quantity: hedges and bounds before and after, signs, and which way a change goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.quantity import Direction, Modifier, QuantityKind
from claimcheck.stages.extract.reading import back_over_spaces, skip_spaces

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Found, Page

_BOUNDS = {Modifier.AT_LEAST, Modifier.MORE_THAN, Modifier.AT_MOST, Modifier.LESS_THAN}
_DURATIONS = {"year", "month", "week", "day", "h", "min", "s", "decade", "quarter"}
_ANY_CHANGE = {QuantityKind.PERCENT, QuantityKind.MULTIPLE}
_FLIPPED = {
    Modifier.MORE_THAN: Modifier.AT_MOST,
    Modifier.AT_LEAST: Modifier.LESS_THAN,
    Modifier.LESS_THAN: Modifier.AT_LEAST,
    Modifier.AT_MOST: Modifier.MORE_THAN,
}


_FAR = 7  # characters between the end of such a hedge and its number

# "above one quarter and below a half": the second bound is the next number's
_NEXT = re.compile(r" (?:an? )?(?:([a-z]+)|[0-9$€£¥])")
_CLAUSE = re.compile(r"[.,;:!?，。；：！？\n（）()]")


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # between the verb and its number it says only when


class Hedge(NamedTuple):
    """A modifier and how far its words reach."""

    modifier: Modifier
    edge: int


def hedge_before(page: Page, position: int, lexicon: Lexicon, floor: int = 0) -> Hedge | None:
    """Read the words of looseness that end at ``position``, none before ``floor``; a bound outranks "about"."""
    low = page.low
    table = lexicon.hedges_before
    best: Hedge | None = None
    at = position
    for _ in range(5):
        end = back_over_spaces(low, at)
        if end <= 0 or low[end - 1] not in table.lasts or (found := table.before(low, end)) is None:
            break
        start, name = found
        if name == "none" or start < floor or (low[start] == "~" and start and start == floor):
            break
        at = start
        if name == "exact":
            continue
        modifier = Modifier(name)
        if best is None or (best.modifier not in _BOUNDS and modifier in _BOUNDS):
            best = Hedge(modifier, start)
        else:
            best = Hedge(best.modifier, start)
    return best


def hedge_after(page: Page, position: int, lexicon: Lexicon) -> Hedge | None:
    """Read "or more", 左右, 以上, "+" after a quantity."""
    low = page.low
    at = skip_spaces(low, position)
    if low[at : at + 1] not in lexicon.hedges_after.firsts:
        return None
    found = lexicon.hedges_after.after(low, at)
    if found is None:
        return None
    end, name = found
    if name == "none" or low.startswith(" than", end):
        return None
    if low.startswith("and ", at) and (following := _NEXT.match(low, end)) is not None:
        word = following[1]
        if not word or word in lexicon.cardinals or word in lexicon.denominators:
            return None
    if name == "more_than" and low[at] == "+" and (at != position or low[end : end + 1].isalnum()):
        return None
    if low[at:end] in lexicon.hedges_before.table and _opens_number(low, skip_spaces(low, end), lexicon):
        return None  # 用时3天不到5万元: the words belong to the number behind them
    if low[at:end] == "plus" and low[end : end + 2].strip()[:1].isdigit():
        return None
    return Hedge(Modifier(name), end)


def _opens_number(low: str, at: int, lexicon: Lexicon) -> bool:
    char = low[at : at + 1]
    return bool(char) and (char.isdigit() or char in lexicon.han_digits or char in lexicon.han_scales)


def far_hedge(page: Page, position: int, lexicon: Lexicon, floor: int) -> Hedge | None:
    """Read a bound that a verb parts from its number: 至少要跑五趟."""
    low, table = page.low, lexicon.far_hedges
    if table.lasts.isdisjoint(low[max(floor, position - _FAR) : position]):
        return None
    for end in range(position - 1, max(floor, position - _FAR) - 1, -1):
        char = low[end : end + 1]
        if not "\u4e00" <= char <= "\u9fff":
            return None
        if char in table.lasts and (found := table.before(low, end + 1)) is not None:
            if found[0] < floor or low[end + 1] in lexicon.hedge_names:
                return None
            return Hedge(Modifier(found[1]), found[0])
    return None


def is_span_over(page: Page, start: int, found: Found, lexicon: Lexicon) -> bool:
    """Say whether "over" before a duration is "in the course of" rather than "more than" ("$2000 over 3 years")."""
    if found.unit not in _DURATIONS or not page.low.startswith("over", start):
        return False
    old = lexicon.nearby.years_old
    if page.low.endswith(old, 0, found.end) or page.low.startswith(old, found.end + 1):
        return False
    return lexicon.nearby.lasting.search(page.low[max(0, start - 20) : start]) is None


def direction_before(page: Page, position: int, lexicon: Lexicon) -> Direction | None:
    """Read a verb of change before a quantity; a level reached ("rose to", 增至) has no direction."""
    low = page.low
    at = position
    for _ in range(5):
        end = back_over_spaces(low, at)
        if end <= 0 or low[end - 1] not in lexicon.change_ends:
            return None
        last = low[end - 1]
        if last in lexicon.moves.lasts and (found := lexicon.moves.before(low, end)) is not None:
            return Direction(found[1]) if found[1] else None
        level = lexicon.level.before(low, end) if last in lexicon.level.lasts else None
        bridge = lexicon.bridge.before(low, end) if last in lexicon.bridge.lasts else None
        if bridge is not None and bridge[1] in lexicon.bridge_by:
            return _verb_of(low[max(0, bridge[0] - 48) : bridge[0]], lexicon)
        if level is not None and (bridge is None or bridge[0] >= level[0]):
            return None
        if bridge is None:
            return None
        at = bridge[0]
    return None


def direction_around(page: Page, start: int, lexicon: Lexicon) -> Direction | None:
    """Find the verb of change anywhere before a quantity that is always a change (percentage and basis points)."""
    return _verb_of(page.low[max(0, start - 24) : start], lexicon)


def _verb_of(text: str, lexicon: Lexicon) -> Direction | None:
    """Return the direction of the last verb of change in the clause that ends the text ("cut its rate by")."""
    clause = _YEAR.sub("", _CLAUSE.split(text)[-1])
    if any(char.isdigit() for char in clause):
        return None
    end = len(clause)
    while end > 0:
        if (found := lexicon.moves.before(clause, end)) is not None and end - found[0] > 1 and found[1]:
            return Direction(found[1])
        end -= 1
    return None


def level_before(page: Page, position: int, lexicon: Lexicon) -> bool:
    """Say whether the words before a quantity make it the level reached, whatever stands behind it."""
    return lexicon.level.before(page.low, back_over_spaces(page.low, position)) is not None


def direction_after(page: Page, found: Found, lexicon: Lexicon) -> Direction | None:
    """Read "12% increase", "8 points lower", "5%的增长" after a quantity."""
    if found.unit is None and not found.fraction:
        return None
    at = skip_spaces(page.low, found.end)
    if page.low[at : at + 1] not in lexicon.moves_after.firsts:
        return None
    after = lexicon.moves_after.after(page.low, at)
    if after is None:
        return None
    end, way = after
    word = page.low[at:end]
    if found.kind not in _ANY_CHANGE and not found.fraction and word in lexicon.level_words:
        return None
    return Direction(way)


def apply_hedge(found: Found, modifier: Modifier) -> None:
    """Set the modifier and, for a bound, the open end of the interval."""
    if found.kind is QuantityKind.RANGE:
        found.modifier = modifier
        return
    found.modifier = modifier
    found.low = found.value if modifier in {Modifier.AT_LEAST, Modifier.MORE_THAN} else None
    found.high = found.value if modifier in {Modifier.AT_MOST, Modifier.LESS_THAN} else None


def stronger(first: Modifier, second: Modifier) -> Modifier:
    """Return the modifier that says more: a bound before "about" before exact."""
    if first is Modifier.EXACT:
        return second
    if second in _BOUNDS and first not in _BOUNDS:
        return second
    return first


def negated(page: Page, start: int, modifier: Modifier, lexicon: Lexicon) -> Modifier:
    """Turn "not more than" into "at most", whatever the words for both."""
    if modifier in _FLIPPED and lexicon.nearby.negated.search(page.low[max(0, start - 8) : start]):
        return _FLIPPED[modifier]
    return modifier
