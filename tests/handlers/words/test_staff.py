import pytest

from handlers.words import staff as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize(
    ("say", "name", "centre", "said"),
    [
        (LT, "Rasa", "Centras", "• Rasa, Centras, nuo 2026 m. lapkričio 22 d."),
        (LT, "", "", "• vardas dar nenurodytas, visi centrai, nuo 2026 m. lapkričio 22 d."),
        (EN, "<R>", "", "• &lt;R&gt;, all centres, since 22 November 2026"),
    ],
)
def test_member_line(say: Speech, name: str, centre: str, said: str) -> None:
    """Who, where, since when; staff need not have given a name."""
    assert words.member_line(say, name, centre, NOW) == said


def test_members() -> None:
    """An empty list says how to begin."""
    assert words.members(LT, []) == (
        "<b>Darbuotojai</b>\nDar nė vieno. Sukurkite vienkartinę nuorodą ir nusiųskite kolegai:"
    )
    assert words.members(LT, [LT("Events"), LT("Ask")]) == (
        "<b>Darbuotojai</b>\nRenginiai\nKlausti"
    )


def test_buttons_hold_long_names() -> None:
    """A centre's whole official name is cut, and plain text stays plain."""
    long = "Kauno pedagogų kvalifikacijos centras ir jo visi padaliniai bei filialai"
    assert words.invite_label(LT, long) == f"Pakviesti: {long}"[:60]
    assert words.dismiss_label(LT, long) == f"Pašalinti: {long}"[:60]
    assert words.dismiss_label(LT, "") == "Pašalinti: vardas dar nenurodytas"


@pytest.mark.parametrize("label", [words.invite_label, words.dismiss_label])
def test_buttons_are_no_html(label: object) -> None:
    """Telegram shows a button's words as they are, so an ampersand is not spelled out."""
    assert callable(label)
    assert label(LT, "Menas & muzika").endswith(": Menas & muzika")


def test_invitation() -> None:
    """For whom, how often and until when it works."""
    said = words.invitation(LT, "https://t.me/x?start=st_1", "", NOW)
    assert said == (
        "Nusiųskite šią nuorodą vienam kolegai (visi centrai). Ji veikia vieną kartą, iki: "
        "2026 m. lapkričio 22 d., sekmadienis, 10:00\n\nhttps://t.me/x?start=st_1"
    )


def test_welcome_and_farewell() -> None:
    """A new member learns what they became; a removal is asked about and confirmed."""
    assert words.welcome(LT, "Centras") == (
        "Sveiki prisijungę! Jums suteiktos koordinatoriaus teisės (Centras). "
        "Ką daryti toliau, pasakys Jus pakvietęs žmogus."
    )
    assert words.dismiss_question(LT, "Ona") == "Pašalinti iš darbuotojų: Ona?"
    assert words.dismissed(LT, "") == "vardas dar nenurodytas nebėra darbuotojas."
