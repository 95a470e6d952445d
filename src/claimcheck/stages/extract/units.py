"""The unit after (or before) a number: percent, money, measures, per-units, and which letters are scales."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.languages.lexicon import Unit
from claimcheck.stages.extract.reading import ONE, Number, Page, skip_spaces

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_WORD = re.compile(r"[a-z]+")
_PER = re.compile(r" ?/ ?| per | an? |-an?-| each | every ")
_AGO = (" earlier", " ago", " later", " before", " after", " from now")
_PLURAL_WORD = re.compile(r" ([a-z-]+)")
_JAPAN = re.compile(r"japan|tokyo|\byen\b|nikkei|日元|日圆|日本|东京")
_CHINA = re.compile(r"chin|yuan|rmb|renminbi|beijing|人民币|元")
_TIMES_AS = re.compile(
    r" (?:as|the|more|higher|larger|bigger|faster|greater|that|its|their|his|her|last|what|less|lower|smaller|slower|cheaper|"
    r"longer|than|over|better|stronger|heavier|stronger|older|brighter|richer|expected|book|sales|earnings|revenue)\b"
)
_INCH_AFTER = re.compile(
    r"(?=$|[,.;:)\]'\"]|\n| (?:tall|long|wide|deep|high|thick|diameter|in diameter|by|x) )|(?= x\b)"
)
_LITRE_WORDS = ("glass", "bottle")
_MEMORY = ("内存", "显存", "存储", "运存", "ram", "memory", "storage", "vram", "流量", "硬盘", "闪存")
_ULTRA = (
    " video",
    " tv",
    " resolution",
    " display",
    " screen",
    " content",
    " camera",
    " monitor",
    "视频",
    "分辨率",
    "超高清",
    "屏",
    "画质",
    "电视",
)


_MODEL_TAIL = re.compile(r"(?:-[A-Za-z]+\d+[A-Za-z]*)+")
_POUNDS_OF = re.compile(
    r"pounds? of (?:debt|damage|funding|investment|savings|revenue|aid|public|taxpayer|cash|money)"
)


class After(NamedTuple):
    """What stands after the number: the unit and where it ends."""

    start: int
    end: int
    unit: Unit


def letter_scale(page: Page, number: Number, lexicon: Lexicon, *, money: bool, counted: bool) -> Unit | None:  # noqa: PLR0912  an ordered list of cases, each one decision
    """Read a scale letter after digits (``397B``, ``85m``), or return the unit that the letter is instead.

    Args:
        page: the text.
        number: digits without a scale yet; scaled in place.
        lexicon: the tables.
        money: a currency stands before the number.
        counted: a plural noun follows the letter.
    """
    norm, end = page.norm, number.end
    glued = norm[end : end + 1] != " "
    at = end if glued else end + 1
    mark = norm[at : at + 2] if norm[at : at + 2] == "MM" else norm[at : at + 1]
    scale = lexicon.letters.get(mark)
    if scale is None:
        return None
    after = norm[at + len(mark) : at + len(mark) + 1]
    joined = after in {"²", "³", "^"} or (
        after == "/" and norm[at + len(mark) + 1 : at + len(mark) + 2].isalpha()
    )
    if glued and after == "-" and (tail := _MODEL_TAIL.match(norm, at + len(mark))):
        number.form, number.end = "name", tail.end()  # "397B-A17B"
        return None
    if after and after.isascii() and (after.isalnum() or joined):
        money_code = norm[at + 1 : at + 4]
        if not (mark == "M" and money_code in lexicon.iso):
            return None
    if not glued and mark not in {"k", "K", "M", "B", "G", "MM"} and not (money and mark in "mbt"):
        return None
    rest = page.low[at + len(mark) : at + len(mark) + 14]
    if mark == "K":
        if not (glued or money or counted) and number.place < ONE:
            number.end = at + 1
            return Unit("K", "measure")
        if not money and not counted and glued and (number.place <= Decimal("0.01") or not glued):
            return None
        if (
            not money
            and not counted
            and number.value in {2, 4, 8}
            and glued
            and (
                rest.startswith(_ULTRA) or not rest.startswith(("美", "元", "人", "块", "港", "/", "$", "€"))
            )
            and not page.low[max(0, number.start - 4) : number.start].endswith(("薪", "价", "$"))
        ):
            number.form = "name"
            return None
    if mark == "m" and not money and not counted:
        return None
    if mark == "t" and not money:
        return None
    if mark == "G" and glued:
        if rest.lstrip().startswith(_MEMORY):
            number.end = at + 1
            return Unit("GB", "measure")
        if number.value in {2, 3, 4, 5, 6} and number.place == 1 and not money:
            number.form = "name"
            number.end = at + 1
            return None
    if not glued and mark in {"B", "G", "K"} and not counted and after not in {"", " ", ".", ",", ")", "\n"}:
        return None
    number.value *= scale
    number.place *= scale
    number.worth = Decimal(scale)
    number.end = at + len(mark)
    return None


def unit_after(page: Page, number: Number, lexicon: Lexicon) -> After | None:  # noqa: PLR0912  an ordered list of cases, each one decision
    """Find the unit that follows a number, directly, after a space or after a hyphen."""
    low, _norm, end = page.low, page.norm, number.end
    size = len(low)
    if end >= size:
        return None
    at = end
    joint = low[end]
    if joint == " ":
        at = skip_spaces(low, end)
    elif joint in "-–" and low[end + 1 : end + 2].isalpha():
        at = end + 1
    if at >= size:
        return None
    if number.fraction and at > end:
        for article in ("of an ", "of a ", "an ", "a ", "of "):
            if low.startswith(article, at) and lexicon.units.after(low, at + len(article)):
                at += len(article)
                break
    for extra in ("more ", "extra ", "additional ", "less ", "further "):
        if at > end and low.startswith(extra, at) and lexicon.units.after(low, at + len(extra)):
            at += len(extra)
    found = _longest(page, at, lexicon)
    if found is not None:
        stop, unit = found
        word = low[at:stop]
        if _blocked(page, number, word, at, stop, unit, lexicon):
            found = None
        elif word in {"pound", "pounds"}:
            return After(at, stop, _pounds(low, at, number, lexicon))
        elif word.startswith("time"):
            if not _TIMES_AS.match(low, stop) and number.value != number.value.to_integral_value():
                return After(at, stop, unit)
            unit = unit if _TIMES_AS.match(low, stop) else Unit("time", "count")
            return After(at, stop, unit)
        else:
            return After(at, stop, unit)
    return _short_unit(page, number, at, lexicon)


def _longest(page: Page, at: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    code = page.norm[at : at + 3]
    if code in lexicon.iso or (code.upper() in lexicon.iso and code.isalpha() and code.islower()):
        after = page.norm[at + 3 : at + 4]
        if not (after.isascii() and after.isalpha()) and code.lower() not in {
            "all",
            "try",
            "cop",
            "cny.",
            "zar",
            "nok",
            "top",
            "clp",
        }:
            code = code.upper()
            return at + 3, Unit(lexicon.iso_alias.get(code, code), "money")
    if page.norm[at : at + 1] == "M" and page.norm[at + 1 : at + 4] in lexicon.iso:
        return None
    found: tuple[int, Unit] | None = None
    for candidate in (
        lexicon.symbols.after(page.norm, at),
        lexicon.currency_after.after(page.low, at),
        lexicon.units.after(page.low, at),
    ):
        if candidate is not None and (found is None or candidate[0] > found[0]):
            found = candidate
    return found


_CAREFUL = {
    "won",
    "real",
    "mark",
    "marks",
    "sen",
    "rand",
    "stone",
    "dong",
    "le",
    "pc",
    "st",
    "ac",
    "mo",
    "pt",
    "ly",
    "re",
}


def _blocked(page: Page, number: Number, word: str, at: int, stop: int, unit: Unit, lexicon: Lexicon) -> bool:
    low = page.low
    following = low[stop : stop + 1]
    guard = lexicon.not_before.get(word)
    if guard is not None and following and following in guard and not (word == "点" and number.value > 24):
        return True
    if word == "in":
        return True
    if word in _CAREFUL and number.value < 100:
        return word not in {"pt", "pc"}
    if len(word) == 1 and word.isascii() and word.isalpha() and page.norm[at].isupper() and word != "x":
        return True
    if word == "c" and page.norm[at] == "C":
        return True
    if word == "c" and (at != number.end or number.form == "words"):
        return not (at == number.end + 1 and _ends_word(low, stop))
    if word in {"p", "d", "l", "h", "s", "g", "m", "c", "x"} and (at != number.end or number.form == "words"):
        return not (
            word in {"x", "h", "d", "l", "g", "m"} and number.form == "digits" and _ends_word(low, stop)
        ) or (word == "x" and at != number.end)
    if word == "x" and following == " " and low[stop + 1 : stop + 2].isdigit():
        return True
    if word in {"°", "'", '"'}:
        return False
    if unit.symbol == "dinar":
        return False
    # "5 second-hand cars", "the 3 day trippers": a hyphen after the unit joins it to another word
    return (
        word in {"second", "quarter", "bar", "foot", "mark"}
        and following == "-"
        and low.startswith("-hand", stop)
    )


def _ends_word(low: str, stop: int) -> bool:
    rest = low[stop : stop + 2]
    return not rest or rest[0] in ",.;:)\n" or rest == " x" or rest[0] == " "


def _short_unit(page: Page, number: Number, at: int, lexicon: Lexicon) -> After | None:
    norm, low = page.norm, page.low
    glued = at == number.end
    if number.form != "digits" and norm[at : at + 1] not in {"m", "g", "l"}:
        return None
    if low.startswith("in", at) and not (low[at + 2 : at + 3].isalpha() and low[at + 2 : at + 3].isascii()):
        if _INCH_AFTER.match(low, at + 2) and number.form == "digits" and number.value < 1000:
            return After(at, at + 2, Unit("in", "measure"))
        return None
    for mark in (norm[at : at + 2], norm[at : at + 1]):
        symbol = lexicon.short.get(mark)
        if symbol is None or not mark:
            continue
        after = norm[at + len(mark) : at + len(mark) + 1]
        if mark.isalpha() and after and after.isascii() and (after.isalnum() or after == "-"):
            continue
        if mark in {"'", '"', "''", "′", "″"}:
            if not glued or (mark == '"' and low.count('"', max(0, at - 200), at) % 2):
                continue
            if mark == "'" and not after.isdigit():
                continue
        elif (
            (
                not glued
                and mark in {"d", "t", "A", "N", "J", "K", "L", "V", "W", "h"}
                and after not in {"", " ", ",", ".", ")", "/", "\n"}
            )
            or (
                not glued
                and mark in {"A", "N", "J", "K", "V", "d", "b"}
                and number.place == 1
                and after == " "
            )
            or (mark == "A" and number.place == 1)
        ):
            continue
        return After(at, at + len(mark), Unit(symbol, "measure"))
    return None


def _pounds(low: str, at: int, number: Number, lexicon: Lexicon) -> Unit:
    if number.worth >= 1000:
        return Unit("GBP", "money")
    if low.startswith((" of ", "s of "), at + 5) and not _POUNDS_OF.match(low, at):
        return Unit("lb", "measure")
    words = set(_WORD.findall(low[max(0, at - 60) : at + 40]))
    return (
        Unit("GBP", "money")
        if words & lexicon.pounds or "£" in low[max(0, at - 200) : at + 200]
        else Unit("lb", "measure")
    )


def per_after(page: Page, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read "per hour", "/s", "a share", "每吨" after a unit; return (end, symbol)."""
    low = page.low
    joint = _PER.match(low, end)
    if joint is None:
        if low[end : end + 1] == "每":
            return lexicon.per.after(low, end + 1)
        return None
    found = lexicon.per.after(low, joint.end())
    return None if found is not None and low.startswith(_AGO, found[0]) else found


