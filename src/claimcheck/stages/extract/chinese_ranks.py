"""What stands beside 第 or "#" in Chinese text and says that the number ranks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

_REACH = 6  # characters from the ordinal to the last one of 人民 and the like


def names_institution(page: Page, end: int, lexicon: Lexicon) -> bool:
    """Say whether the name of an institution follows an ordinal that ends at ``end``.

    第五研究所 and 第三人民医院 are names; 第三大医院 is ranked.
    """
    low, table = page.low, lexicon.institutions
    if low[end : end + 1] in lexicon.ranked:
        return False
    for at in range(end, min(end + _REACH, len(low))):
        if low[at] in lexicon.han_stop:
            return False
        if low[at] in table.firsts and table.after(low, at) is not None:
            return True
    return False


def follows_word(page: Page, mark: int, lexicon: Lexicon) -> bool:
    """Say whether a Chinese word that ranks nothing stands before the "#" at ``mark`` (修复#88)."""
    before = page.low[max(0, mark - 2) : mark].strip()[-1:]
    return "\u4e00" <= before <= "\u9fff" and before not in lexicon.rank_verbs and before not in "名第"
