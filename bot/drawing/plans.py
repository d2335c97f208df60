"""A plan to print: A4 across, a table of events under their months, its headings on every page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from bot.drawing import fonts, paper

_COLUMNS = {
    "date": 96,
    "time": 67,
    "title": 184,
    "audience": 108,
    "place": 102,
    "hours": 36,
    "price": 61,
    "lecturer": 103,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One event in plain text, column by column; one that is off is struck out."""

    cells: Mapping[str, str]
    is_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """What stands on it: the rows of each part under its heading, "" where it has none. `words`
    are the headings of the columns, off (beside what is struck out), and page (with {page} and
    {pages}).
    """

    title: str
    organiser: str
    note: str
    parts: Sequence[tuple[str, Sequence[PlanRow]]]
    words: Mapping[str, str]
    language: str = "lt"


def plan_sheet(plan: PlanSheet) -> bytes:
    """As pdf."""
    fonts.register()
    pages = paper.pages(_story(plan))

    def number(canvas: Any, document: Any) -> None:
        foot = plan.words["page"].format(page=document.page, pages=pages)
        paper.foot(canvas, document, f"{plan.organiser} · {plan.title} · {foot}")

    return paper.built(
        _story(plan), number, language=plan.language, title=plan.title, author=plan.organiser
    )


def _story(plan: PlanSheet) -> list[Any]:
    from reportlab.platypus import Spacer

    above = [
        paper.paragraph(plan.organiser, paper.style(10, 14)),
        paper.paragraph(plan.title, paper.style(16, 21, is_bold=True)),
        *([paper.paragraph(plan.note, paper.style(9, 13))] if plan.note else []),
        Spacer(0, 8),
    ]
    return [*above, _table(plan)]


def _table(plan: PlanSheet) -> Any:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Table, TableStyle

    rows: list[list[Any]] = [[paper.bold(plan.words[name]) for name in _COLUMNS]]
    looks: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(paper.SHADE)),
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor(paper.LINE)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]
    for heading, events in plan.parts:
        if heading:
            line = len(rows)
            rows.append([paper.paragraph(heading, paper.style(10, 14, is_bold=True))])
            rows[-1] += [""] * (len(_COLUMNS) - 1)
            looks += [("SPAN", (0, line), (-1, line)), ("NOSPLIT", (0, line), (0, line + 1))]
        rows += [_row(one, plan.words["off"]) for one in events]
    table = Table(rows, colWidths=list(_COLUMNS.values()), repeatRows=1)
    table.setStyle(TableStyle(looks))
    return table


def _row(event: PlanRow, off: str) -> list[Any]:
    cells = []
    for name in _COLUMNS:
        text = escape(event.cells.get(name, ""))
        if event.is_off and name in {"date", "time", "title"}:
            text = f"<strike>{text}</strike>"
            text += f" – {escape(off)}" * (name == "title")
        cells.append(paper.marked(text, paper.style(9, 11.5)))
    return cells
