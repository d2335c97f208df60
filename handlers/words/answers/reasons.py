"""Why an event is among those found, where its line in the list does not show it."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.search.audiences import EVERYONE
from catalogue.search.normalise import words
from catalogue.search.reasons import Reason
from catalogue.search.stems import stem
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _

MOST = 2
LENGTH = 50


def reasons(say: Speech, event: Event, why: Iterable[Reason]) -> Markup | None:
    """In a few words; None where the title says it all."""
    told = list(_told(say, event, list(why)))[:MOST]
    return Markup("<i>{}</i>").format(" · ".join(told)) if told else None


def _told(say: Speech, event: Event, why: list[Reason]) -> Iterator[str]:
    shown = title(say, event)
    if ("audience", EVERYONE) in why:
        yield str(say("for every teacher"))
    kinds = _telling(shown, why)
    for kind, value in why:
        if kind in kinds and not (kind == "concept" and _is_named(event, value)):
            sentence = OTHER_LANGUAGE[say.language] if kind == "title" else KINDS[kind]
            yield say(sentence, value=shortened(value, LENGTH)).unescape()


def _telling(shown: str, why: list[Reason]) -> set[str]:
    """The kinds of reason that say more than the title on the screen; the plainest alone."""
    kinds = {kind for kind, _value in why}
    if any(kind == "title" and value in shown for kind, value in why):
        return kinds & {"concept"}
    for plainest in ("meant", "concept"):
        if plainest in kinds:
            return {plainest}
    return kinds & {"title", *KINDS}


def _is_named(event: Event, concept: str) -> bool:
    """Whether a title says the name of the thing itself, in whichever language it is shown."""
    titles = words(f"{event.title_lt} {event.title_en}")
    return set(map(stem, words(concept))) <= set(map(stem, titles))


#: What a word was taken for, or where it stands when it is not in the title.
KINDS = {
    "meant": _("taken as “{value}”"),
    "concept": _("theme: {value}"),
    "subject": _("subject: {value}"),
    "summary": _("the description has “{value}”"),
    "lecturer": _("lecturer: {value}"),
    "organiser": _("organiser: {value}"),
    "place": _("place: {value}"),
}

#: The title that is not on the screen, by the language that is.
OTHER_LANGUAGE = {"lt": _("in English “{value}”"), "en": _("in Lithuanian “{value}”")}
