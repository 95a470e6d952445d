"""The sign of a number: a minus, a word for it, the parentheses of a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.stages.extract.reading import Number, Page, back_over_spaces

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon


def sign_of(page: Page, number: Number, lexicon: Lexicon, last_end: int) -> tuple[int, int]:
    """Return the sign and where the number with its sign starts."""
    low = page.low
    start = number.start
    at = start - 1
    if at >= 0 and low[at] in "-+":
        before = low[at - 1] if at else " "
        if last_end == at:
            return 1, start  # the dash of a range ("5年-7年")
        earlier = low[back_over_spaces(low, at) - 1 : back_over_spaces(low, at)]
        if before in " (（[,，:：=<>\n|\"“'~≈/;；" or before in "$€£¥" or before > "\u2fff":
            if low[at] == "-" and earlier.isdigit() and before == " ":
                return 1, start
            if before == "~" and low[at] == "-":
                return -1, at
            return (-1, at) if low[at] == "-" else (1, at)
        if at == 0:
            return (-1, at) if low[at] == "-" else (1, at)
        return 1, start
    negative = lexicon.negative
    before_space = back_over_spaces(low, start)
    if low[before_space - 1 : before_space] in negative.lasts and (
        found := negative.before(low, before_space)
    ):
        word_start = found[0]
        if low[word_start] == "负" and low[word_start - 1 : word_start] in lexicon.not_minus_after:
            return 1, start
        return -1, word_start
    if (
        at >= 0
        and low[at] == "("
        and (low[number.end : number.end + 1] == ")" or ")" in low[start : number.end])
        and any(word in low[max(0, start - 40) : start] for word in lexicon.losses)
    ):
        amount = any(mark in low[number.start : number.end] for mark in ",.")
        return (-1, at) if amount else (1, start)
    return 1, start


def sign_before(page: Page, start: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return the sign that ends at ``start``, before a currency, and where it starts."""
    low = page.low
    at = start - 1
    if (
        at >= 0
        and low[at] in "-+"
        and (at == 0 or low[at - 1] in ' (（[,，:：\n|"“' or low[at - 1] > "\u2fff")
    ):
        return (-1, at) if low[at] == "-" else (1, at)
    found = lexicon.negative.before(low, back_over_spaces(low, start))
    if found is not None:
        return -1, found[0]
    return 1, start
