"""Answering a survey: once, with a name or so that nobody can tell who has said what."""

import asyncio
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Select, String, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.schema import METADATA
from catalogue.database import Database
from catalogue.needs import editing, rules
from catalogue.needs.refusals import NothingSaid, SurveyGiven, SurveyGone, SurveyOver, TooLong
from catalogue.needs.rules import Given
from catalogue.needs.tables import Kind, Mark, SurveyAnswer, SurveyTaker, SurveyWords
from catalogue.people.refusals import ConsentNeeded
from catalogue.people.tables import Person
from catalogue.privacy.forgetting import forget
from catalogue.privacy.kept import kept as facts_of
from tests.catalogue.needs.made_up import GROUPS, THEMES, a_question, a_survey, answer
from tests.factories import NOW, a_person, kept

SAID = (Given((THEMES[0],)), Given((GROUPS[0],)), Given(words="Daugiau apie autizmą"))
WISHES = ("NorasA", "NorasB", "NorasC")
IN_TABLES = [METADATA.tables[name] for name in ("survey_answers", "survey_words", "survey_takers")]

ONE = a_question(kind=Kind.ONE, options=[["Taip", "Yes"], ["Ne", "No"]])
SEVERAL = a_question(options=[["Taip", "Yes"], ["Ne", "No"]])
WORDS = a_question(kind=Kind.WORDS, options=[])
GROUP = a_question(mark=Mark.GROUP, options=[[GROUPS[0], ""]])
TOWN = a_question(kind=Kind.ONE, mark=Mark.TOWN, options=[["Kaunas", ""]])


@pytest.mark.parametrize(
    ("asked", "before", "written", "after"),
    [
        (WORDS, Given(), "  daug \n visko ", Given(words="daug visko")),
        (SEVERAL, Given(("Ne",)), "taip.", Given(("Ne", "Taip"))),
        (SEVERAL, Given(("Ne",)), "YES", Given(("Ne", "Taip"))),
        (SEVERAL, Given(("Ne",)), "kartais", Given(("Ne",), "kartais")),
        (ONE, Given(("Ne",)), "taip", Given(("Taip",))),
        (ONE, Given(("Ne",)), "kartais", Given(words="kartais")),
        (ONE, Given(words="kartais"), "ne", Given(("Ne",))),
        (GROUP, Given(), "mokau chemijos", Given(("chemijos mokytojai",))),
        (TOWN, Given(), "esu iš Alytaus", Given(("Alytus",))),
        (TOWN, Given(), "kaimas", Given(words="kaimas")),
    ],
)
def test_written_words_are_an_option_where_they_name_one(
    asked: Any, before: Given, written: str, after: Given
) -> None:
    """A group and a town are known by whatever name and case."""
    assert rules.written(asked, before, written) == after


def test_a_press_takes_an_option_and_another_lets_go_of_it() -> None:
    """Of one choice the new one takes the place of the old."""
    both = rules.pressed(SEVERAL, Given(("Ne",)), "Taip")
    assert both == Given(("Ne", "Taip"))
    assert rules.pressed(SEVERAL, both, "Ne") == Given(("Taip",))
    assert rules.pressed(ONE, Given(("Ne",)), "Taip") == Given(("Taip",))


def test_own_words_have_an_end() -> None:
    """What is longer is not cut in silence."""
    with pytest.raises(TooLong):
        rules.written(WORDS, Given(), "a" * (rules.LONGEST_WORDS + 1))


async def test_without_a_name_once_and_never_more(sqlite_database: Database) -> None:
    """Neither again, nor with a name, nor taken back: nobody knows which answer is theirs."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session)
        with pytest.raises(NothingSaid):
            await answer(session, survey)
        ona = await answer(session, survey, *SAID)
        assert not await rules.waits_for(session, ona)
        for named in (False, True):
            with pytest.raises(SurveyGiven):
                await answer(session, survey, *SAID, person=ona, named=named)
        with pytest.raises(SurveyGiven):
            await rules.withdraw(session, survey.id, person=ona)
        stands = await rules.standing(session, survey.id, ona)
        assert (stands.has_answered, dict(stands.own)) == (True, {})

    await sqlite_database.write(work)


async def test_with_a_name_seen_changed_and_withdrawn(sqlite_database: Database) -> None:
    """Until the survey closes; the new answer takes the place of the old one."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session)
        first, _, last = (asked.id for asked in survey.questions)
        ona = await answer(session, survey, *SAID, named=True)
        other = Given((THEMES[1],))
        await answer(session, survey, other, person=ona, named=True)
        stands = await rules.standing(session, survey.id, ona)
        assert (stands.own[first], stands.own[last]) == (other, Given())
        assert await _counts(session) == [1, 0, 1]
        await rules.withdraw(session, survey.id, person=ona)
        assert await _counts(session) == [0, 0, 0]
        await answer(session, survey, *SAID, person=ona)
        assert await _counts(session) == [1, 1, 1]

    await sqlite_database.write(work)


async def test_only_an_open_survey_is_answered(sqlite_database: Database) -> None:
    """Not before, not after; with a name only by one who agreed that it is kept."""

    async def work(session: AsyncSession) -> None:
        draft = await a_survey(session, now=None)
        with pytest.raises(SurveyGone):
            await answer(session, draft, *SAID)
        survey = await a_survey(session)
        stranger = a_person(introduced=False)
        await kept(session, stranger)
        with pytest.raises(ConsentNeeded):
            await answer(session, survey, *SAID, person=stranger, named=True)
        assert [one.survey.id for one in await rules.open_for(session, stranger)] == [survey.id]
        await answer(session, survey, *SAID, person=stranger)
        ona = await answer(session, survey, *SAID, named=True)
        editing.close(survey, now=NOW)
        with pytest.raises(SurveyOver):
            await rules.withdraw(session, survey.id, person=ona)
        with pytest.raises(SurveyOver):
            await answer(session, survey, *SAID)

    await sqlite_database.write(work)


