"""The card of one who takes part: everything known of them there, and what staff decide."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.participants.queries import is_reached, known_of, part_of
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from catalogue.privacy import uniting
from catalogue.privacy.forgetting import forget_added
from catalogue.privacy.uniting import Candidate
from catalogue.programme.tables import Event
from catalogue.registrations import decisions
from catalogue.registrations.decisions import Case, case_of
from catalogue.registrations.queue import IN_QUEUE
from catalogue.registrations.tables import State
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office import managing
from handlers.office.callbacks.participants import (
    About,
    LeaveRequests,
    NeedsApproval,
    Participant,
    Participants,
    UnitePeople,
)
from handlers.office.event_buttons import Button
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import participant as words

router = Router(name="participant")

Shown = tuple[Markup, InlineKeyboardMarkup]
Decide = Callable[[AsyncSession, Case], Awaitable[bool]]

#: What is decided by each press, and how it is said to the one who pressed.
DECISIONS: dict[About, tuple[Decide, str]] = {
    About.APPROVE: (decisions.approve, words.APPROVED),
    About.REJECT: (decisions.reject, words.REJECTED),
    About.GIVE: (decisions.give_seat, words.GIVEN),
    About.FIRST: (decisions.put_first, words.FIRST),
    About.TAKE_OFF: (decisions.take_off, words.TAKEN_OFF),
}


@router.callback_query(Participant.filter(F.deed == About.LOOK))
async def look(press: CallbackQuery, callback_data: Participant, talk: Talk) -> Replies:
    case = await at_hand(talk, callback_data.registration)
    return rewrite(talk, press, *await card(talk, case))


@router.callback_query(Participant.filter(F.deed == About.DELETE))
async def delete(press: CallbackQuery, callback_data: Participant, talk: Talk) -> Replies:
    """Only of one added by hand: all others do it in their own chat."""
    case = await at_hand(talk, callback_data.registration)
    person = case.person
    if person.telegram_id is not None:
        return rewrite(talk, press, *await card(talk, case))
    if not callback_data.sure:
        question = words.delete_question(talk.say, case.person)
        return rewrite(
            talk, press, question, _sure(talk, callback_data, office_labels.YES_DELETE_PERSON)
        )
    await forget_added(talk.session, case=case)
    back = button(talk.say(office_labels.TO_THE_LIST), Participants(event=case.event.id))
    return rewrite(talk, press, words.deleted(talk.say), keyboards.rows([[back]]))


@router.callback_query(Participant.filter(F.deed.in_(DECISIONS)))
async def decide(press: CallbackQuery, callback_data: Participant, talk: Talk) -> Replies:
    """What takes something away from the person, or goes over the seats, is asked about first."""
    case = await at_hand(talk, callback_data.registration)
    if not callback_data.sure and (asked := await _question(talk, case, callback_data)):
        return rewrite(talk, press, *asked)
    work, sentence = DECISIONS[callback_data.deed]
    if not await work(talk.session, case):
        return rewrite(talk, press, *await card(talk, case))
    told = callback_data.deed is not About.FIRST
    done = words.done(talk.say, sentence, case.person if told else None)
    return rewrite(talk, press, *await card(talk, case, above=done))


@router.callback_query(NeedsApproval.filter())
async def approval(press: CallbackQuery, callback_data: NeedsApproval, talk: Talk) -> Replies:
    """The staff's page of the event shows how it is now, there where it was pressed."""
    event = await managing.managed(talk, callback_data.event)
    decisions.set_approval(
        talk.session, event=event, wanted=callback_data.wanted, by=talk.person, now=talk.now
    )
    return rewrite(talk, press, *await managing.page(talk, event, beside=Button.APPROVAL))


async def at_hand(talk: Talk, registration_id: int) -> Case:
    """Raises RegistrationGone, StaffOnly."""
    case = await case_of(talk.session, registration_id, by=talk.person, now=talk.now)
    await talk.need(Right.PARTICIPANTS, case.event)
    return case


