"""The files about those who take part."""

from collections.abc import Mapping

from markupsafe import Markup

from catalogue.programme.tables import Event
from handlers.words.events import shortened, title
from handlers.words.speech import Speech


def coming(say: Speech, event: Event) -> Markup:
    return say("One moment, I am making the file: “{title}”", title=title(say, event))


def workbook_caption(say: Speech, event: Event, number: int) -> str:
    """Plain text, as captions are."""
    name = shortened(title(say, event), 160)
    return say.n(
        "{title}: {n} person in the list", "{title}: {n} people in the list", number, title=name
    ).unescape()


def workbook_name(say: Speech, event: Event) -> str:
    return say("participants_{code}.xlsx", code=event.code).unescape()


def sheet_caption(say: Speech, event: Event, number: int) -> str:
    """Plain text, as captions are."""
    name = shortened(title(say, event), 160)
    return say.n(
        "The sign-in sheet: {title}, {n} person",
        "The sign-in sheet: {title}, {n} people",
        number,
        title=name,
    ).unescape()


def sheet_name(say: Speech, event: Event) -> str:
    return say("sign_in_{code}.pdf", code=event.code).unescape()


def sheet_words(say: Speech) -> Mapping[str, str]:
    """What stands on the sheet beside the facts."""
    return {
        "heading": str(say("List of participants")),
        "number": str(say("No.")),
        "name": str(say("First and last name")),
        "school": str(say("School")),
        "signature": str(say("Signature")),
        "place": str(say("Place")),
        "lecturer": str(say("Lecturer")),
        "hours": str(say("Academic hours")),
        "page": str(say("page {page} of {pages}", page="{page}", pages="{pages}")),
    }


def from_afar(say: Speech) -> str:
    return str(say("online"))
