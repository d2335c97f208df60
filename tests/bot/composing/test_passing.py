"""What the giver hears of a seat that is passed on."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.passing import KINDS
from catalogue.database import Database
from catalogue.programme.tables import Status
from catalogue.registrations.tables import NoticeKind, State
from tests.bot.composing.test_notices import Told, labels
from tests.catalogue.registrations.test_queue import DAY, C, W, X
from tests.factories import NOW


@pytest.mark.parametrize(
    ("kind", "state", "words", "buttons"),
    [
        (NoticeKind.PASSED_ON, X, "Jūsų vieta priimta", ["Renginiai", "Mano renginiai", "Klausti"]),
        (NoticeKind.LINK_OVER, C, "susidarė eilė", ["Atsisakyti", "Atidaryti"]),
    ],
)
async def test_each_is_told_while_it_holds(
    database: Database, kind: NoticeKind, state: State, words: str, buttons: list[str]
) -> None:
    """Not after the start, where the event is off, or to one who has left and come back since."""

    async def work(session: AsyncSession) -> None:
        told = await Told(session).set_up(kind, state)
        made = await told.compose(KINDS[kind])
        assert made is not None
        assert labels(made) == buttons
        assert words in made.payload["text"]
        assert await told.compose(KINDS[kind], now=NOW + 4 * DAY) is None
        told.own.joined_at = told.own.changed_at = NOW + timedelta(minutes=1)
        assert await told.compose(KINDS[kind]) is None
        told.own.joined_at = told.own.changed_at = NOW
        told.own.state = W
        assert await told.compose(KINDS[kind]) is None
        told.own.state, told.event.status = state, Status.CANCELLED
        assert await told.compose(KINDS[kind]) is None

    await database.write(work)
