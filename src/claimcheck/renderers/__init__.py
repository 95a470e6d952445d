"""Ways to show a report, one output per file; they decide nothing and are loaded when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from types import ModuleType


class Output(NamedTuple):
    """Where one output is made, and what chooses it.

    The module has ``render(report, lang)``, ``render_inventory(inventory, lang)`` and ``combine(texts, names)``,
    which joins what was rendered of several drafts; where ``on_screen`` is true the first two also take
    ``width=`` (cells) and ``colour=``.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    on_screen: bool = False


RENDERERS: dict[str, Output] = {
    "terminal": Output("claimcheck.renderers.terminal", (".txt",), on_screen=True),
    "markdown": Output("claimcheck.renderers.markdown", (".md", ".markdown")),
    "json": Output("claimcheck.renderers.json_output", (".json",)),
}


def renderer(name: str) -> ModuleType:
    """Import and return the renderer called ``name``.

    Raises:
        KeyError: if there is none.
    """
    return import_module(RENDERERS[name].module)


def output_for(suffix: str) -> str | None:
    """Return the name of the output that a file's suffix asks for, or None.

    >>> output_for(".JSON")
    'json'
    """
    return next((name for name, output in RENDERERS.items() if suffix.lower() in output.suffixes), None)
