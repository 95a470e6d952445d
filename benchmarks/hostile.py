"""Texts that no author writes: one pattern over and over, each the worst case of some scan."""

from __future__ import annotations

from typing import Final

NESTED: Final = "nested brackets"  # opened to the middle of the text, then closed

PATTERNS: Final = {
    "digits": "1",
    "一": "一",
    "commas": ",",
    NESTED: "()",
    "spaces": " ",
    "newlines": "\n",
    "full stops": ".",
    "-": "-",
    "%": "%",
    "$": "$",
    "|": "|",
    "第": "第",
    "万": "万",
    "两": "两",
    "半": "半",
    "百分之": "百分之",
    "零点": "零点",
    "1 to ": "1 to ",
    "a hundred and ": "a hundred and ",
    "half a ": "half a ",
    "million ": "million ",
    "one point ": "one point ",
    "1,": "1,",
    "1.": "1.",
    "1-": "1-",
    "1/": "1/",
    "(1": "(1",
    "1 ": "1 ",
    "1年": "1年",
    "1×10^": "1×10^",
    "甲1和": "甲1和",
    "A1": "A1",
    "http://": "http://",
    "<b": "<b",
    "[a](": "[a](",
    "**a ": "**a ",
    "> ": "> ",
    "- 1\\n": "- 1\n",
    "# 1\\n": "# 1\n",
    "| 1 | 2 |\\n": "| 1 | 2 |\n",
    "the price rose and\\n": "the price rose and\n",
}


def text(name: str, length: int) -> str:
    """Return ``length`` characters of one of the `PATTERNS`."""
    if name == NESTED:
        half = length // 2
        return "(" * half + ")" * (length - half)
    pattern = PATTERNS[name]
    return (pattern * (length // len(pattern) + 1))[:length]
