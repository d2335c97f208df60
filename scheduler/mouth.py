"""The one place that speaks to Telegram: python-telegram-bot, given what is already finished."""

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# Its own way of asking for `RetryAfter.retry_after` without a warning at each 429.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram import InputFile
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from scheduler.outbox import Priority
from scheduler.pace import Answer, Pace

TELEGRAM = "https://api.telegram.org"


@dataclass(frozen=True, slots=True)
class File:
    name: str
    content: bytes


class Mouth(ExtBot[Priority]):
    """Also the place to fetch files from (`get_file`): all that goes out passes one pace.

    Sends of its own kinds need no `initialize`, so that a start does not hang on the network.
    """

    def __init__(
        self, token: str, *, pace: Pace, api_url: str = TELEGRAM, connections: int = 64
    ) -> None:
        # At INFO it writes every address it calls, and the token is a part of each.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        base = api_url.rstrip("/")
        super().__init__(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=_request(connections),
            get_updates_request=_request(1),
            rate_limiter=pace,
        )

    async def shutdown(self) -> None:
        await super().shutdown()  # does nothing where `initialize` was not called
        for request in self._request:
            await request.shutdown()

    async def say(
        self,
        method: str,
        payload: Mapping[str, Any],
        *,
        files: Mapping[str, File] | None = None,
        priority: Priority = Priority.ANSWER,
    ) -> Answer:
        """What Telegram answered, as it came. Raises TelegramError.

        `files` are uploaded as the field of that name: a parameter (`document`) or what
        `attach://name` in the payload refers to.
        """
        data: dict[str, Any] = {k: v for k, v in payload.items() if v is not None}
        for name, file in (files or {}).items():
            data[name] = InputFile(file.content, filename=file.name)
        # The step below the named methods: those would take the payload apart and put it together
        # again, and `do_api_request` warns about each method that has a name of its own.
        return await self._do_post(method, self._merge_api_rl_kwargs(data, priority) or {})


def _request(connections: int) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=10,
        # A send given up too early may have arrived, and would be repeated.
        read_timeout=30,
        write_timeout=30,
        media_write_timeout=120,
        pool_timeout=30,
    )
