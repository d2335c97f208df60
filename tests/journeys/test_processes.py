"""Several processes on one PostgreSQL: each thing is done by one, and another takes over."""

from pathlib import Path

import pytest

from bot.playground.server import Server
from catalogue.database import Database
from tests.journeys.conftest import TOKEN, running
from tests.journeys.person import Someone, calm
from tests.processes import bots


@pytest.mark.timeout(300)  # two processes load, then three answers are waited for in turn
async def test_each_role_has_an_heir(
    telegram: Server, postgres_database: Database, tmp_path: Path, ona: Someone
) -> None:
    """One process hears, another speaks; each is killed in turn, and a third goes on for both.
    Whoever writes meanwhile is answered, and once.
    """
    url = postgres_database.url.render_as_string(hide_password=False)
    async with bots(tmp_path, token=TOKEN, api_url=telegram.url, database_url=url) as some:
        hears = await some.start(roles="turns,clock")
        speaks = await some.start(roles="sender")
        await hears.has("poller")
        await speaks.has("sender")
        async with running(telegram, postgres_database):
            ona.say("/pagalba")
            await ona.see("Ką moku")
            await calm()  # until it is written down that this was said
            await speaks.kill()
            ona.say("/apie")
            await ona.see("Kvieslys")
            await calm()
            await hears.kill()
            ona.say("/kalba")
            await ona.see("Kuria kalba")
            await calm()
    answers = [one["text"] for one in ona.chat if one["from"] == "bot"]
    assert len(answers) == 3, answers
