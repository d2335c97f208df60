"""The people of the playground and what each sees in the chat with the bot."""

from dataclasses import dataclass, field
from typing import Literal

from bot.playground.refusal import Json

BOT_ID = 7700000001
BOT_USERNAME = "kvieslys_playground_bot"
Side = Literal["bot", "person", "other"]


@dataclass(slots=True)
class Letter:
    """One message of one chat: as the bot knows it, and who it is from."""

    message: Json
    side: Side
    html: str = ""
    inline_id: str | None = None
    hidden: bool = False


@dataclass(slots=True)
class Person:
    """Someone with a telephone; the chat with the bot has the same id, as on Telegram."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "lt"
    role: str = ""
    started: bool = False
    blocked: bool = False
    letters: dict[int, Letter] = field(default_factory=dict)
    toasts: list[Json] = field(default_factory=list)
    reply_keyboard: Json | None = None
    pinned: list[int] = field(default_factory=list)
    typing_until: float = 0.0

    def user(self) -> Json:
        """The Bot API's User."""
        found = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return {key: value for key, value in found.items() if value != ""}

    def chat(self) -> Json:
        """The Bot API's Chat."""
        found = {
            "id": self.id,
            "type": "private",
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
        }
        return {key: value for key, value in found.items() if value != ""}

    def card(self) -> Json:
        """The person for the page and for tests."""
        return {
            "id": self.id,
            "first_name": self.first_name,
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
            "role": self.role,
            "started": self.started,
            "blocked": self.blocked,
        }


def first_people() -> list[Person]:
    """Two teachers and a coordinator, to begin with."""
    return [
        Person(512340001, "Ona", "Petraitienė", "ona_petraitiene", "lt", "teacher"),
        Person(512340002, "James", "Miller", "james_miller", "en", "teacher"),
        Person(512340003, "Rasa", "Kazlauskienė", "rasa_kazlauskiene", "lt", "coordinator"),
    ]


def bot_user(name: str) -> Json:
    return {
        "id": BOT_ID,
        "is_bot": True,
        "first_name": name,
        "username": BOT_USERNAME,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
