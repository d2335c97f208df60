"""Everything the playground knows, in memory: people, messages, queries, calls."""

import secrets
from collections import deque
from dataclasses import dataclass, field

from bot.playground import view, wall
from bot.playground.faults import Faults
from bot.playground.feed import Feed
from bot.playground.pace import Pace
from bot.playground.people import Letter, Person, Side, bot_user
from bot.playground.refusal import Json, bad
from bot.playground.stash import Stash
from bot.playground.updates import UpdateQueue

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
CALLS_KEPT = 5_000
TYPING_SECONDS = 5.0


def late(asked: float, seconds: float) -> bool:
    """Whether a query has waited too long."""
    return wall.elapsed() - asked > seconds


@dataclass(slots=True)
class Callback:
    """A press that waits for its answer."""

    id: str
    person: int
    message_id: int
    data: str
    asked: float
    answered: bool = False


@dataclass(slots=True)
class InlineQuestion:
    """An inline query, and the bot's answer to it."""

    id: str
    person: int
    query: str
    asked: float
    answer: Json | None = None


def _first_message_id() -> int:
    """Anywhere: a bot that remembers older messages must not edit strangers in their place."""
    return 1_000 + secrets.randbelow(1_000_000_000)


@dataclass(slots=True)
class World:
    """The state; what people do to it is in `deeds`, what the bot does in the method modules."""

    people: dict[int, Person] = field(default_factory=dict)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    stash: Stash = field(default_factory=Stash)
    pace: Pace = field(default_factory=Pace)
    faults: Faults = field(default_factory=Faults)
    feed: Feed = field(default_factory=Feed)
    calls: deque[Json] = field(default_factory=lambda: deque(maxlen=CALLS_KEPT))
    calls_made: int = 0
    callbacks: dict[str, Callback] = field(default_factory=dict)
    questions: dict[str, InlineQuestion] = field(default_factory=dict)
    commands: dict[tuple[str, int, int, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    inline_letters: dict[str, tuple[int, int]] = field(default_factory=dict)
    webhook_url: str = ""
    callback_seconds: float = 15.0
    inline_seconds: float = 15.0
    last_message_id: int = field(default_factory=_first_message_id)

    def bot(self) -> Json:
        return bot_user(self.texts.get(("name", ""), "Kvieslys"))

    def bot_author(self) -> Json:
        me = self.bot()
        return {key: me[key] for key in ("id", "is_bot", "first_name", "username")}

    def person(self, number: int) -> Person:
        """Whose chat this is, or Telegram's refusal."""
        person = self.people.get(number)
        if person is None:
            raise bad("chat not found")
        return person

    def add(self, person: Person) -> Person:
        """Take a person in, or put a changed one in their place."""
        self.people[person.id] = person
        self.feed.tell({"type": "people"})
        return person

    def new_letter(self, person: Person, side: Side, author: Json, fields: Json) -> Letter:
        """A new message in this person's chat, seen by both sides."""
        self.last_message_id += 1
        message: Json = {
            "message_id": self.last_message_id,
            "from": author,
            "chat": person.chat(),
            "date": wall.unix_now(),
            **fields,
        }
        letter = Letter(message, side)
        person.letters[self.last_message_id] = letter
        return letter

    def show(self, person: Person, letter: Letter) -> None:
        """Tell watchers of a new or changed message."""
        seen = None
        if self.feed.watched:
            shown = view.letter_view(person, letter)
            seen = {"type": "message", "person": person.id, "message": shown}
        self.feed.tell(seen)

    def remove(self, person: Person, message_id: int) -> None:
        """A message disappears for both sides."""
        del person.letters[message_id]
        if message_id in person.pinned:
            person.pinned.remove(message_id)
        self.feed.tell({"type": "deleted", "person": person.id, "message_id": message_id})

    def typing(self, person: Person) -> None:
        """The bot is busy for this person."""
        person.typing_until = wall.elapsed() + TYPING_SECONDS
        self.feed.tell({"type": "typing", "person": person.id, "on": True})

    def typing_ends(self, person: Person) -> None:
        """A message ends „typing“."""
        if person.typing_until:
            person.typing_until = 0.0
            self.feed.tell({"type": "typing", "person": person.id, "on": False})

    def note(self, text: str) -> None:
        """A remark for who looks at the page."""
        self.feed.tell({"type": "note", "text": text})

    def record(self, call: Json) -> None:
        """Keep one Bot API call and its answer."""
        self.calls_made += 1
        call["n"] = self.calls_made
        self.calls.append(call)
        if self.feed.watched:
            self.feed.tell({"type": "call", "call": call})

    def open_callback(self, number: str) -> Callback:
        """The press this id means, if it still waits."""
        callback = self.callbacks.get(number)
        if callback is None or callback.answered or late(callback.asked, self.callback_seconds):
            raise bad(TOO_OLD)
        return callback

    def open_question(self, number: str) -> InlineQuestion:
        """The inline query this id means, if it still waits."""
        question = self.questions.get(number)
        answered = question is None or question.answer is not None
        if question is None or answered or late(question.asked, self.inline_seconds):
            raise bad(TOO_OLD)
        return question
