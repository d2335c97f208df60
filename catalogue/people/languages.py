"""Which language we speak with a person."""

from catalogue.people.tables import Person

LANGUAGES = ("lt", "en")


def language_of(person: Person, *, default: str) -> str:
    """What the person chose, else what their Telegram speaks, else the installation's own.

    A Telegram that speaks neither of our languages, but speaks, gets English.
    """
    if person.language in LANGUAGES:
        return person.language
    spoken = person.client_language.split("-", maxsplit=1)[0].lower()
    if not spoken:
        return default
    return spoken if spoken in LANGUAGES else "en"
