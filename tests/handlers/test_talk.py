import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.refusals import RightNeeded, StaffOnly
from catalogue.people.rights import Right
from catalogue.people.tables import Role, StaffMember
from handlers.talk import Talk
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.talking import OWNER, a_talk


async def test_an_owner_of_the_house_is_staff_too(session: AsyncSession, talk: Talk) -> None:
    """They stand in the settings; a coordinator is staff and no owner, a teacher neither."""
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


async def test_a_right_is_asked_for_where_it_is_needed(session: AsyncSession) -> None:
    """At an event, at a centre, or anywhere; the same three people as a table."""
    event, other = an_event(), an_event()
    people = [a_person(telegram_id=OWNER), a_person(), a_person(), a_person()]
    await kept(session, event, other, *people)
    for person, centre_id in ((people[1], event.centre_id), (people[2], None)):
        await kept(
            session,
            StaffMember(person_id=person.id, role=Role.COORDINATOR, since=NOW, centre_id=centre_id),
        )
    asked = Right.PROGRAMME
    for person, at_event, at_other in zip(
        people, (True, True, True, False), (True, False, True, False), strict=True
    ):
        one = a_talk(session, person)
        for where, may in ((event, at_event), (other, at_other)):
            assert await one.may(asked, where) is may
            if may:
                await one.need(asked, where)
                await one.need_at(asked, where.centre_id)
                assert where.centre in await one.centres(asked)
                continue
            assert where.centre not in await one.centres(asked)
            with pytest.raises(StaffOnly):
                await one.need(asked, where)
            with pytest.raises(StaffOnly):
                await one.need_at(asked, where.centre_id)


async def test_staff_are_refused_otherwise_than_teachers(session: AsyncSession, talk: Talk) -> None:
    """It is a right that they lack, and it is said whom to ask."""
    observer = a_person()
    await kept(session, observer)
    await kept(session, StaffMember(person_id=observer.id, role=Role.OBSERVER, since=NOW))
    with pytest.raises(RightNeeded):
        await a_talk(session, observer).need(Right.ANNOUNCE)
    with pytest.raises(StaffOnly) as refused:
        await talk.need(Right.ANNOUNCE)
    assert type(refused.value) is StaffOnly


async def test_a_deed_is_noted_by_who_speaks(session: AsyncSession, talk: Talk) -> None:
    """At the moment of the turn."""
    event = an_event()
    await kept(session, event)
    talk.note(Deed.EVENT_CHANGED, event=event, changed={"seats": [1, 2]})
    noted = await session.scalar(select(JournalEntry))
    assert noted is not None
    assert (noted.person_id, noted.made_at, noted.centre_id, noted.facts) == (
        talk.person.id,
        NOW,
        event.centre_id,
        {"changed": {"seats": [1, 2]}},
    )


async def test_links_open_the_bot(talk: Talk) -> None:
    """With `/start` and what stands behind it."""
    assert talk.house.link("ev_V-1") == "https://t.me/kvieslys_bot?start=ev_V-1"
