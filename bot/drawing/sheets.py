"""The sheet that people sign: A4 across, a part for each meeting, its headings on every page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from bot.drawing import fonts, paper

#: Lines for those who come without having registered.
SPARE_ROWS = 3
_NUMBER, _NAME, _SCHOOL, _SIGNATURE = 32, 250, 270, 218
_ROW_HEIGHT = 26


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
        pages = paper.pages([_table(sheet, meeting)])
        numbers += [(page, pages) for page in range(1, pages + 1)]
        story += [*([PageBreak()] if story else []), _table(sheet, meeting)]

    def number(canvas: Any, document: Any) -> None:
        page, pages = numbers[document.page - 1]
        paper.foot(canvas, document, sheet.words["page"].format(page=page, pages=pages))

    return paper.built(story, number, title=sheet.title, author=sheet.organiser)


def _table(sheet: SignInSheet, meeting: Meeting) -> Any:
    """What the sheet is of is the table's first row, so that each page says it."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Table, TableStyle

    style = paper.style(10, 13)
    rows = [
        [_head(sheet, meeting), "", "", ""],
        [paper.bold(sheet.words[name]) for name in ("number", "name", "school", "signature")],
        *[
            [
                str(number),
                paper.paragraph(name, style),
                paper.paragraph(school, paper.style(9, 11)),
                "",
            ]
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
                ("BACKGROUND", (0, 1), (-1, 1), HexColor(paper.SHADE)),
                ("GRID", (0, 1), (-1, -1), 0.6, HexColor(paper.LINE)),
                ("FONT", (0, 2), (0, -1), fonts.PLAIN, 10),
                ("TEXTCOLOR", (0, 0), (-1, -1), HexColor(paper.INK)),
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
    plain = paper.style(10, 14)
    parts = [
        paper.paragraph(f"{sheet.organiser} · {words['heading']}", paper.style(9, 13)),
        paper.paragraph(sheet.title, paper.style(14, 18, is_bold=True)),
        paper.paragraph(meeting.when, paper.style(11, 16, is_bold=True)),
    ]
    return [*parts, *([paper.marked(told, plain)] if told else [])]
