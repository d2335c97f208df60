from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements import rules
from catalogue.announcements.refusals import AnnouncementGone
from catalogue.announcements.rules import Content
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.database import wakes_clock
from catalogue.people.rights import Realm
from catalogue.people.tables import Person
from tests.factories import NOW, a_person, kept

LETTER = Content(text="Sveiki", source_message_id=5)


@pytest.fixture
async def rasa(session: AsyncSession) -> Person:
    person = a_person()
    await kept(session, person)
    return person


async def test_one_draft_at_a_time(session: AsyncSession, rasa: Person) -> None:
    """The unfinished one gives way to the new one; what goes out already does not."""
    first = await rules.draft(session, author=rasa, content=LETTER, now=NOW)
    rules.send(session, first, now=NOW)
    await session.flush()
    await rules.draft(session, author=rasa, content=LETTER, now=NOW)
    newest = await rules.draft(session, author=rasa, content=LETTER, now=NOW)
    assert list(await session.scalars(select(Announcement).order_by(Announcement.id))) == [
        first,
        newest,
    ]
    assert await rules.steerable(session, person=rasa, realm=Realm()) == [first]


async def test_only_its_author_has_it(session: AsyncSession, rasa: Person) -> None:
    """To others it is gone, and to its author too when it is no draft any more."""
    found = await rules.draft(session, author=rasa, content=LETTER, now=NOW)
    other = a_person()
    await kept(session, other)
    with pytest.raises(AnnouncementGone):
        await rules.own(session, found.id, author=other)
    assert await rules.own_draft(session, found.id, author=rasa) is found
    rules.send(session, found, now=NOW)
    with pytest.raises(AnnouncementGone):
        await rules.own_draft(session, found.id, author=rasa)


async def test_an_edited_message_finds_its_announcement(
    session: AsyncSession, rasa: Person
) -> None:
    """The newest of those written with it; any other message is none."""
    found = await rules.draft(session, author=rasa, content=LETTER, now=NOW)
    assert await rules.of_message(session, 5, author=rasa) is found
    assert await rules.of_message(session, 6, author=rasa) is None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(None, NOW), (NOW - timedelta(hours=1), NOW), (NOW + timedelta(hours=1),) * 2],
)
async def test_it_goes_out_at_its_hour(
    session: AsyncSession, rasa: Person, asked: datetime | None, expected: datetime
) -> None:
    """At once where it has none or the hour has passed while its author thought about it."""
    found = await rules.draft(session, author=rasa, content=LETTER, now=NOW)
    found.send_at = asked
    rules.send(session, found, now=NOW)
    assert (found.state, found.send_at) == (AnnouncementState.SCHEDULED, expected)
    assert wakes_clock(session)


D, W, S, P, X, O = (  # noqa: E741 -- the rows of a table
    AnnouncementState.DRAFT, AnnouncementState.SCHEDULED, AnnouncementState.SENDING,
    AnnouncementState.PAUSED, AnnouncementState.STOPPED, AnnouncementState.DONE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "paused", "resumed", "stopped"),
    [(D, D, D, D), (W, W, W, X), (S, P, S, X), (P, P, S, X), (X, X, X, X), (O, O, O, O)],
)
def test_what_a_press_changes(
    before: AnnouncementState,
    paused: AnnouncementState,
    resumed: AnnouncementState,
    stopped: AnnouncementState,
) -> None:
    """A button from another time changes nothing; what has not begun is over when it is stopped."""
    session = AsyncSession()
    for rule, expected in ((rules.pause, paused), (rules.resume, resumed)):
        one = Announcement(state=before)
        assert rule(session, one) == (expected is not before)
        assert one.state is expected
    one = Announcement(state=before)
    assert rules.stop(session, one, now=NOW) == (stopped is not before)
    assert one.state is stopped
    assert one.finished_at == (NOW if before is W else None)


def test_only_what_has_gone_out_is_corrected_in_peoples_chats() -> None:
    """Before that it is simply said in other words."""
    waiting = Announcement(edition=0)
    rules.correct(AsyncSession(), waiting, text="Kitaip", source_message_id=9)
    assert (waiting.text, waiting.source_message_id, waiting.edition) == ("Kitaip", 9, 0)
    out = Announcement(edition=0, started_at=NOW)
    rules.correct(AsyncSession(), out, text="Kitaip", source_message_id=9)
    assert out.edition == 1


#: The state, the centres it speaks for, who looks and where they may announce.
STEERED = [
    (AnnouncementState.DRAFT, [1], "author", {1}, True),
    (AnnouncementState.DRAFT, [1], "colleague", {1}, False),
    (AnnouncementState.DRAFT, [1], "colleague", None, False),
    (AnnouncementState.SCHEDULED, [1], "colleague", {1}, True),
    (AnnouncementState.SENDING, [1, 2], "colleague", {2, 3}, True),
    (AnnouncementState.SENDING, [1], "colleague", {2}, False),
    (AnnouncementState.SENDING, None, "colleague", {1}, False),
    (AnnouncementState.SENDING, None, "colleague", None, True),
    (AnnouncementState.SENDING, [1], "colleague", set(), False),
    (AnnouncementState.SENDING, [1], "author", set(), True),
]


@pytest.mark.parametrize(("state", "centres", "who", "where", "may"), STEERED)
def test_who_may_stop_it(
    state: AnnouncementState,
    centres: list[int] | None,
    who: str,
    where: set[int] | None,
    may: object,
) -> None:
    """Its author, and once it is agreed on, whoever announces at one of its centres."""
    found = Announcement(author_id=1, state=state, text="", created_at=NOW, centres=centres)
    realm = Realm(centres=None if where is None else frozenset(where))
    person = a_person(id=1 if who == "author" else 2)
    assert rules.may_steer(found, person, realm) is may
