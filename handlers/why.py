"""Why the last message came, and stopping its kind with one press."""

from datetime import timedelta

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from catalogue.registrations.reminders import look_again
from handlers import callbacks, keyboards
from handlers.callbacks import Kind
from handlers.keyboards import press as button
from handlers.replies import Recipe, Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import why as words
from handlers.words.speech import Speech

router = Router(name="why")


@router.message(Command("kodel", "why", ignore_case=True))
async def why(message: Message, talk: Talk) -> Replies:
    """What came last is known where it was sent."""
    return Recipe(
        chat_id=talk.chat_id, kind="why", key=str(talk.person.id), language=talk.say.language
    )


@router.callback_query(callbacks.Silence.filter())
async def silence(press: CallbackQuery, callback_data: callbacks.Silence, talk: Talk) -> Replies:
    """With the button that takes it back."""
    person, chosen = talk.person, callback_data
    match chosen.kind:
        case Kind.ANNOUNCEMENTS:
            person.wants_announcements = not chosen.off
        case Kind.REMINDERS:
            person.wants_reminders = not chosen.off
        case Kind.LEAD:
            others = set(person.unwanted_reminders) - {chosen.lead}
            person.unwanted_reminders = sorted(others | {chosen.lead} if chosen.off else others)
    if chosen.kind is not Kind.ANNOUNCEMENTS:
        await look_again(talk.session, now=talk.now, person_id=person.id)
    lead = talk.say.span(timedelta(minutes=chosen.lead))
    text = words.silenced(talk.say, chosen.kind, lead, off=chosen.off)
    back = switch(talk.say, chosen.kind, lead=chosen.lead, off=not chosen.off)
    return rewrite(talk, press, text, keyboards.rows([[back]]))


def switch(say: Speech, kind: Kind, *, lead: int = 0, off: bool = True) -> InlineKeyboardButton:
    """Stops a kind of message, or lets it come again."""
    data = callbacks.Silence(kind=kind, lead=lead, off=off)
    if kind is Kind.LEAD:
        span = say.span(timedelta(minutes=lead))
        label = words.no_lead(say, span) if off else words.lead_again(say, span)
        return button(label, data)
    stop, again = LABELS[kind]
    return button(say(stop if off else again), data)


LABELS = {
    Kind.REMINDERS: (labels.NO_REMINDERS, labels.REMINDERS_AGAIN),
    Kind.ANNOUNCEMENTS: (labels.ANNOUNCEMENTS_OFF, labels.ANNOUNCEMENTS_ON),
}
