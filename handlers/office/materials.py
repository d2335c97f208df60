"""„Medžiaga“ of staff: a file or a link is sent, named, put in order, and meant for somebody."""

from dataclasses import dataclass
from pathlib import PurePath

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.journal.tables import Deed
from catalogue.materials import rules
from catalogue.materials.queries import begun_lately, is_noted, of_event
from catalogue.materials.refusals import MaterialGone, NotAMaterial
from catalogue.materials.tables import ForWhom, Material, Medium
from catalogue.people.rights import Right
from catalogue.programme.tables import Event
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.materials import brought
from handlers.office.callbacks.materials import (
    EventMaterials,
    MaterialDeed,
    MaterialEvents,
    OneMaterial,
)
from handlers.office.callbacks.staff import EventPage, Lectures
from handlers.office.doors import lists_label
from handlers.office.managing import managed
from handlers.pages import PER_PAGE
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import materials as seen_words
from handlers.words.events import label
from handlers.words.office import labels as office_labels
from handlers.words.office import materials as words

router = Router(name="office_materials")

Shown = tuple[Markup, InlineKeyboardMarkup]

_WHOM = {
    MaterialDeed.CAME: (ForWhom.CAME, office_labels.FOR_CAME),
    MaterialDeed.REGISTERED: (ForWhom.REGISTERED, office_labels.FOR_REGISTERED),
    MaterialDeed.EVERYBODY: (ForWhom.EVERYBODY, office_labels.FOR_EVERYBODY),
}
_STEPS = {MaterialDeed.UP: -1, MaterialDeed.DOWN: 1}


@dataclass(frozen=True, slots=True)
class _Sent:
    """What came in a message."""

    medium: Medium
    address: str
    title: str


@router.callback_query(MaterialEvents.filter())
async def events(press: CallbackQuery, callback_data: MaterialEvents, talk: Talk) -> Replies:
    await talk.need(Right.MATERIALS)
    say, number = talk.say, callback_data.page
    realm = await talk.realm(Right.MATERIALS)
    found = await begun_lately(
        talk.session, realm, now=talk.now, limit=PER_PAGE + 1, offset=number * PER_PAGE
    )
    shown = found[:PER_PAGE]
    rows = [[button(label(say, one), EventMaterials(event=one.id))] for one in shown]
    turns = keyboards.turns(say, callback_data, page=number, has_more=len(found) > PER_PAGE)
    lists = lists_label(await talk.realm(Right.ROLL))
    back = [button(say(lists), Lectures())]
    keyboard = keyboards.rows([*rows, turns, back if Right.ROLL in await talk.rights() else []])
    return rewrite(talk, press, words.events(say, len(shown)), keyboard)


@router.callback_query(EventMaterials.filter(F.add))
async def ask(press: CallbackQuery, callback_data: EventMaterials, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event, Right.MATERIALS)
    await forms.enter(talk.state, Form.material, event=event.id)
    return say_to(talk, words.ask(talk.say, event), keyboards.stop(talk.say))


@router.callback_query(EventMaterials.filter())
async def show(press: CallbackQuery, callback_data: EventMaterials, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event, Right.MATERIALS)
    return rewrite(talk, press, *await _page(talk, event))


@router.message(Form.material)
async def given(message: Message, talk: Talk) -> Replies:
    """The form stays open, for there may be more; of several at once each is one. Words alone that
    come after one name it.
    """
    form = await forms.gathered(talk.state)
    event = await managed(talk, form["event"], Right.MATERIALS)
    if form.get("last") and message.text and not rules.has_link(message.text):
        return await _named(talk, form["last"], message.text)
    sent = _sent(message)
    title = sent.title or words.without_title(talk.say, sent.medium)
    material = await rules.add(
        talk.session,
        event,
        medium=sent.medium,
        address=sent.address,
        title=title,
        is_recording=_is_recording(sent),
        now=talk.now,
    )
    await forms.enter(talk.state, Form.material, event=event.id, last=material.id)
    talk.note(Deed.MATERIAL_ADDED, event=event)
    text, keyboard = await _one(talk, material)
    return say_to(talk, words.added(talk.say, text), keyboard)


@router.message(Form.material_title, F.text)
async def renamed(message: Message, talk: Talk) -> Replies:
    """What cannot be taken is refused, and the form waits for another try."""
    form = await forms.gathered(talk.state)
    shown = await _named(talk, form["material"], message.text or "")
    await forms.leave(talk.state)
    return shown


@router.callback_query(OneMaterial.filter(F.deed == MaterialDeed.RENAME))
async def ask_title(press: CallbackQuery, callback_data: OneMaterial, talk: Talk) -> Replies:
    material, _ = await _of_staff(talk, callback_data.material)
    await forms.enter(talk.state, Form.material_title, material=material.id)
    return say_to(talk, words.ask_title(talk.say, material), keyboards.stop(talk.say))


@router.callback_query(OneMaterial.filter(F.deed == MaterialDeed.SEE))
async def see(press: CallbackQuery, callback_data: OneMaterial, talk: Talk) -> Replies:
    material, _ = await _of_staff(talk, callback_data.material)
    return brought(talk, material)


