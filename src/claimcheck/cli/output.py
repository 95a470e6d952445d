"""Chooses the renderer, and brings what it renders to the screen or into a file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from claimcheck.cli.streams import emit, save, screen_width, wants_colour
from claimcheck.errors import InputError
from claimcheck.renderers import RENDERERS, output_for, renderer

if TYPE_CHECKING:
    from claimcheck.cli.options import Request
    from claimcheck.records.inventory import Inventory
    from claimcheck.records.report import Report

_SCREEN = "terminal"
_DATA = "json"


class Sink:
    """Takes one report after another, and writes them in the format and to the place that was asked for."""

    def __init__(self, request: Request) -> None:
        self.target = request.output
        self.format = _format(request)
        self.renderer = renderer(self.format)
        self.names: list[str] = []
        self.texts: list[str] = []

    def report(self, report: Report, lang: str) -> None:
        """Take a report."""
        self._take(report.name, self.renderer.render(report, lang, **self._layout()))

    def inventory(self, inventory: Inventory, lang: str) -> None:
        """Take all the numbers of one draft."""
        self._take(inventory.name, self.renderer.render_inventory(inventory, lang, **self._layout()))

    def close(self) -> None:
        """Write what could not be written before all of it was there."""
        if not self.texts or self._streams():
            return
        text = self.renderer.combine(self.texts, self.names)
        if self.target:
            save(self.target, text)
        else:
            emit(text, always_utf8=self.format == _DATA)

    def _take(self, name: str, text: str) -> None:
        if self._streams():
            emit("\n" + text if self.texts else text)
        self.names.append(name)
        self.texts.append(text)

    def _streams(self) -> bool:
        """Say whether a reader at a terminal sees each report as soon as it is made."""
        return self.target is None and self.format == _SCREEN

    def _layout(self) -> dict[str, Any]:
        if not RENDERERS[self.format].on_screen:
            return {}
        if self.target:
            return {"colour": False}
        return {
            "width": screen_width(),
            "colour": wants_colour(is_tty=sys.stdout.isatty(), environ=os.environ),
        }


def _format(request: Request) -> str:
    """Return the renderer's name: as asked for, else after the file's suffix, else for the terminal.

    Raises:
        InputError: if the suffix tells nothing, or the output would overwrite a draft.
    """
    if request.output is None:
        return request.format.value if request.format else _SCREEN
    if any(request.output.absolute() == draft.absolute() for draft in request.drafts):
        message = f"--output {request.output}: is the draft itself. Name another file."
        raise InputError(message)
    if request.format:
        return request.format.value
    if (name := output_for(request.output.suffix)) is None:
        known = ", ".join(suffix for output in RENDERERS.values() for suffix in output.suffixes)
        message = f"--output {request.output}: its suffix tells no format. Use --format, or one of {known}."
        raise InputError(message)
    return name
