"""A teacher asks a centre to confirm hours of learning elsewhere: one press says so, or not."""

from aiogram import Router
from aiogram.types import CallbackQuery

from catalogue.learning import confirming as rules
from catalogue.people.rights import Right
from handlers import confirming
from handlers.office.callbacks.participants import DecideEntry
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import confirming as words

router = Router(name="office_confirming")


@router.callback_query(DecideEntry.filter())
async def decide(press: CallbackQuery, callback_data: DecideEntry, talk: Talk) -> Replies:
    """Only of what was shown with the button; whoever of the colleagues comes first."""
    await talk.need(Right.PARTICIPANTS)
    found = await rules.asked(talk.session, callback_data.entry)
    if found is None or confirming.shown_mark(found[0]) != callback_data.mark:
        return rewrite(talk, press, words.nothing_asked(talk.say))
    entry, person = found
    if person is talk.person:
        return rewrite(talk, press, words.not_ones_own(talk.say))
    await talk.need_at(Right.PARTICIPANTS, entry.asked_of)
    confirmed = callback_data.confirmed
    rules.decide(talk.session, entry, person, confirmed=confirmed, by=talk.person, now=talk.now)
    told = words.done(talk.say, person, entry, confirmed=confirmed, now=talk.now)
    letter = confirming.decided(talk, entry, person, confirmed=confirmed)
    return [rewrite(talk, press, told), *([letter] if letter else [])]
