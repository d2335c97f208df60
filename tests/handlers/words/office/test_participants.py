"""The list, in words."""

import pytest

from catalogue.participants.queries import Part
from catalogue.registrations.tables import State
from handlers.words.office import participants as words
from tests.catalogue.participants.test_queries import listed
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

COUNTS = {State.CONFIRMED: 18, State.PENDING: 2, State.OFFERED: 1, State.WAITING: 3}


@pytest.mark.parametrize(
    ("seats", "counts", "said"),
    [
        (24, {State.CONFIRMED: 18, State.WAITING: 3}, "18/24 · eilėje 3"),
        (None, {}, "0"),
        (24, COUNTS, "18/24 · laukia patvirtinimo 2 · siūloma vieta 1 · eilėje 3"),
    ],
)
def test_how_full_it_is(seats: int | None, counts: dict[State, int], said: str) -> None:
    """Only what there is, but for those who come."""
    assert words.numbers(LT, event(seats=seats), counts) == said


def test_a_line_says_no_more_than_one_may_see() -> None:
    """Whole with the school, and with the telephone where it is needed; else the name, escaped."""
    one = listed(name="<Ona>", is_reached=False, telephone="+37060000000")

    def line(*, whole: bool, with_state: bool) -> str:
        return words.lines(LT, [one], first=3, whole=whole, with_state=with_state)[0]

    assert line(whole=False, with_state=False) == "3. &lt;Ona&gt;"
    assert line(whole=False, with_state=True) == "3. &lt;Ona&gt; · Registracija patvirtinta"
    assert line(whole=True, with_state=False) == (
        "3. &lt;Ona&gt; · Šilutės gimnazija · +37060000000"
    )
    one = listed(passed_on=True, asks_to_leave=True)
    assert line(whole=False, with_state=False).endswith(" · vieta perduota")
    assert line(whole=True, with_state=False).endswith(" · prašo leisti atsisakyti")


def test_every_part_has_a_name_and_a_button() -> None:
    """In both languages; one without a name has a button too."""
    for say in (LT, EN):
        assert len({words.part_label(say, part, 2) for part in Part}) == len(Part)
    assert words.part_name(LT, Part.TO_PHONE, 1) == "Kam skambinti (1)"
    assert words.label(LT, listed(name=""), 2) == "2. be vardo"
    assert len(words.label(LT, listed(name="Ona " * 40), 2)) <= words.LONGEST_LABEL


def test_what_was_found_and_what_waits_is_counted() -> None:
    """And the moment is told, for the list is of that moment."""
    assert words.found(LT, "ona", 2) == "<b>Rasti 2</b>: „ona“"
    assert words.found(LT, "ona", 0) == "Nieko nerasta: „ona“"
    assert words.heading(LT, event(seats=9), COUNTS, now=NOW).endswith("eilėje 3 · 10:00 duomenys")
    assert words.approvals(LT, event(), 2, now=NOW).startswith(
        "<b>2 registracijos laukia patvirtinimo</b>\n\nVertinimas"
    )
    assert words.nobody(EN) == "Nobody is here."
    assert words.to_phone(EN).startswith("Telegram does not reach")
    assert words.how_to_search(EN) != words.how_to_search_names(EN)
