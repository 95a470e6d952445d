"""What an output must keep whatever the report holds."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from claimcheck.errors import ConfigError
from claimcheck.records.claim import Origin, Role, Statement
from claimcheck.records.evidence import Stance
from claimcheck.records.inventory import Inventory
from claimcheck.records.report import Report
from claimcheck.renderers import RENDERERS, json_output, markdown, output_for, terminal
from claimcheck.renderers.phrases import describe, excerpt, summary_line
from claimcheck.renderers.words import languages, words_for

HOSTILE = "a | b\n<script>x</script> [link](http://x) `c` *d* \\ \x1b[31mred\u202eevil &lt; ~~e~~"


def keys(table: dict[str, Any], prefix: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in table.items():
        found |= keys(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key}
    return found


def messages(lang: str) -> dict[str, Any]:
    return tomllib.loads(files("claimcheck.languages").joinpath(lang, "messages.toml").read_text("utf-8"))


def test_both_languages_have_the_same_words_and_fill_in_the_same_values() -> None:
    english, chinese = messages("en"), messages("zh")
    assert keys(english) == keys(chinese)
    for table in ("labels", "table", "summary"):
        for key, text in english[table].items():
            assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", chinese[table][key]), key


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_kind_has_a_word(lang: str) -> None:
    words = words_for(lang)
    assert all(words.statement(kind) for kind in Statement)
    assert all(words.stance(stance) for stance in Stance)
    assert all(words.role(role) for role in Role)
    assert all(words.origin(origin) for origin in Origin if origin is not Origin.NONE)


def test_an_unknown_language_is_told() -> None:
    assert languages() == ("en", "zh")
    with pytest.raises(ConfigError, match=r"no output language 'xx'\. Known languages: en, zh"):
        words_for("xx")


def test_a_file_suffix_chooses_the_output() -> None:
    assert [output_for(suffix) for suffix in (".md", ".JSON", ".txt", ".pdf", "")] == [
        "markdown",
        "json",
        "terminal",
        None,
        None,
    ]
    assert set(RENDERERS) == {"terminal", "markdown", "json"}


def test_json_keeps_the_records_and_the_letters(reports: dict[str, Report]) -> None:
    text = json_output.render(reports["zh"], "zh")
    data = json.loads(text)
    assert next(iter(data)) == "schema"
    assert data.pop("schema") == 1
    assert data == json.loads(reports["zh"].model_dump_json())
    assert "总参数量达700亿" in text
    assert data["results"][0]["symbol"] == "✅"
    assert data["ok"] is False


def test_json_of_several_drafts_is_one_document(reports: dict[str, Report]) -> None:
    texts = [json_output.render(report, "en") for report in reports.values()]
    assert [entry["name"] for entry in json.loads(json_output.combine(texts, ["a", "b"]))] == [
        "hotel.md",
        "草稿.md",
    ]
    assert json_output.combine(texts[:1], ["a"]) == texts[0]


def hostile(report: Report) -> Report:
    result = report.results[0]
    claim = result.claim.model_copy(update={"subject": HOSTILE, "sentence": HOSTILE})
    piece = result.evidence[0].model_copy(update={"text": HOSTILE, "source": HOSTILE, "locator": HOSTILE})
    bad = result.model_copy(update={"claim": claim, "reason": HOSTILE, "evidence": [piece]})
    found = report.inconsistencies[0].model_copy(update={"message": HOSTILE, "claims": [claim]})
    failure = report.failures[0].model_copy(update={"reason": HOSTILE, "locator": HOSTILE})
    return report.model_copy(
        update={"name": HOSTILE, "results": [bad], "inconsistencies": [found], "failures": [failure]}
    )


def test_markdown_shows_hostile_text_as_text(reports: dict[str, Report]) -> None:
    page = markdown.combine([markdown.render(hostile(reports["en"]), "en")] * 2, [HOSTILE, HOSTILE])
    html = MarkdownIt("gfm-like", {"linkify": False}).render(page)
    assert "<script" not in html
    assert "<a " not in html
    assert "<em>" not in html
    assert "<code>" not in html
    assert "<s>" not in html
    assert html.count("<tr>") == 4
    assert html.count("<td>") == 6
    assert "&lt;script&gt;x&lt;/script&gt; [link](http://x) `c` *d* \\ " in html


def test_the_terminal_is_not_steered_by_the_text(reports: dict[str, Report]) -> None:
    page = terminal.render(hostile(reports["en"]), "en", width=60)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)
    assert all(cell_len(line) <= 60 for line in page.splitlines())


def test_colour_only_adds_escape_sequences(reports: dict[str, Report]) -> None:
    for lang, report in reports.items():
        plain = terminal.render(report, lang, width=70)
        coloured = terminal.render(report, lang, width=70, colour=True)
        assert "\x1b[" not in plain
        assert "\x1b[32m" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_results_stand_in_the_order_of_the_draft(reports: dict[str, Report]) -> None:
    page = terminal.render(reports["en"], "en", width=100)
    places = [page.index(place) for place in ("3:12", "7:1", "8:22", "9:1")]
    assert all(one < other for one, other in pairwise(places))


def test_chinese_table_columns_line_up(reports: dict[str, Report]) -> None:
    claims = [result.claim for result in reports["zh"].results]
    page = terminal.render_inventory(Inventory(claims=claims), "zh", width=120)
    rows = page.splitlines()[1:-2]
    starts = [
        cell_len(row[: row.index(text)]) for row, text in zip(rows, ("类别", "事实", "事实"), strict=True)
    ]
    assert len(set(starts)) == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_empty_report_says_so(lang: str) -> None:
    said = {"en": "There was nothing to check.\n", "zh": "没有可核实的内容。\n"}[lang]
    assert markdown.render(Report(), lang) == said
    assert terminal.render(Report(), lang) == said
    assert terminal.render_inventory(Inventory(), lang) == said


def test_without_sources_the_last_line_says_that_nothing_was_asked(reports: dict[str, Report]) -> None:
    alone = reports["zh"].model_copy(update={"asked": []})
    assert terminal.render(alone, "zh").endswith("没有指定来源，未作任何查询。\n")
    assert summary_line(alone, words_for("en")).endswith(
        "1 unverified. No source was given, so nothing was asked."
    )
    given = alone.model_copy(update={"summary": "Said by the checker."})
    assert markdown.render(given, "en").endswith("\n\nSaid by the checker.\n")


def test_a_claim_says_enough_to_be_read_alone(reports: dict[str, Report]) -> None:
    english = [describe(result.claim, words_for("en")) for result in reports["en"].results]
    assert english == [
        "Hotel Meridian (2025): 512 rooms",
        "The A|B bell · total weight (without its yoke): about 3.9 t",
        "Nordwind-2 · score (change): 18 points",
        "…years put the share at 20–30% of all the ships that pass…",
    ]


def test_a_quotation_shows_the_number_that_stands_alone() -> None:
    text = "In 1512 the old mill burned down and was left for years; in the end it took 512 people to rebuild it."
    assert "took 512 people" in excerpt(text, "512", 40)
    assert len(excerpt("9" * 1_000_000, "9" * 1_000_000, 60)) < 300
    assert excerpt("short", "7", 60) == "short"
