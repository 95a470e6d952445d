"""Checks the numbers in a text against its sources: English and Chinese, deterministic, explainable."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck import sources
    from claimcheck.checker import Checker, averify, verify
    from claimcheck.errors import ClaimcheckError
    from claimcheck.extraction import extract_claims, extract_quantities
    from claimcheck.records.tolerance import Tolerance

__version__ = "0.1.0"

__all__ = [
    "Checker",
    "ClaimcheckError",
    "Tolerance",
    "averify",
    "extract_claims",
    "extract_quantities",
    "sources",
    "verify",
]

# where each public name lives; loaded on first use, so that importing the package costs next to nothing
_HOMES = {
    "Checker": "claimcheck.checker",
    "ClaimcheckError": "claimcheck.errors",
    "Tolerance": "claimcheck.records.tolerance",
    "averify": "claimcheck.checker",
    "extract_claims": "claimcheck.extraction",
    "extract_quantities": "claimcheck.extraction",
    "verify": "claimcheck.checker",
}


def __getattr__(name: str) -> object:
    if name == "sources":
        return import_module("claimcheck.sources")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    message = f"module 'claimcheck' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
