"""The one place that speaks to Telegram: python-telegram-bot, given what is already finished."""

import os
from collections.abc import Mapping
from typing import Any

# Its own way of asking for `RetryAfter.retry_after` without a warning at each 429.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram import InputFile
from telegram.ext import ExtBot

from scheduler.files import File
from scheduler.outbox import Priority
from scheduler.pace import Answer, Pace
from scheduler.wire import Wire

TELEGRAM = "https://api.telegram.org"


class Mouth(ExtBot[Priority]):
    """Also the place to fetch files from (`get_file`): all that goes out passes one pace.

    Sends of its own kinds need no `initialize`, so that a start does not hang on the network.
    """

    def __init__(
        self, token: str, *, pace: Pace, api_url: str = TELEGRAM, connections: int = 400
    ) -> None:
        base = api_url.rstrip("/")
        super().__init__(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=Wire(connections=connections),
            get_updates_request=Wire(connections=1),
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
