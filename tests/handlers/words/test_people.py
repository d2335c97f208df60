import pytest

from handlers.words import people as words
from handlers.words.speech import Speech
from tests.handlers.words.made_up import EN, LT, person


def test_asking_for_the_name_gives_an_example() -> None:
    """One sees at once that both names are wanted, and what for."""
    assert words.ask_name(LT) == (
        "Koks Jūsų vardas ir pavardė? Parašykite taip, kaip turi būti dalyvių sąraše, "
        "pavyzdžiui: <i>Ona Petraitienė</i>"
    )


@pytest.mark.parametrize(
    ("say", "commands"), [(LT, ("/mano_duomenys", "/istrinti")), (EN, ("/my_data", "/forget"))]
)
def test_consent_names_what_why_and_the_way_back(say: Speech, commands: tuple[str, str]) -> None:
    """With the commands of the person's own language, and the name only as text."""
    said = words.ask_consent(say, "O'Brien <Anna>")
    assert said.startswith("<b>O&#39;Brien &lt;Anna&gt;</b>, ")
    assert [command for command in commands if command not in said] == []


@pytest.mark.parametrize(
    ("name", "coming", "said"),
    [
        (
            "Ona Petraitienė",
            2,
            (
                "<b>Profilis</b>\nVardas ir pavardė: Ona Petraitienė\nKalba: lietuvių\n"
                "Būsimų renginių: 2"
            ),
        ),
        (
            "",
            0,
            (
                "<b>Profilis</b>\nVardas ir pavardė: dar nenurodyti\nKalba: lietuvių\n"
                "Būsimų renginių: 0"
            ),
        ),
    ],
)
def test_profile(name: str, coming: int, said: str) -> None:
    """Who I am here, in which language, and how much lies ahead."""
    assert words.profile(LT, person(name=name), coming=coming) == said


def test_profile_in_english_says_english() -> None:
    """The line of the language is in that language, and about it."""
    assert "Language: English" in words.profile(EN, person(), coming=1)


def test_a_corrected_name_is_repeated() -> None:
    """As it will stand in the list."""
    assert words.name_corrected(LT, "Ona Jonaitienė") == (
        "Dabar Jūsų vardas ir pavardė: <b>Ona Jonaitienė</b>"
    )


@pytest.mark.parametrize("say", [LT, EN])
def test_what_deleting_means_is_said_before_and_after(say: Speech) -> None:
    """No sentence on the way out is empty or the same as another."""
    said = {words.nothing_kept(say), words.forget_question(say), words.forgotten(say)}
    assert len(said) == 3
    assert all(said)


def test_my_data_is_told_under_headings() -> None:
    """A person reads their own language, in lists within lists too, and so their state."""
    kept = {
        "telegram_id": 7,
        "name": "Ona",
        "staff": [{"centre": "", "since": "2026-01-01"}],
        "registrations": [{"title": "Vertinimas", "state": "pending"}],
        "conversation": {"event": 4},
    }
    assert words.my_data(LT, kept) == {
        "„Telegram“ numeris": 7,
        "Vardas ir pavardė": "Ona",
        "Darbas centruose": [{"Organizatorius": "", "Nuo": "2026-01-01"}],
        "Registracijos": [{"Renginys": "Vertinimas", "Būsena": "Laukia patvirtinimo"}],
        "Nebaigtas pokalbis": {"event": 4},
    }
    assert words.my_data(EN, {"telegram_id": 7}) == {"Telegram number": 7}


def test_the_file_has_a_name_and_a_caption() -> None:
    """Both in the language of the person."""
    assert [words.my_data_file(say) for say in (LT, EN)] == ["mano_duomenys.json", "my_data.json"]
    assert words.my_data_comes(LT) == "Čia viskas, ką apie Jus saugome."
