"""What the playground knows, and what it tells of."""

from typing import Any

import pytest

from bot.playground import wall
from bot.playground.people import Person
from bot.playground.refusal import Refused
from bot.playground.world import CALLS_KEPT, Callback, InlineQuestion, World, late


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def ona(world: World) -> Person:
    return world.add(Person(5, "Ona"))


def written(world: World, person: Person, text: str = "x") -> int:
    """The number of a new message of the bot."""
    letter = world.new_letter(person, "bot", world.bot_author(), {"text": text})
    return int(letter.message["message_id"])


async def test_what_watchers_are_told(world: World, ona: Person) -> None:
    """Each change is told once, with what the page needs to draw it."""
    queue = world.feed.watch()
    number = written(world, ona)
    world.show(ona, ona.letters[number])
    world.typing(ona)
    world.typing_ends(ona)
    world.typing_ends(ona)
    world.remove(ona, number)
    world.note("pastaba")
    world.record({"method": "getMe"})
    told: list[Any] = [queue.get_nowait() for _ in range(queue.qsize())]
    assert [one["type"] for one in told] == [
        "message",
        "typing",
        "typing",
        "deleted",
        "note",
        "call",
    ]
    assert told[0]["message"]["text"] == "x"
    assert [one["on"] for one in told[1:3]] == [True, False]


def test_numbers_of_messages(world: World, ona: Person) -> None:
    """They grow over all chats, and two worlds do not begin with the same."""
    james = world.add(Person(6, "James"))
    numbers = [written(world, person) for person in (ona, james, ona)]
    assert numbers == [numbers[0], numbers[0] + 1, numbers[0] + 2]
    assert list(james.letters) == [numbers[1]]
    assert len({World().last_message_id for _ in range(5)}) > 1


def test_a_message_that_is_gone_is_not_pinned(world: World, ona: Person) -> None:
    """What was deleted stands nowhere any more."""
    number = written(world, ona)
    ona.pinned.append(number)
    world.remove(ona, number)
    assert (ona.letters, ona.pinned) == ({}, [])


def test_a_chat_nobody_has(world: World, ona: Person) -> None:
    """Who is not there is refused in Telegram's words."""
    assert world.person(5) is ona
    with pytest.raises(Refused, match="chat not found"):
        world.person(6)


def test_only_the_last_calls_are_kept(world: World) -> None:
    """A long day does not fill the memory, and the numbers of calls go on."""
    for _ in range(CALLS_KEPT + 5):
        world.record({"method": "getMe"})
    assert len(world.calls) == CALLS_KEPT
    assert (world.calls[0]["n"], world.calls[-1]["n"]) == (6, CALLS_KEPT + 5)


@pytest.mark.parametrize(
    ("age", "answered", "is_open"), [(0, False, True), (0, True, False), (16, False, False)]
)
def test_a_query_is_answered_once_and_in_time(
    world: World,
    age: float,
    answered: bool,  # noqa: FBT001 -- a row of a table
    is_open: bool,  # noqa: FBT001
) -> None:
    """A press and an inline question wait 15 seconds for one answer."""
    asked = wall.elapsed() - age
    world.callbacks["1"] = Callback("1", 5, 7, "x", asked, answered=answered)
    answer: dict[str, Any] | None = {"results": []} if answered else None
    world.questions["1"] = InlineQuestion("1", 5, "di", asked, answer=answer)
    for opened in (world.open_callback, world.open_question):
        if is_open:
            assert opened("1").id == "1"
        else:
            with pytest.raises(Refused, match="query is too old"):
                opened("1")
        with pytest.raises(Refused, match="query is too old"):
            opened("2")


def test_late() -> None:
    """A query lives as long as it is said to live."""
    assert late(wall.elapsed() - 2, 1)
    assert not late(wall.elapsed(), 1)


def test_the_bots_name(world: World) -> None:
    """A name the bot gave itself is the author's name from then on."""
    assert world.bot_author()["first_name"] == "Kvieslys"
    world.texts["name", ""] = "Kvieslys (bandymas)"
    assert world.bot_author()["first_name"] == world.bot()["first_name"] == "Kvieslys (bandymas)"
