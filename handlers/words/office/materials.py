"""What staff give to those who were there."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.materials.rules import LONGEST_TITLE, MOST
from catalogue.materials.tables import ForWhom, Material, Medium
from catalogue.programme.tables import Event
from handlers.words.events import shortened, title
from handlers.words.materials import kind
from handlers.words.speech import Speech, _

_LONGEST = 160

WHOM: Mapping[ForWhom, str] = {
    ForWhom.CAME: _("for those who came"),
    ForWhom.REGISTERED: _("for all registered"),
    ForWhom.EVERYBODY: _("for everybody"),
}


def page(
    say: Speech, event: Event, materials: Sequence[Material], *, is_noted: bool, now: datetime
) -> Markup:
    """All of it, and what becomes of it."""
    lines = [say("<b>Materials</b>: {title}", title=shortened(title(say, event), _LONGEST))]
    if not materials:
        lines.append(say("There are no materials yet."))
    for number, one in enumerate(materials, start=1):
        lines.append(
            Markup("{}. <b>{}</b>\n{}").format(number, one.title, _facts(say, one, now=now))
        )
    if not is_noted and any(one.for_whom is ForWhom.CAME for one in materials):
        lines += [Markup(""), not_noted(say)]
    if any(one.told_at is None for one in materials):
        lines += [Markup(""), _when_told(say, event, now=now)]
    return Markup("\n").join(lines)


def one(say: Speech, material: Material, *, now: datetime) -> Markup:
    told = Markup("<b>{}</b>\n{}").format(material.title, _facts(say, material, now=now))
    if material.medium is not Medium.LINK:
        return told
    return Markup("{}\n{}").format(told, material.address)


def added(say: Speech, shown: Markup) -> Markup:
    more = say("Added. If there is more, send it now; otherwise choose for whom it is.")
    return Markup("{}\n\n{}").format(more, shown)


def _facts(say: Speech, one: Material, *, now: datetime) -> str:
    facts = [kind(say, one), str(say(WHOM[one.for_whom]))]
    if one.told_at is not None:
        facts.append(say("told on {when}", when=say.deadline(one.told_at, now=now)).unescape())
    return " · ".join(facts)


def not_noted(say: Speech) -> Markup:
    return say(
        "Nobody has noted yet who came, so all whose registration is confirmed see what is for "
        "those who came."
    )


def _when_told(say: Speech, event: Event, *, now: datetime) -> Markup:
    if event.over_at > now:
        return say("I shall tell of it when the event is over, in one message.")
    return say(
        "I shall tell of it ten minutes after the last thing was added, of all in one message."
    )


def ask(say: Speech, event: Event) -> Markup:
    return say(
        "Send a document, a picture or a video of “{title}”, or write a link. What stands beside "
        "it becomes the title.",
        title=shortened(title(say, event), _LONGEST),
    )


def ask_title(say: Speech, material: Material) -> Markup:
    return say("What shall “{title}” be called?", title=material.title)


def remove_question(say: Speech, material: Material) -> Markup:
    return say("Remove “{title}”? Nobody will find it here any more.", title=material.title)


def events(say: Speech, count: int) -> Markup:
    if not count:
        return say("None of your events has begun in the last months.")
    return say("To which event do the materials belong?")


def without_title(say: Speech, medium: Medium) -> str:
    """Where nothing tells what it is."""
    return str(say(NAMES[medium]))


NAMES: Mapping[Medium, str] = {
    Medium.LINK: _("Link"),
    Medium.DOCUMENT: _("File"),
    Medium.PHOTO: _("Picture"),
    Medium.VIDEO: _("Video"),
    Medium.AUDIO: _("Sound file"),
}


def not_a_material(say: Speech) -> Markup:
    return say(
        "I need a document, a picture, a video, a sound file, or a link that begins with https://. "
        "Please send it once more."
    )


def not_a_title(say: Speech) -> Markup:
    return say("I need one line, of up to {n} letters. Please write it once more.", n=LONGEST_TITLE)


def gone(say: Speech) -> Markup:
    return say("This is no longer among the materials, or it is not meant for you.")


def too_many(say: Speech) -> Markup:
    return say("An event holds {n} things at most. Please remove one first.", n=MOST)
