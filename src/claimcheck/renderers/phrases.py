"""What every output says of a claim, of its evidence and of the whole report, as plain text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.records.claim import Role
from claimcheck.records.evidence import Stance
from claimcheck.records.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from claimcheck.records.claim import Claim
    from claimcheck.records.evidence import Evidence, Failure
    from claimcheck.records.report import Report, Result
    from claimcheck.renderers.words import Words

BRIEF = 120  # characters of a name or a number that are shown: hostile input has numbers of a million digits
EXCERPT = 60  # characters of a passage that are quoted; the number itself is always among them
PER_STANCE = 3  # pieces of evidence shown of each stance; JSON has them all
_SPACE = re.compile(r"\s+")
_NEAR = 2000  # characters around a number that are looked at for a quotation
_INSIDE = re.compile(r"[0-9A-Za-z.,'’-][0-9A-Za-z]")
_LATIN = re.compile(r"[0-9A-Za-z]")
# Escape sequences and direction marks in a text must not steer the reader's terminal or editor.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SHOWN_ROLES = frozenset({Role.CHANGE, Role.FROM, Role.TO, Role.SHARE, Role.MULTIPLE, Role.TOTAL})


def one_line(text: str) -> str:
    r"""Return the text on one line, without control characters.

    >>> one_line("a\n  b\x1b[31m")
    'a b�[31m'
    """
    return _SPACE.sub(" ", _CONTROL.sub("�", text)).strip()


def brief(text: str) -> str:
    """Return the text on one line, cut where it is too long to be read.

    >>> brief("9" * 500)[-3:]
    '99…'
    """
    line = one_line(text[: 4 * BRIEF])
    return line if len(line) <= BRIEF and len(text) <= 4 * BRIEF else line[: BRIEF - 1] + "…"


def describe(claim: Claim, words: Words) -> str:
    """Say what is claimed, so that it can be read alone: ``Acme-70B · parameters (2025): 70B``."""
    text = brief(claim.text)
    subject = brief(claim.subject)
    metric = metric_of(claim)
    said = text.casefold()
    parts = [part for part in (subject, metric) if part and part.casefold() not in said]
    if subject and metric and metric.casefold() in subject.casefold():
        parts = [part for part in parts if part != metric]
    asides = [brief(part) for part in _asides(claim, words) if part.casefold() not in said]
    if not parts and claim.sentence and claim.sentence != claim.text:
        return excerpt(claim.sentence, text, EXCERPT)
    lead = words.label("middle").join(parts)
    if asides:
        lead += words.label("open") + words.label("comma").join(asides) + words.label("close")
    return f"{lead.strip()}{words.label('colon')}{text}" if lead else text


def _asides(claim: Claim, words: Words) -> Iterable[str]:
    if claim.time:
        yield claim.time
    yield from claim.frame.scope
    if claim.frame.role in _SHOWN_ROLES and (role := words.role(claim.frame.role)):
        yield role
    if claim.frame.negated:
        yield words.label("negated")


def metric_of(claim: Claim) -> str:
    """Return what is measured, in the document's own words; the lexicon's key where it has none."""
    joined = ""
    for word in claim.frame.metric_words:
        between = " " if joined and (_LATIN.match(joined[-1]) or _LATIN.match(word)) else ""
        joined += between + word
    return brief(joined or claim.metric)


def amount(value: Decimal | None) -> str:
    """Return a number in full, without an exponent as far as that can be read.

    >>> from decimal import Decimal
    >>> amount(Decimal("3.97E+11"))
    '397000000000'
    >>> amount(Decimal("2.50"))
    '2.50'
    """
    if value is None:
        return ""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, str) or not -30 < exponent < 30:
        return brief(str(value))
    return brief(f"{value:f}")


def value_of(claim: Claim) -> str:
    """Return the claim's scaled value, or the two ends of its range."""
    quantity = claim.quantity
    if quantity.value is not None:
        return amount(quantity.value)
    ends = (amount(quantity.low), amount(quantity.high))
    return "–".join(ends) if any(ends) else ""


