from dataclasses import replace
from datetime import date
from decimal import Decimal

from catalogue.programme.tables import Event
from catalogue.search.doubts import Doubt
from catalogue.search.filters import Filters
from catalogue.search.questions import Question, understand
from catalogue.search.spans import day
from handlers.answering.going_on import going_on, without
from tests.factories import NOW, an_event
from tests.handlers.words.made_up import LT

BEFORE = understand("nemokama keramika Kaune gruodį", asked_at=NOW)


def then(text: str, *, before: Question = BEFORE, seen: tuple[Event, ...] = ()) -> Question:
    now = understand(text, asked_at=NOW)
    return going_on(before, now, seen=seen, say=LT, at=NOW)


def test_what_is_left_unsaid_stays() -> None:
    """The text becomes what is asked now: the person's sentence alone says too little."""
    merged = then("o Vilniuje?")
    assert (merged.filters.city, merged.filters.free, merged.topic) == (
        "Vilnius", True, ("keramika",)
    )  # fmt: skip
    assert merged.text == "„keramika“, gruodis, Vilnius, nemokama"


def test_what_stands_alone_is_left_as_it_is() -> None:
    """Another theme is another question."""
    assert then("lyderystės konferencija Vilniuje").text == "lyderystės konferencija Vilniuje"


def test_cheaper_and_later_are_measured_by_what_was_shown() -> None:
    """The lowest price that is known, the last local day."""
    before = understand("keramika", asked_at=NOW)
    seen = (
        an_event(price_eur=Decimal(30)),
        an_event(price_eur=Decimal(20), starts=NOW.replace(month=12)),
        an_event(price_eur=None),
    )
    assert then("o pigiau?", before=before, seen=seen).filters.max_price == Decimal("19.99")
    assert then("o vėliau?", before=before, seen=seen).filters.first == date(2026, 12, 23)


def test_a_doubt_about_days_goes_with_the_days() -> None:
    """What was doubtful of days that were let go is of no matter."""
    friday = Doubt("next", "kitą penktadienį", day(date(2026, 12, 4)), day(date(2026, 11, 27)))
    said = replace(
        understand("o kitą penktadienį?", asked_at=NOW),
        filters=Filters(first=date(2026, 12, 4), last=date(2026, 12, 4)),
        doubts=(friday,),
    )
    assert going_on(BEFORE, said, seen=(), say=LT, at=NOW).doubts == (friday,)
    assert then("o Vilniuje?", before=replace(BEFORE, doubts=(friday,))).doubts == ()


def test_a_condition_is_let_go_by_its_name() -> None:
    """One that is not there changes nothing; the last one leaves the words."""
    assert without(BEFORE, "city", say=LT, at=NOW).text == "„keramika“, gruodis, nemokama"
    assert without(BEFORE, "mode", say=LT, at=NOW) is BEFORE
    only = understand("Kaune", asked_at=NOW)
    assert without(only, "city", say=LT, at=NOW).text == "Kaune"
