"""Joins neighbouring quantities: ranges, ratios, compound measures, error bars, scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.extract.compounds import (
    LOWER,
    OVER,
    UPPER,
    compound,
    division,
    error_bar,
    odds,
    proportion,
    ratio,
)
from claimcheck.stages.extract.modifiers import stronger
from claimcheck.stages.extract.reading import ONE, Found

if TYPE_CHECKING:
    from decimal import Decimal

    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

_DASH = re.compile(r" ?(?:-|–|—|~|−|\.\.\.?|‐|一) ?$")

_BY = re.compile(r"(?:^|[^a-z])by $")

_WIDEST_CHANGE = 4  # times the lower end

_SMALLEST_OPEN = 5  # "ten or twelve" is a range, "two or four" is a choice


def join(page: Page, found: list[Found], lexicon: Lexicon) -> list[Found]:
    """Join what belongs together, from left to right, each pair once."""
    if len(found) < 2:
        return found
    joined = [found[0]]
    for item in found[1:]:
        last = joined[-1]
        gap = item.outer_start - last.outer_end
        if -4 <= gap <= 14 and _join_pair(page, last, item, lexicon):
            continue
        joined.append(item)
    return joined


def _join_pair(page: Page, last: Found, item: Found, lexicon: Lexicon) -> bool:
    low = page.low
    between = low[last.outer_end : item.outer_start]
    inner = low[last.end : item.start]
    if not lexicon.joins.match(between) and (inner == between or not lexicon.joins.match(inner)):
        return False
    if len(inner) <= 6 and error_bar(last, item, inner):
        return True
    if len(inner) <= 6 and compound(page, last, item, inner, lexicon):
        return True
    if last.kind is QuantityKind.RANGE or item.kind is QuantityKind.RANGE:
        return False
    if last.value is None or item.value is None or last.form == "score":
        return False
    if (
        inner == " ("
        and low[item.end : item.end + 1] == ")"
        and last.value == item.value
        and last.form != item.form
        and item.unit in {None, last.unit}
    ):
        last.end = last.outer_end = item.end + 1  # "forty-five (45)"
        return True
    if lexicon.one_in.match(inner) and ratio(last, item, exact_share="out of" not in inner):
        return True
    if inner in {" to ", "-to-"} and odds(page, last, item, lexicon):
        return True
    if inner == "比" and proportion(page, last, item, lexicon):
        return True
    if OVER.match(inner) and division(page, last, item):
        return True
    if _two_sided(last, item, between, lexicon):
        return True
    return _range(page, last, item, between, lexicon)


def _range(page: Page, last: Found, item: Found, between: str, lexicon: Lexicon) -> bool:  # noqa: PLR0912  an ordered list of cases, each one decision
    if last.value is None or item.value is None:
        return False
    low = page.low
    dash = _DASH.match(between)
    upward = None if dash else lexicon.range_to.match(between)
    if not dash and not upward and between != " or " and not lexicon.range_and.match(between):
        return False
    opener = lexicon.between.before(low, _strip(low, last.outer_start))
    word = opener[1] if opener else ""
    trail = lexicon.range_trail.match(low, item.end)
    if dash and item.value < 0 and last.value >= 0:
        return False
    if not dash:
        if upward:
            if word in lexicon.range_from and opener and _moved(low, opener[0], item.end, lexicon):
                return False
            by = _BY.search(low, max(0, last.outer_start - 4), last.outer_start) is not None
            if by and not _like(last, item):
                return False
            if not word and not by and last.direction is not None:
                return False
            if (
                not word
                and not by
                and between.strip() in lexicon.range_ends
                and _moved(low, last.start, item.end, lexicon)
            ):
                return False
        elif not _one_or_other(last, item, between) and not (
            lexicon.range_and.match(between) and (trail or word in lexicon.range_between)
        ):
            return False
    if _plain_money(low, last, item, lexicon):
        item.unit = last.unit
    if not _same_kind(last, item):
        return False
    first, worth = last.value, ONE
    if (
        last.worth == 1
        and item.worth > 1
        and last.unit in {None, item.unit}
        and last.form == item.form
        and abs(last.value) < abs(item.value)
    ):
        if last.factor == item.factor or last.unit is None:
            worth = item.worth
        if last.value * worth > item.value:
            worth = ONE
    first = last.value * worth
    if last.unit is None and item.factor != ONE:
        first *= item.factor
    colder = first < 0 and dash is None  # "lows of −4 to −7 °C" are named from the milder end
    if first >= item.value and not colder and not (dash is None and word in lexicon.range_between):
        return False
    _merge(last, item, first, worth)
    if opener is not None:
        last.outer_start = opener[0]
    if trail:
        last.outer_end = max(last.outer_end, trail.end())
    return True


def _like(last: Found, item: Found) -> bool:
    """Say whether two numbers are near enough to be one change: "cut it by 74 to 81 per cent"."""
    assert last.value is not None  # noqa: S101  the caller checked
    assert item.value is not None  # noqa: S101
    worth = item.worth if last.worth == ONE else ONE  # "by 5 to 10 million"
    return last.unit in {None, item.unit} and item.value <= abs(last.value) * worth * _WIDEST_CHANGE


def _one_or_other(last: Found, item: Found, between: str) -> bool:
    """Say whether "two or three", "ten or twelve" leave a number open: neighbours, or large ones of a size."""
    if between != " or " or last.value is None or item.value is None or last.unit is not None:
        return False
    step = (
        item.value / item.worth if last.worth == ONE else item.value
    ) - last.value  # "five or six million"
    if last.form != item.form or last.last_place < 1 or item.modifier is not Modifier.EXACT:
        return False
    spoken = last.form == "words" and last.value >= _SMALLEST_OPEN and step <= last.value
    close = last.value >= _SMALLEST_OPEN and step in {2, 5, 10}  # "10 or 12 cars"
    return step == 1 or (spoken and step > 0) or close


def _merge(last: Found, item: Found, first: Decimal, worth: Decimal) -> None:
    assert item.value is not None  # noqa: S101  the caller checked
    last.low, last.high, last.value = min(first, item.value), max(first, item.value), None
    last.end, last.number_end = item.end, item.number_end
    last.outer_end = item.outer_end
    last.unit_start, last.unit_end = item.unit_start, item.unit_end
    if item.unit is not None:
        last.unit, last.thing_phrase = item.unit, item.thing_phrase
        last.thing_start, last.thing_end = item.thing_start, item.thing_end
    last.kind = QuantityKind.RANGE
    last.last_place = max(last.last_place * worth, item.last_place)
    last.stated_zeros = min(last.stated_zeros, item.stated_zeros)
    last.modifier = stronger(last.modifier, item.modifier)
    if last.modifier not in {Modifier.EXACT, Modifier.ABOUT}:
        last.modifier = Modifier.EXACT
    last.direction = last.direction or item.direction
    last.rank = last.rank or item.rank


def _moved(low: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a verb of change stands near "from A to B": then the two are ends of a change, not a range."""
    clause = low[max(0, start - 40) : start]
    for mark in ".。；;\n!?！？":
        clause = clause.rpartition(mark)[2]
    after = low[end : end + 12]
    if lexicon.moved.search(clause):
        return True
    if lexicon.han_moves.search(after):
        return False
    return any(word in clause for word in lexicon.shift_words)


