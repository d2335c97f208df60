"""The sheet to sign: what can be known of it without looking at it."""

import re

from bot.drawing.sheets import Meeting, SignInSheet, sign_in_sheet

WORDS = {
    "heading": "Dalyvių sąrašas",
    "number": "Nr.",
    "name": "Vardas ir pavardė",
    "school": "Mokykla",
    "signature": "Parašas",
    "place": "Vieta",
    "lecturer": "Lektorius",
    "hours": "Akad. valandos",
    "page": "{page} puslapis iš {pages}",
}


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", content))


def drawn(people: int, *, meetings: int = 1, name: str = "Žydrūnė Ąžuolaitė") -> bytes:
    return sign_in_sheet(
        SignInSheet(
            title="Įtraukusis ugdymas & <b>vertinimas</b>",
            organiser="Centras",
            lecturer="",
            hours="",
            meetings=[Meeting(when="gruodžio 2 d.", place="Kaunas")] * meetings,
            people=[(name, "Gimnazija <1>")] * people,
            words=WORDS,
        )
    )


def test_sixty_people_need_several_pages_across() -> None:
    """A4 across, some fifteen rows a page; each meeting has its own pages."""
    content = drawn(60)
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [ 0 0 841.8898 595.2756 ]" in content
    assert pages(content) == 5
    assert pages(drawn(60, meetings=2)) == 10


def test_nobody_and_endless_names_are_drawn_too() -> None:
    """An empty sheet has its spare rows; a name that never ends is broken, not lost."""
    assert pages(drawn(0)) == 1
    assert pages(drawn(5, name="Ž" * 100)) == 1
