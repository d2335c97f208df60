"""The form of the database: all tables of the house, and the migrations that lead to them."""

import importlib
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from catalogue.database import Base, Database

#: Where tables stand; importing each of these brings them into the metadata.
TABLES = (
    "bot.tables",
    "catalogue.announcements.tables",
    "catalogue.answers.tables",
    "catalogue.centres.tables",
    "catalogue.demand.tables",
    "catalogue.enquiries.tables",
    "catalogue.glossary.tables",
    "catalogue.heads.tables",
    "catalogue.intake.tables",
    "catalogue.journal.tables",
    "catalogue.learning.tables",
    "catalogue.materials.tables",
    "catalogue.needs.tables",
    "catalogue.people.tables",
    "catalogue.plans.tables",
    "catalogue.practice.tables",
    "catalogue.programme.removed",
    "catalogue.programme.tables",
    "catalogue.quality.tables",
    "catalogue.registrations.tables",
    "catalogue.subscriptions.tables",
    "scheduler.files",
    "scheduler.jobs",
    "scheduler.marks",
    "scheduler.outbox",
)
for _module in TABLES:
    importlib.import_module(_module)

METADATA = Base.metadata


async def migrate(database: Database) -> None:
    """To the newest form, in one transaction; nothing happens where it has it already."""
    async with database.engine.begin() as connection:
        await connection.run_sync(_upgrade)


async def is_current(database: Database) -> bool:
    async with database.engine.begin() as connection:
        return await connection.run_sync(_is_current)


def config(connection: Connection | None = None) -> Config:
    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    attributes: dict[str, Any] = found.attributes
    attributes["connection"] = connection
    return found


def _upgrade(connection: Connection) -> None:
    command.upgrade(config(connection), "head")


def _is_current(connection: Connection) -> bool:
    head = ScriptDirectory.from_config(config()).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() == head
