"""Asking a centre to confirm what one has learnt elsewhere; its staff are written to."""

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from catalogue.centres.tables import Centre
from catalogue.learning import confirming, own_entries
from catalogue.learning.tables import OwnEntry
from catalogue.people.languages import language_of
from catalogue.people.quiet import in_peace
from catalogue.people.tables import Person
from handlers import keyboards
from handlers.browsing import mark
from handlers.callbacks.learning import AskToConfirm, Hours, OneEntry
from handlers.keyboards import press as button
from handlers.office.callbacks.participants import DecideEntry
from handlers.pages import list_page
from handlers.replies import Letter, Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import confirming as words
from handlers.words import labels
from handlers.words.events import centre_name, shortened
from handlers.words.speech import Speech

_LABEL = 50

router = Router(name="confirming")


@router.callback_query(AskToConfirm.filter())
async def ask(press: CallbackQuery, callback_data: AskToConfirm, talk: Talk) -> Replies:
    """Which centre; once it is chosen the entry waits for it alone. Raises EntryGone."""
    entry = await own_entries.one_of(talk.session, talk.person, callback_data.entry)
    centres = await confirming.may_confirm(talk.session, talk.person)
    back = [button(talk.say(labels.BACK), OneEntry(entry=entry.id))]
    chosen = next((one for one in centres if one.id == callback_data.centre), None)
    if entry.asked_of is not None:
        return rewrite(talk, press, words.waits(talk.say), keyboards.rows([back]))
    if chosen is None:
        page = list_page(centres, callback_data.page)
        view = callback_data.model_copy(update={"centre": 0})
        rows = [
            [
                button(
                    shortened(centre_name(talk.say, one), _LABEL),
                    view.model_copy(update={"centre": one.id}),
                )
            ]
            for one in page.shown
        ]
        turns = keyboards.turns(talk.say, view, page=page.number, has_more=page.has_more)
        question = words.which_centre(talk.say, talk.person.name)
        return rewrite(talk, press, question, keyboards.rows([*rows, turns, back]))
    letters = await _letters(talk, entry, chosen)
    if not letters:
        return rewrite(talk, press, words.nobody(talk.say), keyboards.rows([back]))
    await confirming.ask(talk.session, entry, chosen)
    told = words.asked(talk.say, centre_name(talk.say, chosen))
    return [rewrite(talk, press, told, keyboards.rows([back])), *letters]


def shown_mark(entry: OwnEntry) -> str:
    """Of what was shown: a press means this and nothing that came after."""
    facts = (entry.kind, entry.title, entry.organiser, entry.day, f"{entry.hours:g}")
    return mark("|".join(map(str, facts)))


def decided(talk: Talk, entry: OwnEntry, person: Person, *, confirmed: bool) -> Letter | None:
    """To the one who asked; None to one whom nothing reaches."""
    if person.telegram_id is None:
        return None
    say = _voice(talk, person)
    return Letter(
        chat_id=person.telegram_id,
        text=words.decided(say, entry, confirmed=confirmed, now=talk.now),
        keyboard=keyboards.rows([[button(say(labels.TO_LEDGER), Hours())]]),
        not_before=in_peace(person, talk.now, talk.say.timezone),
    )


async def _letters(talk: Talk, entry: OwnEntry, centre: Centre) -> list[Letter]:
    """To the staff of the centre; where it has none, to the owners of the house. Nobody confirms
    what they say themselves.
    """
    people = [
        one
        for one in await confirming.who_confirms(talk.session, centre)
        if one.telegram_id is not None and one.id != talk.person.id
    ]
    to = [
        (one.telegram_id, _voice(talk, one), in_peace(one, talk.now, talk.say.timezone))
        for one in people
        if one.telegram_id is not None
    ]
    owners = sorted(talk.house.owner_ids - {talk.chat_id})
    to = to or [(chat, talk.say, talk.now) for chat in owners]
    return [
        Letter(
            chat_id=chat,
            text=words.question(say, talk.person, entry, now=talk.now),
            keyboard=keyboards.rows([_answers(say, entry)]),
            not_before=when,
            about=talk.chat_id,
        )
        for chat, say, when in to
    ]


def _answers(say: Speech, entry: OwnEntry) -> list[InlineKeyboardButton]:
    shown = shown_mark(entry)
    return [
        button(say(label), DecideEntry(entry=entry.id, confirmed=confirmed, mark=shown))
        for label, confirmed in ((labels.CONFIRM_HOURS, True), (labels.DO_NOT_CONFIRM, False))
    ]


def _voice(talk: Talk, person: Person) -> Speech:
    language = language_of(person, default=talk.house.default_language)
    return Speech(language, talk.say.timezone)
