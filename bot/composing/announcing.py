"""Announcements: as people get them, before they go out, how far they have come, the report."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.making import Make, Making, said
from bot.payloads import written
from catalogue.announcements import segments
from catalogue.announcements.audience import page, reach
from catalogue.announcements.events import chosen
from catalogue.announcements.progress import Progress, Unreached
from catalogue.announcements.segments import Segment
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.announcements.workbook import workbook
from catalogue.people.tables import Person
from handlers.office import announcing_buttons as buttons
from handlers.words import progress as progress_words
from handlers.words.office import announcing as words
from handlers.words.office import announcing_audience as audience_words
from scheduler import batches
from scheduler.ceiling import when
from scheduler.files import File
from scheduler.outbox import Outgoing, SendState
from scheduler.sender import Composed

#: So many people who were not reached stand in the report itself; more are a file.
NAMED_IN_REPORT = 20
PAGE = 500
_FORBIDDEN = "Forbidden"


async def letter(key: str, making: Making) -> Composed | None:
    """What everyone gets, word for word as its author wrote it; the preview is the same."""
    found = await making.session.get(Announcement, int(key))
    if found is None:
        return None
    linked = (await chosen(making.session, found.event_ids)).values()
    rows = [
        [
            {
                "text": audience_words.choice_label(making.say, one),
                "url": making.house.link(f"ev_{one.code}"),
            }
        ]
        for one in linked
    ]
    more: dict[str, Any] = {"parse_mode": "HTML"}
    if rows:
        more["reply_markup"] = {"inline_keyboard": rows}
    if found.photo:
        return Composed("sendPhoto", {"photo": found.photo, "caption": found.text, **more})
    if found.document:
        return Composed("sendDocument", {"document": found.document, "caption": found.text, **more})
    return Composed("sendMessage", {"text": found.text, **more})


async def summary(key: str, making: Making) -> Composed | None:
    """`announcement`, or `announcement:message` to stand in the place of that message."""
    session, say, now = making.session, making.say, making.now
    found = await _found(key, making)
    if found is None or found.state is not AnnouncementState.DRAFT:
        return None
    segment = segments.of(found)
    counted = await reach(session, segment, now=now, default_language=making.house.default_language)
    text = words.summary(
        say,
        segment,
        await chosen(session, segment.event_ids),
        counted,
        later=await _later(making, segment, max(found.send_at or now, now)),
        send_at=found.send_at,
        now=now,
    )
    return _placed(key, written(text, buttons.summary(say, found, counted)))


async def progress(key: str, making: Making) -> Composed | None:
    """Where it stands now; once it is over, the report."""
    return await _told(key, making, is_author=True)


async def watched(key: str, making: Making) -> Composed | None:
    """The same for a colleague, who may stop it, and whose words these are not."""
    return await _told(key, making, is_author=False)


async def _told(key: str, making: Making, *, is_author: bool) -> Composed | None:
    found = await _found(key, making)
    if found is None or found.started_at is None:
        return None
    far = await _progress(making.session, found, now=making.now)
    unreached = await _unreached(making.session, found) if far.is_over else []
    text = progress_words.progress(
        making.say,
        far,
        unreached if len(unreached) <= NAMED_IN_REPORT else [],
        words.name_of(making.say, found),
        now=making.now,
    )
    keyboard = buttons.under_way(making.say, found, is_author=is_author)
    return _placed(key, written(text, keyboard))


async def progress_again(key: str, making: Making) -> Composed | None:
    """The same in the place of the message that the outbox knows by its key."""
    made = await progress(key, making)
    return made and Composed("editMessageText", made.payload)


async def unreached_file(key: str, making: Making) -> Composed | None:
    """The list of those whom the report has no room for."""
    found = await _found(key, making)
    unreached = await _unreached(making.session, found) if found else []
    if len(unreached) <= NAMED_IN_REPORT:
        return None
    say = making.say
    rows = [(one.name, one.telephone) for one in unreached]
    content = workbook(progress_words.unreached_headings(say), rows)
    caption = str(progress_words.unreached_comes(say, len(unreached)))
    file = File(name=progress_words.unreached_file(say), content=content)
    return Composed("sendDocument", {"caption": caption}, {"document": file})


async def corrected(key: str, making: Making) -> Composed | None:
    found = await _found(key, making)
    if found is None:
        return None
    counts = await batches.counts(making.session, found.batch)
    return said(words.corrected(making.say, counts.get(SendState.SENT, 0)))


async def _found(key: str, making: Making) -> Announcement | None:
    found: Announcement | None = await making.session.get(Announcement, int(key.partition(":")[0]))
    return found


def _placed(key: str, made: dict[str, Any]) -> Composed:
    _, _, message = key.partition(":")
    if not message:
        return Composed("sendMessage", made)
    return Composed("editMessageText", {**made, "message_id": int(message)})


async def _later(making: Making, segment: Segment, at: datetime) -> int:
    """How many have had as much as they want for a week by then."""
    if segment.is_of_an_own_event:
        return 0
    count = after = 0
    while people := await page(
        making.session,
        segment,
        after=after,
        limit=PAGE,
        now=making.now,
        default_language=making.house.default_language,
        with_ceiling=True,
    ):
        after = people[-1].id
        moments = await when(making.session, people, now=at)
        count += sum(moments[one.id] != at for one in people if one.unreachable_since is None)
    return count


async def _progress(session: AsyncSession, found: Announcement, *, now: datetime) -> Progress:
    counts = await batches.counts(session, found.batch)
    of_batch = Outgoing.batch == found.batch
    later = await session.scalar(
        select(func.count()).where(
            of_batch, Outgoing.state == SendState.WAITING, Outgoing.not_before > now
        )
    )
    unreached = await batches.unreached(session, found.batch)
    forbidden = sum(reason.startswith(_FORBIDDEN) for _, reason in unreached)
    open_states = (SendState.WAITING, SendState.HELD, SendState.SENDING)
    assert found.started_at is not None  # noqa: S101 -- asked for above
    return Progress(
        state=found.state,
        is_over=found.finished_at is not None,
        began=found.started_at,
        last_at=await session.scalar(select(func.max(Outgoing.sent_at)).where(of_batch)),
        sent=counts.get(SendState.SENT, 0),
        left=sum(counts.get(state, 0) for state in open_states),
        later=later or 0,
        unreachable=forbidden + len(found.skipped),
        failed=len(unreached) - forbidden,
        cancelled=counts.get(SendState.CANCELLED, 0),
    )


async def _unreached(session: AsyncSession, found: Announcement) -> list[Unreached]:
    """Those it went to in vain, and those who were known to be out of reach."""
    chats = [chat for chat, _ in await batches.unreached(session, found.batch)]
    people = await _people(session, Person.telegram_id, chats)
    people += await _people(session, Person.id, found.skipped)
    return [Unreached(name=one.name, telephone=one.telephone) for one in people]


async def _people(session: AsyncSession, column: Any, values: Sequence[int]) -> list[Person]:
    """A page at a time: a database takes only so many values in one question."""
    found: list[Person] = []
    for start in range(0, len(values), PAGE):
        among = column.in_(values[start : start + PAGE])
        rows = select(Person).where(among, Person.forgotten_at.is_(None)).order_by(Person.id)
        found += await session.scalars(rows)
    return found


KINDS: dict[str, Make] = {
    "announcement": letter,
    "announcement_summary": summary,
    "announcement_progress": progress,
    "announcement_progress_again": progress_again,
    "announcement_watched": watched,
    "announcement_unreached": unreached_file,
    "announcement_corrected": corrected,
}
