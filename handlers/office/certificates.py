"""Papers of an event: who has one, one anew, all to print, and what stands on them of a centre."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.centres.details import Detail, set_detail
from catalogue.journal.tables import Deed
from catalogue.learning import correcting
from catalogue.learning.certificates import Paper, of_registrations
from catalogue.learning.holders import holders
from catalogue.people.rights import Right
from catalogue.people.rules import clean_name
from catalogue.programme.tables import Event
from catalogue.registrations.decisions import Case
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.certificates import (
    CentreDetails,
    EventCertificates,
    HolderCertificate,
    Mend,
    PaperDetail,
    PrintCertificates,
)
from handlers.office.callbacks.staff import EventPage
from handlers.office.managing import managed
from handlers.office.participant import at_hand
from handlers.pages import list_page
from handlers.replies import Errand, Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.certificates import number
from handlers.words.office import certificates as words
from handlers.words.office import labels as office_labels

#: The job that makes a file of all of an event.
PRINT = "certificates_of_event"

router = Router(name="office_certificates")

Shown = tuple[Markup, InlineKeyboardMarkup]

_DETAILS = {
    PaperDetail.COMPANY_CODE: Detail.COMPANY_CODE,
    PaperDetail.ACCREDITATION: Detail.ACCREDITATION,
    PaperDetail.HEAD_POSITION: Detail.HEAD_POSITION,
    PaperDetail.HEAD_NAME: Detail.HEAD_NAME,
}


@router.callback_query(EventCertificates.filter())
async def of_event(press: CallbackQuery, callback_data: EventCertificates, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event)
    return rewrite(talk, press, *await _page(talk, event, callback_data))


@router.callback_query(PrintCertificates.filter())
async def to_print(press: CallbackQuery, callback_data: PrintCertificates, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event)
    total = sum(one.has_paper for one in await holders(talk.session, event))
    if not total:
        return say_to(talk, words.nothing_to_print(talk.say))
    talk.note(Deed.CERTIFICATES_TAKEN, event=event)
    return Errand(
        chat_id=talk.chat_id,
        kind=PRINT,
        language=talk.say.language,
        facts={"event": event.id},
        text=words.coming(talk.say, total),
    )


@router.callback_query(HolderCertificate.filter())
async def of_holder(press: CallbackQuery, callback_data: HolderCertificate, talk: Talk) -> Replies:
    case = await at_hand(talk, callback_data.registration)
    paper = await _paper(talk, case)
    if paper is None:
        return out_of_date(talk)
    if callback_data.deed is Mend.NAME:
        await forms.enter(talk.state, Form.holder_name, registration=case.own.id)
        return say_to(talk, words.ask_name(talk.say, paper), keyboards.stop(talk.say))
    if callback_data.deed is Mend.AGAIN:
        if not callback_data.replaces:
            return rewrite(talk, press, *_again_question(talk, case, paper))
        if callback_data.replaces == paper.issue.version:
            await _correct(talk, case, paper, paper.issue.name)
        return rewrite(talk, press, words.done(talk.say), _back(talk, case.event))
    return rewrite(talk, press, *_card(talk, case, paper))


@router.message(Form.holder_name, F.text)
async def name_written(message: Message, talk: Talk) -> Replies:
    """On this paper alone: whoever talks with us has their own name in their own hands."""
    name = clean_name(message.text or "")
    case = await at_hand(talk, (await forms.gathered(talk.state))["registration"])
    await forms.leave(talk.state)
    paper = await _paper(talk, case)
    if paper is None:
        return out_of_date(talk)
    if case.person.telegram_id is None:
        case.person.name = name
    await _correct(talk, case, paper, name)
    return say_to(talk, words.done(talk.say), _back(talk, case.event))


@router.callback_query(CentreDetails.filter())
async def details(press: CallbackQuery, callback_data: CentreDetails, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event, Right.PROGRAMME)
    if callback_data.detail is PaperDetail.ALL:
        return rewrite(talk, press, *_details(talk, event))
    detail = _DETAILS[callback_data.detail]
    if callback_data.empty:
        _set(talk, event, detail, "")
        return rewrite(talk, press, *_details(talk, event))
    await forms.enter(talk.state, Form.centre_detail, event=event.id, detail=detail.value)
    empty = callback_data.model_copy(update={"empty": True})
    rows = [
        [button(talk.say(labels.CLEAR), empty)] if getattr(event.centre, detail.value) else [],
        [button(talk.say(labels.BACK), CentreDetails(event=event.id))],
    ]
    return rewrite(talk, press, words.ask_detail(talk.say, detail), keyboards.rows(rows))


@router.message(Form.centre_detail, F.text)
async def detail_written(message: Message, talk: Talk) -> Replies:
    """What it cannot be is asked for once more."""
    form = await forms.gathered(talk.state)
    event = await managed(talk, form["event"], Right.PROGRAMME)
    detail = Detail(form["detail"])
    if not _set(talk, event, detail, message.text or ""):
        return say_to(talk, words.not_so(talk.say, detail), keyboards.stop(talk.say))
    await forms.leave(talk.state)
    return say_to(talk, *_details(talk, event))


def _set(talk: Talk, event: Event, detail: Detail, written: str) -> bool:
    if not set_detail(event.centre, detail, written):
        return False
    talk.note(Deed.CENTRE_CHANGED, centre_id=event.centre_id, detail=detail.value)
    return True


async def _paper(talk: Talk, case: Case) -> Paper | None:
    found = (await of_registrations(talk.session, [case.own.id])).get(case.own.id)
    return found if found is not None and found.is_valid else None


async def _correct(talk: Talk, case: Case, paper: Paper, name: str) -> None:
    issue = await correcting.corrected(
        talk.session,
        case.own,
        case.event,
        name=name,
        by=talk.person,
        now=talk.now,
        zone=talk.say.timezone,
    )
    if issue is not None:
        told = number(paper.certificate)
        talk.note(Deed.CERTIFICATE_CORRECTED, event=case.event, about=case.person, number=told)


async def _page(talk: Talk, event: Event, view: EventCertificates) -> Shown:
    say, found = talk.say, await holders(talk.session, event)
    page = list_page(found, view.page)
    text = words.page(say, event, found, page.shown, first=page.first)
    if not found:
        text = Markup("{}\n{}").format(text, words.nobody(say))
    cards = [
        [button(words.label(say, one, place),
                HolderCertificate(registration=one.registration_id))]
        for place, one in enumerate(page.shown, start=page.first)
        if one.has_paper
    ]  # fmt: skip
    any_issued = any(one.has_paper for one in found)
    own = EventCertificates(event=event.id, page=page.number)
    return text, keyboards.rows(
        [
            *cards,
            keyboards.turns(say, own, page=page.number, has_more=page.has_more),
            [button(say(office_labels.PRINT_CERTIFICATES), PrintCertificates(event=event.id))]
            if any_issued
            else [],
            [button(say(office_labels.CENTRE_DETAILS), CentreDetails(event=event.id))]
            if await talk.may(Right.PROGRAMME, event)
            else [],
            [
                button(say(office_labels.REFRESH), own),
                button(say(labels.BACK), EventPage(event=event.id)),
            ],
        ]
    )


def _card(talk: Talk, case: Case, paper: Paper) -> Shown:
    own = case.own.id
    return words.card(talk.say, paper), keyboards.rows(
        [
            [button(talk.say(labels.CORRECT_NAME),
                    HolderCertificate(registration=own, deed=Mend.NAME))],
            [button(talk.say(office_labels.ISSUE_AGAIN),
                    HolderCertificate(registration=own, deed=Mend.AGAIN))],
            [button(talk.say(labels.BACK), EventCertificates(event=case.event.id))],
        ]
    )  # fmt: skip


def _again_question(talk: Talk, case: Case, paper: Paper) -> Shown:
    version = paper.issue.version
    sure = HolderCertificate(registration=case.own.id, deed=Mend.AGAIN, replaces=version)
    back = HolderCertificate(registration=case.own.id)
    return words.again_question(talk.say, paper), keyboards.rows(
        [
            [button(talk.say(office_labels.ISSUE_AGAIN), sure)],
            [button(talk.say(labels.BACK), back)],
        ]
    )


def _back(talk: Talk, event: Event) -> InlineKeyboardMarkup:
    door = button(talk.say(office_labels.CERTIFICATES), EventCertificates(event=event.id))
    return keyboards.rows([[door]])


def _details(talk: Talk, event: Event) -> Shown:
    fields = [
        [button(talk.say(words.DETAILS[detail]), CentreDetails(event=event.id, detail=pressed))]
        for pressed, detail in _DETAILS.items()
    ]
    back = [button(talk.say(labels.BACK), EventCertificates(event=event.id))]
    return words.details(talk.say, event.centre), keyboards.rows([*fields, back])
