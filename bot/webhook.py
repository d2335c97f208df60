"""Being told of updates: Telegram brings each to an address of ours and waits for its turn."""

import asyncio
import hmac
import json

from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiohttp import web

from bot.polling import Polling, one_by_one, patience
from bot.settings import Settings
from scheduler.roles import hash_of

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the header's name
#: Telegram brings the updates of one chat one after another, those of different chats abreast.
ABREAST = 40


class Webhook:
    """Answers an update only after its turn has committed: until then Telegram brings it again."""

    def __init__(self, settings: Settings, polling: Polling) -> None:
        self._url = str(settings.webhook_url)
        # Without a secret of one's own anybody who guesses the address could speak for Telegram.
        self._secret = settings.webhook_secret.get_secret_value() or hash_of(settings.token)
        self._polling = polling

    async def run(self) -> None:
        """Tells Telegram the address, and again until it has heard. Raises TokenRefused."""
        failures = 0
        while True:
            try:
                await self._polling.bot.set_webhook(
                    self._url,
                    secret_token=self._secret,
                    allowed_updates=self._polling.kinds,
                    max_connections=ABREAST,
                )
            except (TelegramAPIError, ClientDecodeError) as error:
                failures += 1
                await asyncio.sleep(patience(error, failures))
            else:
                await asyncio.Event().wait()

    async def receive(self, request: web.Request) -> web.Response:
        """What nobody can read is told and thanked for: it would only come again."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            raise web.HTTPForbidden
        try:
            updates, _ = one_by_one({"result": [await request.json()]}, self._polling.bot)
        except (ClientDecodeError, json.JSONDecodeError, UnicodeDecodeError) as error:
            raise web.HTTPBadRequest from error
        await self._polling.take(updates)
        return web.Response()
