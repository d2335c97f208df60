"""A small Telegram for the sender: it writes down what was said, and answers as it is told to."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web

TOKEN = "42:fake"


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    data: dict[str, Any]
    files: dict[str, tuple[str, bytes]]
    at: float

    @property
    def chat_id(self) -> int:
        return int(self.data["chat_id"])

    @property
    def text(self) -> str:
        return str(self.data["text"])


@dataclass(slots=True)
class Refusal:
    """An answer other than yes; None stands for a connection that breaks off.

    With `is_late` it breaks off only after what was said has arrived.
    """

    code: int | None
    description: str = ""
    parameters: dict[str, int] = field(default_factory=dict)
    chat_id: int | None = None
    is_late: bool = False

    @property
    def body(self) -> dict[str, Any]:
        body = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


class Telegram:
    """`gate` closed holds every answer back; `together` is the most calls it ever had at once."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[Call] = []
        self.said: list[Call] = []
        self.refusals: deque[Refusal] = deque()
        self.gate = asyncio.Event()
        self.gate.set()
        self.delay = 0.0
        self.together = 0
        self._waiting = 0
        self._news = asyncio.Condition()

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator[Self]:
        telegram = cls()
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", telegram._answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        telegram.url = f"http://{host}:{port}"
        try:
            yield telegram
        finally:
            telegram.gate.set()
            await runner.cleanup()

    def refuse(self, code: int | None, description: str = "", **more: int) -> None:
        """Once; a chat_id among `more` says for whom, all else goes into the parameters."""
        chat_id = more.pop("chat_id", None)
        self.refusals.append(Refusal(code, description, more, chat_id))

    def lose(self, count: int) -> None:
        """So many answers: what they answer has arrived."""
        self.refusals.extend(Refusal(None, is_late=True) for _ in range(count))

    async def heard(self, count: int) -> list[Call]:
        """What was said, once so many messages have arrived."""
        async with asyncio.timeout(20), self._news:
            await self._news.wait_for(lambda: len(self.said) >= count)
        return self.said

    async def called(self, count: int) -> list[Call]:
        """What was tried, once so many calls have arrived."""
        async with asyncio.timeout(20), self._news:
            await self._news.wait_for(lambda: len(self.calls) >= count)
        return self.calls

    async def _answer(self, request: web.Request) -> web.Response:
        call = await _read(request)
        self._waiting += 1
        self.together = max(self.together, self._waiting)
        try:
            return await self._reply(request, call)
        finally:
            self._waiting -= 1

    async def _reply(self, request: web.Request, call: Call) -> web.Response:
        await self._note(self.calls, call)
        await self.gate.wait()
        await asyncio.sleep(self.delay)
        if request.match_info["token"] != TOKEN:
            return web.json_response(Refusal(401, "Unauthorized").body, status=401)
        if refusal := self._next_refusal(call):
            if refusal.code is None:
                if refusal.is_late:
                    await self._note(self.said, call)
                assert request.transport is not None
                request.transport.abort()
                return web.Response()
            return web.json_response(refusal.body, status=refusal.code)
        await self._note(self.said, call)
        is_message = call.method.startswith("send")
        result = {"message_id": 1000 + len(self.said)} if is_message else True
        return web.json_response({"ok": True, "result": result})

    def _next_refusal(self, call: Call) -> Refusal | None:
        for refusal in self.refusals:
            if refusal.chat_id is None or refusal.chat_id == call.data.get("chat_id"):
                self.refusals.remove(refusal)
                return refusal
        return None

    async def _note(self, book: list[Call], call: Call) -> None:
        async with self._news:
            book.append(call)
            self._news.notify_all()


async def _read(request: web.Request) -> Call:
    data: dict[str, Any] = {}
    files: dict[str, tuple[str, bytes]] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = (value.filename, value.file.read())
        else:
            data[name] = _value(str(value))
    at = asyncio.get_running_loop().time()
    return Call(request.match_info["method"], data, files, at)


def _value(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError:
        return written
