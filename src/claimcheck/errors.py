"""The exceptions claimcheck raises.

::

    ClaimcheckError
    ├── InputError            the text or file to check cannot be read
    │   ├── MissingFileError  no such file
    │   └── UndecodableError  bytes in no known encoding
    ├── ConfigError           a configuration file or option is wrong (names file, line, key and remedy)
    ├── UnknownSourceError    a string that names no source
    ├── IncompatibleUnitsError  two units of different dimensions (defined beside the conversion, in units/)
    └── SourceError           one source could not be asked: its own answers are lost, the run goes on
"""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Root of every exception that claimcheck raises on purpose."""


class InputError(ClaimcheckError, ValueError):
    """The text, file or option handed in cannot be used."""


class MissingFileError(InputError):
    """A file or folder that was named does not exist."""

    def __init__(self, path: str, role: str = "file") -> None:
        super().__init__(
            f"{path}: no such {role}. Check the path; relative paths start at the current folder."
        )
        self.path = path


class UndecodableError(InputError):
    """Bytes that no known encoding turns into text."""

    def __init__(self, path: str, position: int) -> None:
        super().__init__(
            f"{path}: byte {position} fits no known encoding (tried UTF-8, UTF-16, GB18030, Big5). "
            "Save the file as UTF-8."
        )
        self.path = path
        self.position = position


class ConfigError(ClaimcheckError, ValueError):
    """A setting that is not understood."""

    def __init__(self, where: str, problem: str, remedy: str = "") -> None:
        super().__init__(f"{where}: {problem}" + (f" {remedy}" if remedy else ""))
        self.where = where
        self.problem = problem
        self.remedy = remedy


class UnknownSourceError(ClaimcheckError, ValueError):
    """A string that is neither a file, a folder, a URL nor a registered source."""

    def __init__(self, name: str, remedy: str) -> None:
        super().__init__(f"{name!r} is not a source. {remedy}")
        self.name = name


class SourceError(ClaimcheckError):
    """A source could not be asked. Not to be confused with "found nothing"."""

    def __init__(self, source: str, locator: str, reason: str, attempts: int = 1) -> None:
        super().__init__(f"{source}: {reason} ({locator}, {attempts} attempt{'s' if attempts != 1 else ''})")
        self.source = source
        self.locator = locator
        self.reason = reason
        self.attempts = attempts
