"""It holds: crowds, double deliveries, faults, a kill in the middle."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.playground import deeds
from bot.playground.server import Server
from catalogue.database import Database
from catalogue.registrations.tables import Registration, State
from scheduler.outbox import Outgoing, SendState
from tests.journeys.conftest import ON_SQLITE, OWNER, TOKEN, running
from tests.journeys.person import Someone, becomes, calm

CROWD = 50
SEATS = 10


async def counted(database: Database, state: State) -> int:
    async def look(session: Any) -> int:
        query = select(func.count()).where(Registration.state == state)
        return int(await session.scalar(query))

    return await database.read(look)


async def introduced(database: Database, people: list[Someone]) -> None:
    """As if each had joined something before: one press is enough now."""
    from tests.factories import NOW, a_person

    async def work(session: Any) -> None:
        session.add_all(a_person(telegram_id=one.id, language="lt", met_at=NOW) for one in people)

    await database.write(work)


async def test_a_crowd_through_the_chat_for_few_seats(
    bot: Server,
    database: Database,
    programme: Any,
    somebody: Callable[[int], Someone],
) -> None:
    """All press at once: 10 are in, 40 wait, and each was told a true place of their own."""
    await programme(title_lt="Visi nori", code="N-1", seats=SEATS)
    people = [somebody(number) for number in range(CROWD)]
    await introduced(database, people)
    for one in people:
        one.say("/start ev_N-1")
    for one in people:  # one after the other: each change would wake all who wait
        await one.see("Visi nori")
    for one in people:
        await one.press("Registruotis")
    told = [await told_state(one) for one in people]
    assert sum(state == "in" for state in told) == SEATS
    assert sorted(int(state) for state in told if state != "in") == list(
        range(1, CROWD - SEATS + 1)
    )
    assert await counted(database, State.CONFIRMED) == SEATS
    assert await counted(database, State.WAITING) == CROWD - SEATS


async def told_state(one: Someone) -> str:
    """„in“, or the place in the queue, from the message that answered the press."""
    for _ in range(400):
        for message in reversed(one.chat):
            if message["from"] == "bot" and "Reikia pritaikymo" in str(message["keyboard"]):
                place = re.search(r"eilėje \((\d+)-", message["text"])
                return place[1] if place else "in"
        await asyncio.sleep(0.05)
    raise AssertionError(f"{one.id} was never told")


async def test_a_second_delivery_changes_nothing(
    bot: Server, database: Database, programme: Any, ona: Someone
) -> None:
    """When Telegram gives every update twice, each has one answer and one registration."""
    bot.world.updates.twice = True
    await introduced(database, [ona])
    await programme(title_lt="Kartą", code="K-1")
    ona.say("/start ev_K-1")
    await ona.press("Registruotis")
    await ona.see("Registracija patvirtinta")
    ona.say("/pagalba")
    await ona.see("Ką moku")
    await calm()
    texts = [one["text"] for one in ona.chat if one["from"] == "bot"]
    assert sum("Ką moku" in text for text in texts) == 1
    assert await counted(database, State.CONFIRMED) == 1


async def test_quick_messages_are_answered_in_order(bot: Server, ona: Someone) -> None:
    """Six messages typed in one breath have their answers in the same order."""
    for command in ("/start", "/pagalba", "/kalba", "/apie", "/mano", "/profilis"):
        ona.say(command)
    await ona.see("Profilis")
    answers = [one["text"] for one in ona.chat if one["from"] == "bot"]
    expected = ["Laba diena", "Ką moku", "Kuria kalba", "Kvieslys", "Būsimų renginių", "Profilis"]
    assert [
        (answer[:60], word) for answer, word in zip(answers, expected, strict=True)
        if word not in answer
    ] == []  # fmt: skip


@pytest.mark.parametrize("fault", [{"code": 500, "times": 2}, {"code": 429, "times": 1}])
async def test_an_answer_survives_trouble_at_telegram(
    bot: Server, ona: Someone, fault: dict[str, Any]
) -> None:
    """Errors of the server and a limit of rate delay an answer, and never lose it."""
    bot.world.faults.order({"fail_next": {"method": "sendMessage", "retry_after": 1} | fault})
    ona.say("/pagalba")
    await ona.see("Ką moku")


async def test_one_who_blocked_the_bot_is_remembered_and_revived(
    bot: Server, database: Database, programme: Any, ona: Someone
) -> None:
    """Blocking marks the person unreachable, their seat stays, and /start brings them back."""
    await introduced(database, [ona])
    await programme(title_lt="Lieka", code="L-1")
    ona.say("/start ev_L-1")
    await ona.press("Registruotis")
    await ona.see("Registracija patvirtinta")
    deeds.block(bot.world, ona.account, blocked=True)
    await becomes(database, ona, reachable=False)
    assert await counted(database, State.CONFIRMED) == 1
    deeds.block(bot.world, ona.account, blocked=False)
    ona.say("/mano")
    await ona.see("Mano būsimi renginiai")
    await becomes(database, ona, reachable=True)


async def test_a_stop_and_a_start_lose_nothing(
    telegram: Server, database: Database, programme: Any, ona: Someone
) -> None:
    """What was written while the bot was down is answered when it is back, and a form goes on."""
    await programme(title_lt="Tęsinys", code="T-1")
    async with running(telegram, database):
        ona.say("/start ev_T-1")
        await ona.press("Registruotis")
        await ona.see("vardas ir pavardė")
    ona.say("Ona Petraitienė")
    async with running(telegram, database):
        await ona.press("Sutinku")
        await ona.see("Registracija patvirtinta", "Tęsinys")


async def test_the_log_knows_no_names_and_no_texts(
    bot: Server, programme: Any, ona: Someone, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever goes wrong, what people write and who they are stays out of the log."""
    await programme(title_lt="Slaptas", code="S-1")
    bot.world.faults.order({"fail_next": {"method": "sendMessage", "code": 500, "times": 1}})
    ona.say("/start ev_S-1")
    await ona.press("Registruotis")
    await ona.see("vardas ir pavardė")
    ona.say("Petronėlė Žvirblytė")
    await ona.press("Sutinku")
    await ona.see("Registracija patvirtinta")
    captured = capfd.readouterr()
    assert "not_sent" in captured.out + captured.err
    for secret in ("Petronėlė", "Žvirblytė", TOKEN, TOKEN.partition(":")[2], "Slaptas"):
        assert secret not in captured.out + captured.err


