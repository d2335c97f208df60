"""Results of a survey as pictures and as a workbook."""

from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.needs import Read, chart, needs_picture, needs_workbook
from catalogue.database import Database
from catalogue.needs import editing
from catalogue.needs.gathered import gathered, year_before
from catalogue.needs.rules import Given
from handlers.office.callbacks.needs import SurveyResults
from handlers.words.speech import Speech
from tests.bot.jobs.running import done, files
from tests.catalogue.needs.made_up import GROUPS, THEMES, a_survey, answer
from tests.factories import NOW, VILNIUS, a_centre

LT = Speech("lt", VILNIUS)


@pytest.fixture
async def survey(sqlite_database: Database) -> int:
    """Of ten people of two groups; a year before all of five wanted the first theme."""

    async def work(session: AsyncSession) -> int:
        centre = a_centre()
        before = await a_survey(session, centre=centre, year=2025)
        for _ in range(5):
            await answer(session, before, Given((THEMES[0],)))
        editing.close(before, now=NOW)
        survey = await a_survey(session, centre=centre)
        for group, theme in zip(GROUPS, THEMES, strict=True):
            for _ in range(5):
                given = (Given((theme,)), Given((group,)), Given(words="=1+1"))
                await answer(session, survey, *given)
        editing.close(survey, now=NOW)
        return survey.id

    return await sqlite_database.write(work)


async def test_bars_of_all_and_of_one_group(sqlite_database: Database, survey: int) -> None:
    """All who answered are the whole; last year's share stands beside the name where all are."""

    async def look(session: AsyncSession) -> Read:
        found = await editing.one(session, survey)
        return Read(await gathered(session, found), await year_before(session, found))

    read = await sqlite_database.read(look)
    whole = chart(LT, read, SurveyResults(survey=survey, at=1))
    assert [(bar.label, bar.told) for bar in whole.bars] == [
        (f"{THEMES[0]} (pernai 100 %)", "5 (50 %)"),
        (f"{THEMES[1]} (pernai 0 %)", "5 (50 %)"),
    ]
    assert whole.whole == 10
    group = chart(LT, read, SurveyResults(survey=survey, at=1, by=2, group=1))
    assert [(bar.label, bar.told) for bar in group.bars] == [
        (THEMES[0], "5 (100 %)"),
        (THEMES[1], "0 (0 %)"),
    ]
    assert GROUPS[0] in group.under
    gone = chart(LT, read, SurveyResults(survey=survey, at=1, by=2, group=9))
    assert gone.whole == 10


async def test_a_picture_comes_with_ways_on(sqlite_database: Database, survey: int) -> None:
    """As png."""
    facts = {"view": SurveyResults(survey=survey, at=1).pack(), "has_words": False}
    messages = await done(sqlite_database, needs_picture, facts)
    (content,) = (await files(sqlite_database, messages)).values()
    assert content.startswith(b"\x89PNG")


async def test_a_workbook_has_all_questions_groups_and_words(
    sqlite_database: Database, survey: int
) -> None:
    """In Lithuanian; no cell is a formula, and words only for those who keep the survey."""
    for words in (True, False):
        facts = {"survey": survey, "words": words}
        messages = await done(sqlite_database, needs_workbook, facts)
        ((name, content),) = (await files(sqlite_database, messages)).items()
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        assert name == "poreikiai-2026.xlsx"
        sheets = ["Visi klausimai", "Pagal grupes", *(["Savais žodžiais"] if words else [])]
        assert book.sheet_names == sheets
    rows = book.get_sheet_by_name("Visi klausimai").to_python()
    assert ["Klausimas 0?", THEMES[0], 5, 0.5, 1] in rows
    groups = book.get_sheet_by_name("Pagal grupes").to_python()
    assert ["Klausimas 0?", GROUPS[0], 5, THEMES[0], 5, 1] in groups
