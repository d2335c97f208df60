"""The migrations lead to the tables, and back."""

from datetime import date, datetime
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, Table, UniqueConstraint, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.schema import METADATA, config, is_current, migrate
from catalogue.database import Database
from catalogue.quality.tables import Feedback
from catalogue.registrations.notices import note
from catalogue.registrations.rules import join
from catalogue.registrations.tables import NoticeKind
from tests.factories import NOW, a_person, an_event, kept


def climb(connection: Any) -> None:
    """Each step up, down again and up, as it will be on some centre's old PC."""
    settings = config(connection)
    steps = list(ScriptDirectory.from_config(settings).walk_revisions())
    for step in reversed(steps):
        command.upgrade(settings, step.revision)
        command.downgrade(settings, str(step.down_revision or "base"))
        command.upgrade(settings, step.revision)


def differences(connection: Any) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, METADATA))


def climb_with_rows(connection: Any) -> list[str]:
    """The tables that are empty at the end, each step having had a row in every table."""
    settings = config(connection)
    command.downgrade(settings, "base")
    for step in reversed(list(ScriptDirectory.from_config(settings).walk_revisions())):
        command.upgrade(settings, step.revision)
        for table in empty_tables(connection):
            connection.execute(table.insert().values({c.name: something(c) for c in table.columns}))
    return [table.name for table in empty_tables(connection)]


def empty_tables(connection: Any) -> list[Table]:
    there = MetaData()
    there.reflect(connection)
    return [
        table
        for table in there.sorted_tables
        if table.name != "alembic_version" and not connection.execute(select(table).limit(1)).all()
    ]


def something(column: Any) -> Any:
    """One row a table, so every foreign key is 1 too."""
    kinds = {datetime: NOW, date: NOW.date(), str: "x", bytes: b"x", dict: [], bool: True}
    return kinds.get(column.type.python_type, 1)


def empty(connection: Any) -> list[str]:
    command.downgrade(config(connection), "base")
    return [name for name in inspect(connection).get_table_names() if name != "alembic_version"]


async def test_every_step_goes_up_and_down(database: Database) -> None:
    """Down from the newest leaves nothing, and each step can be climbed twice."""
    async with database.engine.begin() as connection:
        assert await connection.run_sync(empty) == []
    async with database.engine.begin() as connection:
        await connection.run_sync(climb)
    assert await is_current(database)


async def test_a_database_in_use_climbs_too(database: Database) -> None:
    """With rows that refer to each other, as on the old PC of a centre; none is lost."""
    async with database.engine.begin() as connection:
        assert await connection.run_sync(climb_with_rows) == []


async def test_the_version_before_reads_every_notice(database: Database) -> None:
    """Who goes a step down tells people of their registrations as ever."""

    async def work(session: AsyncSession) -> None:
        event, person = an_event(), a_person()
        await kept(session, event, person)
        own = (await join(session, event_id=event.id, person=person, now=NOW)).registration
        for kind in (NoticeKind.CHANGED, NoticeKind.PASSED_ON, NoticeKind.LEAVE_GRANTED):
            note(session, own, kind, now=NOW)

    def look(connection: Any) -> list[str]:
        command.downgrade(config(connection), "0004")
        return list(connection.scalars(text("SELECT kind FROM notices")))

    await database.write(work)
    async with database.engine.begin() as connection:
        assert await connection.run_sync(look) == ["changed"]
    await migrate(database)


async def test_what_staff_have_seen_before_goes_on_being_seen(database: Database) -> None:
    """Of an event with five answers before the step that says which are told; of four nothing."""

    def climb_with_answers(connection: Any) -> list[tuple[int, bool]]:
        settings = config(connection)
        command.downgrade(settings, "0005")
        there = MetaData()
        there.reflect(connection)
        scores = dict.fromkeys(("content", "lecturer", "usefulness", "arrangement", "overall"), 5)
        rows = [
            {"key": f"{event}{number}", "event_id": event, **scores}
            for event, count in zip(events, (5, 4), strict=True)
            for number in range(count)
        ]
        connection.execute(there.tables["feedback"].insert(), rows)
        command.upgrade(settings, "0006")
        seen = select(Feedback.event_id, Feedback.told).distinct().order_by(Feedback.event_id)
        return [(event, told) for event, told in connection.execute(seen)]

    async def make(session: AsyncSession) -> list[int]:
        made = [an_event(), an_event()]
        await kept(session, *made)
        return [event.id for event in made]

    events = await database.write(make)
    async with database.engine.begin() as connection:
        told = await connection.run_sync(climb_with_answers)
    assert told == [(events[0], True), (events[1], False)]
    await migrate(database)


async def test_the_migrations_make_what_the_tables_say(database: Database) -> None:
    """A column added to a table without a migration is found here."""
    async with database.engine.begin() as connection:
        assert await connection.run_sync(differences) == []


@pytest.mark.parametrize(
    "table", ["gathering_days", "practice_examples", "survey_questions", "surveys"]
)
async def test_no_number_is_given_twice(sqlite_database: Database, table: str) -> None:
    """Of rows that may go while buttons and half-done answers hold their numbers; PostgreSQL never
    does.
    """
    query = text("SELECT sql FROM sqlite_master WHERE name = :table")
    async with sqlite_database.engine.begin() as connection:
        made = await connection.scalar(query, {"table": table})
    assert "AUTOINCREMENT" in (made or "")
    assert METADATA.tables[table].dialect_options["sqlite"]["autoincrement"]


async def test_migrating_twice_changes_nothing(database: Database) -> None:
    """Each start does it, so it must be harmless."""
    await migrate(database)
    await migrate(database)
    assert await is_current(database)


async def test_an_empty_database_is_not_current(tmp_path: Any) -> None:
    """What was never migrated says so."""
    fresh = Database(f"sqlite+aiosqlite:///{tmp_path}/fresh.db")
    assert not await is_current(fresh)
    await fresh.close()


@pytest.mark.parametrize("table", ["events", "sessions", "registrations"])
def test_whatever_refers_to_rows_that_may_go_is_indexed(table: str) -> None:
    """A database looks for them in each such table, however long, once for every row that goes."""
    referring = [
        (of, key.parent)
        for of in METADATA.sorted_tables
        for key in of.foreign_keys
        if key.target_fullname == f"{table}.id"
    ]
    unindexed = [str(column) for of, column in referring if column not in led_by_an_index(of)]
    assert referring
    assert unindexed == []


def led_by_an_index(table: Table) -> set[Any]:
    unique = [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
    rules = [table.primary_key.columns, *unique, *(one.columns for one in table.indexes)]
    return {next(iter(columns)) for columns in rules}


@pytest.mark.parametrize("table", ["registrations", "people", "outgoing", "seen_updates"])
def test_the_house_is_whole(table: str) -> None:
    """Every room's tables are known to the migrations."""
    assert table in METADATA.tables
