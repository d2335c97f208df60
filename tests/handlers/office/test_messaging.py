"""A message to one person: written, looked at, sent once."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.tables import Person, Role
from handlers.browsing import mark
from handlers.callbacks.asking import ReplyToLetter
from handlers.office import messaging
from handlers.office.callbacks.participants import About, Participant, SendLetter
from handlers.replies import Letter
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, queued
from tests.factories import NOW
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, each, pressed, texts, written


async def given(session: AsyncSession, **facts: Any) -> tuple[Talk, Person]:
    event, people = await queued(session, [C], title_lt="Vertinimas", contact="rasa@c.lt")
    person = people[0]
    person.name, person.client_language = "Jonas Jonaitis", "en"
    for name, value in facts.items():
        setattr(person, name, value)
    await session.flush()
    return await employed(session, Role.COORDINATOR, event.centre, name="Rasa Rasaitė"), person


async def ask(talk: Talk) -> Any:
    data = Participant(registration=1, deed=About.WRITE)
    return await messaging.ask(pressed(data), data, talk)


async def send(talk: Talk, text: str) -> Any:
    data = SendLetter(registration=1, mark=mark(text))
    return await messaging.send(pressed(data), data, talk)


async def test_it_goes_in_the_language_of_the_person(session: AsyncSession) -> None:
    """With who writes, for which centre and about what, and how to answer; once, and noted."""
    talk, person = await given(session)
    assert "Gavėjas: Jonas Jonaitis" in texts(await ask(talk))[0]
    shown = await messaging.written(written("Bring <b> a laptop"), talk)
    assert texts(shown)[1].startswith("<b>Rasa Rasaitė</b>, Centras")
    assert "“Vertinimas”" in texts(shown)[1]
    assert "Bring &lt;b&gt; a laptop\n\nPlease write to the organiser: rasa@c.lt" in texts(shown)[1]
    assert buttons(shown) == ["Siųsti", "Nereikia"]
    told, letter = each(await send(talk, "Bring <b> a laptop"))
    assert texts(told) == ["✓ Išsiųsta. Gavėjas: Jonas Jonaitis."]
    assert isinstance(letter, Letter)
    assert letter.keyboard is not None
    reply = letter.keyboard.inline_keyboard[0][0]
    assert reply.callback_data == ReplyToLetter(event=1, person=talk.person.id).pack()
    assert (letter.chat_id, letter.not_before, str(letter.text)) == (
        *(person.telegram_id, NOW),
        texts(shown)[1],
    )
    assert "nebėra" in texts(await send(talk, "Bring <b> a laptop"))[0]
    entries = list(await session.scalars(select(JournalEntry)))
    assert [(one.deed, one.about_id) for one in entries] == [(Deed.WRITTEN_TO, person.id)]


async def test_other_words_need_another_look(session: AsyncSession) -> None:
    """Only what stands above the button goes out; a novel does not."""
    talk, _ = await given(session)
    await ask(talk)
    await messaging.written(written("Labas"), talk)
    await messaging.written(written("Sveiki"), talk)
    assert "nebėra" in texts(await send(talk, "Labas"))[0]
    long = await messaging.written(written("a" * 3001), talk)
    assert "iki 3000 ženklų" in texts(long)[0]


async def test_quiet_hours_are_kept(session: AsyncSession) -> None:
    """And the one who wrote hears when it goes."""
    talk, _ = await given(session, quiet_from=9 * 60, quiet_until=11 * 60)
    await ask(talk)
    await messaging.written(written("Labas"), talk)
    told, letter = each(await send(talk, "Labas"))
    assert "žinutė išeis 11:00" in texts(told)[0]
    assert isinstance(letter, Letter)
    assert letter.not_before.astimezone(talk.say.timezone).hour == 11


async def test_whom_telegram_does_not_reach_is_phoned(session: AsyncSession) -> None:
    """Said before anything is written, and again if it happened meanwhile."""
    talk, person = await given(session)
    await ask(talk)
    await messaging.written(written("Labas"), talk)
    person.unreachable_since = NOW
    await session.flush()
    for said in (await send(talk, "Labas"), await ask(talk)):
        assert "„Telegram“ nepasiekia: Jonas Jonaitis." in texts(said)[0]
