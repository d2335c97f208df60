"""/patirtis, as teachers read it."""

from typing import Any

import pytest
from aiogram.filters import CommandObject

from catalogue.people.tables import Person
from catalogue.practice.tables import Consent, Standing
from handlers import bank
from handlers.browsing import mark
from handlers.callbacks.practice import Practice, PracticeAsk
from handlers.forms import Form
from handlers.talk import Talk
from tests.catalogue.practice.made_up import an_example
from tests.factories import an_event, kept
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, pressed, texts, written

PATIRTIS = CommandObject(command="patirtis")


@pytest.fixture
async def examples(talk: Talk) -> dict[str, int]:
    """Four about assessment in mathematics, one about autism, one that waits; by title."""
    found: dict[str, int] = {}
    for title, subjects, count in (
        ("Vertinimas", [" Matematika"], 4),
        ("Autizmas", ["matematika", "dailė"], 1),
    ):
        event = an_event(title_lt=title, subjects=subjects)
        await kept(talk.session, event)
        found[title] = event.id
        author: Person = talk.person
        facts: dict[str, Any] = {"standing": Standing.APPROVED, "consent": Consent.NAMELESS}
        await kept(
            talk.session,
            *[
                an_example(event, author, words=f"{title} {number}", **facts)
                for number in range(1, count + 1)
            ],
            an_example(event, author, words="Slaptas"),
        )
    return found


async def read(talk: Talk, view: Practice) -> tuple[str, list[str]]:
    said = await bank.turn_page(pressed(), view, talk)
    return texts(said)[0], buttons(said)


async def test_of_nothing(talk: Talk) -> None:
    """It says how examples come there, and leads on."""
    said = await bank.begin(written(), PATIRTIS, talk)
    assert "Pavyzdžių čia dar nėra" in texts(said)[0]
    assert buttons(said) == ["Renginiai", "Mano renginiai", "Klausti"]


async def test_pages_the_newest_first(talk: Talk, examples: dict[str, int]) -> None:
    """Three a page; what waits is not there; whoever has given some has a door to their own."""
    said = await bank.begin(written(), PATIRTIS, talk)
    assert "1. Autizmas 1" in texts(said)[0]
    assert "Slaptas" not in texts(said)[0]
    assert buttons(said) == ["Daugiau", "Ieškoti temos", "Pagal dalyką", "Mano pavyzdžiai"]
    text, _ = await read(talk, Practice(page=1))
    assert ("4. Vertinimas 2" in text, "5. Vertinimas 1" in text) == (True, True)


async def test_by_subject_and_of_one_event(talk: Talk, examples: dict[str, int]) -> None:
    """A subject is one however its events write it."""
    chosen = await bank.choose_subject(pressed(), Practice(ask=PracticeAsk.SUBJECT), talk)
    assert buttons(chosen) == ["dailė", "matematika", "Visi pavyzdžiai"]
    text, doors = await read(talk, Practice(subject=mark("dailė")))
    assert ("Dalykas: dailė" in text, "Autizmas 1" in text) == (True, True)
    assert "Vertinimas" not in text
    assert "Visi pavyzdžiai" in doors
    text, doors = await read(talk, Practice(event=examples["Vertinimas"]))
    assert "<b>Kaip pritaikė kiti</b>: „Vertinimas“" in text
    assert "Autizmas" not in text
    assert "Renginys" in doors


async def test_by_theme(talk: Talk, examples: dict[str, int]) -> None:
    """Behind the command, or when asked; pages stay of the same theme."""
    said = await bank.begin(written(), CommandObject(command="patirtis", args=" vertinimų "), talk)
    assert "Tema: vertinimų" in texts(said)[0]
    assert "Autizmas" not in texts(said)[0]
    text, _ = await read(talk, Practice(searched=True, page=1))
    assert "4. " in text
    await bank.ask_theme(pressed(), Practice(ask=PracticeAsk.THEME), talk)
    assert await talk.state.get_state() == Form.practice_theme.state
    found = await bank.theme_given(written("autistai"), talk)
    assert "Autizmas 1" in texts(found)[0]
    nothing = await bank.begin(written(), CommandObject(command="patirtis", args="šachmatai"), talk)
    assert "Tokio pavyzdžio dar nėra" in texts(nothing)[0]


async def test_staff_have_doors_to_decide(talk: Talk, examples: dict[str, int]) -> None:
    """To each that is shown, and to those that wait."""
    rasa = await an_owner_of_the_house(talk.session)
    said = await bank.begin(written(), PATIRTIS, rasa)
    assert buttons(said)[1:4] == ["Tvarkyti: 1", "Tvarkyti: 2", "Tvarkyti: 3"]
    assert buttons(said)[-1] == "Laukia sprendimo (2)"
