"""What became of a list that came back."""

from catalogue.learning.roll_files import Problem, Wrong
from catalogue.learning.taking_in import TakenIn
from handlers.words.office import roll_files as words
from tests.handlers.words.made_up import EN, LT, event


def taken(problems: int) -> TakenIn:
    odd = [Problem(row, "Susitikimas 7", Wrong.NOT_A_MARK, "<gal>") for row in range(problems)]
    return TakenIn(marked=3, changed=1, same=0, problems=odd)


def test_counts_and_problems() -> None:
    """The first fifteen by their row, the rest as a number; what people wrote is escaped."""
    told = words.taken(LT, "a.csv", taken(17))
    assert "Lankomumas iš „a.csv“ įkeltas" in told
    assert "Naujų žymų: 3\nPakeista: 1" in told
    assert "• 0 eilutė, Susitikimas 7: „&lt;gal&gt;“ nėra žymė" in told
    assert told.count("•") == words.PROBLEMS_SHOWN
    assert told.endswith("ir dar 2")
    assert "Neįkelta" not in words.taken(LT, "a.csv", taken(0))
    assert "tik išbandyta" in words.taken(LT, "a.csv", taken(0), rehearsal=True)


def test_everything_that_can_be_wrong_has_words() -> None:
    """In both languages."""
    for wrong in Wrong:
        one = Problem(2, "Registracija", wrong, "5")
        assert words.problem(LT, one) != words.problem(EN, one)
    assert words.file_name(event()) == "lankomumas_V-1.xlsx"
    assert "atsiųskite failą" in words.caption(LT, event())
