"""The first word, the door „Ask“, help, language, the centres."""

from collections.abc import Awaitable, Callable, Mapping

from aiogram import F, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from catalogue.centres.pages import IN_SHORT
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.finding import browsing
from catalogue.people.languages import LANGUAGES
from catalogue.programme.queries import by_code
from catalogue.registrations.refusals import EventGone
from handlers import asking, attending, commands, keyboards, links, needs, planning
from handlers.callbacks.asking import AboutCentre
from handlers.callbacks.menu import Language, Menu
from handlers.office.doors import doors
from handlers.office.inviting import accept_invitation
from handlers.passing import open_pass
from handlers.replies import Replies
from handlers.showing import card, out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.verifying import verified
from handlers.words import about, menu
from handlers.words.events import centre_name
from handlers.words.speech import Speech

router = Router(name="start")


@router.message(CommandStart(ignore_case=True))
async def start(message: Message, command: CommandObject, talk: Talk) -> Replies:
    """With a payload, what it opens; a question that is none is as nothing."""
    kind, _, value = (command.args or "").partition("_")
    if kind in OPENED and value:
        return await OPENED[kind](talk, value)
    if kind == "q" and (question := links.question_in(value)):
        return await asking.asked(talk, question)
    count = await browsing.count(talk.session, now=talk.now)
    welcome = say_to(talk, menu.welcome(talk.say, count), await doors(talk))
    if await talk.is_staff():  # an owner stands in the settings: here is where their menu is made
        return [welcome, await commands.own(talk, talk.say)]
    return welcome


async def linked_event(talk: Talk, code: str) -> Replies:
    """One card; where several centres use the code, a choice."""
    found = await by_code(talk.session, code)
    if not found:
        raise EventGone
    if len(found) == 1:
        return await card(talk, found[0])
    return [await card(talk, event) for event in found[:5]]


#: What a deep link opens, by what stands before the first „_“ of its payload.
OPENED: Mapping[str, Callable[[Talk, str], Awaitable[Replies]]] = {
    "ev": linked_event,
    "at": attending.scanned,
    "st": accept_invitation,
    "ps": open_pass,
    "pl": planning.linked,
    "chk": verified,
    "nd": needs.linked,
}


@router.callback_query(Menu.filter(F.door == "ask"))
async def ask(press: CallbackQuery, talk: Talk) -> Replies:
    return await asking.ask(talk)


@router.callback_query(Menu.filter(F.door == "language"))
@router.message(Command("kalba", "language", ignore_case=True))
async def ask_language(event: CallbackQuery | Message, talk: Talk) -> Replies:
    return say_to(talk, menu.choose_language(talk.say), keyboards.language_choice())


@router.callback_query(Language.filter(F.language.in_(LANGUAGES)))
async def choose_language(press: CallbackQuery, callback_data: Language, talk: Talk) -> Replies:
    """From now on everything, the menu of commands too, speaks the chosen language."""
    talk.person.language = callback_data.language
    say = Speech(callback_data.language, talk.say.timezone)
    return [
        rewrite(talk, press, menu.language_chosen(say), await doors(talk, say)),
        await commands.own(talk, say),
    ]


@router.message(Command("pagalba", "help", ignore_case=True))
async def help_me(message: Message, talk: Talk) -> Replies:
    text = menu.help_text(talk.say, await commands.in_help(talk))
    return say_to(talk, text, await doors(talk))


@router.message(Command("apie", "about", ignore_case=True))
async def about_us(message: Message, talk: Talk) -> Replies:
    centres = await all_centres(talk.session)
    text = about.about(talk.say, [centre_name(talk.say, centre) for centre in centres])
    return say_to(talk, text, keyboards.centres(talk.say, centres))


@router.callback_query(AboutCentre.filter())
async def about_centre(press: CallbackQuery, callback_data: AboutCentre, talk: Talk) -> Replies:
    centre = await talk.session.get(Centre, callback_data.centre)
    if centre is None:
        return out_of_date(talk)
    await talk.state.update_data(centre=centre.slug)
    name = centre_name(talk.say, centre)
    book = await talk.house.known.book(talk.session)
    return say_to(talk, about.centre(talk.say, name, book.of(*IN_SHORT, centres=[centre.slug])))
