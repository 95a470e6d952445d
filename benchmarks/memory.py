"""Measures its own peak memory around one piece of work, in a process that does nothing else; prints JSON.

``python memory.py extract < TEXT`` or ``python memory.py verify DRAFT SOURCE``.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Final

_UNIT: Final = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in KiB elsewhere


def peak() -> int:
    """Return the highest resident memory of this process so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


def main(work: str, *paths: str) -> None:
    from claimcheck import extract_quantities, verify  # noqa: PLC0415  loading it is part of what is measured

    extract_quantities("one 1 一")  # loads the language data
    text = sys.stdin.read() if work == "extract" else ""
    before = peak()
    if work == "extract":
        results = len(extract_quantities(text))
    else:
        results = len(verify(Path(paths[0]), sources=list(paths[1:])).results)
    print(json.dumps({"before": before, "after": peak(), "results": results}))


if __name__ == "__main__":
    main(*sys.argv[1:])
