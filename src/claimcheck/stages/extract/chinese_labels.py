"""Numbers in digits that Chinese words around them make a label: tables, hotlines, coordinates, versions, codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.reading import ONE, back_over_spaces, skip_spaces
from claimcheck.stages.extract.tokens import word_before

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Number, Page

_FIGURE = re.compile(r"(?:^|[^\u4e00-\u9fff]|[见如在从由自和与及看附])[图表]$")
_DIALLED = re.compile(r"[打拨](?:[了过通给到]|电话)?$")
_HOTLINE = re.compile(r"1[0-2]\d{1,3}|9\d{4}|1[0-2]\d{3}")
_PLACE = re.compile(r"[东西]经|[南北]纬")
_CODE = re.compile(r"[\u4e00-\u9fff](?<![型大中小起筹砝数价加])[号码](?:[:：为是] ?| )?$")
_CLASS = re.compile(r"[)）][班号栋幢组区]")
_ITEM = re.compile(r"(?:^|[\n。；;：:，,])[(（]$")
_ITEM_END = re.compile(r"[)）][\u4e00-\u9fff]")
_FILE = re.compile(r"[)）]\.[a-z]{2,4}")
_NUMBERED = frozenset("式图表款")  # 式（4）, 第一款（3）项
_ITEMS = 20  # no list within a sentence has more
_REACH = 6
_LONG = 15  # digits; a bank card has 16 and more, an IMEI 15
_PLATE = re.compile(r"([\u4e00-\u9fff])[a-z][·•-]? ?$")
_PLATE_ENDS = frozenset("abcdefghijklmnopqrstuvwxyz·•- ")
_SEPARATORS = frozenset("；;。")
_CLOSERS = frozenset(")）")
_HANDLE = 16
_AT_NAME = re.compile(r"@[\w\u4e00-\u9fff]+$")
_STATUS_DIGITS = 3
_ANSWERS = re.compile(r"(?:返回|报错?|错误|状态|响应)[了码]? ?$")


def label_of(page: Page, number: Number, lexicon: Lexicon) -> str | None:
    """Return why a number in digits states nothing, or None.

    表2 in front of its title, 打12345, 东经116.4度, 升级到libxq 1.9, 流水号88231, 高三（2）班 and （1）…；（2）….
    """
    low, start, end = page.low, number.start, number.end
    if number.worth != ONE or number.fraction or number.unit is not None or not start:
        return None
    last = low[start - 1]
    if not page.han:
        return _without_chinese(page, number, lexicon)
    following = low[end : end + 1]
    if last in "图表":
        ends = not following or following in " ：:。，、；)）\n"
        return (
            "figure"
            if ends and number.place == ONE and _FIGURE.search(low, max(0, start - 3), start)
            else None
        )
    if last in "经纬":
        return "coordinates" if _PLACE.match(low, start - 2) else None
    if last in "(（":
        return _in_brackets(low, number)
    if number.place != ONE:
        return _version(page, number, lexicon) if last == " " or last.isascii() else None
    return _by_shape(low, number, lexicon) or _by_words(low, number, lexicon)


def _without_chinese(page: Page, number: Number, lexicon: Lexicon) -> str | None:
    """Ask only what needs no Chinese word: files "(2).pdf", versions, digits too many for a number."""
    low, start, end = page.low, number.start, number.end
    if number.place != ONE:
        return _version(page, number, lexicon) if low[start - 1] == " " else None
    if low[start - 1] == "(":
        return "identifier" if number.value <= _ITEMS and _FILE.match(low, end) else None
    long = end - start >= _LONG and low[start:end].isdigit()
    return "identifier" if long and _stands_alone(low, end, lexicon) else None


def _by_shape(low: str, number: Number, lexicon: Lexicon) -> str | None:
    """Leave list marks, rounds of a cup, plates, extensions and the names of users."""
    start, end = number.start, number.end
    last, following = low[start - 1], low[end : end + 1]
    if following == "强":
        return None if low[end + 1 : end + 2] in lexicon.not_round else "stage"
    if last == "转" and low[start - 2 : start - 1].isdigit():
        return "phone"
    if last in _SEPARATORS and following in _CLOSERS and _ITEM_END.match(low, end):
        return "list-number" if number.value <= _ITEMS else None
    plate = _PLATE.search(low, max(0, start - _REACH), start) if last in _PLATE_ENDS else None
    if plate is not None and plate[1] in lexicon.provinces:
        return "identifier"
    handle = max(0, start - _HANDLE)
    return "name" if low.find("@", handle, start) >= 0 and _AT_NAME.search(low, handle, start) else None


def _by_words(low: str, number: Number, lexicon: Lexicon) -> str | None:
    """Leave what a word before the digits makes a code or a number to dial, unless they are measured."""
    start, end = number.start, number.end
    width = end - start
    near = low[max(0, start - _REACH) : start]
    if width >= _LONG:
        why = "identifier" if low[start:end].isdigit() else ""
    elif width == _STATUS_DIGITS and low[start] in "12345" and _ANSWERS.search(near):
        why = "identifier"
    elif low[start] in "19" and _DIALLED.search(near) and _HOTLINE.fullmatch(low, start, end):
        why = "phone"
    else:
        why = "identifier" if ("号" in near or "码" in near) and _CODE.search(near) else ""
    return why if why and _stands_alone(low, end, lexicon) else None


def _in_brackets(low: str, number: Number) -> str | None:
    if number.place != ONE or number.value > _ITEMS:
        return None
    if _CLASS.match(low, number.end) or (number.start > 1 and low[number.start - 2] in _NUMBERED):
        return "label"
    if _FILE.match(low, number.end):
        return "identifier"
    listed = _ITEM.search(low, max(0, number.start - 2), number.start) is not None
    return "list-number" if listed and _ITEM_END.match(low, number.end) else None


def _version(page: Page, number: Number, lexicon: Lexicon) -> str | None:
    """Say whether a Latin name with a verb of installing before it has the decimal as its version."""
    before = word_before(page, number.start)
    if before is None:
        return None
    end = back_over_spaces(page.low, before[0])
    return "version" if lexicon.version_before.before(page.low, end) is not None else None


def _stands_alone(low: str, end: int, lexicon: Lexicon) -> bool:
    at = skip_spaces(low, end)
    return low[at : at + 1] not in lexicon.han_scales and all(
        table.after(low, at) is None
        for table in (lexicon.units, lexicon.measure_words, lexicon.currency_after)
    )
