"""The lexicons and cue tables of the languages agree with one another and are clean."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

LANGUAGES = ("en", "zh")
_KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TRADITIONAL = re.compile(
    "[萬億與為這個們國時間開關發產業員學會計價錢銀錄機車電體數據過達還從後來東業務總經濟]"
)


@cache
def table(language: str, name: str) -> dict[str, Any]:
    path = files("claimcheck.languages") / language / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


def singular(phrase: str) -> str:
    """Fold regular English plurals, as a reader of the lexicon does on both sides."""
    return " ".join(
        word[:-3] + "y"
        if len(word) > 4 and word.endswith("ies")
        else word[:-1]
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
        else word
        for word in phrase.split(" ")
    )


def owners(language: str) -> dict[str, set[str]]:
    """Return which keys claim each phrase, heads and modifiers together."""
    found: dict[str, set[str]] = {}
    for section, entries in table(language, "metrics").items():
        for key, phrases in entries.items():
            for phrase in phrases:
                folded = singular(phrase) if language == "en" else phrase
                found.setdefault(folded, set()).add(f"{section}.{key}")
    return found


def key_of(language: str, phrase: str) -> str | None:
    """Look one phrase up as a reader would; None when no key has it."""
    keys = owners(language).get(singular(phrase) if language == "en" else phrase)
    return None if keys is None else min(keys).split(".", 1)[1]


def lists(entries: dict[str, Any], path: str = "") -> dict[str, list[str]]:
    """Flatten nested tables to their lists of phrases; a table of strings yields its keys."""
    found: dict[str, list[str]] = {}
    for key, value in entries.items():
        where = f"{path}.{key}" if path else key
        if isinstance(value, list):
            found[where] = value
        elif all(isinstance(item, str) for item in value.values()):
            found[where] = list(value)
        else:
            found |= lists(value, where)
    return found


@pytest.mark.parametrize("section", ["heads", "modifiers"])
def test_every_metric_key_exists_in_every_language(section: str) -> None:
    first, *others = (set(table(language, "metrics")[section]) for language in LANGUAGES)
    for other in others:
        assert first == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_well_formed_and_never_empty(language: str) -> None:
    metrics = table(language, "metrics")
    assert set(metrics) == {"heads", "modifiers"}
    for entries in metrics.values():
        for key, phrases in entries.items():
            assert _KEY.fullmatch(key), key
            assert phrases, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dotted_head_is_a_head_with_a_modifier(language: str) -> None:
    heads, modifiers = table(language, "metrics")["heads"], table(language, "metrics")["modifiers"]
    for key in heads:
        head, _, kind = key.partition(".")
        assert head in heads
        assert not kind or kind in modifiers, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_under_two_keys(language: str) -> None:
    assert {phrase: keys for phrase, keys in owners(language).items() if len(keys) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["metrics", "cues"])
def test_phrases_are_normalised_and_listed_once(language: str, name: str) -> None:
    for where, phrases in lists(table(language, name)).items():
        assert len(phrases) == len(set(phrases)), where
        for phrase in phrases:
            assert phrase.strip(), where
            assert phrase == phrase.lower(), phrase
            assert "  " not in phrase, phrase
            if name == "metrics":
                assert phrase == unicodedata.normalize("NFKC", phrase).strip(), phrase


@pytest.mark.parametrize("name", ["metrics", "cues"])
def test_each_language_keeps_to_its_script(name: str) -> None:
    assert not [p for phrases in lists(table("en", name)).values() for p in phrases if _HAN.search(p)]
    found = {
        char
        for phrases in lists(table("zh", name)).values()
        for p in phrases
        for char in _TRADITIONAL.findall(p)
    }
    assert found == set()


def test_cue_tables_have_the_same_shape() -> None:
    first, *others = (
        {where for where in lists(table(language, "cues")) if where != "verbs.metric_verbs"}
        for language in LANGUAGES
    )
    for other in others:
        assert first == other


@pytest.mark.parametrize("language", LANGUAGES)
def test_statement_tables_name_the_kinds_of_statement(language: str) -> None:
    kinds = {"opinion", "forecast", "question", "hypothetical", "instruction"}
    for section in ("statement", "statement_weak", "statement_start"):
        assert set(table(language, "cues")[section]) == kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verb_that_carries_a_metric_names_a_head_and_is_no_linking_verb(language: str) -> None:
    verbs, heads = table(language, "cues")["verbs"], table(language, "metrics")["heads"]
    assert set(verbs["metric_verbs"].values()) <= set(heads)
    assert not set(verbs["metric_verbs"]) & set(verbs["linking"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_has_one_direction(language: str) -> None:
    change = table(language, "cues")["change"]
    assert not set(change["up"]) & set(change["down"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cue_that_decides_is_not_also_a_weak_one_or_of_two_kinds(language: str) -> None:
    cues = table(language, "cues")
    strong = [cue for cues_of_kind in cues["statement"].values() for cue in cues_of_kind]
    assert len(strong) == len(set(strong))
    weak = {cue for cues_of_kind in cues["statement_weak"].values() for cue in cues_of_kind}
    assert not weak & set(strong)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("activated parameters", "活跃参数"),
        ("total parameters", "总参数量"),
        ("active parameters", "激活参数"),
        ("context window", "上下文长度"),
        ("refusal rate", "拒答率"),
        ("turnover", "营业收入"),
        ("net profit", "净利润"),
        ("gross margin", "毛利率"),
        ("headcount", "员工人数"),
        ("GDP per capita".lower(), "人均国内生产总值"),
        ("economic growth", "经济增速"),
        ("core inflation", "核心cpi"),
        ("unemployment rate", "失业率"),
        ("fertility rate", "总和生育率"),
        ("death toll", "遇难人数"),
        ("mortality rate", "死亡率"),
        ("gold medals", "金牌"),
        ("elevation", "海拔"),
        ("seating capacity", "座位数"),
        ("installed capacity", "装机容量"),
        ("driving range", "续航里程"),
        ("monthly active users", "月活"),
        ("half-life", "半衰期"),
        ("lines of code", "代码行数"),
        ("turnout", "投票率"),
        ("founded", "成立于"),
        ("average", "平均"),
        ("per capita", "人均"),
        ("year-on-year", "同比"),
    ],
)
def test_two_languages_name_one_quantity(english: str, chinese: str) -> None:
    assert key_of("en", english) is not None
    assert key_of("en", english) == key_of("zh", chinese)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "net income", "profit"),
        ("en", "operating profit", "profit"),
        ("en", "revenue", "income"),
        ("en", "gdp", "gdp per capita"),
        ("en", "deaths", "death rate"),
        ("en", "case fatality rate", "mortality rate"),
        ("en", "median", "mean"),
        ("en", "installs", "users"),
        ("en", "monthly active users", "daily active users"),
        ("en", "imports", "exports"),
        ("en", "current account surplus", "current account deficit"),
        ("en", "total parameters", "active parameters"),
        ("en", "top speed", "speed"),
        ("zh", "净利润", "利润"),
        ("zh", "净利润", "归母净利润"),
        ("zh", "净利润", "扣非净利润"),
        ("zh", "营业利润", "净利润"),
        ("zh", "营收", "居民收入"),
        ("zh", "死亡人数", "死亡率"),
        ("zh", "病死率", "死亡率"),
        ("zh", "同比", "环比"),
        ("zh", "中位数", "平均数"),
        ("zh", "总参数", "激活参数"),
        ("zh", "建筑面积", "占地面积"),
        ("zh", "常住人口", "户籍人口"),
        ("zh", "产值", "增加值"),
    ],
)
def test_what_an_editor_tells_apart_has_two_keys(language: str, one: str, other: str) -> None:
    assert key_of(language, one) is not None
    assert key_of(language, other) is not None
    assert key_of(language, one) != key_of(language, other)


@pytest.mark.parametrize(
    ("language", "bounds"),
    [("en", {"no", "less", "fewer", "more"}), ("zh", {"不到", "不足", "不超过", "不少于", "不"})],
)
def test_a_bound_is_neither_a_negation_nor_a_change(language: str, bounds: set[str]) -> None:
    cues = table(language, "cues")
    assert not bounds & {*cues["negation"]["before"], *cues["change"]["up"], *cues["change"]["down"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_makes_another_metric_is_skipped_as_a_particle(language: str) -> None:
    skipped = set(table(language, "cues")["aspect"]["skip"])
    kinds = {
        "cumulative",
        "new",
        "previous",
        "record",
        "average",
        "maximum",
        "minimum",
        "per_capita",
        "initial",
    }
    lost = {
        phrase
        for kind in kinds
        for phrase in table(language, "metrics")["modifiers"][kind]
        if phrase in skipped
    }
    assert lost == set()


def word_lists(value: Any, path: str = "") -> list[tuple[str, list[str]]]:
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in word_lists(inner, f"{path}.{key}")]
    return [(path, value)] if isinstance(value, list) and all(isinstance(v, str) for v in value) else []


@pytest.mark.parametrize(
    "file",
    [
        f"{folder.name}/{file.name}"
        for folder in files("claimcheck.languages").iterdir()
        if folder.is_dir()
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ],
)
def test_no_list_holds_a_word_twice(file: str) -> None:
    tables = tomllib.loads((files("claimcheck.languages") / file).read_text("utf-8"))
    twice = {
        path: sorted({word for word in words if words.count(word) > 1})
        for path, words in word_lists(tables)
        if len(set(words)) < len(words)
    }
    assert not twice