async def test_who_is_forgotten_takes_their_named_answers_along(
    sqlite_database: Database,
) -> None:
    """What was said without a name stays, and nobody is known to have said it."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session)
        people = [
            await answer(session, survey, *SAID, named=named) for named in (True, False, True)
        ]
        for person in people[:2]:
            await forget(session, person=person, now=NOW)
        assert await _counts(session) == [2, 2, 1]
        named = (await session.scalars(select(SurveyAnswer.person_id))).all()
        assert set(named) == {None, people[2].id}

    await sqlite_database.write(work)


async def test_own_data_have_what_was_answered_with_a_name(sqlite_database: Database) -> None:
    """Without one, only that anything was answered."""

    async def work(session: AsyncSession) -> None:
        survey = await a_survey(session)
        own = []
        for named in (True, False):
            person = await answer(session, survey, *SAID[:1], named=named)
            own.append((await facts_of(session, person=person))["surveys"])
        said = {"question": "Klausimas 0?", **SAID[0].as_json()}
        assert own == [
            [{"school_year": 2026, "with_name": True, "survey_answers": [said]}],
            [{"school_year": 2026, "with_name": False, "survey_answers": []}],
        ]

    await sqlite_database.write(work)


async def test_no_row_of_any_table_joins_a_nameless_answer_to_its_person(
    sqlite_database: Database,
) -> None:
    """Each row of the whole database is read: those with the words, the choices or the key of an
    answer have nothing of a person, nor a moment; those of who has answered have nothing else.
    """
    people = await _three_answer(sqlite_database)

    async def look(session: AsyncSession) -> None:
        keys = await _keys(session)
        assert len(set(keys)) == 6
        telling = [*keys, *WISHES, THEMES[0], GROUPS[0]]
        for table in METADATA.sorted_tables:
            rows = [dict(row) for row in (await session.execute(select(table))).mappings()]
            if table.name in {"survey_answers", "survey_words"}:
                assert [row.pop("person_id") for row in rows] == [None] * 3
                assert not any(isinstance(one, datetime) for row in rows for one in row.values())
            elif table.name == "survey_takers":
                assert [row.pop("person_id") for row in rows] == sorted(people)
                assert [set(row) for row in rows] == [{"survey_id"}] * 3
            elif table.name != "survey_questions":
                found = [one for one in telling if one in str(rows)]
                assert (table.name, found) == (table.name, [])

    await sqlite_database.read(look)


async def test_the_database_itself_cannot_tell_either(database: Database) -> None:
    """Three answer in transactions of their own: no hidden mark of a row tells whose which is,
    and rows lie in the order of their random keys and not of their coming.
    """
    people = await _three_answer(database)
    is_sqlite = database.engine.dialect.name == "sqlite"

    async def look(session: AsyncSession) -> None:
        for column in (SurveyAnswer.key, SurveyWords.key):
            seen = (await session.scalars(select(column))).all()
            assert seen == sorted(seen)
        assert (await session.scalars(select(SurveyTaker.person_id))).all() == sorted(people)
        if not is_sqlite:
            mark = literal_column("xmin::text", String)
            for table in IN_TABLES:
                marks = await session.scalars(select(mark).select_from(table).distinct())
                assert len(marks.all()) == 1

    await database.read(look)
    if is_sqlite:
        for table in IN_TABLES:
            query: Select[Any] = select(literal_column("rowid")).select_from(table)
            with pytest.raises(Exception, match="no such column: rowid"):
                await database.read(partial(_all, query))


async def test_who_is_forgotten_while_another_answers_is_gone(database: Database) -> None:
    """Though the other writes all of the survey anew."""
    has_answered = asyncio.Event()

    async def begin(session: AsyncSession) -> tuple[int, int]:
        survey = await a_survey(session)
        return survey.id, (await answer(session, survey, *SAID, named=True)).id

    async def other(session: AsyncSession) -> None:
        await answer(session, await editing.one(session, number), SAID[0])
        has_answered.set()
        await asyncio.sleep(0.2)

    async def forgotten() -> None:
        await has_answered.wait()
        await database.write(gone)

    async def gone(session: AsyncSession) -> None:
        await rules.forget(session, person=await session.get_one(Person, who))

    number, who = await database.write(begin)
    await asyncio.gather(database.write(other), forgotten())
    assert await database.read(_counts) == [1, 0, 1]


async def _three_answer(database: Database) -> list[int]:
    """Each in a transaction of their own, and not in the order of their numbers."""

    async def begin(session: AsyncSession) -> tuple[int, list[int]]:
        survey = await a_survey(session)
        people = [a_person() for _ in WISHES]
        await kept(session, *people)
        return survey.id, [one.id for one in people]

    async def one(number: int, who: int, wish: str, session: AsyncSession) -> None:
        survey = await editing.one(session, number)
        person = await session.get_one(Person, who)
        await answer(session, survey, *SAID[:2], Given(words=wish), person=person)

    number, people = await database.write(begin)
    for who, wish in zip(reversed(people), WISHES, strict=True):
        await database.write(partial(one, number, who, wish))
    return people


async def _all(query: Select[Any], session: AsyncSession) -> object:
    return (await session.execute(query)).all()


async def _keys(session: AsyncSession) -> list[str]:
    answers = await session.scalars(select(SurveyAnswer.key))
    return [*answers, *await session.scalars(select(SurveyWords.key))]


async def _counts(session: AsyncSession) -> list[int]:
    """Answers, words, and people who are known to have answered."""
    tables = (SurveyAnswer, SurveyWords, SurveyTaker)
    return [await session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]
