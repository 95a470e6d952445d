"""``claimcheck extract``: all the numbers of a draft, before any source is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.cli.drafts import open_drafts
from claimcheck.cli.output import Sink
from claimcheck.cli.settings import config_path, settings_for
from claimcheck.cli.streams import complain
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.cli.options import Request


def run_extract(request: Request) -> int:
    """List the claims of the drafts, their other numbers and their own errors; what was found is no failure.

    Raises:
        ClaimcheckError: if the options or the configuration cannot be used.
    """
    from claimcheck.checker import take_inventory  # noqa: PLC0415  slow to import; wrong options are told before it is

    sink = Sink(request)
    worst = 0
    for draft in open_drafts(request):
        settings = settings_for(request, config_path(request, draft.beside))
        try:
            inventory = take_inventory(draft.content(), settings.lang, format=draft.format)
        except ClaimcheckError as fault:
            complain(str(fault))
            worst = 2
            continue
        inventory = inventory.model_copy(update={"name": draft.name})
        sink.inventory(inventory, settings.lang or inventory.language)
    sink.close()
    return worst
