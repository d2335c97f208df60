"""Whoever types wrong codes waits."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from catalogue.database import Database
from catalogue.learning.tables import CodeKind, WrongCode
from catalogue.learning.tries import MOST, WITHIN, failed, may_try_at
from tests.factories import NOW

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize("kind", CodeKind)
async def test_who_fails_too_often_waits(database: Database, kind: CodeKind) -> None:
    """Until the first of so many is ten minutes old; each for themselves, and of each kind."""

    async def work(session: Any) -> None:
        for number in range(MOST[kind]):
            assert await may_try_at(session, kind, "a", NOW) is None
            await failed(session, kind, "a", NOW + number * SECOND)
        assert await may_try_at(session, kind, "a", NOW + 9 * SECOND) == NOW + WITHIN
        assert await may_try_at(session, kind, "b", NOW) is None
        other = next(one for one in CodeKind if one is not kind)
        assert await may_try_at(session, other, "a", NOW) is None
        assert await may_try_at(session, kind, "a", NOW + WITHIN) is None
        await failed(session, kind, "b", NOW + WITHIN + 60 * SECOND)
        assert await session.scalar(select(func.count(WrongCode.id))) == 1, "the old ones are gone"

    await database.write(work)
