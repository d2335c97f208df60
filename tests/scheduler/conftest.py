"""A Telegram to speak to, and a sender that speaks."""

from collections.abc import AsyncIterator

import pytest

from catalogue.database import Database
from scheduler.clock import Clock
from tests.scheduler.scene import Scene
from tests.scheduler.steps import Outbox
from tests.scheduler.telegram import Telegram


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram.open() as telegram:
        yield telegram


@pytest.fixture
async def scene(database: Database, telegram: Telegram, clock: Clock) -> AsyncIterator[Scene]:
    scene = Scene(database, telegram, clock)
    yield scene
    await scene.close()


@pytest.fixture
def outbox(database: Database, clock: Clock) -> Outbox:
    return Outbox(database, clock)
