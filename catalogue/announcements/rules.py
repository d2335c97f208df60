"""The life of an announcement: drafted, sent at its hour, held, stopped, corrected."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.refusals import AnnouncementGone
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.database import wake_clock
from catalogue.people.rights import Realm
from catalogue.people.tables import Person

MOST_LINKS = 3
_OPEN = (AnnouncementState.SCHEDULED, AnnouncementState.SENDING, AnnouncementState.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is said; `source_message_id` is the author's own message, which they may edit, where
    they wrote one.
    """

    text: str
    photo: str = ""
    document: str = ""
    source_message_id: int | None = None


async def draft(
    session: AsyncSession, *, author: Person, content: Content, now: datetime
) -> Announcement:
    """A new draft takes the place of the one that the author left unfinished."""
    await session.execute(
        delete(Announcement).where(
            Announcement.author_id == author.id, Announcement.state == AnnouncementState.DRAFT
        )
    )
    new = Announcement(author_id=author.id, state=AnnouncementState.DRAFT, text="", created_at=now)
    rewrite(new, content)
    session.add(new)
    await session.flush()
    return new


def rewrite(announcement: Announcement, content: Content) -> None:
    """Says something else instead, while nobody has got it."""
    announcement.text = content.text
    announcement.photo, announcement.document = content.photo, content.document
    announcement.source_message_id = content.source_message_id


async def own(session: AsyncSession, number: int, *, author: Person) -> Announcement:
    """Locked for this turn. Raises AnnouncementGone, also for somebody else's."""
    found = await session.scalar(
        select(Announcement)
        .where(Announcement.id == number, Announcement.author_id == author.id)
        .with_for_update()
    )
    if found is None:
        raise AnnouncementGone
    return found


async def own_draft(session: AsyncSession, number: int, *, author: Person) -> Announcement:
    """Raises AnnouncementGone, also where it is no draft any more."""
    found = await own(session, number, author=author)
    if found.state is not AnnouncementState.DRAFT:
        raise AnnouncementGone
    return found


async def steered(
    session: AsyncSession, number: int, *, person: Person, realm: Realm
) -> Announcement:
    """One that they may hold, let go on and stop. Locked. Raises AnnouncementGone."""
    query = select(Announcement).where(Announcement.id == number).with_for_update()
    found = await session.scalar(query)
    if found is None or not may_steer(found, person, realm):
        raise AnnouncementGone
    return found


def may_steer(announcement: Announcement, person: Person, realm: Realm) -> bool:
    """Its author, and once it is agreed on, whoever announces at a centre it speaks for: a mistake
    must not go on because its author is at lunch. A draft is its author's alone.
    """
    if announcement.author_id == person.id:
        return True
    if announcement.state is AnnouncementState.DRAFT:
        return False
    if realm.centres is None:
        return True
    return not realm.centres.isdisjoint(announcement.centres or ())


async def steerable(session: AsyncSession, *, person: Person, realm: Realm) -> list[Announcement]:
    """Those that still wait or go out, the newest first."""
    rows = await session.scalars(
        select(Announcement).where(Announcement.state.in_(_OPEN)).order_by(Announcement.id.desc())
    )
    return [one for one in rows if may_steer(one, person, realm)]


def bind(announcement: Announcement, realm: Realm) -> None:
    """It speaks for the centres of which its author may announce, and reaches their people."""
    announcement.centres = None if realm.centres is None else sorted(realm.centres)


async def of_message(
    session: AsyncSession, message_id: int, *, author: Person
) -> Announcement | None:
    """The announcement that the author wrote with this message."""
    one: Announcement | None = await session.scalar(
        select(Announcement)
        .where(Announcement.author_id == author.id, Announcement.source_message_id == message_id)
        .order_by(Announcement.id.desc())
        .limit(1)
        .with_for_update()
    )
    return one


def send(session: AsyncSession, announcement: Announcement, *, now: datetime) -> None:
    """At its hour, or at once where it has none or the hour has passed meanwhile."""
    announcement.send_at = max(announcement.send_at or now, now)
    announcement.state = AnnouncementState.SCHEDULED
    wake_clock(session)


def pause(session: AsyncSession, announcement: Announcement) -> bool:
    """Whether it was going out; so it is with the next two: what does not fit changes nothing."""
    return _become(session, announcement, AnnouncementState.SENDING, AnnouncementState.PAUSED)


def resume(session: AsyncSession, announcement: Announcement) -> bool:
    return _become(session, announcement, AnnouncementState.PAUSED, AnnouncementState.SENDING)


def stop(session: AsyncSession, announcement: Announcement, *, now: datetime) -> bool:
    """For good. One that has not begun is over at once."""
    if announcement.state is AnnouncementState.SCHEDULED:
        announcement.finished_at = now
    return any(_become(session, announcement, state, AnnouncementState.STOPPED) for state in _OPEN)


async def forget(session: AsyncSession, *, person: Person, now: datetime) -> None:
    """What they wrote goes, and what of it has not gone out yet is stopped."""
    for written in await session.scalars(
        select(Announcement).where(Announcement.author_id == person.id)
    ):
        stop(session, written, now=now)
        rewrite(written, Content(text="", source_message_id=written.source_message_id))


def _become(
    session: AsyncSession,
    announcement: Announcement,
    old: AnnouncementState,
    new: AnnouncementState,
) -> bool:
    if announcement.state is not old:
        return False
    announcement.state = new
    wake_clock(session)
    return True


def correct(
    session: AsyncSession, announcement: Announcement, *, text: str, source_message_id: int
) -> None:
    """In other words from now on, for those who have it already too."""
    announcement.text = text
    announcement.source_message_id = source_message_id
    if announcement.started_at is not None:
        announcement.edition += 1
        wake_clock(session)
