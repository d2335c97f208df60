"""A file sent to the chat: a programme, looked through, taken in, undone; or who came."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter
from aiogram.types import (
    CallbackQuery,
    Document,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.editing.rules import how_many_hear
from catalogue.files.reading import check_size
from catalogue.intake import queries, rules
from catalogue.intake.plain import draft_of, refused_of
from catalogue.intake.queries import Summary
from catalogue.intake.tables import Intake, IntakeEvent, IntakeState, Outcome, Standing
from catalogue.people.refusals import RightNeeded
from catalogue.people.rights import Right
from catalogue.programme.queries import by_id
from catalogue.programme.refused import Unreadable
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.intake import IntakeCard, Intaken, IntakeStep, Look, SampleHeadings
from handlers.replies import Errand, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import importing, labels
from handlers.words.office import exporting as exporting_words
from handlers.words.office import intake as words
from handlers.words.office import intake_cards as cards
from handlers.words.office import labels as office_labels
from handlers.words.speech import Speech

#: Kinds of jobs, done in `bot.jobs.intake`.
READ, TAKE, UNDO, HEADINGS = "intake_read", "intake_take", "intake_undo", "intake_headings"

router = Router(name="intake")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("importas", "import", ignore_case=True))
async def how_to(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    sample = [button(talk.say(office_labels.SAMPLE_HEADINGS), SampleHeadings())]
    return say_to(talk, words.how_to(talk.say), keyboards.rows([sample]))


@router.callback_query(SampleHeadings.filter())
async def sample(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return _errand(talk, HEADINGS, exporting_words.making(talk.say))


@router.message(F.document, StateFilter(None))
async def sent(message: Message, talk: Talk) -> Replies:
    """Others are told kindly what we can do, as with anything that we do not read."""
    realm, rolls = await talk.realm(Right.PROGRAMME), await talk.realm(Right.ROLL)
    if not (realm or rolls) or message.document is None:
        raise SkipHandler
    document = message.document
    name = document.file_name or ""
    if (why := _too_large(document, talk.say)) is not None:
        return say_to(talk, words.unread(talk.say, name, why))
    return _errand(
        talk,
        READ,
        words.reading(talk.say),
        file=document.file_id,
        name=name,
        person=talk.person.id,
        centres=None if realm.centres is None else sorted(realm.centres),
        founds=talk.is_owner,
        keeps=bool(realm),
        rolls=[None if rolls.centres is None else sorted(rolls.centres), sorted(rolls.events)],
    )


@router.callback_query(Intaken.filter())
async def act(press: CallbackQuery, callback_data: Intaken, talk: Talk) -> Replies:
    """Each step looks anew whether it is still to be done; a second press does nothing more."""
    intake = await _own(talk, callback_data.intake)
    if intake is None:
        return rewrite(talk, press, words.over(talk.say))
    steps = {
        IntakeStep.SUMMARY: _show,
        IntakeStep.TAKE: _take,
        IntakeStep.DRAFTS: _take_as_drafts,
        IntakeStep.DROP: _drop,
        IntakeStep.UNDO: _ask_undo,
        IntakeStep.REALLY_UNDO: _undo,
    }
    return await steps[callback_data.step](press, talk, intake)


@router.callback_query(IntakeCard.filter())
async def look(press: CallbackQuery, callback_data: IntakeCard, talk: Talk) -> Replies:
    """One event of the file; it is left out, or taken after all, where the button says so."""
    intake = await _own(talk, callback_data.intake)
    if intake is None or intake.state is not IntakeState.READY:
        return rewrite(talk, press, words.over(talk.say))
    seen = await queries.summary(talk.session, intake)
    outcome = Outcome.CHANGED if callback_data.changed else Outcome.ADDED
    total = seen.to_look_at(outcome)
    page = min(callback_data.page, max(0, total - 1))
    row = await queries.card(talk.session, intake, outcome, page)
    if row is None:
        return rewrite(talk, press, *summary(talk.say, seen))
    if callback_data.deed is not Look.LOOK:
        rules.choose(row, wanted=callback_data.deed is Look.TAKE)
    view = callback_data.model_copy(update={"page": page, "deed": Look.LOOK})
    text = await _card(talk, row, (page + 1, total))
    return rewrite(talk, press, text, _around(talk.say, view, row, total))


def summary(say: Speech, seen: Summary, *, again: bool = False) -> Shown:
    """What the file would do, and what can be done with it."""
    intake = seen.intake

    def to(label: str, step: IntakeStep) -> list[InlineKeyboardButton]:
        return [button(say(label), Intaken(intake=intake.id, step=step))]

    looks = [
        [button(say(label, n=n), IntakeCard(intake=intake.id, changed=changed))]
        for label, changed, n in (
            (office_labels.LOOK_AT_NEW, False, seen.to_look_at(Outcome.ADDED)),
            (office_labels.LOOK_AT_CHANGES, True, seen.to_look_at(Outcome.CHANGED)),
        )
        if n
    ]
    takes = [
        *(to(office_labels.TAKE_IN, IntakeStep.TAKE) if seen.has_something else []),
        *(
            to(office_labels.TAKE_IN_AS_DRAFTS, IntakeStep.DRAFTS)
            if seen.count(Outcome.ADDED, Standing.WAITING)
            else []
        ),
    ]
    text = words.summary(say, seen, refused_of(intake.refused), again=again)
    return text, keyboards.rows([*looks, takes, to(labels.DISCARD, IntakeStep.DROP)])


def taken(say: Speech, seen: Summary) -> Shown:
    """What was taken in, with the way to undo it."""
    undo = Intaken(intake=seen.intake.id, step=IntakeStep.UNDO)
    rows = [[button(say(office_labels.UNDO_IMPORT), undo)]] if seen.count(Standing.TAKEN) else []
    return words.taken(say, seen), keyboards.rows(rows)


async def _own(talk: Talk, number: int) -> Intake | None:
    """One's own, as long as one has the right to all that it touches.

    Raises StaffOnly, RightNeeded.
    """
    await talk.need(Right.PROGRAMME)
    intake = await rules.own(talk.session, number, talk.person)
    if intake is not None:
        for centre_id in await queries.centres_of(talk.session, intake):
            if centre_id is not None:
                await talk.need_at(Right.PROGRAMME, centre_id)
            elif not talk.is_owner:
                raise RightNeeded
    return intake


async def _show(press: CallbackQuery, talk: Talk, intake: Intake) -> Replies:
    seen = await queries.summary(talk.session, intake)
    if intake.state is IntakeState.READY:
        return rewrite(talk, press, *summary(talk.say, seen))
    if intake.state is IntakeState.TAKEN:
        return rewrite(talk, press, *taken(talk.say, seen))
    return rewrite(talk, press, words.over(talk.say))


async def _take(
    press: CallbackQuery, talk: Talk, intake: Intake, *, as_drafts: bool = False
) -> Replies:
    if not rules.begin(intake, as_drafts=as_drafts, now=talk.now):
        is_under_way = intake.state is IntakeState.TAKING
        return say_to(talk, (words.being_taken if is_under_way else words.over)(talk.say))
    return _errand(talk, TAKE, words.beginning(talk.say), intake=intake.id)


async def _take_as_drafts(press: CallbackQuery, talk: Talk, intake: Intake) -> Replies:
    return await _take(press, talk, intake, as_drafts=True)


async def _drop(press: CallbackQuery, talk: Talk, intake: Intake) -> Replies:
    if intake.state is not IntakeState.READY:
        return await _show(press, talk, intake)
    await rules.drop(talk.session, intake)
    return rewrite(talk, press, words.dropped(talk.say))


async def _ask_undo(press: CallbackQuery, talk: Talk, intake: Intake) -> Replies:
    if intake.state is not IntakeState.TAKEN:
        return await _show(press, talk, intake)
    seen = await queries.summary(talk.session, intake)
    sure = Intaken(intake=intake.id, step=IntakeStep.REALLY_UNDO)
    back = Intaken(intake=intake.id, step=IntakeStep.SUMMARY)
    keyboard = keyboards.rows(
        [[button(talk.say(office_labels.YES_UNDO), sure)], [button(talk.say(labels.BACK), back)]]
    )
    return rewrite(talk, press, words.undo_question(talk.say, seen), keyboard)


async def _undo(press: CallbackQuery, talk: Talk, intake: Intake) -> Replies:
    if not rules.begin_undo(intake, now=talk.now):
        return await _show(press, talk, intake)
    return _errand(talk, UNDO, words.undoing(talk.say), intake=intake.id)


async def _card(talk: Talk, row: IntakeEvent, place: tuple[int, int]) -> Markup:
    if row.outcome is Outcome.ADDED:
        centre = await talk.session.get(Centre, row.centre_id) if row.centre_id else None
        name = centre.name if centre else ""
        return cards.new_card(talk.say, row, draft_of(row.draft), name, place, now=talk.now)
    event = await by_id(talk.session, row.event_id) if row.event_id else None
    told = await how_many_hear(talk.session, event) if event else 0
    return cards.changed_card(talk.say, row, event, told, place, now=talk.now)


def _around(say: Speech, view: IntakeCard, row: IntakeEvent, total: int) -> InlineKeyboardMarkup:
    """To the events beside it, in or out, and back."""
    beside = [
        button(label, view.model_copy(update={"page": page}))
        for label, page in ((labels.EARLIER, view.page - 1), (labels.LATER, view.page + 1))
        if 0 <= page < total
    ]
    is_out = row.standing is Standing.LEFT_OUT
    choice, deed = (
        (office_labels.TAKE_THIS, Look.TAKE)
        if is_out
        else (office_labels.LEAVE_THIS_OUT, Look.LEAVE_OUT)
    )
    return keyboards.rows(
        [
            beside,
            [button(say(choice), view.model_copy(update={"deed": deed}))],
            [
                button(
                    say(office_labels.TO_SUMMARY),
                    Intaken(intake=view.intake, step=IntakeStep.SUMMARY),
                )
            ],
        ]
    )


def _too_large(document: Document, say: Speech) -> str | None:
    """Before anything of it is fetched."""
    try:
        check_size(document.file_size if document.file_size is not None else 1)
    except Unreadable as unreadable:
        return importing.reason(unreadable.reason, unreadable.values, say.language)
    return None


def _errand(talk: Talk, kind: str, text: Markup, **facts: object) -> Errand:
    return Errand(
        chat_id=talk.chat_id, kind=kind, language=talk.say.language, facts=facts, text=text
    )
