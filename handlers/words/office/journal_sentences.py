"""What sentences of the journal have in common, whatever was done."""

from collections.abc import Callable
from datetime import datetime

from markupsafe import Markup

from catalogue.journal.queries import Noted
from handlers.words.events import shortened, title
from handlers.words.office.roles import LONGEST, name_of
from handlers.words.speech import Speech

Sentence = Callable[[Speech, Noted, datetime], Markup]


def titled(sentence: str) -> Sentence:
    """With the event's title."""
    return lambda say, noted, _now: say(sentence, title=title_of(say, noted))


def of_person(sentence: str) -> Sentence:
    """With the name of whom it was about, and the event's title."""
    return lambda say, noted, _now: say(
        sentence, name=name_of(say, noted.about), title=title_of(say, noted)
    )


def numbered(sentence: str, of: str) -> Sentence:
    """With the number of what it is `of`, as the facts name it."""
    return lambda say, noted, _now: say(sentence, number=noted.entry.facts[of])


def title_of(say: Speech, noted: Noted) -> str:
    return shortened(title(say, noted.event), LONGEST) if noted.event else "–"
