"""What printed pages have in common: margins, colours, letters, and how a document is built."""

import io
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from bot.drawing import fonts

MARGIN = 36
INK, LINE, SHADE = "#1a1a1a", "#9a9a9a", "#eeeeee"


def built(
    story: list[Any],
    each_page: Callable[[Any, Any], None],
    *,
    language: str = "lt",
    upright: bool = False,
    **properties: str,
) -> bytes:
    """As pdf, A4 across or upright."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import SimpleDocTemplate

    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=A4 if upright else landscape(A4),
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN + 10,
        lang=language,
        **properties,
    )
    document.build(story, onFirstPage=each_page, onLaterPages=each_page)
    return file.getvalue()


def pages(story: list[Any], *, upright: bool = False) -> int:
    """On how many it stands."""
    turned = []
    built(story, lambda _canvas, document: turned.append(document.page), upright=upright)
    return len(turned)


def foot(canvas: Any, document: Any, text: str) -> None:
    """Below a page, on its right."""
    canvas.setFont(fonts.PLAIN, 8)
    canvas.setFillColor(INK)
    canvas.drawRightString(document.pagesize[0] - MARGIN, MARGIN - 8, text)


def paragraph(text: str, style: Any) -> Any:
    """Wraps where it is too long, in the middle of an endless word too."""
    return marked(escape(text), style)


def marked(text: str, style: Any) -> Any:
    """The same of what has marks of its own and is escaped already."""
    from reportlab.platypus import Paragraph

    return Paragraph(text, style)


def bold(text: str) -> Any:
    """A heading of a column."""
    return paragraph(text, style(9, 12, is_bold=True))


def style(size: int, leading: float, *, is_bold: bool = False) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        f"{size}{'b' * is_bold}",
        fontName=fonts.BOLD if is_bold else fonts.PLAIN,
        fontSize=size,
        leading=leading,
        textColor=INK,
        splitLongWords=True,
    )
