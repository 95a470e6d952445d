"""What a text holds, no source asked: its quantities and its claims."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ConfigError, InputError
from claimcheck.languages.folders import packs
from claimcheck.languages.tongue import Tongue
from claimcheck.records.document import BlockKind, Format
from claimcheck.stages.extract import extract
from claimcheck.stages.extract.published import quantity_of
from claimcheck.stages.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.records.document import Document
    from claimcheck.records.quantity import Quantity
    from claimcheck.stages.decompose import Decomposition
    from claimcheck.stages.extract import Reading


def extract_claims(
    text: str | Path,
    lang: str | None = None,
    format: str | None = None,  # noqa: A002  the published name
) -> list[Claim]:
    """Return every claim of a text in document order, those that are not check-worthy included."""
    return decompose(read(given_text(text), format), lang=given_language(lang)).claims


def extract_quantities(
    text: str | Path,
    lang: str | None = None,
    format: str | None = None,  # noqa: A002  the published name
) -> list[Quantity]:
    """Return every quantity of a text in document order.

    A text of one line is read for its inline markup only: nobody numbers a list of one line, so a leading
    ``-`` or ``1.`` belongs to its number.
    """
    given, hint = given_text(text), given_language(lang)
    if isinstance(given, str) and format is None and "\n" not in given.strip():
        format = Format.PLAIN  # noqa: A001
    document = read(given, format)
    tongue = Tongue(document.text, hint)
    found: list[Quantity] = []
    named = _identifier_cells(document, tongue)
    for index, block in enumerate(document.blocks):
        if block.kind not in (BlockKind.CODE, BlockKind.TITLE) and index not in named:
            reading = extract(block.text, tongue.lexicon(block.text), hint)
            found += (quantity_of(q, block, document) for q in reading.quantities)
    return sorted(found, key=attrgetter("start", "end"))


def decompose(
    document: Document,
    *,
    lang: str | None = None,
    metrics: Mapping[str, Sequence[str]] | None = None,
    as_of: str | None = None,
    reads: Callable[[str], Reading] | None = None,
) -> Decomposition:
    """Return the claims of a document.

    Args:
        document: the blocks to read.
        lang: a hint for reading.
        metrics: the user's further words for a metric.
        as_of: ISO date from which relative times count.
        reads: reads one block; by default each is read anew.
    """
    from claimcheck.languages.cues import extend_cues, load_cues  # noqa: PLC0415  quantities need none of this
    from claimcheck.stages.decompose import claims_in  # noqa: PLC0415  the same

    tongue = Tongue(document.text, lang)
    cues = load_cues(tongue.codes)
    if metrics:
        cues = extend_cues(cues, metrics)
    reads = reads or (lambda block: extract(block, tongue.lexicon(block), lang))
    return claims_in(document, reads, cues, as_of=as_of)


def _identifier_cells(document: Document, tongue: Tongue) -> frozenset[int]:
    if not document.tables:
        return frozenset()
    from claimcheck.languages.cues import load_cues  # noqa: PLC0415  only tables need it
    from claimcheck.stages.decompose.grid import identifier_cells  # noqa: PLC0415  the same

    return identifier_cells(document, load_cues(tongue.codes))


def given_text(text: object) -> str | Path:
    """Return what was given as the text if it is one.

    Raises:
        InputError: it is neither a string nor a path.
    """
    if isinstance(text, str | Path):
        return text
    message = f"the text to check must be a str or a pathlib.Path, not {type(text).__name__}"
    raise InputError(message)


def given_language(lang: str | None) -> str | None:
    """Return the code of a language if there is such a one.

    Raises:
        ConfigError: no language has this code.
    """
    if lang is None or lang in packs():
        return lang
    raise ConfigError("lang", f"{lang!r} is not a language.", f"Known: {', '.join(packs())}.")
