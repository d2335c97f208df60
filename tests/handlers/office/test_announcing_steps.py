import dataclasses
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements import rules
from catalogue.announcements.refusals import AnnouncementGone
from catalogue.announcements.rules import Content
from catalogue.announcements.segments import Block, Kind, Segment
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role
from handlers import forms
from handlers.forms import Form
from handlers.office import announcing
from handlers.office import announcing_steps as steps
from handlers.office.callbacks.staff import Announce, AnnounceAt, Step
from handlers.replies import Hand, Handle, Recipe, Replies
from handlers.talk import Talk
from tests.factories import NOW, a_centre, a_person, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import OWNER, a_talk, buttons, each, pressed, texts, written

HOUR = timedelta(hours=1)
NOBODY = Segment((Block(Kind.CITY, "Niekur"),)).as_json()


@pytest.fixture
async def rasa(session: AsyncSession) -> Talk:
    person = a_person(telegram_id=OWNER, name="Rasa")
    await kept(session, person)
    return a_talk(session, person)


@pytest.fixture
async def draft(rasa: Talk) -> Announcement:
    content = Content(text="Sveiki", source_message_id=5)
    return await rules.draft(rasa.session, author=rasa.person, content=content, now=NOW)


async def press(talk: Talk, found: Announcement, step: Step) -> Replies:
    handlers: dict[Step, Any] = {
        Step.EVERYONE: steps.everyone,
        Step.SUMMARY: steps.look_before,
        Step.SEND: steps.send,
        Step.REALLY: steps.really_send,
        Step.LATER: steps.ask_time,
        Step.AT_ONCE: steps.at_once,
    }
    pressing = handlers.get(step, steps.steer)
    replies: Replies = await pressing(pressed(), Announce(announcement=found.id, step=step), talk)
    return replies


def recipes(replies: Replies) -> list[tuple[str, str]]:
    return [(one.kind, one.key) for one in each(replies) if isinstance(one, Recipe)]


async def test_each_press_is_for_staff(talk: Talk, draft: Announcement) -> None:
    """And then for the author alone."""
    for step in set(Step) - {Step.AUDIENCE, Step.REWRITE}:
        with pytest.raises(StaffOnly):
            await press(talk, draft, step)
    for deed in (
        steps.time_chosen(pressed(), AnnounceAt(announcement=draft.id, minute=1), talk),
        steps.time_written(written("2026-12-05 9:00"), talk),
    ):
        with pytest.raises(StaffOnly):
            await deed
    other = dataclasses.replace(talk, chat_id=OWNER)
    with pytest.raises(AnnouncementGone):
        await press(other, draft, Step.SEND)


async def test_two_presses_send(rasa: Talk, draft: Announcement) -> None:
    """The first asks, the second does it, a third one only sees that it is done."""
    assert recipes(await press(rasa, draft, Step.EVERYONE)) == [
        ("announcement", f"{draft.id}"),
        ("announcement_summary", f"{draft.id}"),
    ]
    asked = await press(rasa, draft, Step.SEND)
    assert buttons(asked) == ["Tikrai siųsti", "Dar ne"]
    assert draft.state is AnnouncementState.DRAFT
    await press(rasa, draft, Step.REALLY)
    assert (draft.state, draft.send_at) == (AnnouncementState.SCHEDULED, NOW)
    assert "pradėtas siųsti" in texts(await press(rasa, draft, Step.REALLY))[0]


async def test_to_nobody_nothing_is_sent(rasa: Talk, draft: Announcement) -> None:
    """Though there was somebody when the summary was shown."""
    draft.segment = NOBODY
    for step in (Step.SEND, Step.REALLY):
        said = await press(rasa, draft, step)
        assert recipes(said) == [("announcement_summary", f"{draft.id}:77")]
        assert draft.state is AnnouncementState.DRAFT


