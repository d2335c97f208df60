"""Staff look through the words they have taught."""

from collections.abc import Sequence

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.glossary import rules
from catalogue.glossary.meanings import Meaning
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role, StaffMember
from handlers.office import taught
from handlers.office.callbacks import staff as staff_callbacks
from handlers.replies import Recipe
from handlers.talk import Talk
from tests.factories import NOW, kept
from tests.handlers.talking import buttons, data, pressed, rewritten, texts

LIST = staff_callbacks.TaughtWords()


@pytest.fixture
async def rasa(talk: Talk, session: AsyncSession) -> Talk:
    """The talk of one who is staff of some centre."""
    await kept(session, StaffMember(person_id=talk.person.id, role=Role.COORDINATOR, since=NOW))
    return talk


async def teach(talk: Talk, said: Sequence[str]) -> None:
    for one in said:
        meaning = Meaning(said=one, meant="robotika")
        await rules.teach(talk.session, meaning, by=talk.person, now=NOW)


async def test_who_taught_it_and_out_again(rasa: Talk) -> None:
    """A word is looked at and taken out; its buttons in older messages lead to the list."""
    await teach(rasa, ["botai"])
    page = await taught.taught_words(pressed(LIST), LIST, rasa)
    assert "1 žodžio" in texts(page)[0]
    one = staff_callbacks.TaughtWord.unpack(data(page, "botai = robotika"))
    shown = await taught.taught_word(pressed(one), one, rasa)
    assert "Išmokė: Ona Petraitienė, 2026 m. lapkričio 22 d." in texts(shown)[0]
    out = staff_callbacks.TaughtWord(word=one.word, remove=True)
    left = await taught.remove(pressed(out), out, rasa)
    assert "dar nieko neišmokyta" in texts(left)[0]
    assert buttons(left) == ["Pridėti žodį", "Ko nerasta"]
    for stale in (
        await taught.taught_word(pressed(one), one, rasa),
        await taught.remove(pressed(out), out, rasa),
    ):
        assert (texts(stale), rewritten(stale)) == (texts(left), [77])


async def test_pages_and_the_file(rasa: Talk) -> None:
    """Eight at a time, the newest first; a page that is no more leads to the last there is."""
    await teach(rasa, [letter * 4 for letter in "bcdfghjkl"])
    first = await taught.taught_words(pressed(LIST), LIST, rasa)
    assert buttons(first)[:9] == [*(f"{one * 4} = robotika" for one in "lkjhgfdc"), "Daugiau"]
    beyond = staff_callbacks.TaughtWords(page=7)
    last = await taught.taught_words(pressed(beyond), beyond, rasa)
    assert buttons(last) == ["bbbb = robotika", "Atgal", "Pridėti žodį", "Kaip failą", "Ko nerasta"]
    sent = await taught.words_file(pressed(), rasa)
    assert isinstance(sent, Recipe)
    assert sent.kind == "taught_words"


async def test_nobody_else_may(talk: Talk) -> None:
    """Not with a button that came into their hands."""
    look, out = staff_callbacks.TaughtWord(word=1), staff_callbacks.TaughtWord(word=1, remove=True)
    with pytest.raises(StaffOnly):
        await taught.taught_words(pressed(LIST), LIST, talk)
    with pytest.raises(StaffOnly):
        await taught.taught_word(pressed(look), look, talk)
    with pytest.raises(StaffOnly):
        await taught.remove(pressed(out), out, talk)
    with pytest.raises(StaffOnly):
        await taught.words_file(pressed(), talk)
