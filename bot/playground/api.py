"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import hmac
import json
from collections.abc import Callable
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.playground import answering, editing, profile, rules, sending, wall
from bot.playground.arguments import Arguments, Upload
from bot.playground.refusal import Json, Refused, bad
from bot.playground.world import World

BODY_BYTES = rules.UPLOAD_BYTES + 1024 * 1024
METHODS: dict[str, Callable[[World, Arguments], Any]] = {
    **profile.METHODS,
    **sending.METHODS,
    **editing.METHODS,
    **answering.METHODS,
}
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


def compact(value: Any) -> str:
    """JSON as it goes over the wire."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


async def read(request: web.Request) -> Arguments:
    """The arguments of a call, from its address and its body."""
    values: Json = dict(request.query)
    kind = request.content_type
    if kind == "application/json":
        values |= await _json_object(request)
        return Arguments(values)
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return Arguments(values)
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            content = value.file.read()
            value.file.close()
            uploads[name] = Upload(value.filename, value.content_type, content)
        else:
            values[name] = value
    return Arguments(values, uploads)


async def _json_object(request: web.Request) -> Json:
    body = await request.text()
    try:
        found = json.loads(body) if body.strip() else {}
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad("can't parse JSON object: expected an Object")
    return found


class BotApi:
    """The bot's side of the playground, for one token."""

    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self.token = token

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.route("*", "/bot{token:[^/]+}/{method:[A-Za-z]+}", self.call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self.file),
        ]

    def _check_token(self, request: web.Request) -> None:
        given = request.match_info["token"].encode()
        if not hmac.compare_digest(given, self.token.encode()):
            raise Refused(401, "Unauthorized")

    async def file(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request)
        except Refused as refusal:
            return _answer(refusal.code, refusal.body())
        stored = self.world.stash.by_path.get(request.match_info["path"])
        if stored is None:
            return _answer(404, Refused(404, "Not Found").body())
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One method: read, execute, record, answer."""
        method = request.match_info["method"]
        started = wall.elapsed()
        args = Arguments({})
        try:
            self._check_token(request)
            args = await read(request)
            await self._delay(method)
            self.world.faults.strike(method)
            status, body = 200, {"ok": True, "result": await self._execute(method, args)}
        except Refused as refusal:
            status, body = refusal.code, refusal.body()
        except web.HTTPRequestEntityTooLarge:
            status, body = 413, Refused(413, "Request Entity Too Large").body()
        self._record(method, args, status, body, started)
        if self.world.faults.keeps_waiting(method):
            while request.transport is not None:  # noqa: ASYNC110 -- until the other side gives up
                await asyncio.sleep(0.05)
        if self.world.faults.takes_answer(method):
            _hang_up(request)
        return _answer(status, body)

    async def _delay(self, method: str) -> None:
        if self.world.faults.delay_ms and method.lower() != "getupdates":
            await asyncio.sleep(self.world.faults.delay_ms / 1000)

    async def _execute(self, method: str, args: Arguments) -> Any:
        if method.lower() == "getupdates":
            return await profile.get_updates(self.world, args)
        known = METHODS.get(method.lower())
        if known is None:
            self.world.note(f"{method}: the playground only says “true” to this method")
            return True
        try:
            return known(self.world, args)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise bad(f"can't parse the arguments of {method}: {error!r}") from error

    def _record(
        self, method: str, args: Arguments, status: int, body: Json, started: float
    ) -> None:
        idle = method.lower() == "getupdates" and not body.get("result") and status == 200
        if idle or status == 401:
            return
        milliseconds = round((wall.elapsed() - started) * 1000, 1)
        self.world.record(
            {
                "method": method,
                "request": args.shown(),
                "response": body,
                "status": status,
                "ms": milliseconds,
                "at": wall.unix_now(),
            }
        )


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


def _answer(status: int, body: Json) -> web.Response:
    if status == 502:
        return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
    headers = {}
    if "parameters" in body:
        headers["Retry-After"] = str(body["parameters"]["retry_after"])
    return web.Response(
        status=status, text=compact(body), content_type="application/json", headers=headers
    )
