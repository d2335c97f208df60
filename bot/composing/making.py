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


#: From a recipe's key; None when it no longer applies.
Make = Callable[[str, Making], Awaitable[Composed | None]]
