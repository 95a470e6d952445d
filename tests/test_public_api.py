"""Pins the names and shapes that others call: they may grow, never change."""

from __future__ import annotations

import inspect
import pickle
from decimal import Decimal

import pytest

import claimcheck
from claimcheck import Checker, ClaimcheckError, Tolerance, sources

TEXT = "In 2024 Tarnwood Mills employed 5,217 people. It may hire 90 more."
EVIDENCE = "Tarnwood Mills employed 5,217 people in 2024."


def test_names() -> None:
    assert set(claimcheck.__all__) == {
        "Checker",
        "ClaimcheckError",
        "Tolerance",
        "averify",
        "extract_claims",
        "extract_quantities",
        "sources",
        "verify",
    }
    for name in claimcheck.__all__:
        assert getattr(claimcheck, name) is not None


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'verifi'"):
        _ = claimcheck.verifi


@pytest.mark.parametrize("function", [claimcheck.verify, claimcheck.averify])
def test_signature_of_verify(function: object) -> None:
    assert callable(function)
    parameters = inspect.signature(function).parameters
    assert list(parameters)[:2] == ["text", "sources"]
    for keyword in ("lang", "tolerance", "strict", "as_of", "format"):
        assert parameters[keyword].kind is inspect.Parameter.KEYWORD_ONLY


def test_report_shape() -> None:
    report = claimcheck.verify(TEXT, sources=[sources.Text(EVIDENCE, name="register")])
    (result,) = report.results
    assert report.ok is True
    assert (result.verdict, result.verdict.value, result.symbol) == ("confirmed", "confirmed", "✅")
    assert result.reason.count("\n") == 0
    claim = result.claim
    assert TEXT[claim.start : claim.end] == claim.text
    assert (claim.line, claim.subject, claim.time, claim.check_worthy) == (1, "Tarnwood Mills", "2024", True)
    assert claim.statement == "fact"
    assert claim.metric
    assert claim.standalone
    (evidence,) = result.evidence
    assert (evidence.source, evidence.stance, evidence.quantity.value) == (
        "register",
        "supports",
        Decimal(5217),
    )
    assert evidence.locator
    assert evidence.retrieved_at is None
    assert EVIDENCE in evidence.text
    assert [c.statement.value for c in report.skipped] == ["forecast"]
    assert report.inconsistencies == []
    assert report.failures == []


def test_records_are_frozen_and_pickle() -> None:
    report = claimcheck.verify(TEXT, sources=[sources.Text(EVIDENCE)])
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301  our own bytes
    with pytest.raises(ValueError, match="frozen"):
        report.results[0].reason = "x"


def test_quantity_shape() -> None:
    text = "Sales rose by about 12.5% to €3.4bn."
    quantities = claimcheck.extract_quantities(text)
    assert [text[q.start : q.end] for q in quantities] == [q.text for q in quantities]
    percent, money = quantities
    assert (percent.value, percent.unit, percent.kind, percent.modifier, percent.direction) == (
        Decimal("12.5"),
        "%",
        "percent",
        "about",
        "up",
    )
    assert (money.value, money.unit, money.kind, money.low, money.high) == (
        Decimal("3.4E9"),
        "EUR",
        "money",
        None,
        None,
    )


def test_checker_is_reusable_and_a_context_manager() -> None:
    with Checker([sources.Text(EVIDENCE)], tolerance=Tolerance(relative=Decimal("0.01"))) as checker:
        first, second = checker.verify(TEXT), checker.verify(TEXT)
    assert first == second


def test_every_error_is_one_family() -> None:
    from claimcheck import errors  # noqa: PLC0415  only this test looks inside

    for _, error in inspect.getmembers(errors, inspect.isclass):
        if issubclass(error, Exception) and error.__module__ == errors.__name__:
            assert issubclass(error, ClaimcheckError)
