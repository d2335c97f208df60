import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import OwnersOnly
from catalogue.people.tables import Role, StaffMember
from handlers.talk import Talk
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.talking import OWNER, a_talk


async def test_who_may_what(session: AsyncSession, talk: Talk) -> None:
    """An owner stands in the settings and is staff too; a coordinator is staff and no owner."""
    rasa, rita = a_person(telegram_id=OWNER), a_person()
    await kept(session, rasa, rita)
    await kept(
        session,
        StaffMember(person_id=rita.id, role=Role.COORDINATOR, since=NOW, centre_id=None),
    )
    rights = [
        (one.is_owner, await one.is_staff())
        for one in (a_talk(session, rasa), a_talk(session, rita), talk)
    ]
    assert rights == [(True, True), (False, True), (False, False)]
    a_talk(session, rasa).owners_only()
    with pytest.raises(OwnersOnly):
        a_talk(session, rita).owners_only()


async def test_staff_manage_the_events_of_their_centre(session: AsyncSession) -> None:
    """Their own centre's or, without one, every centre's; owners all, and teachers none."""
    event, other = an_event(), an_event()
    people = [a_person(telegram_id=OWNER), a_person(), a_person(), a_person()]
    await kept(session, event, other, *people)
    for person, centre_id in ((people[1], event.centre_id), (people[2], None)):
        await kept(
            session,
            StaffMember(person_id=person.id, role=Role.COORDINATOR, since=NOW, centre_id=centre_id),
        )
    rights = [
        [await a_talk(session, person).may_manage(one) for one in (event, other)]
        for person in people
    ]
    assert rights == [[True, True], [True, False], [True, True], [False, False]]


async def test_links_open_the_bot(talk: Talk) -> None:
    """With `/start` and what stands behind it."""
    assert talk.house.link("ev_V-1") == "https://t.me/kvieslys_bot?start=ev_V-1"
