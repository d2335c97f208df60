import pytest

from catalogue.people.tables import Role
from handlers.words.office import roles
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, person


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_words(role: Role) -> None:
    """What it is called, and what it may do."""
    assert "teisės" in roles.role_name(LT, role)
    assert roles.role_label(EN, role)[0].isupper()
    assert LT(roles.MAY[role])


@pytest.mark.parametrize("role", Role)
def test_every_welcome_says_where_to_begin(role: Role) -> None:
    """By a command, or by the menu."""
    for say in (LT, EN):
        assert "/" in say(roles.MAY[role]) or "men" in say(roles.MAY[role])


def test_a_person_has_a_name_or_words_for_none() -> None:
    """Who was deleted, and who has given none yet."""
    assert roles.name_of(LT, person()) == "Ona Petraitienė"
    assert roles.name_of(LT, person(name="", forgotten_at=NOW)) == "asmuo, kurio duomenys ištrinti"
    assert roles.name_of(LT, None) == "asmuo, kurio duomenys ištrinti"
    assert roles.name_of(LT, person(name="")) == "vardas dar nenurodytas"
    assert roles.centre_label(LT, "") == "visi centrai"
