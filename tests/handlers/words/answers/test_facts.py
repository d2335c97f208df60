from decimal import Decimal

import pytest

from catalogue.programme.tables import Mode, Session
from catalogue.registrations.queries import Standing
from catalogue.registrations.tables import Registration, State
from handlers.words.answers import facts as words
from tests.factories import NOW, a_centre
from tests.handlers.words import made_up
from tests.handlers.words.made_up import EN, LT

NOBODY = Standing(free=None, waiting=0)


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
    event = made_up.event(**facts)
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
    assert words.fact(LT, "where", made_up.event(**facts), NOBODY, now=NOW) == lithuanian


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
    told = words.fact(
        LT,
        "price",
        made_up.event(price_eur=price, centre=a_centre(name="Centras „Rytas“")),
        NOBODY,
        now=NOW,
    )
    assert told.splitlines()[0] == first_line
    assert ("kreipkitės į organizatorių: Centras „Rytas“" in told) == (price != 0)


def test_several_meetings_are_all_told() -> None:
    """A programme of months is not its first day."""
    starts = [NOW.replace(month=12, day=day) for day in range(1, 9)]
    event = made_up.event(
        sessions=[Session(starts_at=one, ends_at=one.replace(hour=12)) for one in starts]
    )
    told = words.fact(LT, "when", event, NOBODY, now=NOW).splitlines()
    assert told[0] == "Bus 8 susitikimai:"
    assert told[1] == "• gruodžio 1 d., antradienis, 10:00–12:00"
    assert told[-1] == "ir dar 2 susitikimai"


def test_links_of_meetings_are_told_to_the_confirmed() -> None:
    """Each meeting may have its own."""
    event = made_up.event(mode=Mode.ONLINE)
    event.sessions[0].join_url = "https://zoom.example/j/7"
    confirmed = Standing(free=None, waiting=0, own=Registration(state=State.CONFIRMED))
    assert "https://zoom.example/j/7" in words.fact(LT, "link", event, confirmed, now=NOW)
    assert "zoom" not in words.fact(LT, "link", event, NOBODY, now=NOW)


def test_what_people_wrote_is_escaped() -> None:
    """A title cannot become markup."""
    event = made_up.event(title_lt="Nuo <b> iki & „z“", lecturer="<i>A</i>")
    assert "&lt;b&gt;" in words.about(LT, event, now=NOW)
    assert "&lt;i&gt;" in words.fact(LT, "lecturer", event, NOBODY, now=NOW)
