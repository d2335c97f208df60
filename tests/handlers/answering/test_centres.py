import pytest

from tests.handlers.answering.programme import Ask


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("Ar KŠIC akredituotas?", "lt", "KT3-12"),
        ("Koks Kauno švietimo inovacijų centro adresas?", "lt", "adreso, telefono"),
        ("Koks Kauno švietimo inovacijų centro telefonas?", "lt", "+370 600 00000"),
        ("Which centre is accredited?", "en", "V-1196"),
        ("Kuris centras?", "lt", "• Kauno švietimo inovacijų centras"),
    ],
)
async def test_a_centre_is_answered_from_its_own_page(
    ask: Ask, question: str, language: str, says: str
) -> None:
    """What it does not say we do not know."""
    told = await ask(question, language)
    assert says in told.plain
    if "Šaltinis" not in told.plain and "Source" not in told.plain:
        assert "nežinau" in told.plain or "Žinau šiuos" in told.plain
