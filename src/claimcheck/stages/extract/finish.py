"""Turns a numeral into a quantity: its unit or counted thing, its sign, hedges and direction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.quantity import Direction, QuantityKind
from claimcheck.stages.extract import (
    currencies,
    units,
)
from claimcheck.stages.extract.bare_numbers import BareNumbers
from claimcheck.stages.extract.context import Context
from claimcheck.stages.extract.joined_articles import joined_article
from claimcheck.stages.extract.modifiers import (
    direction_after,
    direction_around,
    direction_before,
    level_before,
)
from claimcheck.stages.extract.named_numbers import NamedNumbers
from claimcheck.stages.extract.number_units import UnitReader
from claimcheck.stages.extract.ranks import Ranks
from claimcheck.stages.extract.reading import ONE, Found, Number
from claimcheck.stages.extract.signs import sign_before, sign_of

if TYPE_CHECKING:
    from claimcheck.languages.entries import Unit
    from claimcheck.stages.extract.things import Thing

KINDS = {
    "percent": QuantityKind.PERCENT,
    "money": QuantityKind.MONEY,
    "measure": QuantityKind.MEASURE,
    "multiple": QuantityKind.MULTIPLE,
    "count": QuantityKind.COUNT,
}
_WORD = re.compile(r"[a-z]+")
_ARTICLE_REACH = 7  # characters of "and an " before a number
# `每秒 145 个 token` is a rate; `每年接待 500 万人次` is said of a year
_RATES = frozenset(("s", "min", "h"))


class Finisher(UnitReader, NamedNumbers, BareNumbers, Ranks):
    """Completes numbers, ordinals and multiples, and keeps them."""

    def _finish(self, number: Number) -> int:
        """Read what stands before and after a number and keep it as a quantity, or say why not."""
        sign, start = sign_of(self.page, number, self.lexicon, self._last_end())
        if (label := self._label_of(number)) is not None:
            return label
        money = currencies.currency_before(self.page, start, self.lexicon)
        if money is not None and self.found and money[0] < self.found[-1].end:
            money = None  # "3 GBP 1 pence": the code names the currency of the 3
        if money is not None:
            outer_sign, start = sign_before(self.page, money[0], self.lexicon)
            sign *= outer_sign
        context = Context(start, sign, money, number.end, number.end)
        if number.form == "digits" and number.worth == ONE and not number.unit:
            self._read_letter(number, context)
            if number.form == "name":
                end = max(number.end, number.start + 1)
                self.names.append((number.start, end))
                return end
        self._read_loose(number, context)
        self._read_unit(number, context)
        if context.unit is None and money is None and number.unit is None:
            self._read_thing(number, context)
        if money is not None:
            self._settle_money(number, context)
        self._settle_value(number, context)
        if context.unit is None and money is None:
            if context.thing is None and self._no_quantity(number, context.loose):
                return max(number.end, self.floor)
            if (stop := self._name_of(number, context)) is not None:
                return stop
        return self._keep(number, context)

    def _keep(self, number: Number, context: Context) -> int:
        low, lexicon = self.page.low, self.lexicon
        if "and " in low[max(0, number.start - _ARTICLE_REACH) : number.start]:
            number.start = min(
                number.start, joined_article(self.page, number, context.unit, lexicon, self._last_end())
            )
        start = min(context.start, number.start)
        if number.form == "words" and low[number.start - 2 : number.start] == "a ":
            word = _WORD.match(low, number.start)
            if (
                word
                and word.group() in lexicon.scales
                and not low[number.start - 3 : number.start - 2].isalpha()
            ):
                start = min(start, number.start - 2)
        item = self._append(number)
        item.fraction = number.fraction
        item.start = min(start, context.money[0]) if context.money is not None else start
        if context.sign < 0:
            item.value = None if item.value is None else -item.value
            if item.low is not None and item.high is not None:
                item.low, item.high = -item.high, -item.low
        if context.unit is not None:
            self._give_unit(item, context.unit, context)
        elif context.thing is not None:
            self._give_thing(item, context.thing)
        elif number.unit is not None:
            item.unit, item.kind = number.unit, QuantityKind.MEASURE
        else:
            item.end = max(context.item_end, number.end)
        item.outer_start, item.outer_end = item.start, max(item.end, context.end)
        self._rank(item, number)
        if self.found and self.found[-1] is item:
            self._hedge(item, context.loose)
            self._direct(item, context.sign)
        return max(item.end, number.end, context.end, self.floor)

    def _give_unit(self, item: Found, unit: Unit, context: Context) -> None:
        item.unit, item.factor = unit.symbol, unit.worth
        if item.kind is not QuantityKind.RANGE:
            item.kind = KINDS[unit.kind]
        item.end = max(context.item_end, item.number_end)
        if context.unit_span:
            item.unit_start, item.unit_end = context.unit_span
        if unit.kind not in {"money", "measure", "count"}:
            return
        if (per := units.per_after(self.page, item.end, self.lexicon)) is not None:
            item.unit, item.end = f"{item.unit}/{per[1]}", per[0]
        elif (
            unit.kind == "measure"
            and "/" not in unit.symbol
            and (every := self._per_before(item.start)) is not None
        ):
            item.unit, item.start = f"{item.unit}/{every[1]}", min(item.start, every[0])

    def _give_thing(self, item: Found, thing: Thing) -> None:
        item.unit = thing.unit or None
        if item.kind is not QuantityKind.RANGE:
            item.kind = QuantityKind.COUNT
        if thing.unit:
            item.thing_phrase = self.page.text[thing.start : thing.end]
            item.thing_start, item.thing_end = thing.start, thing.end
        if thing.adjacent:
            item.end = thing.end
            if item.unit and (per := units.per_after(self.page, item.end, self.lexicon)) is not None:
                item.unit, item.end = f"{item.unit}/{per[1]}", per[0]
        every = self._per_before(item.start) if item.unit and "/" not in item.unit else None
        if every is not None and every[1] in _RATES:
            item.unit, item.start = f"{item.unit}/{every[1]}", min(item.start, every[0])

    def _direct(self, item: Found, sign: int) -> None:
        """Set which way a change goes."""
        if item.kind is QuantityKind.ORDINAL:
            return
        page, lexicon = self.page, self.lexicon
        way = direction_before(page, item.outer_start, lexicon)
        if way is None and not (lexicon.level_wins and level_before(page, item.outer_start, lexicon)):
            way = direction_after(page, item, lexicon)
        if way is None and item.unit in {"pp", "bp"}:
            way = direction_around(page, item.outer_start, lexicon)
        if way is None and sign > 0 and page.low[item.start : item.start + 1] == "+":
            way = Direction.UP
        item.direction = way
