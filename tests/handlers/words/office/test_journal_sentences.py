"""What the sentences of the journal have in common."""

from catalogue.journal.tables import Deed
from handlers.words.office.journal_sentences import of_person
from tests.factories import NOW
from tests.handlers.words.made_up import EN
from tests.handlers.words.office.test_journal import noted


def test_an_event_that_is_no_more_leaves_a_dash() -> None:
    """The journal outlives what it tells of."""
    tell = of_person("wrote to {name} about “{title}”")
    told = tell(EN, noted(Deed.WRITTEN_TO, at=None), NOW)
    assert told == "wrote to Ona &lt;Petraitienė&gt; about “–”"
