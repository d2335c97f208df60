from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.tables import Status
from catalogue.registrations.tables import State
from handlers.answering import Step
from tests.factories import NOW, an_event, kept
from tests.handlers.answering.programme import LINK, Ask, found, registered

TOLD = [
    ("Kada?", "Renginys vyks: lapkričio 30 d., pirmadienis, 14:00–17:00"),
    ("Nuotoliniu ar gyvai?", "Renginys vyks nuotoliu."),
    ("Kiek kainuoja?", "Dalyvio mokestis – 25 €."),
    ("Kiek akad. val. bus?", "Trukmė – 6 akad. val.\nIšduodamas pažymėjimas."),
    ("Ar duosit pažymėjimą?", "Išduodamas pažymėjimas."),
    ("Ar liko vietų?", "Laisvos 2 vietos iš 2."),
    ("Iki kada registracija?", "Registruotis galima iki: lapkričio 28 d."),
    ("Kas lektorius?", "Lektorius: Jonas Pavyzdys"),
    ("Kas koordinuoja, koks telefonas?", "Rūta Pavyzdienė\nKontaktai: +370 600 00000"),
    (
        "Ar bus skaidrės?",
        "Skaidrių ar įrašų čia kol kas nėra, o ką atsinešti, programoje nerašoma.",
    ),
    ("Reikia sąskaitos mokyklai", "Dėl sąskaitos ar apmokėjimo iš mokyklos lėšų"),
]


UNTOLD = [
    ("Kas lektorius?", "Lektorius programoje nenurodytas."),
    ("Kiek kainuoja?", "Kaina programoje nenurodyta."),
    ("Kiek akad. val. bus?", "Akademinių valandų skaičius programoje nenurodytas."),
    ("Ar duosit pažymėjimą?", "Programoje nenurodyta, ar išduodamas pažymėjimas."),
    ("Kas koordinatorius?", "Koordinatorius programoje nenurodytas."),
    ("Ar liko vietų?", "Vietų skaičius neribojamas."),
]


async def test_a_fact_is_told_of_the_event_last_shown(ask: Ask, session: AsyncSession) -> None:
    """One plain sentence first, then which event it is about."""
    shown = await found(session, "DI")
    for question, says in TOLD:
        told = await ask(question, shown=shown)
        assert says in told.plain
        assert told.plain.splitlines()[-2] == "Dirbtinis intelektas pamokoje"
        assert (told.verdict, told.codes, told.step) == ("found", ("DI",), Step.EVENT)


async def test_what_the_programme_does_not_say_is_not_invented(
    ask: Ask, session: AsyncSession
) -> None:
    """An unknown price is not free, an unknown lecturer has no name."""
    shown = await found(session, "ITR")
    for question, says in UNTOLD:
        assert says in (await ask(question, shown=shown)).plain


async def test_another_theme_is_not_answered_of_the_shown_event(
    ask: Ask, session: AsyncSession
) -> None:
    """Whoever asks for pottery is told there is none, and what the date in sight is of."""
    told = await ask("Kada bus keramikos kursai?", shown=await found(session, "DI"))
    assert told.verdict == "unsure"
    assert "Apie renginį „Dirbtinis intelektas pamokoje“" in told.plain
    assert "nieko tokio neradau" in told.plain


async def test_a_cancelled_event_answers_nothing_else(ask: Ask, session: AsyncSession) -> None:
    """Its hour and its price would mislead."""
    event = await found(session, "DI")
    event.status = Status.CANCELLED
    told = await ask("Kiek kainuoja?", shown=event)
    assert "Renginys atšauktas." in told.plain
    assert "25" not in told.plain.splitlines()[0]


@pytest.mark.parametrize(
    ("state", "is_told"),
    [(State.CONFIRMED, True), (State.PENDING, False), (State.WAITING, False),
     (State.CANCELLED, False), (None, False)],
)  # fmt: skip
async def test_the_link_is_for_those_confirmed(
    ask: Ask, session: AsyncSession, state: State | None, *, is_told: bool
) -> None:
    """In no other state, and to nobody without a person."""
    shown = await found(session, "DI")
    person = await registered(session, "DI", state) if state else None
    for question in ("Kur Zoom nuoroda?", "Where is the link?", "Kur dirbtinio intelekto nuoroda?"):
        told = await ask(question, shown=shown, person=person)
        assert (LINK in told.text) == is_told


async def test_until_when_one_can_cancel_is_no_date_of_registering(
    ask: Ask, session: AsyncSession
) -> None:
    """The two ends are different days, and after the start there is neither."""
    event = await found(session, "DI")
    question = "Iki kada galiu atsisakyti?"
    assert (await ask(question, shown=event)).plain.startswith(
        "Atsisakyti galima iki: lapkričio 30 d."
    )
    event.cancel_until = NOW - timedelta(days=1)
    assert "Atsisakyti buvo galima iki: lapkričio 21 d." in (await ask(question, shown=event)).plain
    event.starts_at = NOW - timedelta(hours=1)
    assert "nebegalima" in (await ask(question, shown=event)).plain


async def test_several_are_told_in_few_words_under_their_numbers(
    ask: Ask, session: AsyncSession
) -> None:
    """No line of an invoice under each, and the numbers are those on the screen."""
    codes = ("DI", "OL", "ITR", "KONF", "PRAD", "LOGO", "AKORD")
    listed = [await found(session, code) for code in codes]
    told = await ask("Kiek kainuoja?", listed=listed)
    assert told.codes == codes[2:]
    assert told.plain.splitlines()[2] == "3. Įtraukiojo ugdymo praktika"
    assert (told.first, len(told.listed), "sąskait" in told.plain) == (3, 7, False)
    assert (
        "gruodžio 8 d., antradienis, 14:00\nRenginys"
        not in (await ask("Kada?", listed=listed)).plain
    )


async def test_a_title_that_says_it_comes_before_one_that_is_alike(
    ask: Ask, session: AsyncSession
) -> None:
    """A synonym is found too, but is not what was named."""
    await kept(session, an_event(code="STR", title_lt="Streso valdymas"),
               an_event(code="PER", title_lt="Perdegimo prevencija"))  # fmt: skip
    assert (await ask("Kas veda streso valdymą?")).codes == ("STR",)


async def test_what_to_bring_is_of_no_interest_afterwards(ask: Ask, session: AsyncSession) -> None:
    """Slides are asked for all the same."""
    over = an_event(title_lt="Praėjęs", starts=NOW - timedelta(days=1))
    await kept(session, over)
    told = await ask("Ar bus skaidrės?", shown=over)
    assert "Skaidrių ar įrašų čia kol kas nėra. Kai organizatorius" in told.plain
