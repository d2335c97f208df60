"""Two rows of one person: who may be the same, and what becomes of it."""

from collections.abc import Sequence

from markupsafe import Markup

from catalogue.people.tables import Person
from catalogue.privacy.uniting import Candidate
from handlers.words.events import shortened
from handlers.words.speech import Speech

_LONGEST = 60


def choose(say: Speech, person: Person, found: Sequence[Candidate]) -> Markup:
    """A numbered line each, with what tells people of one name apart."""
    lines = [
        say("Who else at the events of this centre is {name}?", name=_whole(person)),
        Markup(""),
        *[
            Markup("{}. {}").format(number, _line(say, one))
            for number, one in enumerate(found, start=1)
        ],
        Markup(""),
        say("Choose only if you know that it is one and the same person."),
    ]
    return Markup("\n").join(lines)


def nobody(say: Speech, person: Person) -> Markup:
    return say(
        "Nobody else at the events of this centre has the name, the telephone or the e-mail of "
        "{name}.",
        name=_whole(person),
    )


def question(say: Speech, person: Person, other: Candidate) -> Markup:
    return say(
        "Are these one person?\n• {gone} (added by hand)\n• {kept}\n\nThe registrations, the "
        "payments and the contacts of the first go to the second. Where both are registered, the "
        "better state stays. This cannot be undone.",
        gone=_whole(person),
        kept=_line(say, other),
    )


def united(say: Speech) -> Markup:
    return say("✓ The two rows are one person now.")


def label(say: Speech, one: Candidate, number: int) -> str:
    return shortened(f"{number}. {one.person.name or say('without a name')}", _LONGEST)


def _line(say: Speech, one: Candidate) -> Markup:
    source = say("added by hand") if one.person.telegram_id is None else say("uses Telegram")
    same = [say("the same contact")] if one.same_contact else []
    return Markup(" · ").join([_whole(one.person), source, *same])


def _whole(person: Person) -> Markup:
    facts = (person.name, person.telephone, person.email)
    return Markup(" · ").join(shortened(fact, _LONGEST) for fact in facts if fact)
