"""A file or a folder of files as a source."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import MissingFileError, SourceError, UndecodableError
from claimcheck.formats import format_of
from claimcheck.records.document import Format
from claimcheck.records.evidence import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.records.evidence import Query


@dataclass(frozen=True, slots=True)
class Files:
    """A file, or every readable file of a folder and the folders in it, in the order of their names.

    Hidden files and folders are left out. A file that cannot be read is a failure of that file alone.

    Args:
        path: the file or folder; it must exist.
        name: how reports call it; by default each file's own name.
        rank: trust, lower is more trusted.

    Raises:
        MissingFileError: if the path does not exist.
    """

    path: str | Path
    name: str = ""
    rank: int = 1
    whole: bool = True

    def __post_init__(self) -> None:
        if not Path(self.path).exists():
            raise MissingFileError(str(self.path), "source file or folder")

    def parts(self) -> list[Files]:
        """Return one source for each file, so that each answers or fails by itself."""
        path = Path(self.path)
        if path.is_dir():
            return [Files(file, self.name, self.rank) for file in _files(path)]
        return [self]

    async def search(self, query: Query) -> Sequence[Passage]:  # noqa: ARG002  a file gives all it holds
        """Return the file's whole text as one passage.

        Raises:
            SourceError: if the file cannot be read or decoded.
        """
        from claimcheck.formats.encoding import decode  # noqa: PLC0415  needed once a file is read

        path = Path(self.path)
        try:
            text = decode(await asyncio.to_thread(path.read_bytes), str(path))
        except OSError as error:
            raise SourceError(
                self.name or path.name, str(path), error.strerror or "cannot be read"
            ) from error
        except UndecodableError as error:
            raise SourceError(self.name or path.name, str(path), str(error)) from error
        return [
            Passage(
                source=self.name or path.name,
                locator=path.as_posix(),
                text=text,
                format=format_of(path.suffix) or Format.PLAIN,
                rank=self.rank,
            )
        ]


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_file() and format_of(path.suffix) and not any(p.startswith(".") for p in inside):
            yield path
