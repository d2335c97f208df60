from handlers.words import about
from tests.handlers.words.made_up import EN, LT

FACTS = [
    {"lt": "Veikia nuo 1995 m.", "en": "Since 1995.", "source": "centras.lt", "checked": "2026-05"},
    {"lt": "Skolina robotus.", "source": "centras.lt", "checked": "2026-05"},
    {"lt": "Konsultuoja <a>", "source": "", "checked": ""},
]


def test_about_lists_the_centres() -> None:
    """Whoever organises something is named; with nobody there the list is left out."""
    assert about.about(LT, ["Vilniaus <centras>", "Kauno centras"]).split("\n")[2:5] == [
        "Programoje dalyvauja centrai:",
        "• Vilniaus &lt;centras&gt;",
        "• Kauno centras",
    ]
    assert "\n" not in about.about(EN, [])


def test_centre_says_what_it_says_itself() -> None:
    """Each fact in the person's language where there is one, and each source once."""
    assert about.centre(LT, "Centras", FACTS) == (
        "<b>Centras</b>\n• Veikia nuo 1995 m.\n• Skolina robotus.\n• Konsultuoja &lt;a&gt;\n"
        "Šaltinis: centras.lt, tikrinta 2026-05"
    )
    assert about.centre(EN, "Centre", FACTS).split("\n")[1:3] == [
        "• Since 1995.",
        "• Skolina robotus.",
    ]


def test_centre_without_facts() -> None:
    """Nothing is made up for it."""
    assert about.centre(LT, "Centras", []) == (
        "<b>Centras</b>\nDaugiau apie save centras mums nėra papasakojęs."
    )