def _strip(low: str, position: int) -> int:
    while position and low[position - 1] in " 第":
        position -= 1
    return position - len(" the") if low.endswith(" the", 0, position) else position


def _same_kind(last: Found, item: Found) -> bool:
    if last.unit == item.unit:
        return (last.kind is QuantityKind.ORDINAL) == (item.kind is QuantityKind.ORDINAL)
    if last.unit is not None and item.unit is not None and item.unit.startswith(f"{last.unit}/"):
        return True  # "£5 to £6 an hour"
    if last.unit is None:
        return item.kind is not QuantityKind.ORDINAL or last.kind is QuantityKind.ORDINAL
    if item.unit is None and last.unit == "year" and last.unit_start is None:
        return True  # "aged 18 to 29"
    return item.unit is None and last.kind is QuantityKind.MONEY  # "$3 to 9 million"


def _plain_money(low: str, last: Found, item: Found, lexicon: Lexicon) -> bool:
    """Say whether the currency of the second end is left to the first (港币7.2至8.4元)."""
    if last.kind is not QuantityKind.MONEY or item.kind is not QuantityKind.MONEY or item.unit_start is None:
        return False
    return last.unit_start is None and low[item.unit_start : item.unit_end] in lexicon.plain_money


def _two_sided(last: Found, item: Found, between: str, lexicon: Lexicon) -> bool:
    """Join "more than 15 and less than 30", 大于三十小于五十, 1000以上，1500以下."""
    if last.value is None or item.value is None or not lexicon.sides.match(between):
        return False
    if last.modifier in LOWER and item.modifier in UPPER:
        low, high = last.value, item.value
    elif last.modifier in UPPER and item.modifier in LOWER:
        low, high = item.value, last.value
    else:
        return False
    if low > high or (last.unit != item.unit and None not in {last.unit, item.unit}):
        return False
    last.low, last.high, last.value = low, high, None
    last.unit = last.unit or item.unit
    last.end, last.outer_end, last.number_end = item.end, item.outer_end, item.number_end
    last.kind, last.modifier = QuantityKind.RANGE, Modifier.EXACT
    last.last_place = max(last.last_place, item.last_place)
    return True
