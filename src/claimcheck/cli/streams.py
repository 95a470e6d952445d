"""Standard output and error as they really are: closed pipes, narrow encodings, files, colours."""

from __future__ import annotations

import io
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FALLBACK_WIDTH = 80
NARROWEST = 20


def settle_streams() -> None:
    """Make standard streams safe to use: a closed one leads nowhere, and what an encoding lacks is replaced."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by the shell (``>&-``)
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  open as long as the process is
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def emit(text: str, *, always_utf8: bool = False) -> None:
    """Write to standard output; a reader who has gone away is no error.

    Args:
        text: what to write.
        always_utf8: ignore the locale's encoding, for what a program reads (JSON is UTF-8).

    Raises:
        InputError: if it cannot be written for another reason (a full disk).
    """
    try:
        if always_utf8 and hasattr(sys.stdout, "buffer"):
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_the_rest()
    except OSError as fault:
        _discard_the_rest()
        message = f"standard output: cannot be written ({fault.strerror})."
        raise InputError(message) from fault


def _discard_the_rest() -> None:
    # The interpreter flushes once more at exit; what is left must go somewhere.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def save(path: Path, text: str) -> None:
    """Write a file in UTF-8.

    Raises:
        InputError: if it cannot be written; names the file.
    """
    try:
        path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as fault:
        message = f"{path}: cannot be written ({fault.strerror}). Check the folder and its permissions."
        raise InputError(message) from fault


def complain(text: str) -> None:
    """Write one message to standard error."""
    with_name = f"claimcheck: {text}\n"
    try:
        sys.stderr.write(with_name)
        sys.stderr.flush()
    except OSError:  # nobody listens there; the exit code still tells
        return


def screen_width() -> int:
    """Return the width of the terminal in cells; ``COLUMNS`` goes first."""
    return max(shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns, NARROWEST)


def wants_colour(*, is_tty: bool, environ: Mapping[str, str]) -> bool:
    """Say whether to write colours: ``NO_COLOR`` goes first, then ``FORCE_COLOR``, then the terminal.

    Source: https://no-color.org and https://force-color.org.

    >>> wants_colour(is_tty=True, environ={"NO_COLOR": "1"})
    False
    """
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return is_tty and environ.get("TERM") != "dumb"


@contextmanager
def progress(message: str, *, wanted: bool) -> Iterator[None]:
    """Show on standard error what is being done, while it is, if a person is watching."""
    if not wanted or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415  slow to import, and rarely needed
    from rich.markup import escape  # noqa: PLC0415

    with Console(stderr=True).status(escape(message)):
        yield
