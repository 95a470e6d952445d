"""Numbers that start with a Chinese character: numerals, halves, ranks, relative periods."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.languages.entries import Multiple
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.extract import chinese_times
from claimcheck.stages.extract.draft import alone
from claimcheck.stages.extract.han import han_at
from claimcheck.stages.extract.reading import Number, back_over_spaces, skip_spaces
from claimcheck.stages.extract.standing import Standing
from claimcheck.stages.extract.time_spans import Span

_ALONE = "一"


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
        if (span := chinese_times.han_time(page, at)) is not None and not (
            span.grain == "month" and alone(low, at, span.end)
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
            ):
                return self._exclude(at, number.end, "word-part")
        elif previous and previous in "数几" and text[0] in "十拾":
            return self._exclude(at, number.end, "vague")
        if len(text) == 1 and not self._lone_han(number, text):
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

    def _lone_han(self, number: Number, text: str) -> bool:  # noqa: PLR0912  an ordered list of cases, each one decision
        """Say whether one numeral character is a number here and not a part of a word or an article."""
        low, lexicon = self.page.low, self.lexicon
        at, end = number.start, number.end
        if alone(low, at, end):
            return True
        previous = low[at - 1 : at] if at else ""
        if previous == "第" or low.startswith("个半", end):
            return True
        if text in "俩仨" and previous and previous in "他她它们我你咱":
            return True
        after = skip_spaces(low, end)
        if low[end : end + 1] in {"点", "多", "余", "几"} and text in "十拾百千万亿":
            return True
        if low[end : end + 1] == "半" or low[at - 1 : at] == "负":
            return True
        unit = self._han_unit(after)
        measure = lexicon.measure_words.after(low, after)
        money = lexicon.currency_after.after(low, after)
        if text in lexicon.financial:
            return money is not None
        best = max((stop for stop in (unit, money[0] if money else None) if stop is not None), default=0)
        if text == _ALONE:
            if best and low[best : best + 1] == "半":
                return True
            if (
                best
                and best >= (measure[0] if measure else 0)
                and low[after:best] not in {"点", "度", "分", "天", "周", "块", "年", "两", "件"}
            ):
                return True
            if measure is None and not best:
                return (
                    (
                        low[end : end + 1] in {"至", "到", "~", "-"}
                        and low[end + 1 : end + 2] in lexicon.han_digits
                    )
                    or (
                        previous in {"是", "于", "为"}
                        and not low[end : end + 1].strip('，。；、！？却而和与或”" ,.')
                    )
                    or low[end : end + 2] == "以上"
                )
            if alone(low, at, max(best, measure[0] if measure else 0)):
                return True
            emphasis = lexicon.emphasis.before(low, back_over_spaces(low, at))
            return emphasis is not None
        if (
            measure is not None
            and low[after : measure[0]] == "打"
            and low[measure[0] : measure[0] + 1] in lexicon.han_digits
        ):
            return False
        if best or measure is not None:
            stop = max(best, measure[0] if measure else 0)
            return not (low[after:stop] in lexicon.liang_words and text == "两")
        if lexicon.nouns.after(low, after) is not None:
            return True
        if low[end : end + 1] in {"至", "到", "、", "~", "-"} and (
            low[end + 1 : end + 2] in lexicon.han_digits or low[end + 1 : end + 2] == "十"
        ):
            return True
        following = low[end : end + 1]
        if following in lexicon.closes_numeral or low.startswith("以上", end):
            return previous in lexicon.leads_to_numeral
        return False

    def _han_unit(self, position: int) -> int | None:
        found = self.lexicon.units.after(self.page.low, position)
        if found is None:
            return None
        guard = self.lexicon.not_before.get(self.page.low[position : found[0]])
        following = self.page.low[found[0] : found[0] + 1]
        return None if guard and following and following in guard else found[0]

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
        measured = low[after : after + 1] == "个"
        if unit is None and not measured:
            return self._exclude(at, after, "word-part")
        if previous and previous in "上下大多前后":
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
