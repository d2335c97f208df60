"""What was made use of, in words for staff."""

import pytest

from catalogue.practice.bank import Shared
from catalogue.practice.queries import EventUse
from catalogue.practice.tables import Round, Standing, Use
from handlers.words.office import practice as words
from handlers.words.speech import Speech
from tests.catalogue.practice.made_up import an_example
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event, person


def asked(answers: int, counts: dict[Use, int] | None) -> EventUse:
    return EventUse(
        event_id=1,
        title="<Menas>",
        starts_at=NOW,
        round=Round.SIX_MONTHS,
        asked=9,
        answers=answers,
        counts=counts,
    )


COUNTS = {Use.REGULARLY: 3, Use.TRIED: 1, Use.NOT_YET: 1}


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (asked(4, None), "Atsakymai rodomi, kai jų bent 5"),
        (asked(5, COUNTS), "Taikau nuolat: <b>3</b>  <code>"),
        (asked(7, COUNTS), "Parodyta 5 iš 7 atsakymų."),
    ],
)
def test_what_of_a_round_is_told(one: EventUse, expected: str) -> None:
    """Nothing of few; where some are not counted in, it says so."""
    assert expected in words.of_event(LT, event(), [one])


@pytest.mark.parametrize("say", [LT, EN])
def test_all_of_it_in_both_languages(say: Speech) -> None:
    """Titles are never HTML; what is not told has a dash."""
    page = words.in_all(
        say, "x", {Round.SIX_MONTHS: COUNTS}, [asked(5, COUNTS), asked(4, None)], first=1
    )
    assert "1. &lt;Menas&gt;" in page
    assert page.endswith("<b>–</b>")
    assert words.rule(say) in words.in_all(say, "x", {}, [], first=1)
    held = event(title_lt="<Menas>", title_en="<Menas>")
    for standing in Standing:
        example = an_example(held, person(), words="<b>", standing=standing)
        text = words.one(say, Shared(example=example, event=held), now=NOW)
        assert "<blockquote>&lt;b&gt;</blockquote>" in text
    assert "&lt;Menas&gt;" in words.news(say, held, 2)


def test_how_many_use_it() -> None:
    """Those who have tried it are of them."""
    assert words.used_share(COUNTS) == 0.8
