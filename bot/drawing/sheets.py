"""The sheet that people sign: A4 across, a part for each meeting, its headings on every page."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from bot.drawing import fonts

#: Lines for those who come without having registered.
SPARE_ROWS = 3
_MARGIN = 36
_NUMBER, _NAME, _SCHOOL, _SIGNATURE = 32, 250, 270, 218
_ROW_HEIGHT = 26
_INK, _LINE, _SHADE = "#1a1a1a", "#9a9a9a", "#eeeeee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One part of the sheet; plain text, whatever is empty is left out."""

    when: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSheet:
    """What stands on it. `people` are names with schools in their order; `words` what stands beside
    the facts: heading, number, name, school, signature, place, lecturer, hours, page (with {page}
    and {pages}).
    """

    title: str
    organiser: str
    lecturer: str
    hours: str
    meetings: Sequence[Meeting]
    people: Sequence[tuple[str, str]]
    words: Mapping[str, str]


def sign_in_sheet(sheet: SignInSheet) -> bytes:
    """As pdf. The pages of each meeting are counted by themselves, for they are kept apart."""
    from reportlab.platypus import PageBreak

    fonts.register()
    numbers: list[tuple[int, int]] = []
    story: list[Any] = []
    for meeting in sheet.meetings:
        pages = _pages([_table(sheet, meeting)])
        numbers += [(page, pages) for page in range(1, pages + 1)]
        story += [*([PageBreak()] if story else []), _table(sheet, meeting)]

    def number(canvas: Any, document: Any) -> None:
        page, pages = numbers[document.page - 1]
        canvas.setFont(fonts.PLAIN, 8)
        canvas.setFillColor(_INK)
        foot = sheet.words["page"].format(page=page, pages=pages)
        canvas.drawRightString(document.pagesize[0] - _MARGIN, _MARGIN - 8, foot)

    return _built(story, number, title=sheet.title, author=sheet.organiser)


def _pages(story: list[Any]) -> int:
    """On how many it stands."""
    turned = []
    _built(story, lambda _canvas, document: turned.append(document.page))
    return len(turned)


def _built(story: list[Any], each_page: Callable[[Any, Any], None], **properties: str) -> bytes:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import SimpleDocTemplate

    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=landscape(A4),
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN + 10,
        lang="lt",
        **properties,
    )
    document.build(story, onFirstPage=each_page, onLaterPages=each_page)
    return file.getvalue()


def _table(sheet: SignInSheet, meeting: Meeting) -> Any:
    """What the sheet is of is the table's first row, so that each page says it."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Table, TableStyle

    style = _style(10, 13)
    rows = [
        [_head(sheet, meeting), "", "", ""],
        [_bold(sheet.words[name]) for name in ("number", "name", "school", "signature")],
        *[
            [str(number), _paragraph(name, style), _paragraph(school, _style(9, 11)), ""]
            for number, (name, school) in enumerate(
                [*sheet.people, *[("", "")] * SPARE_ROWS], start=1
            )
        ],
    ]
    table = Table(
        rows,
        colWidths=[_NUMBER, _NAME, _SCHOOL, _SIGNATURE],
        repeatRows=2,
        minRowHeights=[0, 20, *[_ROW_HEIGHT] * (len(rows) - 2)],
    )
    table.setStyle(
        TableStyle(
            [
                ("SPAN", (0, 0), (-1, 0)),
                ("LEFTPADDING", (0, 0), (-1, 0), 0),
                ("BOTTOMPADDING", (0, 0), (-1, 0), 10),
                ("BACKGROUND", (0, 1), (-1, 1), HexColor(_SHADE)),
                ("GRID", (0, 1), (-1, -1), 0.6, HexColor(_LINE)),
                ("FONT", (0, 2), (0, -1), fonts.PLAIN, 10),
                ("TEXTCOLOR", (0, 0), (-1, -1), HexColor(_INK)),
                ("ALIGN", (0, 1), (0, -1), "RIGHT"),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        )
    )
    return table


def _head(sheet: SignInSheet, meeting: Meeting) -> list[Any]:
    words = sheet.words
    facts = [
        (words["place"], meeting.place),
        (words["lecturer"], sheet.lecturer),
        (words["hours"], sheet.hours),
    ]
    told = "; ".join(f"{escape(name)}: {escape(value)}" for name, value in facts if value)
    plain = _style(10, 14)
    parts = [
        _paragraph(f"{sheet.organiser} · {words['heading']}", _style(9, 13)),
        _paragraph(sheet.title, _style(14, 18, bold=True)),
        _paragraph(meeting.when, _style(11, 16, bold=True)),
    ]
    return [*parts, *([_marked(told, plain)] if told else [])]


def _paragraph(text: str, style: Any) -> Any:
    """Wraps where it is too long, in the middle of an endless word too."""
    return _marked(escape(text), style)


def _marked(text: str, style: Any) -> Any:
    from reportlab.platypus import Paragraph

    return Paragraph(text, style)


def _bold(text: str) -> Any:
    return _paragraph(text, _style(9, 12, bold=True))


def _style(size: int, leading: int, *, bold: bool = False) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        f"{size}{'b' * bold}",
        fontName=fonts.BOLD if bold else fonts.PLAIN,
        fontSize=size,
        leading=leading,
        textColor=_INK,
        splitLongWords=True,
    )