@ON_SQLITE
async def test_killed_in_the_middle_of_24_joins(
    telegram: Server,
    database: Database,
    programme: Any,
    somebody: Callable[[int], Someone],
) -> None:
    """After SIGKILL and a new start every press has its answer and everybody one registration.

    On PostgreSQL processes are killed in `test_processes.py`.
    """
    await programme(title_lt="Nepaisant visko", code="N-2", seats=12)
    people = [somebody(number) for number in range(24)]
    await introduced(database, people)
    async with running(telegram, database):
        for one in people:
            one.say("/start ev_N-2")
        for one in people:
            await one.see("Nepaisant visko")
    for one in people:
        await one.press("Registruotis")
    victim = await started(telegram, database)
    for _ in range(1200):
        if await counted(database, State.CONFIRMED) + await counted(database, State.WAITING) > 6:
            break
        await asyncio.sleep(0.05)
    victim.send_signal(signal.SIGKILL)
    await victim.wait()
    done = await counted(database, State.CONFIRMED) + await counted(database, State.WAITING)
    assert 6 < done < 24
    async with running(telegram, database):
        told = [await told_state(one) for one in people]
        await all_sent(database)
    assert sum(state == "in" for state in told) == 12
    assert sorted(int(state) for state in told if state != "in") == list(range(1, 13))
    assert await counted(database, State.CONFIRMED) == 12
    assert await counted(database, State.WAITING) == 12


async def started(server: Server, database: Database) -> asyncio.subprocess.Process:
    """The bot as a process of its own, as a centre runs it."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.cli",
        "run",
        env={
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": server.url,
            "DATABASE_URL": database.url.render_as_string(hide_password=False),
            "OWNER_IDS": str(OWNER),
            "SEND_RATE": "0",
            "HTTP_PORT": "0",
        },
    )


async def all_sent(database: Database) -> None:
    async def open_rows(session: Any) -> int:
        states = (SendState.WAITING, SendState.SENDING)
        query = select(func.count()).where(Outgoing.state.in_(states))
        return int(await session.scalar(query))

    for _ in range(400):
        if await database.read(open_rows) == 0:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("something still waits to be sent")
