"""Those who ask to be let go, as the staff of the event see them."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.leaving import Asking
from handlers.words.events import shortened, title
from handlers.words.office.participant import hears
from handlers.words.speech import Speech


def page(
    say: Speech, event: Event, shown: Sequence[Asking], *, number: int, first: int, now: datetime
) -> Markup:
    """Who asks, since when and why; `number` are all of them."""
    heading = (
        say.n(
            "<b>{n} person asks to cancel late</b>", "<b>{n} people ask to cancel late</b>", number
        )
        if number
        else say("<b>Nobody asks to cancel late</b>")
    )
    where = Markup("{}\n{}").format(
        shortened(title(say, event), 160), say.brief(event.starts_at, now=now)
    )
    lines = [_line(say, each, place, now) for place, each in enumerate(shown, start=first)]
    return Markup("\n\n").join([heading, where, *lines])


def answered(say: Speech, person: Person, *, granted: bool) -> Markup:
    """To the one who pressed, with the name: the list below has moved."""
    name = person.name or say("without a name")
    done = (
        say("✓ {name}: may cancel.", name=name)
        if granted
        else say("✓ {name}: may not cancel, the seat stays theirs.", name=name)
    )
    return Markup("{} {}").format(done, hears(say, person))


def too_late(say: Speech) -> Markup:
    return say("There was nothing to answer any more: this is how it stands.")


def _line(say: Speech, one: Asking, place: int, now: datetime) -> Markup:
    since = say("asked {when}", when=say.deadline(one.request.asked_at, now=now))
    line = Markup("{}. <b>{}</b> · {}").format(
        place, one.person.name or say("without a name"), since
    )
    if not one.request.reason:
        return line
    return Markup("{}\n{}").format(line, say("“{words}”", words=one.request.reason))
