import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import OwnersOnly
from catalogue.people.tables import Role, StaffMember
from handlers.replies import Recipe
from handlers.talk import Talk
from tests.factories import NOW, a_person, kept
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


@pytest.mark.parametrize(
    ("chosen", "client", "language"),
    [(None, "lt", "lt"), (None, "de", "en"), ("en", "lt", "en"), (None, "", "lt")],
)
async def test_tell_speaks_the_language_of_the_other(
    talk: Talk, chosen: str | None, client: str, language: str
) -> None:
    """Not that of the one whose press it came from."""
    other = a_person(telegram_id=5, language=chosen, client_language=client)
    assert talk.tell(other, kind="moved_up", key="1") == [
        Recipe(chat_id=5, kind="moved_up", key="1", language=language)
    ]


async def test_nobody_is_told_who_was_forgotten(talk: Talk) -> None:
    """There is no chat any more."""
    assert talk.tell(a_person(telegram_id=None), kind="moved_up", key="1") == []


async def test_links_open_the_bot(talk: Talk) -> None:
    """With `/start` and what stands behind it."""
    assert talk.house.link("ev_V-1") == "https://t.me/kvieslys_bot?start=ev_V-1"
