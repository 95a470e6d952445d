"""Evidence sources: one adapter a file, behind the `claimcheck.protocols.Source` protocol."""

from __future__ import annotations

from claimcheck.sources.files import Files
from claimcheck.sources.resolve import resolve
from claimcheck.sources.text import Text

__all__ = ["Files", "Text", "resolve"]
