"""Languages as data: TOML tables, and the lexicon merged from them."""

from __future__ import annotations

from claimcheck.languages.folders import read_table
from claimcheck.languages.lexicon import Lexicon, load_lexicon
from claimcheck.languages.tongue import Tongue, tongue_of

__all__ = ["Lexicon", "Tongue", "load_lexicon", "read_table", "tongue_of"]
