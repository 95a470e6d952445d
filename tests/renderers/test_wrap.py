"""Lines break where both languages allow it, and never grow wider than the screen."""

from __future__ import annotations

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claimcheck.renderers.wrap import wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("该厂雇用五百人", 6, ["该厂雇", "用五百", "人"]),
        ("该厂雇用，五百人", 8, ["该厂雇", "用，五百", "人"]),
        ("共「五百」人", 4, ["共", "「五", "百」", "人"]),
        ("厂里有512人", 8, ["厂里有", "512人"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a  b", 2, ["a", "b"]),
    ],
)
def test_lines_break_well(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width, cell_len) == lines


def test_the_first_line_can_be_shorter() -> None:
    assert wrap("one two three", 9, cell_len, first=4) == ["one", "two three"]
    assert wrap("one", 9, cell_len, first=8) == ["", "one"]


@given(
    st.text(alphabet="ab 1，。「」（）厂人⚠\ufe0f✅%", max_size=60), st.integers(4, 30), st.integers(0, 40)
)
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int, first: int) -> None:
    lines = wrap(text, width, cell_len, first=first)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.lists(st.text(alphabet="abc1", min_size=1, max_size=8), max_size=12), st.integers(8, 30))
def test_words_stay_words(words: list[str], width: int) -> None:
    assert " ".join(wrap(" ".join(words), width, cell_len)).split() == words


@pytest.mark.parametrize("piece", ["9", "一", "（", "）", "(a", " ", "，"])
def test_the_work_is_linear(piece: str) -> None:
    short, long = (effort(lambda n=n: wrap(piece * n, 60, cell_len)) for n in (4_000, 16_000))  # type: ignore[misc]  # a default binds the loop's number
    assert long < 6 * short
