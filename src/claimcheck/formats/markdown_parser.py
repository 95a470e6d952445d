"""A CommonMark parser whose inline tokens know where in their content they stand.

markdown-it-py gives lines to blocks but no columns to inline text, so its inline state is extended: every
token carries ``meta["at"]``, the offset into the inline content at which its own text begins.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import html_block, paragraph
from markdown_it.rules_inline.state_inline import Scanned, StateInline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

# Lists thirty deep are read; brackets in brackets cost time by their depth, and no prose has twenty.
_BLOCK_NESTING = 60
_INLINE_NESTING = 20

# Lines looked through for the end of an HTML table; bounded, so that tables nobody closes stay cheap.
_LONGEST_TABLE = 2000

_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s\[]{1,64}\]")
FOOTNOTE_START = re.compile(r"\[\^[^\]\s\[]{1,64}\]:[ \t]*")
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]"
)


class PositionedState(StateInline):
    """Inline state that records where each token's text begins."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        self._chunks: list[str] = []
        self._pending_at = 0
        self._last: tuple[int, int, Token] | None = None
        super().__init__(src, md, env, tokens)
        self.last_closing = src.rfind("]")

    @property
    def pending(self) -> str:
        """Literal text that no token holds yet."""
        if len(self._chunks) > 1:
            self._chunks = ["".join(self._chunks)]
        return self._chunks[0] if self._chunks else ""

    @pending.setter
    def pending(self, value: str) -> None:
        if not self._chunks:
            self._pending_at = self.pos if hasattr(self, "pos") else 0
        self._chunks = [value] if value else []

    def append_pending(self, text: str) -> None:
        """Append literal text that stands at ``self.pos``."""
        if not self._chunks:
            self._pending_at = self.pos
        self._chunks.append(text)

    def pushPending(self) -> Token:  # noqa: N802  markdown-it's name
        """Turn the pending text into a token."""
        at = self._pending_at
        token = super().pushPending()
        token.meta["at"] = at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Push a token that begins at ``self.pos``.

        A run of emphasis marks is pushed mark by mark from one position: each stands behind the one before.
        """
        at = self.pos
        if self._last is not None and self._last[0] == at and ttype == "text":
            at = self._last[1] + len(self._last[2].content)
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = at
        self._last = (self.pos, at, token) if ttype == "text" else None
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803, FBT001  markdown-it's
        """Let ``*`` and ``~`` open and close beside Chinese punctuation.

        CommonMark reads ``**注意：**后文`` as literal stars, since it takes the stop before the mark for the
        end of a word and there is no space behind it.

        Source:
            the CJK-friendly emphasis amendment to CommonMark (markdown-cjk-friendly, specification.md).
        """
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        if self.src[start] == "_" or not (_CJK.match(before) or _CJK.match(after)):
            return scanned
        opens = scanned.can_open or (not after.isspace() and _passes(after, before))
        closes = scanned.can_close or (not before.isspace() and _passes(before, after))
        return Scanned(opens, closes, scanned.length)


def _passes(inner: str, outer: str) -> bool:
    """Say whether a mark between the two may belong to ``inner``'s side."""
    return bool(_CJK.match(inner) or _CJK.match(outer)) or inner.isalnum() or outer.isspace()


class PositionedInline(ParserInline):
    """The inline parser over `PositionedState`."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse inline content into ``tokens``."""
        state = PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _footnote_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it's rule signature
    """Read ``[^1]``, which CommonMark would take for a link or for text."""
    match = _FOOTNOTE_MARK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("footnote_mark", "", 0)
    state.pos = match.end()
    return True


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  the same
    """Read ``[^1]: text`` as a paragraph of its own, not as a link reference."""
    begin = state.bMarks[start] + state.tShift[start]
    if not FOOTNOTE_START.match(state.src, begin, state.eMarks[start]):
        return False
    return True if silent else paragraph(state, start, end, False)  # noqa: FBT003  the same


def _html_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  the same
    """Read an HTML block, and a table to its end: CommonMark cuts it at the first blank line."""
    if not html_block(state, start, end, silent):
        return False
    if silent:
        return True
    stop = state.line
    markup = state.src[state.bMarks[start] : state.eMarks[stop - 1]].lower()
    if markup.count("<table") <= markup.count("</table"):
        return True
    if "last_table_end" not in state.env:
        state.env["last_table_end"] = state.src.lower().rfind("</table")
    if state.env["last_table_end"] < state.eMarks[stop - 1]:
        return True
    end = min(end, stop + _LONGEST_TABLE)
    while stop < end and "</table" not in state.src[state.bMarks[stop] : state.eMarks[stop]].lower():
        stop += 1
    if stop < end:
        state.line = stop + 1
        state.tokens[-1].map = [start, state.line]
    return True


def _lone_bracket(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the same
    """Read a ``[`` behind which nothing closes as text, before the link rule scans the rest for its end."""
    if not isinstance(state, PositionedState) or state.src[state.pos] not in "[!":
        return False
    if not state.src.startswith(("[", "!["), state.pos) or state.last_closing > state.pos:
        return False
    end = state.pos + 1
    while state.src[end : end + 1] == "[":
        end += 1
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


@cache
def _parser(max_nesting: int) -> MarkdownIt:
    md = MarkdownIt("commonmark")
    md.inline = PositionedInline()
    md.configure("commonmark", {"maxNesting": max_nesting})
    md.enable(["table", "strikethrough"])
    md.disable("code")  # indented lines are text
    md.inline.ruler2.disable("fragments_join")
    md.inline.ruler.before("link", "footnote_mark", _footnote_mark)
    md.inline.ruler.before("footnote_mark", "lone_bracket", _lone_bracket)
    md.block.ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.before(
        "reference", "footnote", _footnote, {"alt": ["paragraph", "reference", "blockquote"]}
    )
    return md


def parse_blocks(text: str, env: dict[str, Any]) -> Sequence[Token]:
    """Return the block tokens of a text; inline tokens hold their content, unparsed."""
    tokens: list[Token] = []
    md = _parser(_BLOCK_NESTING)
    md.block.parse(text, md, env, tokens)
    return tokens


def parse_inline(content: str, env: dict[str, Any]) -> Sequence[Token]:
    """Return the inline tokens of a content, each with ``meta["at"]``."""
    md = _parser(_INLINE_NESTING)
    tokens: list[Token] = []
    md.inline.parse(content, md, env, tokens)
    return tokens
