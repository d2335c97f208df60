"""A person in a messenger: says, presses a button by its words, sees."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.playground import deeds, view
from bot.playground.people import Person as Account
from bot.playground.server import Server
from catalogue.database import Database
from catalogue.people.tables import Person

#: Only a broken bot makes anyone wait so long; an answer takes milliseconds.
PATIENCE = 60.0


class Someone:
    """One account of the playground. What was seen before the last deed is not seen again."""

    def __init__(self, server: Server, account: Account) -> None:
        self.server = server
        self.account = account
        self._known: set[tuple[int, str, str]] = set()

    @property
    def id(self) -> int:
        return self.account.id

    @property
    def chat(self) -> list[dict[str, Any]]:
        """Every message of the chat, oldest first, as the person sees it now."""
        messages: list[dict[str, Any]] = view.chat_view(self.account)["messages"]
        return messages

    def say(self, text: str) -> "Someone":
        self._mark()
        deeds.write(self.server.world, self.account, text)
        return self

    def send_file(self, name: str, content: bytes) -> "Someone":
        self._mark()
        deeds.upload(self.server.world, self.account, "document", content=content, name=name)
        return self

    async def press(self, label: str) -> "Someone":
        """The newest button whose words contain the label, as soon as there is one."""
        found = await self._until(lambda: self._button(label), f"a button “{label}”")
        message, button = found
        self._mark()
        if "url" in button:
            payload = button["url"].partition("?start=")[2]
            deeds.write(self.server.world, self.account, f"/start {payload}".strip())
        else:
            deeds.press(
                self.server.world, self.account, message["message_id"], button["callback_data"]
            )
        return self

    async def see(self, *words: str) -> dict[str, Any]:
        """Waits for a message from the bot, new or changed since the last deed, with the words."""

        def seen() -> dict[str, Any] | None:
            for message in reversed(self.chat):
                if message["from"] == "bot" and all(word in message["text"] for word in words):
                    return message if self._is_news(message) else None
            return None

        found: dict[str, Any] = await self._until(seen, f"{words}")
        return found

    async def see_file(self, ending: str) -> bytes:
        """Waits for a document and opens it."""

        def seen() -> dict[str, Any] | None:
            for message in reversed(self.chat):
                file: dict[str, Any] | None = message["document"]
                file = file if self._is_news(message) else None
                if file and file.get("file_name", "").endswith(ending):
                    return file
            return None

        file = await self._until(seen, f"a file *{ending}")
        content: bytes = self.server.world.stash.by_id[file["file_id"]].content
        return content

    def buttons(self) -> list[str]:
        """The words on the buttons of the newest message that has any."""
        for message in reversed(self.chat):
            if message["keyboard"]:
                return [button["text"] for row in message["keyboard"] for button in row]
        return []

    async def ask_inline(self, words: str) -> dict[str, Any]:
        question = deeds.ask_inline(self.server.world, self.account, words, "")
        await self._until(lambda: question.answer, f"inline results for “{words}”")
        return {"id": question.id, **(question.answer or {})}

    def _button(self, label: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
        for message in reversed(self.chat):
            for row in message["keyboard"]:
                for button in row:
                    if label in button["text"]:
                        return message, button
        return None

    def _is_news(self, message: dict[str, Any]) -> bool:
        key = message["message_id"], message["text"], str(message["keyboard"])
        return key not in self._known

    def _mark(self) -> None:
        self._known = {
            (message["message_id"], message["text"], str(message["keyboard"]))
            for message in self.chat
        }

    async def _until(self, look: Any, what: str) -> Any:
        if await self.server.world.feed.until(lambda: bool(look()), seconds=PATIENCE):
            return look()
        last = [(one["from"], one["text"], one["keyboard"]) for one in self.chat[-3:]]
        raise AssertionError(f"{self.account.first_name} never saw {what}; last: {last}")


async def calm(seconds: float = 0.3) -> None:
    """For what must not come: nothing is expected, so there is nothing to wait for but time."""
    await asyncio.sleep(seconds)


async def comes_true(database: Database, look: Callable[[AsyncSession], Awaitable[bool]]) -> None:
    """What stands in the database, and in no chat."""
    async with asyncio.timeout(PATIENCE):
        while not await database.read(look):  # noqa: ASYNC110 -- a database calls nobody
            await asyncio.sleep(0.05)


async def becomes(database: Database, one: Someone, *, reachable: bool) -> None:
    """As the bot knows them."""

    async def look(session: AsyncSession) -> bool:
        since = select(Person.unreachable_since).where(Person.telegram_id == one.id)
        return ((await session.scalar(since)) is None) is reachable

    await comes_true(database, look)
