from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from catalogue.programme.tables import Mode, Session, Status
from catalogue.registrations.queries import Standing
from catalogue.registrations.tables import State
from handlers.words import events as words
from handlers.words.event_forms import FORMS_EN
from handlers.words.speech import Speech
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT, event, registration

LINK = "https://zoom.example/j/1"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WHOLE_LT = """\
<b>Vertinimas</b>
Seminaras · 6,5 akad. val. · anglų kalba

<b>Kada:</b> gruodžio 2 d., trečiadienis, 10:00–13:00
<b>Kur:</b> Kaunas, Daukanto g. 1
<b>Kaina:</b> 12,50 €
<b>Vietos:</b> liko 9 iš 10
<b>Registracija iki:</b> lapkričio 27 d., penktadienis, 10:00
<b>Organizatorius:</b> Švietimo centras
<b>Lektorius:</b> dr. J. Jonaitis
<b>Kam skirta:</b> logopedai, psichologai
<b>Koordinatorius:</b> Rasa
<b>Kontaktai:</b> rasa@centras.lt
<b>KTPRR kodas:</b> KT-1
Išduodamas pažymėjimas.

Apie vertinimą."""
WHOLE_EN = """\
<b>Assessment</b>
Seminar · 6.5 academic h

<b>When:</b> Wednesday 2 December, 10:00–13:00
<b>Where:</b> Kaunas, Daukanto g. 1
<b>Price:</b> 12.50 €
<b>Seats:</b> 9 left of 10
<b>Register by:</b> Friday 27 November, 10:00
<b>Organiser:</b> Education Centre
<b>Lecturer:</b> dr. J. Jonaitis
<b>For whom:</b> logopedai, psichologai
<b>Coordinator:</b> Rasa
<b>Contact:</b> rasa@centras.lt
<b>KTPRR code:</b> KT-1
A certificate is issued.

Apie vertinimą."""


def standing(**facts: Any) -> Standing:
    return Standing(**{"free": None, "waiting": 0} | facts)


def lines(say: Speech, made: Any, how: Standing | None = None) -> list[str]:
    return str(words.card(say, made, how or standing(), now=NOW)).split("\n")


def one(say: Speech, starts: str, made: Any, how: Standing | None = None) -> str:
    """The one line of the card that starts so; the label itself is left out."""
    (found,) = [line for line in lines(say, made, how) if line.startswith(f"<b>{starts}:</b> ")]
    return found.removeprefix(f"<b>{starts}:</b> ")


def test_card_with_everything() -> None:
    """Everything one needs to decide, in the order one asks it, in both languages."""
    full = event(
        centre=a_centre(name="Švietimo centras", name_en="Education Centre"),
        form="seminaras",
        language="en",
        place="Daukanto g. 1",
        price_eur=Decimal("12.5"),
        seats=10,
        registration_closes=NOW + 5 * DAY,
        lecturer="dr. J. Jonaitis",
        audience=["logopedai", "psichologai"],
        coordinator="Rasa",
        contact="rasa@centras.lt",
        ktprr_code="KT-1",
        certificate=True,
        summary="Apie vertinimą.",
    )
    full.hours = 6.5
    assert words.card(LT, full, standing(free=9), now=NOW) == WHOLE_LT
    assert words.card(EN, full, standing(free=9), now=NOW) == WHOLE_EN


def test_card_with_little() -> None:
    """What the programme does not say has no line, but an unknown price is said to be unknown."""
    little = event(city="", mode=None, title_en="")
    assert lines(LT, little)[3:] == [
        "<b>Kaina:</b> nenurodyta, teiraukitės organizatoriaus",
        "<b>Vietos:</b> neribojamos",
        "<b>Registracija iki:</b> renginio pradžios",
        "<b>Organizatorius:</b> Švietimo centras",
    ]
    assert lines(EN, little)[:2] == ["<b>Vertinimas</b>", "In Lithuanian"]


