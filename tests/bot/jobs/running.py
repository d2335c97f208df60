"""A job done by hand: its facts, the file that somebody sent, and what was said at its end."""

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from anyio import CapacityLimiter
from sqlalchemy import select

from bot.jobs.means import Make, Means
from catalogue.database import Database
from catalogue.people.tables import Person
from handlers.words.speech import Speech
from scheduler.files import KIND, KeptFile
from scheduler.jobs import Job, JobState, Run
from scheduler.outbox import Message
from tests.factories import NOW, VILNIUS

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Sent(Means):
    """Telegram has one file."""

    content: bytes = b""

    async def fetch(self, file_id: str) -> bytes:  # noqa: ARG002 -- there is only one
        return self.content


class Here(Run):
    """Computes in this process, though with what has been pickled on both ways."""

    async def apart(self, compute: Callable[P, T], *arguments: P.args, **keywords: P.kwargs) -> T:
        given, named = pickle.loads(pickle.dumps((arguments, keywords)))  # noqa: S301 -- packed here
        result: T = pickle.loads(pickle.dumps(compute(*given, **named)))  # noqa: S301 -- as above
        return result


def means(content: bytes = b"") -> Sent:
    voices = {language: Speech(language, VILNIUS) for language in ("lt", "en")}
    nothing: Any = None
    return Sent(house=nothing, voices=voices, mouth=nothing, content=content)


def a_run(
    database: Database, facts: Mapping[str, Any], shown: list[str], kind: type[Run] = Here
) -> Run:
    """`shown` gets every look at its progress."""

    async def show(payload: Mapping[str, Any]) -> None:
        shown.append(payload["text"])

    job = Job(
        id=1, kind="x", facts=dict(facts), chat_id=7, language="lt", state=JobState.RUNNING,
        attempts=1, asked_at=NOW,
    )  # fmt: skip
    return kind(job=job, now=NOW, database=database, show=show, limiter=CapacityLimiter(1))


async def done(
    database: Database,
    make: Make,
    facts: Mapping[str, Any],
    *,
    content: bytes = b"",
    kind: type[Run] = Here,
    shown: list[str] | None = None,
) -> list[Message]:
    """What it says at its end, kept."""
    run = a_run(database, facts, [] if shown is None else shown, kind)
    finish = await make(means(content))(run)
    return list(await database.write(finish))


def words(messages: list[Message]) -> str:
    """Of all of them that are texts."""
    return "\n".join(one.payload["text"] for one in messages if one.payload)


async def files(database: Database, messages: list[Message]) -> dict[str, bytes]:
    """By name, those that are brought."""
    keys = [int(one.recipe.key) for one in messages if one.recipe and one.recipe.kind == KIND]

    async def look(session: Any) -> dict[str, bytes]:
        rows = await session.scalars(select(KeptFile).where(KeptFile.id.in_(keys)))
        return {row.name: row.content for row in rows}

    return await database.read(look)


async def somebody(database: Database, person: Person) -> int:
    async def work(session: Any) -> int:
        session.add(person)
        await session.flush()
        return person.id

    return await database.write(work)
