"""Loads the sentences in which verdicts are explained."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcheck.languages.folders import FALLBACK, packs, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def load_reasons(language: str) -> Mapping[str, str]:
    """Return the reason templates of a language, by code; English ones where it has none."""
    own = read_table(language, "reasons") if language in packs() else {}
    return {str(code): str(sentence) for code, sentence in {**read_table(FALLBACK, "reasons"), **own}.items()}
