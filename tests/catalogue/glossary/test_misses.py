from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.glossary import misses, rules
from catalogue.glossary.meanings import Meaning
from catalogue.glossary.tables import IgnoredMiss, Miss
from catalogue.search.questions import understand
from catalogue.subscriptions.wanted import wanted_of
from tests.factories import NOW, a_person, kept

TODAY = NOW.date()
MONTH = TODAY - timedelta(days=30)


def wanted(sentence: str) -> Mapping[str, Any]:
    return wanted_of(understand(sentence, asked_at=NOW))


async def missed(
    session: AsyncSession, *sentences: str, day: date = TODAY, is_known: bool = False
) -> None:
    for sentence in sentences:
        assert await misses.note(session, wanted(sentence), is_known=is_known, day=day)


async def listed(session: AsyncSession, since: date = MONTH) -> list[tuple[str, int]]:
    return [(one.words, one.count) for one in await misses.unexplained(session, since=since)]


async def test_the_wording_with_its_diacritics_stays(database: Database) -> None:
    """Whoever leaves them out later does not take them from the list; the index folds them."""

    async def work(session: AsyncSession) -> None:
        await missed(session, "siksnosparniai", "šikšnosparnių", "siksnosparniu", "Šikšnosparniai")
        await missed(session, "varpai", "varpu")
        assert await listed(session) == [("Šikšnosparniai", 4), ("varpu", 2)]
        (one, _) = await misses.unexplained(session, since=MONTH)
        assert one.topic == ("siksnosparniai",)

    await database.write(work)


async def test_forms_of_one_wish_are_one(database: Database) -> None:
    """Case forms, the order of words, filters and days of asking; a slip too, of a strange word."""

    async def work(session: AsyncSession) -> None:
        await missed(session, "itraukuji ugdyma", "ugdymu itraukujam", day=MONTH)
        await missed(session, "itraukuji ugdyma", "itraukuji ugdyma Kaune rytoj")
        await missed(session, "kahotas", "kahoto", "kahhotas", "varpai", "karpai")
        assert await listed(session) == [
            ("itraukuji ugdyma", 4),
            ("kahoto", 3),
            ("karpai", 1),
            ("varpai", 1),
        ]
        assert await listed(session, since=TODAY) == [
            ("kahoto", 3),
            ("itraukuji ugdyma", 2),
            ("karpai", 1),
            ("varpai", 1),
        ]
        rows = await session.scalars(select(Miss).where(Miss.filters != ""))
        assert [(row.filters, row.count) for row in rows] == [('{"city": "Kaunas"}', 1)]

    await database.write(work)


async def test_what_is_no_lack_of_words(database: Database) -> None:
    """Where filters left nothing, or nothing but filters was said, it counts, but is not listed."""

    async def work(session: AsyncSession) -> None:
        await missed(session, "robotika Neringoje", is_known=True)
        await missed(session, "kas vyksta Neringoje?")
        assert await listed(session) == []
        rows = await session.scalars(select(Miss).order_by(Miss.id))
        assert [(row.key, row.filters) for row in rows] == [
            ("robotik", '{"city": "Neringa"}'),
            ("", '{"city": "Neringa"}'),
        ]

    await database.write(work)


async def test_what_is_not_kept(sqlite_database: Database) -> None:
    """What may tell who asked, what asks for nothing, and what is too long to be a theme."""

    async def work(session: AsyncSession) -> None:
        for sentence in (
            "ona@mokykla.lt",
            "Petraitienė",
            "vilkas",
            "rytoj",
            "pasaka upė kalnas medis namas stogas langas durys raktas",
            "žodis" * 30,
        ):
            number = await misses.note(
                session,
                wanted(sentence),
                is_known=False,
                day=TODAY,
                text=sentence,
                own_name="Jonas Vilkas",
            )
            assert number is None, sentence
        assert (await session.scalars(select(Miss))).all() == []

    await sqlite_database.write(work)


async def test_what_was_found_after_all(database: Database) -> None:
    """Who chose one of what was offered in doubt is counted no longer."""

    async def work(session: AsyncSession) -> None:
        number = await misses.note(session, wanted("kahotas"), is_known=False, day=TODAY)
        assert number
        assert await misses.still_open(session, number, since=MONTH)
        await misses.take_back(session, number)
        assert await listed(session) == []
        assert await misses.still_open(session, number, since=MONTH) is None

    await database.write(work)


async def test_what_was_taught_is_a_miss_no_longer(database: Database) -> None:
    """In whatever form and beside whatever other words it was asked."""

    async def work(session: AsyncSession) -> None:
        rasa = a_person()
        await kept(session, rasa)
        await missed(session, "itraukuji ugdyma", "itraukuju pagalba", "kahotas")
        meaning = Meaning(said="itraukuji", meant="įtraukusis ugdymas")
        await rules.teach(session, meaning, by=rasa, now=NOW)
        assert await listed(session) == [("kahotas", 1)]

    await database.write(work)


async def test_only_so_many_are_looked_at(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The most frequent of those that are still open, not of those taught; an old button opens
    what has left the list, with the slips that belong to it.
    """
    monkeypatch.setattr(misses, "_MOST_LOOKED_AT", 2)

    async def work(session: AsyncSession) -> None:
        rasa = a_person()
        await kept(session, rasa)
        await missed(session, *["itraukuji"] * 4, *["kahotas"] * 3, *["zumas"] * 2, "kahhotas")
        rare = await misses.note(session, wanted("mudlas"), is_known=False, day=TODAY)
        await rules.teach(session, Meaning(said="itraukuji", meant="SUP"), by=rasa, now=NOW)
        assert await listed(session) == [("kahotas", 3), ("zumas", 2)]
        slip = await session.scalar(select(Miss.id).where(Miss.words == "kahhotas"))
        for number, words, count in ((rare, "mudlas", 1), (slip, "kahotas", 4)):
            assert number
            one = await misses.still_open(session, number, since=MONTH)
            assert one
            assert (one.words, one.count) == (words, count)

    await sqlite_database.write(work)


async def test_what_is_ignored_comes_back(database: Database) -> None:
    """With all its forms, until it is asked ten times more after that day."""

    async def work(session: AsyncSession) -> None:
        await missed(session, *["kahotas"] * 12, "kahhotas")
        (one,) = await misses.unexplained(session, since=MONTH)
        await misses.ignore(session, one, day=TODAY)
        await misses.ignore(session, one, day=TODAY)
        tomorrow = TODAY + timedelta(days=1)
        await missed(session, *["kahotas"] * 9, day=tomorrow)
        assert await listed(session) == []
        await missed(session, "kahotas", day=tomorrow)
        assert await listed(session) == [("kahotas", 10)]

    await database.write(work)


async def test_long_ago_is_forgotten(database: Database) -> None:
    """After half a year; that something is ignored goes with the last that was asked of it."""

    async def work(session: AsyncSession) -> None:
        old, older = TODAY - misses.KEPT_FOR, TODAY - misses.KEPT_FOR - timedelta(days=1)
        await missed(session, "kahotas", "robotai", day=older)
        for one in await misses.unexplained(session, since=older):
            await misses.ignore(session, one, day=older)
        await missed(session, "robotai", day=old)
        await misses.prune(session, today=TODAY)
        assert [row.key for row in await session.scalars(select(Miss))] == ["robot"]
        assert [row.key for row in await session.scalars(select(IgnoredMiss))] == ["robot"]

    await database.write(work)
