"""Settings: where they are found, what they mean, and what a wrong one is answered with."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimcheck.config import Settings, find_config, load_settings, parse_tolerance, with_environment
from claimcheck.config.toml_lines import line_of
from claimcheck.errors import ConfigError, MissingFileError
from claimcheck.records.tolerance import Tolerance

if TYPE_CHECKING:
    from pathlib import Path

FULL = """\
lang = "zh"
min_sources = 2
strict = true
as_of = 2026-02-18

[[source]]
type = "files"
path = "data/"
rank = 1

[[source]]
type = "text"
text = "The plant employs 512 people."

[tolerance]
default = "stated"
"%" = "0.1pp"
"revenue" = "1%"
km = 0.5

[names]
"Nordwind" = ["Nordwind AG", "北风"]

[metrics]
"revenue" = "takings"

[net]
allow_hosts = ["127.0.0.1:8080"]
"""


def write(folder: Path, text: str, name: str = "claimcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    settings = load_settings(write(tmp_path, FULL))
    assert settings == Settings(
        lang="zh",
        min_sources=2,
        strict=True,
        as_of="2026-02-18",
        sources=(
            {"type": "files", "path": str(tmp_path / "data"), "rank": 1},
            {"type": "text", "text": "The plant employs 512 people."},
        ),
        tolerance=None,
        tolerances={
            "%": Tolerance(absolute=Decimal("0.1")),
            "revenue": Tolerance(relative=Decimal("0.01")),
            "km": Tolerance(absolute=Decimal("0.5")),
        },
        names={"Nordwind": ("Nordwind AG", "北风")},
        metrics={"revenue": ("takings",)},
        net={"allow_hosts": ["127.0.0.1:8080"]},
    )


def test_an_empty_file_is_the_default(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, "\ufeff")) == Settings()


def test_source_strings_are_paths_only_where_they_look_like_one(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    text = 'source = ["notes", "data/new", "facts.csv", "duckduckgo", "https://example.org/a.html"]'
    assert load_settings(write(tmp_path, text)).sources == (
        str(tmp_path / "notes"),
        str(tmp_path / "data/new"),
        str(tmp_path / "facts.csv"),
        "duckduckgo",
        "https://example.org/a.html",
    )


def test_pyproject_is_read_under_its_table(tmp_path: Path) -> None:
    path = write(tmp_path, '[project]\nname = "x"\n[tool.claimcheck]\nlang = "en"\n', "pyproject.toml")
    assert load_settings(path).lang == "en"
    path = write(tmp_path, '[project]\nname = "x"\n[tool.claimcheck]\nlagn = "en"\n', "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:4: unknown key 'lagn'\. Did you mean 'lang'\?"):
        load_settings(path)
    with pytest.raises(ConfigError, match=r"has no \[tool\.claimcheck\] table"):
        load_settings(write(tmp_path, "[tool.other]\n", "pyproject.toml"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('lang = "en"\nmin_sorces = 2', r":2: unknown key 'min_sorces'\. Did you mean 'min_sources'\?"),
        ("quux = 1", r":1: unknown key 'quux'\. Known keys: as_of, lang, metrics"),
        ("lang = 3", r":1: lang = 3: .*string.* Write, for example: lang = \"en\""),
        ("\nmin_sources = 0", r":2: min_sources = 0: .*greater than or equal to 1"),
        ('min_sources = "2"', r":1: min_sources = '2': .*integer.*min_sources = 2"),
        ("min_sources = true", r":1: min_sources = True: "),
        ("strict = 1", r":1: strict = 1: .*boolean.*strict = true"),
        ('as_of = "last week"', r":1: as_of = 'last week': is not an ISO date.*2026-02-18"),
        ('as_of = "2026-02-30"', r":1: as_of = "),
        ("lang = en", r":1:8: not valid TOML"),
        ('[[source]]\ntype = "files', r":2:\d+: not valid TOML|not valid TOML"),
        ("lang = [", r":1: not valid TOML|:1:\d+: not valid TOML"),
        ('[source]\ntype = "files"', r":1: source is one table.*\[\[source\]\]"),
        ('[[source]]\ntype = "text"\ntext = "x"\n[[source]]\npath = "x"', r":4: this source has no type"),
        ('[[source]]\ntype = "text"\ntext = "x"\n[[source]]\ntype = 3', r":4: type = 3 is no text"),
        (
            '[[source]]\ntype = "file"\npath = "x"',
            r":2: there is no source type 'file'\. Did you mean 'files'",
        ),
        ('[[source]]\ntype = "files"', r":1: a source of type 'files' needs 'path'"),
        ('[[source]]\ntype = "files"\npath = "nowhere"', r":3: path = 'nowhere' does not exist"),
        (
            '[[source]]\ntype = "text"\ntext = "x"\nrnak = 1',
            r":4: a source of type 'text' has no option 'rnak'",
        ),
        ('[[source]]\ntype = "files"\npath = 3', r":3: path = 3 is no text"),
        ("source = [3]", r":1: 3 is no source"),
        ('tolerance = "1%"', r":1: tolerance = '1%' is not a table.*\[tolerance\]"),
        ('[tolerance]\nkm = "a bit"', r":2: tolerance\.km: 'a bit' is no tolerance"),
        ('[tolerance]\n\ndefault = "1pp"', r":3: tolerance\.default: 1pp fits no unit but percent"),
        ("[tolerance]\nkm = -1", r":2: tolerance\.km: -1 is no tolerance"),
        ("[tolerance]\nkm = inf", r":2: tolerance\.km: "),
        ("[tolerance]\nkm = { width = 1 }", r":2: tolerance\.km: a tolerance has no 'width'"),
        ('[names]\n"Nordwind" = [1]', r":2: names\.Nordwind\.0 = 1: "),
        ("metrics = 3", r":1: metrics = 3: "),
        ("net = 3", r":1: net = 3: "),
    ],
)
def test_a_wrong_setting_names_file_line_key_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        load_settings(write(tmp_path, text))
    assert str(tmp_path / "claimcheck.toml") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_utf8_are_told(tmp_path: Path) -> None:
    path = tmp_path / "claimcheck.toml"
    path.write_bytes('lang = "é"'.encode("latin-1"))
    with pytest.raises(ConfigError, match="byte 8 is not UTF-8"):
        load_settings(path)
    with pytest.raises(MissingFileError, match="no such configuration file"):
        load_settings(tmp_path / "none.toml")


def test_the_nearest_configuration_wins(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = write(tmp_path, "")
    assert find_config(inner / "draft.md") == outer
    write(inner, '[project]\nname = "x"', "pyproject.toml")
    assert find_config(inner / "draft.md") == outer
    shared = write(tmp_path / "a", "[tool.claimcheck]", "pyproject.toml")
    assert find_config(inner) == shared
    own = write(tmp_path / "a", "")
    assert find_config(inner) == own


def test_a_broken_pyproject_matters_only_if_it_speaks_of_us(tmp_path: Path) -> None:
    outer = write(tmp_path, "")
    inner = tmp_path / "a"
    inner.mkdir()
    broken = write(inner, "[project\n", "pyproject.toml")
    assert find_config(inner) == outer
    write(inner, "[tool.claimcheck]\nlang = \n", "pyproject.toml")
    assert find_config(inner) == broken


@pytest.mark.parametrize(
    ("written", "unit", "expected"),
    [
        ("stated", None, None),
        ("1%", None, Tolerance(relative=Decimal("0.01"))),
        ("1 %", "%", Tolerance(relative=Decimal("0.01"))),
        ("0.1pp", "%", Tolerance(absolute=Decimal("0.1"))),
        ("0.1 个百分点", "%", Tolerance(absolute=Decimal("0.1"))),
        ("10bp", "%", Tolerance(absolute=Decimal("0.1"))),
        ("0.1pp", "bp", Tolerance(absolute=Decimal(10))),
        ("3 digits", None, Tolerance(digits=3)),
        ("1 digit", None, Tolerance(digits=1)),
        ("0.5 km", "km", Tolerance(absolute=Decimal("0.5"))),
        ("0.5", None, Tolerance(absolute=Decimal("0.5"))),
        (Decimal("0.5"), "km", Tolerance(absolute=Decimal("0.5"))),
        (2, None, Tolerance(absolute=Decimal(2))),
        ({"relative": Decimal("0.01"), "digits": 2}, None, Tolerance(relative=Decimal("0.01"), digits=2)),
    ],
)
def test_a_tolerance_is_read(written: object, unit: str | None, expected: Tolerance | None) -> None:
    assert parse_tolerance(written, unit) == expected


@pytest.mark.parametrize(
    "written",
    ["", "x", "-1%", "1..2", "5 km", "0 digits", "1.5 digits", "1e9", "%", True, None, -1, "9" * 99],
)
def test_what_is_no_tolerance_is_refused(written: object) -> None:
    with pytest.raises(ConfigError, match=r"^--tolerance: "):
        parse_tolerance(written, None, "--tolerance")


def test_the_environment_goes_over_the_file() -> None:
    settings = Settings(lang="zh", min_sources=3, strict=True)
    environ = {
        "CLAIMCHECK_LANG": "en",
        "CLAIMCHECK_MIN_SOURCES": "2",
        "CLAIMCHECK_STRICT": "no",
        "CLAIMCHECK_AS_OF": "2026-02",
        "CLAIMCHECK_TOLERANCE": "1%",
        "CLAIMCHECK_SEARCH_KEY": "left alone",
    }
    assert with_environment(settings, environ) == Settings(
        lang="en", min_sources=2, strict=False, as_of="2026-02", tolerance=Tolerance(relative=Decimal("0.01"))
    )
    assert with_environment(settings, {"CLAIMCHECK_LANG": "", "LANG": "de"}) == settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CLAIMCHECK_MIN_SOURCES", "0"),
        ("CLAIMCHECK_MIN_SOURCES", "²"),
        ("CLAIMCHECK_STRICT", "maybe"),
        ("CLAIMCHECK_AS_OF", "today"),
        ("CLAIMCHECK_TOLERANCE", "some"),
    ],
)
def test_a_wrong_variable_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=f"^{name}: "):
        with_environment(Settings(), {name: value})


def test_lines_are_found_behind_strings_dots_and_quotes() -> None:
    text = '"a.b" = 1\nc.d = 2\ntext = """\nlang = 3\n"""\n# lang = 4\n[x."y z"]\nlang = 5\n[[s.t]]\n[[s.t]]\nk = 1\n'
    assert line_of(text, ("a.b",)) == 1
    assert line_of(text, ("c", "d")) == 2
    assert line_of(text, ("lang",)) is None
    assert line_of(text, ("x", "y z", "lang")) == 8
    assert line_of(text, ("s", "t", 1, "k")) == 11
    assert line_of(text, ("s", "t", 0, "k")) == 9