@pytest.mark.parametrize(
    ("price", "lithuanian", "english"),
    [
        (None, "nenurodyta, teiraukitės organizatoriaus", "not given, the organiser will tell"),
        (Decimal(0), "Nemokama", "free of charge"),
        (Decimal(25), "25 €", "25 €"),
    ],
)
def test_price(price: Decimal | None, lithuanian: str, english: str) -> None:
    """Only 0 is free; unknown never is."""
    made = event(price_eur=price)
    assert one(LT, "Kaina", made) == lithuanian
    assert one(EN, "Price", made) == english


QUEUE = "laisvų nebėra, eilėje laukia"
OWN = registration(State.WAITING)
SEATS: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    ({"seats": None}, {}, "neribojamos", "no limit"),
    ({"seats": 10}, {"free": 1}, "liko 1 iš 10", "1 left of 10"),
    ({"seats": 30}, {"free": 21}, "liko 21 iš 30", "21 left of 30"),
    (
        {"seats": 10},
        {"free": 0},
        "laisvų nebėra, galite stoti į eilę",
        "none left, you can join the waiting list",
    ),
    ({"seats": 0, "waiting_list": False}, {"free": 0}, "laisvų nebėra", "none left"),
    (
        {"seats": 9},
        {"free": 0, "waiting": 1},
        f"{QUEUE} 1 žmogus",
        "none left, 1 person is waiting",
    ),
    (
        {"seats": 9},
        {"free": 0, "waiting": 2},
        f"{QUEUE} 2 žmonės",
        "none left, 2 people are waiting",
    ),
    (
        {"seats": 9},
        {"free": 0, "waiting": 10},
        f"{QUEUE} 10 žmonių",
        "none left, 10 people are waiting",
    ),
    # A seat that is just being given to the queue is not for a passer-by.
    (
        {"seats": 9},
        {"free": 1, "waiting": 21},
        f"{QUEUE} 21 žmogus",
        "none left, 21 people are waiting",
    ),
    # One who is in needs no invitation to the queue.
    ({"seats": 9}, {"free": 0, "waiting": 2, "own": OWN}, "laisvų nebėra", "none left"),
]


@pytest.mark.parametrize(("facts", "stands", "lithuanian", "english"), SEATS)
def test_seats(
    facts: dict[str, Any], stands: dict[str, Any], lithuanian: str, english: str
) -> None:
    """How many are left, or how many wait; in the grammar of each number."""
    made, how = event(**facts), standing(**stands)
    assert one(LT, "Vietos", made, how) == lithuanian
    assert one(EN, "Seats", made, how) == english


@pytest.mark.parametrize(
    ("facts", "lithuanian", "english"),
    [
        ({}, "Kaunas", "Kaunas"),
        ({"place": "Daukanto g. 1"}, "Kaunas, Daukanto g. 1", "Kaunas, Daukanto g. 1"),
        ({"place": "Mokyklos g. 2, Kaunas"}, "Mokyklos g. 2, Kaunas", "Mokyklos g. 2, Kaunas"),
        ({"city": "", "place": "Biblioteka"}, "Biblioteka", "Biblioteka"),
        ({"mode": Mode.ONLINE}, "nuotoliu", "online"),
        (
            {"mode": Mode.HYBRID},
            "Kaunas arba nuotoliu, kaip Jums patogiau",
            "Kaunas, or online, as you like",
        ),
        (
            {"mode": Mode.HYBRID, "city": ""},
            "vietoje arba nuotoliu, kaip Jums patogiau",
            "on site or online, as you like",
        ),
    ],
)
def test_where(facts: dict[str, Any], lithuanian: str, english: str) -> None:
    """A town is not said twice, and hybrid leaves the choice to the person."""
    assert one(LT, "Kur", event(**facts)) == lithuanian
    assert one(EN, "Where", event(**facts)) == english


