"""Examples before staff: let in, with names taken out, or kept out."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.tables import Person, Role
from catalogue.practice.refusals import NotAnExample
from catalogue.practice.tables import Consent, PracticeExample, Standing
from handlers.forms import Form
from handlers.office import examples
from handlers.office.callbacks.practice import ExampleDeed, OneExample, WaitingExamples
from handlers.replies import Letter, Replies
from handlers.talk import Talk
from tests.catalogue.practice.made_up import an_example
from tests.factories import a_person, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, each, pressed, texts, written

APPROVE, DECLINE, REWORD = ExampleDeed.APPROVE, ExampleDeed.DECLINE, ExampleDeed.REWORD


@pytest.fixture
async def rasa(session: AsyncSession) -> Talk:
    return await an_owner_of_the_house(session)


@pytest.fixture
async def waiting(session: AsyncSession) -> list[PracticeExample]:
    """Two of one event, the longer waiting one first."""
    event, ona = an_event(title_lt="Vertinimas"), a_person(name="Ona Onaitė")
    await kept(session, event, ona)
    found = [an_example(event, ona, words=words) for words in ("Antras", "Pirmas")]
    await kept(session, *found)
    return found[::-1]


async def deeds(session: AsyncSession) -> list[Deed]:
    return list(await session.scalars(select(JournalEntry.deed).order_by(JournalEntry.id)))


def letters(said: Replies) -> list[Letter]:
    return [one for one in each(said) if isinstance(one, Letter)]


async def test_one_after_another(
    session: AsyncSession, rasa: Talk, waiting: list[PracticeExample]
) -> None:
    """After each decision the next one is shown; of what is let in its author hears; all is noted.
    A second press of the same button changes nothing.
    """
    said = await examples.waiting(pressed(), WaitingExamples(), rasa)
    assert buttons(said) == ["Antras", "Pirmas", "Geroji patirtis"]
    first, second = waiting[::-1]
    seen = await examples.show(pressed(), OneExample(example=first.id), rasa)
    assert "Pasirašyta: Ona Onaitė" in texts(seen)[0]
    assert buttons(seen) == ["Įdėti į banką", "Nedėti", "Taisyti žodžius", "Į sąrašą"]
    for times in range(2):
        said = await examples.decide(pressed(), OneExample(example=first.id, deed=APPROVE), rasa)
        assert texts(said)[0].startswith("Įdėta į banką. Dar laukia: 1.")
        assert "Pirmas" in texts(said)[0]
        assert len(letters(said)) == (times == 0)
    last = await examples.decide(pressed(), OneExample(example=second.id, deed=DECLINE), rasa)
    assert (letters(last), buttons(last)[0]) == ([], "Įdėti į banką")
    assert (first.standing, second.standing) == (Standing.APPROVED, Standing.DECLINED)
    assert await deeds(session) == [Deed.EXAMPLE_APPROVED, Deed.EXAMPLE_DECLINED]
    none = await examples.waiting(pressed(), WaitingExamples(), rasa)
    assert texts(none) == ["Sprendimo nelaukia nė vienas pavyzdys."]


async def test_the_author_hears_in_their_own_language(
    session: AsyncSession, rasa: Talk, waiting: list[PracticeExample]
) -> None:
    """With the words as they stand; one who was forgotten has no chat to hear in."""
    one, other = waiting
    author = await session.get_one(Person, one.person_id)
    author.language = "en"
    said = await examples.decide(pressed(), OneExample(example=one.id, deed=APPROVE), rasa)
    (letter,) = letters(said)
    assert letter.chat_id == author.telegram_id
    assert "is in the bank of good practice now" in letter.text
    author.telegram_id = None
    other.consent = Consent.NAMELESS
    said = await examples.decide(pressed(), OneExample(example=other.id, deed=APPROVE), rasa)
    assert letters(said) == []


async def test_names_are_taken_out(
    session: AsyncSession, rasa: Talk, waiting: list[PracticeExample]
) -> None:
    """What cannot be taken is asked anew; of what stands in the bank already the author hears."""
    one = waiting[0]
    await examples.ask_words(pressed(), OneExample(example=one.id, deed=REWORD), rasa)
    assert await rasa.state.get_state() == Form.practice_words.state
    with pytest.raises(NotAnExample):
        await examples.reworded(written("..."), rasa)
    said = await examples.reworded(written("Be vardų"), rasa)
    assert (one.words, letters(said), await rasa.state.get_state()) == ("Be vardų", [], None)
    await examples.decide(pressed(), OneExample(example=one.id, deed=APPROVE), rasa)
    await examples.ask_words(pressed(), OneExample(example=one.id, deed=REWORD), rasa)
    assert len(letters(await examples.reworded(written("Dar trumpiau"), rasa))) == 1
    assert (await deeds(session)).count(Deed.EXAMPLE_REWORDED) == 2


async def test_of_another_centre_nothing_waits(
    session: AsyncSession, waiting: list[PracticeExample]
) -> None:
    """A coordinator sees those of their own centre."""
    other = an_event()
    await kept(session, other)
    talk = await employed(session, Role.COORDINATOR, other.centre)
    said = await examples.waiting(pressed(), WaitingExamples(), talk)
    assert buttons(said) == ["Geroji patirtis"]
