"""Loads the sentences in which verdicts are explained."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def load_reasons(language: str) -> Mapping[str, str]:
    """Return the reason templates of a language, by code."""
    text = (files("claimcheck.languages") / language / "reasons.toml").read_text("utf-8")
    return {str(code): str(sentence) for code, sentence in tomllib.loads(text).items()}
