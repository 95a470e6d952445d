"""Reads plain text: paragraphs between blank lines."""

from __future__ import annotations

from claimcheck.formats.builder import Builder
from claimcheck.formats.visible import Visible
from claimcheck.records.document import BlockKind, Document, Format


def read_plain(text: str, name: str = "") -> Document:
    r"""Read plain text; indented lines are text, and ``"\n"`` stands for every line break in a block.

    >>> [block.text for block in read_plain("One.\r\nTwo.\r\n\r\n  Three.").blocks]
    ['One.\nTwo.', 'Three.']
    """
    builder = Builder(text, Format.PLAIN, name)
    lines = builder.lines
    out = Visible(text)
    previous_end = -1
    for start, end in zip(lines.starts, lines.ends, strict=True):
        line = text[start:end]
        kept = line.strip()
        if not kept:
            builder.add(BlockKind.PARAGRAPH, out.finish())
            out, previous_end = Visible(text), -1
            continue
        first = start + len(line) - len(line.lstrip())
        if previous_end >= 0:
            broken = lines.ends[lines.number(previous_end - 1) - 1]
            out.piece("\n", broken, broken + (2 if text.startswith("\r\n", broken) else 1))
        previous_end = first + len(kept)
        out.literal(first, previous_end)
    builder.add(BlockKind.PARAGRAPH, out.finish())
    return builder.finish()
