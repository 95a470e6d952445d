"""Names in Chinese text that end in digits: 海雀3的用户, 燕鸥-2-210B, which state no quantity.

Without word segmentation a name is told from a count by its neighbours: a count has a unit, a measure word
or a verb that leads to it; the digits of a name stand right behind a noun and are followed by what a noun is
followed by: 的, a verb, a time, the end of the clause.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.stages.extract.reading import ONE

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Number, Page

_HAN = re.compile(r"[\u3400-\u9fff]")
_RUN = re.compile(r"\d+(?:\.\d+)*[A-Za-z]*(?:[-._][A-Za-z0-9]+)*")
_CLAUSE_END = frozenset('，。、；！？：）)》」”",;!?\n')
_LONGEST = 6  # characters of a name before its digits
_SHORTEST = 2
_ENDS_AT = frozenset("至到为达约是近")
_LIMIT = Decimal(100)  # names count their versions; larger bare numbers are rather values


def hyphenated(page: Page, at: int, floor: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the span of a name such as 燕鸥-2-210B whose first digit stands at ``at``, behind a hyphen.

    After a noun the hyphen joins; it is a minus only after a word that leads to a value (降至-3), after the
    name of a measure (增速-2) or where a unit follows (气温-5℃).
    """
    norm = page.norm
    joint = at - 1
    if joint < 1 or joint <= floor or norm[joint] != "-" or not _HAN.match(norm[joint - 1]):
        return None
    run = _RUN.match(norm, at)
    if run is None:
        return None
    if norm[joint - 1] in _ENDS_AT or (
        not run.group()[-1].isalpha() and leads_to_value(page, joint, lexicon)
    ):
        return None
    end = run.end()
    if run.group().replace(".", "").isdigit():
        after = page.low[end : end + 1]
        if (after and (after in "%‰°℃" or after in lexicon.han_scales)) or _measured(page, end, lexicon):
            return None
    return stem_start(page, joint, floor, lexicon), end


def numbered(page: Page, number: Number, floor: int, lexicon: Lexicon, *, counted: bool) -> int | None:
    """Return where the name starts whose last part is this bare number (海雀3), or None if it is a value.

    Args:
        page: the text.
        number: a bare number, without unit.
        floor: where the last quantity or time ended.
        lexicon: the tables.
        counted: a noun that could be counted follows.
    """
    low, start, end = page.low, number.start, number.end
    if (
        number.form != "digits"
        or number.worth != ONE
        or number.place < Decimal("0.1")
        or not 0 < number.value < _LIMIT
        or number.fraction
        or start < _SHORTEST
    ):
        return None
    spaced = low[start - 1] == " "
    noun_end = start - 1 if spaced else start
    if not _HAN.match(low[noun_end - 1]) or leads_to_value(page, noun_end, lexicon):
        return None
    first = stem_start(page, noun_end, floor, lexicon)
    if noun_end - first < _SHORTEST:
        return None
    after = end + 1 if low[end : end + 1] == " " else end
    follower = lexicon.name_after.after(low, after)
    measure = lexicon.measure_words.after(low, after)
    if follower is not None and (measure is None or measure[0] < follower[0]):
        score = follower[1] == "比" and low[follower[0] : follower[0] + 1].isdigit()
        return None if score else first
    if lexicon.relative.after(low, after) is not None:
        return first
    if counted or spaced or (after < len(low) and low[after] not in _CLAUSE_END):
        return None
    if low[after : after + 1] in {":", "："} or (
        low[after : after + 1] == "、" and low[after + 1 : after + 2].isdigit()
    ):
        return None
    return first


def leads_to_value(page: Page, end: int, lexicon: Lexicon, *, stops: bool = True) -> bool:
    """Say whether the Chinese word that ends at ``end`` leads to a value or names what is measured.

    With ``stops``, a function word or a delimiter does so too.
    """
    low = page.low
    last = low[end - 1]
    if last in lexicon.value_ends or (stops and last in lexicon.han_stop):
        return True
    return any(
        last in table.lasts and table.before(low, end) is not None
        for table in (
            lexicon.value_before, lexicon.hedges_before, lexicon.bridge, lexicon.level, lexicon.moves,
            lexicon.nouns, lexicon.rank_before, lexicon.negative, lexicon.between, lexicon.time_roles, lexicon.relative,
        )
    )  # fmt: skip


def stem_start(page: Page, end: int, floor: int, lexicon: Lexicon) -> int:
    """Walk left over the Chinese noun that ends at ``end``, to the last function word or delimiter before it."""
    low = page.low
    start = end
    stop = max(floor, end - _LONGEST)
    while start > stop and _HAN.match(low[start - 1]) and low[start - 1] not in lexicon.han_stop:
        if start < end and lexicon.han_stop_words.before(low, start) is not None:
            break
        start -= 1
    return start


def _measured(page: Page, end: int, lexicon: Lexicon) -> bool:
    low = page.low
    at = end + 1 if low[end : end + 1] == " " else end
    if lexicon.name_after.after(low, at) is not None:
        return False
    return (
        lexicon.units.after(low, at) is not None
        or lexicon.currency_after.after(low, at) is not None
        or lexicon.measure_words.after(low, at) is not None
    )
