from handlers.words.answers import centres as words
from tests.handlers.words import made_up
from tests.handlers.words.made_up import EN, LT


def test_the_centres_to_choose_from_stand_below_each_other() -> None:
    """Their names are shown as written, and are no markup."""
    told = words.which_centre(LT, ["Menas & muzika", "Rytas"]).splitlines()
    assert told[1:] == ["• Menas &amp; muzika", "• Rytas"]


def test_a_contact_is_told_with_the_event_it_belongs_to() -> None:
    """Whoever calls there knows what to call about."""
    told = words.contact_of_event(EN, made_up.event(contact="+370 600 00000"))
    assert told == "The contact given for its event “Assessment”: +370 600 00000"


def test_whose_answer_is_asked_with_the_names() -> None:
    """Also where there are no buttons; names are anybody's words."""
    asked = words.whose_answer(LT, ["A & B", "Menų centras"])
    assert asked.endswith("Kurio centro atsakymą parodyti?\n• A &amp; B\n• Menų centras")
