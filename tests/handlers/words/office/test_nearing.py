"""Events with few registered, in words."""

from datetime import timedelta

from catalogue.participants.nearing import Nearing
from handlers.words.office import nearing as words
from tests.factories import NOW, an_event
from tests.handlers.words.made_up import LT


def test_a_long_list_is_cut() -> None:
    """The rest is counted, and no title is read as markup."""
    starts = NOW + timedelta(days=2)
    event = an_event(starts=starts, title_lt="Menas & <kūnas>", seats=20)
    text = words.few(LT, [Nearing(event, 1)] * (words.SHOWN + 2), now=NOW)
    assert text.startswith("<b>Artėja 10 renginių, į kuriuos registracijų mažai</b>")
    assert text.count("Menas &amp; &lt;kūnas&gt;") == words.SHOWN
    assert text.endswith("ir dar 2")
