from catalogue.answers.tables import KnownAnswer
from handlers.words.office import known_answers as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT

KNOWN = KnownAnswer(
    id=1, questions=["Ar yra <lift>as?", "kur liftas"], answer="Yra & veikia", changed_at=NOW
)


def test_a_page_numbers_its_questions() -> None:
    """What staff wrote is shown as written; an empty page says so."""
    assert words.page(LT, [KNOWN], first=9).endswith("\n\n9. Ar yra &lt;lift&gt;as?")
    assert words.page(EN, [], first=1).endswith("There are none yet.")


def test_a_card_shows_every_way_of_asking() -> None:
    """With whose it is and the day of the last change."""
    assert words.card(LT, KNOWN, "") == (
        "<b>Klausimas</b>\n• Ar yra &lt;lift&gt;as?\n• kur liftas\n\n<b>Atsakymas</b>\n"
        "Yra &amp; veikia\n\nvisi centrai, 2026 m. lapkričio 22 d."
    )


def test_labels_fit_a_button() -> None:
    """A long question is cut, a centre's name too."""
    long = KnownAnswer(questions=["kodėl " * 40], answer="a", changed_at=NOW)
    assert len(words.label(3, long)) <= words.LABEL_LENGTH
    assert words.label(3, long).startswith("3. kodėl")
    assert len(words.approve_label(LT, "Centras " * 20)) <= words.LABEL_LENGTH


def test_each_step_says_what_to_write() -> None:
    """What is answered at present stands above, and the whole is confirmed."""
    asked = [words.ask_question(EN), words.ask_answer(EN), words.ask_also(EN)]
    assert all("rite" in one for one in [*asked, words.ask_correction(EN)])
    assert words.at_present(LT, words.ask_answer(LT)).startswith("Dabar į tai atsakau taip:\n\n")
    assert "a &lt; b" in words.confirm(LT, "klausimas", "a < b")
    assert words.remove_question(EN, KNOWN) == "Remove the answer to “Ar yra &lt;lift&gt;as?”?"


def test_what_is_refused_says_what_is_needed() -> None:
    """With an example, with the length, with the way back."""
    assert "parking" in words.not_a_question(EN)
    assert "3000" in words.not_an_answer(EN, 3000)
    assert "/answers" in words.gone(EN)
