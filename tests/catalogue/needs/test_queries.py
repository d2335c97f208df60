"""Answers read as wishes."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.needs import editing
from catalogue.needs.queries import Said, said
from catalogue.needs.rules import Given
from catalogue.needs.tables import Kind, Mark
from catalogue.search.spans import Span, month
from tests.catalogue.needs.made_up import GROUPS, THEMES, a_question, a_survey, answer
from tests.factories import NOW, VILNIUS

NOVEMBER = month(2026, 11)
CHOSEN = Given((GROUPS[0],))


async def test_a_survey_tells_wishes_once_it_is_closed(sqlite_database: Database) -> None:
    """In the span in which it closed, whenever it was answered."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session, now=NOW - timedelta(days=90))
        await answer(session, survey, Given((THEMES[1],)))
        assert await said(session, span=NOVEMBER, zone=VILNIUS) == []
        editing.close(survey, now=NOW)
        await session.flush()
        for span, count in ((NOVEMBER, 1), (month(2026, 12), 0), (Span(None, None), 1)):
            assert len(await said(session, span=span, zone=VILNIUS)) == count

    await sqlite_database.write(work)


async def test_whose_a_wish_is_as_far_as_it_may_be_known(sqlite_database: Database) -> None:
    """What was chosen without a name has its group and one key; what was written stands alone.
    With a name all of it is of one person.
    """

    async def work(session: AsyncSession) -> None:
        town = a_question(
            3, kind=Kind.ONE, mark=Mark.TOWN, options=[["Kaunas", ""], ["Alytus", ""]]
        )
        theme = a_question(0, mark=Mark.THEME)
        group = a_question(1, kind=Kind.ONE, mark=Mark.GROUP, options=[[GROUPS[0], ""]])
        free = a_question(2, kind=Kind.WORDS, mark=Mark.THEME, options=[])
        survey = await a_survey(session, questions=[theme, group, free, town])
        given = (Given(tuple(THEMES)), CHOSEN, Given(words="Apie autizmą"), Given(("Kaunas",)))
        await answer(session, survey, *given)
        ona = await answer(session, survey, *given, named=True)
        editing.close(survey, now=NOW)
        await session.flush()
        found = await said(session, span=NOVEMBER, zone=VILNIUS)
        own = [one for one in found if one.person == ona.id]
        chosen = [one for one in found if one.person is None and one.words in THEMES]
        (written,) = (one for one in found if one.person is None and one.words not in THEMES)
        assert {one.words for one in own} == {*THEMES, "Apie autizmą"}
        assert len({one.answer for one in own}) == len({one.answer for one in chosen}) == 1
        assert written.answer not in {one.answer for one in chosen}
        assert all((one.groups, one.town) == ((GROUPS[0],), "Kaunas") for one in own + chosen)
        assert written == Said(
            words="Apie autizmą",
            topic=("autizma",),
            groups=(),
            town=None,
            person=None,
            answer=written.answer,
        )

    await sqlite_database.write(work)


async def test_a_wish_may_say_for_whom_and_where(sqlite_database: Database) -> None:
    """In its own words, which are taken apart as a search is."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session)
        wish = Given(words="robotika pradinukams Alytuje")
        await answer(session, survey, Given(), CHOSEN, wish)
        editing.close(survey, now=NOW)
        await session.flush()
        (one,) = await said(session, span=NOVEMBER, zone=VILNIUS)
        assert (one.topic, one.groups, one.town) == (("robotika",), (GROUPS[1],), "Alytus")

    await sqlite_database.write(work)
