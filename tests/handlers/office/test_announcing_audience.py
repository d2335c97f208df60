from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements import rules, segments
from catalogue.announcements.rules import Content
from catalogue.announcements.segments import Block, Kind
from catalogue.announcements.tables import Announcement
from catalogue.people import traits
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role, StaffMember, Trait
from catalogue.programme.revisions import stamp
from handlers import forms
from handlers.browsing import mark
from handlers.forms import Form
from handlers.office import announcing_audience as audience
from handlers.office.callbacks.staff import Announce, Choose, Pick, Step, Turned
from handlers.replies import Recipe, Replies
from handlers.talk import Talk
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.talking import OWNER, a_talk, buttons, each, pressed, texts, written


@pytest.fixture
async def rasa(session: AsyncSession) -> Talk:
    person = a_person(telegram_id=OWNER, name="Rasa")
    await kept(session, person)
    return a_talk(session, person)


@pytest.fixture
async def draft(rasa: Talk) -> Announcement:
    content = Content(text="Sveiki", source_message_id=5)
    return await rules.draft(rasa.session, author=rasa.person, content=content, now=NOW)


async def choose(
    talk: Talk, draft: Announcement, asked: Pick, chosen: str = "", page: int = 0
) -> Replies:
    data = Choose(announcement=draft.id, asked=asked, mark=chosen, page=page)
    replies: Replies = await audience.choose(pressed(), data, talk)
    return replies


async def write(talk: Talk, draft: Announcement, asked: Pick, text: str) -> Replies:
    await forms.enter(
        talk.state, Form.announcement_choice, announcement=draft.id, asked=asked.value
    )
    replies: Replies = await audience.choice_written(written(text), talk)
    return replies


def blocks(draft: Announcement) -> tuple[Block, ...]:
    return segments.of_json(draft.segment).blocks


async def test_each_step_is_for_staff(talk: Talk, draft: Announcement) -> None:
    """A teacher with the button of a colleague gets no further."""
    await forms.enter(talk.state, Form.announcement_choice, announcement=draft.id, asked="topic")
    for deed in (
        audience.ask_audience(pressed(), Announce(announcement=draft.id, step=Step.AUDIENCE), talk),
        audience.turn(pressed(), Turned(announcement=draft.id, block=0), talk),
        choose(talk, draft, Pick.TOPIC),
        audience.choice_written(written("a"), talk),
    ):
        with pytest.raises(StaffOnly):
            await deed


async def test_everyone_stands_first(rasa: Talk, draft: Announcement) -> None:
    """So that the shortest way is the first button, and nothing there is said to send."""
    said = await audience.ask_audience(
        pressed(), Announce(announcement=draft.id, step=Step.AUDIENCE), rasa
    )
    assert buttons(said) == [
        "Visi", "Tema", "Renginys", "Grupė", "Dalykas", "Miestas", "Mokykla", "Kalba", "Nereikia",
    ]  # fmt: skip


async def test_blocks_are_turned_and_taken_out(rasa: Talk, draft: Announcement) -> None:
    """By the number that stands before them."""
    await traits.add(rasa.session, rasa.person, Trait.CITY, "Kaunas")
    said = await choose(rasa, draft, Pick.CITY, mark("Kaunas"))
    assert "1. darbo vieta – Kaunas\nTai 1 žmogus." in texts(said)[0]
    said = await audience.turn(pressed(), Turned(announcement=draft.id, block=0), rasa)
    assert "ne Kaunas arba nenurodyta\nTai 0 žmonių." in texts(said)[0]
    assert "Toliau" in buttons(said)
    await audience.turn(pressed(), Turned(announcement=draft.id, block=0, out=True), rasa)
    assert blocks(draft) == ()


