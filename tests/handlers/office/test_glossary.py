"""Staff teach the search words from the list of what was not found."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.finding.finder import Finder
from catalogue.glossary import misses, queries
from catalogue.glossary.refusals import NotAWord, SaysNothing
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role, StaffMember
from catalogue.programme.revisions import stamp
from catalogue.search.index import Index, Result
from catalogue.search.questions import Question
from handlers.forms import Form
from handlers.office import glossary
from handlers.office.callbacks import staff as staff_callbacks
from handlers.pages import PER_PAGE
from handlers.talk import Talk
from tests.factories import NOW, an_event, kept
from tests.handlers.talking import buttons, data, pressed, rewritten, texts, written


@pytest.fixture
async def rasa(talk: Talk, session: AsyncSession) -> Talk:
    """The talk of one who is staff of some centre."""
    await kept(session, StaffMember(person_id=talk.person.id, role=Role.COORDINATOR, since=NOW))
    return talk


async def missed(talk: Talk, *words: str, days_ago: int = 0) -> None:
    day = NOW.date() - timedelta(days=days_ago)
    for one in words:
        await misses.note(talk.session, {"topic": one.split()}, is_known=False, day=day)


async def published(talk: Talk, *titles: str) -> None:
    for title in titles:
        event = an_event(title_lt=title)
        await kept(talk.session, event)
        await stamp(talk.session, event)


async def taught(talk: Talk) -> Sequence[str]:
    return [f"{one.said} = {one.meant}" for one in await queries.all_taught(talk.session)]


async def test_from_a_miss_to_a_word(rasa: Talk) -> None:
    """Asked, answered in words, shown before it is kept, and gone from the list."""
    await published(rasa, "Įtraukusis ugdymas klasėje", "Robotika")
    await missed(rasa, "visikartukai", "visikartuku", "robotika")
    page = await glossary.show(written("/zodziai"), rasa)
    assert "• visikartuku: 2 kartus" in texts(page)[0]
    assert "robotika" not in texts(page)[0]  # published meanwhile
    one = staff_callbacks.MissedWord.unpack(data(page, "visikartuku · 2"))
    asked = await glossary.missed_word(pressed(one), one, rasa)
    assert "Ką tai reiškia?" in texts(asked)[0]
    assert await rasa.state.get_state() == Form.word.state
    with pytest.raises(SaysNothing):
        await glossary.written(written("seminaras"), rasa)
    proposal = await glossary.written(written("įtraukusis ugdymas"), rasa)
    assert "<b>visikartuku</b> = <b>įtraukusis ugdymas</b>" in texts(proposal)[0]
    assert "būtų rastas 1 renginys" in texts(proposal)[0]
    assert "1. <b>Įtraukusis ugdymas klasėje</b>" in texts(proposal)[0]
    assert await taught(rasa) == []
    sure = staff_callbacks.Teach.unpack(data(proposal, "Išmokyti"))
    done = await glossary.teach(pressed(sure), sure, rasa)
    assert "Nuo šiol paieška tai supras" in texts(done)[0]
    assert await taught(rasa) == ["visikartuku = įtraukusis ugdymas"]
    assert await rasa.state.get_state() is None
    again = await glossary.teach(pressed(sure), sure, rasa)
    assert "suprato viską" in texts(again)[0]
    index = await rasa.house.finder.index(rasa.session)
    assert index.search("visikartukus", now=NOW).verdict == "found"


async def test_a_meaning_that_is_offered(rasa: Talk) -> None:
    """One press instead of writing; a button of other days leads to the choice as it is now."""
    await missed(rasa, "inkliuzyvas")
    page = await glossary.show(written("/words"), rasa)
    one = staff_callbacks.MissedWord.unpack(data(page, "inkliuzyvas"))
    asked = await glossary.missed_word(pressed(one), one, rasa)
    meaning = staff_callbacks.MissedWord.unpack(data(asked, "= įtraukusis ugdymas"))
    proposal = await glossary.suggested(pressed(meaning), meaning, rasa)
    assert "Šiuo metu taip nieko nebūtų rasta" in texts(proposal)[0]
    old = staff_callbacks.MissedWord(miss=one.miss, mark="0" * 8)
    assert buttons(await glossary.suggested(pressed(old), old, rasa)) == buttons(asked)


async def test_what_is_ignored(rasa: Talk) -> None:
    """Goes from the list at once; its buttons in older messages lead to the list."""
    await missed(rasa, "kahutas", "zumas")
    one = staff_callbacks.MissedWord.unpack(
        data(await glossary.show(written("/zodziai"), rasa), "kahutas")
    )
    no = staff_callbacks.MissedWord(miss=one.miss, ignore=True)
    left = await glossary.ignore(pressed(no), no, rasa)
    assert "kahutas" not in texts(left)[0]
    assert "zumas" in texts(left)[0]
    assert rewritten(left) == [77]
    marked = staff_callbacks.MissedWord(miss=one.miss, mark="0" * 8)
    for stale in (
        await glossary.missed_word(pressed(one), one, rasa),
        await glossary.ignore(pressed(no), no, rasa),
        await glossary.suggested(pressed(marked), marked, rasa),
    ):
        assert texts(stale) == texts(left)


async def test_pages_and_periods(rasa: Talk) -> None:
    """Eight at a time; what is older than a month is seen for three.

    A page that is no more leads to the last, and one whose words are all found by now says so.
    """
    await missed(rasa, *(word * 4 for word in "bcdfghjkl"))
    await missed(rasa, "kahutas", days_ago=31)
    first = await glossary.show(written("/zodziai"), rasa)
    assert buttons(first)[8:] == [
        "Daugiau",
        "✓ 30 dienų",
        "90 dienų",
        "Pridėti žodį",
        "Išmokyti žodžiai",
    ]
    more = staff_callbacks.MissedWords.unpack(data(first, "Daugiau"))
    second = await glossary.missed_words(pressed(more), more, rasa)
    assert "• llll: 1 kartą" in texts(second)[0]
    assert buttons(second)[:2] == ["llll · 1", "Atgal"]
    gone = staff_callbacks.MissedWords(page=7)
    assert buttons(await glossary.missed_words(pressed(gone), gone, rasa)) == buttons(second)
    months = staff_callbacks.MissedWords(days=90, page=1)
    assert "llll" in texts(await glossary.missed_words(pressed(months), months, rasa))[0]
    await published(rasa, "Llll")
    found = await glossary.missed_words(pressed(more), more, rasa)
    assert "jau randama" in texts(found)[0]
    assert buttons(found)[:2] == ["Atgal", "✓ 30 dienų"]


class Counting(Index):
    """Counts how often something is looked for."""

    looked = 0

    def find(self, question: Question, *, now: datetime, limit: int = 10) -> Result:
        self.looked += 1
        return super().find(question, now=now, limit=limit)


async def test_a_turn_looks_for_a_page_of_words(rasa: Talk) -> None:
    """However many were missed and are found by now: others wait for their answers meanwhile."""
    index = Counting()
    talk = replace(rasa, house=replace(rasa.house, finder=Finder(index)))
    words = [word * 4 for word in "bcdfghjklmnprstvz"]
    await missed(talk, *words)
    await published(talk, *words)
    page = await glossary.show(written("/zodziai"), talk)
    assert "jau randama" in texts(page)[0]
    assert 0 < index.looked <= PER_PAGE


async def test_a_word_that_nobody_missed(rasa: Talk) -> None:
    """Added freely, with a warning where the programme uses it; what was shown last is kept."""
    titles = [f"Matematikos uždaviniai {letter}" for letter in "ABC"]
    await published(rasa, "Robotika", *titles)
    asked = await glossary.ask(pressed(), rasa)
    assert "kompiukai = skaitmeniniai įrankiai" in texts(asked)[0]
    with pytest.raises(NotAWord):
        await glossary.written(written("uždaviniai"), rasa)
    daring = await glossary.written(written("uždaviniai = robotika"), rasa)
    assert "Atsargiai" in texts(daring)[0]
    assert "prisidėtų dar 3 renginiai" in texts(daring)[0]
    other = await glossary.written(written("botai = robotika"), rasa)
    old = staff_callbacks.Teach.unpack(data(daring, "Išmokyti"))
    sure = staff_callbacks.Teach.unpack(data(other, "Išmokyti"))
    await glossary.teach(pressed(sure), sure, rasa)
    await glossary.teach(pressed(old), old, rasa)
    assert await taught(rasa) == ["botai = robotika"]


async def test_nobody_else_may(talk: Talk) -> None:
    """Not by the command, nor with a button that came into their hands, nor in the form."""
    presses: list[tuple[Callable[..., Awaitable[object]], CallbackData]] = [
        (glossary.missed_words, staff_callbacks.MissedWords()),
        (glossary.missed_word, staff_callbacks.MissedWord(miss=1)),
        (glossary.ignore, staff_callbacks.MissedWord(miss=1, ignore=True)),
        (glossary.suggested, staff_callbacks.MissedWord(miss=1, mark="0" * 8)),
        (glossary.teach, staff_callbacks.Teach(mark="0" * 8)),
    ]
    for handler, button in presses:
        with pytest.raises(StaffOnly):
            await handler(pressed(button), button, talk)
    with pytest.raises(StaffOnly):
        await glossary.ask(pressed(), talk)
    for said in (glossary.show, glossary.written):
        with pytest.raises(StaffOnly):
            await said(written("botai = robotika"), talk)
