"""Who came, as staff read it."""

import pytest

from catalogue.learning.attendance import Tally
from catalogue.learning.marking import Entry
from catalogue.learning.rolls import Line
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.registrations.tables import Registration
from handlers.words.office import attendance as words
from tests.factories import NOW, a_person
from tests.handlers.words.made_up import EN, LT, event

MADE = event(starts=NOW)
MEETING = MADE.sessions[0]
MEETING.id = 1
TALLY = Tally(expected=30, noted=24, came=23, at={1: 22})


def a_mark(presence: Presence, hours: float | None = None) -> Attendance:
    return Attendance(presence=presence, hours=hours, source=Source.LIST, marked_at=NOW)


def an_entry(mark: Attendance | None) -> Entry:
    person = a_person(name="Ona <P>")
    return Entry(event=MADE, meeting=MEETING, own=Registration(), person=person, mark=mark)


@pytest.mark.parametrize(
    ("presence", "sign"),
    [(None, "☐"), (Presence.PRESENT, "✓"), (Presence.LATE, "✓◔"), (Presence.ABSENT, "✗")],
)
def test_a_line(presence: Presence | None, sign: str) -> None:
    """A sign and a name, short enough for a button."""
    line = Line(1, "Ona " * 30, a_mark(presence) if presence else None)
    told = words.line_label(LT, line)
    assert told.startswith(f"{sign} Ona")
    assert len(told) < 60


def test_the_list() -> None:
    """How many came of how many; the page is told where there are more."""
    lines = [Line(1, "A", a_mark(Presence.LATE)), Line(2, "B", a_mark(Presence.ABSENT))]
    told = words.roll(LT, MADE, MEETING, lines, page=(1, 1), now=NOW)
    assert "Atvyko 1 iš 2" in told
    assert "Puslapis" not in told
    assert "Puslapis 2 iš 3" in words.roll(LT, MADE, MEETING, lines, page=(2, 3), now=NOW)
    assert "dar nėra" in words.roll(LT, MADE, MEETING, [], page=(1, 1), now=NOW)
    assert words.came_line(LT, TALLY) == "<b>Atvyko 23 iš 30</b>"
    unnoted = Tally(expected=9, noted=0, came=0, at={})
    assert words.came_line(LT, unnoted) == "<b>Lankomumas dar nepažymėtas</b>"
    assert "Atvyko 23 iš 30" in words.choose_meeting(LT, MADE, TALLY)
    assert words.meeting_label(LT, MEETING, TALLY, now=NOW) == "lapkričio 22 d., sk 10:00 · 22"


def test_one_person() -> None:
    """What was said, how, by whom and when; escaped."""
    by = a_person(name="Rita Ritaitė")
    told = words.entry(LT, an_entry(a_mark(Presence.LATE, 2.5)), by, now=NOW)
    assert told.startswith("<b>Ona &lt;P&gt;</b>")
    assert told.endswith(
        "<b>Vėlavo, 2,5 akad. val.</b>\n"
        "pažymėjo darbuotojai · Rita Ritaitė · lapkričio 22 d., sekmadienis, 10:00"
    )
    assert "Dar nepažymėta" in words.entry(LT, an_entry(None), None, now=NOW)
    scanned = a_mark(Presence.PRESENT)
    scanned.source = Source.QR
    assert "nuskenavo kodą" in words.entry(LT, an_entry(scanned), None, now=NOW)


def test_questions() -> None:
    """With the name, and with what is possible."""
    assert "Ona &lt;P&gt;" in words.ask_reason(LT, an_entry(None))
    assert "Dar nepažymėtas 1 žmogus" in words.all_came_question(LT, 1)
    assert "Dar nepažymėta 10 žmonių" in words.all_came_question(LT, 10)
    assert "Visas susitikimas – 4." in words.ask_hours(LT, an_entry(None))


def test_each_source_presence_and_reason_has_words() -> None:
    """In both languages."""
    sentences = [*words.SOURCES.values(), *words.PRESENCES.values(), *words.REASONS]
    assert set(words.SOURCES) == set(Source)
    assert set(words.PRESENCES) == set(Presence) == set(words.SIGNS) - {None}
    assert all(str(LT(one)) != str(EN(one)) for one in sentences)
    assert all(len(str(LT(one))) < 60 for one in words.REASONS)
