"""What printed pages have in common."""

from typing import Any

from bot.drawing import fonts, paper


def story(lines: int) -> list[Any]:
    fonts.register()
    plain = paper.style(10, 14)
    return [
        paper.bold("Ąžuolas & <b>"),
        *(paper.paragraph(f"<{one}>", plain) for one in range(lines)),
        paper.marked("<strike>ne</strike>", plain),
    ]


def test_pages_are_counted_before_they_are_numbered() -> None:
    """A document of a hundred lines, with something below each page."""
    shown: list[int] = []

    def foot(canvas: Any, document: Any) -> None:
        shown.append(document.page)
        paper.foot(canvas, document, f"{document.page} iš 3")

    assert paper.pages(story(100)) == 3
    content = paper.built(story(100), foot, title="Planas", language="en")
    assert (content[:4], shown) == (b"%PDF", [1, 2, 3])


def test_an_upright_page_has_room_for_more_lines() -> None:
    """As many as stand on it are counted, too."""
    assert paper.pages(story(100), upright=True) == 2
    upright = paper.built(story(1), lambda *_: None, upright=True)
    assert b"595.2756 841.8898" in upright