@pytest.mark.parametrize(
    ("facts", "lithuanian", "english"),
    [
        ({}, "<b>Registracija iki:</b> renginio pradžios", "<b>Register by:</b> the start"),
        (
            {"registration_closes": NOW + 20 * DAY},
            "<b>Registracija iki:</b> renginio pradžios",
            "<b>Register by:</b> the start",
        ),
        (
            {"registration_closes": NOW + DAY},
            "<b>Registracija iki:</b> lapkričio 23 d., pirmadienis, 10:00",
            "<b>Register by:</b> Monday 23 November, 10:00",
        ),
        (
            {"registration_closes": NOW},
            "Registracija baigėsi: lapkričio 22 d., sekmadienis, 10:00.",
            "Registration closed on Sunday 22 November, 10:00.",
        ),
        (
            {"starts": NOW},
            "Registracija baigta: renginys jau prasidėjo.",
            "Registration is over: the event has started.",
        ),
        ({"starts": NOW - DAY}, "Renginys jau įvyko.", "The event is over."),
    ],
)
def test_deadline(facts: dict[str, Any], lithuanian: str, english: str) -> None:
    """Until when one can register, or why one no longer can; at the very moment it is over."""
    assert lithuanian in lines(LT, event(**facts))
    assert english in lines(EN, event(**facts))


def test_cancelled_event() -> None:
    """It says so below its title, and neither seats nor a deadline lead astray."""
    off = event(status=Status.CANCELLED, seats=10)
    how = standing(free=5, own=registration())
    assert lines(LT, off, how) == [
        "<b>Vertinimas</b>",
        "<b>Renginys atšauktas.</b>",
        "",
        "<b>Kada:</b> gruodžio 2 d., trečiadienis, 10:00–13:00",
        "<b>Kur:</b> Kaunas",
        "<b>Kaina:</b> nenurodyta, teiraukitės organizatoriaus",
        "<b>Organizatorius:</b> Švietimo centras",
    ]
    assert "<b>This event has been cancelled.</b>" in lines(EN, off, how)
    assert words.essentials(LT, off, now=NOW).split("\n")[:2] == [
        "<b>Vertinimas</b>",
        "<b>Renginys atšauktas.</b>",
    ]


@pytest.mark.parametrize(
    ("state", "place", "said"),
    [
        (State.CONFIRMED, None, "<b>Registracija patvirtinta</b>"),
        (State.PENDING, None, "<b>Laukia patvirtinimo</b>"),
        (State.WAITING, 23, "<b>Esate eilėje (23-ia vieta)</b>"),
        (State.CANCELLED, None, ""),
    ],
)
def test_own_state_stands_below_the_title(state: State, place: int | None, said: str) -> None:
    """One who is in sees at once how things stand; one who has left sees a card like any other."""
    how = standing(free=3, own=registration(state), place=place)
    assert lines(LT, event(), how)[1] == said


@pytest.mark.parametrize("mode", [Mode.ONLINE, Mode.HYBRID])
@pytest.mark.parametrize("state", [*State, None])
def test_the_link_to_join_is_for_the_confirmed_alone(mode: Mode, state: State | None) -> None:
    """Strangers, those who wait and those who left never see it."""
    made = event(mode=mode, join_url=LINK, summary="Nuotoliu")
    own = registration(state, event=made) if state else None
    place = 1 if state is State.WAITING else None
    shown = [LINK in line for line in lines(LT, made, standing(own=own, place=place))]
    assert any(shown) == (state is State.CONFIRMED)


def test_no_list_and_no_shared_message_gives_the_link_away() -> None:
    """What goes to other chats tells when and where, not how to get in."""
    made = event(mode=Mode.ONLINE, join_url=LINK)
    said = [
        words.essentials(LT, made, now=NOW),
        words.in_brief(LT, made, now=NOW),
        words.line(LT, 1, made, 3, now=NOW),
        words.label(LT, made),
    ]
    assert [one for one in said if LINK in one] == []


def meetings(count: int) -> list[Session]:
    """One a week; the second in the library."""
    starts = [NOW + 10 * DAY + n * 7 * DAY for n in range(count)]
    return [
        Session(starts_at=start, ends_at=start + HOUR, place="Biblioteka" if n == 1 else "Salė")
        for n, start in enumerate(starts)
    ]


