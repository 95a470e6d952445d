"""Each output against a stored page; set CLAIMCHECK_REWRITE_GOLDEN=1 to store anew what then is reviewed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.cells import cell_len

from claimcheck.records.inventory import Inventory, Unclaimed
from claimcheck.records.report import Report  # noqa: TC001  pytest resolves annotations
from claimcheck.renderers import RENDERERS, renderer

GOLDEN = Path(__file__).parent / "golden"
CASES = [
    (name, lang, width)
    for name in sorted(RENDERERS)
    if name != "json"  # the records' own fields, held to the records in test_outputs.py
    for lang in ("en", "zh")
    for width in ((60, 120) if RENDERERS[name].on_screen else (0,))
]


def inventory(report: Report) -> Inventory:
    """Return the numbers of a report as `claimcheck extract` would list them."""
    return Inventory(
        name=report.name,
        language=report.language,
        claims=[result.claim for result in report.results] + report.skipped[:1],
        unclaimed=[
            Unclaimed(text="Boreas-70B", start=3, end=13, line=1, column=4, reason="name"),
            Unclaimed(text="2025|6", start=20, end=26, line=2, column=1, reason="date"),
            Unclaimed(text="3.1", start=30, end=33, line=4, column=1, reason="no-such-reason"),
        ],
        inconsistencies=report.inconsistencies,
    )


@pytest.mark.parametrize(("name", "lang", "width"), CASES)
def test_output_is_as_stored(reports: dict[str, Report], name: str, lang: str, width: int) -> None:
    report = reports[lang]
    listed = inventory(report)
    layout = {"width": width} if width else {}
    module = renderer(name)
    page = module.render(report, lang, **layout)
    table = module.render_inventory(listed, lang, **layout)
    assert page == module.render(report, lang, **layout)
    if width:
        assert all(cell_len(line) <= width for line in (page + table).splitlines())
    for kind, text in (("report", page), ("inventory", table)):
        stored = GOLDEN / f"{kind}.{lang}{f'.{width}' if width else ''}{RENDERERS[name].suffixes[0]}"
        if os.environ.get("CLAIMCHECK_REWRITE_GOLDEN"):
            stored.write_text(text, encoding="utf-8")
        assert text == stored.read_text("utf-8")
