from datetime import date

from catalogue.enquiries.queries import Told
from catalogue.enquiries.refusals import TooManyEnquiries
from catalogue.enquiries.tables import Enquiry
from handlers.words import enquiring as words
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT, event

ENQUIRY = Enquiry(id=1, words="Ar <yra>\nliftas?", answer="Yra & veikia", asked_at=NOW)
TOLD = Told(
    enquiry=ENQUIRY,
    person=None,
    school="",
    event=None,
    centre=a_centre(name="Kauno centras", name_en=""),
    before=None,
    closed_by=None,
)


def test_the_preview_says_who_sees_it_and_by_when() -> None:
    """A day is named, and nothing is promised."""
    by = date(2026, 11, 24)
    shown = words.preview(LT, "Ar <yra>?", centre="Kauno centras", name="Ona", by=by, now=NOW)
    assert shown == (
        "<b>Jūsų klausimas:</b> Ar &lt;yra&gt;?\n\n"
        "Jį matys centro metodininkai: Kauno centras.\nJie matys Jūsų vardą: Ona.\n"
        "Atsakymas ateis čia, paprastai iki lapkričio 24 d.; pažadėti to negaliu.\n\n"
        "Norėdami suformuluoti kitaip, tiesiog parašykite iš naujo."
    )
    nameless = words.preview(EN, "Is there?", centre="", name="", by=by, now=NOW)
    assert "The coordinators of the centres will see it." in nameless
    assert "They will not see your name." in nameless


def test_the_answer_quotes_the_question_in_one_line() -> None:
    """It may be days old; what was written is escaped."""
    assert words.answered(LT, TOLD) == (
        "Jūs klausėte: <i>Ar &lt;yra&gt; liftas?</i>\n\n"
        "<b>Metodininko atsakymas</b>, Kauno centras\nYra &amp; veikia"
    )
    assert "Ačiū, kad klausėte" in words.closed(LT, TOLD)
    assert len(words.quoted("a b " * 400)) <= 300


def test_the_rest_is_said_plainly() -> None:
    """Of an event by its title."""
    assert "“" in words.ask(EN, event())
    assert words.ask(LT, None) == "Parašykite klausimą metodininkui savais žodžiais."
    assert "Atsakymas ateis čia" in words.sent(LT, "Ar yra?", is_reply=False)
    assert words.welcome(EN) == "You are welcome!"
    assert "tik todėl, kad klausėte" in words.why(LT)
    assert "800" in words.not_an_enquiry(EN)
    assert "10" in words.too_many(EN, TooManyEnquiries(are_open=False))
    assert "taken back" in words.gone(EN)
