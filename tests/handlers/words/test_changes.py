from datetime import timedelta
from typing import Any

import pytest
from markupsafe import Markup

from catalogue.editing.changes import difference, plan_of
from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations.tables import State
from handlers.words import changes as words
from handlers.words.limits import length
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LINK = "https://example.org/kambarys"


def a_course(*days: int, **facts: Any) -> Event:
    """Meetings of two hours so many days from now, each with the day as its id."""
    place = facts.pop("place", "Salė")
    link = facts.pop("join_url", "")
    hours = facts.pop("hours", 0)
    starts = [NOW + day * DAY + hours * HOUR for day in days]
    made = [
        Session(id=day, starts_at=start, ends_at=start + 2 * HOUR, city="Kaunas", place=place,
                join_url=link)
        for day, start in zip(days, starts, strict=True)
    ]  # fmt: skip
    return event(starts=starts[0], sessions=made, **facts)


def said(
    before: Event, after: Event, *, say: Speech = LT, place: int | None = None, others: bool = False
) -> str:
    found = difference(plan_of(before), plan_of(after), now=NOW)
    state = State.CONFIRMED if place is None else State.WAITING
    return str(words.told(say, after, found, state, place, others=others, now=NOW))


END = "\n\nAtidarykite failą – ir kalendorius pasitaisys. Ar Jums tinka?"
HEADING = "<b>Organizatorius pakeitė renginį „Vertinimas“</b>\n\n"
WHEN = "lapkričio 24 d., antradienis, 10:00–12:00"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"hours": 5},
            f"<b>Laikas</b>\nbuvo: {WHEN}\ndabar: <b>lapkričio 24 d., antradienis, 15:00–17:00</b>",
        ),
        (
            {"place": "<Kita>"},
            WHEN + "\n<b>Vieta</b>\nbuvo: Kaunas, Salė\ndabar: <b>Kaunas, &lt;Kita&gt;</b>",
        ),
        ({"join_url": LINK}, f"{WHEN}\nnauja prisijungimo nuoroda: {LINK}"),
        (
            {"mode": Mode.ONLINE},
            "<b>Dalyvavimo būdas</b>\nbuvo: kontaktiniu būdu\ndabar: <b>nuotoliu</b>\n"
            + WHEN,
        ),
    ],
)  # fmt: skip
def test_only_what_differs_is_told(facts: dict[str, Any], told: str) -> None:
    """What was and what is now; the day is there to know which event it is."""
    assert said(a_course(2), a_course(2, **facts)) == HEADING + told + END


def test_a_course_has_a_line_for_each_meeting_that_differs() -> None:
    """Moved, of another place, new, and one that falls out."""
    before, after = a_course(2, 9, 16), a_course(2, 9, 23, place="Kita")
    after.sessions[0].place = "Salė"
    told = said(before, after, say=EN)
    assert told.count("•") == 3
    for part in (
        "Kaunas, Salė → <b>Kaunas, Kita</b>", "• a new meeting: ", "• will not take place: "
    ):  # fmt: skip
        assert part in told


def test_a_link_that_is_gone() -> None:
    """An old link is not left standing as if it were good."""
    told = said(a_course(2, join_url=LINK), a_course(2))
    assert LINK not in told
    assert "nebegalioja" in told


def test_who_waits_keeps_the_place() -> None:
    """And is asked nothing, having no file to open."""
    told = said(a_course(2), a_course(2, place="Kita"), place=3)
    assert told.endswith("\n\nJūsų vieta eilėje išlieka.")


def test_cancelled_says_sorry() -> None:
    """When and where it was to be, and where to look instead."""
    told = said(a_course(2), a_course(2, status=Status.CANCELLED), others=True)
    assert told.startswith("<b>Organizatorius atšaukė renginį „Vertinimas“</b>\n\n" + WHEN)
    assert told.endswith("Galbūt Jums tiks kuris nors iš šių:")
    assert "kalendoriaus" in told
    waiting = said(a_course(2), a_course(2, status=Status.CANCELLED), place=1)
    assert waiting.endswith("Atsiprašome, kad renginys neįvyks.")


def test_taken_up_again_says_how_one_stands() -> None:
    """The registration is as it was."""
    told = said(a_course(2, status=Status.CANCELLED), a_course(2))
    assert "vis dėlto įvyks" in told
    assert "<b>Registracija patvirtinta</b>" in told


@pytest.mark.parametrize("say", [LT, EN])
@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.CANCELLED])
def test_a_caption_always_holds_it(say: Speech, status: Status) -> None:
    """Forty meetings in halls of long names: fewer lines, and no tag cut in two."""
    names = {"title_lt": "Ą&<" * 200, "title_en": "A&<" * 200}
    before = a_course(*range(1, 41), place="Didžioji <salė> & " * 30, **names)
    after = a_course(*range(1, 41), place="Mažoji <salė> & " * 30, status=status, **names)
    told = said(before, after, say=say)
    as_said = Markup(told)  # noqa: S704 -- said by us
    assert length(as_said) <= 1024
    assert told.count("<b>") == told.count("</b>") > 0
    assert ("ir dar" if say is LT else "and ") in told


def test_short_answers() -> None:
    """Plain text above the chat."""
    assert words.noted(LT) == "Ačiū, užsirašiau. Iki susitikimo!"