def currency_before(page: Page, position: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    """Read a currency sign, name or ISO code that ends at ``position`` (a space may stand between)."""
    norm, low = page.norm, page.low
    end = position
    if end > 0 and low[end - 1] == " ":
        end -= 1
        if end > 0 and low[end - 1] == " ":
            return None
    if end <= 0:
        return None
    code = norm[max(0, end - 3) : end]
    if code in lexicon.iso and not (end > 3 and norm[end - 4].isascii() and norm[end - 4].isalnum()):
        return end - 3, Unit(lexicon.iso_alias.get(code, code), "money")
    found = lexicon.currency_before.before(low, end)
    if found is None:
        return None
    start, unit = found
    before = low[start - 1 : start] if start else ""
    if (
        not low[start].isascii()
        and low[start] not in "€£¥₹₩"
        and before
        and (before in lexicon.han_scales or before in lexicon.han_digits or before.isdigit())
    ):
        return None
    if low[start:end] in {"$", "€", "£", "¥"} and before.isdigit() and end != position:
        return None  # "10 $ 30 $": the sign belongs to the number before it
    return start, unit


def settle_yen(page: Page, lang: str | None) -> str:
    """Say which currency ``¥`` is in this text: yen where Japan is spoken of, or in English that never mentions China."""
    if _JAPAN.search(page.low) and not _CHINA.search(page.low):
        return "JPY"
    if (
        lang == "zh"
        or _CHINA.search(page.low)
        or any("\u4e00" <= char <= "\u9fff" for char in page.norm[:2000])
    ):
        return "CNY"
    return "JPY" if lang == "en" else "CNY"


def apply_worth(number: Number, unit: Unit) -> None:
    """Turn cents into dollars: a subunit is a hundredth of its currency."""
    if unit.worth != ONE:
        number.value *= unit.worth
        number.place *= unit.worth
        if number.low is not None:
            number.low *= unit.worth
        if number.high is not None:
            number.high *= unit.worth