def test_several_meetings_each_have_a_line() -> None:
    """With a place only where it is another than the event's own."""
    course = event(sessions=meetings(3), place="Salė")
    assert lines(LT, course)[2:6] == [
        "<b>Kada:</b> 3 susitikimai",
        "• gruodžio 2 d., trečiadienis, 10:00–11:00",
        "• gruodžio 9 d., trečiadienis, 10:00–11:00, Biblioteka",
        "• gruodžio 16 d., trečiadienis, 10:00–11:00",
    ]


@pytest.mark.parametrize(
    ("count", "first", "last"),
    [
        (7, "<b>Kada:</b> 7 susitikimai", "ir dar 1 susitikimas"),
        (9, "<b>Kada:</b> 9 susitikimai", "ir dar 3 susitikimai"),
        (16, "<b>Kada:</b> 16 susitikimų", "ir dar 10 susitikimų"),
        (21, "<b>Kada:</b> 21 susitikimas", "ir dar 15 susitikimų"),
    ],
)
def test_many_meetings_are_counted(count: int, first: str, last: str) -> None:
    """Six are listed, across the new year too, and the rest is a number."""
    said = lines(LT, event(sessions=meetings(count)))
    assert [said[2], said[9]] == [first, last]
    assert said[8].startswith("• 2027 m. sausio 6 d.")


def test_everything_from_outside_is_escaped() -> None:
    """No field of a programme can break a message or put a link into it."""
    evil = '<a href="x">&</a>'
    spoilt = event(
        **dict.fromkeys(
            ("title_lt", "form", "city", "place", "join_url", "lecturer", "coordinator", "contact",
             "ktprr_code", "summary", "language"), evil
        ),
        audience=[evil],
        centre=a_centre(name=evil),
    )  # fmt: skip
    card = words.card(LT, spoilt, standing(own=registration(event=spoilt)), now=NOW)
    listed = words.line(LT, 1, spoilt, 1, now=NOW)
    assert "<a" not in card + listed
    assert card.count("&lt;/a&gt;") == 12


@pytest.mark.parametrize(
    ("free", "status", "facts"),
    [
        (None, Status.PUBLISHED, ""),
        (6, Status.PUBLISHED, ""),
        (5, Status.PUBLISHED, " · liko 5 vietos"),
        (1, Status.PUBLISHED, " · liko 1 vieta"),
        (0, Status.PUBLISHED, " · vietų nebėra"),
        (0, Status.CANCELLED, " · atšauktas"),
    ],
)
def test_line(free: int | None, status: Status, facts: str) -> None:
    """A list says what is scarce, and no more."""
    made = event(status=status, price_eur=Decimal(0))
    assert words.line(LT, 3, made, free, now=NOW) == (
        "3. <b>Vertinimas</b>\n"
        f"gruodžio 2 d., tr 10:00 · Kaunas · nemokama{facts}"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "lithuanian", "english"),
    [
        ({}, "Kaunas", "Kaunas"),
        ({"city": "", "place": "Salė"}, "Salė", "Salė"),
        ({"mode": Mode.ONLINE}, "nuotoliu", "online"),
        ({"mode": Mode.HYBRID}, "Kaunas arba nuotoliu", "Kaunas or online"),
        ({"mode": Mode.HYBRID, "city": "A & B"}, "A & B arba nuotoliu", "A & B or online"),
        ({"mode": Mode.HYBRID, "city": ""}, "vietoje arba nuotoliu", "on site or online"),
        ({"city": "", "mode": None}, "", ""),
    ],
)
def test_where_short(facts: dict[str, Any], lithuanian: str, english: str) -> None:
    """On one line of a list."""
    assert words.where_short(LT, event(**facts)) == lithuanian
    assert words.where_short(EN, event(**facts)) == english


def test_in_brief_leaves_out_what_is_unknown() -> None:
    """No empty places between the dots, and no price where none is given."""
    assert words.in_brief(EN, event(city=""), now=NOW) == "Wed 2 Dec, 10:00"


