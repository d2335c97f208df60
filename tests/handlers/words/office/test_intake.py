"""What is said of a file that staff have sent."""

from typing import Any

import pytest

from catalogue.intake.queries import Summary
from catalogue.intake.tables import Intake, Outcome, Standing
from catalogue.intake.undoing import InTheWay, Obstacle
from catalogue.programme.refused import Reason, Refused
from handlers.words.office import intake as words
from handlers.words.speech import Speech
from tests.catalogue.intake.made_up import an_intake
from tests.handlers.words.made_up import EN, LT, event, person


def a_file(**facts: Any) -> Intake:
    return an_intake(person(id=1), **{"file_name": "a<b.xlsx", "as_drafts": False} | facts)


def seen(told: int = 0, intake: Intake | None = None, **counts: int) -> Summary:
    """`added_waiting=3` and the like."""
    found = {
        (Outcome(name.split("_", 1)[0]), Standing(name.split("_", 1)[1])): number
        for name, number in counts.items()
    }
    return Summary(intake or a_file(), found, told)


def test_what_a_file_would_do() -> None:
    """Counts, who will hear, what was refused and why, and what was not known."""
    refused = [Refused(n, "Pradžia", Reason.NO_TIME, {"written": "<i>"}) for n in range(2, 14)]
    file = a_file(ignored=["Kambarys"], new_centres=["Kauno centras", ""])
    told = seen(21, file, added_waiting=3, added_left_out=1, changed_waiting=2, unchanged_waiting=9)
    lines = words.summary(LT, told, refused, again=False).split("\n")
    assert lines[:8] == [
        "Failas „a&lt;b.xlsx“ perskaitytas. Kol kas niekas neįrašyta.",
        "",
        "Nauji renginiai: 4",
        "Keičiami renginiai: 2",
        "Tokie pat kaip programoje: 9",
        "Jūsų atidėti: 1",
        "<b>Apie pakeitimus bus pranešta 21 žmogui.</b>",
        "Nauji centrai: Kauno centras, organizatorius nenurodytas",
    ]
    assert "Atmestos eilutės: 12" in lines
    assert len([line for line in lines if line.startswith("– ")]) == 10
    assert "&lt;i&gt;" in lines[10]
    assert "… ir dar 2 eilutės: visos yra toliau siunčiamame faile" in lines
    assert lines[-1] == "Nežinomi stulpeliai, kurių nepaisyta: Kambarys"
    again = words.summary(EN, told, [], again=True)
    assert again.startswith("The programme has changed meanwhile")


@pytest.mark.parametrize(
    ("say", "done"), [(LT, "Įkelta 1\u00a0200 iš 5\u00a0000"), (EN, "Taken in: 1,200 of 5,000")]
)
def test_progress_is_read_at_a_glance(say: Speech, done: str) -> None:
    """Thousands stand apart."""
    assert words.progress(say, 1200, 5000) == done


def test_what_was_taken_in() -> None:
    """As drafts where it was so, and what a colleague has changed meanwhile."""
    drafts = seen(intake=a_file(as_drafts=True), added_taken=3, changed_set_aside=1)
    said = words.taken(LT, drafts)
    assert "Pridėta kaip juodraščiai: 3" in said
    assert "pakeitė kolega: 1" in said
    assert "kolega" not in words.taken(LT, seen(added_taken=3))


def test_what_was_undone() -> None:
    """And what could not be, since somebody touched it in the middle."""
    said = words.undone(LT, seen(added_undone=3, changed_kept=1))
    assert "Pašalinta iš programos: 3" in said
    assert "Palikta, nes per tą laiką pakeista: 1" in said
    assert "Palikta" not in words.undone(LT, seen(added_undone=3))


def test_what_stands_in_the_way_is_named() -> None:
    """Ten of them, each with its reason."""
    found = [InTheWay(event(title_lt="A & B"), why) for why in Obstacle] * 4
    lines = words.in_the_way(LT, found).split("\n")
    assert lines[1:4] == [
        "– „A &amp; B“: yra užsiregistravusių",
        "– „A &amp; B“: po įkėlimo pakeistas",
        "– „A &amp; B“: jau naudojamas",
    ]
    assert lines[11] == "… ir dar 2"
    assert "ir dar" not in words.in_the_way(LT, found[:10])


def test_a_file_that_could_not_be_read_is_named() -> None:
    """With the reason on its own line."""
    assert words.unread(LT, "a&b.xlsx", "Failas tuščias.") == (
        "Failo „a&amp;b.xlsx“ perskaityti nepavyko.\nFailas tuščias."
    )
