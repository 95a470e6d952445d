"""Scores a reading against labels, one quantity or claim at a time: precision, recall and their harmonic mean.

A quantity is right when it overlaps the label's words and has its value: both bounds where the label is a range.
Units are not compared, so that tools can be measured which name them otherwise or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from labels import close, number_mismatches, place, wording_mismatches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from labels import Numbers

    from claimcheck.records.claim import Claim

    class Placed(Numbers, Protocol):
        """A number and where it stands."""

        @property
        def start(self) -> int:
            """First code point."""

        @property
        def end(self) -> int:
            """One past the last."""


Found = TypeVar("Found")


@dataclass
class Tally:
    """What was wanted, what was found, and how much of it was right."""

    right: int = 0
    wanted: int = 0
    found: int = 0

    def add(self, right: int, wanted: int, found: int) -> None:
        """Count one text."""
        self.right += right
        self.wanted += wanted
        self.found += found

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.wanted + self.found) if self.wanted + self.found else 0.0


def pairs(
    wanted: Sequence[Mapping[str, Any]],
    found: Sequence[Found],
    agrees: Callable[[Mapping[str, Any], Found], bool],
) -> list[tuple[int, int]]:
    """Return the most labels and readings, by their places, that agree in the order of both.

    The longest common subsequence: one missing or surplus quantity does not shift the rest out of step.
    """
    lengths = [[0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    fits = [[agrees(label, reading) for reading in found] for label in wanted]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            skipped = max(lengths[i + 1][j], lengths[i][j + 1])
            lengths[i][j] = max(skipped, lengths[i + 1][j + 1] + 1) if fits[i][j] else skipped
    chosen: list[tuple[int, int]] = []
    i = j = 0
    while i < len(wanted) and j < len(found):
        if fits[i][j] and lengths[i][j] == lengths[i + 1][j + 1] + 1:
            chosen.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return chosen


def is_range(label: Mapping[str, Any]) -> bool:
    """Whether a label has two bounds and no one value."""
    return "value" not in label and "low" in label and "high" in label


def right_quantity(label: Mapping[str, Any], found: Placed, text: str) -> bool:
    """Whether a quantity stands where the label does and has its value."""
    if "text" in label and place(label["text"], text, found.start, found.end) < 0:
        return False
    if "value" in label:
        return close(label["value"], found.value)
    return not number_mismatches(found, label)


def right_claim(label: Mapping[str, Any], claim: Claim, text: str, keys: tuple[str, ...]) -> bool:
    """Whether a claim has the label's quantity and those of its wordings that ``keys`` names."""
    return right_quantity(label, claim.quantity, text) and not wording_mismatches(claim, label, keys)
