import dataclasses
from datetime import timedelta

from catalogue.answers.index import Known
from catalogue.enquiries.queries import Numbers, Told
from catalogue.enquiries.refusals import EnquirySettled
from catalogue.enquiries.tables import Enquiry
from handlers.words.office import enquiries as words
from tests.factories import NOW, a_centre, a_person
from tests.handlers.words.made_up import EN, LT, event

HOUR = timedelta(hours=1)
BEFORE = Enquiry(id=1, words="Ar yra aikštelė?", answer="Yra.", asked_at=NOW)
ENQUIRY = Enquiry(id=2, words="O ar <mokama>?", answer="", asked_at=NOW)
TOLD = Told(
    enquiry=ENQUIRY,
    person=a_person(name="Ona Petraitienė"),
    school="Lyros gimnazija",
    event=None,
    centre=a_centre(name="Kauno centras"),
    before=BEFORE,
    closed_by=None,
)
RASA = a_person(name="Rasa Kazlauskienė")


def settled(**facts: object) -> Told:
    enquiry = Enquiry(id=2, words="Ar?", answer="", asked_at=NOW, **facts)
    return dataclasses.replace(TOLD, enquiry=enquiry, closed_by=RASA)


def test_a_question_with_what_was_said_before() -> None:
    """Who asks, of what, and the words as they were written."""
    assert words.question(LT, TOLD, now=NOW) == (
        "<b>Klausimas</b>, lapkričio 22 d., sk 10:00\nKauno centras\n\n"
        "Klausta anksčiau: <i>Ar yra aikštelė?</i>\nAtsakyta: <i>Yra.</i>\n\n"
        "O ar &lt;mokama&gt;?\n\nKlausia: Ona Petraitienė, Lyros gimnazija"
    )
    nameless = dataclasses.replace(TOLD, person=None, before=None, event=event())
    assert "Klausia: mokytoja(s) be vardo" in words.question(LT, nameless, now=NOW)
    assert "Klausta anksčiau" not in words.question(LT, nameless, now=NOW)
    schoolless = dataclasses.replace(TOLD, school="")
    assert words.question(EN, schoolless, now=NOW).endswith("Asks: Ona Petraitienė")


def test_what_became_of_it() -> None:
    """The hour alone of today, the day too of another."""
    answered = settled(closed_at=NOW, answered_at=NOW, closed_by=1)
    answered.enquiry.answer = "Ne."
    assert words.settled(LT, answered, now=NOW) == "Atsakė Rasa Kazlauskienė, 10:00\nNe."
    later = NOW + 24 * HOUR
    assert "lapkričio 22 d." in words.settled(LT, answered, now=later)
    closed = settled(closed_at=NOW, closed_by=1)
    assert words.settled(LT, closed, now=NOW) == "Užvėrė Rasa Kazlauskienė, 10:00"
    assert "taken the question back" in words.settled(EN, settled(closed_at=NOW), now=NOW)
    assert words.settled_in_place(LT, answered, now=NOW).startswith("<b>Klausimas</b>: <i>Ar?</i>")
    assert "10:00" in words.settled_by(LT, EnquirySettled(RASA, NOW), now=NOW)
    assert words.question(LT, closed, now=NOW).endswith("Užvėrė Rasa Kazlauskienė, 10:00")


def test_the_page_counts() -> None:
    """How many wait, how soon others were answered, and which lately."""
    numbers = Numbers(asked=7, answered=5, median_hours=2.25)
    answered = settled(closed_at=NOW, answered_at=NOW, closed_by=1)
    page = words.page(LT, 2, numbers, [answered], now=NOW)
    assert "Atsakymo laukia 2 klausimai." in page
    assert "klausta 7, atsakyta 5, pusė jų – per 2,2 val." in page
    assert "• Ar? – Rasa Kazlauskienė, 10:00" in page
    none = words.page(LT, 0, Numbers(asked=0, answered=0, median_hours=None), [], now=NOW)
    assert none == "<b>Mokytojų klausimai</b>\nAtsakymo nelaukia niekas."
    assert words.label(3, ENQUIRY) == "3. O ar <mokama>?"
    assert words.answered_label(ENQUIRY) == "✓ O ar <mokama>?"


def test_every_step_shows_the_question() -> None:
    """Whatever staff do about it, they see of what."""
    steps = [
        words.ask_reply(LT, ENQUIRY),
        words.preview(LT, ENQUIRY, "Ne."),
        words.replied(LT, ENQUIRY, is_out_of_reach=False),
        words.left_to_others(LT, ENQUIRY),
        words.sure_to_close(LT, ENQUIRY),
        words.closed(LT, ENQUIRY),
        words.nearest(LT, ENQUIRY, []),
        words.unreached(LT, TOLD),
    ]
    assert all("O ar &lt;mokama&gt;?" in one for one in steps)
    assert "užblokavo" in words.replied(LT, ENQUIRY, is_out_of_reach=True)
    known = Known(key="a", kind="a", asked=("kur liftas",), said={"lt": "Kieme"})
    assert "1. <b>kur liftas</b>\nKieme" in words.nearest(LT, ENQUIRY, [(known, "Kieme")])
    assert words.send_label(LT, 1) == "Siųsti 1-ą"


def test_the_rest_is_said_plainly() -> None:
    """Counts agree with their nouns."""
    assert "12 mokytojų klausimų" in words.waiting(LT, 12)
    assert "without anyone’s name" in words.ask_question(EN)
    assert words.topics(LT, ["projektai"]).endswith("\n\nprojektai")
    assert "3000" in words.not_a_reply(EN)
    assert "20" in words.too_many_topics(EN)
