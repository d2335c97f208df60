from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from markupsafe import Markup

from handlers.words.speech import _, capitalised
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, VILNIUS


def vilnius(
    year: int, month: int, day: int, hour: int = 0, minute: int = 0, *, fold: int = 0
) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VILNIUS, fold=fold)


@pytest.mark.parametrize("spoiler", ["<b>", "a & b", '" onclick="x', "' x", "{name}", "%s"])
def test_whatever_is_inserted_is_only_text(spoiler: str) -> None:
    """Nothing from outside becomes a tag, ends an attribute, or is filled in once more."""
    said = LT("Source: {source}, checked {day}", source=spoiler, day="x")
    assert said == f"Šaltinis: {Markup.escape(spoiler)}, tikrinta x"
    linked = Markup('<a href="{}">').format(spoiler)
    assert linked.count('"') == 2
    assert linked.count("<") == 1


def test_what_is_said_already_is_not_escaped_again() -> None:
    """One sentence may stand in another."""
    inner = LT("<b>Staff</b>")
    assert LT("Source: {source}, checked {day}", source=inner, day=1).count("&lt;") == 0


@pytest.mark.parametrize(
    ("number", "lithuanian", "english"),
    [
        (1, "liko 1 vieta", "1 seat left"),
        (2, "liko 2 vietos", "2 seats left"),
        (9, "liko 9 vietos", "9 seats left"),
        (10, "liko 10 vietų", "10 seats left"),
        (11, "liko 11 vietų", "11 seats left"),
        (19, "liko 19 vietų", "19 seats left"),
        (20, "liko 20 vietų", "20 seats left"),
        (21, "liko 21 vieta", "21 seats left"),
        (22, "liko 22 vietos", "22 seats left"),
        (100, "liko 100 vietų", "100 seats left"),
        (101, "liko 101 vieta", "101 seats left"),
        (111, "liko 111 vietų", "111 seats left"),
        (112, "liko 112 vietų", "112 seats left"),
        (0, "liko 0 vietų", "0 seats left"),
    ],
)
def test_the_word_goes_with_its_number(number: int, lithuanian: str, english: str) -> None:
    """1 vieta, 2 vietos, 10 vietų, 21 vieta."""
    assert LT.n("{n} seat left", "{n} seats left", number) == lithuanian
    assert EN.n("{n} seat left", "{n} seats left", number) == english


@pytest.mark.parametrize(
    ("moment", "lithuanian", "english"),
    [
        (vilnius(2026, 12, 5), "gruodžio 5 d., šeštadienis", "Saturday 5 December"),
        (vilnius(2026, 3, 1), "kovo 1 d., sekmadienis", "Sunday 1 March"),
        (
            vilnius(2027, 1, 5),
            "2027 m. sausio 5 d., antradienis",
            "Tuesday 5 January 2027",
        ),
        # 22:30 in UTC is already New Year in Vilnius.
        (
            datetime(2026, 12, 31, 22, 30, tzinfo=UTC),
            "2027 m. sausio 1 d., penktadienis",
            "Friday 1 January 2027",
        ),
        (date(2026, 6, 24), "birželio 24 d., trečiadienis", "Wednesday 24 June"),
    ],
)
def test_day(moment: datetime | date, lithuanian: str, english: str) -> None:
    """The weekday always, the year only where it is another one, by the clock of Vilnius."""
    assert LT.day(moment, now=NOW) == lithuanian
    assert EN.day(moment, now=NOW) == english


def test_day_without_now_has_the_year() -> None:
    """Where nobody knows when it is read, the year is said."""
    assert LT.day(NOW) == "2026 m. lapkričio 22 d., sekmadienis"
    assert EN.day(NOW) == "Sunday 22 November 2026"


def test_date_alone_goes_with_a_preposition() -> None:
    """„nuo 2026 m. lapkričio 22 d.“ has no weekday, which would stand in a wrong case."""
    assert LT.date_alone(NOW) == "2026 m. lapkričio 22 d."
    assert EN.date_alone(NOW) == "22 November 2026"


def test_short_day() -> None:
    """On a button every letter counts."""
    assert LT.short_day(vilnius(2026, 12, 5)) == "12-05"
    assert EN.short_day(vilnius(2026, 12, 5)) == "5 Dec"


def test_month() -> None:
    """A month that stands alone is in the nominative: „gruodis“, not „gruodžio“."""
    assert LT.month(date(2026, 12, 1)) == "2026 m. gruodis"
    assert LT.month_alone(date(2026, 12, 1)) == "gruodis"
    assert EN.month(date(2026, 12, 1)) == "December 2026"
    assert EN.month_alone(date(2026, 12, 1)) == "December"


