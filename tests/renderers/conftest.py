"""A report made by hand that holds one of everything, in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.records.claim import Claim, Frame, Role, Statement
from claimcheck.records.evidence import AskedSource, Evidence, Failure, Stance
from claimcheck.records.quantity import Quantity
from claimcheck.records.report import Inconsistency, Report, Result
from claimcheck.records.verdict import Verdict


def quantity(text: str, value: str | None, unit: str | None = None, *ends: str) -> Quantity:
    number = Decimal(value) if value else None
    low, high = map(Decimal, ends) if ends else (None, None)
    return Quantity(text=text, start=0, end=len(text), value=number, unit=unit, low=low, high=high)


def evidence(source: str, text: str, number: str, value: str, stance: Stance, **more: object) -> Evidence:
    locator = str(more.pop("locator", f"{source}:4"))
    return Evidence.model_validate(
        {
            "source": source,
            "locator": locator,
            "text": text,
            "quantity": quantity(number, value),
            "stance": stance,
            **more,
        }
    )


def english() -> Report:
    rooms = Claim(
        text="512 rooms",
        start=40,
        end=49,
        line=3,
        column=12,
        subject="Hotel Meridian",
        metric="rooms",
        time="2025",
        quantity=quantity("512 rooms", "512", "room"),
    )
    weight = Claim(
        text="about 3.9 t",
        start=90,
        end=101,
        line=7,
        column=1,
        subject="The A|B bell",
        metric="mass",
        quantity=quantity("about 3.9 t", "3.9", "t"),
        frame=Frame(metric_words=("total", "weight"), scope=("without its yoke",)),
    )
    gain = Claim(
        text="18 points",
        start=120,
        end=129,
        line=8,
        column=22,
        subject="Nordwind-2",
        quantity=quantity("18 points", "18", "point"),
        frame=Frame(metric_words=("score",), role=Role.CHANGE),
    )
    lone = Claim(
        text="20–30%",
        start=150,
        end=156,
        line=9,
        quantity=quantity("20–30%", None, "%", "20", "30"),
        sentence="Analysts who have followed the market for many years put the share at 20–30% of all the ships that pass.",
    )
    guess = lone.model_copy(update={"statement": Statement.FORECAST, "check_worthy": False})
    return Report(
        name="hotel.md",
        language="en",
        results=[
            Result(
                claim=rooms,
                verdict=Verdict.CONFIRMED,
                reason="The source has the same number.",
                evidence=[
                    evidence("facts.csv", "Hotel Meridian, rooms: 512", "512", "512", Stance.SUPPORTS),
                ],
            ),
            Result(
                claim=weight,
                verdict=Verdict.DISPUTED,
                reason="3.9 t says guide.md, 4.6 t says example.org.",
                evidence=[
                    evidence(
                        "guide.md",
                        "Weight 8,600 lb",
                        "8,600 lb",
                        "8600",
                        Stance.SUPPORTS,
                        note="8,600 lb = 3.9009 t",
                    ),
                    evidence(
                        "example.org",
                        "The *bell* weighs <b>4.6 t</b>.",
                        "4.6 t",
                        "4.6",
                        Stance.REFUTES,
                        locator="https://example.org/bell",
                    ),
                ],
            ),
            Result(
                claim=gain,
                verdict=Verdict.CONTRADICTED,
                reason="The source says 16 points, not 18.",
                evidence=[
                    evidence("report.md", f"It rose by {n} points.", f"{n} points", "16", Stance.REFUTES)
                    for n in (16, 15, 14, 13, 12)
                ],
            ),
            Result(claim=lone, verdict=Verdict.UNVERIFIED, reason="No source speaks of it."),
        ],
        inconsistencies=[
            Inconsistency(
                code="change",
                claims=[gain, rooms],
                sum="45 − 29 = 16, not 18",
                message="The change does not fit its two ends.",
            )
        ],
        skipped=[guess, guess, guess.model_copy(update={"statement": Statement.OPINION})],
        failures=[Failure(source="web", locator="https://example.net/a", reason="timed out", attempts=3)],
        asked=[AskedSource(name="facts.csv", state="found", passages=2)],
    )


def chinese() -> Report:
    parameters = Claim(
        text="70B",
        start=10,
        end=13,
        line=5,
        column=9,
        subject="北风-70B",
        metric="parameters.total",
        quantity=quantity("70B", "7E+10"),
        frame=Frame(metric_words=("总", "参数")),
    )
    gain = Claim(
        text="16 分",
        start=30,
        end=34,
        line=6,
        column=3,
        subject="北风-70B",
        time="2025-Q3",
        quantity=quantity("16 分", "16", "分"),
        frame=Frame(metric_words=("Reading", "Index"), role=Role.CHANGE),
    )
    long_text = (
        "经过三个月的训练，团队在发布会上公布了这个模型的规模：总参数量达700亿，其中每次推理只使用一小部分，"
        "因此可以在普通的服务器上运行，也可以部署到边缘设备。"
    )
    return Report(
        name="草稿.md",
        language="zh",
        results=[
            Result(
                claim=parameters,
                verdict=Verdict.CONFIRMED,
                reason="来源中的数字相同。",
                evidence=[
                    evidence("报告.md", long_text, "700亿", "7E+10", Stance.SUPPORTS),
                ],
            ),
            Result(
                claim=gain,
                verdict=Verdict.UNVERIFIED,
                reason="来源中没有可比的数字；文中算式成立：45 − 29 = 16。",
            ),
        ],
        asked=[AskedSource(name="报告.md", state="found", passages=1)],
    )


@pytest.fixture
def reports() -> dict[str, Report]:
    return {"en": english(), "zh": chinese()}
