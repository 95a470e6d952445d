"""The commands and their options; what they do is imported when they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from claimcheck.cli.options import (
    AsOf,
    Config,
    Drafts,
    FailOn,
    FailOnOption,
    Format,
    Lang,
    MinSources,
    NoConfig,
    NoProgress,
    Output,
    Quiet,
    Request,
    Sources,
    StdinName,
    Strict,
    ToleranceOption,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_INTERRUPTED = 130  # what a shell says of a command stopped by Ctrl-C; 1 would be a finding

# Rich would double the time that --help takes.
app = typer.Typer(
    name="claimcheck",
    help="Check the numbers in a text against its sources.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001  typer calls it so
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415

        typer.echo(f"claimcheck {version('numeric-claimcheck')}")
        raise typer.Exit


@app.callback()
def claimcheck(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Check the numbers in a text against its sources."""
    del version  # its callback did the work


@app.command()
def check(  # noqa: PLR0913  one parameter an option
    drafts: Drafts,
    *,
    source: Sources = None,
    format: Format = None,  # noqa: A002  the option's own name
    output: Output = None,
    lang: Lang = None,
    fail_on: FailOnOption = FailOn.ERROR,
    strict: Strict = None,
    tolerance: ToleranceOption = None,
    min_sources: MinSources = None,
    as_of: AsOf = None,
    config: Config = None,
    no_config: NoConfig = False,
    no_progress: NoProgress = False,
    quiet: Quiet = False,
    stdin_filename: StdinName = None,
) -> None:
    """Give every number in the drafts a verdict, a reason and a source."""
    from claimcheck.cli.check import run_check  # noqa: PLC0415

    _run(
        run_check,
        Request(
            drafts=tuple(drafts),
            format=format,
            output=output,
            lang=lang,
            sources=tuple(source or ()),
            fail_on=fail_on,
            strict=strict,
            tolerance=tolerance,
            min_sources=min_sources,
            as_of=as_of,
            config=config,
            no_config=no_config,
            progress=not (no_progress or quiet),
            stdin_name=stdin_filename,
        ),
    )


@app.command()
def extract(
    drafts: Drafts,
    *,
    format: Format = None,  # noqa: A002  the option's own name
    output: Output = None,
    lang: Lang = None,
    config: Config = None,
    no_config: NoConfig = False,
    stdin_filename: StdinName = None,
) -> None:
    """List every number in the drafts, claim or not, and where a draft disagrees with itself; no source is asked."""
    from claimcheck.cli.extract import run_extract  # noqa: PLC0415

    _run(
        run_extract,
        Request(
            drafts=tuple(drafts),
            format=format,
            output=output,
            lang=lang,
            config=config,
            no_config=no_config,
            stdin_name=stdin_filename,
        ),
    )


def _run(command: Callable[[Request], int], request: Request) -> NoReturn:
    from claimcheck.cli.streams import complain  # noqa: PLC0415
    from claimcheck.errors import ClaimcheckError  # noqa: PLC0415

    try:
        code = command(request)
    except ClaimcheckError as fault:
        complain(str(fault))
        code = 2
    except KeyboardInterrupt:
        code = _INTERRUPTED
    raise typer.Exit(code)
