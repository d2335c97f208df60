"""The sentences of answers in both languages."""

from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations.queries import Standing
from catalogue.registrations.tables import Registration, State
from catalogue.search.filters import Filters
from handlers.words import answers as words
from handlers.words.speech import Speech
from tests.factories import NOW, a_centre, an_event

VILNIUS = ZoneInfo("Europe/Vilnius")
LT, EN = Speech("lt", VILNIUS), Speech("en", VILNIUS)


def whole_event(**facts: object) -> Event:
    """One that was not in a database still has all its fields."""
    plain: dict[str, object] = {
        "place": "", "join_url": "", "funding": "", "lecturer": "", "coordinator": "",
        "contact": "", "status": Status.PUBLISHED, "waiting_list": True, "title_en": "",
        "centre": a_centre(name="Centras „Rytas“"),
    }  # fmt: skip
    return an_event(**plain | facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filters", "lithuanian", "english"),
    [
        (Filters(), "", ""),
        (
            Filters(first=date(2026, 12, 1), last=date(2026, 12, 31), city="Kaunas", free=True),
            "2026 m. gruodis · Kaunas · nemokama",
            "December 2026 · Kaunas · free of charge",
        ),
        (
            Filters(first=date(2026, 12, 7), last=date(2026, 12, 7), part_of_day="evening"),
            "gruodžio 7 d., pirmadienis · vakare",
            "Monday 7 December · in the evening",
        ),
        (
            Filters(weekday=(1, 5), mode="online", max_price=Decimal(20)),
            "pirmadienis, penktadienis · nuotoliu · iki 20 €",
            "Monday, Friday · online · up to 20 €",
        ),
        (
            Filters(first=date(2026, 12, 7), min_hours=40, exclude=Filters(form="konferencija")),
            "nuo: gruodžio 7 d., pirmadienis · bent 40 akad. val. · išskyrus: konferencija",
            "from: Monday 7 December · at least 40 academic h · not: conference",
        ),
        (
            Filters(last=date(2027, 1, 5), language="en", audience="logopedai"),
            "iki: 2027 m. sausio 5 d., antradienis · anglų kalba · logopedai",
            "until: Tuesday 5 January 2027 · in English · logopedai",
        ),
    ],
)
def test_conditions_are_told_as_understood(filters: Filters, lithuanian: str, english: str) -> None:
    """So that a misunderstanding shows at once."""
    assert words.conditions(LT, filters, now=NOW) == lithuanian
    assert words.conditions(EN, filters, now=NOW) == english


@pytest.mark.parametrize(
    ("number", "lithuanian"),
    [(1, "Radau 1 renginį:"), (2, "Radau 2 renginius:"), (11, "Radau 11 renginių:"),
     (21, "Radau 21 renginį:")],
)  # fmt: skip
def test_how_many_were_found_is_good_lithuanian(number: int, lithuanian: str) -> None:
    """1 renginį, 2 renginius, 11 renginių."""
    assert words.found(LT, number, Filters(), [], now=NOW) == lithuanian


@pytest.mark.parametrize(
    ("facts", "standing", "lithuanian", "english"),
    [
        ({"seats": None}, Standing(free=None, waiting=0), "Vietų skaičius neribojamas.",
         "The number of seats is not limited."),
        ({"seats": 30}, Standing(free=1, waiting=0), "Laisva 1 vieta iš 30.",
         "1 seat of 30 is free."),
        ({"seats": 30}, Standing(free=3, waiting=0), "Laisvos 3 vietos iš 30.",
         "3 seats of 30 are free."),
        ({"seats": 30}, Standing(free=10, waiting=0), "Laisva 10 vietų iš 30.",
         "10 seats of 30 are free."),
        ({"seats": 30}, Standing(free=0, waiting=2),
         "Visos vietos užimtos, bet galite stoti į eilę. Joje laukia 2 žmonės.",
         "All seats are taken, but you can join the waiting list; 2 people wait there."),
        ({"seats": 30}, Standing(free=0, waiting=0),
         "Visos vietos užimtos, bet galite stoti į eilę. Kol kas joje nieko nėra.",
         "All seats are taken, but you can join the waiting list; nobody waits yet."),
        ({"seats": 30, "waiting_list": False}, Standing(free=0, waiting=0),
         "Visos vietos užimtos, o eilės nėra.",
         "All seats are taken, and there is no waiting list."),
        ({"seats": 30, "registration_closes": NOW}, Standing(free=9, waiting=0),
         "Registracija baigėsi: lapkričio 22 d., sekmadienis, 10:00.",
         "Registration closed on Sunday 22 November, 10:00."),
    ],
)  # fmt: skip
def test_seats_are_told_as_they_stand(
    facts: dict[str, object], standing: Standing, lithuanian: str, english: str
) -> None:
    """Where registration is over, free seats are of no use."""
    event = whole_event(**facts)
    assert words.fact(LT, "seats", event, standing, now=NOW) == lithuanian
    assert words.fact(EN, "seats", event, standing, now=NOW) == english


