"""What an event has for those who were there, as they see it."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from catalogue.materials.rules import host_of
from catalogue.materials.tables import Material, Medium
from catalogue.programme.tables import Event
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _

_LONGEST = 160
_LONGEST_LABEL = 44
_TOLD = 5

KINDS: Mapping[Medium, str] = {
    Medium.LINK: _("a link"),
    Medium.DOCUMENT: _("a file"),
    Medium.PHOTO: _("a picture"),
    Medium.VIDEO: _("a video"),
    Medium.AUDIO: _("a sound file"),
}


def page(say: Speech, event: Event, materials: Sequence[Material], *, is_over: bool) -> Markup:
    heading = say("<b>Materials</b>: {title}", title=shortened(title(say, event), _LONGEST))
    if materials:
        return Markup("\n").join([heading, *_lines(say, materials)])
    if is_over:
        return Markup("\n").join([heading, say("There is nothing here for you so far.")])
    later = say(
        "There is nothing here for you yet. When there is, I shall write to those who came."
    )
    return Markup("\n").join([heading, later])


def told(say: Speech, event: Event, materials: Sequence[Material]) -> Markup:
    """To those who may have it, once."""
    heading = say("Materials of “{title}”:", title=shortened(title(say, event), _LONGEST))
    return Markup("\n").join([heading, *_lines(say, materials)])


def fact(say: Speech, materials: Sequence[Material]) -> Markup:
    """The answer to whether there is any."""
    shown = materials[:_TOLD]
    lines = [say.n("There is {n} thing for you:", "There are {n} things for you:", len(materials))]
    lines += _lines(say, shown)
    return Markup("\n").join(lines)


def not_for_you(say: Speech, *, for_registered: bool) -> Markup:
    """There is something, and it is for others."""
    if for_registered:
        return say("There are materials, meant for those who are registered.")
    return say("There are materials, meant for those who came.")


def _lines(say: Speech, materials: Sequence[Material]) -> list[Markup]:
    return [
        Markup("{}. {}").format(number, line(say, one))
        for number, one in enumerate(materials, start=1)
    ]


def line(say: Speech, one: Material) -> Markup:
    return Markup("{} ({})").format(one.title, kind(say, one))


def kind(say: Speech, one: Material) -> str:
    """„įrašas, youtube.com“; of a link one sees where it leads."""
    what = say(_("a recording")) if one.is_recording else say(KINDS[one.medium])
    return f"{what}, {host_of(one.address)}" if one.medium is Medium.LINK else str(what)


def label(one: Material, number: int) -> str:
    return shortened(f"{number}. {one.title}", _LONGEST_LABEL)


def why(say: Speech, event: Event) -> Markup:
    return say(
        "It was about materials of “{title}”, where you took part: I tell of them when the event "
        "is over, of all that was added together in one message.",
        title=shortened(title(say, event), _LONGEST),
    )
