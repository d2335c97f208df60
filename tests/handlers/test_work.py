import pytest
from aiogram.types import Contact

from catalogue.people import traits
from catalogue.people.refusals import ConsentNeeded, NotATelephone
from catalogue.people.tables import Trait
from handlers import forms, work
from handlers.browsing import mark
from handlers.callbacks.person import Work, WorkChoice, WorkFact
from handlers.forms import Form
from handlers.replies import Replies
from handlers.talk import Talk
from tests.handlers.talking import buttons, pressed, texts, written


async def write(talk: Talk, fact: WorkFact, text: str | None = None, **facts: object) -> Replies:
    await forms.enter(talk.state, Form.work, fact=fact.value)
    replies: Replies = await work.written(written(text, **facts), talk)
    return replies


async def told(talk: Talk, kind: Trait) -> list[str]:
    return (await traits.traits_of(talk.session, talk.person))[kind]


async def test_without_consent_nothing_is_kept(stranger: Talk) -> None:
    """Neither the page, nor a button, nor what is written into a form left open, leads on."""
    choice = WorkChoice(fact=WorkFact.GROUP, mark=mark("logopedai"))
    for deed in (
        work.page(pressed(), stranger),
        work.fact(pressed(), Work(fact=WorkFact.CITY), stranger),
        work.choose(pressed(), choice, stranger),
    ):
        with pytest.raises(ConsentNeeded):
            await deed
    assert await stranger.state.get_state() is None
    with pytest.raises(ConsentNeeded):
        await write(stranger, WorkFact.GROUP, "logopedai")
    assert await told(stranger, Trait.GROUP) == []


async def test_groups_are_ticked_and_left(talk: Talk) -> None:
    """One's own stand first, so that they are at hand the next time."""
    choice = WorkChoice(fact=WorkFact.GROUP, mark=mark("logopedai"))
    assert buttons(await work.choose(pressed(), choice, talk))[0] == "✓ Logopedai"
    assert await told(talk, Trait.GROUP) == ["logopedai"]
    shown = buttons(await work.fact(pressed(), Work(fact=WorkFact.GROUP, page=1), talk))
    assert "‹" in shown
    assert "›" in shown
    await work.choose(pressed(), choice, talk)
    assert await told(talk, Trait.GROUP) == []
    await work.choose(pressed(), WorkChoice(fact=WorkFact.GROUP, mark="old"), talk)
    assert await told(talk, Trait.GROUP) == []


@pytest.mark.parametrize(
    ("fact", "text", "expected"),
    [
        (WorkFact.GROUP, "dirbu su pradinukais ir esu psichologė", None),
        (WorkFact.GROUP, "pradinukams", ["pradinių klasių mokytojai"]),
        (WorkFact.SUBJECT, "Robotika", ["Robotika"]),
        (WorkFact.CITY, "Kaune", ["Kaunas"]),
        (WorkFact.SCHOOL, "Kauno Saulės gimnazija", ["Kauno Saulės gimnazija"]),
    ],
)
async def test_what_is_written_is_kept(
    talk: Talk, fact: WorkFact, text: str, expected: list[str] | None
) -> None:
    """Known groups under their own names; of several one goes on writing, of one it is done."""
    await write(talk, fact, text)
    found = await told(talk, Trait(fact.value))
    assert found == (expected or found)
    assert found
    still = Form.work.state if fact in {WorkFact.GROUP, WorkFact.SUBJECT} else None
    assert await talk.state.get_state() == still


async def test_a_telephone_is_typed_or_shared(talk: Talk) -> None:
    """One's own; what is no number, and somebody else's contact, is asked for once more."""
    assert "paskambins" in texts(await work.fact(pressed(), Work(fact=WorkFact.TELEPHONE), talk))[0]
    with pytest.raises(NotATelephone):
        await write(talk, WorkFact.TELEPHONE, "mano numeris")
    assert await talk.state.get_state() == Form.work.state
    friend = Contact(phone_number="37061111111", first_name="G", user_id=5)
    assert "kito žmogaus" in texts(await write(talk, WorkFact.TELEPHONE, contact=friend))[0]
    assert talk.person.telephone == ""
    await write(talk, WorkFact.TELEPHONE, "8 612 34567")
    assert talk.person.telephone == "+37061234567"
    own = Contact(phone_number="37062222222", first_name="O", user_id=talk.chat_id)
    said = await write(talk, WorkFact.TELEPHONE, contact=own)
    assert talk.person.telephone == "+37062222222"
    assert "Telefonas: +37062222222" in texts(said)[0]


async def test_each_fact_can_be_emptied(talk: Talk) -> None:
    """One by one; the others stay."""
    await write(talk, WorkFact.CITY, "Kaunas")
    await write(talk, WorkFact.TELEPHONE, "+37061234567")
    said = await work.fact(pressed(), Work(fact=WorkFact.CITY, clear=True), talk)
    assert "Miestas: nenurodyta" in texts(said)[0]
    assert talk.person.telephone == "+37061234567"
    await work.fact(pressed(), Work(fact=WorkFact.TELEPHONE, clear=True), talk)
    assert talk.person.telephone == ""
    assert buttons(await work.page(pressed(), talk)) == [
        "Grupė", "Dalykas", "Miestas", "Mokykla", "Telefonas", "Mokykla ir vadovas", "Atgal",
    ]  # fmt: skip


async def test_a_school_that_may_be_anywhere_is_asked_its_town(talk: Talk) -> None:
    """At once, unless a town was told before."""
    asked = await write(talk, WorkFact.SCHOOL, "Saulės gimnazija")
    assert "Kuriame mieste" in texts(asked)[0]
    await work.written(written("Kaune"), talk)
    asked = await write(talk, WorkFact.SCHOOL, "Saulės gimnazija")
    assert "Mano darbas" in texts(asked)[0]
