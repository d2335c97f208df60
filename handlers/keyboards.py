"""Rows of buttons. A label is said in the person's language, the data are typed."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    SwitchInlineQueryChosenChat,
)

from catalogue.centres.tables import Centre
from catalogue.learning.marking import is_running
from catalogue.programme.tables import Event, Status
from catalogue.registrations.passing import may_pass
from catalogue.registrations.payments import owes
from catalogue.registrations.queries import Standing
from catalogue.registrations.queue import offers_close
from catalogue.registrations.tables import Payer, Registration, State
from handlers.callbacks.asking import AboutCentre, AskCoordinator
from handlers.callbacks.learning import ImHere, TakeCertificate
from handlers.callbacks.menu import Example, Language, Menu, StopForm
from handlers.callbacks.practice import Practice
from handlers.callbacks.programme import Calendar, Materials, OpenEvent, Share
from handlers.callbacks.seats import (
    AccessNeed,
    AskToLeave,
    AtOnce,
    ChangeAnswer,
    Join,
    Keep,
    Leave,
    LeaveStep,
    Offer,
    PassSeat,
    WhoPays,
)
from handlers.office.callbacks import staff as staff_callbacks
from handlers.talk import Talk
from handlers.words import events as words
from handlers.words import labels, menu
from handlers.words.speech import Speech


def press(text: object, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=str(text), callback_data=data.pack())


def rows(buttons: Iterable[Sequence[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    """Leaves empty rows out."""
    return InlineKeyboardMarkup(inline_keyboard=[list(row) for row in buttons if row])


def doors(say: Speech) -> InlineKeyboardMarkup:
    """The three doors of the menu."""
    return rows(
        [
            [press(say(labels.EVENTS), Menu(door="events"))],
            [press(say(labels.MY_EVENTS), Menu(door="mine"))],
            [press(say(labels.ASK), Menu(door="ask"))],
        ]
    )


def with_doors(
    say: Speech, first: Iterable[Sequence[InlineKeyboardButton]]
) -> InlineKeyboardMarkup:
    """The doors below what else there is, so that no screen is an end."""
    return rows([*first, *doors(say).inline_keyboard])


def example_questions(say: Speech) -> InlineKeyboardMarkup:
    return rows(
        [press(example, Example(number=number))]
        for number, example in enumerate(menu.examples(say))
    )


def card(
    talk: Talk,
    event: Event,
    standing: Standing,
    *,
    has_materials: bool = False,
    has_examples: bool = False,
    paper: int | None = None,
    manages: bool = False,
) -> InlineKeyboardMarkup:
    """What one can do with an event as things stand; `paper` is one's own of it, and staff
    `manages` it too.
    """
    say = talk.say
    ahead = [
        press(say(labels.CALENDAR), Calendar(event=event.id)),
        press(say(labels.SHARE), Share(event=event.id)),
    ]
    return rows(
        [
            *(waiting(say, standing.own, event, now=talk.now) if standing.own else []),
            here(talk, [(event, standing.own)]),
            _way_in_or_out(talk, event, standing),
            *(who_pays(say, event) if standing.own and owes(event, standing.own) else []),
            [press(say(labels.MY_CERTIFICATE), TakeCertificate(certificate=paper))]
            if paper is not None
            else [],
            ahead if event.over_at > talk.now else [],
            [press(say(labels.MATERIALS), Materials(event=event.id))] if has_materials else [],
            [press(say(labels.HOW_OTHERS), Practice(event=event.id))] if has_examples else [],
            [press(say(labels.ASK_COORDINATOR), AskCoordinator(event=event.id))],
            [press(say(labels.MANAGE), staff_callbacks.Manage(event=event.id))] if manages else [],
        ]
    )


def _way_in_or_out(talk: Talk, event: Event, standing: Standing) -> list[InlineKeyboardButton]:
    say = talk.say
    if event.status is not Status.PUBLISHED or event.starts_at <= talk.now:
        return []
    if standing.own and standing.is_in:
        leave = press(say(labels.CANCEL), Leave(event=event.id))
        if standing.asks_to_leave:
            leave = take_back(say, event)
        return [leave, *pass_on(say, standing.own, event, now=talk.now)]
    if event.closes_at <= talk.now:
        return []
    if not standing.is_full:
        return [press(say(labels.REGISTER), Join(event=event.id))]
    if event.waiting_list:
        return [press(say(labels.JOIN_WAITING_LIST), Join(event=event.id))]
    return []


def take_back(say: Speech, event: Event) -> InlineKeyboardButton:
    """For one who waits to be let go and comes after all."""
    data = AskToLeave(event=event.id, step=LeaveStep.TAKE_BACK)
    return press(say(labels.TAKE_REQUEST_BACK), data)


def pass_on(
    say: Speech, own: Registration, event: Event, *, now: datetime
) -> list[InlineKeyboardButton]:
    """To a colleague instead, where one's seat may be passed on."""
    if not may_pass(own, event, now=now):
        return []
    return [press(say(labels.PASS_ON), PassSeat(event=event.id))]


def leave_or_keep(talk: Talk, event: Event) -> InlineKeyboardMarkup:
    leave = press(talk.say(labels.CANCEL), Leave(event=event.id))
    stay = press(talk.say(labels.KEEP), Keep(event=event.id))
    return rows([[leave, stay]])


