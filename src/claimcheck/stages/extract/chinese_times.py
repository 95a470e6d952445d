"""Dates and periods in Chinese: 2024年3月5日, 二十世纪, 去年第三季度, 三点半."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.time_spans import PERIOD_NUMBERS, Span, full_year, small_number

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.languages.entries import Relative
    from claimcheck.stages.extract.reading import Page

_HAN_NUM = r"[一二三四五六七八九十〇零两]"

_DAY_HOURS = 24
_PAIR_OF_TENS = 3
_NEXT_MONTHS = re.compile(r"([一二三四五六七八九])([二三四五六七八九])月(?:份|间)?(?![球光亮饼台])")

_LUNAR_MONTH = re.compile(r"[正冬腊]月")
_LUNAR_DAY = re.compile(
    r"(?:初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)(?![个天名日])"
)
_EARLY_YEAR = re.compile(
    r"(?:\d{1,4}|[一二三四五六七八九〇零十百]{1,6})(?:年|世纪)?(?:[至到-]公?元?前?\d{1,4}年)?"
)
_ERA_YEAR = re.compile(r"(\d{1,3}|[一二三四五六七八九十]{1,3})年")

_PERIOD = re.compile(
    r"年? ?(?:的)?(?:第?([一二三四1-4])季度|第([一二三四1-4])季|q([1-4])|h([12])|(上半年|下半年)|前([二两三23])个?季度"
    r"|(?:前|首)(\d{1,2}|[一二三四五六七八九十]+)个?月|(\d{1,2}) ?[-–—~至到] ?(\d{1,2}) ?月(?:份)?)"
)

_YEAR_MONTH = re.compile(
    r"((?:1[0-9]|20|21)\d\d|[一二三四五六七八九〇零]{4}|\d\d(?=年\d{1,2}月)) ?年(?:度)? ?(?:(\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)? ?(?:(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号])?)?(底|末|初)?"
)

_MONTH_DAY = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,3}) ?月(?:份)? ?(?:(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号])?(底|末|初|上旬|中旬|下旬)?"
)

_LUNAR = re.compile(
    r"([正一二三四五六七八九十冬腊]|十[一二])月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]|二十[一二三四五六七八九]?)(?![日号个家人名])"
)

_DAY = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号(?!线|楼|院|码|机|位|元素|文件|令|公路|仓|馆|门|台|店|桌|公告|提案|种子|站|井|口|厅|产品))(?![元均])"
)

_HAN_CLOCK = re.compile(
    rf"(\d{{1,2}}|{_HAN_NUM}{{1,3}}) ?[点时](?:(\d{{1,2}}|{_HAN_NUM}{{1,3}}) ?分(?!之|钟)(?:\d{{1,2}} ?秒)?|(半)|(整)|钟(?!头))"
)

_HOUR = re.compile(
    rf"(\d{{1,2}}|{_HAN_NUM}{{1,3}})(?:时|点)(?!代|候|间|速|尚|评|击|赞|名|[零〇]?[0-9一二三四五六七八九])"
)
# what stands before an hour of the day (晚上八点, 每天9点), and what behind it (7点以前, 9点到11点)
_BEFORE_HOUR = re.compile(r"[日号午晚早晨夜天]上?的? ?$|[周期拜][一二三四五六]的? ?$|凌晨 ?$|当地时间 ?$")
_AFTER_HOUR = re.compile(
    r"以?[前后](?!个|年)|之[前后]|许(?!多)|整|开[始会工门饭业市盘播售幕赛演课机]|出[发门]|集[合中]|起床|起飞|准时|睡|上[班课学床]|下[班课]|结束|见|才|就[^是有]|抵达|到[达家校岗]"
)
_HOURS = re.compile(
    rf"(\d{{1,2}}|{_HAN_NUM}{{1,3}})[点时]?(?:半|整)? ?(?:到|至|-|~|–|—) ?(?:次日|第二天|凌晨|下午|晚上|中午|早上|上午)?(\d{{1,2}}|{_HAN_NUM}{{1,3}})[点时](?:半|整|钟)?(?![代候间速尚评击赞名])"
)
_NO_HOUR = frozenset("涨跌升降高低多少加减扣得为达近了第")

HAN_DECADE = re.compile(r"((?:1[0-9]|20)\d0|[1-9]0|[一二三四五六七八九]{1,2}十)年代(?:初|末|中期|后期|初期)?")
MONTHS = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2}) ?[-–—~至到] ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?"
)
_HAN_CENTURY = re.compile(
    rf"(?:公元前|公元)?(\d{{1,2}}|{_HAN_NUM}{{1,3}})世纪(?:([1-9]0|[一二三四五六七八九]十)年代)?(?:初|末|中叶|后期|初期)?"
)


def han_time(page: Page, start: int) -> Span | None:  # noqa: PLR0912  an ordered list of cases, each one decision
    """Read a time that starts with a numeral before a Chinese unit of time (二〇二四年, 3月5日, 三点半, 二十世纪)."""
    low = page.low
    if found := _HAN_CENTURY.match(low, start):
        century = small_number(found[1])
        if found[2]:
            return Span(start, found.end(), f"{century - 1:02d}{small_number(found[2]) // 10}X", "decade")
        return Span(start, found.end(), f"{century - 1:02d}XX", "century")
    if (found := HAN_DECADE.match(low, start)) and len(found[1]) == _PAIR_OF_TENS and found[1][2] == "十":
        return Span(start, found.end(), "", "decade")  # 五六十年代
    if found := HAN_DECADE.match(low, start):
        return Span(
            start,
            found.end(),
            f"19{small_number(found[1]) // 10}X" if len(found[1]) < 4 else f"{found[1][:3]}X",
            "decade",
        )
    if found := _YEAR_MONTH.match(low, start):
        return _year_month(page, start, found)
    if found := MONTHS.match(low, start):
        return Span(
            start,
            found.end(),
            f"--{small_number(found[1]):02d}/--{small_number(found[2]):02d}",
            "span",
            None,
            cumulative=small_number(found[1]) == 1,
        )
    if (found := _NEXT_MONTHS.match(low, start)) and small_number(found[2]) == small_number(found[1]) + 1:
        months = f"--{small_number(found[1]):02d}/--{small_number(found[2]):02d}"
        return Span(start, found.end(), months, "span")
    if (found := _LUNAR.match(low, start)) is not None:
        return Span(start, found.end(), "", "day")
    if (found := _MONTH_DAY.match(low, start)) and 1 <= small_number(found[1]) <= 12:
        month = small_number(found[1])
        if found[2]:
            day = small_number(found[2])
            return Span(start, found.end(), f"--{month:02d}-{day:02d}", "day") if 1 <= day <= 31 else None
        if found.end() == start + 2 and low[found.end() : found.end() + 1] in {"球", "光", "亮", "饼", "台"}:
            return None
        return Span(start, found.end(), f"--{month:02d}", "month")
    if (
        (found := _DAY.match(low, start))
        and 1 <= small_number(found[1]) <= 31
        and low[start - 1 : start] not in {"为", "共", "约", "第", "满"}
    ):
        return Span(start, found.end(), f"---{small_number(found[1]):02d}", "day")
    if (found := _HAN_CLOCK.match(low, start)) and small_number(found[1]) <= 24:
        return Span(start, found.end(), "", "clock")
    return _hours(low, start)


def _hours(low: str, start: int) -> Span | None:
    """Read an hour of the day, or two, where the words around say that it is no score or price."""
    if low[start - 1 : start] in _NO_HOUR and start:
        return None
    if (found := _HOURS.match(low, start)) and small_number(found[1]) <= _DAY_HOURS >= small_number(found[2]):
        return Span(start, found.end(), "", "clock")
    found = _HOUR.match(low, start)
    if found is None or small_number(found[1]) > _DAY_HOURS:
        return None
    if (
        low[found.end() - 1] == "时"
        or _BEFORE_HOUR.search(low, max(0, start - 5), start)
        or _AFTER_HOUR.match(low, found.end())
    ):
        return Span(start, found.end(), "", "clock")
    return None


def named_time(page: Page, start: int, lexicon: Lexicon) -> Span | None:
    """Read what a word before the number dates: 民国十二年, 光绪26年, 公元前221年, 腊月二十三."""
    low = page.low
    if low[start - 1 : start] == "月" and _LUNAR_MONTH.match(low, start - 2) and start > 1:
        day = _LUNAR_DAY.match(low, start)
        return None if day is None else Span(start - 2, day.end(), "", "day")
    if low[start - 1 : start] == "前" and low[start - 3 : start - 1] == "公元":
        found = _EARLY_YEAR.match(low, start)
        return None if found is None else Span(max(0, start - 3), found.end(), "", "year")
    if (era := lexicon.eras.before(page.low, start)) is None:
        return None
    found = _ERA_YEAR.match(page.low, start)
    if found is None or not small_number(found[1]):
        return None
    return Span(era[0], found.end(), f"{era[1] + small_number(found[1]):04d}", "year")


def relative_time(page: Page, start: int, end: int, relative: Relative) -> Span:
    """Join a relative year with the part of it that follows: 去年第三季度, 今年5月."""
    low = page.low
    if relative.grain == "year":
        if (part := _PERIOD.match(low, end)) is not None:
            return _year_period(start, "", part)._replace(relative=relative.offset)
        month = _MONTH_DAY.match(low, end)
        if month is not None and 1 <= small_number(month[1]) <= 12:
            day = f"-{small_number(month[2]):02d}" if month[2] else ""
            iso = f"--{small_number(month[1]):02d}{day}"
            return Span(start, month.end(), iso, "day" if day else "month", relative.offset)
    return Span(start, end, "", relative.grain, relative.offset, relative.cumulative)


def _year_month(page: Page, start: int, found: re.Match[str]) -> Span | None:
    low = page.low
    year = full_year(found[1])
    if found[2]:
        month = small_number(found[2])
        if not 1 <= month <= 12:
            return Span(start, found.end(1) + 1, year, "year")
        rest = MONTHS.match(low, found.start(2))
        if rest:
            return Span(
                start,
                rest.end(),
                f"{year}-{small_number(rest[1]):02d}/{year}-{small_number(rest[2]):02d}",
                "span",
                None,
                cumulative=True,
            )
        if found[3]:
            return Span(
                start,
                found.end() - len(found[4] or ""),
                f"{year}-{month:02d}-{small_number(found[3]):02d}",
                "day",
            )
        return Span(start, found.end(), f"{year}-{month:02d}", "month")
    end = found.end()
    period = _PERIOD.match(low, end) or _PERIOD.match(low, end - 1)
    if period and period.end() > end:
        return _year_period(start, year, period)
    return Span(start, end, year, "year")


def _year_period(start: int, year: str, found: re.Match[str]) -> Span:
    quarter = found[1] or found[2] or found[3]
    if quarter:
        return Span(start, found.end(), f"{year}-Q{PERIOD_NUMBERS.get(quarter) or quarter}", "quarter")
    if found[4] or found[5]:
        half = found[4] or ("1" if found[5] == "上半年" else "2")
        return Span(start, found.end(), f"{year}-H{half}", "half")
    if found[6]:
        last = PERIOD_NUMBERS.get(found[6]) or int(found[6])
        return Span(start, found.end(), f"{year}-Q1/{year}-Q{last}", "span", None, cumulative=True)
    first = int(found[8]) if found[8] else 1
    last = int(found[9]) if found[9] else small_number(found[7])
    return Span(start, found.end(), f"{year}-{first:02d}/{year}-{last:02d}", "span", None, cumulative=True)
