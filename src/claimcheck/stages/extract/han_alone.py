"""Whether a numeral in Chinese characters is a number where it stands, or a part of a word or a name.

A Chinese number is followed by a measure word, a unit or a counted noun, or stands behind a word that leads to a
value, or ends its clause. What has none of these is mostly a word (三角), a set name (十八罗汉) or an article (一个).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.chinese_names import leads_to_value
from claimcheck.stages.extract.draft import alone
from claimcheck.stages.extract.reading import back_over_spaces, skip_spaces

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Found, Number, Page

_ALONE = "一"
_PAIR = "两"
_SCALE = "十百千万亿"
_SET_NAMES = 100  # sets that are named by their number are small: 十八罗汉, 三十六计
_LIST_REACH = 9  # characters between two items of an enumeration
_SAME_REACH = 20  # characters between two counts by one measure word
_CLAUSE = re.compile(r"[，。；！？\n]")
_SENTENCE = re.compile(r"[。；！？\n]")
_RESULTS = frozenset("胜平负金银铜")
_EACH = re.compile(
    r"每(?:[人户家次回年月天日晚张件桌车组班队校村]|个月|小时|星期)$|每\d{1,2}(?:个?小时|天|个?月|年|周)$"
)
_EACH_REACH = 8
_NEXT_ITEM = re.compile(r"[\u4e00-\u9fff]{0,5}[、和及](?=[两二三四五六七八九十\d])")
_WEEKDAYS = re.compile(
    r"(?:周|星期|礼拜)[一二三四五六日天](?:[、，,和及与至到/-][一二三四五六日])*[、，,和及与至到/-]$"
)
_WEEK_REACH = 16


def measured(page: Page, position: int, lexicon: Lexicon, *, nouns: bool = True) -> bool:
    """Say whether a measure word, a unit, a currency or, with ``nouns``, a counted noun follows."""
    low = page.low
    at = skip_spaces(low, position)
    measure = lexicon.measure_words.after(low, at)
    if measure is not None and low[measure[0] : measure[0] + 1] not in (
        lexicon.not_before.get(low[at : measure[0]]) or ()
    ):
        return True
    if lexicon.units.after(low, at) is not None or lexicon.currency_after.after(low, at) is not None:
        return True
    return nouns and lexicon.nouns.after(low, at) is not None


def unmeasured(page: Page, number: Number, lexicon: Lexicon) -> bool:
    """Say whether a numeral of several characters counts nothing: 五四, 三九, 十八罗汉, 千万别."""
    low, start, end = page.low, number.start, number.end
    if number.unit is not None or number.fraction or number.loose is not None or number.place < 1:
        return False
    text = low[start:end]
    following = low[end : end + 1]
    if any(char.isdigit() or char == " " for char in text):
        return False
    scaled = any(char in lexicon.han_scales or char in lexicon.han_tens for char in text)
    if scaled and (not "\u4e00" <= following <= "\u9fff" or following in lexicon.han_stop):
        return False
    if alone(page, start, end) or measured(page, end, lexicon, nouns=scaled):
        return False
    if start and low[start - 1] in lexicon.value_leads:
        return False
    if not scaled:
        return True
    if start and leads_to_value(page, start, lexicon, stops=False):
        return False
    if all(char in lexicon.han_scales for char in text):
        return number.value != 10
    return (
        number.value < _SET_NAMES
        and lexicon.hedges_after.after(low, end) is None
        and lexicon.moves.after(low, end) is None
        and lexicon.han_stop_words.after(low, end) is None
    )


def in_week(page: Page, at: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether the numeral goes on a list of weekdays (周一、三、五)."""
    low = page.low
    return (
        _WEEKDAYS.search(low, max(0, at - _WEEK_REACH), at) is not None
        and (lexicon.measure_words.after(low, end) is None or low.startswith("晚上", end))
        and lexicon.units.after(low, end) is None
    )


