"""„Medžiaga“: what an event has for the one who looks at it."""

from collections.abc import Callable, Mapping

from aiogram import Router
from aiogram.methods import SendAudio, SendDocument, SendPhoto, SendVideo
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import escape

from catalogue.materials.queries import seen_by
from catalogue.materials.refusals import MaterialGone
from catalogue.materials.tables import Material, Medium
from catalogue.people.rights import Right
from catalogue.programme.tables import Event
from handlers import keyboards
from handlers.callbacks.programme import Materials, OpenEvent, OpenMaterial
from handlers.cards import seen
from handlers.keyboards import press as button
from handlers.office.callbacks.materials import EventMaterials
from handlers.replies import Replies, Reply
from handlers.showing import say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import materials as words
from handlers.words.speech import Speech

router = Router(name="materials")


@router.callback_query(Materials.filter())
async def show(press: CallbackQuery, callback_data: Materials, talk: Talk) -> Replies:
    event = await seen(talk, callback_data.event)
    materials = await seen_by(talk.session, event, talk.person)
    manages = await talk.may(Right.MATERIALS, event)
    text = words.page(talk.say, event, materials, is_over=event.over_at <= talk.now)
    return say_to(talk, text, buttons(talk.say, event, materials, manages=manages))


@router.callback_query(OpenMaterial.filter())
async def open_one(press: CallbackQuery, callback_data: OpenMaterial, talk: Talk) -> Replies:
    """Raises MaterialGone, also to one for whom it is not."""
    material = await talk.session.get(Material, callback_data.material)
    if material is None:
        raise MaterialGone
    event = await seen(talk, material.event_id)
    if material not in await seen_by(talk.session, event, talk.person):
        raise MaterialGone
    return brought(talk, material)


def brought(talk: Talk, material: Material) -> Reply:
    """As it came in: Telegram gives a file out by its number only as what it was."""
    if material.medium is Medium.LINK:
        return say_to(talk, escape(f"{material.title}\n{material.address}"))
    return _BRINGS[material.medium](talk.chat_id, material.address, str(escape(material.title)))


def buttons(
    say: Speech, event: Event, materials: list[Material], *, manages: bool = False
) -> InlineKeyboardMarkup:
    """One for each: a link leads there, a file is sent."""
    manage = [button(say(labels.MANAGE_MATERIALS), EventMaterials(event=event.id))]
    return keyboards.rows(
        [
            *[[_opens(one, number)] for number, one in enumerate(materials, start=1)],
            [button(say(labels.EVENT), OpenEvent(event=event.id))],
            manage if manages else [],
        ]
    )


def _opens(one: Material, number: int) -> InlineKeyboardButton:
    if one.medium is Medium.LINK:
        return InlineKeyboardButton(text=words.label(one, number), url=one.address)
    return button(words.label(one, number), OpenMaterial(material=one.id))


_BRINGS: Mapping[Medium, Callable[[int, str, str], Reply]] = {
    Medium.DOCUMENT: lambda to, file, said: SendDocument(chat_id=to, document=file, caption=said),
    Medium.PHOTO: lambda to, file, said: SendPhoto(chat_id=to, photo=file, caption=said),
    Medium.VIDEO: lambda to, file, said: SendVideo(chat_id=to, video=file, caption=said),
    Medium.AUDIO: lambda to, file, said: SendAudio(chat_id=to, audio=file, caption=said),
}
