"""Languages as data: TOML tables, and the lexicon merged from them."""

from __future__ import annotations

from claimcheck.languages.lexicon import Lexicon, load_lexicon
from claimcheck.languages.pack import LanguagePack, load_pack, read_table

__all__ = ["LanguagePack", "Lexicon", "load_lexicon", "load_pack", "read_table"]
