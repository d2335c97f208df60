import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.rights import EVERYWHERE, Realm
from catalogue.people.tables import Role
from handlers.office.doors import doors, lists_label
from handlers.talk import Talk
from handlers.words.office import labels as words
from handlers.words.speech import Speech
from tests.factories import an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import labels

DOORS = ["Renginiai", "Mano renginiai", "Klausti"]


@pytest.mark.parametrize(
    ("role", "more"),
    [
        (Role.OWNER, ["Naujas renginys"]),
        (Role.COORDINATOR, ["Naujas renginys"]),
        (Role.LECTURER, ["Mano paskaitos"]),
        (Role.DOOR, ["Centro renginiai"]),
        (Role.OBSERVER, []),
    ],
)
async def test_who_minds_a_list_has_a_door_to_it(
    session: AsyncSession, role: Role, more: list[str]
) -> None:
    """Others have it in their menu, or have none."""
    event = an_event()
    await kept(session, event)
    talk = await employed(
        session, role, event.centre, event=event if role is Role.LECTURER else None
    )
    seen = labels(await doors(talk))
    assert (sorted(seen), set(seen) - set(DOORS)) == (sorted([*more, *DOORS]), set(more))


async def test_everybody_has_three_doors(talk: Talk) -> None:
    """In the language that was just chosen, where one was."""
    assert labels(await doors(talk)) == DOORS
    english = Speech("en", talk.say.timezone)
    assert labels(await doors(talk, english)) == ["Events", "My events", "Ask"]


def test_a_list_is_called_by_whose_it_is() -> None:
    """One's own lectures, or the events of a centre."""
    assert lists_label(Realm(events=frozenset({1}))) == words.MY_LECTURES
    assert lists_label(Realm(frozenset({1}))) == lists_label(EVERYWHERE) == words.AT_THE_DOOR
