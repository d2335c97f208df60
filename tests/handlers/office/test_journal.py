import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.rules import note
from catalogue.journal.tables import Deed, Kind
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from catalogue.registrations.refusals import EventGone
from handlers.office import journal
from handlers.office.callbacks.staff import Journal, Narrow
from handlers.talk import Talk
from tests.factories import NOW, a_centre, a_person, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, texts, written


@pytest.fixture
async def event(session: AsyncSession) -> Event:
    event = an_event(title_lt="Vertinimas")
    await kept(session, event)
    return event


@pytest.fixture
async def rita(session: AsyncSession, event: Event) -> Talk:
    """A coordinator who has made the event and changed its seats."""
    rita = await employed(session, Role.COORDINATOR, event.centre)
    note(session, Deed.EVENT_MADE, by=rita.person, now=NOW, event=event)
    note(
        session,
        Deed.EVENT_CHANGED,
        by=rita.person,
        now=NOW,
        event=event,
        changed={"seats": [20, 25]},
    )
    await session.flush()
    return rita


async def test_the_journal_is_of_ones_own_centres(rita: Talk, event: Event) -> None:
    """The newest first, another centre's never."""
    other = an_event()
    stranger = a_person(name="Jonas Jonaitis")
    await kept(rita.session, other, stranger)
    note(rita.session, Deed.EVENT_MADE, by=stranger, now=NOW, event=other)
    said = await journal.show(written("/zurnalas"), rita)
    assert texts(said)[0].split("\n") == [
        "<b>Žurnalas</b>",
        "",
        "<b>lapkričio 22 d., sekmadienis</b>",
        "Rita Ritaitė, 10:00: pakeitė vietų skaičių 20 → 25, „Vertinimas“",
        "Rita Ritaitė, 10:00: sukūrė renginį „Vertinimas“",
    ]
    assert buttons(said) == ["Pagal žmogų", "Pagal renginį", "Pagal rūšį"]
    for sought in (Journal(event=other.id), Journal(ask=Narrow.PERSON, event=other.id)):
        work = journal.turn_page if sought.ask is Narrow.NOT else journal.narrow
        with pytest.raises(RightNeeded):
            await work(pressed(), sought, rita)
    said = await journal.turn_page(pressed(), Journal(person=stranger.id), rita)
    assert "Jonas" not in texts(said)[0]
    with pytest.raises(EventGone):
        await journal.turn_page(pressed(), Journal(event=404), rita)


@pytest.mark.parametrize(
    ("ask", "question", "choice"),
    [
        (Narrow.PERSON, "Kieno veiksmai?", "Rita Ritaitė"),
        (Narrow.EVENT, "Kurio renginio?", "12-02 Vertinimas"),
        (Narrow.KIND, "Kokie veiksmai?", "renginiai ir kalendorius"),
    ],
)
async def test_it_is_narrowed_by_what_has_happened(
    rita: Talk, ask: Narrow, question: str, choice: str
) -> None:
    """Only what there is can be chosen, and it stands above the page."""
    said = await journal.narrow(pressed(), Journal(ask=ask), rita)
    assert texts(said) == [question]
    assert buttons(said) == [choice, "Atgal"]


async def test_what_it_is_narrowed_by_stands_above(rita: Talk, event: Event) -> None:
    """All at once, with a way back to everything."""
    sought = Journal(person=rita.person.id, event=event.id, kind=Kind.PROGRAMME)
    said = await journal.turn_page(pressed(), sought, rita)
    assert texts(said)[0].startswith(
        "<b>Žurnalas</b>: Rita Ritaitė, Vertinimas, renginiai ir kalendorius"
    )
    assert buttons(said)[-1] == "Viskas"
    empty = sought.model_copy(update={"kind": Kind.STAFF})
    said = await journal.turn_page(pressed(), empty, rita)
    assert "Čia dar nieko neužrašyta." in texts(said)[0]


async def test_it_has_pages(rita: Talk, event: Event) -> None:
    """A page forth and back, keeping what it is narrowed by."""
    for _ in range(9):
        note(rita.session, Deed.EVENT_PUBLISHED, by=rita.person, now=NOW, event=event)
    said = await journal.turn_page(pressed(), Journal(event=event.id), rita)
    assert buttons(said)[0] == "Daugiau"
    said = await journal.turn_page(pressed(), Journal(event=event.id, page=1), rita)
    assert "sukūrė renginį" in texts(said)[0]
    assert buttons(said)[0] == "Atgal"


async def test_where_nothing_was_done_there_is_nothing_to_narrow(session: AsyncSession) -> None:
    """No buttons that lead nowhere."""
    centre = a_centre()
    await kept(session, centre)
    talk = await employed(session, Role.COORDINATOR, centre)
    said = await journal.show(written("/zurnalas"), talk)
    assert "Čia dar nieko neužrašyta." in texts(said)[0]
    assert buttons(said) == []
