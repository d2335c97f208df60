"""The page's and the tests' side: what people do and see, as JSON below `/ui/`."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.playground import deeds, pace, profile, view
from bot.playground.api import compact
from bot.playground.people import BOT_USERNAME, Person
from bot.playground.refusal import Json, Refused, bad
from bot.playground.world import World

KEY_HEADER = "X-Playground-Key"
PING_SECONDS = 15
FIRST_NEW_ID = 512_350_001
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def keeper(key: str) -> Any:
    """A middleware: `/ui/` and the page itself open with the key only; refusals become JSON."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path == "/" or request.path.startswith("/ui/"):
            given = request.headers.get(KEY_HEADER) or request.query.get("key", "")
            if not hmac.compare_digest(given.encode(), key.encode()):
                return reply({"error": "open the address that was printed at the start"}, 403)
        try:
            return await handler(request)
        except Refused as refusal:
            return reply({"error": refusal.description}, refusal.code)
        except (KeyError, ValueError, TypeError) as error:
            if not request.path.startswith("/ui/"):
                raise
            return reply({"error": f"not understood: {error!r}"}, 400)

    return guard


def reply(body: Any, status: int = 200) -> web.Response:
    return web.Response(status=status, text=compact(body), content_type="application/json")


def _listed(body: Any) -> list[Json]:
    if not isinstance(body, list):
        raise TypeError("a list is expected")
    return body


