"""Languages are folders: which are found, which a text is read with, and how another package adds one."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import extract_claims, extract_quantities, sources, verify
from claimcheck.languages import Tongue, load_lexicon, read_table, tongue_of
from claimcheck.languages.folders import always_read, guests, packs
from claimcheck.languages.language import Language, SpelledRules
from claimcheck.languages.spelled import spelled_of
from claimcheck.stages.extract.glued_numbers import glued_number

ROOT = Path(__file__).parents[1]
REPORT = """# Muster AG

Der Umsatz der Muster AG stieg 2023 um 12 Prozent auf 3,5 Mio. Euro. Am 3. März 2024 beschäftigte das Unternehmen
5.217 Mitarbeiter.

| Jahr | Umsatz |
|---|---|
| 2022 | 3,1 Mio. Euro |
| 2023 | 3,5 Mio. Euro |
"""


def spec_texts(language: str) -> list[str]:
    return [
        str(case["text"])
        for path in sorted((ROOT / "fixtures" / "specs" / language).glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8")).get("case", ())
        if "text" in case
    ]


def test_folders_are_found_and_those_always_read_say_so() -> None:
    assert set(packs()) >= {"en", "zh", "de"}
    assert always_read() == ("en", "zh")
    assert "de" in guests()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_text_of_a_language_that_is_always_read_is_taken_for_another(language: str) -> None:
    texts = spec_texts(language)
    assert [text for text in texts if tongue_of(text)] == []
    assert Tongue("\n\n".join(texts)).code == ""


def test_german_texts_are_known_by_their_words_or_by_the_hint() -> None:
    longer = [text for text in spec_texts("de") if len(text.split()) > 9]
    known = [text for text in longer if tongue_of(text) == "de"]
    assert len(known) / len(longer) > 0.8
    assert all(tongue_of(text, "de") == "de" for text in spec_texts("de"))


def test_marks_in_numbers_are_those_of_the_text() -> None:
    (german,) = extract_quantities("Der Bau hat 1.234,5 Quadratmeter und ist nicht fertig.")
    (english,) = extract_quantities("The building has 1,234.5 square metres and is not finished.")
    assert german.value == english.value == Decimal("1234.5")
    assert german.unit == english.unit == "m^2"
    assert german.text == "1.234,5 Quadratmeter"


def test_a_cell_is_read_in_the_language_of_its_document() -> None:
    values = [claim.quantity.value for claim in extract_claims(REPORT)]
    assert values == [12, 3_500_000, 5_217, 3_100_000, 3_500_000]


def test_a_german_draft_is_checked_in_english_words_where_german_ones_are_missing() -> None:
    source = sources.Text("Die Muster AG erzielte 2023 einen Umsatz von 3,5 Mio. Euro.", name="Bericht")
    report = verify(REPORT, [source], lang="de")
    confirmed = [result for result in report.results if result.verdict.value == "confirmed"]
    assert [result.claim.quantity.value for result in confirmed] == [3_500_000, 3_500_000]
    assert "agrees" in confirmed[0].reason


FRENCH = {
    "parts": {
        "un": 1,
        "deux": 2,
        "quatre": 4,
        "sept": 7,
        "dix": 10,
        "douze": 12,
        "trente": 30,
        "soixante": 60,
    },
    "glued_scales": {"vingt": 20, "vingts": 20, "cent": 100, "cents": 100, "mille": 1000},
}


@pytest.mark.parametrize(
    ("words", "value", "rest"),
    [
        ("quatre-vingt-dix-sept euros", 97, " euros"),
        ("soixante-douze", 72, ""),
        ("vingt et un jours", 21, " jours"),
        ("trente et plus", 30, " et plus"),
        ("deux cent quatre-vingts", 280, ""),
        ("mille deux cent trente-quatre", 1234, ""),
        ("deux mille", 2000, ""),
    ],
)
def test_the_order_of_the_parts_of_a_number_is_data(words: str, value: int, rest: str) -> None:
    rules = SpelledRules(joints=("et",), gaps="-", teens_after_tens=True)
    spelled = spelled_of(Language("fr", "français", spelled=rules), FRENCH)
    found = glued_number(words, 0, replace(load_lexicon(("de", "zh")), spelled=spelled))
    assert found is not None
    assert found.number.value == Decimal(value)
    assert words[found.number.end :] == rest


FOURTH = {
    "language.toml": """
name = "Nederlands"
[number]
decimal = ","
groups = "."
[spelled]
units_first = true
joints = ["en"]
ordinal_endings = ["e"]
[detect]
words = ["het", "een", "van", "zijn", "naar"]
""",
    "numerals.toml": """
[parts]
een = 1
twee = 2
drie = 3
zeven = 7
negentig = 90
[glued_scales]
honderd = 100
duizend = 1000
[scales]
miljoen = 1_000_000
""",
    "units.toml": """
[units]
"%" = ["%", "procent"]
[currency_after]
euro = "EUR"
""",
}
READ = """
from claimcheck import extract_quantities
from claimcheck.languages.folders import packs
assert "nl" in packs(), list(packs())
found = extract_quantities("De omzet van het bedrijf steeg naar 1.234,5 miljoen euro, driehonderdzevenennegentig procent.")
print([(str(q.value), q.unit) for q in found])
print([(str(q.value), q.unit) for q in extract_quantities("Revenue rose 12% to $1,234.5 million.")])
"""


@pytest.mark.parametrize("language", guests())
@pytest.mark.parametrize("section", ["heads", "modifiers"])
def test_no_language_invents_a_metric(language: str, section: str) -> None:
    assert set(read_table(language, "metrics").get(section, {})) <= set(read_table("en", "metrics")[section])


@pytest.mark.parametrize("language", guests())
@pytest.mark.parametrize("name", ["rules", "nearby"])
def test_each_list_of_words_is_one_that_a_rule_looks_for(language: str, name: str) -> None:
    known = {key for code in always_read() for key in read_table(code, name).get(name, {})}
    assert set(read_table(language, name).get(name, {})) <= known


@pytest.mark.parametrize("language", guests())
@pytest.mark.parametrize("name", ["cues", "verbs"])
def test_a_language_has_no_section_that_none_of_the_first_two_has(language: str, name: str) -> None:
    known = set(read_table("en", name)) | set(read_table("zh", name))
    assert set(read_table(language, name)) <= known


def test_another_package_adds_a_language_without_touching_this_one(tmp_path: Path) -> None:
    package = tmp_path / "dutch_numbers"
    package.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    for name, text in FOURTH.items():
        (package / name).write_text(text, "utf-8")
    metadata = tmp_path / "dutch_numbers-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: dutch-numbers\nVersion: 1.0\n", "utf-8")
    (metadata / "entry_points.txt").write_text("[claimcheck.languages]\nnl = dutch_numbers\n", "utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(  # noqa: S603  this interpreter, on code that stands above
        [sys.executable, "-c", READ],
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "[('1234500000', 'EUR'), ('397', '%')]",
        "[('12', '%'), ('1234500000', 'USD')]",
    ]
