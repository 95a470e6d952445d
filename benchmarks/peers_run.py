"""Drives one tool in its own environment: texts as JSON lines in, its quantities and seconds as JSON lines out.

``python peers_run.py TOOL SECONDS < TEXTS``. A line in has ``language`` and ``text``, and ``timed`` if it belongs to
the measurement of speed: of those, the ones that come after SECONDS are used up are answered ``skipped``. The
seconds are the tool's own, taken inside this process after a warm-up: neither start nor loading counts, nor (where
the tool does not run on several processors at once) the time in which the machine did something else.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peers_tools import Tool

WARM_UP = {"en": "Sales rose 12% to $3.5 million in two weeks.", "zh": "销量增长百分之十二，达到3.5亿元。"}


def answer(tool: Tool, line: dict[str, Any]) -> dict[str, Any]:
    """Return what a tool reads in one text, and how long it took."""
    start, busy = time.perf_counter(), time.process_time()
    try:
        raw = tool.read(line["text"], line["language"])
        seconds = min(time.perf_counter() - start, time.process_time() - busy)
        numbers = [] if line.get("timed") else tool.numbers(line["text"], raw)
    except Exception as error:  # noqa: BLE001  a tool may fail in any way, and that is a result
        return {"seconds": time.perf_counter() - start, "error": f"{type(error).__name__}: {error}"}
    return {"seconds": seconds, "quantities": [number.as_json() for number in numbers]}


def main(name: str, seconds: str) -> None:
    warnings.simplefilter("ignore")
    from peers_tools import TOOLS  # noqa: PLC0415  their warnings while they load are silenced first

    tool = TOOLS[name]()
    for language, text in WARM_UP.items():
        answer(tool, {"language": language, "text": text})
    left = float(seconds)
    for given in sys.stdin:
        line = json.loads(given)
        if line.get("timed") and left <= 0:
            print('{"skipped": true}')
            continue
        got = answer(tool, line)
        if line.get("timed"):
            left -= got["seconds"]
        print(json.dumps(got))


if __name__ == "__main__":
    main(*sys.argv[1:])
