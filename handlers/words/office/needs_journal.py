"""What staff have done with surveys of needs, as the journal tells it."""

from collections.abc import Mapping

from catalogue.journal.tables import Deed
from handlers.words.office.journal_sentences import Sentence
from handlers.words.school_years import school_year
from handlers.words.speech import _


def _of_survey(sentence: str) -> Sentence:
    return lambda say, noted, _now: say(sentence, year=school_year(say, noted.entry.facts["year"]))


SENTENCES: Mapping[Deed, Sentence] = {
    Deed.SURVEY_BEGUN: _of_survey(_("began a survey of needs ({year})")),
    Deed.SURVEY_CHANGED: _of_survey(_("changed questions of the survey of needs ({year})")),
    Deed.SURVEY_OPENED: _of_survey(_("opened the survey of needs ({year})")),
    Deed.SURVEY_CLOSED: _of_survey(_("closed the survey of needs ({year})")),
    Deed.SURVEY_REMOVED: _of_survey(
        _("deleted the survey of needs ({year}), which nobody had answered")
    ),
    Deed.SURVEY_TAKEN: _of_survey(_("took the results of the survey of needs ({year}) as a file")),
}
