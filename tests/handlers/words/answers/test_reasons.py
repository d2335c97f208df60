import pytest

from catalogue.search.audiences import EVERYONE
from catalogue.search.reasons import Reason
from handlers.words.answers.reasons import reasons
from tests.factories import an_event
from tests.handlers.words.made_up import EN, LT

EVENT = an_event(title_lt="Disleksija mokykloje", title_en="Dyslexia at School")


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ([("title", "Disleksija"), ("summary", "skaitymo")], None),
        ([("city", "Kaunas"), ("price", "0"), ("audience", "logopedai")], None),
        ([("concept", "disleksija"), ("title", "Disleksija")], None),
        (
            [("concept", "skaitymo sutrikimai"), ("title", "Disleksija")],
            "tema: skaitymo sutrikimai",
        ),
        ([("title", "Dyslexia")], "angliškai – „Dyslexia“"),
        ([("summary", "skaitymo & rašymo")], "aprašyme – „skaitymo &amp; rašymo“"),
        ([("meant", "logopedas"), ("summary", "logopedas")], "supratau kaip „logopedas“"),
        ([("subject", "Chemija"), ("lecturer", "Jonas")], "dalykas: Chemija · lektorius: Jonas"),
        ([("title", "Disleksija"), ("audience", EVERYONE)], "visų dalykų mokytojams"),
    ],
)
def test_a_reason_is_told_where_the_title_does_not_show_it(
    why: list[Reason], told: str | None
) -> None:
    """No noise under a line that says by itself why it is there."""
    found = reasons(LT, EVENT, why)
    assert found == (f"<i>{told}</i>" if told else None)


def test_the_title_that_is_shown_counts() -> None:
    """In English the English one is on the screen, and the Lithuanian one is the reason."""
    assert reasons(EN, EVENT, [("title", "Dyslexia")]) is None
    assert reasons(EN, EVENT, [("concept", "disleksija"), ("title", "Dyslexia")]) is None
    assert reasons(EN, EVENT, [("title", "Disleksija")]) == "<i>in Lithuanian “Disleksija”</i>"