def excerpt(text: str, number: str, room: int) -> str:
    """Return ``room`` characters of a text around the number, marked with … where it was cut.

    >>> excerpt("In all, the plant employs 512 people today.", "512", 20)
    '…employs 512 people…'
    """
    number = brief(number)
    at = _find(text, number)
    text = one_line(text[max(0, at - _NEAR) : at + _NEAR])
    if len(text) <= room:
        return text
    at = _find(text, number)
    start = max(0, min(at - (room - len(number)) // 2, len(text) - room))
    end = min(len(text), max(start + room, at + len(number)))
    # Do not begin or end inside a word or a number; Chinese can be cut anywhere.
    while 0 < start < at and _INSIDE.match(text, start - 1):
        start += 1
    while at + len(number) < end < len(text) and _INSIDE.match(text, end - 1):
        end -= 1
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def _find(text: str, number: str) -> int:
    """Return where the number stands on its own, not as a part of a longer one; 0 if it does not."""
    match = re.search(rf"(?<![0-9.,]){re.escape(number)}(?![0-9])", text)
    return match.start() if match else max(text.find(number), 0)


def place(evidence: Evidence) -> str:
    """Return where a passage stands; with its source's name where the place does not tell it."""
    locator, source = one_line(evidence.locator), one_line(evidence.source)
    if not locator or locator == source:
        return source
    return locator if not source or source in locator else f"{source} {locator}"


def quotation(evidence: Evidence, words: Words, *, with_stance: bool) -> str:
    """Quote a passage around its number, then what the comparison did."""
    quoted = excerpt(evidence.text, evidence.quantity.text, EXCERPT)
    said = words.label("quote_open") + quoted + words.label("quote_close") if quoted else ""
    number = brief(evidence.quantity.text)
    if number and number not in quoted:
        said += words.label("colon") + number
    notes = [words.stance(evidence.stance)] if with_stance else []
    if evidence.note:
        notes.append(one_line(evidence.note))
    if notes:
        said += words.label("open") + words.label("comma").join(notes) + words.label("close")
    return said


def shown_evidence(result: Result) -> tuple[list[Evidence], int]:
    """Return the evidence to show, in its own order, and how many more pieces there are."""
    seen: Counter[Stance] = Counter()
    shown: list[Evidence] = []
    for evidence in result.evidence:
        seen[evidence.stance] += 1
        if seen[evidence.stance] <= PER_STANCE:
            shown.append(evidence)
    return shown, len(result.evidence) - len(shown)


def needs_stance(result: Result) -> bool:
    """Say whether the verdict alone does not tell what each piece of evidence says."""
    expected = {Verdict.CONFIRMED: Stance.SUPPORTS, Verdict.CONTRADICTED: Stance.REFUTES}.get(result.verdict)
    return any(evidence.stance is not expected for evidence in result.evidence)


def skipped_line(skipped: Sequence[Claim], words: Words) -> str:
    """Count the statements that were not checked, by kind in order of first appearance."""
    kinds = Counter(claim.statement for claim in skipped)
    counts = [words.counted("kinds", count, kind=words.statement(kind)) for kind, count in kinds.items()]
    return (
        words.label("skipped")
        + words.label("colon")
        + words.label("comma").join(counts)
        + words.label("stop")
    )


def failure_line(failure: Failure, words: Words) -> str:
    """Say which source could not be asked, why, and after how many attempts."""
    where = f"{one_line(failure.source)} {one_line(failure.locator)}".strip()
    if failure.source in failure.locator:
        where = one_line(failure.locator)
    tries = words.label("open") + words.counted("attempts", failure.attempts) + words.label("close")
    return f"{where}{words.label('colon')}{one_line(failure.reason)}{tries}"


def summary_line(report: Report, words: Words) -> str:
    """Return the report's own summary, or the counts of its verdicts and findings in one line."""
    if report.summary:
        return one_line(report.summary)
    counts = Counter(result.verdict for result in report.results)
    parts = [
        words.counted("verdicts", counts[verdict], verdict=words.verdict(verdict))
        for verdict in Verdict
        if counts[verdict]
    ]
    for key, found in (
        ("inconsistencies", report.inconsistencies),
        ("skipped", report.skipped),
        ("failures", report.failures),
    ):
        if found:
            parts.append(words.counted(key, len(found)))
    if not parts:
        return words.summary("nothing_to_check")
    listed = words.label("comma").join(parts) + words.label("stop")
    line = words.counted("claims", len(report.results)) + words.label("colon") + listed
    if report.asked or report.failures or not report.results:
        return line
    return line + words.label("gap") + words.summary("nothing_asked")