@pytest.mark.parametrize(
    ("asked", "text", "block"),
    [
        (Pick.CITY, "Kaune", Block(Kind.CITY, "Kaunas")),
        (Pick.SCHOOL, "Saulės  gimnazija", Block(Kind.SCHOOL, "Saulės gimnazija")),
        (Pick.SUBJECT, "Fizika", Block(Kind.SUBJECT, "Fizika")),
        (Pick.TOPIC, "robotika", Block(Kind.TOPIC, "robotika")),
        (Pick.GROUP, "pradinukams", Block(Kind.GROUP, "pradinių klasių mokytojai")),
        (Pick.GROUP, "šokėjai", Block(Kind.GROUP, "šokėjai")),
        (Pick.LANGUAGE, "lietuvių", None),
        (Pick.SUBJECT, "  ", None),
    ],
)
async def test_what_is_written_is_a_block(
    rasa: Talk, draft: Announcement, asked: Pick, text: str, block: Block | None
) -> None:
    """As it is kept of people's work; where it means nothing, one chooses."""
    said = await write(rasa, draft, asked, text)
    assert blocks(draft) == ((block,) if block else ())
    if block is None:
        assert "Nieko neradau" in texts(said)[0]


async def test_an_event_is_asked_about_twice(rasa: Talk, draft: Announcement) -> None:
    """Which one, and how people stand to it."""
    event = an_event(title_lt="Vertinimas", code="V-1")
    await kept(rasa.session, event)
    assert "12-02 Vertinimas" in buttons(await choose(rasa, draft, Pick.EVENT))
    said = await choose(rasa, draft, Pick.EVENT, str(event.id))
    assert buttons(said) == ["Užsiregistravo", "Laukia eilėje", "Dalyvavo", "Atgal"]
    await choose(rasa, draft, Pick.ATTENDED, str(event.id))
    assert blocks(draft) == (Block(Kind.ATTENDED, str(event.id)),)
    assert buttons(await write(rasa, draft, Pick.EVENT, "v-1")) == buttons(said)


async def test_staff_of_a_centre_speak_of_its_events(talk: Talk, rasa: Talk) -> None:
    """Those of others are not there to choose, not even by their number."""
    own, other = an_event(title_lt="Savas"), an_event(title_lt="Svetimas")
    await kept(talk.session, own, other)
    member = StaffMember(
        person_id=talk.person.id, role=Role.COORDINATOR, since=NOW, centre_id=own.centre_id
    )
    await kept(talk.session, member)
    content = Content(text="Sveiki", source_message_id=5)
    draft = await rules.draft(talk.session, author=talk.person, content=content, now=NOW)
    assert buttons(await choose(talk, draft, Pick.EVENT)) == ["12-02 Savas", "Atgal"]
    said = await choose(talk, draft, Pick.REGISTERED, str(other.id))
    assert "Koks renginys?" in texts(said)[0]
    assert blocks(draft) == ()


async def test_buttons_to_events(rasa: Talk, draft: Announcement) -> None:
    """Three at most, the first gives way; several that are meant are offered, none is said."""
    events = [
        an_event(starts=NOW + timedelta(days=day), title_lt=f"Robotika {day}", code=f"R-{day}")
        for day in range(1, 5)
    ]
    await kept(rasa.session, *events)
    for one in events:
        await stamp(rasa.session, one)
    said = await write(rasa, draft, Pick.LINK, "robotika")
    assert texts(said) == ["Kurį iš šių turite omenyje?"]
    assert len(buttons(said)) == 5
    assert texts(await write(rasa, draft, Pick.LINK, "balnai")) != texts(said)
    said = await write(rasa, draft, Pick.LINK, "R-1")
    assert [one.kind for one in each(said) if isinstance(one, Recipe)] == [
        "announcement", "announcement_summary",
    ]  # fmt: skip
    for one in events[1:]:
        await choose(rasa, draft, Pick.LINK, str(one.id))
    assert draft.event_ids == [one.id for one in events[1:]]


async def test_what_people_have_told_is_offered_first(rasa: Talk, draft: Announcement) -> None:
    """Of the groups then all others, a page at a time; of a kind nobody told one can only write."""
    await traits.add(rasa.session, rasa.person, Trait.GROUP, "logopedai")
    said = await choose(rasa, draft, Pick.GROUP)
    assert buttons(said)[0] == "Logopedai"
    assert buttons(said)[-2:] == ["›", "Atgal"]
    assert "‹" in buttons(await choose(rasa, draft, Pick.GROUP, page=1))
    assert "Rinktis dar nėra iš ko" in texts(await choose(rasa, draft, Pick.SCHOOL))[0]
    assert buttons(await choose(rasa, draft, Pick.LANGUAGE)) == ["Lietuvių", "English", "Atgal"]
    assert "Rinktis dar nėra" in texts(await choose(rasa, draft, Pick.TOPIC))[0]
