"""Teachers' questions before those who answer them."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers import rules as answers
from catalogue.centres.tables import Centre
from catalogue.enquiries.refusals import EnquiryGone, EnquirySettled, NotAReply
from catalogue.enquiries.tables import Enquiry, EnquiryRecipient
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.refusals import RightNeeded
from catalogue.people.tables import Person, Role
from handlers.forms import Form
from handlers.office import enquiries, known_answers
from handlers.office.callbacks.enquiries import (
    AboutEnquiry,
    Enquiries,
    OneEnquiry,
    ReplyWithKnown,
    RewordQuestion,
    SendReply,
)
from handlers.replies import Replies
from handlers.talk import Talk
from tests.catalogue.enquiries.made_up import an_enquiry
from tests.factories import NOW, a_centre, a_person, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, data, pressed, texts, written

DEEDS = {
    AboutEnquiry.LOOK: enquiries.look,
    AboutEnquiry.REPLY: enquiries.ask_reply,
    AboutEnquiry.LEAVE: enquiries.leave_to_others,
    AboutEnquiry.KNOWN: enquiries.known,
    AboutEnquiry.CLOSE: enquiries.close,
    AboutEnquiry.REALLY_CLOSE: enquiries.close,
    AboutEnquiry.APPROVE: enquiries.approve,
}


@pytest.fixture
async def asked(session: AsyncSession) -> Enquiry:
    """At a centre, by Ona, of parking."""
    centre, ona = a_centre(), a_person(name="Ona Petraitienė")
    await kept(session, centre, ona)
    words = "Ar prie centro yra kur pastatyti automobilį?"
    return await an_enquiry(session, ona, centre_id=centre.id, words=words)


@pytest.fixture
async def rasa(session: AsyncSession, asked: Enquiry) -> Talk:
    """Who answers at that centre."""
    centre = await session.get_one(Centre, asked.centre_id)
    return await employed(session, Role.COORDINATOR, centre, name="Rasa Kazlauskienė")


async def do(talk: Talk, enquiry: Enquiry, deed: AboutEnquiry) -> Replies:
    chosen = OneEnquiry(enquiry=enquiry.id, deed=deed)
    shown: Replies = await DEEDS[deed](pressed(chosen), chosen, talk)
    return shown


async def replied(talk: Talk, enquiry: Enquiry, answer: str = "Taip, kieme.") -> Replies:
    await do(talk, enquiry, AboutEnquiry.REPLY)
    shown = await enquiries.reply_written(written(answer), talk)
    send = SendReply.unpack(data(shown, "Siųsti"))
    done: Replies = await enquiries.send_reply(pressed(send), send, talk)
    return done


async def deeds(session: AsyncSession) -> list[Deed]:
    return list(await session.scalars(select(JournalEntry.deed).order_by(JournalEntry.id)))


async def test_an_answer_is_seen_once_more_and_sent(rasa: Talk, asked: Enquiry) -> None:
    """From the list of open ones; an older preview sends nothing."""
    page = await enquiries.show(written("/klausimai"), rasa)
    assert "Atsakymo laukia 1 klausimas" in texts(page)[0]
    first = "1. Ar prie centro yra kur pastatyti automobilį?"
    assert buttons(page) == [first, "Mano temos", "Žinomi atsakymai"]
    card = await do(rasa, asked, AboutEnquiry.LOOK)
    assert "Klausia: Ona Petraitienė" in texts(card)[0]
    assert buttons(card) == ["Atsakyti", "Žinomi atsakymai", "Ne man", "Užverti"]
    await do(rasa, asked, AboutEnquiry.REPLY)
    with pytest.raises(NotAReply):
        await enquiries.reply_written(written(" "), rasa)
    old = SendReply.unpack(data(await enquiries.reply_written(written("Ne."), rasa), "Siųsti"))
    await enquiries.reply_written(written("Taip, <kieme>."), rasa)
    await enquiries.send_reply(pressed(old), old, rasa)
    assert asked.closed_at is None
    done = await replied(rasa, asked, "Taip, <kieme>.")
    assert "Taip, &lt;kieme&gt;." in texts(done)[0]
    assert buttons(done) == ["Įtraukti į žinomus atsakymus", "Į klausimų sąrašą"]
    assert (asked.answer, asked.closed_by) == ("Taip, <kieme>.", rasa.person.id)
    assert await deeds(rasa.session) == [Deed.ENQUIRY_ANSWERED]
    turned = await enquiries.turn_page(pressed(), Enquiries(), rasa)
    assert "Neseniai atsakyta" in texts(turned)[0]
    with pytest.raises(EnquirySettled):
        await do(rasa, asked, AboutEnquiry.REPLY)


async def test_one_who_has_blocked_us(rasa: Talk, asked: Enquiry, session: AsyncSession) -> None:
    """The answer is kept, and staff know."""
    (await session.get_one(Person, asked.person_id)).unreachable_since = NOW
    assert "užblokavo" in texts(await replied(rasa, asked))[0]
    assert asked.answer == "Taip, kieme."


async def test_one_leaves_it_or_closes_it(rasa: Talk, asked: Enquiry) -> None:
    """Closing asks once, for the person is told."""
    await do(rasa, asked, AboutEnquiry.LEAVE)
    row = await rasa.session.get(EnquiryRecipient, (asked.id, rasa.person.id))
    assert row is not None
    assert row.declined_at == NOW
    sure = await do(rasa, asked, AboutEnquiry.CLOSE)
    assert (buttons(sure), asked.closed_at) == (["Taip, užverti", "Atgal"], None)
    await do(rasa, asked, AboutEnquiry.REALLY_CLOSE)
    assert (asked.closed_at, asked.answered_at) == (NOW, None)
    assert await deeds(rasa.session) == [Deed.ENQUIRY_LEFT, Deed.ENQUIRY_CLOSED]


async def test_a_known_answer_is_sent_with_one_press(rasa: Talk, asked: Enquiry) -> None:
    """One of the nearest, of the centre or of all; what is known no more is not sent."""
    other = a_centre()
    await kept(rasa.session, other)
    for centre_id, answer in ((asked.centre_id, "Kieme."), (other.id, "Gatvėje.")):
        await answers.add(
            rasa.session,
            question="Kur pastatyti automobilį prie centro?",
            answer=answer,
            language="lt",
            centre_id=centre_id,
            by=rasa.person,
            now=NOW,
        )
    shown = await do(rasa, asked, AboutEnquiry.KNOWN)
    assert "Kieme." in texts(shown)[0]
    assert "Gatvėje." not in texts(shown)[0]
    chosen = ReplyWithKnown.unpack(data(shown, "Siųsti 1-ą"))
    gone = chosen.model_copy(update={"mark": "0a1b2c3d"})
    await enquiries.reply_with_known(pressed(gone), gone, rasa)
    assert asked.closed_at is None
    await enquiries.reply_with_known(pressed(chosen), chosen, rasa)
    assert asked.answer == "Kieme."


async def test_a_good_pair_goes_to_the_approval(rasa: Talk, asked: Enquiry) -> None:
    """The question can be put otherwise, and the answer too, before anybody is told so."""
    assert "paseno" in texts(await do(rasa, asked, AboutEnquiry.APPROVE))[0]
    await replied(rasa, asked)
    shown = await do(rasa, asked, AboutEnquiry.APPROVE)
    assert "nebūtų žmonių vardų" in texts(shown)[0]
    assert await rasa.state.get_state() == Form.answer_text.state
    await enquiries.reword(pressed(RewordQuestion()), rasa)
    shown = await known_answers.question_written(written("Ar yra kur statyti mašiną?"), rasa)
    assert "Ar yra kur statyti mašiną?" in texts(shown)[0]
    assert "Taip, kieme." in texts(shown)[0]
    shown = await known_answers.answer_written(written("Kieme."), rasa)
    assert "Ar yra kur statyti mašiną?" in texts(shown)[0]


async def test_a_story_is_first_put_as_a_question(rasa: Talk, asked: Enquiry) -> None:
    """What nobody could ask for is not offered for approval."""
    asked.words = "a " * 300
    await replied(rasa, asked)
    shown = await do(rasa, asked, AboutEnquiry.APPROVE)
    assert "be jokių vardų" in texts(shown)[0]
    assert await rasa.state.get_state() == Form.answer_question.state


async def test_another_centres_questions_are_not_ones_own(
    session: AsyncSession, asked: Enquiry
) -> None:
    """Nor is what was taken back."""
    other = a_centre()
    await kept(session, other)
    rita = await employed(session, Role.COORDINATOR, other)
    assert "nelaukia niekas" in texts(await enquiries.show(written("/klausimai"), rita))[0]
    for deed in AboutEnquiry:
        with pytest.raises(RightNeeded):
            await do(rita, asked, deed)
    asked.closed_at = NOW
    await session.flush()
    with pytest.raises(EnquiryGone):
        await do(rita, asked, AboutEnquiry.LOOK)
