"""What a file would do, found out without doing it."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.intake.comparing import Comparison, at_keys, compare, would_do
from catalogue.intake.plain import text_of
from catalogue.intake.tables import Outcome
from catalogue.intake.whose import Reach
from catalogue.people.rights import EVERYWHERE
from catalogue.programme.refused import Reason
from catalogue.programme.tables import Event
from tests.catalogue.files.made_up import drafts_of
from tests.factories import NOW, a_centre, an_event, kept

OWNER = Reach(realm=EVERYWHERE, founds=True)
ROW = {"title_lt": "Vertinimas", "start": "2026-12-07 10:00", "end": "2026-12-07 12:00"}


def texts(*rows: dict[str, Any]) -> list[str]:
    return [text_of(one) for one in drafts_of(*rows)]


async def test_new_changed_and_unchanged(database: Database) -> None:
    """By centre and code; the programme itself stays as it is."""

    async def work(session: AsyncSession) -> Comparison:
        kaunas = a_centre(name="Kauno centras", other_names=["KPKC"])
        (draft,) = drafts_of({"code": "V-1", **ROW})
        moved = an_event(code="V-1", title_lt="Vertinimas", centre=kaunas, starts=draft.starts_at)
        same = an_event(code="S-1", title_lt="Tas pats", centre=kaunas, city="",
                        starts=draft.starts_at)  # fmt: skip
        await kept(session, moved, same)
        done = Comparison()
        rows = texts(
            {"code": "V-1", "organiser": "Kauno centras", **ROW, "place": "Aula"},
            {"code": "S-1", "organiser": "Kauno centras", **ROW, "title_lt": "Tas pats",
             "end": "2026-12-07 13:00"},
            {"code": "N-1", "organiser": "Klaipėdos centras", **ROW},
            {"code": "V-1", "organiser": "KPKC", **ROW},
        )  # fmt: skip
        for some in (rows[:2], rows[2:]):
            await compare(session, done, some, OWNER, now=NOW)
        assert await session.scalar(select(func.count()).select_from(Event)) == 2
        assert moved.place == ""
        assert not session.dirty
        return done

    done = await database.write(work)
    assert [(row["number"], row["outcome"]) for row in done.rows] == [
        (0, Outcome.CHANGED),
        (1, Outcome.UNCHANGED),
        (2, Outcome.ADDED),
    ]
    assert "place" in {name for name, _, _ in done.rows[0]["fields"]}
    assert list(done.founded.values()) == ["Klaipėdos centras"]
    assert [(one.row, one.reason) for one in done.refused] == [(4, Reason.TWICE)]


async def test_events_are_known_by_centre_and_code(database: Database) -> None:
    """The same code at another centre is another event."""

    async def work(session: AsyncSession) -> None:
        mine, other = an_event(code="V-1"), an_event(code="V-1")
        await kept(session, mine, other)
        key = (mine.centre_id, "V-1")
        assert await at_keys(session, [key, (mine.centre_id, "V-2")]) == {key: mine}

    await database.write(work)


async def test_who_takes_part_hears_of_another_place(sqlite_database: Database) -> None:
    """Of another summary nobody need hear."""

    async def work(session: AsyncSession) -> None:
        event = an_event(code="V-1", title_lt="Vertinimas", city="")
        await kept(session, event)
        same = {"code": "V-1", "title_lt": "Vertinimas",
                "start": f"{event.starts_at:%Y-%m-%d %H:%M}"}  # fmt: skip
        for more, told in (({"place": "Aula"}, True), ({"summary": "Kita"}, False)):
            (draft,) = drafts_of({**same, **more})
            assert would_do(event, draft, now=NOW)["is_told"] is told
        assert would_do(None, draft, now=NOW)["outcome"] is Outcome.ADDED

    await sqlite_database.write(work)
