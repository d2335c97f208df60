"""Hours of learning elsewhere, in words."""

from catalogue.learning.tables import OwnEntry, OwnKind
from handlers.words import confirming as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, person


def test_staff_see_who_asks_and_for_what() -> None:
    """What people wrote is no markup; the organiser is told where there is one."""
    book = OwnEntry(kind=OwnKind.EVENT, title="<i>Knyga", organiser="VU", day=NOW.date(), hours=6.5)
    asked = words.question(LT, person(name="Ona <b>"), book, now=NOW)
    assert asked.startswith("<b>Ona &lt;b&gt;</b> prašo patvirtinti")
    assert "6,5 akad. val.: &lt;i&gt;Knyga (renginys kitur), lapkričio 22 d. · VU" in asked
    for confirmed in (True, False):
        assert "VU" in words.done(EN, person(name="Ona"), book, confirmed=confirmed, now=NOW)
        assert "VU" in words.decided(EN, book, confirmed=confirmed, now=NOW)
