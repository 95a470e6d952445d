"""Start-up, memory and speed of claimcheck, then its accuracy and speed beside its peers.

Run it with ``make bench``, which installs the peers. Absolute figures belong to the machine; ratios to the floor
(one compiled scan for digits over the same text) and to the peers travel better, though they too differ between
processors. A figure is the best of its runs, and rates go by processor time, since whatever else the machine does
can only make it slower.
"""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Final

import corpus
from timing import best, heading, row

_HERE: Final = Path(__file__).resolve().parent
_ARTICLE: Final = _HERE.parent / "fixtures/articles/zh/qwen3.5-397b.md"
_REPORT: Final = _HERE.parent / "fixtures/reports/zh/qwen3.5-397b.md"
_CALL: Final = "import claimcheck; claimcheck.extract_quantities('one 1 一')"
_STARTS: Final = (  # what, arguments of the interpreter, limit in milliseconds
    ("an empty program", ("-c", "pass"), None),
    ("import claimcheck", ("-c", "import claimcheck"), 200),
    ("import and first call", ("-c", _CALL), 500),
    ("claimcheck --help", ("-m", "claimcheck", "--help"), 300),
)
_RUNS: Final = 5
_MOST_MEMORY: Final = 60  # MB before the results
_MOST_PER_QUANTITY: Final = 2.0  # KB


def start_up() -> None:
    """Print the median wall time of whole processes, beside the limit each must keep."""
    heading("start-up", "median ms", "limit ms", "")
    for name, arguments, limit in _STARTS:
        run = partial(subprocess.run, [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        times = []
        for _ in range(_RUNS + 1):
            start = time.perf_counter()
            run()
            times.append((time.perf_counter() - start) * 1000)
        median = statistics.median(times[1:])  # the first run may compile
        row(
            name,
            f"{median:,.0f}",
            "" if limit is None else str(limit),
            "" if limit is None else _kept(median, limit),
        )


def memory() -> None:
    """Print the peak of resident memory before and after the work, each in a process of its own.

    This comes before anything large is loaded here: on Linux a child's peak starts at its parent's.
    """
    megabyte = corpus.text("mixed", 1_000_000)
    heading(
        "peak memory", "before MB", f"limit {_MOST_MEMORY}", "after MB", "results", "KB/result", "limit 2"
    )
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
        before, each = got["before"] / 1e6, (got["after"] - got["before"]) / max(got["results"], 1) / 1e3
        row(
            name,
            f"{before:,.1f}",
            _kept(before, _MOST_MEMORY),
            f"{got['after'] / 1e6:,.1f}",
            f"{got['results']:,}",
            f"{each:,.1f}",
            _kept(each, _MOST_PER_QUANTITY) if given else "",
        )


def verification() -> None:
    """Print claims per second of ``verify``, everything read anew in each call."""
    from claimcheck import verify  # noqa: PLC0415  memory is measured before anything is loaded

    check = partial(verify, _ARTICLE, sources=[str(_REPORT)])
    claims = len(check().results)
    text = _ARTICLE.read_text("utf-8") + _REPORT.read_text("utf-8")
    seconds = best(check)
    heading("verify", "claims", "claims/s", "chars/s", "ms")
    row(
        "seed article",
        f"{claims:,}",
        f"{claims / seconds:,.0f}",
        f"{len(text) / seconds:,.0f}",
        f"{seconds * 1000:,.0f}",
    )


def _kept(figure: float, limit: float) -> str:
    return "ok" if figure <= limit else "over"


def main() -> None:
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    start_up()
    memory()
    # only now, see memory
    import beside  # noqa: PLC0415
    import lengths  # noqa: PLC0415

    from claimcheck import extract_claims, extract_quantities  # noqa: PLC0415

    extract_claims("one 1 一")  # loads the language data
    print("\nRates are characters a second; times floor is how many scans for digits take as long.")
    lengths.over_lengths(extract_quantities, "extract_quantities")
    lengths.over_lengths(extract_claims, "extract_claims")
    lengths.on_hostile_texts(extract_quantities, "extract_quantities")
    lengths.on_hostile_texts(extract_claims, "extract_claims")
    verification()
    beside.show(beside.measure())


if __name__ == "__main__":
    main()
