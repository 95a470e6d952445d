"""Joins neighbouring quantities: ranges, ratios, compound measures, error bars, scores."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.extract.modifiers import stronger
from claimcheck.stages.extract.reading import ONE, Found

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

_DASH = re.compile(r" ?(?:-|–|—|~|−|\.\.\.?|‐|一) ?$")
_TO = re.compile(r" ?(?:to|through|till|到|至|,? up to) ?$")
_AND = re.compile(r" ?(?:and(?: the)?|to|和|与|至|到|跟|or|、) ?$")
_SIDES = re.compile(r" ?,? ?(?:and|but|并且?|且|而且?|but is|and is|同时|，|,|、|而|)? ?$")
_TRAIL = re.compile(r" ?(?:之间|间)")
_IN = re.compile(r" (?:in|out of|in every|out of every|of every) (?:every )?$")
_OVER = re.compile(r" over $")
_PLUS_MINUS = re.compile(r" ?(?:±|\+/-|\+-|\+/−) ?$")
_COMPOUND_GAP = re.compile(r",? ?(?:and |又|零)?$|, ?$| $")
_SCORE_GAP = re.compile(r" ?[:：] ?$")
_FROM = re.compile(r"(?:\bfrom|从|由|自) ?$")
_CHAIN = {
    ("year", "month"): Decimal(12), ("week", "day"): Decimal(7), ("day", "h"): Decimal(24), ("h", "min"): Decimal(60),
    ("min", "s"): Decimal(60), ("h", "s"): Decimal(3600), ("ft", "in"): Decimal(12), ("yd", "ft"): Decimal(3),
    ("yd", "in"): Decimal(36), ("lb", "oz"): Decimal(16), ("st", "lb"): Decimal(14), ("jin", "liang"): Decimal(10),
    ("m", "cm"): Decimal(100), ("km", "m"): Decimal(1000), ("kg", "g"): Decimal(1000), ("mi", "yd"): Decimal(1760),
    ("month", "day"): None, ("t", "kg"): Decimal(1000), ("s", "ms"): Decimal(1000), ("cm", "mm"): Decimal(10),
}  # fmt: skip
_DECIMAL_STEPS = {Decimal(10), Decimal(100), Decimal(1000)}
_LOWER = {Modifier.AT_LEAST, Modifier.MORE_THAN}
_UPPER = {Modifier.AT_MOST, Modifier.LESS_THAN}


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
    if len(inner) <= 6 and _error_bar(last, item, inner):
        return True
    if len(inner) <= 6 and _compound(page, last, item, inner, lexicon):
        return True
    if last.kind is QuantityKind.RANGE or item.kind is QuantityKind.RANGE:
        return False
    if last.value is None or item.value is None:
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
    if _IN.match(inner) and _ratio(last, item):
        return True
    if _OVER.match(inner) and _division(page, last, item):
        return True
    if _two_sided(last, item, between):
        return True
    return _range(page, last, item, between, lexicon)


def _range(page: Page, last: Found, item: Found, between: str, lexicon: Lexicon) -> bool:  # noqa: PLR0912  an ordered list of cases, each one decision
    if last.value is None or item.value is None:
        return False
    low = page.low
    dash = _DASH.match(between)
    opener = lexicon.between.before(low, _strip(low, last.outer_start))
    word = opener[1] if opener else ""
    trail = _TRAIL.match(low, item.end)
    if dash and item.value < 0 and last.value >= 0:
        return False
    if not dash:
        if _TO.match(between):
            if word in {"from", "从", "由", "自"} and opener and _moved(low, opener[0], item.end, lexicon):
                return False
            if not word and last.direction is not None:
                return False
            if (
                not word
                and between.strip() in {"to", "到", "至"}
                and _moved(low, last.start, item.end, lexicon)
            ):
                return False
        elif not (_AND.match(between) and ("between" in word or trail or word in {"介于", "位于", "介乎"})):
            return False
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
    if first >= item.value and not (dash is None and "between" in word):
        return False
    _merge(last, item, first, worth)
    if (
        opener
        and word != ""
        and low[opener[0] : opener[0] + 1] in {"在", "介", "位", "b", "f", "从", "由", "r", "a", "自"}
    ):
        last.outer_start = opener[0]
    if trail:
        last.outer_end = max(last.outer_end, trail.end())
    return True


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
    for verb in lexicon.moves.table:
        if len(verb) == 1:
            continue
        at = clause.find(verb)
        if at >= 0 and (not verb.isascii() or not clause[at + len(verb) : at + len(verb) + 1].isalpha()):
            if verb.isascii() and at and clause[at - 1].isalpha():
                continue
            return True
        if not verb.isascii() and verb in after:
            return False
    return any(
        word in clause
        for word in (
            "changed",
            "moved",
            "went",
            "revised",
            "改",
            "变",
            "调整",
            "扩展",
            "扩大",
            "switch",
            "convert",
            "transition",
        )
    )


def _strip(low: str, position: int) -> int:
    while position and low[position - 1] in " 第":
        position -= 1
    return position


def _same_kind(last: Found, item: Found) -> bool:
    if last.unit == item.unit:
        return (last.kind is QuantityKind.ORDINAL) == (item.kind is QuantityKind.ORDINAL)
    if last.unit is None:
        return item.kind is not QuantityKind.ORDINAL or last.kind is QuantityKind.ORDINAL
    if item.unit is None and last.unit == "year" and last.unit_start is None:
        return True  # "aged 18 to 29"
    return item.unit is None and last.kind is QuantityKind.MONEY  # "$3 to 9 million"


def _two_sided(last: Found, item: Found, between: str) -> bool:
    """Join "more than 15 and less than 30", 大于三十小于五十, 1000以上，1500以下."""
    if last.value is None or item.value is None or not _SIDES.match(between):
        return False
    if last.modifier in _LOWER and item.modifier in _UPPER:
        low, high = last.value, item.value
    elif last.modifier in _UPPER and item.modifier in _LOWER:
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


def _ratio(last: Found, item: Found) -> bool:
    """Join "two in five", "3 out of 10"."""
    if last.unit is not None or not item.value or last.value is None or last.kind is not QuantityKind.NUMBER:
        return False
    if last.value > item.value or item.kind not in {QuantityKind.NUMBER, QuantityKind.COUNT}:
        return False
    if last.value != last.value.to_integral_value() or item.value < 2:
        return False
    last.value = last.value / item.value
    last.end, last.number_end, last.outer_end = item.number_end, item.number_end, item.number_end
    last.last_place, last.stated_zeros, last.kind = Decimal(0), 0, QuantityKind.RATIO
    if last.modifier is Modifier.EXACT and item.modifier is not Modifier.EXACT:
        last.modifier, last.outer_end = item.modifier, item.outer_end
    if last.modifier is not Modifier.EXACT:
        last.low = last.value if last.modifier in _LOWER else None
        last.high = last.value if last.modifier in _UPPER else None
    return True


def _division(page: Page, last: Found, item: Found) -> bool:
    """Join "2000 over 3" only where nothing else is said (a fraction read aloud)."""
    if last.unit or item.unit or not item.value or last.value is None:
        return False
    if page.low[item.end :].strip() or item.thing_phrase or last.modifier is not Modifier.EXACT:
        return False
    last.value = last.value / item.value
    last.end, last.number_end, last.outer_end = item.end, item.number_end, item.end
    last.last_place, last.stated_zeros = Decimal(0), 0
    return True


def _error_bar(last: Found, item: Found, inner: str) -> bool:
    if not _PLUS_MINUS.match(inner) or last.value is None or item.value is None:
        return False
    bar = item.value
    last.low, last.high = last.value - bar, last.value + bar
    if last.unit is None:
        last.unit, last.kind = item.unit, item.kind
        last.unit_start, last.unit_end = item.unit_start, item.unit_end
    last.end, last.outer_end = item.end, item.outer_end
    return True


def _compound(page: Page, last: Found, item: Found, inner: str, lexicon: Lexicon) -> bool:
    """Join "6 ft 1 in", 5 元 6 角, 2 小时 15 分, "$20 and 43c"."""
    if last.value is None or item.value is None or not _COMPOUND_GAP.match(inner):
        return False
    if item.modifier is not Modifier.EXACT and item.outer_start < item.start:
        return False
    unit, small = last.unit, item.unit
    if (
        item.fraction
        and item.unit is None
        and last.kind is QuantityKind.MEASURE
        and "and" in inner
        and not item.thing_phrase
    ):
        return _absorb(last, item, item.value, Decimal("0.1"))  # "two hours and a half"
    if small == "分" and last.kind is QuantityKind.MONEY and unit in {"CNY", "jiao"}:
        item.unit, item.kind, small = "fen", QuantityKind.MONEY, "fen"
    if small == "分" and unit == "h":
        item.unit = small = "min"
    if unit == "分" and small == "s":
        last.unit = unit = "min"
        last.kind = QuantityKind.MEASURE
    if last.kind is QuantityKind.MONEY:
        return _coins(page, last, item, inner, lexicon)
    step = _CHAIN.get((unit or "", small or ""))
    if step is None or last.value != last.value.to_integral_value() or "/" in (unit or ""):
        return _short_tail(page, last, item, inner)
    if item.value >= step and item.value > 60:
        return False
    if step in _DECIMAL_STEPS:
        return _absorb(last, item, item.value / step, item.last_place / step)
    last.value *= step
    last.unit = small
    return _absorb(last, item, item.value, item.last_place)


def _coins(page: Page, last: Found, item: Found, inner: str, lexicon: Lexicon) -> bool:
    """Join the subunit of a currency: "3 GBP 1 pence", 5 元 6 角, "15 dollars 50"."""
    assert last.value is not None  # noqa: S101  the caller checked
    assert item.value is not None  # noqa: S101  the caller checked
    if item.kind is QuantityKind.MONEY and item.unit is not None and item.unit in lexicon.minor:
        share = lexicon.minor[item.unit][1]
        whole = lexicon.minor[last.unit][1] if last.unit is not None and last.unit in lexicon.minor else ONE
        if item.value * share >= whole or last.last_place * whole <= share:
            return False
        if whole != ONE and last.unit is not None:  # 三毛五分
            last.value, last.unit = last.value * whole, lexicon.minor[last.unit][0]
        return _absorb(last, item, item.value * share, item.last_place * share)
    if item.unit == last.unit and item.value < 1 and not inner and item.kind is QuantityKind.MONEY:
        return _absorb(last, item, item.value, item.last_place)  # 三块二毛五
    if last.worth != 1 or last.value != last.value.to_integral_value():
        return False
    bare = (
        item.unit is None
        and item.kind is QuantityKind.NUMBER
        and item.value == item.value.to_integral_value()
    )
    written = page.low[item.number_start : item.number_end]
    if (
        bare
        and 0 < item.value < 100
        and not inner.startswith(",")
        and (len(written) == 2 or not written.isdigit())
    ):
        tail = page.low[item.end : item.end + 2]
        ends = not tail or tail[0] in ".,;)\n" or (tail[0] == " " and not tail[1:].isalpha()) or tail == " m"
        if written.isascii() and ends:
            return _absorb(last, item, item.value / 100, Decimal("0.01"))
    return False


def _short_tail(page: Page, last: Found, item: Found, inner: str) -> bool:
    """Join "1 hour thirty": a bare number after hours is minutes."""
    if (
        last.unit == "h"
        and item.unit is None
        and item.kind is QuantityKind.NUMBER
        and inner in {" ", " and "}
    ):
        if (
            item.value is None
            or last.value is None
            or not 0 < item.value < 60
            or page.low[item.end : item.end + 2].strip().isalpha()
        ):
            return False
        last.value, last.unit = last.value * 60, "min"
        return _absorb(last, item, item.value)
    return False


def _absorb(last: Found, item: Found, amount: Decimal, place: Decimal | None = None) -> bool:
    assert last.value is not None  # noqa: S101  the caller checked
    sign = -1 if last.value < 0 else 1
    last.value += sign * amount
    last.last_place = (
        place if place is not None else (Decimal("0.01") if last.kind is QuantityKind.MONEY else ONE)
    )
    last.stated_zeros = 0
    last.end, last.unit_end = item.end, item.unit_end
    last.number_end = item.number_end
    last.outer_end = item.outer_end
    if last.low is not None:
        last.low = last.value
    if last.high is not None:
        last.high = last.value
    if item.modifier is not Modifier.EXACT:
        last.modifier = stronger(last.modifier, item.modifier)
    return True