def test_label_fits_a_button() -> None:
    """The number in the list, or the day, and as many whole words as fit."""
    long = event(title_lt="Dirbtinis intelektas ir kūrybiškumas ikimokyklinio ugdymo įstaigoje")
    assert words.label(LT, long) == "12-02 Dirbtinis intelektas ir kūrybiškumas…"
    assert words.label(LT, long, number=12) == "12. Dirbtinis intelektas ir kūrybiškumas…"
    assert words.label(EN, event(), number=1) == "1. Assessment"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("telpa", "telpa"),
        ("dešimt žen", "dešimt žen"),
        ("dešimt ženklų", "dešimt…"),
        ("vienas, du ir trys", "vienas…"),
        ("beveidežodžio", "beveidežo…"),
        ("a beveidežodžio", "a beveide…"),
    ],
)
def test_shortened(text: str, short: str) -> None:
    """Cut at a word where there is one in the second half, never longer than allowed."""
    assert words.shortened(text, 10) == short


def test_title_and_centre_in_the_persons_language() -> None:
    """Where the programme has both; else in the one there is."""
    both = a_centre(name="Švietimo centras", name_en="Education Centre")
    assert (words.title(LT, event()), words.title(EN, event())) == ("Vertinimas", "Assessment")
    assert words.title(EN, event(title_en="")) == "Vertinimas"
    assert words.title(LT, event(title_lt="")) == "Assessment"
    assert words.centre_name(LT, both) == "Švietimo centras"
    assert words.centre_name(EN, both) == "Education Centre"
    assert words.centre_name(EN, a_centre(name="Centras", name_en="")) == "Centras"


def test_form_names() -> None:
    """The usual forms have an English word; an unusual one stays as written."""
    assert words.form_name(EN, "Seminaras") == "seminar"
    assert words.form_name(LT, "Seminaras") == "seminaras"
    assert words.form_name(EN, "šokių vakaras") == "šokių vakaras"
    wrong = [form for form in FORMS_EN if words.form_name(LT, form) != form]
    assert wrong == []


def test_essentials_over_new_year() -> None:
    """Title, when and where, with the year where it is another one."""
    night = event(starts=datetime.fromisoformat("2026-12-31T20:00:00+02:00"), hours=6)
    assert words.essentials(LT, night, now=NOW) == (
        "<b>Vertinimas</b>\n"
        "<b>Kada:</b> gruodžio 31 d., ketvirtadienis, 20:00 – "
        "2027 m. sausio 1 d., penktadienis, 02:00\n"
        "<b>Kur:</b> Kaunas"
    )


def test_modules_of_a_long_programme_stand_with_their_meetings() -> None:
    """Each with its hours, so that one sees what the forty are made of."""
    meetings = [
        Session(
            starts_at=NOW + timedelta(days=day),
            ends_at=NOW + timedelta(days=day, hours=6),
            place="",
            title=module,
            hours=hours,
        )
        for day, module, hours in ((10, "Vertinimas", 8), (20, "A <b>", None), (30, "", None))
    ]
    programme = event(sessions=meetings, hours=40)
    shown = words.card(LT, programme, standing(), now=NOW)
    assert "10:00–16:00: <i>Vertinimas</i> (8 akad. val.)" in shown
    assert "<i>A &lt;b&gt;</i>\n" in shown


@pytest.mark.parametrize(
    ("state", "was_there", "told"),
    [
        (State.CONFIRMED, None, "Buvote užsiregistravę"),
        (State.CONFIRMED, True, "Dalyvavote"),
        (State.CONFIRMED, False, "Pažymėta, kad nedalyvavote"),
        (State.PENDING, None, "Registracija liko nepatvirtinta"),
        (State.WAITING, None, "Vieta Jums neatsilaisvino"),
        (State.OFFERED, None, "Vieta Jums neatsilaisvino"),
    ],
)
def test_what_became_of_it(state: State, told: str, *, was_there: bool | None) -> None:
    """Nothing that is over is told as if it were still ahead."""
    over = event(starts=NOW - DAY)
    how = standing(own=registration(state, event=over), place=1)
    shown = str(words.card(LT, over, how, was_there=was_there, now=NOW))
    assert f"\n<b>{told}</b>\n" in shown
    running = event(starts=NOW - HOUR)
    how = standing(own=registration(state, event=running), place=1)
    assert told not in str(words.card(LT, running, how, was_there=was_there, now=NOW))
