"""What staff did about those who take part, for the journal."""

from collections.abc import Mapping
from datetime import datetime

from markupsafe import Markup

from catalogue.journal.queries import Noted
from catalogue.journal.tables import Deed
from handlers.words.office.journal_sentences import Sentence, of_person, titled
from handlers.words.speech import Speech, _


def _seat_given(say: Speech, noted: Noted, now: datetime) -> Markup:
    sentence = (
        _("gave {name} a seat at “{title}” beyond the number of seats")
        if noted.entry.facts["over"]
        else _("gave {name} a seat at “{title}” past the queue")
    )
    return of_person(sentence)(say, noted, now)


SENTENCES: Mapping[Deed, Sentence] = {
    Deed.REGISTRATION_APPROVED: of_person(_("approved {name} for “{title}”")),
    Deed.REGISTRATION_REJECTED: of_person(_("did not approve {name} for “{title}”")),
    Deed.SEAT_GIVEN: _seat_given,
    Deed.PUT_FIRST: of_person(_("put {name} first in the queue of “{title}”")),
    Deed.TAKEN_OFF: of_person(_("cancelled the registration of {name} for “{title}”")),
    Deed.LEAVE_GRANTED: of_person(_("let {name} cancel “{title}” late")),
    Deed.LEAVE_REFUSED: of_person(_("did not let {name} cancel “{title}” late")),
    Deed.PERSON_ADDED: of_person(_("added {name} to “{title}” by hand")),
    Deed.PEOPLE_UNITED: lambda say, _noted, _now: say("made one of two rows of one person"),
    Deed.PERSON_DELETED: lambda say, _noted, _now: say("deleted the data of one added by hand"),
    Deed.WRITTEN_TO: of_person(_("wrote to {name} about “{title}”")),
    Deed.PAID: of_person(_("ticked as paid: {name}, “{title}”")),
    Deed.PHONED: of_person(_("telephoned: {name}, “{title}”")),
    Deed.NOT_PHONED: of_person(_("took the tick of a call back: {name}, “{title}”")),
    Deed.NOT_PAID: of_person(_("took the tick of payment back: {name}, “{title}”")),
    Deed.LIST_TAKEN: titled(_("took the list of “{title}” as a file")),
    Deed.SHEET_TAKEN: titled(_("made the sign-in sheet of “{title}”")),
}
