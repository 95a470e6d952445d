"""Takes times and prints them in columns."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS: Final = (22, 13, 13, 13, 13, 13, 13)
_BUDGET: Final = 1.0  # seconds for the repetitions of one figure


def row(*cells: str) -> None:
    """Print cells in columns: the first to the left, numbers to the right."""
    first, *rest = cells
    print(
        f"{first:<{COLUMNS[0]}}",
        *(f"{cell:>{width}}" for cell, width in zip(rest, COLUMNS[1:], strict=False)),
        flush=True,
    )


def heading(*cells: str) -> None:
    """Print the heads of the columns under an empty line."""
    print()
    row(*cells)
    print("-" * (sum(COLUMNS) + len(COLUMNS) - 1))


def once(action: Callable[[], object]) -> float:
    """Return the processor time of one call, in seconds: what else the machine does at the time does not count."""
    start = time.process_time()
    action()
    return time.process_time() - start


def best(action: Callable[[], object], budget: float = _BUDGET) -> float:
    """Return the shortest processor time of one call, in seconds.

    Calls too short for the clock are timed in rounds. Repeats for about ``budget`` seconds, but always finishes
    the first call, however long it takes.
    """
    end = time.perf_counter() + budget
    shortest = once(action)
    calls = max(1, int(0.01 / max(shortest, 1e-9)))
    while time.perf_counter() + shortest * calls < end:
        start = time.process_time()
        for _ in range(calls):
            action()
        shortest = min(shortest, (time.process_time() - start) / calls)
    return shortest
