from datetime import date

from catalogue.answers.index import Known
from handlers.words import about
from tests.handlers.words.made_up import EN, LT

DAY = date(2026, 5, 4)
FACTS = [
    Known(key="a", kind="a", asked=(), said={"lt": "Veikia nuo 1995 m.", "en": "Since 1995."},
          source="centras.lt", checked=DAY),
    Known(key="b", kind="b", asked=(), said={"lt": "Skolina robotus."}, source="centras.lt",
          checked=DAY),
    Known(key="c", kind="c", asked=(), said={"lt": "Konsultuoja <a>"}, source="įstatymas",
          link="https://a.lt", checked=DAY),
    Known(key="d", kind="d", asked=(), said={"lt": "Taip."}, checked=DAY, is_approved=True),
]  # fmt: skip


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
        "• Taip.\nŠaltinis: centras.lt, tikrinta 2026-05-04\n"
        "Šaltinis: įstatymas, tikrinta 2026-05-04: https://a.lt\n"
        "Atsakė centro darbuotojai, 2026-05-04"
    )
    assert about.told(EN, FACTS[:1]) == "Since 1995.\nSource: centras.lt, checked 2026-05-04"
    assert about.told(EN, FACTS[1:2]).startswith("Skolina robotus.")


def test_no_day_is_claimed_where_nobody_read_the_page() -> None:
    """The source is named all the same, with its address where there is one."""
    linked = Known(key="e", kind="e", asked=(), said={"lt": "Yra."}, source="Nutarimas",
                   link="https://b.lt")  # fmt: skip
    assert about.told(LT, [linked]) == "Yra.\nŠaltinis: Nutarimas: https://b.lt"
    named = Known(key="f", kind="f", asked=(), said={"en": "It is."}, source="a decision")
    assert about.told(EN, [named]) == "It is.\nSource: a decision"


def test_centre_without_facts() -> None:
    """Nothing is made up for it."""
    assert about.centre(LT, "Centras", []) == (
        "<b>Centras</b>\nDaugiau apie save centras mums nėra papasakojęs."
    )
