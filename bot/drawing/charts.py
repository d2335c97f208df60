"""A picture of bars for a telephone: 1080 pixels wide, each bar under its name, wrapped not cut."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import as_file, files

from bot.drawing import fonts

WIDTH = 1080
_MARGIN = 56
_ROOM = WIDTH - 2 * _MARGIN
_TITLE, _UNDER, _LABEL, _VALUE, _NOTE = 52, 38, 38, 42, 34
_LINE = 1.28
_BAR, _ROUND, _THINNEST = 46, 6, 8
_PAPER, _INK, _QUIET, _TRACK = "#fcfcf9", "#1a1a1a", "#595959", "#ecece6"
#: Blue, orange and grey: kept apart by every eye, and by their lightness in black and white.
COLOURS = {"main": "#0072b2", "second": "#d98200", "rest": "#8a8a8a"}

#: What may stand in no svg, however it is written: control characters and the like.
_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """`told` stands beside it; `colour` is one of `COLOURS`."""

    label: str
    value: float
    told: str
    colour: str = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Plain text in the language of its reader, and ten bars at most. What reaches to the end is
    the largest of them, or `whole` where they are parts of it.
    """

    title: str
    under: str
    bars: Sequence[Bar]
    note: str = ""
    whole: float = 0


def picture(chart: Chart) -> bytes:
    """As png."""
    return rendered(drawing(chart))


def rendered(svg: str) -> bytes:
    """As png, with the letters that come along."""
    import resvg_py

    folder = files("bot.drawing") / "fonts"
    with (
        as_file(folder / f"{fonts.PLAIN}.ttf") as plain,
        as_file(folder / f"{fonts.BOLD}.ttf") as bold,
    ):
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                skip_system_fonts=True,
                font_files=[str(plain), str(bold)],
                font_family="DejaVu Sans",
            )
        )


def drawing(chart: Chart) -> str:
    """As svg."""
    fonts.register()
    page = _Page()
    page.text(chart.title, size=_TITLE, bold=True)
    page.text(chart.under, size=_UNDER, colour=_QUIET)
    page.down(20)
    widest = max(_width(bar.told, _VALUE, bold=True) for bar in chart.bars)
    room = _ROOM - widest - 24
    largest = chart.whole or max(bar.value for bar in chart.bars) or 1
    for bar in chart.bars:
        page.down(26)
        page.text(bar.label, size=_LABEL)
        page.bar(bar, room=room, share=min(bar.value / largest, 1))
    page.down(36)
    page.text(chart.note, size=_NOTE, colour=_QUIET)
    return page.finished()


class _Page:
    """What is drawn from the top downwards, as high as it becomes."""

    def __init__(self) -> None:
        self._drawn: list[str] = []
        self._y = float(_MARGIN)

    def down(self, by: float) -> None:
        self._y += by

    def text(self, text: str, *, size: int, bold: bool = False, colour: str = _INK) -> None:
        for line in wrapped(text, size, bold=bold):
            self._y += size * _LINE
            self._line(line, _MARGIN, self._y - size * 0.3, size, bold=bold, colour=colour)

    def bar(self, bar: Bar, *, room: float, share: float) -> None:
        """Its whole way is marked, so that one sees how far it might go."""
        self._y += 8
        self._box(room, _TRACK)
        length = max(_THINNEST, room * share) if bar.value else 0.0
        if length:
            self._box(length, COLOURS[bar.colour])
        middle = self._y + _BAR / 2 + _VALUE * 0.36
        self._line(bar.told, _MARGIN + room + 24, middle, _VALUE, bold=True, colour=_INK)
        self._y += _BAR

    def finished(self) -> str:
        height = round(self._y + _MARGIN)
        return "".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}">',
                f'<rect width="{WIDTH}" height="{height}" fill="{_PAPER}"/>',
                *self._drawn,
                "</svg>",
            ]
        )

    def _box(self, width: float, colour: str) -> None:
        self._drawn.append(
            f'<rect x="{_MARGIN}" y="{self._y:.1f}" width="{width:.1f}" height="{_BAR}" '
            f'rx="{_ROUND}" fill="{colour}"/>'
        )

    def _line(self, text: str, x: float, y: float, size: int, *, bold: bool, colour: str) -> None:
        weight = "bold" if bold else "normal"
        self._drawn.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-family="DejaVu Sans" font-size="{size}" '
            f'font-weight="{weight}" fill="{colour}">{escape(_NO_XML.sub("", text))}</text>'
        )


def wrapped(text: str, size: int, *, bold: bool = False) -> list[str]:
    """Lines that fit into the width; a word that is too long by itself is broken."""
    fonts.register()
    lines: list[str] = []
    for word in _pieces(text, size, bold=bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, size, bold=bold) <= _ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(text: str, size: int, *, bold: bool) -> Iterator[str]:
    for word in text.split():
        rest = word
        while _width(rest, size, bold=bold) > _ROOM:
            cut = _fitting(rest, size, bold=bold)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _fitting(word: str, size: int, *, bold: bool) -> int:
    """How many of its letters fit into the width; found by halving, for a word may be endless."""

    def is_too_wide(letters: int) -> bool:
        return _width(word[:letters], size, bold=bold) > _ROOM

    return max(1, bisect_left(range(1, len(word) + 1), x=True, key=is_too_wide))


def _width(text: str, size: int, *, bold: bool) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, fonts.BOLD if bold else fonts.PLAIN, size))
