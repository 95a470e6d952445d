"""The front door of the library: the settings once, then any number of texts."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Self

from claimcheck.errors import ConfigError
from claimcheck.extraction import given_language, given_text
from claimcheck.pipeline import Setup, check
from claimcheck.pipeline import take_inventory as inventory
from claimcheck.records.tolerance import Tolerance
from claimcheck.sources.resolve import Given, resolve

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable, Mapping, Sequence
    from types import TracebackType

    from claimcheck.records.inventory import Inventory
    from claimcheck.records.report import Report


class Checker:
    """Checks texts against sources; reusable and thread-safe, and it reads each piece of evidence once.

    Args:
        sources: paths, folders, registered names, or source objects.
        lang: language of the output, and a hint for reading; by default that of each text.
        tolerance: how far numbers may lie apart; by default the stated precision.
        strict: decide only by facts that align on every part.
        as_of: ISO date from which relative times count; by default the document's own.
        min_sources: independent sources that a confirmation needs.
        names: other names of a name.
        metrics: further words for a metric.
        tolerances: tolerances by unit or metric.

    Raises:
        ClaimcheckError: a source that does not exist, or a setting that is not understood.

    >>> from claimcheck import sources
    >>> report = Checker([sources.Text("Acme employs 5,217 people.", name="report")]).verify("Acme employs 5,217 people.")
    >>> [result.verdict.value for result in report.results]
    ['confirmed']
    """

    def __init__(
        self,
        sources: Iterable[Given] = (),
        *,
        lang: str | None = None,
        tolerance: Tolerance | None = None,
        strict: bool = False,
        as_of: str | None = None,
        min_sources: int = 1,
        names: Mapping[str, Sequence[str]] | None = None,
        metrics: Mapping[str, Sequence[str]] | None = None,
        tolerances: Mapping[str, Tolerance] | None = None,
    ) -> None:
        self._setup = Setup(
            sources=resolve(sources),
            lang=given_language(lang),
            tolerance=_tolerance(tolerance),
            tolerances=dict(tolerances or {}),
            strict=strict,
            as_of=as_of,
            min_sources=_at_least_one(min_sources),
            names=dict(names or {}),
            metrics=dict(metrics or {}),
        )

    @classmethod
    def from_config(cls, path: str | Path) -> Self:
        """Return a checker with the settings of a ``claimcheck.toml`` or ``pyproject.toml``.

        Raises:
            ConfigError: a setting that is not understood; it names the file, line, key and remedy.
        """
        from claimcheck.config import load_settings  # noqa: PLC0415  only those who configure by file pay for it

        settings = load_settings(Path(path))
        return cls(
            settings.sources,
            lang=settings.lang,
            tolerance=settings.tolerance,
            strict=settings.strict,
            as_of=settings.as_of,
            min_sources=settings.min_sources,
            names=settings.names,
            metrics=settings.metrics,
            tolerances=settings.tolerances,
        )

    def verify(self, text: str | Path, format: str | None = None) -> Report:  # noqa: A002  the published name
        """Check a text (or the file at a path) and return the report.

        Works inside a running event loop too.

        Raises:
            InputError: the text is no text, or the file cannot be read.
        """
        return _run(self.averify(text, format))

    async def averify(self, text: str | Path, format: str | None = None) -> Report:  # noqa: A002  the published name
        """Check a text as `verify` does, awaited."""
        return await check(given_text(text), self._setup, format)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._setup.read_before.clear()


def verify(
    text: str | Path,
    sources: Iterable[Given] = (),
    *,
    lang: str | None = None,
    tolerance: Tolerance | None = None,
    strict: bool = False,
    as_of: str | None = None,
    format: str | None = None,  # noqa: A002  the published name
) -> Report:
    """Check the numbers of a text against sources.

    Args:
        text: a text (read as Markdown unless ``format`` says otherwise) or a path to a file.
        sources: paths, folders, registered names, or source objects.
        lang: language of the output; by default the text's own.
        tolerance: how far numbers may lie apart; by default the stated precision.
        strict: decide only by facts that align on every part.
        as_of: ISO date from which relative times count.
        format: ``markdown``, ``plain``, ``html``, ``csv``, ``tsv`` or ``json``.

    Raises:
        ClaimcheckError: bad input, a source that does not exist, a setting that is not understood.
    """
    return Checker(sources, lang=lang, tolerance=tolerance, strict=strict, as_of=as_of).verify(text, format)


async def averify(
    text: str | Path,
    sources: Iterable[Given] = (),
    *,
    lang: str | None = None,
    tolerance: Tolerance | None = None,
    strict: bool = False,
    as_of: str | None = None,
    format: str | None = None,  # noqa: A002  the published name
) -> Report:
    """Check the numbers of a text as `verify` does, awaited."""
    checker = Checker(sources, lang=lang, tolerance=tolerance, strict=strict, as_of=as_of)
    return await checker.averify(text, format)


def take_inventory(
    text: str | Path,
    lang: str | None = None,
    format: str | None = None,  # noqa: A002  the published name
) -> Inventory:
    """Return every number of a text: the claims, the others with the reason why they are none, and its own errors.

    Raises:
        InputError: the text is no text, or the file cannot be read.
    """
    return inventory(given_text(text), Setup(lang=given_language(lang)), format)


def _run(work: Coroutine[object, object, Report]) -> Report:
    """Run a coroutine to its end, in a thread of its own where an event loop is already running here."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    outcome: list[Report] = []
    failure: list[BaseException] = []

    def target() -> None:
        try:
            outcome.append(asyncio.run(work))
        except BaseException as error:  # noqa: BLE001  handed over to the calling thread
            failure.append(error)

    thread = threading.Thread(target=target, name="claimcheck")
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
    return outcome[0]


def _tolerance(tolerance: object) -> Tolerance | None:
    if tolerance is None or isinstance(tolerance, Tolerance):
        return tolerance
    raise ConfigError(
        "tolerance", f"{tolerance!r} is not a Tolerance.", "Write Tolerance(relative=Decimal('0.01'))."
    )


def _at_least_one(count: int) -> int:
    if count >= 1:
        return count
    raise ConfigError("min_sources", f"{count} is too few.", "It must be at least 1.")
