"""Dates, periods and clock times: they are the context of a claim, never its quantity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.quantity import TimeExpression
from claimcheck.stages.extract.chinese_times import HAN_DECADE, MONTHS, han_time, named_time
from claimcheck.stages.extract.time_spans import Span, period_span, small_number

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

ISO_DATE = re.compile(
    r"((?:1[0-9]|20|21)\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d])(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?"
)

_ISO_MONTH = re.compile(r"((?:19|20)\d\d)[-/](0[1-9]|1[0-2])(?![\d/.-])")

DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")

_YEARS = re.compile(
    r"((?:1[5-9]|20|21)\d\d) ?(?:年)? ?[-–—~/至到] ?((?:1[5-9]|20|21)\d\d|\d\d)(?!\d|[./%]\d|%| ?(?:km|kg))(年度?|财年)?"
)


_CLOCK = re.compile(
    r"([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：][0-5]\d(?:\.\d+)?|\.\d\d?\d?(?!\d))?(?! ?[:：]\d)"
)

_PAIRS = re.compile(r"(?:[、，,和] ?\d{1,3}[:：]\d{1,3}){1,8}")

_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)(?: |-)(?:century|centuries)(?: (?:bc|bce|ad|ce))?")


_DECADE = re.compile(r"((?:1[0-9]|20)\d0|'?[2-9]0)'?s(?![a-z])")

_FISCAL = re.compile(r"(20\d\d|19\d\d) ?财年(?:第?([一二三四1-4])季度|q([1-4]))?")

_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]{3,9})\.?(?:,? ?((?:1[0-9]|20|21)\d\d)(?!\d))?"
)

_QUARTER_REV = re.compile(r"([1-4])q ?'?((?:20)?\d\d)?(?![\da-z])")

_HALF_REV = re.compile(r"([12])h ?'?((?:20)?\d\d)(?![\da-z])")

_YEAR_Q = re.compile(r"((?:19|20)\d\d)[ -]?(?:q([1-4])|h([12]))(?![a-z0-9])")

_YEAR_NTH = re.compile(r"((?:19|20)\d\d)(?:'s)? (first|second|third|fourth)[ -](quarter|half)(?![a-z])")

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}

_LONGEST_SPAN = 300  # years
_NEAR = 60  # years from one to another of which only the last digits are written

_BC = re.compile(r"(\d{1,4}) ?(?:bce|bc|b\.c\.|ce\b|ad\b)(?![a-z])")

_BC_SPAN = re.compile(
    r"(?:\d{1,2},\d{3}|\d{1,4}) ?[-–—] ?(?:\d{1,2},\d{3}|\d{1,4}) ?(?:bce|bc|b\.c\.|ce|ad)(?![a-z])"
)


def before_christ(page: Page, start: int) -> Span | None:
    """Read a span of years of an era: "604–562 BC"."""
    found = _BC_SPAN.match(page.low, start)
    return Span(start, found.end(), "", "span") if found else None


def digit_time(page: Page, start: int, end: int, lexicon: Lexicon) -> Span | None:  # noqa: PLR0912  an ordered list of cases, each one decision
    """Read a time that starts with digits at ``start``; ``end`` is where the plain number ends."""
    low = page.low
    width = end - start
    following = low[end : end + 1]
    if width > 10:
        return None
    if width == 4 and low[start] in "12" and (span := _long_year(page, start, end, lexicon)):
        return span
    if (following in {"年", "至", "-"} or following == "世") and (
        era := named_time(page, start, lexicon)
    ) is not None:
        return era
    if following in {"年", "月", "日", "号", "点", "时", "世", "财"} or (
        following == " " and low[end + 1 : end + 2] in "年月日号时"
    ):
        return han_time(page, start)
    if following in {"-", "/", ".", ":", "："} or width > 4:
        if found := ISO_DATE.match(low, start):
            return Span(start, found.end(), f"{found[1]}-{int(found[3]):02d}-{int(found[4]):02d}", "day")
        if found := DAY_MONTH_YEAR.match(low, start):
            first, second = int(found[1]), int(found[3])
            month, day = (second, first) if lexicon.day_first or first > 12 else (first, second)
            if 1 <= month <= 12 and 1 <= day <= 31:
                return Span(start, found.end(), f"{found[4]}-{month:02d}-{day:02d}", "day")
    if not following or (following > "㐀" and following not in {"至", "到"}):
        return None  # no sign or word of a time goes on here
    if width <= 5:
        if found := lexicon.clock_hour.match(low, start):
            return Span(start, found.end(), "", "clock")
        if following in {"s", "n", "r", "t"} and (found := _CENTURY.match(low, start)):
            return Span(start, found.end(), f"{int(found[1]) - 1:02d}XX", "century")
        if following in {"s", "'"} and (found := _DECADE.match(low, start)) and width in {2, 4}:
            return Span(
                start, found.end(), f"{found[1][:3]}X" if width == 4 else f"19{found[1][0]}X", "decade"
            )
        if (
            width <= 2
            and following in {" ", "-", "s", "n", "r", "t"}
            and (found := _DAY_MONTH.match(low, start))
        ):
            named = lexicon.months.get(found[2])
            if (
                named
                and int(found[1]) <= 31
                and (
                    found[3]
                    or page.norm[found.start(2)].isupper()
                    or found[2] not in lexicon.ambiguous_months
                )
            ):
                year = f"{found[3]}" if found[3] else "-"
                return Span(
                    start,
                    found.end() if found[3] else found.end(2),
                    f"{year}-{named:02d}-{int(found[1]):02d}",
                    "day",
                )
        if width <= 2 and following in {"q", "h"}:
            if found := _QUARTER_REV.match(low, start):
                return period_span(start, found.end(), found[2], f"Q{found[1]}", "quarter")
            if found := _HALF_REV.match(low, start):
                return period_span(start, found.end(), found[2], f"H{found[1]}", "half")
        if found := MONTHS.match(low, start):
            return Span(
                start,
                found.end(),
                f"--{small_number(found[1]):02d}/--{small_number(found[2]):02d}",
                "span",
                None,
                cumulative=found[1] == "1",
            )
        if found := _BC.match(low, start):
            grain = "year"
            return Span(start, found.end(), "", grain)
    return None


def _long_year(page: Page, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Read what starts with a four-digit year, except a bare one."""
    low = page.low
    if low[end : end + 1] == "年":
        return _decade_or_years(low, start) or han_time(page, start)
    if found := ISO_DATE.match(low, start):
        return Span(start, found.end(), f"{found[1]}-{int(found[3]):02d}-{int(found[4]):02d}", "day")
    if found := _YEAR_NTH.match(low, start):
        name, grain = ("Q", "quarter") if found[3] == "quarter" else ("H", "half")
        return Span(start, found.end(), f"{found[1]}-{name}{_NTH[found[2]]}", grain)
    if found := lexicon.nearby.to_present.match(low, start):
        return Span(start, found.end(), found[1], "year")
    if found := _YEAR_Q.match(low, start):
        name, grain = (f"Q{found[2]}", "quarter") if found[2] else (f"H{found[3]}", "half")
        return Span(start, found.end(), f"{found[1]}-{name}", grain)
    if found := _FISCAL.match(low, start):
        quarter = found[2] or found[3]
        iso = f"FY{found[1]}" + (f"-Q{small_number(quarter)}" if quarter else "")
        return Span(start, found.end(), iso, "quarter" if quarter else "year")
    if (span := _decade_or_years(low, start)) is not None:
        return span
    if found := _ISO_MONTH.match(low, start):
        return Span(start, found.end(), f"{found[1]}-{found[2]}", "month")
    return han_time(page, start) if low.startswith(" 年", end) else None