@pytest.mark.parametrize(
    ("start", "end", "lithuanian", "english"),
    [
        (
            vilnius(2026, 12, 5, 10),
            vilnius(2026, 12, 5, 13, 30),
            "gruodžio 5 d., šeštadienis, 10:00–13:30",
            "Saturday 5 December, 10:00–13:30",
        ),
        (
            vilnius(2026, 12, 31, 20),
            vilnius(2027, 1, 1, 2),
            "gruodžio 31 d., ketvirtadienis, 20:00 – 2027 m. sausio 1 d., penktadienis, 02:00",
            "Thursday 31 December, 20:00 – Friday 1 January 2027, 02:00",
        ),
        (  # the night that has an hour more
            vilnius(2026, 10, 25, 2),
            vilnius(2026, 10, 25, 4),
            "spalio 25 d., sekmadienis, 02:00–04:00",
            "Sunday 25 October, 02:00–04:00",
        ),
        (  # and its hour that comes twice
            vilnius(2026, 10, 25, 3, 30),
            vilnius(2026, 10, 25, 3, 30, fold=1),
            "spalio 25 d., sekmadienis, 03:30–03:30",
            "Sunday 25 October, 03:30–03:30",
        ),
        (  # the night that has an hour less: 02:30 and two hours are 05:30
            datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
            datetime(2026, 3, 29, 2, 30, tzinfo=UTC),
            "kovo 29 d., sekmadienis, 02:30–05:30",
            "Sunday 29 March, 02:30–05:30",
        ),
    ],
)
def test_period(start: datetime, end: datetime, lithuanian: str, english: str) -> None:
    """The hours of one day; both days over midnight; what the wall clock shows on DST days."""
    assert LT.period(start, end, now=NOW) == lithuanian
    assert EN.period(start, end, now=NOW) == english


def test_clock_follows_summer_and_winter() -> None:
    """The same hour of UTC is another one on the wall in July than in December."""
    assert LT.clock(datetime(2026, 7, 1, 7, tzinfo=UTC)) == "10:00"
    assert LT.clock(datetime(2026, 12, 1, 7, tzinfo=UTC)) == "09:00"
    assert LT.moment(vilnius(2026, 12, 5, 9, 5), now=NOW) == "gruodžio 5 d., šeštadienis, 09:05"


def test_brief() -> None:
    """In a list the weekday is short, and the year is said where it is another one."""
    winter, spring = vilnius(2026, 12, 4, 9), vilnius(2027, 3, 1, 16, 30)
    assert [LT.brief(winter, now=NOW), LT.brief(spring, now=NOW)] == [
        "gruodžio 4 d., pn 09:00",
        "2027 m. kovo 1 d., pr 16:30",
    ]
    assert [EN.brief(winter, now=NOW), EN.brief(spring, now=NOW)] == [
        "Fri 4 Dec, 09:00",
        "Mon 1 Mar 2027, 16:30",
    ]


@pytest.mark.parametrize(
    ("place", "lithuanian"),
    [
        (1, "1-a"), (2, "2-a"), (3, "3-ia"), (4, "4-a"), (10, "10-a"), (13, "13-a"),
        (23, "23-ia"), (33, "33-ia"), (103, "103-ia"), (113, "113-a"),
    ],
)  # fmt: skip
def test_nth(place: int, lithuanian: str) -> None:
    """Trečia, but trylikta; a plain number in English."""
    assert LT.nth(place) == lithuanian
    assert EN.nth(place) == str(place)


@pytest.mark.parametrize(
    ("amount", "lithuanian", "english"),
    [
        ("25", "25 €", "25 €"),
        ("25.00", "25 €", "25 €"),
        ("12.5", "12,50 €", "12.50 €"),
        ("0.05", "0,05 €", "0.05 €"),
        ("1250", "1250 €", "1250 €"),
    ],
)
def test_euros(amount: str, lithuanian: str, english: str) -> None:
    """Cents where there are any, with a comma in Lithuanian."""
    assert LT.euros(Decimal(amount)) == lithuanian
    assert EN.euros(Decimal(amount)) == english


def test_number() -> None:
    """Academic hours: no needless zeros."""
    assert [LT.number(hours) for hours in (6.0, 1.5, 40, 2.25)] == ["6", "1,5", "40", "2,25"]
    assert EN.number(1.5) == "1.5"


@pytest.mark.parametrize(
    ("length", "lithuanian", "english"),
    [
        (timedelta(hours=47), "2 dienos", "2 days"),
        (timedelta(hours=30), "30 valandų", "30 hours"),
        (timedelta(hours=2), "2 valandos", "2 hours"),
        (timedelta(hours=21), "21 valanda", "21 hours"),
        (timedelta(minutes=50), "50 minučių", "50 minutes"),
    ],
)
def test_span(length: timedelta, lithuanian: str, english: str) -> None:
    """The unit one would say, in its own plural."""
    assert LT.span(length) == lithuanian
    assert EN.span(length) == english


def test_deadline() -> None:
    """After „iki“ the weekday would need another case, so Lithuanian leaves it out."""
    until = vilnius(2026, 12, 5, 10, 0)
    assert LT.deadline(until, now=NOW) == "gruodžio 5 d. 10:00"
    assert LT.deadline(vilnius(2027, 1, 5, 9, 30), now=NOW) == "2027 m. sausio 5 d. 09:30"
    assert EN.deadline(until, now=NOW) == "Saturday 5 December, 10:00"


@pytest.mark.parametrize(
    ("given", "told"),
    [("šeima", "Šeima"), ("", ""), ("dI ir IT", "DI ir IT"), (Markup("š&lt;b"), Markup("Š&lt;b"))],
)
def test_a_line_begins_with_a_capital(given: str, told: str) -> None:
    """The rest keeps its letters, and what is escaped stays escaped."""
    assert (capitalised(given), type(capitalised(given))) == (told, type(told))


def test_a_sentence_marked_for_translation_stays_itself() -> None:
    """It is said only where the language is known."""
    assert _("Register") == "Register"
