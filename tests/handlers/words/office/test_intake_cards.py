"""One event of a file, as it would be or become."""

from datetime import timedelta
from typing import Any

from catalogue.files.drafts import SessionDraft
from catalogue.intake.plain import plain
from catalogue.intake.tables import Intake, IntakeEvent, Outcome, Standing
from handlers.words.office import intake_cards as words
from handlers.words.speech import Speech
from tests.catalogue.files.made_up import drafts_of
from tests.catalogue.intake.made_up import a_row
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event


def row(**facts: Any) -> IntakeEvent:
    return a_row(Intake(id=1), None, **{"standing": Standing.WAITING} | facts)


def changed(say: Speech, *fields: Any, told: int = 0) -> list[str]:
    made = row(outcome=Outcome.CHANGED, fields=list(fields), is_told=told > 0)
    return str(words.changed_card(say, made, event(), told, (2, 5), now=NOW)).split("\n")


def test_all_that_would_be_added() -> None:
    """What is as usual need not be said; what was left out says so."""
    (draft,) = drafts_of(
        {
            "code": "N 1",
            "title_lt": "A & B",
            "start": "2026-12-07 10:00",
            "end": "2026-12-07 12:00",
            "city": "Kaunas",
            "audience": ["logopedai", "tėvai"],
            "mode": "onsite",
            "price_eur": 0,
            "hours": 2.5,
            "form": "seminaras",
            "status": "draft",
            "waiting_list": "ne",
            "cancel_until": "2026-12-01 12:00",
        }
    )
    said = words.new_card(LT, row(), draft, "Kauno centras", (1, 2), now=NOW).split("\n")
    assert said == [
        "Naujas renginys: 1 iš 2",
        "<b>A &amp; B</b>",
        "gruodžio 7 d., pirmadienis, 10:00–12:00, Kaunas",
        "<b>Kodas:</b> N 1",
        "<b>Organizatorius:</b> Kauno centras",
        "<b>Forma:</b> seminaras",
        "<b>Kam skirta:</b> logopedai; tėvai",
        "<b>Būdas:</b> kontaktiniu būdu",
        "<b>Akad. val.:</b> 2,5",
        "<b>Kaina, Eur:</b> 0 €",
        "<b>Laukiančiųjų eilė:</b> ne",
        "<b>Atsisakyti iki:</b> gruodžio 1 d., an 12:00",
        "<b>Būsena:</b> juodraštis",
    ]
    left_out = row(standing=Standing.LEFT_OUT)
    assert "Atidėtas" in words.new_card(LT, left_out, draft, "", (1, 2), now=NOW)


def test_what_would_become_of_an_event() -> None:
    """Field by field, before and after, and how many will hear."""
    said = changed(
        LT,
        ["starts_at", "2026-12-02T10:00:00+02:00", "2027-01-05T14:00:00+02:00"],
        ["price_eur", None, "25.50"],
        ["place", "", "<Aula>"],
        ["certificate", None, True],
        told=12,
    )
    assert said == [
        "Keičiamas renginys: 2 iš 5",
        "<b>Vertinimas</b>",
        "<b>Kodas:</b> V-1",
        "<b>Pradžia:</b> gruodžio 2 d., tr 10:00 → 2027 m. sausio 5 d., an 14:00",
        "<b>Kaina, Eur:</b> – → 25,50 €",
        "<b>Vieta:</b> – → &lt;Aula&gt;",
        "<b>Pažymėjimas:</b> – → taip",
        "Dalyvauja arba laukia 12 žmonių; jiems bus pranešta.",
    ]
    assert changed(EN, ["seats", 20, None])[-1] == "<b>seats:</b> 20 → –"


def test_meetings_stand_each_on_a_line() -> None:
    """Of very many the rest is counted."""
    many = [plain(SessionDraft(NOW + timedelta(days=n), NOW + timedelta(days=n, hours=1)))
            for n in range(14)]  # fmt: skip
    said = changed(LT, ["sessions", many[:1], many])
    assert said[-1] == "ir dar 2 susitikimai"
    assert len(said) == 16
