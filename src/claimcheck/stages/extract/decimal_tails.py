"""Decimals that Chinese writes behind the unit: 一米八二, 三块二, 三十八度五."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.languages.entries import Unit
    from claimcheck.stages.extract.reading import Number, Page

_TAIL = re.compile(r"([零〇]?[一二三四五六七八九][一二三四五六七八九零]?|[0-9]{1,3})(?![十百千万亿0-9.,])")
_UNITS = frozenset(
    ("m", "CNY", "s", "jiao", "jin", "h", "t", "zhang", "chi", "cun", "mu", "li", "liang", "°", "°C")
)


def decimal_tail(page: Page, number: Number, unit: Unit, end: int, lexicon: Lexicon) -> int | None:
    """Read 一米八二, 三块二, 10秒97: digits right after the unit are its decimals; return where they end.

    The number is changed in place; ``end`` is where its unit ends.
    """
    low = page.low
    if unit.symbol not in _UNITS or number.place != 1 or number.worth != 1 or number.unit:
        return None
    word = low[end - 1 : end]
    if word not in lexicon.decimal_tail or (word == "秒" and not low[end : end + 1].isdigit()):
        return None
    found = _TAIL.match(low, end)
    if found is None or (found[1].isdigit() and word not in {"米", "秒", "度"}):
        return None
    digits, after = found[1], found.end()
    if len(digits) > 1 and digits.endswith("一") and lexicon.units.after(low, after) is not None:
        digits, after = digits[:-1], after - 1  # 三块八一斤
    measure = lexicon.measure_words.after(low, after)
    if (
        lexicon.units.after(low, after)
        or lexicon.currency_after.after(low, after)
        or (measure is not None and low[after] != "打")  # 以23秒844打破纪录
        or low[after : after + 1] in {"月", "日", "成", "折", "至", "到", "点"}
        or (
            not found[1].isdigit() and (lexicon.idioms.after(low, end) or (0,))[0] > found.end()
        )  # 一吨二手零件
    ):
        return None
    text = digits if digits.isascii() else "".join(str(lexicon.han_digits[char]) for char in digits)
    number.value += Decimal(f"0.{text}")
    number.place = Decimal(1).scaleb(-len(text))
    if unit.symbol == "jiao":
        number.value, number.place, number.unit = number.value / 10, number.place / 10, "CNY"
    return after
