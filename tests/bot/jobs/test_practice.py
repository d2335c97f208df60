"""What was made use of, as a picture."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.practice import chart_in_all, drawn, events_chart
from catalogue.database import Database
from catalogue.practice.queries import EventUse
from catalogue.practice.tables import Round, Use
from handlers.office.callbacks.practice import UseNumbers, UseShow
from handlers.words.speech import Speech
from tests.bot.jobs.running import done, files, words
from tests.catalogue.practice.made_up import used
from tests.factories import NOW, VILNIUS

LT = Speech("lt", VILNIUS)
COUNTS = {Use.REGULARLY: 2, Use.TRIED: 2, Use.NOT_YET: 1}


def facts(show: UseShow) -> dict[str, Any]:
    return {"view": UseNumbers(show=show).pack(), "centres": None, "under": "Visi centrai"}


def asked(round_: Round = Round.SIX_WEEKS, counts: Any = COUNTS, title: str = "A") -> EventUse:
    return EventUse(
        event_id=1, title=title, starts_at=NOW, round=round_, asked=9, answers=5, counts=counts
    )


@pytest.mark.parametrize("show", [UseShow.PICTURE, UseShow.EVENTS])
async def test_a_picture_where_there_is_anything(sqlite_database: Database, show: UseShow) -> None:
    """Of four answers there is none, and it says so."""
    (message,) = await done(sqlite_database, drawn, facts(show))
    assert "nėra ko rodyti" in words([message]) or "mažiau" in words([message])

    async def answer(session: AsyncSession) -> None:
        await used(session, [Use.TRIED] * 5)

    await sqlite_database.write(answer)
    messages = await done(sqlite_database, drawn, facts(show))
    ((name, content),) = (await files(sqlite_database, messages)).items()
    assert (name, content[:4]) == ("pritaikymas.png", b"\x89PNG")


def test_rounds_beside_each_other() -> None:
    """Each answer of each round is a bar, in the colour of its round."""
    together = {Round.SIX_WEEKS: COUNTS, Round.SIX_MONTHS: COUNTS}
    chart = chart_in_all(LT, together, under="x")
    assert chart is not None
    assert [(bar.label, bar.told, bar.colour) for bar in chart.bars[2:4]] == [
        ("Po šešių savaičių: Dar ne", "1", "main"),
        ("Po pusės metų: Taikau nuolat", "2", "second"),
    ]
    assert chart_in_all(LT, {}, under="x") is None


def test_events_the_newest_first() -> None:
    """Each with the part of those who use it; what is not told is not drawn."""
    found = [asked(), asked(Round.SIX_MONTHS, title="B"), asked(counts=None)]
    chart = events_chart(LT, found, under="x")
    assert chart is not None
    assert [(bar.label, bar.value) for bar in chart.bars] == [
        ("B (6 mėn.)", 0.8),
        ("A (6 sav.)", 0.8),
    ]
    assert chart.whole == 1
    assert events_chart(LT, [asked(counts=None)], under="x") is None
