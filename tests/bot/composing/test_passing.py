"""What the giver hears of a seat that is passed on."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.passing import KINDS
from catalogue.database import Database
from catalogue.registrations.tables import NoticeKind, State
from tests.bot.composing.test_notices import Told, labels
from tests.catalogue.registrations.test_queue import C, X


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
        await told.holds_no_more(KINDS[kind], state)

    await database.write(work)
