"""Tells the numbering of headings and list entries from the numbers that a text speaks of."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

import tomli

from claimcheck.formats.visible import Edit, Piece, edited

_DIGITS_ZH = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"十": 10}
_CIRCLED = "①-⓿❶-➓㈠-㈩⒈-⒛"


class _Patterns(NamedTuple):
    opening: re.Pattern[str]
    outline: re.Pattern[str]
    caption_number: re.Pattern[str]
    caption: re.Pattern[str]
    scale: re.Pattern[str]


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _patterns() -> _Patterns:
    words = tomli.loads(resources.files(__package__).joinpath("numbering.toml").read_text("utf-8"))
    measure = re.escape(words["measure_zh"])
    zh = "[一二三四五六七八九十百零〇两]{1,5}"
    number = r"(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,7}|[A-Z])"
    # An entry typed by hand: （1） (2) ① 1、 一、 1.营收 第一，
    opening = (
        rf"(?P<mark>[(（](?P<bracketed>\d{{1,2}}|{zh}|[ivx]{{1,5}})[)）]\s*(?=[^\s\d.,，。;；)）]))"
        rf"|(?P<circled>[{_CIRCLED}]\s*[、.．]?\s*(?=\S))"
        rf"|(?P<comma>(?P<count>\d{{1,2}}|{zh})\s?、\s*(?=\S))"
        rf"|(?P<dot>(?P<point>\d{{1,2}})[.．](?:[ \t\u3000]+(?=[^\s\d])|(?=[\u3400-\u9fff“《【*])))"
        rf"|(?P<label>(?:(?i:{_any(words['labelled'])})\s?|(?:{_any(words['label_zh'])})\s?)"
        rf"(?P<labelled>\d{{1,2}}|{zh})\s?[:：]\s*(?=\S))"
        rf"|(?P<ordinal>第(?P<nth>{zh})(?:{_any(words['labelled_zh'])})?\s?[，,、：:]\s*(?=\S))"
    )
    outline = (
        rf"(?P<strong>第\s?(?:{zh}|\d{{1,3}})\s?(?:{_any(words['chapter_zh'])})[\s、.．：:—–-]*"
        rf"|第(?:{zh}|\d{{1,2}})(?:{_any(words['labelled_zh'])})?\s?[，,、：:]\s*"
        rf"|(?i:{_any(words['chapter'])})\s+{number}(?=[\s:：.、—–-]|$)[\s:：.、—–-]*"
        rf"|(?i:{_any(words['labelled'])})\s*{number}\s?[:：—–]\s*"
        rf"|(?:{_any(words['label_zh'])})\s?(?:\d{{1,2}}|{zh})\s?[:：]\s*"
        rf"|{zh}\s?[、．.]\s*|[(（](?:\d{{1,2}}|{zh}|[ivxIVX]{{1,5}}|[a-zA-Z])[)）]\s*"
        rf"|[{_CIRCLED}]\s*[、.．]?\s*|[IVX]{{1,5}}[.、)]\s+)"
        rf"|(?P<plain>(?P<number>\d{{1,3}}(?:[.．]\d{{1,3}}){{0,4}})(?P<close>\s?[、)）]\s*|[.．](?!\d)\s*|[ \t\u3000]+)?)"
    )
    caption_zh, caption_en = _any(words["caption_zh"]), _any(words["caption"])
    caption_number = (
        rf"(?:(?i:{caption_en})\s*\d{{1,3}}(?:[.-]\d{{1,3}}){{0,2}}\s?[:：.、—–|]\s*"
        rf"|(?:{caption_zh})\s?(?:\d{{1,3}}(?:[.-]\d{{1,3}}){{0,2}}|{zh})[\s：:、.．|—-]\s*)"
    )
    unit = rf"(?:in\s+)?(?:[$€£¥]|[A-Z]{{2,3}}\$?)?\s?(?:m|mn|bn|k|{_any(words['unit_note'])})?"
    caption = (
        rf"\s*(?:(?i:{caption_en})\s*\d{{1,3}}(?:[.-]\d{{1,3}}){{0,2}}\s?[:：.、—–|]"
        rf"|(?:{caption_zh})\s?(?:\d{{1,3}}|{zh})(?:[.-]\d{{1,3}})?[\s：:、.．|—-]"
        rf"|[(（\[【]?(?:{_any(words['unit_note_zh'])})\s?[:：].{{1,24}}$)"
        rf"|[^.。!?！？]{{0,120}}[(（](?i:{unit}|(?:{_any(words['unit_note_zh'])})[:：][^()（）]{{1,20}})[)）]\s*[:：]?$"
    )
    scale = rf"\s*(?:%|％|°|[$€£¥]|(?i:{_any(words['scale'])})\b|[{measure}])"
    return _Patterns(*(re.compile(p) for p in (opening, outline, caption_number, caption, scale)))


def is_caption(text: str) -> bool:
    """Say whether a line above a table is its caption or unit note and nothing else.

    >>> [is_caption(t) for t in ("表2：各模型得分", "单位：万元", "Revenue ($m)", "Revenue rose to 5.")]
    [True, True, True, False]
    """
    return len(text) <= 200 and _patterns().caption.match(text) is not None


def without_numbering(piece: Piece, *, caption: bool = False) -> Piece:
    """Return a piece without the enumeration typed by hand at its start, and at later lines in sequence.

    A number that begins a sentence (``3 people died``, ``1、2月份``) stays.
    """
    text = piece.text
    edits: list[Edit] = []
    if caption and (match := _patterns().caption_number.match(text)):
        edits.append(Edit(0, match.end()))
    previous = 0
    start = 0
    while not edits or start:
        found = _opening(text, start)
        if found and (start == 0 or found[1] in {1, previous + 1}):
            edits.append(Edit(start + _leading(text, start), found[0]))
            previous = found[1]
        start = text.find("\n", start) + 1
        if not start or not edits:
            break
    return edited(piece, edits) if edits else piece


def _leading(text: str, start: int) -> int:
    """Return how much white space stands at ``start`` (bounded: more is no entry)."""
    count = 0
    while count < 8 and start + count < len(text) and text[start + count] in " \t\u3000":
        count += 1
    return count


def _opening(text: str, start: int) -> tuple[int, int] | None:
    """Return the end of the enumeration mark at ``start`` and its number."""
    start += _leading(text, start)
    match = _patterns().opening.match(text, start)
    if not match or match.end() == len(text):
        return None
    if match["comma"]:
        if _continues(match["count"], text[match.end() : match.end() + 6]):
            return None
        return match.end(), _value(match["count"])
    if match["circled"]:
        return match.end(), _circled(match["circled"][0])
    number = match["bracketed"] or match["point"] or match["labelled"] or match["nth"]
    return match.end(), _value(number)


def _continues(number: str, rest: str) -> bool:
    """Say whether a list of numbers goes on behind 、 as in 1、2月份 or 三、四季度."""
    following = re.match(r"\d{1,2}(?!\d)|[一二三四五六七八九十]", rest)
    return following is not None and _value(following.group()) == _value(number) + 1


def _value(number: str) -> int:
    """Return a small number as written; 0 where it is none (roman letters)."""
    if number.isdecimal():
        return int(number)
    if number in _DIGITS_ZH:
        return _DIGITS_ZH[number]
    tens, ten, ones = number.partition("十")
    if not ten:
        return 0
    return _DIGITS_ZH.get(tens, 1) * 10 + _DIGITS_ZH.get(ones, 0)


def _circled(char: str) -> int:
    import unicodedata  # noqa: PLC0415  rare

    return int(unicodedata.numeric(char, 0))


def outline_edits(headings: list[tuple[int, str]]) -> list[Edit | None]:
    """Return what to take off each heading (level, text): its own numbering.

    ``3.1 Results`` is numbered; whether ``2 Methods`` or ``3.5 million users`` is, only the headings of the
    same level tell: a number that continues their sequence is numbering.

    >>> outline_edits([(2, "3.1 Results"), (2, "3.5 million users"), (2, "10 ways to save")])
    [Edit(start=0, end=4, text=''), None, None]
    """
    patterns = _patterns()
    found = [patterns.outline.match(text) for _, text in headings]
    edits: list[Edit | None] = []
    last: dict[int, str] = {}
    numbers: list[str] = [m["number"] if m and m["plain"] else "" for m in found]
    following = _following([level for level, _ in headings], numbers)
    for index, ((level, text), match) in enumerate(zip(headings, found, strict=True)):
        edit = None
        if match and match["strong"] and match.end() == len(text):
            edit = Edit(0, match.end())  # "Part II" alone: a heading without words
        elif match and match.end() < len(text):
            number = numbers[index]
            in_sequence = bool(number) and (
                _succeeds(last.get(level, ""), number) or _succeeds(number, following[index])
            )
            if _is_numbering(match, text, in_sequence=in_sequence):
                edit = Edit(0, match.end())
        if numbers[index]:
            last[level] = numbers[index]
        edits.append(edit)
    return edits


def _following(levels: list[int], numbers: list[str]) -> list[str]:
    """Return for each heading the number of the next one of its level."""
    upcoming: dict[int, str] = {}
    result = [""] * len(levels)
    for index in range(len(levels) - 1, -1, -1):
        result[index] = upcoming.get(levels[index], "")
        upcoming[levels[index]] = numbers[index]
    return result


def _succeeds(one: str, other: str) -> bool:
    """Say whether ``other`` is the number after ``one``: 2 → 3, 3.1 → 3.2."""
    head, _, tail = one.rpartition(".")
    other_head, _, other_tail = other.rpartition(".")
    return bool(tail and other_tail) and head == other_head and int(other_tail) == int(tail) + 1


def _is_numbering(match: re.Match[str], text: str, *, in_sequence: bool) -> bool:
    if match["strong"]:
        return (
            not _continues(match["strong"].rstrip("、 "), text[match.end() :])
            if "、" in match["strong"]
            else True
        )
    number, close = match["number"], (match["close"] or "")
    scaled = _patterns().scale.match(text, match.end()) is not None
    if close.strip() in {"、", ")", "）"}:
        return not _continues(number, text[match.end() :])
    if close.strip():  # 1. or 1.2.
        return True
    dotted = "." in number or "．" in number
    if dotted and number.count(".") >= 2:
        return True
    if dotted and not scaled:
        return bool(close) or text[match.end()] > "\u2e80"
    return in_sequence and bool(close) and len(number) <= 5
