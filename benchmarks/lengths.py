"""Characters per second over lengths and on hostile texts: a time that is not linear in the length shows here."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

import corpus
import hostile
from timing import best, heading, once, row

if TYPE_CHECKING:
    from collections.abc import Callable

    Extract = Callable[[str], object]

_DIGITS: Final = re.compile(r"\d+")
_LENGTHS: Final = (1_000, 10_000, 100_000, 1_000_000)
_TOTAL: Final = (
    100_000  # short texts are as many as make this up: one alone, over and over, would be known by heart
)
_TEXTS: Final = ("English", "dense Chinese", "mixed")
_HOSTILE_LENGTHS: Final = (1_000_000, 300_000, 100_000, 30_000)
_HOSTILE_SECONDS: Final = 1.5  # the longest of these texts that is expected to take no more
_BLOW_UP: Final = 0.3  # quadratic time would make it 0.1


def over_lengths(extract: Extract, name: str) -> None:
    """Print the rate on running text by length, and how it compares with a mere scan for digits (the floor)."""
    heading(name, *(f"{length // 1000:,} KB" for length in _LENGTHS), "long/short", "times floor")
    for kind in _TEXTS:
        rates = []
        seconds = 1.0
        for length in _LENGTHS:
            total = max(length, _TOTAL)
            seconds = best(partial(_each, extract, _pieces(corpus.text(kind, total), length)))
            rates.append(total / seconds)
        floor = best(partial(_DIGITS.findall, corpus.text(kind, _LENGTHS[-1])))
        row(
            kind,
            *(f"{rate:,.0f}" for rate in rates),
            f"{rates[-1] / rates[0]:.2f}",
            f"{seconds / floor:,.0f}",
        )


def _pieces(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


def _each(extract: Extract, texts: list[str]) -> None:
    for text in texts:
        extract(text)


def on_hostile_texts(extract: Extract, name: str) -> None:
    """Print the rate on each hostile text, a tenth of it and the whole; where it is dense, less than 1 MB."""
    heading(f"{name}, hostile", "KB", "rate, tenth", "rate, whole", "whole/tenth")
    for kind in hostile.PATTERNS:
        sample = _HOSTILE_LENGTHS[-1] // 10
        rate = sample / best(partial(extract, hostile.text(kind, sample)), budget=0.05)
        length = next((n for n in _HOSTILE_LENGTHS if n / rate <= _HOSTILE_SECONDS), _HOSTILE_LENGTHS[-1])
        tenth = length / 10 / best(partial(extract, hostile.text(kind, length // 10)), budget=0.2)
        whole = length / once(partial(extract, hostile.text(kind, length)))
        row(
            kind,
            f"{length / 1000:,.0f}",
            f"{tenth:,.0f}",
            f"{whole:,.0f}",
            f"{whole / tenth:.2f}",
            "blows up" if whole / tenth < _BLOW_UP else "",
        )
