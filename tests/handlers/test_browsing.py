from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from catalogue.programme.tables import Mode
from handlers import browsing
from handlers.browsing import CHOICES_PER_PAGE, PER_PAGE
from handlers.callbacks.menu import Menu
from handlers.callbacks.programme import Browse, Choosing, Filters
from handlers.talk import Talk
from tests.factories import an_event, kept
from tests.handlers.talking import buttons, data, pressed, rewritten, texts, written

DECEMBER = datetime(2026, 12, 10, 10, tzinfo=ZoneInfo("Europe/Vilnius"))


async def put(talk: Talk, count: int = 1, **facts: Any) -> None:
    """So many events in December, an hour after one another."""
    for n in range(count):
        plain: dict[str, Any] = {"title_lt": f"Nr. {n}", "starts": DECEMBER + timedelta(hours=n)}
        await kept(talk.session, an_event(**plain | facts))


async def test_the_command_and_the_door_show_the_same(talk: Talk) -> None:
    """A page of the nearest month, with the ways on."""
    await put(talk, PER_PAGE + 1)
    await put(talk, title_lt="Sausis", starts=DECEMBER + timedelta(days=31))
    said = await browsing.programme(written("/renginiai"), talk)
    assert said == await browsing.door(pressed(Menu(door="events")), talk)
    assert texts(said)[0].startswith(f"<b>2026 m. gruodis</b> · {PER_PAGE + 1} renginiai\n\n1. ")
    assert buttons(said) == [
        *[f"{n + 1}. Nr. {n}" for n in range(PER_PAGE)],
        "2 psl. ›",
        "Sausis ›",
        "Filtrai",
    ]


async def test_a_later_page_goes_on_counting(talk: Talk) -> None:
    """In the same message, with the way back."""
    await put(talk, PER_PAGE + 1)
    said = await browsing.turn_page(pressed(), Browse(month=2612, page=1), talk)
    assert rewritten(said) == [77]
    assert buttons(said) == [f"{PER_PAGE + 1}. Nr. {PER_PAGE}", "‹ 1 psl.", "Filtrai"]


@pytest.mark.parametrize("month", [0, 1, 2613, 2600, 9999])
async def test_a_month_that_is_none_is_the_first(talk: Talk, month: int) -> None:
    """An impossible number in a button is no error."""
    await put(talk)
    said = await browsing.turn_page(pressed(), Browse(month=month, page=7), talk)
    assert texts(said)[0].startswith("<b>2026 m. gruodis</b> · 1 renginys")


async def test_months_lead_over_the_new_year_and_keep_the_filters(talk: Talk) -> None:
    """Backwards and forwards, each way carrying what was chosen."""
    for starts in (DECEMBER, DECEMBER + timedelta(days=31), DECEMBER + timedelta(days=62)):
        await put(talk, starts=starts, price_eur=Decimal(0))
    said = await browsing.turn_page(pressed(), Browse(month=2701, free=True), talk)
    assert data(said, "‹ Gruodis") == Browse(month=2612, free=True).pack()
    assert data(said, "Vasaris ›") == Browse(month=2702, free=True).pack()
    assert data(said, "Filtrai") == Filters(month=2701, free=True).pack()
    assert data(said, "Valyti") == Browse(month=2701).pack()


async def test_what_is_full_says_so(talk: Talk) -> None:
    """The list itself tells what is scarce."""
    await put(talk, seats=0)
    assert texts(await browsing.programme(written(), talk))[0].endswith(" · vietų nebėra")


async def test_nothing_there_and_nothing_that_fits(talk: Talk) -> None:
    """An empty programme is said to be empty; too many filters can be cleared."""
    empty = await browsing.programme(written(), talk)
    assert texts(empty) == ["Būsimų renginių programoje dar nėra. Užsukite vėliau."]
    await put(talk)
    said = await browsing.turn_page(pressed(), Browse(mode="online", free=True), talk)
    assert texts(said) == [
        "Tokių būsimų renginių nėra: Nuotoliu · Nemokami. Pabandykite su mažiau filtrų."
    ]
    assert buttons(said) == ["Filtrai", "Valyti filtrus"]


async def test_filters_are_switches(talk: Talk) -> None:
    """What is on has a tick and goes off with the next press."""
    off = await browsing.choose_filters(pressed(), Filters(), talk)
    assert buttons(off) == [
        "Nuotoliu", "Vietoje", "Nemokami", "Yra laisvų vietų", "Miestas", "Kam skirta",
        "Rodyti renginius",
    ]  # fmt: skip
    assert data(off, "Nuotoliu") == Filters(mode="online").pack()
    on = await browsing.choose_filters(pressed(), Filters(mode="online", seats=True), talk)
    assert buttons(on)[:4] == ["✓ Nuotoliu", "Vietoje", "Nemokami", "✓ Yra laisvų vietų"]
    assert data(on, "Nuotoliu") == Filters(seats=True).pack()
    assert data(on, "Vietoje") == Filters(mode="onsite", seats=True).pack()
    assert buttons(on)[-1] == "Valyti filtrus"


@pytest.mark.parametrize(
    ("ask", "field", "question"),
    [
        (Choosing.CITY, "city", "Kuriame mieste?"),
        (Choosing.AUDIENCE, "audience", "Kam skirti renginiai?"),
    ],
)
async def test_choosing_a_value(talk: Talk, ask: Choosing, field: str, question: str) -> None:
    """A page of values with a capital letter; the choice goes back to the filters."""
    names = [f"reikšmė {n:02}" for n in range(CHOICES_PER_PAGE + 1)]
    for name in names:
        facts: dict[str, Any] = {field: [name] if field == "audience" else name}
        await put(talk, **facts)
    said = await browsing.choose_filters(pressed(), Filters(free=True, ask=ask), talk)
    assert texts(said) == [question]
    assert buttons(said) == [
        *[name.capitalize() for name in names[:CHOICES_PER_PAGE]], "›", "Nesvarbu"
    ]  # fmt: skip
    chosen = Filters(free=True, **{field: browsing.mark(names[0])})
    assert data(said, "Reikšmė 00") == chosen.pack()
    last = await browsing.choose_filters(pressed(), Filters(ask=ask, page=1), talk)
    assert buttons(last) == [f"Reikšmė {CHOICES_PER_PAGE}", "‹", "Nesvarbu"]
    back = await browsing.choose_filters(pressed(), chosen, talk)
    assert texts(back) == ["<b>Filtrai</b>\nPasirinkta: Nemokami · " + names[0]]


async def test_a_value_that_is_gone_is_left_open(talk: Talk) -> None:
    """A button with a town nobody comes to any more shows the whole programme."""
    await put(talk, mode=Mode.ONLINE)
    said = await browsing.turn_page(pressed(), Browse(city=browsing.mark("Kuršėnai")), talk)
    assert "1 renginys" in texts(said)[0]


def test_mark_is_short_and_steady() -> None:
    """Eight signs for the longest name, the same in every process; nothing for nothing."""
    assert browsing.mark("Kaunas") == "db4dc915"
    assert len(browsing.mark("pradinių klasių mokytojai " * 9)) == 8
    assert browsing.mark("") == ""
