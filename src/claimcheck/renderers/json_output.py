"""The report as JSON: the records' own fields, and the version of their shape."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.records.inventory import Inventory
    from claimcheck.records.report import Report

SCHEMA = 1  # grows when a field changes its meaning or goes; a new field leaves it


def render(report: Report, lang: str) -> str:  # noqa: ARG001  the fields are the same in every language
    """Return the report's fields under their own names, with ``schema`` before them."""
    return _dump({"schema": SCHEMA, **report.model_dump(mode="json")})


def render_inventory(inventory: Inventory, lang: str) -> str:  # noqa: ARG001  the same in every language
    """Return the fields of all numbers of a draft under their own names."""
    return _dump({"schema": SCHEMA, **inventory.model_dump(mode="json")})


def combine(texts: Sequence[str], names: Sequence[str]) -> str:  # noqa: ARG001  each holds its name
    """Join what was rendered of several drafts: one stays itself, more become an array."""
    return texts[0] if len(texts) == 1 else "[" + ",\n".join(text.rstrip("\n") for text in texts) + "]\n"


def _dump(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
