"""Reads quantities and times out of one block of visible text, in the languages of its lexicon at once."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, localcontext

from claimcheck.languages import Lexicon, load_lexicon
from claimcheck.stages.extract.reader import reader_for
from claimcheck.stages.extract.reading import Excluded, Found, Reading

# The caller's own context must change no value; nothing in a text may raise.
_CONTEXT = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[])

__all__ = ["Excluded", "Found", "Lexicon", "Reading", "extract", "load_lexicon"]


def extract(text: str, lexicon: Lexicon, lang: str | None = None) -> Reading:
    """Read every number of a text: quantities, times, names, and what is none of these with its reason.

    Args:
        text: one block of visible text, free of markup; any length, time grows linearly.
        lexicon: the merged tables, see `load_lexicon`.
        lang: a hint for marks that several languages use (``¥``); those of the lexicon are read either way.

    Returns:
        The reading; offsets are code points of ``text``.

    >>> reading = extract("Revenue rose 12% to about $1.2bn in 2024.", load_lexicon())
    >>> [(str(q.value), q.unit, str(q.modifier), q.direction and str(q.direction)) for q in reading.quantities]
    [('12', '%', 'exact', 'up'), ('1200000000', 'USD', 'about', None)]
    >>> [time.iso for time in reading.times]
    ['2024']
    """
    with localcontext(_CONTEXT):
        return reader_for(lexicon)(text, lexicon, lang).read()
