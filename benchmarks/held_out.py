"""Measures the rules on the cases that nobody read while writing them; prints shares, no cases.

``--specs`` measures the spec tables, which everybody reads, in the same way: the difference between the two is
the real error. A case is right when nothing in it differs from its labels (units, modifiers, times and kinds of
statement among them); see `scores` for the rest.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from labels import HELD_OUT, SPECS, claim_differences, claim_text, labelled, quantity_differences
from scores import Tally, is_range, pairs, right_claim, right_quantity

from claimcheck import extract_claims, extract_quantities

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_CLAIM_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "quantity": (),
    "with subject": ("subject",),
    "with metric": ("metric",),
    "with both": ("subject", "metric"),
}


class Measured:
    """The figures of one language and kind: cases, scores by name, and what was found where nothing is."""

    def __init__(self) -> None:
        self.right = 0
        self.cases = 0
        self.scores: defaultdict[str, Tally] = defaultdict(Tally)
        self.traps = 0
        self.false = 0

    def count(self, *, right: bool, wanted: int, found: int) -> None:
        """Count one case and, where it holds nothing, what was found nevertheless."""
        self.cases += 1
        self.right += right
        if not wanted:
            self.traps += 1
            self.false += found


def quantities(root: Path) -> dict[str, Measured]:
    """Measure the quantities of all languages below a folder."""
    measured: defaultdict[str, Measured] = defaultdict(Measured)
    for case in labelled(root, "quantities"):
        into = measured[case.language]
        text, wanted = str(case.labels["text"]), case.labels["quantities"]
        found = extract_quantities(text, case.language)
        chosen = pairs(wanted, found, lambda label, q, text=text: right_quantity(label, q, text))  # type: ignore[misc]  # a default binds the loop's text
        into.count(
            right=not quantity_differences(case.labels, case.language), wanted=len(wanted), found=len(found)
        )
        into.scores["by value"].add(len(chosen), len(wanted), len(found))
        into.scores["ranges"].add(
            sum(is_range(wanted[i]) for i, _ in chosen),
            sum(map(is_range, wanted)),
            sum(q.value is None for q in found),
        )
    return measured


def claims(root: Path) -> dict[str, Measured]:
    """Measure the claims of all languages below a folder."""
    measured: defaultdict[str, Measured] = defaultdict(Measured)
    for case in labelled(root, "claims"):
        into = measured[case.language]
        text, wanted = claim_text(case.labels), case.labels["claims"]
        found = extract_claims(text)
        into.count(right=not claim_differences(case.labels), wanted=len(wanted), found=len(found))
        for name, keys in _CLAIM_PARTS.items():
            chosen = pairs(
                wanted,
                found,
                lambda label, claim, text=text, keys=keys: right_claim(label, claim, text, keys),  # type: ignore[misc]  # likewise
            )
            into.scores[name].add(len(chosen), len(wanted), len(found))
    return measured


def show(kind: str, measured: Mapping[str, Measured]) -> None:
    """Print the figures of one kind, a block for each language."""
    for language, got in sorted(measured.items()):
        print(
            f"{kind:<11}{language:<4}{got.right:>4} of {got.cases:>3} cases right {got.right / got.cases:>5.0%};"
            f" {got.false} false in {got.traps} texts that hold none"
        )
        for name, score in got.scores.items():
            print(
                f"    {name:<14}precision {100 * score.precision:5.1f}  recall {100 * score.recall:5.1f}"
                f"  F1 {100 * score.f1:5.1f}  ({score.right} right, {score.wanted} labelled, {score.found} found)"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description="Accuracy on the labelled cases, as shares.")
    parser.add_argument("--specs", action="store_true", help="the spec tables instead of the held-out cases")
    root = SPECS if parser.parse_args().specs else HELD_OUT
    show("quantities", quantities(root))
    show("claims", claims(root))


if __name__ == "__main__":
    main()
