from typing import Any

import pytest
from aiogram.types import Chat, Document, Message, MessageEntity, PhotoSize
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements import rules
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.people.refusals import StaffOnly
from catalogue.programme.tables import Status
from catalogue.registrations.refusals import EventGone
from handlers import forms
from handlers.forms import Form
from handlers.office import announcing
from handlers.office.callbacks.staff import Announce, AnnounceEvent, Step
from handlers.replies import Recipe, Replies
from handlers.talk import Talk
from tests.factories import NOW, a_person, kept
from tests.handlers.talking import (
    ACCOUNT,
    OWNER,
    a_talk,
    buttons,
    each,
    pressed,
    put,
    texts,
    written,
)


@pytest.fixture
async def rasa(session: AsyncSession) -> Talk:
    """An owner who has written /skelbti."""
    person = a_person(telegram_id=OWNER, name="Rasa")
    await kept(session, person)
    talk = a_talk(session, person)
    await announcing.announce(written("/skelbti"), talk)
    return talk


def photo(number: str = "f1", **facts: Any) -> Message:
    size = PhotoSize(file_id=number, file_unique_id="u", width=1, height=1)
    return written(photo=[size], **facts)


def kinds(replies: Replies) -> list[str]:
    return [one.kind for one in each(replies) if isinstance(one, Recipe)]


async def a_draft(talk: Talk, message: Message | None = None) -> Announcement:
    await announcing.content_given(message or written("Sveiki"), talk)
    number = (await forms.gathered(talk.state))["announcement"]
    return await rules.own(talk.session, number, author=talk.person)


async def test_it_is_for_staff(talk: Talk) -> None:
    """At every step, whoever got hold of the buttons or was staff a minute ago."""
    await forms.enter(talk.state, Form.announcement, announcement=1)
    step = Announce(announcement=1, step=Step.REWRITE)
    for deed in (
        announcing.announce(written("/skelbti"), talk),
        announcing.content_given(written("Sveiki"), talk),
        announcing.more_than_one(written("Sveiki"), talk),
        announcing.rewrite(pressed(), step, talk),
        announcing.correction_given(written("Sveiki"), talk),
        announcing.edited(written("Sveiki"), talk, Announcement()),
    ):
        with pytest.raises(StaffOnly):
            await deed


async def test_formatting_stays_as_it_was_written(rasa: Talk) -> None:
    """Telegram's entities become its HTML, and what looks like HTML is only text."""
    bold = MessageEntity(type="bold", offset=0, length=6)
    found = await a_draft(rasa, written("Sveiki <b>", entities=[bold]))
    assert found.text == "<b>Sveiki</b> &lt;b&gt;"
    assert (found.state, found.source_message_id) == (AnnouncementState.DRAFT, 1)


async def test_an_event_is_announced_with_its_button(rasa: Talk) -> None:
    """From the event's page: it stands behind a button of what is written then; no draft does."""
    event = await put(rasa)
    data = AnnounceEvent(event=event.id)
    said = await announcing.announce_event(pressed(data), data, rasa)
    assert "mygtukas į „Vertinimas“" in texts(said)[0]
    assert (await a_draft(rasa)).event_ids == [event.id]
    event.status = Status.DRAFT
    with pytest.raises(EventGone):
        await announcing.announce_event(pressed(data), data, rasa)


async def test_a_picture_or_a_document_with_its_words(rasa: Talk) -> None:
    """By Telegram's own number of the file; words need not be there."""
    found = await a_draft(rasa, photo(caption="Ateikite"))
    assert (found.photo, found.document, found.text) == ("f1", "", "Ateikite")
    await announcing.announce(written("/skelbti"), rasa)
    document = Document(file_id="f2", file_unique_id="u")
    found = await a_draft(rasa, written(document=document))
    assert (found.photo, found.document, found.text) == ("", "f2", "")


async def test_what_cannot_be_announced_is_said_kindly(rasa: Talk) -> None:
    """Nothing of it is kept, and the next message is waited for."""
    for message, answer in (
        (written(), "Skelbimas – tai tekstas"),
        (written("a" * 4097), "iki 4096 ženklų"),
        (photo(caption="a" * 1025), "iki 1024 ženklų"),
    ):
        said = await announcing.content_given(message, rasa)
        assert answer in texts(said)[0]
        assert await rasa.state.get_state() == Form.announcement.state
    await a_draft(rasa, written("a" * 4096))


async def test_the_rest_of_a_text_that_was_cut(rasa: Talk) -> None:
    """Telegram's apps send a long text in pieces; an announcement is one message."""
    await a_draft(rasa, written("a" * 4000))
    assert "iki 4096" in texts(await announcing.more_than_one(written("liko"), rasa))[0]
    assert await rasa.state.get_state() == Form.announcement.state
    await a_draft(rasa)
    said = await announcing.more_than_one(written("ir dar"), rasa)
    assert "viena žinutė" in texts(said)[0]
    assert buttons(said)[0] == "Visi"


async def test_those_under_way_are_at_hand(rasa: Talk) -> None:
    """Each is opened with a button that has its first words."""
    found = await a_draft(rasa)
    rules.send(rasa.session, found, now=NOW)
    said = await announcing.announce(written("/skelbti"), rasa)
    assert "Sveiki" in str(each(said)[0])


async def test_a_draft_is_written_anew(rasa: Talk) -> None:
    """The audience stays, the words are others."""
    found = await a_draft(rasa)
    found.segment = {"blocks": []}
    await announcing.rewrite(pressed(), Announce(announcement=found.id, step=Step.REWRITE), rasa)
    said = await announcing.content_given(written("Kitaip"), rasa)
    assert found.text == "Kitaip"
    assert kinds(said) == ["announcement", "announcement_summary"]


async def test_what_is_out_is_corrected_in_words_only(rasa: Talk) -> None:
    """A text again, as long as it fits; then everyone who has it sees it so."""
    found = await a_draft(rasa)
    found.state, found.started_at = AnnouncementState.DONE, NOW
    await announcing.rewrite(pressed(), Announce(announcement=found.id, step=Step.REWRITE), rasa)
    assert "visą tekstą" in texts(await announcing.correction_given(photo(), rasa))[0]
    too_long = await announcing.correction_given(written("a" * 4097), rasa)
    assert "iki 4096" in texts(too_long)[0]
    said = await announcing.correction_given(written("Kitaip"), rasa)
    assert (found.text, found.edition) == ("Kitaip", 1)
    assert kinds(said) == ["announcement_corrected", "announcement"]


async def test_an_edit_of_ones_own_message(rasa: Talk) -> None:
    """Only of one that was announced; the same words again change nothing."""
    found = await a_draft(rasa, photo(caption="Ateikite"))
    found.state, found.started_at = AnnouncementState.DONE, NOW
    is_own = announcing.OwnAnnouncement()
    assert await is_own(photo(), rasa) == {"announcement": found}
    other = Message(
        message_id=9, date=NOW, chat=Chat(id=1, type="private"), from_user=ACCOUNT, text="a"
    )
    assert await is_own(other, rasa) is False
    assert each(await announcing.edited(photo(caption="Ateikite"), rasa, found)) == []
    said = await announcing.edited(photo("f9", caption="Ateikite"), rasa, found)
    assert "prierašą" in texts(said)[0]
    assert found.edition == 0
    await announcing.edited(photo(caption="Ateikite rytoj"), rasa, found)
    assert (found.text, found.edition) == ("Ateikite rytoj", 1)
    said = await announcing.edited(photo(caption="a" * 1025), rasa, found)
    assert "iki 1024" in texts(said)[0]
