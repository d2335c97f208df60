"""A piece of a plan pasted as text: looked through and taken in as a file is.

Typed text is a plan only from one who keeps a programme, and only where several of its lines begin
with a day, or it is a table with a plan's headings; all else is a question, as everybody's is.
"""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from catalogue.centres.tables import Centre
from catalogue.files import pasting
from catalogue.intake import queries, rules
from catalogue.intake.comparing import Comparison, compare
from catalogue.intake.plain import refusals, text_of
from catalogue.intake.reading import Read
from catalogue.intake.whose import Reach
from catalogue.people.rights import Right
from catalogue.programme import days
from catalogue.programme.revisions import current_revision
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.programme import PastedPlan
from handlers.office.intake import summary
from handlers.replies import Replies
from handlers.showing import out_of_date, say_to
from handlers.talk import Talk
from handlers.words.events import centre_name, shortened
from handlers.words.office import pasting as words

router = Router(name="pasting")


@router.message(StateFilter(None), F.text.contains("\n"))
async def pasted(message: Message, talk: Talk) -> Replies:
    text = message.text or ""
    if not await talk.realm(Right.PROGRAMME) or not pasting.is_plan(text):
        raise SkipHandler
    await talk.state.update_data(pasted=text)
    return await _go_on(talk, text, PastedPlan())


@router.callback_query(PastedPlan.filter())
async def asked(press: CallbackQuery, callback_data: PastedPlan, talk: Talk) -> Replies:
    """What was pasted last, with the year or the centre that was pressed."""
    await talk.need(Right.PROGRAMME)
    if callback_data.centre:
        await talk.need_at(Right.PROGRAMME, callback_data.centre)
    text = (await talk.state.get_data()).get("pasted")
    return await _go_on(talk, text, callback_data) if text else out_of_date(talk)


async def _go_on(talk: Talk, text: str, known: PastedPlan) -> Replies:
    """A year and a centre that are said nowhere are asked once for all of it."""
    say = talk.say
    if not known.year and pasting.needs_year(text):
        years = [
            button(year, known.model_copy(update={"year": year}))
            for year in days.years(talk.now, say.timezone)
        ]
        return say_to(talk, words.which_year(say), keyboards.rows([years]))
    centres = await talk.centres(Right.PROGRAMME)
    if not known.centre and len(centres) > 1:
        rows = [
            [
                button(
                    shortened(centre_name(say, one), 60),
                    known.model_copy(update={"centre": one.id}),
                )
            ]
            for one in centres
        ]
        return say_to(talk, words.whose(say), keyboards.rows(rows))
    chosen = [one for one in centres if known.centre in {0, one.id}]
    return await _compared(talk, text, known.year or None, chosen[0] if chosen else None)


async def _compared(talk: Talk, text: str, year: int | None, centre: Centre | None) -> Replies:
    """What it would do, as of a file: nothing is taken in before a press."""
    organiser = centre.name if centre else ""
    found = pasting.pasted(text, talk.say.timezone, organiser=organiser, year=year)
    read = Read([text_of(one) for one in found.drafts], refusals(found.refused), [])
    reach = Reach(realm=await talk.realm(Right.PROGRAMME), founds=talk.is_owner)
    revision = await current_revision(talk.session)
    compared = Comparison()
    await compare(talk.session, compared, read.drafts, reach, now=talk.now)
    intake = await rules.keep(
        talk.session,
        person_id=talk.person.id,
        file_name=words.name(talk.say),
        read=read,
        compared=compared,
        reach=reach,
        revision=revision,
        now=talk.now,
    )
    return say_to(talk, *summary(talk.say, await queries.summary(talk.session, intake)))