def lone_numeral(page: Page, number: Number, lexicon: Lexicon, last: Found | None) -> bool:  # noqa: PLR0912  an ordered list of cases, each one decision
    """Say whether one numeral character is a number here; ``last`` is the quantity before it."""
    low, at, end = page.low, number.start, number.end
    text = low[at:end]
    if alone(page, at, end):
        return not _bracketed(low, at, end)
    previous = low[at - 1 : at] if at else ""
    if previous == "第" or low.startswith("个半", end):
        return True
    if text in "俩仨" and previous and previous in "他她它们我你咱":
        return True
    after = skip_spaces(low, end)
    following = low[end : end + 1]
    if following in {"点", "多", "余", "几"} and text in _SCALE:
        return True
    if following == "来" and text in _SCALE and measured(page, end + 1, lexicon):
        return True
    if following == "半" or previous == "负":
        return True
    unit = _unit_end(page, after, lexicon)
    measure = lexicon.measure_words.after(low, after)
    money = lexicon.currency_after.after(low, after)
    if text in lexicon.financial:
        return money is not None
    best = max((stop for stop in (unit, money[0] if money else None) if stop is not None), default=0)
    stop = max(best, measure[0] if measure else 0)
    if text == _ALONE:
        return _one(page, number, lexicon, last, best=best, measure=measure[0] if measure else 0)
    if (
        measure is not None
        and low[after : measure[0]] == "打"
        and low[measure[0] : measure[0] + 1] in lexicon.han_digits
    ):
        return False
    if stop:
        return (
            text != _PAIR
            or low[after:stop] not in lexicon.liang_words
            or _counts(page, at, after, stop, lexicon)
        )
    if lexicon.nouns.after(low, after) is not None:
        return True
    if following in {"至", "到", "、", "~", "-"} and (
        low[end + 1 : end + 2] in lexicon.han_digits or low[end + 1 : end + 2] == "十"
    ):
        return True
    if following in lexicon.closes_numeral or low.startswith("以上", end):
        return previous in lexicon.leads_to_numeral
    return False


def _bracketed(low: str, at: int, end: int) -> bool:
    """Say whether the numeral numbers an item: （一）总则, 第（三）项."""
    return (
        bool(at)
        and low[at - 1] in "(（"
        and low[end : end + 1] in ")）"
        and low[end + 1 : end + 2] >= "\u4e00"
    )


def _counts(page: Page, at: int, after: int, stop: int, lexicon: Lexicon) -> bool:
    """Say whether 两部, 两家 count here and do not mean "both": 其中两部, 两家公司."""
    low = page.low
    if lexicon.counting.before(low, at) is not None:
        return True
    return low[after:stop] not in lexicon.both_of and lexicon.nouns.after(low, stop) is not None


def _one(
    page: Page, number: Number, lexicon: Lexicon, last: Found | None, *, best: int, measure: int
) -> bool:
    """Say whether 一 counts here; mostly it is an article or a part of a word."""
    low, at, end = page.low, number.start, number.end
    after = skip_spaces(low, end)
    previous = low[at - 1 : at] if at else ""
    if best and low[best : best + 1] == "半":
        return True
    if best and best >= measure and low[after:best] not in lexicon.plain_ones:
        return True
    if not measure and not best:
        following = low[end : end + 1]
        ranged = following in {"至", "到", "~", "-"} and low[end + 1 : end + 2] in lexicon.han_digits
        closed = previous in {"是", "于", "为"} and not following.strip('，。；、！？却而和与或”" ,.')
        return ranged or closed or low[end : end + 2] == "以上"
    stop = max(best, measure)
    if last is not None and last.end == at and last.unit in _RESULTS:
        return True  # 三胜一平一负
    if _EACH.search(low, max(0, at - _EACH_REACH), at) is not None:
        return True
    if alone(page, at, stop) or lexicon.emphasis.before(low, back_over_spaces(low, at)) is not None:
        return True
    if previous in lexicon.price_verbs and best and lexicon.currency_after.after(low, after) is not None:
        return True
    return _enumerated(page, at, after, stop, last)


def _enumerated(page: Page, at: int, after: int, stop: int, last: Found | None) -> bool:
    """Say whether 一 stands in a list of counts: 八角两颗、料酒一勺; 一个苹果、两个梨."""
    low = page.low
    if last is not None and 0 < at - last.end <= _SAME_REACH:
        between = low[last.end : at]
        if len(between) <= _LIST_REACH and "、" in between and not _CLAUSE.search(between):
            return True
        word = low[after:stop]
        if (
            at - last.end <= _SAME_REACH
            and low.startswith(word, last.number_end)
            and not _SENTENCE.search(between)
        ):
            return True  # 两家是上市公司，一家是国企
    return _NEXT_ITEM.match(low, stop) is not None


def _unit_end(page: Page, position: int, lexicon: Lexicon) -> int | None:
    found = lexicon.units.after(page.low, position)
    if found is None:
        return None
    guard = lexicon.not_before.get(page.low[position : found[0]])
    following = page.low[found[0] : found[0] + 1]
    return None if guard and following and following in guard else found[0]
