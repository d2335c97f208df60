"""What stands on a paper."""

from datetime import timedelta

from catalogue.learning.printed import organiser, printed
from catalogue.programme.tables import Mode, Session
from tests.factories import NOW, VILNIUS, a_centre, an_event


def test_days_places_and_topics_of_all_meetings() -> None:
    """Each once; the town of the event where a meeting names none."""
    meetings = [
        Session(starts_at=NOW, ends_at=NOW, city="", place="Aula", title="Pirma tema"),
        Session(starts_at=NOW + timedelta(days=8), ends_at=NOW + timedelta(days=8, hours=20),
                city="Vilnius", place="Vilnius, Aušros g. 1", title="Antra tema"),
        Session(starts_at=NOW, ends_at=NOW, city="", place="Aula", title="Antra tema"),
    ]  # fmt: skip
    facts = printed(an_event(sessions=meetings), zone=VILNIUS)
    assert facts["places"] == ["Kaunas, Aula", "Vilnius, Aušros g. 1"]
    assert facts["topics"] == ["Pirma tema", "Antra tema"]
    assert (facts["first_day"], facts["last_day"], facts["meetings"]) == (
        "2026-11-22", "2026-12-01", 3,
    )  # fmt: skip


def test_online_is_nowhere() -> None:
    """A place that was left in the programme is not printed."""
    assert printed(an_event(mode=Mode.ONLINE, place="Aula"), zone=VILNIUS)["places"] == []


def test_the_code_of_a_known_centre_is_known() -> None:
    """From its own page, until its staff have entered another; nothing else is taken from there."""
    known = a_centre(name="Kauno švietimo inovacijų centras", accreditation="KT3-12")
    assert organiser(known)["company_code"] == "193043096"
    known.company_code = "123456789"
    assert organiser(known)["company_code"] == "123456789"
    assert organiser(known)["accreditation"] == "KT3-12"
    assert not organiser(a_centre(name="Kitas"))["company_code"]
