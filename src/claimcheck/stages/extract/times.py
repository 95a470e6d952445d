"""Dates, periods and clock times: they are the context of a claim, never its quantity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.records.quantity import TimeExpression

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.languages.lexicon import Relative
    from claimcheck.stages.extract.reading import Page


class Span(NamedTuple):
    """A time that was read: where, and what it says."""

    start: int
    end: int
    iso: str
    grain: str
    relative: int | None = None
    cumulative: bool = False


_HAN_NUM = r"[一二三四五六七八九十〇零两]"
_ISO_DATE = re.compile(
    r"((?:1[0-9]|20|21)\d\d)([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d])(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?"
)
_ISO_MONTH = re.compile(r"((?:19|20)\d\d)[-/](0[1-9]|1[0-2])(?![\d/.-])")
_DMY = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_YEARS = re.compile(
    r"((?:1[5-9]|20|21)\d\d) ?(?:年)? ?[-–—~/至到] ?((?:1[5-9]|20|21)\d\d|\d\d)(?!\d|[./%]\d|%| ?(?:km|kg))(年度?|财年)?"
)
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
_MONTHS = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2}) ?[-–—~至到] ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)?"
)
_DAY = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号(?!线|楼|院|码|机|位|元素|文件|令|公路|仓|馆|门|台|店|桌|公告|提案|种子|站|井|口|厅|产品))(?![元均])"
)
_HAN_CLOCK = re.compile(
    rf"(\d{{1,2}}|{_HAN_NUM}{{1,3}}) ?[点时](?:(\d{{1,2}}|{_HAN_NUM}{{1,3}}) ?分(?!之|钟)(?:\d{{1,2}} ?秒)?|(半)|(整)|钟(?!头))"
)
_HOUR = re.compile(r"(\d{1,2})(?:时|点)(?!代|候|间|速|尚|评|击|赞|名)")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：][0-5]\d(?:\.\d+)?)?(?! ?[:：]\d)")
_CLOCK_DOT = re.compile(r"(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?(?:am|pm|a\.m\.?|p\.m\.?|o'clock)(?![a-z])")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)(?: |-)(?:century|centuries)(?: (?:bc|bce|ad|ce))?")
_HAN_CENTURY = re.compile(
    rf"(?:公元前|公元)?(\d{{1,2}}|{_HAN_NUM}{{1,3}})世纪(?:([1-9]0|[一二三四五六七八九]十)年代)?(?:初|末|中叶|后期|初期)?"
)
_HAN_DECADE = re.compile(r"((?:1[0-9]|20)\d0|[1-9]0|[一二三四五六七八九]十)年代(?:初|末|中期|后期|初期)?")
_DECADE = re.compile(r"((?:1[0-9]|20)\d0|'?[2-9]0)'?s(?![a-z])")
_FISCAL = re.compile(r"(20\d\d|19\d\d) ?财年(?:第?([一二三四1-4])季度|q([1-4]))?")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]{3,9})\.?(?:,? ?((?:1[0-9]|20|21)\d\d)(?!\d))?"
)
_AFTER_MONTH = re.compile(
    r"\.? ?(?:(\d{1,2})(?:st|nd|rd|th)?(?: ?[-–—] ?\d{1,2}(?:st|nd|rd|th)?)?(?![\d%]|[.,:]\d| ?(?:%|percent|million|billion|people))(?: ?,? ?((?:1[0-9]|20|21)\d\d)(?![\d,.]\d|\d|%))?|(?:,|of)? ?((?:1[0-9]|20|21)\d\d)(?![\d%]))"
)
_NTH_PERIOD = re.compile(
    r"(first|second|third|fourth|1st|2nd|3rd|4th|final|last)[ -](quarter|half)(?:(?: of)?(?: the)? ?(?:fiscal )?(?:year )?((?:19|20)\d\d))?(?![a-z-])"
)
_FIRST_N = re.compile(
    r"(?:first|past|last|previous) (\w+) (months|quarters|weeks|days|years|decades)(?: of (?:the )?((?:19|20)\d\d))?(?![a-z])"
)
_QUARTER = re.compile(
    r"q([1-4])(?:(?: ?(?:of )?(?:fy)?'?(?=(?:19|20)\d\d)|(?: ?fy ?| '?|'))((?:19|20)?\d\d)(?!\d| ?%|[.,]\d))?(?![a-z0-9])"
)
_QUARTER_REV = re.compile(r"([1-4])q ?'?((?:20)?\d\d)?(?![\da-z])")
_HALF = re.compile(
    r"h([12])(?:(?: ?(?:of )?(?:fy)?'?(?=(?:19|20)\d\d)|(?: ?fy ?| '?|'))((?:19|20)?\d\d)(?!\d| ?%|[.,]\d))?(?![a-z0-9])"
)
_HALF_REV = re.compile(r"([12])h ?'?((?:20)?\d\d)(?![\da-z])")
_FY = re.compile(r"(?:fy|cy) ?'?((?:19|20)?\d\d)(?: ?q([1-4]))?(?![\da-z])")
_YEAR_Q = re.compile(r"((?:19|20)\d\d)[ -]?(?:q([1-4])|h([12]))(?![a-z0-9])")
_YEAR_NTH = re.compile(r"((?:19|20)\d\d)(?:'s)? (first|second|third|fourth)[ -](quarter|half)(?![a-z])")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_TO_PRESENT = re.compile(r"((?:1[5-9]|20)\d\d) ?[-–—至] ?(?:present|now|today|今|现在?|(?=[)）]))(?![a-z])")
_BARE_YEAR = re.compile(r"(?:1[0-9]|20|21)\d\d(?![\d,.]\d|\d|[a-z%‰°])")
_BC = re.compile(r"(\d{1,4}) ?(?:bce|bc|b\.c\.|ce\b|ad\b)(?![a-z])")
_BC_SPAN = re.compile(
    r"(?:\d{1,2},\d{3}|\d{1,4}) ?[-–—] ?(?:\d{1,2},\d{3}|\d{1,4}) ?(?:bce|bc|b\.c\.|ce|ad)(?![a-z])"
)
_AD = re.compile(r"(?:ad|公元前|公元) ?$")
_COUNT_MONTHS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "〇": 0,
    "零": 0,
}
_PERIOD_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}


def before_christ(page: Page, start: int) -> Span | None:
    """Read a span of years of an era: "604–562 BC"."""
    found = _BC_SPAN.match(page.low, start)
    return Span(start, found.end(), "", "span") if found else None


def small_number(text: str) -> int:
    """Return the value of one or two digits or of a Chinese numeral below 100.

    >>> [small_number(text) for text in ("12", "十二", "三十一", "五")]
    [12, 12, 31, 5]
    """
    if text.isdigit() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _COUNT_MONTHS.get(tens, 1) * 10 + _COUNT_MONTHS.get(ones, 0)
    return _COUNT_MONTHS.get(text, 0)


def _year(text: str) -> str:
    if text.isdigit() and text.isascii():
        return text if len(text) == 4 else f"20{text}" if len(text) == 2 and int(text) < 50 else f"19{text}"
    return "".join(str(_COUNT_MONTHS[char]) for char in text)


def digit_time(page: Page, start: int, end: int, lexicon: Lexicon) -> Span | None:  # noqa: PLR0912  an ordered list of cases, each one decision
    """Read a time that starts with digits at ``start``; ``end`` is where the plain number ends."""
    low = page.low
    width = end - start
    following = low[end : end + 1]
    if width > 10:
        return None
    if width == 4 and low[start] in "12" and (span := _long_year(page, start, end)):
        return span
    if following in {"年", "月", "日", "号", "点", "时", "世", "财"} or (
        following == " " and low[end + 1 : end + 2] in "年月日号时"
    ):
        return _han_date(page, start)
    if following in {"-", "/", ".", ":", "："} or width > 4:
        if found := _ISO_DATE.match(low, start):
            return Span(start, found.end(), f"{found[1]}-{int(found[3]):02d}-{int(found[4]):02d}", "day")
        if found := _DMY.match(low, start):
            first, second = int(found[1]), int(found[3])
            month, day = (first, second) if first <= 12 else (second, first)
            if 1 <= month <= 12 and 1 <= day <= 31:
                return Span(start, found.end(), f"{found[4]}-{month:02d}-{day:02d}", "day")
    if width <= 5:
        if found := _CLOCK_DOT.match(low, start):
            return Span(start, found.end(), "", "clock")
        if found := _CENTURY.match(low, start):
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
                return _period(start, found.end(), found[2], f"Q{found[1]}", "quarter")
            if found := _HALF_REV.match(low, start):
                return _period(start, found.end(), found[2], f"H{found[1]}", "half")
        if found := _MONTHS.match(low, start):
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


def _period(start: int, end: int, year: str | None, name: str, grain: str, prefix: str = "") -> Span:
    return Span(start, end, f"{prefix}{_year(year)}-{name}" if year else f"-{name}", grain)


def _long_year(page: Page, start: int, end: int) -> Span | None:
    """Read what starts with a four-digit year, except a bare one."""
    low = page.low
    if found := _ISO_DATE.match(low, start):
        return Span(start, found.end(), f"{found[1]}-{int(found[3]):02d}-{int(found[4]):02d}", "day")
    if found := _YEAR_NTH.match(low, start):
        name, grain = ("Q", "quarter") if found[3] == "quarter" else ("H", "half")
        return Span(start, found.end(), f"{found[1]}-{name}{_NTH[found[2]]}", grain)
    if found := _TO_PRESENT.match(low, start):
        return Span(start, found.end(), found[1], "year")
    if found := _YEAR_Q.match(low, start):
        name, grain = (f"Q{found[2]}", "quarter") if found[2] else (f"H{found[3]}", "half")
        return Span(start, found.end(), f"{found[1]}-{name}", grain)
    if found := _FISCAL.match(low, start):
        quarter = found[2] or found[3]
        iso = f"FY{found[1]}" + (f"-Q{small_number(quarter)}" if quarter else "")
        return Span(start, found.end(), iso, "quarter" if quarter else "year")
    if found := _HAN_DECADE.match(low, start):
        return Span(start, found.end(), f"{found[1][:3]}X", "decade")
    if found := _DECADE.match(low, start):
        return Span(start, found.end(), f"{found[1][:3]}X", "decade")
    if found := _YEARS.match(low, start):
        first = int(found[1])
        last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
        explicit = "年" in found.group() or len(found[2]) == 4
        month_like = len(found[2]) == 2 and 1 <= int(found[2]) <= 12
        if (
            last > first
            and last - first < 300
            and (explicit or (last - first < 60 and (not month_like or last - first == 1)))
        ):
            return Span(start, found.end(), f"{first}/{last}", "span")
    if found := _ISO_MONTH.match(low, start):
        return Span(start, found.end(), f"{found[1]}-{found[2]}", "month")
    if low[end : end + 1] == "年" or low[end : end + 2] == " 年":
        return _han_date(page, start)
    return None


def han_time(page: Page, start: int) -> Span | None:
    """Read a time that starts with a Chinese numeral (二〇二四年, 三月五日, 三点半, 二十世纪)."""
    return _han_date(page, start)


def _han_date(page: Page, start: int) -> Span | None:  # noqa: PLR0912  an ordered list of cases, each one decision
    low = page.low
    if found := _HAN_CENTURY.match(low, start):
        century = small_number(found[1])
        if found[2]:
            return Span(start, found.end(), f"{century - 1:02d}{small_number(found[2]) // 10}X", "decade")
        return Span(start, found.end(), f"{century - 1:02d}XX", "century")
    if found := _HAN_DECADE.match(low, start):
        return Span(
            start,
            found.end(),
            f"19{small_number(found[1]) // 10}X" if len(found[1]) < 4 else f"{found[1][:3]}X",
            "decade",
        )
    if found := _YEAR_MONTH.match(low, start):
        return _year_month(page, start, found)
    if found := _MONTHS.match(low, start):
        return Span(
            start,
            found.end(),
            f"--{small_number(found[1]):02d}/--{small_number(found[2]):02d}",
            "span",
            None,
            cumulative=small_number(found[1]) == 1,
        )
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
    if (found := _HOUR.match(low, start)) and int(found[1]) <= 24:
        before = low[max(0, start - 3) : start]
        if (
            "日" in before
            or "午" in before
            or "晚" in before
            or "间" in before
            or "早" in before
            or "晨" in before
            or low[found.end() - 1] == "时"
        ):
            return Span(start, found.end(), "", "clock")
    return None


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
    year = _year(found[1])
    if found[2]:
        month = small_number(found[2])
        if not 1 <= month <= 12:
            return Span(start, found.end(1) + 1, year, "year")
        rest = _MONTHS.match(low, found.start(2))
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
        return Span(start, found.end(), f"{year}-Q{_PERIOD_NUMBERS.get(quarter) or quarter}", "quarter")
    if found[4] or found[5]:
        half = found[4] or ("1" if found[5] == "上半年" else "2")
        return Span(start, found.end(), f"{year}-H{half}", "half")
    if found[6]:
        last = _PERIOD_NUMBERS.get(found[6]) or int(found[6])
        return Span(start, found.end(), f"{year}-Q1/{year}-Q{last}", "span", None, cumulative=True)
    first = int(found[8]) if found[8] else 1
    last = int(found[9]) if found[9] else small_number(found[7])
    return Span(start, found.end(), f"{year}-{first:02d}/{year}-{last:02d}", "span", None, cumulative=True)


def clock_time(page: Page, start: int, lexicon: Lexicon) -> Span | None:
    """Read "14:30" where nothing says that it is a score or a ratio."""
    found = _CLOCK.match(page.low, start)
    if found is None:
        return None
    around = page.low[max(0, start - 14) : found.end() + 10]
    if any(word in around for word in lexicon.score_words) or any(
        word in around for word in lexicon.ratio_words
    ):
        return None
    return Span(start, found.end(), "", "clock")


def prefixed_time(page: Page, start: int) -> Span | None:
    """Read "Q3 2025", "H1", "FY2025" at ``start``."""
    low = page.low
    if found := _QUARTER.match(low, start):
        fiscal = "FY" if "fy" in found.group() else ""
        return _period(start, found.end(), found[2], f"Q{found[1]}", "quarter", fiscal)
    if found := _HALF.match(low, start):
        fiscal = "FY" if "fy" in found.group() else ""
        return _period(start, found.end(), found[2], f"H{found[1]}", "half", fiscal)
    if found := _FY.match(low, start):
        iso = f"FY{_year(found[1])}" + (f"-Q{found[2]}" if found[2] else "")
        return Span(start, found.end(), iso, "quarter" if found[2] else "year")
    return None


def month_time(page: Page, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """Read a month name at ``start:end`` with the day and year that follow it."""
    low = page.low
    word = low[start:end]
    month = lexicon.months[word]
    found = _AFTER_MONTH.match(low, end)
    capital = page.norm[start].isupper()
    if found is None:
        if (word in lexicon.ambiguous_months or not capital) and not (
            capital
            and word in {"march", "may", "august"}
            and low[max(0, start - 3) : start] in {"in ", "of ", "by "}
        ):
            return None
        return Span(start, end, f"--{month:02d}", "month")
    if found[1]:
        day = int(found[1])
        if not 1 <= day <= 31:
            return Span(start, end, f"--{month:02d}", "month") if capital else None
        if found[2]:
            return Span(start, found.end(), f"{found[2]}-{month:02d}-{day:02d}", "day")
        return Span(start, found.end(), f"--{month:02d}-{day:02d}", "day")
    return Span(start, found.end(), f"{found[3]}-{month:02d}", "month")


def ordinal_time(page: Page, start: int, lexicon: Lexicon) -> Span | None:
    """Read "third quarter of 2025", "first half", "first nine months" at ``start``."""
    low = page.low
    if found := _NTH_PERIOD.match(low, start):
        which = lexicon.period_ordinals.get(found[1])
        if which is None:
            return None
        name = "Q" if found[2] == "quarter" else "H"
        if name == "H" and which > 2:
            return None
        if name == "H" and not found[3] and low.startswith((" of the game", " of the match"), found.end()):
            return None
        return _period(start, found.end(), found[3], f"{name}{which}", found[2])
    if found := _FIRST_N.match(low, start):
        count = lexicon.cardinals.get(found[1]) or (
            int(found[1]) if found[1].isdigit() and found[1].isascii() and len(found[1]) < 3 else 0
        )
        if count and low.startswith("first", start) and found[2] == "months" and count <= 12:
            year = found[3] or "-"
            iso = f"{year}-01/{year}-{count:02d}" if found[3] else f"--01/--{count:02d}"
            return Span(start, found.end(), iso, "span", None, cumulative=True)
        if count and low.startswith("first", start) and found[2] == "quarters" and count <= 4:
            iso = f"{found[3]}-Q1/{found[3]}-Q{count}" if found[3] else f"-Q1/-Q{count}"
            return Span(start, found.end(), iso, "span", None, cumulative=True)
    return None


def bare_year(page: Page, start: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a four-digit number with no unit after it is a year."""
    low = page.low
    if not _BARE_YEAR.match(low, start):
        return False
    value = int(low[start:end])
    if not 1500 <= value <= 2100 and not (value >= 1000 and low[max(0, start - 3) : start] == "in "):
        return False
    at = start
    if at and low[at - 1] in "(（,":
        return True
    while at and low[at - 1] == " ":
        at -= 1
    if lexicon.year_before.before(low, at) is not None or low[at - 1 : at] in {
        "(",
        "（",
        "于",
        "自",
        "从",
        "到",
        "至",
        "在",
        "©",
    }:
        return True
    if 1950 <= value <= 2049 and low[end : end + 1] > "\u3400" and low[end] not in "个名家人元美次的多余以左":
        return True
    return (
        1950 <= value <= 2049
        and (at == 0 or low[at - 1] in ".;:!?\n|—–、" or low[end : end + 1] in {")", "）"})
    ) or (
        1950 <= value <= 2049
        and low[end : end + 1] in {" ", ","}
        and low[max(0, at - 8) : at].endswith(tuple(lexicon.months))
    )


