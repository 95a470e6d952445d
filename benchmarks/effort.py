"""Counts the work of an action instead of its time: the same on a busy machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def effort(action: Callable[[], object]) -> int:
    """Return how many calls, of Python and of C functions, an action makes.

    A scan of the whole text for each of its parts shows as calls that grow with the square of the length. Times,
    and patterns that run long within one call, are measured by ``make bench``.
    """
    calls = 0

    def seen(_frame: Any, event: str, _argument: Any) -> None:  # noqa: ANN401  what a profiler is handed
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        action()
    finally:
        sys.setprofile(None)
    return calls
