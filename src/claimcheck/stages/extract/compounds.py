"""Joins two numbers into one value: 2 小时 15 分, 6 ft 1 in, $20 and 43c, 5 ± 2, two in five."""

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

OVER = re.compile(r" over $")

_CLAUSE = re.compile(r"[,.;，。；！!?？]")
_CLAUSE_REACH = 12  # characters before a proportion in which a word names it

_PLUS_MINUS = re.compile(r" ?(?:±|\+/-|\+-|\+/−) ?$")

CHAIN = {
    ("year", "month"): Decimal(12), ("week", "day"): Decimal(7), ("day", "h"): Decimal(24), ("h", "min"): Decimal(60),
    ("min", "s"): Decimal(60), ("h", "s"): Decimal(3600), ("ft", "in"): Decimal(12), ("yd", "ft"): Decimal(3),
    ("yd", "in"): Decimal(36), ("lb", "oz"): Decimal(16), ("st", "lb"): Decimal(14), ("jin", "liang"): Decimal(10),
    ("m", "cm"): Decimal(100), ("km", "m"): Decimal(1000), ("kg", "g"): Decimal(1000), ("mi", "yd"): Decimal(1760),
    ("month", "day"): None, ("t", "kg"): Decimal(1000), ("s", "ms"): Decimal(1000), ("cm", "mm"): Decimal(10),
}  # fmt: skip

_MARKS = frozenset(("star", "mark", "point"))

_FOOT = 12  # inches

_ROUND = {Decimal(n) for n in (3, 4, 5, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000)}

_DECIMAL_STEPS = {Decimal(10), Decimal(100), Decimal(1000)}

LOWER = {Modifier.AT_LEAST, Modifier.MORE_THAN}

UPPER = {Modifier.AT_MOST, Modifier.LESS_THAN}


def ratio(last: Found, item: Found, *, exact_share: bool) -> bool:
    """Join "two in five", "3 out of 10"."""
    if not item.value or last.value is None:
        return False
    if last.unit not in {None, "time"} or last.kind not in {QuantityKind.NUMBER, QuantityKind.COUNT}:
        return False
    if item.unit in _MARKS and not exact_share:
        return False  # "4 out of 5 stars"
    if last.form == "digits" and not exact_share and last.value != 1 and item.value not in _ROUND:
        return False  # "6 out of 41 are broken" counts, "6 out of 10" is a share
    if last.value > item.value or item.kind not in {QuantityKind.NUMBER, QuantityKind.COUNT}:
        return False
    if last.value != last.value.to_integral_value() or item.value < 2:
        return False
    last.value = last.value / item.value
    last.end, last.number_end, last.outer_end = item.number_end, item.number_end, item.number_end
    last.last_place, last.stated_zeros, last.kind = Decimal(0), 0, QuantityKind.RATIO
    last.unit = last.unit_start = last.unit_end = None
    last.thing_phrase = ""
    if last.modifier is Modifier.EXACT and item.modifier is not Modifier.EXACT:
        last.modifier, last.outer_end = item.modifier, item.outer_end
    if last.modifier is not Modifier.EXACT:
        last.low = last.value if last.modifier in LOWER else None
        last.high = last.value if last.modifier in UPPER else None
    return True


def odds(page: Page, last: Found, item: Found, lexicon: Lexicon) -> bool:
    """Join "ten to one", "3 to 1", "a ratio of 3 to 2" into their ratio."""
    if not item.value or last.value is None or last.unit or item.unit:
        return False
    stated = page.low.endswith(lexicon.nearby.proportions, max(0, last.start - 14), last.start)
    if not stated and (item.value != 1 or last.value <= 1):
        return False
    if item.kind is not QuantityKind.NUMBER or last.kind is not QuantityKind.NUMBER or item.thing_phrase:
        return False
    last.kind, last.value = QuantityKind.RATIO, last.value / item.value
    last.end, last.number_end, last.outer_end = item.end, item.number_end, item.outer_end
    last.last_place, last.stated_zeros = Decimal(0), 0
    return True


def proportion(page: Page, last: Found, item: Found, lexicon: Lexicon) -> bool:
    """Join 配比为3比1, where the clause speaks of a proportion; elsewhere 3比1 is a score."""
    if last.unit or item.unit or not item.value or last.value is None or item.thing_phrase:
        return False
    clause = _CLAUSE.split(page.low[max(0, last.start - _CLAUSE_REACH) : last.start])[-1]
    if not any(word in clause for word in lexicon.ratio_words):
        return False
    last.value /= item.value
    last.kind = QuantityKind.RATIO
    last.end, last.number_end, last.outer_end = item.end, item.number_end, item.outer_end
    last.last_place, last.stated_zeros = Decimal(0), 0
    return True


def division(page: Page, last: Found, item: Found) -> bool:
    """Join "2000 over 3" only where nothing else is said (a fraction read aloud)."""
    if last.unit or item.unit or not item.value or last.value is None:
        return False
    if item.end < page.end or item.thing_phrase or last.modifier is not Modifier.EXACT:
        return False
    last.value = last.value / item.value
    last.end, last.number_end, last.outer_end = item.end, item.number_end, item.end
    last.last_place, last.stated_zeros = Decimal(0), 0
    return True


def error_bar(last: Found, item: Found, inner: str) -> bool:
    """Join "5 ± 2" into a value with its bounds."""
    if not _PLUS_MINUS.match(inner) or last.value is None or item.value is None:
        return False
    bar = item.value
    last.low, last.high = last.value - bar, last.value + bar
    if last.unit is None:
        last.unit, last.kind = item.unit, item.kind
        last.unit_start, last.unit_end = item.unit_start, item.unit_end
    last.end, last.outer_end = item.end, item.outer_end
    return True


def compound(page: Page, last: Found, item: Found, inner: str, lexicon: Lexicon) -> bool:
    """Join "6 ft 1 in", 5 元 6 角, 2 小时 15 分, "$20 and 43c"."""
    if last.value is None or item.value is None or not lexicon.compound_gap.match(inner):
        return False
    if item.modifier is not Modifier.EXACT and item.outer_start < item.start:
        return False
    unit, small = last.unit, item.unit
    if (
        item.fraction
        and item.value < 1
        and item.unit is None
        and last.kind is QuantityKind.MEASURE
        and "and" in inner
        and not item.thing_phrase
    ):
        return _absorb(last, item, item.value, Decimal("0.1"))  # "two hours and a half"
    if small == "分" and last.kind is QuantityKind.MONEY and unit in {"CNY", "jiao"}:
        item.unit, item.kind, small = "fen", QuantityKind.MONEY, "fen"
    if small in {"分", "m"} and unit == "h" and "/" not in inner:
        item.unit = small = "min"  # 2小时15分, "2h 15m"
    if unit == "分" and small == "s":
        last.unit = unit = "min"
        last.kind = QuantityKind.MEASURE
    if last.kind is QuantityKind.MONEY:
        return _coins(page, last, item, inner, lexicon)
    step = CHAIN.get((unit or "", small or ""))
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
    """Join "1 hour thirty", "six foot two": a bare number after hours is minutes, after feet inches."""
    if last.unit == "ft" and item.unit is None and item.kind is QuantityKind.NUMBER and inner == " ":
        if item.value is None or last.value is None or not 0 < item.value < _FOOT or item.thing_phrase:
            return False
        last.value, last.unit = last.value * _FOOT, "in"
        return _absorb(last, item, item.value)
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
