"""A file sent to the chat, and the presses below what it would do."""

from typing import Any

import pytest
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Document, Message
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.intake.tables import Intake, IntakeState, Outcome, Standing
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from handlers.forms import Form
from handlers.office import intake
from handlers.office.callbacks.intake import IntakeCard, Intaken, IntakeStep, Look
from handlers.replies import Errand
from handlers.talk import Talk
from tests.catalogue.intake.made_up import a_row, an_intake
from tests.factories import a_centre, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, each, pressed, texts, written
from tests.handlers.test_router import hear


def a_file(size: int | None = 1000, name: str = "planas.xlsx") -> Message:
    document = Document(file_id="F", file_unique_id="u", file_name=name, file_size=size)
    return written(document=document)


async def rita(session: AsyncSession) -> tuple[Talk, Event]:
    """The coordinator of one centre, and an event of it."""
    event = an_event(title_lt="Vertinimas", code="V-1", centre=a_centre(name="Kauno centras"))
    await kept(session, event)
    return await employed(session, Role.COORDINATOR, event.centre), event


async def waiting(talk: Talk, event: Event, **facts: Any) -> Intake:
    """Two new events and one that would be moved."""
    made = an_intake(talk.person, **facts)
    await kept(talk.session, made)
    fields = [["place", "", "Aula"], ["seats", 20, 25]]
    changed = {"outcome": Outcome.CHANGED, "event_id": event.id, "fields": fields}
    await kept(
        talk.session,
        a_row(made, event.centre, 0),
        a_row(made, event.centre, 1),
        a_row(made, event.centre, 2, **changed),
    )
    return made


async def act(talk: Talk, made: Intake, step: IntakeStep) -> Any:
    return await intake.act(pressed(), Intaken(intake=made.id, step=step), talk)


async def look(talk: Talk, made: Intake, *, changed: bool = False, **facts: Any) -> Any:
    data = IntakeCard(intake=made.id, changed=changed, **facts)
    return await intake.look(pressed(), data, talk)


async def test_a_file_is_left_to_a_job(session: AsyncSession) -> None:
    """With where its sender may take in; an owner of the house may make centres."""
    talk, event = await rita(session)
    errand = await intake.sent(a_file(), talk)
    assert isinstance(errand, Errand)
    assert (errand.kind, errand.facts) == (
        intake.READ,
        {
            "file": "F",
            "name": "planas.xlsx",
            "person": talk.person.id,
            "centres": [event.centre_id],
            "founds": False,
            "keeps": True,
            "rolls": [[event.centre_id], []],
        },
    )
    owner = await intake.sent(a_file(size=None), await an_owner_of_the_house(session))
    assert isinstance(owner, Errand)
    assert (owner.facts["centres"], owner.facts["founds"]) == (None, True)


@pytest.mark.parametrize(
    ("size", "why"), [(20 * 2**20 + 1, "daugiausia 20 MB"), (0, "Failas tuščias")]
)
async def test_the_size_is_looked_at_before_anything_is_fetched(
    session: AsyncSession, size: int, why: str
) -> None:
    """Telegram says it with the file."""
    talk, _ = await rita(session)
    (said,) = texts(await intake.sent(a_file(size), talk))
    assert "„planas.xlsx“ perskaityti nepavyko" in said
    assert why in said


async def test_a_file_of_anybody_else_is_not_for_us(talk: Talk, sqlite_database: Database) -> None:
    """Others are asked; and in the middle of a form it is no import either."""
    with pytest.raises(SkipHandler):
        await intake.sent(a_file(), talk)
    rita_talk, _ = await rita(talk.session)
    await rita_talk.state.set_state(Form.holidays)
    said = await hear_file(rita_talk)
    assert not [one for one in said if isinstance(one, Errand)]


async def hear_file(talk: Talk) -> list[Any]:
    from aiogram.types import Update

    return each(await hear(talk, Update(update_id=1, message=a_file())))


