"""What was done about demand and those who gather, for the journal."""

from collections.abc import Mapping
from datetime import datetime

from markupsafe import Markup

from catalogue.journal.queries import Noted
from catalogue.journal.tables import Deed
from handlers.words.events import shortened
from handlers.words.office.journal_sentences import Sentence
from handlers.words.office.roles import LONGEST
from handlers.words.speech import Speech


def _gathered(say: Speech, noted: Noted, _now: datetime) -> Markup:
    return say.n(
        "made a draft of “{words}”: {n} person waits for it",
        "made a draft of “{words}”: {n} people wait for it",
        noted.entry.facts["people"],
        words=_words(noted),
    )


def _offered(say: Speech, noted: Noted, _now: datetime) -> Markup:
    return say("offered days to those who wait for “{words}”", words=_words(noted))


def _dropped(say: Speech, noted: Noted, _now: datetime) -> Markup:
    return say("put “{words}” off to the next school year", words=_words(noted))


def _needed(say: Speech, noted: Noted, _now: datetime) -> Markup:
    return say.n(
        "set that {n} person must wait for one thing until it becomes a draft",
        "set that {n} people must wait for one thing until it becomes a draft",
        noted.entry.facts["people"],
    )


def _words(noted: Noted) -> str:
    return shortened(noted.entry.facts["words"], LONGEST)


SENTENCES: Mapping[Deed, Sentence] = {
    Deed.GATHERED: _gathered,
    Deed.DAYS_OFFERED: _offered,
    Deed.GATHERING_DROPPED: _dropped,
    Deed.GATHER_AT_SET: _needed,
    Deed.DEMAND_TAKEN_BACK: lambda say, _noted, _now: say(
        "took back into the list something that had been put aside"
    ),
    Deed.DEMAND_SET_ASIDE: lambda say, _noted, _now: say("put aside something that was wanted"),
    Deed.DEMAND_TAKEN: lambda say, _noted, _now: say("took what is wanted as a table"),
}
