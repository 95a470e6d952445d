"""Measures claimcheck beside its peers on one corpus: accuracy on the labelled cases, and characters per second.

A quantity is right when it overlaps the label's words and has the label's scaled value, or both bounds of a range.
What a peer cannot express is not held against it: units are not compared, a percentage may come as 25 or as 0.25,
and a number that is part of a date, a year or a time of day is not counted as false. claimcheck is forgiven none
of the last two. Every tool runs in a process of its own, the peers in the environment ``.bench-venv``, and takes
its own time after a warm-up (`peers_run`); how each is used is in `peers_tools`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import corpus
from labels import HELD_OUT, SPECS, Case, close, labelled, place
from peers_tools import Number
from scores import Tally, is_range, pairs, right_quantity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HERE: Final = Path(__file__).resolve().parent
_ENVIRONMENT: Final = _HERE.parent / ".bench-venv"
_SETS: Final = {"spec tables": SPECS, "held out": HELD_OUT}
_CORPORA: Final = {"en": "English", "zh": "Chinese"}
_PIECE: Final = 1_000  # characters of one text in the measurement of speed
_PIECES: Final = 100  # of each language
_SECONDS: Final = 8.0  # a slower tool reads as many pieces as it can in this time
_PATIENCE: Final = 240.0  # seconds for the whole of a tool, loading included
_OURS: Final = "claimcheck"
# years, calendar dates and clock times, which only some tools tell from other numbers
_DATE: Final = re.compile(
    r"(?<![\d.,$€£¥])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)|\d{1,2}[:：]\d\d|\d+\s*[年月日号點点时時](?!\w?[间間个個])"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"|[一二三四五六七八九十〇零]+[年月日号](?!\w?[间個个])"
)


@dataclass
class Accuracy:
    """What one tool got right in one set of cases and one language."""

    values: Tally = field(default_factory=Tally)
    ranges: Tally = field(default_factory=Tally)
    traps: int = 0
    false: int = 0
    errors: int = 0


@dataclass
class Measured:
    """All of one tool; ``missing`` says why there is nothing."""

    name: str
    languages: tuple[str, ...]
    missing: str = ""
    version: str = ""
    accuracy: dict[tuple[str, str], Accuracy] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)  # for each piece that it read
    ours: list[float] = field(default_factory=list)  # what claimcheck took for these, right after it

    @property
    def rate(self) -> float:
        """Characters a second over the pieces that it read."""
        total = sum(self.seconds)
        return len(self.seconds) * _PIECE / total if total else 0.0

    @property
    def ratio(self) -> float:
        """How many times as long as claimcheck it took."""
        ours = sum(self.ours[: len(self.seconds)])
        return sum(self.seconds) / ours if ours else 0.0


def measure() -> list[Measured]:
    """Run claimcheck and every peer on the labelled cases and on running text."""
    cases = [(name, case) for name, root in _SETS.items() for case in labelled(root, "quantities")]
    ours = _run(Measured(_OURS, ("en", "zh")), Path(sys.executable), cases)
    ours.ours = ours.seconds
    tools = [ours]
    state_file = _ENVIRONMENT / ".peers.json"
    state = json.loads(state_file.read_text("utf-8")) if state_file.exists() else {}
    for peer in tomllib.loads((_HERE / "peers.toml").read_text("utf-8"))["peer"]:
        known = state.get(peer["name"], {"missing": "not installed; make bench installs it"})
        tool = Measured(
            peer["name"], tuple(peer["languages"]), known.get("missing", ""), known.get("version", "")
        )
        tools.append(tool)
        if not tool.missing:
            _run(tool, _ENVIRONMENT / "bin/python", cases)
            # a machine is not equally fast all the time: the ratio is to the same run, directly after it
            tool.ours = _run(Measured(_OURS, tool.languages), Path(sys.executable), cases).seconds
    return tools


def show(tools: Sequence[Measured]) -> None:
    """Print precision and recall of each tool, then the one table."""
    print("\nquantities by value (scaled value equal, or both bounds of a range, where the label stands)")
    for tool in tools:
        for (name, language), got in tool.accuracy.items():
            values = got.values
            print(
                f"  {tool.name:<17}{name:<12}{language:<3} precision {100 * values.precision:5.1f}"
                f"  recall {100 * values.recall:5.1f}  F1 {100 * values.f1:5.1f}"
                f"  ({values.right} right of {values.wanted} labelled, {values.found} found)"
                + (f"  {got.errors} texts failed" if got.errors else "")
            )
    print()
    cells = "{:<17} {:<12} {:<6} {:>6} {:>6} {:>9} {:>9} {:>12} {:>12} {:>8}"
    print(
        cells.format(
            "tool",
            "cases",
            "reads",
            "F1 en",
            "F1 zh",
            "ranges en",
            "ranges zh",
            "false/traps",
            "chars/s",
            "ratio",
        )
    )
    print("-" * 106)
    for tool in tools:
        if tool.missing:
            print(f"{tool.name:<17} missing: {tool.missing}")
            continue
        for name in _SETS:
            first = name == next(iter(_SETS))
            print(
                cells.format(
                    tool.name if first else "",
                    name,
                    " ".join(tool.languages) if first else "",
                    *(_share(tool, name, language, "values") for language in _CORPORA),
                    *(_share(tool, name, language, "ranges") for language in _CORPORA),
                    _false(tool, name),
                    f"{tool.rate:,.0f}" if first else "",
                    f"{tool.ratio:,.2f}" if first else "",
                )
            )
    print(
        "spec tables: the cases that whoever writes claimcheck's rules reads; held out: those that nobody reads\n"
        "peers are forgiven numbers in dates and times, and percentages as fractions; claimcheck is not\n"
        f"false/traps: quantities found in texts that hold none, and how many such texts there are\n"
        f"chars/s: in texts of {_PIECE:,} characters of the languages a tool reads, up to {_PIECES} of each; it stops "
        f"after {_SECONDS:.0f} s:"
    )
    print("  " + ", ".join(f"{tool.name} read {len(tool.seconds)} KB" for tool in tools if not tool.missing))
    print("ratio: claimcheck's rate over the same texts, divided by the tool's")


def _run(tool: Measured, python: Path, cases: Sequence[tuple[str, Case]]) -> Measured:
    """Run one tool over the cases and the pieces of its languages."""
    own = [(name, case) for name, case in cases if case.language in tool.languages]
    lines = [{"language": case.language, "text": case.labels["text"]} for _, case in own]
    lines += [
        {"language": language, "text": text, "timed": True} for language, text in _pieces(tool.languages)
    ]
    try:
        done = subprocess.run(  # noqa: S603  our own arguments
            [python, "-W", "ignore", _HERE / "peers_run.py", tool.name, str(_SECONDS)],
            input="\n".join(json.dumps(line) for line in lines),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired:
        tool.missing = f"installed, but not done after {_PATIENCE:.0f} s"
        return tool
    except subprocess.CalledProcessError as error:
        said = (error.stderr or "").strip().splitlines() or [f"exit code {error.returncode}"]
        tool.missing = f"installed, but does not run: {said[-1]}"
        return tool
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    for (name, case), answer in zip(own, answers, strict=False):
        _score(
            tool.accuracy.setdefault((name, case.language), Accuracy()), case, answer, ours=tool.name == _OURS
        )
    tool.seconds = [answer["seconds"] for answer in answers[len(own) :] if "skipped" not in answer]
    return tool


def _pieces(languages: Sequence[str]) -> list[tuple[str, str]]:
    """Return the texts for the measurement of speed, the languages taking turns."""
    columns = []
    for language in languages:
        text = corpus.text(_CORPORA[language], _PIECE * _PIECES)
        columns.append([(language, text[at : at + _PIECE]) for at in range(0, len(text), _PIECE)])
    return [piece for row in zip(*columns, strict=True) for piece in row]


def _score(into: Accuracy, case: Case, answer: Mapping[str, Any], *, ours: bool) -> None:
    text, wanted = str(case.labels["text"]), case.labels["quantities"]
    into.errors += "error" in answer
    found = [_number(parts) for parts in answer.get("quantities", ())]
    chosen = pairs(wanted, found, lambda label, number: _right(label, number, text, ours=ours))
    if not ours:
        matched = {j for _, j in chosen}
        dates = [match.span() for match in _DATE.finditer(text)]
        kept = [
            j
            for j, number in enumerate(found)
            if j in matched or not any(number.start < end and start < number.end for start, end in dates)
        ]
    else:
        kept = list(range(len(found)))
    into.values.add(len(chosen), len(wanted), len(kept))
    # an error bar has bounds too: what was found for a label with one value is no range
    single = {j for i, j in chosen if not is_range(wanted[i])}
    into.ranges.add(
        sum(is_range(wanted[i]) for i, _ in chosen),
        sum(map(is_range, wanted)),
        sum(found[j].low is not None and found[j].high is not None for j in kept if j not in single),
    )
    if not wanted:
        into.traps += 1
        into.false += len(kept)


def _number(parts: Sequence[Any]) -> Number:
    start, end, *decimals = parts
    return Number(start, end, *(None if part is None else Decimal(part) for part in decimals))


def _right(label: Mapping[str, Any], number: Number, text: str, *, ours: bool) -> bool:
    if right_quantity(label, number, text):
        return True
    return (
        not ours
        and label.get("unit") == "%"
        and number.value is not None
        and "value" in label
        and close(label["value"], number.value * 100)
        and place(label.get("text", ""), text, number.start, number.end) >= 0
    )


def _share(tool: Measured, name: str, language: str, what: str) -> str:
    got = tool.accuracy.get((name, language))
    return "-" if got is None else f"{100 * getattr(got, what).f1:.1f}"


def _false(tool: Measured, name: str) -> str:
    got = [accuracy for (cases, _), accuracy in tool.accuracy.items() if cases == name]
    return f"{sum(accuracy.false for accuracy in got)}/{sum(accuracy.traps for accuracy in got)}"


if __name__ == "__main__":
    show(measure())
