"""A new event, step by step."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing import creating
from catalogue.editing.creating import Step
from catalogue.people.tables import Person
from catalogue.privacy.forgetting import forget
from catalogue.programme.refused import Reason, WrongCell
from catalogue.programme.tables import NewEvent, Status
from tests.factories import NOW, VILNIUS, a_centre, a_person, an_event, kept


@pytest.fixture
async def rasa(session: AsyncSession) -> Person:
    person = a_person()
    await kept(session, person)
    return person


async def begun(session: AsyncSession, person: Person, **answers: str) -> NewEvent:
    """With these answers in the order in which they are asked for."""
    new = await creating.begin(session, person, centre_id=None, asks=False, now=NOW)
    for step in Step:
        if step.value in answers:
            new.step = step.value
            creating.put(new, answers[step.value], VILNIUS)
    return new


@pytest.mark.parametrize(
    ("mode", "left_out"),
    [
        ("onsite", {Step.LINK}),
        ("online", {Step.CITY, Step.PLACE}),
        ("hybrid", set()),
        ("", set()),
    ],
)
def test_only_what_is_needed_is_asked(mode: str, left_out: set[Step]) -> None:
    """Whoever takes part online needs no room."""
    assert set(Step) - set(creating.asked({"mode": mode})) == left_out | {Step.CENTRE}


async def test_forth_and_back(session: AsyncSession, rasa: Person) -> None:
    """What was said stays, also when one goes back; before the first there is nothing."""
    new = await creating.begin(session, rasa, centre_id=None, asks=True, now=NOW)
    assert (new.step, creating.go_on(new)) == (Step.CENTRE, Step.TITLE)
    assert creating.go_back(new) is None
    assert creating.put(new, "Vertinimas", VILNIUS) is Step.FORM
    assert creating.go_back(new) is Step.TITLE
    assert new.cells == {"title_lt": "Vertinimas"}
    new.step = Step.HOURS
    assert creating.go_on(new) is None


@pytest.mark.parametrize(
    ("step", "text", "reason"),
    [
        (Step.TITLE, " ", Reason.MISSING),
        (Step.WHEN, "kada nors", Reason.NOT_A_DATE),
        (Step.WHEN, "2026-12-05 10:00\ngruodžio 6 d. 10:00", Reason.NO_YEAR),
        (Step.WHEN, "", Reason.MISSING),
        (Step.MODE, "kosmose", Reason.UNKNOWN_WORD),
        (Step.SEATS, "daug", Reason.NOT_A_NUMBER),
    ],
)
async def test_what_a_file_would_not_say_is_refused(
    session: AsyncSession, rasa: Person, step: Step, text: str, reason: Reason
) -> None:
    """And the same is asked again."""
    new = await creating.begin(session, rasa, centre_id=None, asks=False, now=NOW)
    new.step = step
    with pytest.raises(WrongCell) as wrong:
        creating.put(new, text, VILNIUS)
    assert (wrong.value.reason, new.step, new.cells) == (reason, step, {})


async def test_a_draft_comes_of_it(session: AsyncSession, rasa: Person) -> None:
    """With all meetings and a code of its own, though the same is in the programme already."""
    centre = a_centre()
    await kept(session, centre)
    said = {
        "title_lt": "Vertinimas", "start": "2026-12-12 14:00\n\n2026-12-05 14:00–16:30",
        "mode": "nuotolinis", "audience": "logopedai; psichologai", "hours": "6", "price_eur": "0",
    }  # fmt: skip
    codes = set()
    for _ in range(2):
        new = await begun(session, rasa, **said)
        event = await creating.make(session, new, centre=centre, now=NOW, zone=VILNIUS)
        codes.add(event.code)
    assert len(codes) == 2
    assert (event.status, event.centre_id, event.mode) == (Status.DRAFT, centre.id, "online")
    assert [one.starts_at.day for one in event.sessions] == [5, 12]
    assert (event.audience, event.hours) == (["logopedai", "psichologai"], 6)
    assert await creating.of_person(session, rasa) is None


async def test_the_same_start_twice_is_refused(session: AsyncSession, rasa: Person) -> None:
    """As in a file."""
    new = await begun(session, rasa, title_lt="A", start="2026-12-05 14:00\n2026-12-05 14:00")
    with pytest.raises(WrongCell) as wrong:
        await creating.make(session, new, centre=None, now=NOW, zone=VILNIUS)
    assert wrong.value.reason is Reason.TWICE


async def test_there_is_one_a_person(session: AsyncSession, rasa: Person) -> None:
    """The newer takes the place of the older; whoever is forgotten leaves none."""
    await begun(session, rasa, title_lt="Senas")
    await begun(session, rasa, title_lt="Naujas")
    found = await creating.of_person(session, rasa)
    assert found is not None
    assert found.cells == {"title_lt": "Naujas"}
    await forget(session, person=rasa, now=NOW)
    session.expunge_all()
    assert await creating.of_person(session, rasa) is None


async def test_a_code_that_is_taken_gets_a_number(session: AsyncSession) -> None:
    """Within what a link can carry."""
    await kept(session, an_event(code="a" * 40), an_event(code="b"), an_event(code="b-2"))
    assert await creating.free_code(session, "c") == "c"
    assert await creating.free_code(session, "b") == "b-3"
    assert await creating.free_code(session, "a" * 40) == "a" * 35 + "-2"