@pytest.mark.parametrize(
    ("facts", "lithuanian"),
    [
        ({"mode": Mode.ONLINE}, "Renginys vyks nuotoliu."),
        ({"mode": Mode.ONSITE, "place": "Ryto g. 2"}, "Renginys vyks gyvai: Kaunas, Ryto g. 2"),
        ({"mode": Mode.ONSITE, "place": "Ryto g. 2, Kaunas"},
         "Renginys vyks gyvai: Ryto g. 2, Kaunas"),
        ({"mode": Mode.ONSITE, "city": ""},
         "Renginys vyks gyvai, bet vieta programoje nenurodyta."),
        ({"mode": Mode.HYBRID},
         "Galima atvykti (Kaunas) arba dalyvauti nuotoliu, kaip Jums patogiau."),
        ({"mode": None, "city": ""}, "Programoje nenurodyta, kur vyks renginys."),
    ],
)  # fmt: skip
def test_where_is_told_as_far_as_known(facts: dict[str, object], lithuanian: str) -> None:
    """A place that nobody gave is not made up."""
    assert words.fact(LT, "where", whole_event(**facts), NOBODY, now=NOW) == lithuanian


@pytest.mark.parametrize(
    ("price", "first_line"),
    [
        (Decimal(0), "Dalyvauti galima nemokamai."),
        (Decimal("12.50"), "Dalyvio mokestis – 12,50 €."),
        (None, "Kaina programoje nenurodyta."),
    ],
)
def test_an_unknown_price_is_not_free(price: Decimal | None, first_line: str) -> None:
    """And an invoice is the organiser's affair."""
    told = words.fact(LT, "price", whole_event(price_eur=price), NOBODY, now=NOW)
    assert told.splitlines()[0] == first_line
    assert ("kreipkitės į organizatorių: Centras „Rytas“" in told) == (price != 0)


def test_several_meetings_are_all_told() -> None:
    """A programme of months is not its first day."""
    starts = [NOW.replace(month=12, day=day) for day in range(1, 9)]
    event = whole_event(
        sessions=[Session(starts_at=one, ends_at=one.replace(hour=12)) for one in starts]
    )
    told = words.fact(LT, "when", event, NOBODY, now=NOW).splitlines()
    assert told[0] == "Bus 8 susitikimai:"
    assert told[1] == "• gruodžio 1 d., antradienis, 10:00–12:00"
    assert told[-1] == "ir dar 2 susitikimai"


def test_links_of_meetings_are_told_to_the_confirmed() -> None:
    """Each meeting may have its own."""
    event = whole_event(mode=Mode.ONLINE)
    event.sessions[0].join_url = "https://zoom.example/j/7"
    confirmed = Standing(free=None, waiting=0, own=Registration(state=State.CONFIRMED))
    assert "https://zoom.example/j/7" in words.fact(LT, "link", event, confirmed, now=NOW)
    assert "zoom" not in words.fact(LT, "link", event, NOBODY, now=NOW)


def test_what_differs_is_named_once() -> None:
    """Both ends of a span are one date to people."""
    told = words.nothing(LT, ("from", "to", "free", "max_price", "city"), ["1. Šis"])  # type: ignore[list-item]
    assert "Skiriasi: data, kaina, miestas" in told


def test_what_people_wrote_is_escaped() -> None:
    """A title cannot become markup."""
    event = whole_event(title_lt="Nuo <b> iki & „z“", lecturer="<i>A</i>")
    assert "&lt;b&gt;" in words.about(LT, event, now=NOW)
    assert "&lt;i&gt;" in words.fact(LT, "lecturer", event, NOBODY, now=NOW)


def test_a_long_title_fits_its_button() -> None:
    """Telegram cuts labels in the middle of a word."""
    assert len(words.cancel_label(LT, "ž" * 200)) == 60


def test_buttons_and_conditions_are_no_html() -> None:
    """They are shown as they stand, or escaped where they are put into a message."""
    assert words.cancel_label(LT, "Menas & muzika") == "Atsisakyti: Menas & muzika"
    filters = Filters(exclude=Filters(organiser="A & B"))
    assert words.conditions(EN, filters, now=NOW) == "not: A & B"
    assert "not: A &amp; B" in words.found(EN, 1, filters, [], now=NOW)


NOBODY = Standing(free=None, waiting=0)
