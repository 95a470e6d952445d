"""Claims and facts: one record, since comparing them is comparing two of a kind."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.records.base import Record
from claimcheck.records.quantity import Quantity


class Statement(StrEnum):
    """What kind of statement a number stands in; only facts are check-worthy."""

    FACT = "fact"
    OPINION = "opinion"
    FORECAST = "forecast"
    QUESTION = "question"
    HYPOTHETICAL = "hypothetical"
    INSTRUCTION = "instruction"


class Role(StrEnum):
    """What the number is to its metric. Numbers of two roles are never compared."""

    VALUE = "value"
    CHANGE = "change"
    FROM = "from"
    TO = "to"
    RANK = "rank"
    SHARE = "share"
    MULTIPLE = "multiple"
    TOTAL = "total"
    DATE = "date"


class Origin(StrEnum):
    """Where a part of a claim that its own words do not state was taken from."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PREVIOUS = "previous sentence"
    LIST = "list lead-in"
    ROW = "table row"
    COLUMN = "table column"
    HEADING = "heading"
    TITLE = "title"
    NONE = "nowhere"


class Frame(Record):
    """What a quantity is about.

    Attributes:
        subject: the name or phrase the number is said of; empty if unknown.
        subject_from: where the subject was found.
        others: other names of the clause that are not the subject (owner, rival, place).
        metric: lexicon key (``parameters.active``), or empty when the words are in no lexicon.
        metric_words: the content words that say what is measured, in the document's words.
        rest: those of the metric words that the lexicon does not know: they may make it another metric.
        qualifiers: the content words inside the metric's own noun phrase (``大米`` of ``大米价格``): they restrict it.
        modifiers: keys of the words in its clause that tell it from others (``female``, ``year_on_year``, a weekday).
        events: keys of the verbs that make a number a flow rather than a stock (``open``, ``hire``).
        tail: the content words that follow the number in its clause.
        predicate: the verb that says what is measured, if one does (`employs`, `scored`).
        verb: the verb that says what was done to what is counted (`opened`), whether or not it is a metric.
        metric_from: where they were found.
        thing: what is counted, if the unit is a counted thing.
        role: see `Role`.
        time: ISO text of the period, resolved against the document's date; None when none is stated.
        time_from: where the period was found.
        scope: restrictions (``open-weight models``, ``in Europe``).
        negated: the statement denies the number.
        hedged: the statement reports a rumour or a possibility.
        attribution: who says so, if the text says it.
        around: the headings and the title above it, which may name what the sentence leaves out.
    """

    subject: str = ""
    subject_from: Origin = Origin.NONE
    others: tuple[str, ...] = ()
    metric: str = ""
    metric_words: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    predicate: str = ""
    verb: str = ""
    metric_from: Origin = Origin.NONE
    thing: str = ""
    role: Role = Role.VALUE
    time: str | None = None
    time_from: Origin = Origin.NONE
    scope: tuple[str, ...] = ()
    negated: bool = False
    hedged: bool = False
    attribution: str = ""
    around: tuple[str, ...] = ()


class Claim(Record):
    """Atomic: one quantity asserted of one subject and one metric, with its time and scope.

    ``document[start:end] == text``; lines and columns count from 1.

    Attributes:
        text: the document's own words that state the quantity.
        subject: what the number is said of; `frame` has where it was found.
        metric: what is measured, in the document's words.
        time: ISO text of the period, or None.
        check_worthy: False for opinions, forecasts, questions, hypotheticals and instructions.
        standalone: the sentence with the parts filled in that it leaves out.
        sentence: the sentence as its reader sees it.
        locator: where it stands inside its file: a line, ``4[price]``, a JSON pointer.
        place: how many runs of digits stand before the number in its sentence.
        repeats: start of the first claim in the document that says the same.
    """

    text: str
    start: int
    end: int
    line: int
    column: int = 1
    subject: str = ""
    metric: str = ""
    quantity: Quantity
    time: str | None = None
    check_worthy: bool = True
    statement: Statement = Statement.FACT
    standalone: str = ""
    sentence: str = ""
    locator: str = ""
    frame: Frame = Frame()
    place: int = 0
    repeats: int | None = None