class Ui:
    """What people see and do; one handler each."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/ui/me", self.me),
            web.get("/ui/people", self.people),
            web.post("/ui/person", self.person),
            web.post("/ui/people", self.many_people),
            web.get("/ui/history", self.history),
            web.get("/ui/wait", self.wait),
            web.get("/ui/events", self.events),
            web.post("/ui/message", self.message),
            web.post("/ui/messages", self.messages),
            web.post("/ui/edit", self.edit),
            web.post("/ui/callback", self.callback),
            web.post("/ui/callbacks", self.callbacks),
            web.post("/ui/inline", self.inline),
            web.post("/ui/choose", self.choose),
            web.post("/ui/upload", self.upload),
            web.post("/ui/share", self.share),
            web.post("/ui/block", self.block),
            web.get("/ui/calls", self.calls),
            web.get("/ui/commands", self.commands),
            web.get("/ui/file/{file_id}", self.file),
            web.post("/ui/faults", self.order_faults),
            web.get("/ui/faults", self.faults),
        ]

    def _person(self, given: Any) -> Person:
        person = self.world.people.get(int(given))
        if person is None:
            raise Refused(404, f"nobody here has the id {given}")
        return person

    async def me(self, _request: web.Request) -> web.Response:
        world = self.world
        texts = {f"{name}:{lang}".rstrip(":"): text for (name, lang), text in world.texts.items()}
        return reply({"bot": world.bot(), "username": BOT_USERNAME, "texts": texts})

    async def people(self, _request: web.Request) -> web.Response:
        return reply({"people": [one.card() for one in self.world.people.values()]})

    async def person(self, request: web.Request) -> web.Response:
        """Make a person, or change the given fields of one."""
        return reply(self._keep(await request.json()).card())

    async def many_people(self, request: web.Request) -> web.Response:
        kept = [self._keep(one) for one in _listed(await request.json())]
        return reply({"people": [one.id for one in kept]})

    def _keep(self, given: Json) -> Person:
        fields = ("first_name", "last_name", "username", "language_code", "role", "started")
        changes = {name: given[name] for name in fields if name in given}
        number = int(given.get("id") or max([FIRST_NEW_ID - 1, *self.world.people]) + 1)
        person = self.world.people.get(number)
        if person is None:
            if number <= 0:
                raise bad("a person's id is positive")
            if not str(changes.get("first_name", "")).strip():
                raise bad("first_name must be non-empty")
            return self.world.add(Person(number, **changes))
        for name, value in changes.items():
            setattr(person, name, value)
        return self.world.add(person)

    async def history(self, request: web.Request) -> web.Response:
        """One chat, or with no person all of them; `after` leaves out older messages."""
        after = int(request.query.get("after", 0))
        if "person" in request.query:
            person = self._person(request.query["person"])
            return reply(view.chat_view(person, after=after))
        chats = {
            str(one.id): view.chat_view(one, after=after) for one in self.world.people.values()
        }
        return reply({"chats": chats})

    async def wait(self, request: web.Request) -> web.Response:
        """Wait until the bot has sent this person `count` messages after `after`."""
        person = self._person(request.query["person"])
        after = int(request.query.get("after", 0))
        count = int(request.query.get("count", 1))
        seconds = min(float(request.query.get("seconds", 10)), 60)

        def enough() -> bool:
            newer = (n for n, one in person.letters.items() if n > after and one.side == "bot")
            return sum(1 for _ in newer) >= count

        done = await self.world.feed.until(enough, seconds=seconds)
        return reply({"done": done, **view.chat_view(person, after=after)})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events of every change."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        queue = self.world.feed.watch()
        try:
            await response.write(b"retry: 1000\n\n")
            await self._stream(response, queue)
        except ConnectionError:
            return response
        finally:
            self.world.feed.leave(queue)
        return response

    async def _stream(
        self, response: web.StreamResponse, queue: asyncio.Queue[Json | None]
    ) -> None:
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), PING_SECONDS)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if event is None:
                return
            await response.write(f"data: {compact(event)}\n\n".encode())

    async def message(self, request: web.Request) -> web.Response:
        """Send a text as a person."""
        return reply({"message_ids": self._write(await request.json())})

    async def messages(self, request: web.Request) -> web.Response:
        """Send many texts at once."""
        sent = [self._write(one) for one in _listed(await request.json())]
        return reply({"message_ids": sent})

    def _write(self, given: Json) -> list[int]:
        letters = deeds.write(self.world, self._person(given["person"]), str(given["text"]))
        return [one.message["message_id"] for one in letters]

    async def edit(self, request: web.Request) -> web.Response:
        """Change one's own text."""
        given = await request.json()
        person = self._person(given["person"])
        letter = deeds.edit(self.world, person, int(given["message_id"]), str(given["text"]))
        return reply(view.letter_view(person, letter))

    async def callback(self, request: web.Request) -> web.Response:
        return reply({"callback_query_id": self._press(await request.json())})

    async def callbacks(self, request: web.Request) -> web.Response:
        """Press many buttons at once."""
        pressed = [self._press(one) for one in _listed(await request.json())]
        return reply({"callback_query_ids": pressed})

    def _press(self, given: Json) -> str:
        person = self._person(given["person"])
        data = str(given["data"])
        return deeds.press(self.world, person, int(given["message_id"]), data).id

    async def inline(self, request: web.Request) -> web.Response:
        """Ask inline and wait for the bot's results."""
        given = await request.json()
        person = self._person(given["person"])
        offset = str(given.get("offset", ""))
        question = deeds.ask_inline(self.world, person, str(given.get("query", "")), offset)
        seconds = float(given.get("seconds", 10))
        if not await self.world.feed.until(lambda: question.answer is not None, seconds=seconds):
            raise Refused(504, "the bot did not answer the inline query")
        return reply({"inline_query_id": question.id, **(question.answer or {})})

    async def choose(self, request: web.Request) -> web.Response:
        """Send an inline result into one's own chat or to another person."""
        given = await request.json()
        person = self._person(given["person"])
        to = self._person(given.get("to") or person.id)
        query, result = str(given["inline_query_id"]), str(given["result_id"])
        letter = deeds.choose(self.world, person, query, result, to)
        return reply(view.letter_view(to, letter))

    async def upload(self, request: web.Request) -> web.Response:
        """Send a file: a form with person, kind, file, and perhaps caption."""
        form = await request.post()
        file = form["file"]
        if not isinstance(file, FileField):
            raise TypeError("file must be a file")
        content = file.file.read()
        file.file.close()
        person = self._person(form["person"])
        kind, caption = str(form.get("kind", "document")), str(form.get("caption", ""))
        letter = deeds.upload(
            self.world, person, kind, content=content, name=file.filename, caption=caption
        )
        return reply(view.letter_view(person, letter))

    async def share(self, request: web.Request) -> web.Response:
        """Send a contact, a location or a forwarded poll."""
        given = await request.json()
        person = self._person(given["person"])
        return reply(view.letter_view(person, deeds.share(self.world, person, given)))

    async def block(self, request: web.Request) -> web.Response:
        given = await request.json()
        person = self._person(given["person"])
        deeds.block(self.world, person, blocked=bool(given["blocked"]))
        return reply(person.card())

    async def calls(self, request: web.Request) -> web.Response:
        """The Bot API calls after number `after`, perhaps of one method only."""
        after = int(request.query.get("after", 0))
        method = request.query.get("method", "").lower()
        found = [
            call
            for call in self.world.calls
            if call["n"] > after and method in ("", call["method"].lower())
        ]
        return reply({"calls": found, "made": self.world.calls_made})

    async def commands(self, request: web.Request) -> web.Response:
        """The command menu this person sees."""
        person = self._person(request.query["person"])
        return reply({"commands": profile.commands_for(self.world, person)})

    async def file(self, request: web.Request) -> web.Response:
        """A file's content: pictures are shown, anything else is downloaded."""
        stored = self.world.stash.by_id.get(request.match_info["file_id"])
        if stored is None:
            raise Refused(404, "there is no such file")
        shown = stored.kind in ("photo", "sticker", "voice")
        response = web.Response(
            body=stored.content,
            content_type=stored.mime if shown else "application/octet-stream",
        )
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        if not shown:
            response.headers["Content-Disposition"] = web_disposition(stored.name)
        return response

    async def faults(self, _request: web.Request) -> web.Response:
        world = self.world
        limits = world.pace.limits
        return reply(
            {
                **world.faults.state(),
                "deliver_twice": world.updates.twice,
                "rate_limit": limits and {"per_second": limits.per_second},
                "callback_seconds": world.callback_seconds,
            }
        )

    async def order_faults(self, request: web.Request) -> web.Response:
        """Ask for faults; what is not named stays as it is, `{"clear": true}` ends them."""
        given = await request.json()
        if "deliver_twice" in given or given.get("clear"):
            self.world.updates.twice = bool(given.pop("deliver_twice", False))
        if "rate_limit" in given:
            self.world.pace.limits = pace.limits_from(given.pop("rate_limit"))
        if "callback_seconds" in given:
            self.world.callback_seconds = float(given.pop("callback_seconds"))
        self.world.faults.order(given)
        return await self.faults(request)


def web_disposition(name: str) -> str:
    """A download's file name, for any alphabet."""
    from urllib.parse import quote

    plain = json.dumps(name.encode("ascii", "replace").decode())
    return f"attachment; filename={plain}; filename*=UTF-8''{quote(name)}"
