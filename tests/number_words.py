"""Writes numbers as people do, in both languages: what the property tests read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

HAN_DIGITS = "零一二三四五六七八九"
FINANCIAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
FULL_WIDTH = str.maketrans({code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)})
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def han(number: int) -> str:
    """Write a whole number from 1 up to 10¹² - 1 in Chinese characters."""
    if number < 10**4:
        return _han_section(number)
    scale, name = (10**8, "亿") if number >= 10**8 else (10**4, "万")
    head, rest = divmod(number, scale)
    gap = "零" if 0 < rest < scale // 10 else ""
    return han(head) + name + gap + (han(rest) if rest else "")


def _han_section(number: int) -> str:
    written, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            written += ("零" if gap and written else "") + HAN_DIGITS[digit] + name
            gap = False
        else:
            gap = bool(written)
    return written


def english(number: int, *, joint: str = " and ") -> str:
    """Write a whole number from 0 up to 10¹⁵ - 1 in words; ``joint`` stands between hundreds and the rest."""
    for scale, name in _SCALES:
        if number >= scale:
            head, rest = divmod(number, scale)
            gap = joint if 0 < rest < 100 else " "
            return f"{english(head, joint=joint)} {name}" + (
                f"{gap}{english(rest, joint=joint)}" if rest else ""
            )
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds]} hundred" + (f"{joint}{english(rest, joint=joint)}" if rest else "")
    if number < len(_SMALL):
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def plain(number: Decimal) -> str:
    """Write a decimal in digits, without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
