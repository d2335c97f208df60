"""People whom staff add by hand."""

from collections.abc import Sequence

from markupsafe import Markup

from catalogue.participants.pasted import MOST_LINES, Pasted
from catalogue.programme.tables import Event
from handlers.words.events import title
from handlers.words.speech import Speech


def ask(say: Speech, event: Event) -> Markup:
    return say(
        "Whom shall we add to “{title}”? Paste a line for each person: the name, and if you know "
        "them the school, the e-mail and the telephone, in any order. For example:\n"
        "<i>Ona Petraitienė, Akmenės gimnazija, ona@pastas.lt, +370 600 00000</i>",
        title=title(say, event),
    )


def shown(say: Speech, people: Sequence[Pasted], there: Sequence[bool]) -> Markup:
    """As it was understood; `there` tells who stands in the list already."""
    lines = [say("This is how I understood it:")]
    for number, (one, is_there) in enumerate(zip(people, there, strict=True), start=1):
        lines += [Markup(""), *_person(say, number, one, is_there=is_there)]
    lines += [Markup(""), say("To correct it, send the lines anew.")]
    return Markup("\n").join(lines)


def consent(say: Speech, number: int) -> Markup:
    return say.n(
        "Does {n} person agree that the organisers keep these data and write to them about the "
        "event? Please press only if so.",
        "Do all {n} agree that the organisers keep these data and write to them about the event? "
        "Please press only if so.",
        number,
    )


def agree_label(say: Speech, number: int) -> str:
    if number == 1:
        return str(say("The person agrees"))
    return str(say("All {n} agree", n=number))


def too_many(say: Speech) -> Markup:
    return say("I took only the first {n} lines; please send the others after these.", n=MOST_LINES)


def nobody(say: Speech) -> Markup:
    return say("There is nobody to add here. Please send the names once more.")


def added(name: str, state: Markup) -> Markup:
    return Markup("✓ {}: {}").format(name, state)


def not_added(name: str, reason: Markup) -> Markup:
    return Markup("✕ {}: {}").format(name, reason)


def to_be_phoned(say: Speech) -> Markup:
    return say("We cannot write to them: when anything changes, they are under “To be phoned”.")


def _person(say: Speech, number: int, one: Pasted, *, is_there: bool) -> list[Markup]:
    name = Markup("<b>{}</b>").format(one.name) if one.name else say("<b>no name found</b>")
    lines = [Markup("{}. {}").format(number, name)]
    facts = [one.school, one.email, one.telephone]
    if any(facts):
        lines.append(Markup("{}").format(" · ".join(fact for fact in facts if fact)))
    if not one.name:
        lines.append(say("This line is left out: I need a first and a last name."))
    if is_there:
        lines.append(say("This person is in the list already and is left out."))
    return lines
