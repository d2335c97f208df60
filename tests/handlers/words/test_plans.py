"""A plan in words: under its days, within a message, and what became different."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from markupsafe import Markup

from catalogue.plans.entries import Change, Entry, Field, Meeting
from catalogue.plans.following import Told
from catalogue.plans.queries import Line
from catalogue.plans.stretches import Stretch, around
from catalogue.programme.tables import Mode
from handlers.words import plans as words
from handlers.words.limits import MOST_FORMATTED, formatted
from handlers.words.speech import Speech
from tests.catalogue.plans.made_up import DAY, DECEMBER, an_entry
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT
from tests.handlers.words.made_up import event as an_event

HERE = an_entry(price_eur=Decimal(25))
CENTRE = a_centre(id=1, name="Švietimo centras", name_en="Education Centre")
LONG = replace(
    HERE,
    meetings=tuple(
        Meeting(NOW + days * DAY, NOW + days * DAY + timedelta(hours=2), town)
        for days, town in ((10, "Kaunas"), (17, "Kaunas"), (24, "Vilnius"))
    ),
)


def link(code: str) -> str:
    return f"https://t.me/bot?start=ev_{code}"


def a_line(entry: Entry, before: Entry | None = None, *, is_known: bool = True) -> Line:
    change = None if before == entry or (before is None and is_known) else Change(1, before, entry)
    return Line(an_event(), entry, change)


def said(change: Change, say: Speech = LT) -> str:
    told = [Told(CENTRE, (change,))]
    return words.news(say, told, link=link, now=NOW).partition("\n\n")[2]


@pytest.mark.parametrize(
    ("stretch", "name"),
    [(DECEMBER, "2026 m. gruodis"), (around(NOW.date(), is_year=True), "2026–2027 m. m.")],
)
def test_months_and_years_have_names(stretch: Stretch, name: str) -> None:
    """As they stand in a heading."""
    assert words.stretch_name(LT, stretch) == name
    assert words.turn_label(LT, stretch, back=True) == f"‹ {words.short_name(LT, stretch)}"
    assert words.turn_label(EN, DECEMBER, back=False) == "December ›"
    told = words.heading(LT, stretch, CENTRE, 2, published=Markup("x"))
    assert told == f"<b>{name}: planas</b> · 2 renginiai\nŠvietimo centras\nx"
    assert "Visi centrai" in words.heading(LT, stretch, None, 2, published=Markup(""))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (a_line(HERE), '10:00–13:00 <a href="{}">Vertinimas</a> · Kaunas · 25 €'),
        (a_line(replace(HERE, mode=Mode.ONLINE, price_eur=Decimal(0))),
         '10:00–13:00 <a href="{}">Vertinimas</a> · nuotoliu · nemokama'),
        (a_line(LONG), ("10:00–12:00 (3 susitikimai, iki gruodžio 16 d.) "
                        '<a href="{}">Vertinimas</a> · Kaunas (+1) · 25 €')),
        (a_line(replace(HERE, is_off=True)), "<s>10:00–13:00 Vertinimas</s> · atšauktas"),
        (a_line(HERE, replace(HERE, price_eur=None)),
         ('10:00–13:00 <a href="{}">Vertinimas</a> · Kaunas · 25 €\n'
         "<i>Pakeista po paskelbimo: kaina</i>")),
        (a_line(HERE, is_known=False), ('10:00–13:00 <a href="{}">Vertinimas</a> · Kaunas · 25 €\n'
         "<i>Įtraukta po paskelbimo</i>")),
        (a_line(HERE, replace(HERE, title_lt="Vertinmas")),
         '10:00–13:00 <a href="{}">Vertinimas</a> · Kaunas · 25 €'),
    ],
)  # fmt: skip
def test_a_line_of_the_plan(line: Line, told: str) -> None:
    """With a link to the card; what was changed is marked, what is off is struck out."""
    (text,) = words.parts(LT, [line], link=link, now=NOW)
    assert text == "<b>gruodžio 2 d., trečiadienis</b>\n" + told.format(link("V-1"))


def test_whose_it_is_stands_where_all_centres_are_shown() -> None:
    """And nothing in a title can break the message."""
    line = a_line(replace(HERE, title_lt="<b>Žodis & kt."))
    (text,) = words.parts(LT, [line], link=link, now=NOW, with_centre=True)
    assert text.endswith(">&lt;b&gt;Žodis &amp; kt.</a> · Kaunas · 25 € · Švietimo centras")


def test_a_long_plan_is_several_messages() -> None:
    """Each below the limit, beginning with a day; nothing is lost, nothing is there twice."""
    lines = [
        a_line(an_entry(starts=NOW + n // 4 * DAY, title_lt=f"Nr. {n}. {'Ilgas ' * 30}"))
        for n in range(100)
    ]
    parts = words.parts(LT, lines, link=link, now=NOW)
    assert len(parts) > 3
    assert all(len(one) <= words.LONGEST for one in parts)
    assert all(one.startswith("<b>") for one in parts)
    assert all(one.count("<a ") <= words.MOST for one in parts)
    assert sum(one.count("<a ") for one in parts) == 100
    assert words.parts(LT, [], link=link, now=NOW) == []


@pytest.mark.parametrize(
    ("entry", "hours"),
    [
        (HERE, "10:00–13:00"),
        (LONG, "10:00–12:00 (3 susitikimai, iki gruodžio 16 d.)"),
        (replace(HERE, meetings=(Meeting(NOW, NOW + DAY),)), "10:00, iki lapkričio 23 d. 10:00"),
    ],
)
def test_hours_of_one_and_of_several_meetings(entry: Entry, hours: str) -> None:
    """A span says until when."""
    assert words.hours(LT, entry, now=NOW) == hours


MOVED = an_entry(starts=NOW + 11 * DAY, price_eur=Decimal(30), lecturer="Rita")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change(1, None, HERE),
         '<b>Nauja:</b> gruodžio 2 d., tr 10:00–13:00 <a href="{}">Vertinimas</a> · Kaunas · 25 €'),
        (Change(1, replace(HERE, is_off=True), HERE),
         ("<b>Vis dėlto vyks:</b> gruodžio 2 d., tr 10:00–13:00 "
         '<a href="{}">Vertinimas</a> · Kaunas · 25 €')),
        (Change(1, HERE, replace(HERE, is_off=True)),
         "<b>Atšaukta:</b> <s>gruodžio 2 d., tr 10:00 Vertinimas</s>"),
        (Change(1, HERE, None),
         "<b>Plane nebėra:</b> <s>gruodžio 2 d., tr 10:00 Vertinimas</s>"),
        (Change(1, HERE, MOVED),
         ('<a href="{}">Vertinimas</a>\n'
         "Laikas: <s>gruodžio 2 d., tr 10:00–13:00</s> → <b>gruodžio 3 d., kt 10:00–13:00</b>\n"
         "Kaina: <s>25 €</s> → <b>30 €</b>\nLektorius: <s>nenurodyta</s> → <b>Rita</b>")),
        (Change(1, HERE, replace(HERE, mode=Mode.ONLINE)),
         ('<a href="{}">Vertinimas</a>\ngruodžio 2 d., tr 10:00–13:00\n'
         "Būdas: <s>dar nežinoma</s> → <b>nuotoliu</b>")),
        (Change(1, LONG, HERE),
         ('<a href="{}">Vertinimas</a>\nLaikas: <s>gruodžio 2 d., tr 10:00; '
         "gruodžio 9 d., tr 10:00; gruodžio 16 d., tr 10:00</s> → "
         "<b>gruodžio 2 d., tr 10:00–13:00</b>\n"
         "Vieta: <s>Kaunas; Vilnius</s> → <b>Kaunas</b>")),
    ],
)  # fmt: skip
def test_what_is_told_of_a_change(change: Change, told: str) -> None:
    """What was is struck out, what is now stands in bold."""
    assert said(change) == told.format(link("V-1"))


def test_changes_stand_under_their_centre_and_fit() -> None:
    """Those that do not fit are counted."""
    made = tuple(Change(number, None, HERE) for number in range(40))
    told = [Told(CENTRE, made[:2]), Told(a_centre(id=2, name="Kitas centras"), made[2:])]
    text = words.news(LT, told, link=link, now=NOW)
    assert text.startswith("<b>Plano pakeitimai</b>\nŠvietimo centras\n\n")
    assert ("Kitas centras" in text, text.count("Nauja:")) == (True, words.MOST_CHANGES)
    assert text.endswith("ir dar 15 pakeitimų")
    assert len(text) <= words.LONGEST + 100
    assert "New:" in words.news(EN, told, link=link, now=NOW)


def test_the_most_changes_are_formatted_to_the_last() -> None:
    """Of an event of which all is different there are eleven pieces; what Telegram would leave
    plain is counted instead.
    """
    after = replace(
        HERE, mode=Mode.ONLINE, price_eur=None, lecturer="Rita",
        meetings=(Meeting(NOW + 9 * DAY, NOW + 10 * DAY, "Vilnius"),),
    )  # fmt: skip
    made = tuple(Change(number, HERE, after) for number in range(words.MOST_CHANGES))
    assert len(made[0].fields) == len(Field)
    text = words.news(LT, [Told(CENTRE, made)], link=link, now=NOW)
    assert formatted(text) == 1 + 9 * 11 == MOST_FORMATTED
    assert text.endswith("ir dar 16 pakeitimų")


def test_a_post_is_formatted_to_the_last() -> None:
    """Each event on a day of its own, and each changed since the plan was published."""
    lines = [
        a_line(replace(HERE, meetings=(Meeting(NOW + day * DAY, NOW + day * DAY),)), HERE)
        for day in range(words.MOST)
    ]
    (text,) = words.parts(LT, lines, link=link, now=NOW, longest=2**16)
    assert text.count("<i>") == words.MOST
    assert formatted(text) < MOST_FORMATTED


def test_following_and_stopping_name_the_centre() -> None:
    """All of them are named so; where there is only one thing to stop, the button is short."""
    assert "„Švietimo centras“" in words.followed(LT, CENTRE, is_new=True)
    assert words.followed(LT, None, is_new=True).startswith("Sekate visų centrų planus.")
    assert words.followed(LT, CENTRE, is_new=False) == "Šį planą jau sekate."
    assert "„Švietimo centras“" in words.stopped(LT, CENTRE)
    assert "centrų planus" in words.stopped(LT, None)
    assert words.stop_label(LT, CENTRE, is_only=True) == "Nebesekti plano"
    assert words.stop_label(EN, CENTRE, is_only=False) == "No more: Education Centre"


def test_what_else_is_said() -> None:
    """When it was published, or not; that there is more, or nothing; why a message came."""
    assert words.published(LT, NOW, now=NOW) == "Paskelbta lapkričio 22 d."
    assert words.published(LT, None, now=NOW).startswith("Planas dar nepaskelbtas")
    assert "„Visas planas“" in words.more(LT)
    assert words.nothing(LT) == "Šiuo laikotarpiu renginių dar nėra."
    assert words.why(LT).startswith("Sekate planą")
    assert words.choose_centre(LT) == "Kurio centro planas?"
    assert words.place(LT, HERE) == "Kaunas"
    assert words.day(LT, HERE.starts_at, now=NOW) == "gruodžio 2 d., tr"