def _decade_or_years(low: str, start: int) -> Span | None:
    """Read "1990s", 90年代, "2019–2023", 2019年至2023年."""
    if found := HAN_DECADE.match(low, start) or _DECADE.match(low, start):
        return Span(start, found.end(), f"{found[1][:3]}X", "decade")
    found = _YEARS.match(low, start)
    if found is None:
        return None
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    explicit = "年" in found.group() or len(found[2]) == 4
    month_like = len(found[2]) == 2 and 1 <= int(found[2]) <= 12
    if not 0 < last - first < _LONGEST_SPAN:
        return None
    near = last - first < _NEAR and (not month_like or last - first == 1)
    return Span(start, found.end(), f"{first}/{last}", "span") if explicit or near else None


def clock_time(page: Page, start: int, lexicon: Lexicon) -> Span | None:
    """Read "14:30" where nothing says that it is a score or a ratio."""
    found = _CLOCK.match(page.low, start)
    if found is None:
        return None
    if lexicon.nearby.at_hour.search(page.low, max(0, start - 8), start):
        return Span(start, found.end(), "", "clock")  # "the match finished at 19:45"
    chain = _PAIRS.match(page.low, found.end())  # 21:18、19:21、21:16险胜
    around = page.low[max(0, start - 14) : (chain.end() if chain else found.end()) + 10]
    if any(word in around for word in lexicon.score_words) or any(
        word in around for word in lexicon.ratio_words
    ):
        return None
    return Span(start, found.end(), "", "clock")


def to_expression(page: Page, span: Span, lexicon: Lexicon) -> TimeExpression:
    """Turn a span into the record, with the role that the words before it give."""
    at = span.start
    while at and page.low[at - 1] == " ":
        at -= 1
    role = "during"
    if (found := lexicon.time_roles.before(page.low, at)) is not None or (
        found := lexicon.time_roles_after.after(page.low, span.end)
    ) is not None:
        role = found[1]
    return TimeExpression.trusted(
        text=page.text[span.start : span.end],
        start=span.start,
        end=span.end,
        iso=span.iso,
        grain=span.grain,
        relative=span.relative,
        cumulative=span.cumulative,
        role=role,
    )
