import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Person
from scheduler.claims import Taken
from scheduler.outbox import Outgoing, Priority, SendState
from scheduler.outcomes import MOST_ATTEMPTS, Fate, Outcome
from scheduler.settling import Settled, recover
from tests.scheduler.scene import text
from tests.scheduler.steps import Outbox


async def test_what_was_sent_is_no_longer_kept(outbox: Outbox) -> None:
    """That it was said is enough for us: the words go, of a failed message they stay."""
    await outbox.put(text(1, "a"), text(2, "b"))
    first, second = (await outbox.claim()).rows
    await outbox.settle([first], Outcome(Fate.SENT, message_id=5))
    await outbox.settle([second], Outcome(Fate.FAILED, reason="chat not found"))
    sent, failed = await outbox.row(1), await outbox.row(2)
    assert (sent.payload, sent.message_id, sent.sent_at) == (None, 5, outbox.clock.now())
    assert (failed.payload, failed.last_error, failed.sent_at) == (
        {"text": "b"},
        "chat not found",
        None,
    )


async def test_what_was_forgotten_meanwhile_stays_forgotten(outbox: Outbox) -> None:
    """A message cancelled while it was in flight is not brought back by what became of it."""
    await outbox.put(text(1, "a"))
    rows = (await outbox.claim()).rows

    async def take_back(session: AsyncSession) -> None:
        (await session.get_one(Outgoing, 1)).state = SendState.CANCELLED

    await outbox.database.write(take_back)
    await outbox.settle(rows, Outcome(Fate.AGAIN, reason="x"))
    assert (await outbox.row(1)).state is SendState.CANCELLED


async def test_nothing_settled_is_nothing_done(outbox: Outbox) -> None:
    """A round in which nothing came back asks the database nothing."""
    await outbox.settle([], Outcome(Fate.SENT))


async def test_after_a_crash(outbox: Outbox) -> None:
    """What was in flight waits again, and what was tried before is named."""
    await outbox.put(text(1, "a"), text(2, "b"))
    first, _ = (await outbox.claim()).rows
    await outbox.settle([first], Outcome(Fate.AGAIN, reason="x"))
    assert await outbox.database.write(recover) == {1}
    assert {(await outbox.row(n)).state for n in (1, 2)} == {SendState.WAITING}


@pytest.mark.parametrize("is_back", [False, True])
async def test_who_came_back_meanwhile_is_not_lost_again(outbox: Outbox, *, is_back: bool) -> None:
    """A late word that they had blocked us does not outweigh what they wrote since."""
    now = outbox.clock.now()

    async def meet_again(session: AsyncSession) -> None:
        session.add(Person(telegram_id=1, met_at=now))

    async def since(session: AsyncSession) -> object:
        return await session.scalar(select(Person.unreachable_since))

    await outbox.database.write(meet_again)
    await outbox.put(text(1, "a"))
    rows = (await outbox.claim()).rows
    await outbox.put(text(1 if is_back else 2, "b", priority=Priority.ANSWER))
    await outbox.put(text(1, "c", priority=Priority.REMINDER))
    await outbox.settle(rows, Outcome(Fate.UNREACHABLE, reason="blocked"))
    assert await outbox.database.read(since) == (None if is_back else now)


@pytest.mark.parametrize(
    ("fate", "before", "state", "attempts"),
    [
        (Fate.AGAIN, 0, SendState.WAITING, 1),
        (Fate.AGAIN, MOST_ATTEMPTS - 1, SendState.FAILED, MOST_ATTEMPTS),
        (Fate.LATER, 3, SendState.WAITING, 3),
        (Fate.AWAY, 3, SendState.WAITING, 3),
        (Fate.NO_ENTRY, 0, SendState.WAITING, 0),
        (Fate.MOVED, 0, SendState.WAITING, 0),
        (Fate.UNREACHABLE, 0, SendState.FAILED, 0),
        (Fate.EXPIRED, 0, SendState.EXPIRED, 0),
        (Fate.CANCELLED, 0, SendState.CANCELLED, 0),
        (Fate.SENT, 2, SendState.SENT, 2),
    ],
)
def test_what_becomes_of_a_row(fate: Fate, before: int, state: SendState, attempts: int) -> None:
    """Only real failures count as attempts, and after the last of them it is given up."""
    settled = Settled(Taken(id=1, attempts=before), Outcome(fate))
    assert (settled.state, settled.attempts) == (state, attempts)


def test_every_fate_has_its_state() -> None:
    """Nothing that can happen to a message is left without a consequence."""
    assert {Settled(Taken(id=1), Outcome(fate)).state for fate in Fate} <= set(SendState)
