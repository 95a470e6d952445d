"""Where the token around a digit starts and ends: links, names, the word before a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.reading import Excluded

if TYPE_CHECKING:
    from claimcheck.stages.extract.reading import Page

_MAX_TOKEN = 80
_TOKEN_REST = re.compile(r"[A-Za-z0-9]*(?:[-./_+:@#&=?%~][A-Za-z0-9]+)*\+*")
_NAME_TAIL = re.compile(r"[A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)*")
_URL = re.compile(r"(?:https?://|www\.|ftp://)[^\s<>\"'（）()，。；、\u4e00-\u9fff]*")
_RANGE_TAIL = re.compile(r" ?[-–—~] ?\d{1,5}(?![\d%]|[.,]\d)")
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z'’.&-]{0,29}$")
_NAME_MORE = re.compile(
    r"(?: (?:Pro|Max|MAX|Plus|Mini|Ultra|Air|Turbo|Lite|Nano|Flash|Sonnet|Opus|Haiku|Preview|Instruct|Chat|Thinking|Coder|Series|XL|SE|Ti|Super))+(?![A-Za-z])"
)
_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?(?![A-Za-z0-9])")
_CASE = re.compile(
    r"[A-Z]{1,6}(?:/[A-Z0-9]{1,12}){2,6}(?![\w/])|[A-Z]\d+[A-Z]+/\d{1,2}(?![\w/.])|[A-Z]{1,3}[-‑ ]?\d{1,5}/\d{2,4}(?![\w/])"
)


def url_at(page: Page, start: int) -> Excluded | None:
    """Return the URL or mail address that holds the digit at ``start``."""
    norm = page.norm
    left = start
    stop = max(0, start - 300)
    while left > stop and norm[left - 1] not in " \n\t<>\"'()（），。；、[]" and norm[left - 1] < "\u3000":
        left -= 1
    head = norm[left:start]
    if "://" in head or head.startswith("www."):
        found = _URL.search(norm, left, left + 2000)
        if found and found.end() > start:
            return Excluded(left, found.end(), "url")
    if "@" in head and "." in norm[start : start + 40] and head[-1:] != "@":
        rest = _TOKEN_REST.match(norm, start)
        return Excluded(left, rest.end() if rest else start + 1, "email")
    return None


def token_start(page: Page, start: int, floor: int) -> int:
    """Walk left from a digit over the letters, digits and joints of its token."""
    norm = page.norm
    at = start
    stop = max(floor, start - _MAX_TOKEN)
    while at > stop:
        char = norm[at - 1]
        if (char.isascii() and (char.isalnum() or char == "_")) or (
            char in "-./'’&+" and at - 1 > stop and norm[at - 2].isascii() and norm[at - 2].isalnum()
        ):
            at -= 1
        else:
            break
    return at


def name_end(page: Page, start: int) -> int:
    """Return where a name ends that has a digit at ``start`` (``Qwen3.5-397B-A17B``)."""
    found = _NAME_TAIL.match(page.norm, start)
    end = found.end() if found else start + 1
    more = _NAME_MORE.match(page.norm, end)
    return more.end() if more else end


def long_name_end(page: Page, start: int, end: int) -> int:
    """Return where a name goes on behind a slash or in groups: ``C-131/12``, ``DE89 3704 0044 0532 0130 00``."""
    found = _ACCOUNT.match(page.norm, start) or _CASE.match(page.norm, start)
    return max(end, found.end()) if found else end


def over_range(page: Page, end: int) -> int:
    """Return where a label's range of numbers ends whose first number ends at ``end`` ("pp. 212–219")."""
    found = _RANGE_TAIL.match(page.low, end)
    return found.end() if found else end


def word_before(page: Page, position: int) -> tuple[int, str] | None:
    """Return the Latin word (start, text) that ends one space before ``position``."""
    if position < 2 or page.norm[position - 1] != " ":
        return None
    found = _WORD_BEFORE.search(page.norm, max(0, position - 31), position - 1)
    return (found.start(), found.group()) if found else None
