"""Own entries in words: always said to be what they are."""

from datetime import date

import pytest

from catalogue.learning.tables import OwnEntry, OwnKind
from handlers.callbacks.learning import EntryPart
from handlers.words import own_entries as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT

COURSE = OwnEntry(
    kind=OwnKind.EVENT,
    title="Konferencija <Rygoje>",
    organiser="LU",
    day=date(2025, 10, 5),
    hours=12.5,
)


def test_an_entry_alone_and_in_a_list() -> None:
    """With its year where it is another one."""
    told = words.entry(LT, COURSE, now=NOW)
    assert told.startswith("<b>Konferencija &lt;Rygoje&gt;</b>\nKas tai buvo: renginys kitur\n")
    assert told.endswith("valandų jis nepridedamas.")
    listed = words.page(EN, [COURSE], first=9, now=NOW)
    assert (
        "9. 12.5 academic h: Konferencija &lt;Rygoje&gt; (an event elsewhere), 5 October 2025"
        in (listed)
    )
    assert "There is none yet." in words.page(EN, [], first=1, now=NOW)
    assert words.entry_label(COURSE, 9) == "9. Konferencija <Rygoje>"


@pytest.mark.parametrize("part", list(EntryPart))
def test_every_part_has_its_question_and_its_name(part: EntryPart) -> None:
    """In the order in which they are asked."""
    assert words.ask(LT, part.value).endswith(("?", "</i>"))
    assert str(LT(words.PARTS[part.value]))


def test_every_kind_has_its_button() -> None:
    """Beginning with a capital."""
    labels = [words.kind_label(LT, kind) for kind in OwnKind]
    assert labels == ["Renginys kitur", "Stažuotė", "Savišvieta"]
