"""The drafts that were named: files, or standard input under a name of its own."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError, MissingFileError
from claimcheck.formats import format_of

if TYPE_CHECKING:
    from claimcheck.cli.options import Request
    from claimcheck.records.document import Format

_STDIN = Path("-")
_UNNAMED = "<stdin>"


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to check; ``path`` is None for standard input."""

    name: str
    path: Path | None
    beside: Path  # where the search for a configuration starts
    format: Format | None = None

    def content(self) -> str | Path:
        """Return the file's path, or all of standard input as text.

        Raises:
            UndecodableError: if standard input is in no known encoding.
        """
        if self.path is not None:
            return self.path
        from claimcheck.formats.encoding import decode  # noqa: PLC0415  files are decoded by the library

        return decode(sys.stdin.buffer.read(), self.name)


def open_drafts(request: Request) -> list[Draft]:
    """Return the drafts, after making sure that every one of them can be there.

    Raises:
        InputError: on a missing file, a folder, or standard input named twice.
    """
    if request.drafts.count(_STDIN) > 1:
        message = "-: standard input can be read only once. Name it once."
        raise InputError(message)
    return [_stdin(request) if path == _STDIN else _file(path) for path in request.drafts]


def _stdin(request: Request) -> Draft:
    if request.stdin_name is None:
        return Draft(_UNNAMED, None, Path.cwd())
    path = Path(request.stdin_name)
    return Draft(request.stdin_name, None, path.parent, format_of(path.suffix))


def _file(path: Path) -> Draft:
    if path.is_dir():
        message = f"{path}: is a folder. Name the drafts in it, for example {path / '*.md'}."
        raise InputError(message)
    if not path.exists():
        raise MissingFileError(str(path), "draft")
    return Draft(str(path), path, path.parent)
