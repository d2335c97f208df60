"""Those who came without a registration, in words."""

from catalogue.participants.pasted import Pasted
from catalogue.registrations.tables import State
from handlers.words.office import walk_ins as words
from tests.catalogue.participants.test_queries import listed
from tests.handlers.words.made_up import LT, event


def test_what_was_understood_and_what_is_to_be_known() -> None:
    """The school where there is one; the consent of one who is new, the state of one who is not."""
    new = words.question(LT, Pasted("Ona <b>", "Gimnazija"), event(), None, over=False)
    assert new.startswith("<b>Ona &lt;b&gt;</b>\nGimnazija\n\nAr žmogus sutinka")
    there = listed(state=State.CANCELLED)
    over = words.question(LT, Pasted("Ona"), event(seats=9), there, over=True)
    assert over == (
        "<b>Ona</b>\n\nVisos vietos užimtos (9): šis žmogus būtų virš jų.\n"
        "Apie šį žmogų sąraše parašyta: Atšaukta."
    )