def here(
    talk: Talk, taking_part: Iterable[tuple[Event, Registration | None]]
) -> list[InlineKeyboardButton]:
    """To show that one is there, while a meeting of theirs goes on."""
    goes_on = any(
        is_running(meeting, talk.now)
        for event, own in taking_part
        if own and own.state is State.CONFIRMED and event.status is Status.PUBLISHED
        for meeting in event.sessions
    )
    return [press(talk.say(labels.I_AM_HERE), ImHere())] if goes_on else []


def offer(say: Speech, own: Registration) -> list[InlineKeyboardButton]:
    """The two answers to an offered seat."""
    return [
        press(say(label), Offer(event=own.event_id, ticket=own.ticket, accept=accept))
        for label, accept in ((labels.ACCEPT, True), (labels.DECLINE, False))
    ]


def waiting(
    say: Speech, own: Registration, event: Event, *, now: datetime
) -> list[list[InlineKeyboardButton]]:
    """For one in the queue: the answers to an offer, or whether to be asked at all."""
    if event.status is not Status.PUBLISHED or event.starts_at <= now:
        return []
    if own.state is State.OFFERED:
        return [offer(say, own)]
    if own.state is not State.WAITING or offers_close(event) <= now:
        return []
    mark = "✓ " if own.at_once else ""
    data = AtOnce(event=event.id, wanted=not own.at_once)
    return [[press(f"{mark}{say(labels.TAKE_AT_ONCE)}", data)]]


def suits(say: Speech, notice_id: int) -> InlineKeyboardMarkup:
    """The two answers to a change of an event."""
    fine = ChangeAnswer(notice=notice_id, fine=True)
    cannot = ChangeAnswer(notice=notice_id, fine=False)
    return rows([[press(say(labels.FINE), fine), press(say(labels.CANNOT_COME), cannot)]])


def payers(say: Speech, event: Event) -> list[list[InlineKeyboardButton]]:
    """The three answers to who pays."""
    answers = (
        (Payer.SCHOOL, labels.SCHOOL_PAYS),
        (Payer.SELF, labels.I_PAY),
        (Payer.OTHER, labels.OTHER_PAYS),
    )
    return [[press(say(label), WhoPays(event=event.id, payer=payer)) for payer, label in answers]]


def who_pays(say: Speech, event: Event) -> list[list[InlineKeyboardButton]]:
    """To what one has said of it."""
    return [[press(say(labels.WHO_PAYS), WhoPays(event=event.id))]]


def leave_queue(say: Speech, event_id: int) -> InlineKeyboardMarkup:
    return rows([[press(say(labels.LEAVE_QUEUE), Leave(event=event_id))]])


def registered(
    say: Speech, event: Event, *above: list[InlineKeyboardButton]
) -> InlineKeyboardMarkup:
    """Below the answer to a registration, after the rows that are of first concern."""
    return rows(
        [
            *above,
            [
                press(say(labels.CALENDAR), Calendar(event=event.id)),
                press(say(labels.SHARE), Share(event=event.id)),
            ],
            [press(say(labels.ACCESS_NEED), AccessNeed(event=event.id))],
            [press(say(labels.CANCEL), Leave(event=event.id))],
        ]
    )


def open_events(say: Speech, events: Sequence[Event], *, first: int = 1) -> list[
    list[InlineKeyboardButton]
]:  # fmt: skip
    """A row for each event of a numbered list."""
    return [
        [press(words.label(say, event, number=number), OpenEvent(event=event.id))]
        for number, event in enumerate(events, start=first)
    ]


def share(talk: Talk, event: Event) -> InlineKeyboardMarkup:
    """Chooses a chat and puts the card there by inline mode."""
    chats = SwitchInlineQueryChosenChat(
        query=event.code, allow_user_chats=True, allow_group_chats=True, allow_channel_chats=True
    )
    return rows(
        [
            [
                InlineKeyboardButton(
                    text=str(talk.say(labels.CHOOSE_CHAT)), switch_inline_query_chosen_chat=chats
                )
            ]
        ]
    )


def language_choice() -> InlineKeyboardMarkup:
    """Each language in its own words."""
    return rows(
        [[press(name, Language(language=code)) for code, name in labels.LANGUAGE_NAMES.items()]]
    )


def centres(say: Speech, found: Sequence[Centre]) -> InlineKeyboardMarkup:
    """A row for each centre; its name as far as a button holds it."""
    return rows(
        [
            press(
                words.shortened(words.centre_name(say, centre), 60),
                AboutCentre(centre=centre.id),
            )
        ]
        for centre in found[:20]
    )


def stop(say: Speech) -> InlineKeyboardMarkup:
    return rows([[press(say(labels.STOP), StopForm())]])


def turns(
    say: Speech, shown: CallbackData, *, page: int, has_more: bool
) -> list[InlineKeyboardButton]:
    """To the page before and the page after, where there are such; the first is 0."""
    before = [(labels.BACK, page - 1)] if page else []
    after = [(labels.MORE, page + 1)] if has_more else []
    return [
        press(say(label), shown.model_copy(update={"page": other}))
        for label, other in (*before, *after)
    ]
