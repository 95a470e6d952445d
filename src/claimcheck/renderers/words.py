"""The words of the output, read from ``languages/<language>/messages.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ConfigError
from claimcheck.languages.folders import FALLBACK, packs, read_table
from claimcheck.records.verdict import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.records.verdict import Verdict

_TABLE = "messages"


@dataclass(frozen=True, slots=True)
class Words:
    """The output words of one language."""

    lang: str
    tables: Mapping[str, Any]

    def heading(self, key: str) -> str:
        """Return the heading of a table's column."""
        return self._text("table", key)

    def label(self, key: str, **values: object) -> str:
        """Return a label, its ``{name}`` parts filled in."""
        return self._text("labels", key).format(**values)

    def role(self, key: str) -> str:
        """Return the word for a role; empty where the role needs none."""
        return str(self.tables["roles"].get(key, ""))

    def origin(self, key: str) -> str:
        """Return where a part of a claim was taken from; empty for nowhere."""
        return self._text("origins", key)

    def unclaimed(self, code: str) -> str:
        """Return why a number is no claim; the code itself where the language has no words for it."""
        return str(self.tables.get("unclaimed", {}).get(code, code.replace("-", " ")))

    def stance(self, key: str) -> str:
        """Return the word for a stance."""
        return self._text("stances", key)

    def statement(self, key: str) -> str:
        """Return the word for a kind of statement."""
        return self._text("statements", key)

    def summary(self, key: str) -> str:
        """Return a sentence of the last line."""
        return self._text("summary", key)

    def counted(self, key: str, count: int, **values: object) -> str:
        """Return a number with its noun in the right form."""
        forms = self.tables["plural"][key]
        return str(forms["one" if count == 1 else "other"]).format(count=count, **values)

    def verdict(self, verdict: Verdict) -> str:
        """Return the verdict's name; English where the table of marks lacks the language."""
        mark = MARKS[verdict]
        return str(mark._asdict().get(self.lang, mark.en))

    def _text(self, table: str, key: str) -> str:
        return str(self.tables[table][key])


@cache
def words_for(lang: str, where: str = "lang") -> Words:
    """Return the output words of a language; English ones for a language that is read but has none.

    Raises:
        ConfigError: if there is no such language; names those there are.

    >>> words_for("zh").heading("claim"), words_for("de").heading("claim")
    ('声称', 'Claim')
    """
    if lang not in packs():
        problem = f"there is no output language {lang!r}."
        raise ConfigError(where, problem, f"Known languages: {', '.join(languages())}.")
    lang = spoken(lang)
    return Words(lang, read_table(lang, _TABLE))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have output words, sorted.

    >>> languages()
    ('en', 'zh')
    """
    return tuple(sorted(code for code in packs() if read_table(code, _TABLE)))


def spoken(language: str | None) -> str:
    """Return the language if it has output words, else English.

    >>> spoken("zh"), spoken("de"), spoken(None)
    ('zh', 'en', 'en')
    """
    return language if language in languages() else FALLBACK