_YEAR_AND_NOUN = re.compile(r"((?:19|20)[0-4]\d|19[5-9]\d)(?= [a-z])")
_YEAR_OPENERS = re.compile(r"(?:^|[^a-z])(in|since|during|until|early|late|the|a|an) $")


def year_before_noun(page: Page, start: int, end: int) -> bool:
    """Say whether "in 2023 researchers …", "the 2024 elections" hold a year and no count."""
    found = _YEAR_AND_NOUN.match(page.low, start)
    if found is None or found.end() != end:
        return False
    opener = _YEAR_OPENERS.search(page.low, max(0, start - 8), start)
    return opener is not None and (opener[1] not in {"the", "a", "an"} or page.low[end - 2 : end] != "00")


_BETWEEN_YEARS = re.compile(r" ?(?:to|through|and|-|–|至|到|与|和) ?$")
_OPENS_SPAN = re.compile(r"(?:from|between|从|自|由|介于) ?$")


def join_years(page: Page, spans: list[Span]) -> list[Span]:
    """Join "from 2019 to 2023" into one span of years."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last is not None
            and span.grain == last.grain == "year"
            and span.start - last.end <= 9
            and last.iso.isdigit()
            and span.iso.isdigit()
        ):
            word = _BETWEEN_YEARS.match(page.low, last.end, span.start)
            opened = _OPENS_SPAN.search(page.low, max(0, last.start - 9), last.start)
            plain = word is not None and word.group().strip() in {"to", "至", "到", "-", "–", "through"}
            if word is not None and word.end() == span.start and (opened or plain) and last.iso < span.iso:
                joined[-1] = Span(last.start, span.end, f"{last.iso}/{span.iso}", "span")
                continue
        joined.append(span)
    return joined


def to_expression(page: Page, span: Span, lexicon: Lexicon) -> TimeExpression:
    """Turn a span into the record, with the role that the words before it give."""
    at = span.start
    while at and page.low[at - 1] == " ":
        at -= 1
    role = "during"
    if (found := lexicon.time_roles.before(page.low, at)) is not None:
        role = found[1]
    elif page.low.startswith(("以来", "起"), span.end):
        role = "since"
    return TimeExpression.model_construct(
        text=page.text[span.start : span.end],
        start=span.start,
        end=span.end,
        iso=span.iso,
        grain=span.grain,
        relative=span.relative,
        cumulative=span.cumulative,
        role=role,
    )
