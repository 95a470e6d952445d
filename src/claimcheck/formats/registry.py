"""Which reader reads which format, and which suffix means which."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

from claimcheck.records.document import Format

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.records.document import Document


class Reader(NamedTuple):
    """Where a format's reader is defined; it is imported when it is first needed."""

    module: str
    function: str
    suffixes: tuple[str, ...]


FORMATS: dict[Format, Reader] = {
    Format.MARKDOWN: Reader("markdown", "read_markdown", (".md", ".markdown", ".mdx")),
    Format.PLAIN: Reader("plain", "read_plain", (".txt", ".text")),
    Format.HTML: Reader("html", "read_html", (".html", ".htm", ".xhtml")),
    Format.CSV: Reader("tabular", "read_csv", (".csv",)),
    Format.TSV: Reader("tabular", "read_tsv", (".tsv", ".tab")),
    Format.JSON: Reader("json_data", "read_json", (".json", ".jsonl", ".ndjson")),
}
_BY_SUFFIX = {suffix: name for name, reader in FORMATS.items() for suffix in reader.suffixes}


def format_of(suffix: str) -> Format | None:
    """Return the format that a file name's suffix (``.md``, any case) stands for, or None.

    >>> format_of(".HTM")
    <Format.HTML: 'html'>
    """
    return _BY_SUFFIX.get(suffix.lower())


def reader_of(name: Format) -> Callable[[str, str], Document]:
    """Return the function ``(text, name) -> Document`` that reads a format."""
    entry = FORMATS[name]
    module = import_module(f"claimcheck.formats.{entry.module}")
    return cast("Callable[[str, str], Document]", getattr(module, entry.function))
