from datetime import timedelta
from typing import Any

import pytest

from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.programme.tables import Status
from catalogue.registrations import rules
from catalogue.registrations.refusals import EventGone, NotRegistered
from catalogue.registrations.tables import Registration, State
from handlers import cards, joining
from handlers.callbacks.programme import Calendar, OpenEvent, Share
from handlers.callbacks.seats import AccessNeed, Join, Keep, Leave
from handlers.replies import Recipe
from handlers.talk import Talk
from tests.catalogue.learning.roll import an_open_event
from tests.factories import NOW, kept
from tests.handlers.talking import (
    buttons,
    each,
    join,
    pressed,
    put,
    texts,
    written,
)


@pytest.mark.parametrize("status", [Status.DRAFT, None])
async def test_buttons_of_what_is_gone_are_refused(talk: Talk, status: Status | None) -> None:
    """A draft again, or never there: every button of its card says the same."""
    number = (await put(talk, status=status)).id if status else 999_999
    presses: list[Any] = [
        cards.open_event(pressed(), OpenEvent(event=number), talk),
        joining.join(pressed(), Join(event=number), talk),
        joining.leave(pressed(), Leave(event=number), talk),
        joining.keep(pressed(), Keep(event=number), talk),
        cards.access_need(pressed(), AccessNeed(event=number), talk),
        cards.calendar(pressed(), Calendar(event=number), talk),
        cards.share(pressed(), Share(event=number), talk),
    ]
    for press in presses:
        with pytest.raises(EventGone):
            await press


async def test_an_opened_event_is_kept_in_mind(talk: Talk) -> None:
    """So that the next question may say „it“."""
    event = await put(talk)
    await cards.open_event(pressed(), OpenEvent(event=event.id), talk)
    assert (await talk.state.get_data())["event"] == event.id


async def test_an_adjustment_is_written_to_the_registration(talk: Talk) -> None:
    """Trimmed and bounded, shown as the organisers will see it."""
    event = await put(talk)
    await join(talk, event)
    asked = await cards.access_need(pressed(), AccessNeed(event=event.id), talk)
    assert buttons(asked) == ["Nereikia"]
    said = await cards.access_need_given(written("  " + "a" * 600), talk)
    own = await rules.registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    assert own is not None
    assert own.access_need == "a" * 500
    assert "a" * 500 + "“" in texts(said)[0]
    assert await talk.state.get_state() is None


async def test_an_adjustment_is_not_asked_of_one_who_is_not_in(talk: Talk) -> None:
    """Neither at the press, nor when the registration ended while one was writing."""
    event = await put(talk)
    with pytest.raises(NotRegistered):
        await cards.access_need(pressed(), AccessNeed(event=event.id), talk)
    await join(talk, event)
    await cards.access_need(pressed(), AccessNeed(event=event.id), talk)
    own = await talk.session.get_one(Registration, 1)
    own.state = State.CANCELLED
    with pytest.raises(NotRegistered):
        await cards.access_need_given(written("prie lango"), talk)


async def test_calendar_is_made_when_it_is_sent(talk: Talk) -> None:
    """For this person, because only theirs may hold the link to join."""
    event = await put(talk)
    said = await cards.calendar(pressed(), Calendar(event=event.id), talk)
    key = f"{event.id}:{talk.person.id}"
    assert each(said) == [Recipe(chat_id=talk.chat_id, kind="calendar", key=key, language="lt")]


async def test_share_is_a_message_to_pass_on(talk: Talk) -> None:
    """With a link for everybody, and a button that opens the choice of a chat."""
    event = await put(talk)
    said = await cards.share(pressed(), Share(event=event.id), talk)
    assert texts(said)[0].endswith("\n\nhttps://t.me/kvieslys_bot?start=ev_V-1")
    assert buttons(said) == ["Pasirinkti pokalbį"]


@pytest.mark.parametrize(
    ("presence", "told"),
    [
        (None, "Buvote užsiregistravę"),
        (Presence.LATE, "Dalyvavote"),
        (Presence.ABSENT, "Pažymėta, kad nedalyvavote"),
    ],
)
async def test_a_past_event_says_what_became_of_it(
    talk: Talk, presence: Presence | None, told: str
) -> None:
    """As staff or a code have it."""
    event = await an_open_event(talk.session, starts=NOW - timedelta(days=1))
    own = Registration(event_id=event.id, person_id=talk.person.id, state=State.CONFIRMED, ticket=1,
                       joined_at=NOW, changed_at=NOW)  # fmt: skip
    await kept(talk.session, own)
    if presence is not None:
        mark = Attendance(registration_id=own.id, session_id=event.sessions[0].id,
                          presence=presence, source=Source.LIST, marked_at=NOW)  # fmt: skip
        await kept(talk.session, mark)
    said = await cards.open_event(pressed(), OpenEvent(event=event.id), talk)
    assert f"<b>{told}</b>" in texts(said)[0]
