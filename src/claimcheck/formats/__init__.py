"""From files and strings to documents with exact positions; one reader per file format."""

from __future__ import annotations

from claimcheck.formats.registry import FORMATS, format_of, reader_of

__all__ = ["FORMATS", "format_of", "reader_of"]
