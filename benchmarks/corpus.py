"""Texts to measure on: sentences of many shapes, filled with ever new numbers, the same for each run."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SEED: Final = 20260218

# About a third holds no quantity at all, and names, dates and versions stand among the numbers, as in real
# articles: a reader that is only fast on bare digits, or only on prose, gains nothing here.
_ENGLISH: Final = (
    "The ferry company carried {thousands} passengers last summer, {percent} more than the year before.",
    "Its new lighthouse stands {small} metres above the rocks and can be seen from {small} miles away.",
    "Nobody at the harbour office wanted to say when the repairs would end.",
    "Revenue rose to ${decimal}bn in the third quarter from ${decimal}bn, while costs fell by {percent}.",
    "Marlin-{small} has {big}B parameters, of which about {small}B are active for each token.",
    "More than {thousands} households were without power for nearly {small} hours on 14 March 2025.",
    "The committee met in the old library, listened politely, and adjourned without a vote.",
    "Between {small} and {big} volunteers are needed each weekend, according to the organisers.",
    "Version 4.{small}.1 shortens start-up from {big} ms to {small} ms on the reference board.",
    "Unemployment fell {decimal} percentage points to {decimal}%, its lowest since 2008.",
    "Two thirds of the orchards survived the frost; a quarter lost half a million blossoms.",
    "She finished third in the 10 km race, {small} seconds behind the winner.",
    "The recipe is older than the town, and every family swears by its own way of folding the dough.",
    "Prices range from €{small} to €{big} for a room, or €{thousands} for the whole house.",
    "At least {small} of the {big} bridges were rated poor; twice as many as in the last survey.",
    "Rainfall reached {decimal} inches in a day, threefold the monthly mean of {decimal} inches.",
    "What the engineers remember is the silence after the turbine stopped.",
    "The fund holds {big} million shares worth roughly ${decimal} trillion at ISO 4217 code USD.",
)

_CHINESE: Final = (
    "渡轮公司去年夏天运送旅客{thousands}人次，同比增长{percent}。",
    "新灯塔高出礁石{small}米，{small}公里外也能看见。",
    "港务办公室里没有人愿意说明修缮何时结束。",
    "第三季度营收升至{decimal}亿元，上年同期为{decimal}亿元，成本下降{percent}。",
    "旗鱼-{small}的总参数为{big}亿，每个词元激活约{small}亿参数。",
    "2025年3月14日，超过{thousands}户家庭停电近{small}小时。",
    "委员会在旧图书馆开会，客气地听完发言，没有表决就散了。",
    "主办方称，每个周末需要{small}至{big}名志愿者。",
    "4.{small}.1版把启动时间从{big}毫秒缩短到{small}毫秒。",
    "失业率下降{decimal}个百分点，降至{decimal}%，为2008年以来最低。",
    "三分之二的果园挺过了霜冻，八成五的果农表示还会补种两三千棵树。",
    "她在十公里比赛中获得第三名，落后冠军{small}秒。",
    "这道点心比镇子还老，家家都说自己的揉面法才是正宗，一点也不肯让步。",
    "一间房{small}到{big}元，整栋租下来要{thousands}元。",
    "在{big}座桥梁中，至少有{small}座评级不合格，是上次调查的两倍。",
    "单日降雨量达{decimal}毫米，相当于月均值的三倍左右。",
    "工程师们记得的，是涡轮停下之后的那一阵寂静。",
    "该基金持有{big}万股，市值约{decimal}万亿元，十多家机构参与了认购。",
)

TEMPLATES: Final = {
    "English": _ENGLISH,
    "Chinese": _CHINESE,
    "dense Chinese": tuple(sentence for sentence in _CHINESE if sentence.count("{") > 1),
    "mixed": tuple(sentence for pair in zip(_ENGLISH, _CHINESE, strict=True) for sentence in pair),
}

_NUMBERS: Final[dict[str, Callable[[random.Random], str]]] = {
    "small": lambda dice: str(dice.randint(2, 99)),
    "big": lambda dice: str(dice.randint(100, 999)),
    "thousands": lambda dice: f"{dice.randint(1_000, 9_999_999):,}",
    "decimal": lambda dice: f"{dice.randint(0, 99)}.{dice.randint(1, 9)}",
    "percent": lambda dice: f"{dice.randint(1, 99)}.{dice.randint(0, 9)}%",
}


def text(language: str, length: int) -> str:
    """Return ``length`` characters of running text, in paragraphs of six sentences.

    Args:
        language: a key of `TEMPLATES`.
        length: in characters; the last sentence is cut to fit.
    """
    pieces: list[str] = []
    total = 0
    for piece in _pieces(language):
        pieces.append(piece)
        total += len(piece)
        if total >= length:
            break
    return "".join(pieces)[:length]


def _pieces(language: str) -> Iterator[str]:
    dice = random.Random(_SEED)  # noqa: S311  repeatable, not secret
    templates = list(TEMPLATES[language])
    count = 0
    while True:
        dice.shuffle(templates)
        for template in templates:
            count += 1
            yield _fill(template, dice) + ("\n\n" if count % 6 == 0 else " ")


def _fill(template: str, dice: random.Random) -> str:
    """Put a new number into each field; each field of a sentence is drawn anew."""
    parts = template.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, rest = part.split("}", 1)
        filled.append(_NUMBERS[name](dice) + rest)
    return "".join(filled)
