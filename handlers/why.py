"""Why the last message came."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.replies import Recipe, Replies
from handlers.talk import Talk

router = Router(name="why")


@router.message(Command("kodel", "why", ignore_case=True))
async def why(message: Message, talk: Talk) -> Replies:
    """What came last is known where it was sent."""
    return Recipe(
        chat_id=talk.chat_id, kind="why", key=str(talk.person.id), language=talk.say.language
    )
