"""What people looked for in vain is counted without them."""

from typing import Any, Literal

from markupsafe import Markup
from sqlalchemy import select

from catalogue.glossary.tables import Miss
from catalogue.people.tables import Role, StaffMember
from catalogue.programme.revisions import stamp
from catalogue.programme.tables import Event
from handlers import cards, missing
from handlers.answering import Answer
from handlers.callbacks.programme import OpenEvent
from handlers.talk import Talk
from tests.factories import NOW, kept
from tests.handlers.talking import pressed, put


def answered(
    verdict: Literal["found", "unsure", "nothing"],
    *topic: str,
    events: tuple[Event, ...] = (),
    **filters: Any,
) -> Answer:
    wanted = {"topic": list(topic), "filters": filters} if topic else {}
    return Answer(verdict=verdict, text=Markup(""), events=events, wanted=wanted)


async def counted(talk: Talk) -> list[tuple[str, int, bool]]:
    rows = await talk.session.scalars(select(Miss).where(Miss.count > 0).order_by(Miss.key))
    return [(row.key, row.count, row.is_known) for row in rows]


async def test_what_was_not_found(talk: Talk) -> None:
    """Case forms together; where only the filters left nothing, the words are known.

    What was found, what asks for nothing and what may tell who asked is not kept.
    """
    event = await put(talk, title_lt="Robotika")
    await stamp(talk.session, event)
    for text, found in (
        ("kahutas", answered("nothing", "kahutas")),
        ("kahuto", answered("nothing", "kahuto")),
        ("robotika Neringoje", answered("nothing", "robotika", city="Neringa")),
        ("robotika", answered("found", "robotika", events=(event,))),
        ("labas", answered("nothing")),
        ("ona@mokykla.lt", answered("nothing", "ona", "mokykla")),
        ("petraitienės", answered("nothing", "petraitienes")),
    ):
        await missing.note(talk, found, text)
    assert await counted(talk) == [("kahut", 2, False), ("robotik", 1, True)]


async def test_staff_are_not_counted(talk: Talk) -> None:
    """They try words out, and would fill the list themselves."""
    await kept(
        talk.session, StaffMember(person_id=talk.person.id, role=Role.COORDINATOR, since=NOW)
    )
    await missing.note(talk, answered("nothing", "kahutas"))
    assert await counted(talk) == []


async def test_a_doubt_that_was_settled(talk: Talk) -> None:
    """One of the events offered was opened, or found by other words: it was no miss.

    Who opens another one, or asks on, has not found it.
    """
    event, other = await put(talk), await put(talk, code="V-2")
    doubt = answered("unsure", "kahutas", events=(event,))
    opened, not_it = (OpenEvent(event=one.id) for one in (event, other))
    await missing.note(talk, doubt)
    assert await counted(talk) == [("kahut", 1, False)]
    await cards.open_event(pressed(), opened, talk)
    assert await counted(talk) == []
    await cards.open_event(pressed(), opened, talk)
    await missing.note(talk, doubt)
    await missing.note(talk, answered("found", "viktorina", events=(event,)))
    assert await counted(talk) == []
    await missing.note(talk, doubt)
    await cards.open_event(pressed(), not_it, talk)
    await cards.open_event(pressed(), opened, talk)
    assert await counted(talk) == [("kahut", 1, False)]