async def test_events_are_looked_through(session: AsyncSession) -> None:
    """One a page, to and fro; one of them is left out, and taken after all."""
    talk, event = await rita(session)
    made = await waiting(talk, event)
    (said,) = texts(first := await look(talk, made))
    assert "Naujas renginys: 1 iš 2" in said
    assert "Naujas 0" in said
    assert buttons(first) == ["▶", "Neimti šio", "Į santrauką"]
    second = await look(talk, made, page=1, deed=Look.LEAVE_OUT)
    assert "Atidėtas" in texts(second)[0]
    assert buttons(second) == ["◀", "Imti šį", "Į santrauką"]
    assert "2 iš 2" in texts(await look(talk, made, page=9))[0]
    (said,) = texts(await act(talk, made, IntakeStep.SUMMARY))
    assert "Jūsų atidėti: 1" in said
    assert "Atidėtas" not in texts(await look(talk, made, page=1, deed=Look.TAKE))[0]
    (said,) = texts(await look(talk, made, changed=True))
    assert "Vieta:</b> – → Aula" in said
    assert "Vietų skaičius:</b> 20 → 25" in said


async def test_the_summary_offers_what_there_is(session: AsyncSession) -> None:
    """Only what can be done now."""
    talk, event = await rita(session)
    full = await act(talk, await waiting(talk, event), IntakeStep.SUMMARY)
    assert buttons(full) == [
        "Peržiūrėti naujus (2)",
        "Peržiūrėti pakeitimus (1)",
        "Įkelti",
        "Kaip juodraščius",
        "Mesti",
    ]
    empty = an_intake(talk.person)
    await kept(session, empty)
    assert buttons(await act(talk, empty, IntakeStep.SUMMARY)) == ["Mesti"]
    assert buttons(await look(talk, empty)) == ["Mesti"]


async def test_it_is_taken_in_once(session: AsyncSession) -> None:
    """The second press hears that it is under way."""
    talk, event = await rita(session)
    made = await waiting(talk, event)
    errand = await act(talk, made, IntakeStep.DRAFTS)
    assert isinstance(errand, Errand)
    assert (errand.kind, errand.facts, made.as_drafts) == (intake.TAKE, {"intake": made.id}, True)
    (said,) = texts(await act(talk, made, IntakeStep.TAKE))
    assert "jau keliamas" in said
    assert "jau baigta" in texts(await look(talk, made))[0]
    assert "jau baigta" in texts(await act(talk, made, IntakeStep.DROP))[0]


async def test_it_is_thrown_away(session: AsyncSession) -> None:
    """Nothing is left to look at, and it cannot be taken in any more."""
    talk, event = await rita(session)
    made = await waiting(talk, event)
    assert "Niekas neįrašyta" in texts(await act(talk, made, IntakeStep.DROP))[0]
    assert made.state is IntakeState.DROPPED
    assert "jau baigta" in texts(await act(talk, made, IntakeStep.TAKE))[0]


async def test_undoing_is_asked_once(session: AsyncSession) -> None:
    """It says what will be undone; the press leaves it to a job."""
    talk, event = await rita(session)
    made = await waiting(talk, event, state=IntakeState.TAKEN)
    await kept(session, a_row(made, event.centre, 3, standing=Standing.TAKEN))
    asked = await act(talk, made, IntakeStep.UNDO)
    assert "pašalinta: 1; grąžinta, kokie buvo: 0" in texts(asked)[0]
    assert buttons(asked) == ["Taip, atšaukti", "Atgal"]
    assert buttons(await act(talk, made, IntakeStep.SUMMARY)) == ["Atšaukti visą įkėlimą"]
    errand = await act(talk, made, IntakeStep.REALLY_UNDO)
    assert isinstance(errand, Errand)
    assert (errand.kind, made.state) == (intake.UNDO, IntakeState.UNDOING)
    assert "jau baigta" in texts(await act(talk, made, IntakeStep.REALLY_UNDO))[0]
    assert "jau baigta" in texts(await act(talk, made, IntakeStep.UNDO))[0]


async def test_new_centres_are_an_owners_business(session: AsyncSession) -> None:
    """Whoever was one when the file came must still be one at the press; others' files are none."""
    talk, event = await rita(session)
    made = await waiting(talk, event)
    await kept(session, a_row(made, None, 3))
    with pytest.raises(RightNeeded):
        await act(talk, made, IntakeStep.TAKE)
    other = await employed(session, Role.COORDINATOR, event.centre)
    assert "jau baigta" in texts(await act(other, made, IntakeStep.TAKE))[0]


async def test_how_to_send_a_file(session: AsyncSession) -> None:
    """In three lines, with a file to fill in."""
    talk, _ = await rita(session)
    said = await intake.how_to(written("/importas"), talk)
    assert len(texts(said)[0].splitlines()) == 4
    assert buttons(said) == ["Failas su antraštėmis"]
    errand = await intake.sample(pressed(), talk)
    assert isinstance(errand, Errand)
    assert errand.kind == intake.HEADINGS