async def test_another_time(rasa: Talk, draft: Announcement) -> None:
    """In an hour, tomorrow or on Monday (of a Sunday that is one), or at once after all."""
    said = await press(rasa, draft, Step.LATER)
    assert buttons(said) == ["Po valandos", "Rytoj 08:00", "Iš karto", "Atgal"]
    minute = int((NOW + HOUR).timestamp()) // 60
    await steps.time_chosen(pressed(), AnnounceAt(announcement=draft.id, minute=minute), rasa)
    assert draft.send_at == NOW + HOUR
    tuesday = dataclasses.replace(rasa, now=NOW + timedelta(days=2))
    assert buttons(await press(tuesday, draft, Step.LATER))[:3] == [
        "Po valandos", "Rytoj 08:00", "Pirmadienį 08:00",
    ]  # fmt: skip
    await press(rasa, draft, Step.AT_ONCE)
    assert draft.send_at is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2026-12-05 9:00", datetime.fromisoformat("2026-12-05T09:00:00+02:00")),
        ("gruodžio 5", None),
        ("2026-11-21 9:00", None),
        ("2028-01-01 9:00", None),
        ("kada nors", None),
    ],
)
async def test_a_time_in_ones_own_words(
    rasa: Talk, draft: Announcement, said: str, expected: datetime | None
) -> None:
    """To come, and within a year; anything else is asked for once more."""
    await forms.enter(rasa.state, Form.announcement_time, announcement=draft.id)
    answer = await steps.time_written(written(said), rasa)
    assert draft.send_at == expected
    if expected is None:
        assert "Reikia būsimos dienos" in texts(answer)[0]
        assert await rasa.state.get_state() == Form.announcement_time.state
    else:
        assert recipes(answer) == [("announcement_summary", f"{draft.id}")]


async def test_one_that_waits_for_its_hour_can_be_called_off(
    rasa: Talk, draft: Announcement
) -> None:
    """Until then it says when it goes out."""
    draft.send_at = NOW + HOUR
    said = await press(rasa, draft, Step.REALLY)
    assert "Siuntimo laikas: lapkričio 22 d., sekmadienis, 11:00" in texts(said)[0]
    assert buttons(said) == ["Stabdyti"]
    assert texts(await press(rasa, draft, Step.LOOK)) == texts(said)
    assert "nebus siunčiamas" in texts(await press(rasa, draft, Step.HALT))[0]
    assert draft.state is AnnouncementState.STOPPED


@pytest.mark.parametrize(
    ("state", "step", "hand"),
    [
        (AnnouncementState.SENDING, Step.PAUSE, Hand.HOLD),
        (AnnouncementState.PAUSED, Step.RESUME, Hand.RELEASE),
        (AnnouncementState.SENDING, Step.HALT, Hand.CANCEL),
        (AnnouncementState.PAUSED, Step.HALT, Hand.CANCEL),
        (AnnouncementState.DONE, Step.PAUSE, None),
        (AnnouncementState.SENDING, Step.LOOK, None),
    ],
)
async def test_the_press_itself_holds(
    rasa: Talk, draft: Announcement, state: AnnouncementState, step: Step, hand: Hand | None
) -> None:
    """What has not gone out is handled in the same turn that shows how it stands."""
    draft.state, draft.started_at = state, NOW
    replies = each(await press(rasa, draft, step))
    handled = [one for one in replies if isinstance(one, Handle)]
    assert handled == ([Handle(f"announcement:{draft.id}", hand)] if hand else [])
    assert recipes(replies) == [("announcement_progress", f"{draft.id}:77")]


async def test_a_colleague_may_stop_it(session: AsyncSession) -> None:
    """Of the same centre, from /skelbti, once it is agreed on; to change its words is the author's.

    What a coordinator sends speaks for their centre, and reaches nobody the centre does not know.
    """
    centre, other = a_centre(), a_centre()
    await kept(session, centre, other, an_event(centre=centre), a_person())
    rita = await employed(session, Role.COORDINATOR, centre, name="Rita Ritaitė")
    rasa = await employed(session, Role.COORDINATOR, centre, name="Rasa Rasaitė")
    stranger = await employed(session, Role.COORDINATOR, other)
    await forms.enter(rita.state, Form.announcement, announcement=None)
    await announcing.content_given(written("Kviečiame"), rita)
    found = (await session.scalars(select(Announcement))).one()
    assert found.centres == [centre.id]
    await press(rita, found, Step.EVERYONE)
    assert (await steps.reach_of(rita, found)).people == 0
    with pytest.raises(AnnouncementGone):
        await press(rasa, found, Step.HALT)
    found.state, found.started_at = AnnouncementState.SENDING, NOW
    doors, _ = each(await announcing.announce(written("/skelbti"), rasa))
    assert buttons(doors) == ["Rita Ritaitė: Kviečiame"]
    with pytest.raises(AnnouncementGone):
        await press(stranger, found, Step.HALT)
    said = await press(rasa, found, Step.HALT)
    assert recipes(said) == [("announcement_watched", f"{found.id}:77")]
    assert found.state is AnnouncementState.STOPPED
    rewriting = Announce(announcement=found.id, step=Step.REWRITE)
    with pytest.raises(AnnouncementGone):
        await announcing.rewrite(pressed(), rewriting, rasa)
