"""Opening an event, joining it, introducing oneself the first time, leaving again."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from catalogue.people.rules import LONGEST_ACCESS_NEED, clean_name
from catalogue.programme.browsing import event_seen
from catalogue.programme.tables import Event
from catalogue.refusals import Refusal
from catalogue.registrations import rules
from catalogue.registrations.queries import standing_after
from catalogue.registrations.refusals import (
    AlreadyRegistered,
    Clash,
    EventGone,
    IntroductionNeeded,
    NotRegistered,
)
from catalogue.registrations.rules import Joined
from catalogue.registrations.tables import Registration, State
from handlers import callbacks, forms, keyboards
from handlers.forms import INTRODUCTION, Form
from handlers.keyboards import press as button
from handlers.refused import refused
from handlers.replies import Recipe, Replies, Reply
from handlers.showing import card, refreshed_card, rewrite, say_to, tell_moved_up
from handlers.talk import Talk
from handlers.words import labels, menu
from handlers.words import people as people_words
from handlers.words import refusals as refusal_words
from handlers.words import registrations as words

router = Router(name="joining")


@router.callback_query(callbacks.OpenEvent.filter())
async def open_event(
    press: CallbackQuery, callback_data: callbacks.OpenEvent, talk: Talk
) -> Replies:
    return await card(talk, await _seen(talk, callback_data.event))


@router.callback_query(callbacks.Join.filter())
async def join(press: CallbackQuery, callback_data: callbacks.Join, talk: Talk) -> Replies:
    """The card shows at once how things stand; an own message tells the outcome."""
    try:
        joined = await _join(talk, callback_data.event, anyway=callback_data.anyway)
    except IntroductionNeeded as needed:
        return await _introduce(talk, needed, anyway=callback_data.anyway)
    except Clash as clash:
        return _ask_about_clash(talk, clash)
    except AlreadyRegistered:
        return await refreshed_card(talk, press, await _seen(talk, callback_data.event))
    answers = await _told(talk, joined)
    if callback_data.anyway:  # pressed below the question, which has no card to refresh
        return answers
    stands = await standing_after(talk.session, joined)
    return [await refreshed_card(talk, press, joined.event, stands), *answers]


@router.message(Form.name, F.text)
async def name_given(message: Message, talk: Talk) -> Replies:
    """A first name goes on to the consent; a corrected one is kept at once."""
    name = clean_name(message.text or "")
    if talk.person.consented_at:
        talk.person.name = name
        await forms.leave(talk.state)
        return say_to(talk, people_words.name_corrected(talk.say, name), keyboards.doors(talk.say))
    await forms.enter(talk.state, Form.consent, name=name)
    return _ask_consent(talk, name)


@router.callback_query(callbacks.CorrectName.filter())
async def correct_name(press: CallbackQuery, talk: Talk) -> Replies:
    """One who has not agreed yet has a name to correct only while they introduce themselves."""
    if talk.person.consented_at is None and await talk.state.get_state() not in INTRODUCTION:
        return say_to(talk, menu.out_of_date(talk.say), keyboards.doors(talk.say))
    await forms.enter(talk.state, Form.name)
    return say_to(talk, people_words.ask_name(talk.say), keyboards.stop(talk.say))


@router.callback_query(callbacks.Consent.filter(), Form.consent)
async def consent_given(
    press: CallbackQuery, callback_data: callbacks.Consent, talk: Talk
) -> Replies:
    """With the consent the joining completes by itself; without it nothing is kept."""
    form = await forms.gathered(talk.state)
    await forms.leave(talk.state)
    if not callback_data.agreed:
        text = people_words.nothing_kept(talk.say)
        return rewrite(talk, press, text, keyboards.doors(talk.say))
    talk.person.name, talk.person.consented_at = form["name"], talk.now
    thanks = rewrite(talk, press, people_words.consent_noted(talk.say))
    try:
        async with talk.session.begin_nested():  # name and consent stay, whatever the event says
            joined = await _join(talk, form["event"], anyway=form["anyway"])
            return [thanks, *await _told(talk, joined)]
    except Clash as clash:
        return [thanks, _ask_about_clash(talk, clash)]
    except Refusal as refusal:
        return [thanks, refused(talk, refusal)]


@router.callback_query(callbacks.Consent.filter())
async def consent_too_late(press: CallbackQuery, talk: Talk) -> Replies:
    return say_to(talk, menu.out_of_date(talk.say), keyboards.doors(talk.say))


@router.message(Form.consent, F.text)
async def consent_by_words(message: Message, talk: Talk) -> Replies:
    """Consent is a press; whatever is written here, the question is put once more."""
    return _ask_consent(talk, (await forms.gathered(talk.state))["name"])


@router.callback_query(callbacks.Leave.filter())
async def leave(press: CallbackQuery, callback_data: callbacks.Leave, talk: Talk) -> Replies:
    """Asks once; with the second press the place is free and the queue moves."""
    event = await _seen(talk, callback_data.event)
    own = await _own(talk, event)
    if own is None:
        return await refreshed_card(talk, press, event)
    if callback_data.sure:
        outcome = await rules.leave(
            talk.session, event_id=event.id, person=talk.person, now=talk.now
        )
        text = words.left(talk.say, event)
        open_again = keyboards.rows(
            [[button(talk.say(labels.OPEN), callbacks.OpenEvent(event=event.id))]]
        )
        return [
            rewrite(talk, press, text, open_again),
            *await tell_moved_up(talk, outcome.moved_up),
        ]
    rules.check_leaving(own, event, now=talk.now)
    return say_to(
        talk,
        words.leave_question(talk.say, event, own.state),
        keyboards.rows(
            [
                [
                    button(talk.say(labels.YES_CANCEL), callbacks.Leave(event=event.id, sure=True)),
                    button(talk.say(labels.KEEP), callbacks.Keep(event=event.id)),
                ]
            ]
        ),
    )


@router.callback_query(callbacks.Keep.filter())
async def keep(press: CallbackQuery, callback_data: callbacks.Keep, talk: Talk) -> Replies:
    event = await _seen(talk, callback_data.event)
    own = await _own(talk, event)
    if own is None:
        return await refreshed_card(talk, press, event)
    place = await rules.place_of(talk.session, own)
    text = words.kept(talk.say, event, own.state, place)
    return rewrite(talk, press, text, keyboards.registered(talk.say, event))


@router.callback_query(callbacks.AccessNeed.filter())
async def access_need(
    press: CallbackQuery, callback_data: callbacks.AccessNeed, talk: Talk
) -> Replies:
    event = await _seen(talk, callback_data.event)
    if await _own(talk, event) is None:
        raise NotRegistered(event)
    await forms.enter(talk.state, Form.access_need, event=event.id)
    return say_to(talk, words.ask_access_need(talk.say, event), keyboards.stop(talk.say))


@router.message(Form.access_need, F.text)
async def access_need_given(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    await forms.leave(talk.state)
    event = await _seen(talk, form["event"])
    own = await _own(talk, event)
    if own is None:
        raise NotRegistered(event)
    own.access_need = (message.text or "").strip()[:LONGEST_ACCESS_NEED]
    text = words.access_need_kept(talk.say, own.access_need)
    return say_to(talk, text, keyboards.registered(talk.say, event))


@router.callback_query(callbacks.StopForm.filter())
async def stop_form(press: CallbackQuery, talk: Talk) -> Replies:
    return rewrite(talk, press, menu.stopped(talk.say), keyboards.doors(talk.say))


@router.callback_query(callbacks.Calendar.filter())
async def calendar(press: CallbackQuery, callback_data: callbacks.Calendar, talk: Talk) -> Replies:
    event = await _seen(talk, callback_data.event)
    key = f"{event.id}:{talk.person.id}"
    return Recipe(chat_id=talk.chat_id, kind="calendar", key=key, language=talk.say.language)


@router.callback_query(callbacks.Share.filter())
async def share(press: CallbackQuery, callback_data: callbacks.Share, talk: Talk) -> Replies:
    event = await _seen(talk, callback_data.event)
    link = talk.house.link(f"ev_{event.code}")
    text = words.shared(talk.say, event, link, now=talk.now)
    return say_to(talk, text, keyboards.share(talk, event))


async def _seen(talk: Talk, event_id: int) -> Event:
    event = await event_seen(talk.session, event_id)
    if event is None:
        raise EventGone
    return event


async def _own(talk: Talk, event: Event) -> Registration | None:
    """None also for one who has cancelled."""
    own = await rules.registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    return own if own and own.state is not State.CANCELLED else None


async def _join(talk: Talk, event_id: int, *, anyway: bool) -> Joined:
    return await rules.join(
        talk.session, event_id=event_id, person=talk.person, now=talk.now, despite_clash=anyway
    )


async def _told(talk: Talk, joined: Joined) -> list[Reply]:
    state = joined.registration.state
    text = words.joined(talk.say, joined.event, state, joined.place, now=talk.now)
    return [
        say_to(talk, text, keyboards.registered(talk.say, joined.event)),
        *await tell_moved_up(talk, joined.moved_up),
    ]


async def _introduce(talk: Talk, needed: IntroductionNeeded, *, anyway: bool) -> Replies:
    await forms.enter(
        talk.state,
        Form.name if needed.name_missing else Form.consent,
        event=needed.event.id,
        anyway=anyway,
        name=talk.person.name,
    )
    if needed.name_missing:
        return say_to(talk, people_words.ask_name(talk.say), keyboards.stop(talk.say))
    return _ask_consent(talk, talk.person.name)


def _ask_consent(talk: Talk, name: str) -> Reply:
    say = talk.say
    return say_to(
        talk,
        people_words.ask_consent(say, name),
        keyboards.rows(
            [
                [
                    button(say(labels.AGREE), callbacks.Consent(agreed=True)),
                    button(say(labels.DISAGREE), callbacks.Consent(agreed=False)),
                ],
                [button(say(labels.CORRECT_NAME), callbacks.CorrectName())],
            ]
        ),
    )


def _ask_about_clash(talk: Talk, clash: Clash) -> Reply:
    again = callbacks.Join(event=clash.event.id, anyway=True)
    return say_to(
        talk,
        refusal_words.worded(talk.say, clash, now=talk.now),
        keyboards.rows(
            [
                [button(talk.say(labels.REGISTER_ANYWAY), again)],
                [button(talk.say(labels.STOP), callbacks.StopForm())],
            ]
        ),
    )
