"""The options that commands share, and what one call of a command asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class OutputFormat(StrEnum):
    """The names of the renderers."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


class FailOn(StrEnum):
    """From which findings on the exit code is 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


Drafts = Annotated[
    list[Path], typer.Argument(help="The texts to check; - reads standard input.", show_default=False)
]
Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        "-s",
        metavar="PATH",
        help="A file or folder to check against, instead of the configured ones.",
    ),
]
Format = Annotated[
    OutputFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="How to write the report. [default: by the suffix of --output, else terminal]",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output.")
]
Lang = Annotated[
    str | None, typer.Option("--lang", metavar="en|zh", help="Language of the output. [default: the draft's]")
]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="From which findings on the exit code is 1.")]
Strict = Annotated[
    bool | None,
    typer.Option("--strict/--no-strict", help="Decide only where every part aligns.", show_default=False),
]
ToleranceOption = Annotated[
    str | None,
    typer.Option(
        "--tolerance",
        metavar="X",
        help='How far numbers may lie apart: "1%", "3 digits", a number. [default: stated]',
    ),
]
MinSources = Annotated[
    int | None,
    typer.Option(
        "--min-sources",
        metavar="N",
        min=1,
        help="How many independent sources it takes to confirm. [default: 1]",
    ),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="ISO date that relative dates count from.")
]
Config = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="This configuration, not the nearest one.")
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no configuration file.")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="Show no progress.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Write findings and errors only.")]
StdinName = Annotated[
    str | None,
    typer.Option("--stdin-filename", metavar="NAME", help="What standard input is called; tells its format."),
]


@dataclass(frozen=True, slots=True)
class Request:
    """One call of a command, as typed; None is not typed."""

    drafts: tuple[Path, ...]
    format: OutputFormat | None = None
    output: Path | None = None
    lang: str | None = None
    sources: tuple[str, ...] = ()
    fail_on: FailOn = FailOn.ERROR
    strict: bool | None = None
    tolerance: str | None = None
    min_sources: int | None = None
    as_of: str | None = None
    config: Path | None = None
    no_config: bool = False
    progress: bool = True
    stdin_name: str | None = None
