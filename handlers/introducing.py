"""One's name and consent, the first time one joins; later, a name corrected."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from catalogue.people.rules import clean_name
from catalogue.refusals import Refusal
from catalogue.registrations import passing, rules
from catalogue.registrations.refusals import Clash, IntroductionNeeded
from catalogue.registrations.rules import Joined
from handlers import at_door, forms, keyboards
from handlers.callbacks.menu import StopForm
from handlers.callbacks.person import Consent, CorrectName
from handlers.callbacks.seats import Join, TakeSeat
from handlers.certificates import follow_name
from handlers.forms import INTRODUCTION, Form
from handlers.keyboards import press as button
from handlers.office.doors import doors
from handlers.refused import refused
from handlers.replies import PressAgain, Replies, Reply
from handlers.showing import clash_question, out_of_date, outcome, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels, menu
from handlers.words import people as words
from handlers.words.speech import Speech


class _Said(NamedTuple):
    """What is said on the way, by what the introduction is for."""

    ask_consent: Callable[[Speech, str], Markup]
    declined: Callable[[Speech], Markup]


_TO_JOIN = _Said(words.ask_consent, words.nothing_kept)
_AS_STAFF = _Said(words.ask_consent_of_staff, words.nameless_staff)
_FIRST = _Said(words.ask_consent_first, words.nothing_kept_of_you)

router = Router(name="introducing")


@router.message(Form.name, F.text)
async def name_given(message: Message, talk: Talk) -> Replies:
    """A first name goes on to the consent; a corrected one is kept at once, on papers too."""
    name = clean_name(message.text or "")
    if talk.person.consented_at:
        talk.person.name = name
        await forms.leave(talk.state)
        told = say_to(talk, words.name_corrected(talk.say, name), keyboards.doors(talk.say))
        return [told, *await follow_name(talk)]
    await forms.enter(talk.state, Form.consent, name=name)
    return await _ask_consent(talk, name)


@router.callback_query(CorrectName.filter())
async def correct_name(press: CallbackQuery, talk: Talk) -> Replies:
    """One who has not agreed yet has a name to correct only while they introduce themselves."""
    if talk.person.consented_at is None and await talk.state.get_state() not in INTRODUCTION:
        return out_of_date(talk)
    await forms.enter(talk.state, Form.name)
    return say_to(talk, words.ask_name(talk.say), keyboards.stop(talk.say))


@router.callback_query(Consent.filter(), Form.consent)
async def consent_given(press: CallbackQuery, callback_data: Consent, talk: Talk) -> Replies:
    """With the consent what was begun completes by itself, and where nothing was, the doors are
    shown; without it nothing is kept.
    """
    form = await forms.gathered(talk.state)
    await forms.leave(talk.state)
    if not callback_data.agreed:
        text = _said(form).declined(talk.say)
        return rewrite(talk, press, text, keyboards.doors(talk.say))
    talk.person.name, talk.person.consented_at = form["name"], talk.now
    thanks = rewrite(talk, press, words.consent_noted(talk.say))
    if then := form.get("then"):
        return [thanks, PressAgain(then)]
    if form["event"] is not None:
        return [thanks, *(await _join(talk, form))]
    return rewrite(talk, press, words.consent_noted(talk.say), await doors(talk))


@router.callback_query(Consent.filter())
async def consent_too_late(press: CallbackQuery, talk: Talk) -> Replies:
    return out_of_date(talk)


@router.message(Form.consent, F.text)
async def consent_by_words(message: Message, talk: Talk) -> Replies:
    """Consent is a press; whatever is written here, the question is put once more."""
    question = await _ask_consent(talk, (await forms.gathered(talk.state))["name"])
    return [say_to(talk, words.press_to_answer(talk.say)), question]


@router.callback_query(StopForm.filter())
async def stop_form(press: CallbackQuery, talk: Talk) -> Replies:
    return rewrite(talk, press, menu.stopped(talk.say), keyboards.doors(talk.say))


async def introduce(
    talk: Talk, needed: IntroductionNeeded, *, anyway: bool, secret: str = "", meeting: int = 0
) -> Replies:
    """`secret` is of the link by which a colleague passes a seat on, `meeting` the one at whose
    door the person stands.
    """
    await forms.enter(
        talk.state,
        Form.name if needed.name_missing else Form.consent,
        event=needed.event.id,
        anyway=anyway,
        secret=secret,
        meeting=meeting,
        name=talk.person.name,
    )
    if needed.name_missing:
        return say_to(talk, words.ask_name(talk.say), keyboards.stop(talk.say))
    return await _ask_consent(talk, talk.person.name)


async def introduce_staff(talk: Talk) -> list[Reply]:
    """Without an event to join; who is known already is asked nothing."""
    if talk.person.consented_at is not None and talk.person.name:
        return []
    await forms.enter(talk.state, Form.name, event=None, anyway=False, name="")
    return [say_to(talk, words.ask_name_of_staff(talk.say), keyboards.stop(talk.say))]


async def introduce_first(talk: Talk, then: str) -> Reply:
    """Before anything is kept of one who has registered for nothing yet; `then` is the data of the
    button that they pressed for it.
    """
    await forms.enter(talk.state, Form.name, event=None, then=then, name="")
    return say_to(talk, words.ask_name_first(talk.say), keyboards.stop(talk.say))


def _said(form: Mapping[str, Any]) -> _Said:
    if form["event"] is not None:
        return _TO_JOIN
    return _FIRST if form.get("then") else _AS_STAFF


async def _join(talk: Talk, form: Mapping[str, Any]) -> list[Reply]:
    """Name and consent stay, whatever the event says."""
    secret = form.get("secret", "")
    try:
        async with talk.session.begin_nested():
            if meeting := form.get("meeting"):
                return [await at_door.seat(talk, meeting)]
            joined = await (_take(talk, form, secret) if secret else _come(talk, form))
            return await outcome(talk, joined)
    except Clash as clash:
        anyway: CallbackData = Join(event=clash.event.id, anyway=True)
        if secret:
            anyway = TakeSeat(secret=secret, anyway=True)
        return [clash_question(talk, clash, anyway)]
    except Refusal as refusal:
        return [refused(talk, refusal)]


async def _come(talk: Talk, form: Mapping[str, Any]) -> Joined:
    return await rules.join(
        talk.session,
        event_id=form["event"],
        person=talk.person,
        now=talk.now,
        despite_clash=form["anyway"],
    )


async def _take(talk: Talk, form: Mapping[str, Any], secret: str) -> Joined:
    return await passing.take(
        talk.session,
        secret=secret,
        person=talk.person,
        now=talk.now,
        despite_clash=form["anyway"],
    )


async def _ask_consent(talk: Talk, name: str) -> Reply:
    say = talk.say
    question = _said(await forms.gathered(talk.state)).ask_consent(say, name)
    return say_to(
        talk,
        question,
        keyboards.rows(
            [
                [
                    button(say(labels.AGREE), Consent(agreed=True)),
                    button(say(labels.DISAGREE), Consent(agreed=False)),
                ],
                [button(say(labels.CORRECT_NAME), CorrectName())],
            ]
        ),
    )
