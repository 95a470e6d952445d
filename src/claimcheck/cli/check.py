"""``claimcheck check``: every draft through the checker, the worst outcome as the exit code."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING, Protocol

from claimcheck.cli.drafts import open_drafts
from claimcheck.cli.options import FailOn, Request
from claimcheck.cli.output import Sink
from claimcheck.cli.settings import config_path, settings_for
from claimcheck.cli.streams import complain, progress
from claimcheck.errors import ClaimcheckError
from claimcheck.records.verdict import Verdict
from claimcheck.renderers.words import spoken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.config import Settings
    from claimcheck.records.document import Format
    from claimcheck.records.report import Report

_ERRORS = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED})


class Verifier(Protocol):
    """What a command needs of a checker."""

    def verify(self, text: str | Path, format: Format | None = None) -> Report:  # noqa: A002  the library's own name
        """Check one text."""
        ...


def _checker(settings: Settings) -> AbstractContextManager[Verifier]:
    from claimcheck.checker import Checker  # noqa: PLC0415  slow to import; wrong options are told before it is

    return Checker(
        settings.sources,
        lang=settings.lang,
        tolerance=settings.tolerance,
        tolerances=settings.tolerances,
        strict=settings.strict,
        as_of=settings.as_of,
        min_sources=settings.min_sources,
        names=settings.names,
        metrics=settings.metrics,
    )


def run_check(
    request: Request, make: Callable[[Settings], AbstractContextManager[Verifier]] = _checker
) -> int:
    """Check the drafts, write their reports, and return the exit code.

    A draft that cannot be read costs its own report only.

    Args:
        request: what was typed.
        make: makes a checker from settings.

    Raises:
        ClaimcheckError: if the options, the configuration or the sources cannot be used.
    """
    sink = Sink(request)
    worst = 0
    with ExitStack() as stack:
        ready: dict[Path | None, tuple[Verifier, Settings]] = {}
        for draft in open_drafts(request):
            path = config_path(request, draft.beside)
            if path not in ready:
                settings = settings_for(request, path)
                ready[path] = stack.enter_context(make(settings)), settings
            checker, settings = ready[path]
            try:
                with progress(draft.name, wanted=request.progress):
                    report = checker.verify(draft.content(), draft.format)
            except ClaimcheckError as fault:
                complain(str(fault))
                worst = 2
                continue
            report = report.model_copy(update={"name": draft.name})
            sink.report(report, settings.lang or spoken(report.language))
            worst = max(worst, exit_code(report, request.fail_on))
    sink.close()
    return worst


def exit_code(report: Report, fail_on: FailOn) -> int:
    """Return 1 if the report holds findings at or above ``fail_on``, else 0."""
    if fail_on is FailOn.NEVER:
        return 0
    if fail_on is FailOn.WARNING:
        return 0 if report.ok else 1
    wrong = any(result.verdict in _ERRORS for result in report.results)
    return 1 if wrong or report.inconsistencies else 0
