"""Those who came without a registration."""

from markupsafe import Markup

from catalogue.participants.pasted import Pasted
from catalogue.participants.queries import Listed
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from handlers.words.events import title
from handlers.words.office.participants import state_of
from handlers.words.speech import Speech


def ask(say: Speech, event: Event) -> Markup:
    return say(
        "Who came to “{title}” without a registration? Please write the name, and the school if "
        "you know it, for example:\n<i>Ona Petraitienė, Akmenės gimnazija</i>",
        title=title(say, event),
    )


def question(
    say: Speech, given: Pasted, event: Event, there: Listed | None, *, over: bool
) -> Markup:
    """As it was understood; `there` is who stands in the list by this name and has no seat."""
    facts = [given.school, given.email, given.telephone]
    lines = [Markup("<b>{}</b>").format(given.name)]
    lines += [Markup("{}").format(" · ".join(fact for fact in facts if fact))] if any(facts) else []
    lines.append(Markup(""))
    if over:
        lines += [say("All seats are taken ({n}): this person would be one more.", n=event.seats)]
    if there is None:
        lines.append(
            say("Does the person agree that the organisers keep these data? Please press only if "
                "so. To correct it, write anew.")
        )  # fmt: skip
    else:
        state = state_of(say, there.state, None)
        lines.append(say("The list says of this name: {state}.", state=state))
    return Markup("\n").join(lines)


def listed_already(say: Speech) -> Markup:
    return say("This person is in the list already:")


def written_down(say: Speech, person: Person) -> Markup:
    return say("✓ Written down as present: {name}", name=person.name)