@router.callback_query(OneMaterial.filter(F.deed.in_({MaterialDeed.REMOVE, MaterialDeed.REALLY})))
async def remove(press: CallbackQuery, callback_data: OneMaterial, talk: Talk) -> Replies:
    """Asks first: nothing brings it back but to send it again."""
    material, event = await _of_staff(talk, callback_data.material)
    if callback_data.deed is MaterialDeed.REALLY:
        await rules.remove(talk.session, material)
        talk.note(Deed.MATERIAL_REMOVED, event=event)
        return rewrite(talk, press, *await _page(talk, event))
    keyboard = keyboards.rows(
        [
            [_press(talk, office_labels.YES_DISMISS, material, MaterialDeed.REALLY)],
            [_press(talk, labels.BACK, material)],
        ]
    )
    return rewrite(talk, press, words.remove_question(talk.say, material), keyboard)


@router.callback_query(OneMaterial.filter())
async def change(press: CallbackQuery, callback_data: OneMaterial, talk: Talk) -> Replies:
    """What the button says, and then how it is."""
    material, event = await _of_staff(talk, callback_data.material)
    match callback_data.deed:
        case MaterialDeed.RECORDING:
            material.is_recording = not material.is_recording
        case deed if deed in _WHOM:
            material.for_whom = _WHOM[deed][0]
        case deed if deed in _STEPS:
            await rules.move(talk.session, material, by=_STEPS[deed])
    if callback_data.deed is not MaterialDeed.SHOW:
        talk.note(Deed.MATERIAL_CHANGED, event=event)
    return rewrite(talk, press, *await _one(talk, material))


async def _named(talk: Talk, number: int, title: str) -> Replies:
    material, event = await _of_staff(talk, number)
    material.title = rules.a_title(title)
    talk.note(Deed.MATERIAL_CHANGED, event=event)
    return say_to(talk, *await _one(talk, material))


async def _of_staff(talk: Talk, number: int) -> tuple[Material, Event]:
    """With its event locked. Raises MaterialGone, RightNeeded, StaffOnly."""
    await talk.need(Right.MATERIALS)
    material = await talk.session.get(Material, number)
    if material is None:
        raise MaterialGone
    return material, await managed(talk, material.event_id, Right.MATERIALS)


async def _page(talk: Talk, event: Event) -> Shown:
    say = talk.say
    materials = await of_event(talk.session, event.id)
    noted = await is_noted(talk.session, event)
    text = words.page(say, event, materials, is_noted=noted, now=talk.now)
    decides = await talk.may(Right.PARTICIPANTS, event)
    back = EventPage(event=event.id) if decides else MaterialEvents()
    keyboard = keyboards.rows(
        [
            *[
                [button(seen_words.label(one, number), OneMaterial(material=one.id))]
                for number, one in enumerate(materials, start=1)
            ],
            [button(say(office_labels.ADD_MATERIAL), EventMaterials(event=event.id, add=True))],
            [button(say(labels.BACK), back)],
        ]
    )
    return text, keyboard


async def _one(talk: Talk, material: Material) -> Shown:
    say = talk.say
    whom = [
        [_press(talk, name, material, deed, is_on=material.for_whom is who)]
        for deed, (who, name) in _WHOM.items()
    ]
    is_on = material.is_recording
    places = (
        (office_labels.EARLIER_IN_LIST, MaterialDeed.UP),
        (office_labels.LATER_IN_LIST, MaterialDeed.DOWN),
    )
    is_alone = len(await of_event(talk.session, material.event_id)) == 1
    moves = [] if is_alone else [_press(talk, name, material, deed) for name, deed in places]
    keyboard = keyboards.rows(
        [
            *whom,
            [
                _press(talk, office_labels.RENAME, material, MaterialDeed.RENAME),
                _press(
                    talk, office_labels.A_RECORDING, material, MaterialDeed.RECORDING, is_on=is_on
                ),
            ],
            [_press(talk, labels.SEE_IT, material, MaterialDeed.SEE), *moves],
            [_press(talk, office_labels.REMOVE, material, MaterialDeed.REMOVE)],
            [button(say(office_labels.TO_MATERIALS), EventMaterials(event=material.event_id))],
        ]
    )
    return words.one(say, material, now=talk.now), keyboard


def _press(
    talk: Talk,
    label: str,
    material: Material,
    deed: MaterialDeed = MaterialDeed.SHOW,
    *,
    is_on: bool = False,
) -> InlineKeyboardButton:
    mark = "✓ " if is_on else ""
    return button(f"{mark}{talk.say(label)}", OneMaterial(material=material.id, deed=deed))


def _sent(message: Message) -> _Sent:
    """Raises NotAMaterial."""
    caption = " ".join((message.caption or "").split())
    if message.text:
        address, words_beside = rules.linked(message.text)
        return _Sent(Medium.LINK, address, words_beside or rules.host_of(address))
    if message.photo:
        return _Sent(Medium.PHOTO, message.photo[-1].file_id, caption)
    named = (
        (Medium.VIDEO, message.video),
        (Medium.AUDIO, message.audio),
        (Medium.DOCUMENT, message.document),
    )
    for medium, file in named:
        if file is not None:
            return _Sent(medium, file.file_id, caption or PurePath(file.file_name or "").stem)
    raise NotAMaterial


def _is_recording(sent: _Sent) -> bool:
    """Moving pictures and sounds are, as a rule; staff may say otherwise."""
    if sent.medium is Medium.LINK:
        return rules.shows_recordings(sent.address)
    return sent.medium in {Medium.VIDEO, Medium.AUDIO}
