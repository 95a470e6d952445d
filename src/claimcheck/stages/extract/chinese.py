"""Numbers that start with a Chinese character: numerals, halves, ranks, relative periods."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.languages.entries import Multiple
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.extract import chinese_times
from claimcheck.stages.extract.draft import alone
from claimcheck.stages.extract.han import han_at
from claimcheck.stages.extract.han_alone import in_week, lone_numeral, unmeasured
from claimcheck.stages.extract.reading import Number, skip_spaces
from claimcheck.stages.extract.standing import Standing
from claimcheck.stages.extract.time_spans import Span


class ChineseReader(Standing):
    """Reads atoms that open with a Chinese character."""

    def _read_han(self, at: int, stop: int) -> int:  # noqa: PLR0912  an ordered list of cases, each one decision
        page, lexicon = self.page, self.lexicon
        low = page.low
        word = low[at:stop]
        if stop - at > 1 or word not in lexicon.han_digits:
            if (relative := lexicon.relative.after(low, at)) is not None:
                return self._take_time(chinese_times.relative_time(page, at, *relative))
            if (period := lexicon.han_periods.after(low, at)) is not None and low[
                max(0, at - 1) : at
            ] != "十":
                return self._take_period(at, *period)
            if (multiple := lexicon.han_multiples.after(low, at)) is not None:
                way = "down" if multiple[1] < 1 else "up"
                return self._take_multiple(at, multiple[0], Multiple(multiple[1], way))
            if (rank := lexicon.han_ranks.after(low, at)) is not None:
                return self._take_rank(at, rank[0], rank[1])
        if low[at] == "零" and low[at + 1 : at + 2] in {"下", "上"}:
            return at + 2
        if low.startswith("一半", at) and not low.startswith("个", at + 2):
            return self._read_half(at + 1)
        if (medal := self._medal(at)) is not None:
            return medal
        if (idiom := self._idiom(at, at + 1)) is not None:
            return self._exclude(*idiom)
        if (span := chinese_times.named_time(page, at, lexicon)) is not None:
            return self._take_time(span)
        if (span := chinese_times.han_time(page, at)) is not None and not (
            span.grain == "month" and alone(page, at, span.end)
        ):
            return self._take_time(span)
        if word == "半":
            return self._read_half(at)
        number = han_at(low, at, lexicon)
        if number is None or number.form == "overlong":
            return self._exclude(at, max(number.end if number else at + 1, at + 1), "identifier")
        text = low[number.start : number.end]
        previous = low[at - 1 : at]
        if text[0] in lexicon.han_scales and text[0] not in "十拾":
            if previous and previous in "数几好上近过成":
                if previous in "上近过" and number.end - number.start <= 2:
                    return self._finish(number)
                return self._exclude(at, number.end, "vague")
            if (
                len(text) == 1
                and low[number.end : number.end + 1] not in {"余", "多", "来"}
                and not number.fraction
                and number.unit is None
                and not (lexicon.hedges_before.before(low, at) and self._measured(number))
            ):
                return self._exclude(at, number.end, "word-part")
        elif previous and previous in "数几" and text[0] in "十拾":
            return self._exclude(at, number.end, "vague")
        if len(text) == 1:
            last = self.found[-1] if self.found else None
            if in_week(page, at, number.end, lexicon):
                return self._exclude(at, number.end, "weekday")
            if not lone_numeral(page, number, lexicon, last):
                return self._exclude(at, number.end, "word-part")
        elif unmeasured(page, number, lexicon):
            return self._exclude(at, number.end, "word-part")
        if number.low is not None and len(text) == 2 and not self._measured(number):
            number.low = number.high = None
        if number.end - at >= 4 and all(char in lexicon.financial for char in text[:1]) and len(text) == 1:
            return self._exclude(at, number.end, "word-part")
        return self._finish(number)

    def _measured(self, number: Number) -> bool:
        low, lexicon = self.page.low, self.lexicon
        end = skip_spaces(low, number.end)
        return bool(
            lexicon.measure_words.after(low, end)
            or lexicon.units.after(low, end)
            or lexicon.currency_after.after(low, end)
            or number.unit
        )

    def _read_half(self, at: int) -> int:
        """Read 半 before a unit (半小时), and 一半."""
        low, lexicon = self.page.low, self.lexicon
        after = at + 1
        if low[after : after + 1] == "百":
            return self._finish(Number(at, after + 1, Decimal(50), Decimal(10), form="han"))
        if low[after : after + 1] in {"折", "成"}:
            number = Number(
                at, after + 1, Decimal(50) if low[after] == "折" else Decimal(5), form="han", unit="%"
            )
            return self._finish(number)
        previous = low[at - 1 : at]
        if previous == "一" and not low.startswith(("个",), after):
            return self._finish(Number(at - 1, at + 1, Decimal("0.5"), Decimal(0), form="han", fraction=True))
        unit = lexicon.units.after(low, after) or lexicon.currency_after.after(low, after)
        measured = low[after : after + 1] in lexicon.halved
        if (
            previous == "个"
            and unit is not None
            and low[at - 2 : at - 1].strip("约成要用了足花近逾，。 ") == ""
        ):
            return self._finish(Number(at - 1, after, Decimal("1.5"), Decimal("0.1"), form="han"))  # 个半小时
        if unit is None and not measured:
            return self._exclude(at, after, "word-part")
        if (
            previous
            and previous in "上下大多前后"
            and not (previous in "前后" and low[at - 2 : at - 1] in lexicon.half_after)
        ):
            return self._exclude(at, after, "word-part")
        return self._finish(Number(at, after, Decimal("0.5"), Decimal("0.1"), form="han"))

    def _take_rank(self, at: int, stop: int, value: int) -> int:
        previous = self.page.low[max(0, at - 2) : at]
        if self.page.low[at:stop] != "榜首" and previous[-1:] not in self.lexicon.rank_verbs:
            return self._exclude(at, stop, "word-part")
        item = self._append(Number(at, stop, Decimal(value), form="han"))
        item.kind, item.rank = QuantityKind.ORDINAL, True
        return stop

    def _take_period(self, at: int, stop: int, name: str) -> int:
        if not name:
            return stop
        if "/" in name:
            first, last = name.split("/")
            return self._take_time(Span(at, stop, f"-{first}/-{last}", "span", None, cumulative=True))
        return self._take_time(Span(at, stop, f"-{name}", "quarter" if name[0] == "Q" else "half"))
