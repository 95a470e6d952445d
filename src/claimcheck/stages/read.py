"""Reads a text or a file into a document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ConfigError, InputError, MissingFileError
from claimcheck.formats.registry import FORMATS, format_of, reader_of
from claimcheck.records.document import Format

if TYPE_CHECKING:
    from claimcheck.records.document import Document


def read(text: str | Path, format: str | Format | None = None, name: str = "") -> Document:  # noqa: A002  the public option is called so
    """Read a text, or the file at a path.

    Args:
        text: a `str` is always text, never a path, and read as Markdown unless ``format`` says otherwise; a
            `Path` is read as its suffix says, or as plain text.
        format: a `Format`, its name (``"html"``) or a suffix (``"htm"``, ``".csv"``).
        name: what the document is called; by default a file's path.

    Raises:
        InputError: ``text`` is neither text nor a path, or cannot be parsed.
        MissingFileError: there is no such file.
        UndecodableError: the file is no text in any known encoding.
        ConfigError: there is no such format.
    """
    wanted = _format(format)
    if isinstance(text, str):
        return reader_of(wanted or Format.MARKDOWN)(text, name)
    if not isinstance(text, Path):
        message = f"a text must be a str or a pathlib.Path, not {type(text).__name__}."
        raise InputError(message)
    from claimcheck.formats.encoding import decode  # noqa: PLC0415  a text in memory needs none

    shown = name or str(text)
    content = decode(_bytes(text), shown)
    return reader_of(wanted or format_of(text.suffix) or Format.PLAIN)(content, shown)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise MissingFileError(str(path)) from fault
    except OSError as fault:
        message = f"{path}: cannot be read ({fault.strerror or fault}). Name a readable file."
        raise InputError(message) from fault
    except ValueError as fault:  # a NUL in the path
        raise MissingFileError(str(path)) from fault


def _format(wanted: str | Format | None) -> Format | None:
    if wanted is None or isinstance(wanted, Format):
        return wanted
    key = str(wanted).strip().lower()
    if key in FORMATS:
        return Format(key)
    found = format_of(key if key.startswith(".") else f".{key}")
    if found:
        return found
    from difflib import get_close_matches  # noqa: PLC0415  only for the message

    names = sorted(known.value for known in FORMATS)
    close = get_close_matches(key, names, n=1, cutoff=0.4)
    hint = f"Did you mean {close[0]!r}? " if close else ""
    where, problem = "format", f"there is no format {wanted!r}."
    raise ConfigError(where, problem, f"{hint}Formats: {', '.join(names)}.")
