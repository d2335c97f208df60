"""A question to a coordinator, from the button to the answer."""

import pytest
from aiogram.methods import AnswerCallbackQuery
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.enquiries.refusals import EnquiryGone, NotAnEnquiry
from catalogue.enquiries.tables import Enquiry
from handlers import asking, cards, enquiring, forms
from handlers.callbacks.asking import Answered, AskCoordinator, EnquiryDraft, ReplyToLetter
from handlers.callbacks.programme import OpenEvent
from handlers.forms import Form
from handlers.replies import Replies
from handlers.talk import Talk
from tests.catalogue.enquiries.made_up import an_enquiry
from tests.factories import a_person, kept
from tests.handlers.talking import a_talk, buttons, data, pressed, put, rewritten, texts, written

QUESTION = "Ar prie centro yra kur pastatyti automobilį?"


async def begun(talk: Talk, reply: Replies) -> Replies:
    """The button pressed below a reply."""
    chosen = AskCoordinator.unpack(data(reply, "Klausti metodininko"))
    shown: Replies = await enquiring.begin(pressed(chosen), chosen, talk)
    return shown


async def press(talk: Talk, reply: Replies, label: str) -> Replies:
    chosen = EnquiryDraft.unpack(data(reply, label))
    shown: Replies = await enquiring.pass_on(pressed(chosen), chosen, talk)
    return shown


async def all_of(session: AsyncSession) -> list[Enquiry]:
    return list(await session.scalars(select(Enquiry).order_by(Enquiry.id)))


async def test_what_nobody_told_us_is_passed_on(talk: Talk, session: AsyncSession) -> None:
    """As it was asked, or reworded, with the name or without; an older button sends nothing else
    than what is shown.
    """
    shown = await begun(talk, await asking.written(written(QUESTION), talk))
    assert f"Jūsų klausimas:</b> {QUESTION}" in texts(shown)[0]
    assert "Jie matys Jūsų vardą: Ona" in texts(shown)[0]
    assert "iki lapkričio 24 d." in texts(shown)[0]
    assert buttons(shown) == ["Siųsti", "Mesti", "Klausti be vardo"]
    other = await enquiring.written(written("Ar yra <liftas>?"), talk)
    assert "Ar yra &lt;liftas&gt;?" in texts(other)[0]
    again = await press(talk, shown, "Siųsti")
    assert "Ar yra &lt;liftas&gt;?" in texts(again)[0]
    assert await all_of(session) == []
    nameless = await press(talk, again, "Klausti be vardo")
    assert "Jūsų vardo jie nematys" in texts(nameless)[0]
    sent = await press(talk, nameless, "Siųsti")
    assert rewritten(sent) == [77]
    assert (await talk.state.get_state(), buttons(sent)) == (None, [])
    (kept_one,) = await all_of(session)
    assert (kept_one.words, kept_one.is_nameless) == ("Ar yra <liftas>?", True)
    await press(talk, nameless, "Siųsti")
    assert len(await all_of(session)) == 1


async def test_a_question_of_an_event_is_of_its_centre(talk: Talk, session: AsyncSession) -> None:
    """From its card there is nothing asked yet; who gave no name is not asked for one."""
    event = await put(talk)
    talk.person.name = ""
    opened = OpenEvent(event=event.id)
    asked = await begun(talk, await cards.open_event(pressed(opened), opened, talk))
    assert "apie „Vertinimas“" in texts(asked)[0]
    with pytest.raises(NotAnEnquiry):
        await enquiring.written(written("?"), talk)
    shown = await enquiring.written(written("Ar bus pietūs?"), talk)
    assert event.centre.name in texts(shown)[0]
    assert buttons(shown) == ["Siųsti", "Mesti"]
    await press(talk, shown, "Siųsti")
    (kept_one,) = await all_of(session)
    assert (kept_one.event_id, kept_one.centre_id) == (event.id, event.centre_id)
    assert kept_one.is_nameless


async def test_nonsense_is_no_question_to_anybody(talk: Talk) -> None:
    """There is nothing a coordinator could answer."""
    assert "Klausti metodininko" not in buttons(await asking.written(written("asdfgh"), talk))


async def test_one_more_question_goes_on_from_the_answer(talk: Talk, session: AsyncSession) -> None:
    """In the same thread and as nameless as before; from somebody else's answer nobody goes on."""
    before = await an_enquiry(session, talk.person, answer="Yra.", is_nameless=True)
    more = Answered(enquiry=before.id, more=True)
    await enquiring.ask_more(pressed(more), more, talk)
    assert await talk.state.get_state() == Form.enquiry.state
    await press(talk, await enquiring.written(written("O kur?"), talk), "Siųsti")
    assert [(one.follows, one.is_nameless) for one in await all_of(session)] == [
        (None, True),
        (before.id, True),
    ]
    stranger = a_person()
    await kept(session, stranger)
    with pytest.raises(EnquiryGone):
        await enquiring.ask_more(pressed(more), more, a_talk(session, stranger))
    thanks = await enquiring.thank(pressed(Answered(enquiry=before.id)), talk)
    assert isinstance(thanks, AnswerCallbackQuery)
    assert thanks.text == "Nėra už ką!"


async def test_an_old_button_begins_anew(talk: Talk) -> None:
    """Of a question long forgotten it asks to write it; of a form that was left it says so."""
    old = AskCoordinator(mark="0a1b2c3d")
    assert "Parašykite klausimą" in texts(await enquiring.begin(pressed(old), old, talk))[0]
    await forms.leave(talk.state)
    draft = EnquiryDraft(mark="0a1b2c3d")
    assert "paseno" in texts(await enquiring.pass_on(pressed(draft), draft, talk))[0]


def test_below_an_answer(talk: Talk) -> None:
    """One may thank, or go on."""
    keyboard = enquiring.after_answer(talk.say, 9)
    assert [one.callback_data for one in keyboard.inline_keyboard[0]] == ["kv:9:0", "kv:9:1"]


async def test_a_reply_goes_to_whoever_wrote(talk: Talk, session: AsyncSession) -> None:
    """It is of the event, and remembers whose words it replies to."""
    event, rita = await put(talk), a_person()
    await kept(session, rita)
    chosen = ReplyToLetter(event=event.id, person=rita.id)
    asked = await enquiring.reply(pressed(chosen), chosen, talk)
    assert texts(asked)[0].startswith("Parašykite atsakymą į laišką dėl renginio „")
    shown = await enquiring.written(written("Atsivešiu"), talk)
    assert texts(shown)[0].startswith("<b>Jūsų atsakymas:</b> Atsivešiu")
    assert buttons(shown) == ["Siųsti", "Mesti"]
    done = await press(talk, shown, "Siųsti")
    assert texts(done) == ["<b>Jūsų atsakymas:</b> Atsivešiu\n\nIšsiųsta."]
    (found,) = await all_of(session)
    assert (found.event_id, found.centre_id, found.addressed_to) == (
        *(event.id, event.centre_id),
        rita.id,
    )
