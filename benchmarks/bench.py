"""Speed, memory and start-up time of claimcheck, each beside a floor, so that later work has a line to beat.

Run it with ``make bench``. Absolute figures belong to the machine; the ratios to the floor (one compiled
scan for digits over the same text) travel better, though they too differ between processors. A figure is
the best of its runs, since whatever else the machine does can only make it slower.
"""

from __future__ import annotations

import json
import platform
import re
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import corpus

if TYPE_CHECKING:
    from collections.abc import Callable

_HERE: Final = Path(__file__).resolve().parent
_ARTICLE: Final = _HERE.parent / "fixtures/articles/zh/qwen3.5-397b.md"
_REPORT: Final = _HERE.parent / "fixtures/reports/zh/qwen3.5-397b.md"
_DIGITS: Final = re.compile(r"\d+")
_LENGTHS: Final = (1_000, 1_000_000)
_BUDGET: Final = 1.0  # seconds for the repetitions of one figure
_STARTS: Final = (  # what, arguments of the interpreter, limit in milliseconds
    ("an empty program", ("-c", "pass"), None),
    ("import claimcheck", ("-c", "import claimcheck"), 200),
    ("claimcheck --help", ("-m", "claimcheck", "--help"), 300),
)
_RUNS: Final = 5
_COLUMNS: Final = (20, 14, 14, 14, 14, 14)


def row(*cells: str) -> None:
    """Print cells in columns: the first to the left, numbers to the right."""
    first, *rest = (f"{cell:>{width}}" for cell, width in zip(cells, _COLUMNS, strict=False))
    print(f"{first.strip():<{_COLUMNS[0]}}", *rest, flush=True)


def heading(*cells: str) -> None:
    """Print the heads of the columns under an empty line."""
    print()
    row(*cells)
    print("-" * (sum(_COLUMNS) + len(_COLUMNS) - 1))


def best(action: Callable[[], object]) -> float:
    """Return the shortest time of one call, in seconds.

    Calls too short for the clock are timed in rounds. Repeats for about `_BUDGET`, but always finishes the
    first call, however long it takes.
    """
    start = time.perf_counter()
    action()
    shortest = time.perf_counter() - start
    calls = max(1, int(0.01 / max(shortest, 1e-9)))
    end = time.perf_counter() + _BUDGET
    while time.perf_counter() + shortest * calls < end:
        start = time.perf_counter()
        for _ in range(calls):
            action()
        shortest = min(shortest, (time.perf_counter() - start) / calls)
    return shortest


def start_up() -> None:
    """Print the median wall time of whole processes, beside the limit each must keep."""
    heading("start-up", "median ms", "limit ms", "")
    for name, arguments, limit in _STARTS:
        command = [sys.executable, *arguments]
        times: list[float] = []
        for _ in range(_RUNS + 1):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own arguments
            times.append((time.perf_counter() - start) * 1000)
        median = statistics.median(times[1:])  # the first run may compile
        verdict = "" if limit is None else "ok" if median <= limit else "over"
        row(name, f"{median:,.0f}", "" if limit is None else str(limit), verdict)


def memory() -> None:
    """Print the peak of resident memory before and after the work, each in a process of its own.

    This comes before anything large is loaded here: on Linux a child's peak starts at its parent's.
    """
    megabyte = corpus.text("mixed", 1_000_000)
    heading("peak memory", "before MB", "after MB", "results", "KB/result")
    for name, arguments, given in (
        ("extract 1 MB mixed", ("extract",), megabyte),
        ("verify seed article", ("verify", str(_ARTICLE), str(_REPORT)), ""),
    ):
        done = subprocess.run(  # noqa: S603  our own arguments
            [sys.executable, str(_HERE / "memory.py"), *arguments],
            input=given.encode(),
            stdout=subprocess.PIPE,
            check=True,
        )
        got: dict[str, int] = json.loads(done.stdout)
        grown = got["after"] - got["before"]
        row(
            name,
            f"{got['before'] / 1e6:,.1f}",
            f"{got['after'] / 1e6:,.1f}",
            f"{got['results']:,}",
            f"{grown / max(got['results'], 1) / 1e3:,.1f}",
        )


def extraction() -> None:
    """Print characters per second of ``extract_quantities``, short and long, by language."""
    from claimcheck import extract_quantities  # noqa: PLC0415  memory is measured before anything is loaded

    extract_quantities("one 1 一")  # loads the language data
    heading("extract_quantities", "characters", "chars/s", "digit scan/s", "times floor", "quantities")
    for language in corpus.TEMPLATES:
        rates: list[float] = []
        for length in _LENGTHS:
            text = corpus.text(language, length)
            seconds = best(partial(extract_quantities, text))
            floor = best(partial(_DIGITS.findall, text))
            rates.append(length / seconds)
            row(
                language,
                f"{length:,}",
                f"{length / seconds:,.0f}",
                f"{length / floor:,.0f}",
                f"{seconds / floor:,.0f}",
                f"{len(extract_quantities(text)):,}",
            )
        row("  rate long/short", "", f"{rates[-1] / rates[0]:.2f}")


def verification() -> None:
    """Print claims per second of ``verify``, everything read anew in each call."""
    from claimcheck import verify  # noqa: PLC0415  memory is measured before anything is loaded

    check = partial(verify, _ARTICLE, sources=[str(_REPORT)])
    claims = len(check().results)
    text = _ARTICLE.read_text("utf-8") + _REPORT.read_text("utf-8")
    seconds = best(check)
    floor = best(partial(_DIGITS.findall, text))
    heading("verify", "claims", "claims/s", "chars/s", "times floor", "ms")
    row(
        "seed article",
        f"{claims:,}",
        f"{claims / seconds:,.0f}",
        f"{len(text) / seconds:,.0f}",
        f"{seconds / floor:,.0f}",
        f"{seconds * 1000:,.0f}",
    )


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print("times floor: how many scans of the same text for digits take as long")
    start_up()
    memory()
    extraction()
    verification()


if __name__ == "__main__":
    main()
