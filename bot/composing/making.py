"""What every recipe is made with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.talk import House
from handlers.words.speech import Speech
from scheduler.sender import Composed


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One look at the truth of this moment, and the language to say it in."""

    session: AsyncSession
    say: Speech
    now: datetime
    house: House


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing(Composed):
    """A file that takes a moment to make: `draw` computes it in a process of its own, after the
    look at the database is over. It is a function of a module with values, to be pickled. The
    `field` is the method's parameter, or what its payload calls `attach://field`.
    """

    name: str
    draw: Callable[[], bytes]
    method: str = "sendDocument"
    field: str = "document"


#: From a recipe's key; None when it no longer applies.
Make = Callable[[str, Making], Awaitable[Composed | None]]
