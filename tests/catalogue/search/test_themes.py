"""What a question is about, by how it is built."""

from datetime import date

import pytest

from catalogue.search.intents import wanted
from catalogue.search.reading import read, vocabulary
from catalogue.search.themes import take_denied_theme, theme, without_story


def about(text: str) -> list[str]:
    """The theme of a sentence, as it is written."""
    reading = read(text, today=date(2026, 11, 22), known=vocabulary())
    asked = wanted(reading)
    for one in asked.spoken:
        reading.sentence.blank(one.start, one.end)
    take_denied_theme(reading)
    found = theme(reading, asked)
    return [written for _, written in found]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("kiek kainuoja robotikos seminaras", ["robotikos"]),
        ("Atsiprašau, į STEAM mokymus atvykti negalėsiu", ["STEAM"]),
        ("iki kada registruotis į gabių vaikų konferenciją?", ["gabių", "vaikų"]),
        ("Jonas rašo: kas lektorius seminare apie saugų internetą?", ["saugų", "internetą"]),
        ("sign me up for the digital skills course, Tom Sawyer", ["digital", "skills"]),
        ("kada prasidės „Žodžio galia“, Žalgirio?", ["Žodžio", "galia"]),
        ("užrašykit į robotiką", ["robotiką"]),
        ("užrašykit pasiklausyti", []),
        ("kiek valandų įrašys į pažymėjimą?", []),
        ("užrašykit į gerąją patirtį", ["gerąją", "patirtį"]),
        ("when does the trip to Tallinn end", ["Tallinn"]),
        ("kiek kainuoja ekskursija į Rumšiškes", ["Rumšiškes"]),
    ],
)
def test_a_deed_is_about_what_stands_by_the_event(text: str, left: list[str]) -> None:
    """By a word for an event or after an about; without either, what is left and is no deed."""
    assert about(text) == left


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("robotika, tik be LEGO", "LEGO"),
        ("dailės technikos, išskyrus akvarelės tapybą", "akvarelės tapybą"),
        ("not about AI please, something on reading", "AI"),
        ("ne tik apie skaitymą", None),
        ("dienos, kuriose nebūtų kalbama apie egzaminus", "egzaminus"),
        ("savaitė be patyčių", None),
        ("I would rather not travel", None),
    ],
)
def test_what_it_should_not_be_about_is_said(text: str, denied: str | None) -> None:
    """A theme after a denial, as far as it goes; „be patyčių“ is one that is asked for."""
    reading = read(text, today=date(2026, 11, 22), known=vocabulary())
    assert take_denied_theme(reading) == denied


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Pernai dalyvavau keramikos kursuose, noriu tekstilės", ", noriu tekstilės"),
        ("I have been to five webinars. What is on?", ". What is on?"),
        ("Pernai dalyvavau keramikos kursuose", None),
        ("Anąkart klausiau dėl Varėnos, dabar noriu tekstilės", ", dabar noriu tekstilės"),
        ("I wrote about chess. What is on?", ". What is on?"),
        ("norėčiau tekstilės, ne keramikos", None),
    ],
)
def test_a_story_of_what_has_been_is_left_out(text: str, rest: str | None) -> None:
    """Where something else is said beside it."""
    reading = read(text, today=date(2026, 11, 22), known=vocabulary())
    left = without_story(reading)
    assert (left and left.strip()) == rest


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("autizmas, gal turit seminarą apie elgesį?", ["autizmas", "elgesį"]),
        ("noriu išmokti groti", ["groti"]),
        ("esu pavargusi, vyras pyksta, gal kas apie stresą", ["stresą"]),
        ("viskas apie disleksiją, kad tiktų man", ["disleksiją"]),
        ("vyras pyksta, įtraukusis ugdymas", ["įtraukusis", "ugdymas"]),
        ("ne apie vertinimą, o apie žaidimus", ["žaidimus"]),
        ("keramika", ["keramika"]),
        ("kolegė pagyrė keramiką", ["keramiką"]),
        ("40 hours on special needs", ["special", "needs"]),
        ("kokiuose miestuose bemaž viskas apie keramiką", ["keramiką"]),
        ("akys jau lenda lauk, gal kas gruodį", []),
        ("mokymai „Kai vaikas tyli“", ["Kai", "vaikas", "tyli"]),
        ("a course on grammar, sorry, I meant phonics", ["phonics"]),
        ("apie stresą, tiksliau apie autizmą", ["autizmą"]),
        ("my kids fight, so conflict resolution please", ["conflict", "resolution"]),
        ("iš kur išvažiuojam į Ventės ragą", ["Ventės", "ragą"]),
        (
            "is registration for the “Data Protection at School” open",
            ["Data", "Protection", "School"],
        ),
    ],
)
def test_a_search_is_about_its_clauses_of_the_field(text: str, left: list[str]) -> None:
    """What people tell of themselves is no theme, while another clause has one."""
    assert about(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("botai", ["botai"]),
        ("visikartuku", ["visikartuku"]),
        ("inkliuzyvas Vilniuje", ["inkliuzyvas"]),
        ("kas nors Vilniuje", []),
        ("seminarai", []),
    ],
)
def test_a_word_written_alone_is_what_is_looked_for(text: str, left: list[str]) -> None:
    """Though nobody has heard of it; what only wraps a question is not written alone."""
    assert about(text) == left