async def card(talk: Talk, case: Case, *, above: Markup | None = None) -> Shown:
    known = await known_of(talk.session, case.own, case.person)
    text = words.card(talk.say, case, known)
    together = Markup("{}\n\n{}").format(above, text) if above else text
    part = part_of(case.own.state, walked_in=case.own.walked_in)
    back = button(talk.say(office_labels.TO_THE_LIST), Participants(event=case.event.id, part=part))
    choices = [[one] for one in _choices(talk, case)]
    asks = known.leaving is not None and known.leaving.granted is None and case.is_open
    answer = button(talk.say(office_labels.ANSWER_REQUEST), LeaveRequests(event=case.event.id))
    same = await _same(talk, case)
    return together, keyboards.rows([[answer] if asks else [], *choices, same, [back]])


async def _same(talk: Talk, case: Case) -> list[InlineKeyboardButton]:
    if not await same_people(talk, case.event, case.person):
        return []
    return [button(talk.say(office_labels.UNITE), UnitePeople(registration=case.own.id))]


async def same_people(talk: Talk, event: Event, person: Person) -> list[Candidate]:
    """Who may be the one added by hand: nobody for one who speaks for themselves, or who is also
    at events of a centre where this one of staff may not decide.
    """
    if person.telegram_id is not None:
        return []
    realm = await talk.realm(Right.PARTICIPANTS)
    theirs = await uniting.centres_of(talk.session, person)
    if not all(realm.has(centre_id=one) for one in theirs):
        return []
    return await uniting.candidates(talk.session, person, centre_id=event.centre_id)


def _choices(talk: Talk, case: Case) -> list[InlineKeyboardButton]:
    """What there is to decide in this state."""
    state, person = case.own.state, case.person
    here = {
        About.APPROVE: state is State.PENDING,
        About.REJECT: state is State.PENDING,
        About.GIVE: state in IN_QUEUE,
        About.FIRST: state is State.WAITING,
        About.TAKE_OFF: state is not State.CANCELLED,
    }
    open_ones = [deed for deed, is_here in here.items() if is_here and case.is_open]
    always = {About.WRITE: is_reached(person), About.DELETE: person.telegram_id is None}
    deeds = [*open_ones, *(deed for deed, is_here in always.items() if is_here)]
    return [
        button(talk.say(LABELS[deed]), Participant(registration=case.own.id, deed=deed))
        for deed in deeds
    ]


async def _question(talk: Talk, case: Case, pressed: Participant) -> Shown | None:
    """None where nothing is to be asked; what is no more to be decided is shown by the card."""
    if not case.is_open:
        return None
    say, own = talk.say, case.own
    if pressed.deed is About.REJECT and own.state is State.PENDING:
        return words.reject_question(say, case.person), _sure(
            talk, pressed, office_labels.YES_REJECT
        )
    if pressed.deed is About.TAKE_OFF and own.state is not State.CANCELLED:
        return words.take_off_question(say, case), _sure(talk, pressed, office_labels.YES_TAKE_OFF)
    if pressed.deed is About.GIVE and await decisions.goes_over(talk.session, case):
        return words.give_question(say, case), _sure(talk, pressed, office_labels.YES_GIVE_SEAT)
    return None


def _sure(talk: Talk, pressed: Participant, label: str) -> InlineKeyboardMarkup:
    back = Participant(registration=pressed.registration)
    return keyboards.rows(
        [
            [button(talk.say(label), pressed.model_copy(update={"sure": True}))],
            [button(talk.say(labels.BACK), back)],
        ]
    )


LABELS = {
    About.APPROVE: office_labels.APPROVE,
    About.REJECT: office_labels.REJECT,
    About.GIVE: office_labels.GIVE_SEAT,
    About.FIRST: office_labels.PUT_FIRST,
    About.TAKE_OFF: office_labels.TAKE_OFF,
    About.WRITE: office_labels.WRITE_TO,
    About.DELETE: office_labels.DELETE_PERSON,
}
