"""A picture of bars for a telephone."""

import re
import struct

import pytest

from bot.drawing.charts import WIDTH, Bar, Chart, drawing, picture, wrapped

LONG = "Neformaliojo vaikų švietimo įstaigų pavaduotojai, skyrių vedėjai, metodininkai"


def bars(*values: int, label: str = LONG) -> list[Bar]:
    return [Bar(label=label, value=one, told=f"{one}") for one in values]


def lengths(svg: str) -> list[float]:
    """Of the bars, without their tracks."""
    return [float(one) for one in re.findall(r'width="([\d.]+)" height="46" rx="6" fill="#0', svg)]


@pytest.mark.parametrize(
    "values",
    [(5,), (4000, 5, 0), (0, 0), tuple(range(5, 15))],
    ids=["one", "far apart", "zeros", "ten"],
)
def test_the_picture_is_a_png_of_the_width_of_a_telephone(values: tuple[int, ...]) -> None:
    """As high as its bars make it, whatever they are."""
    content = picture(Chart(title="Registracijos", under="2026–2027", bars=bars(*values)))
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert width == WIDTH
    assert 400 < height < 2400


def test_bars_are_as_long_as_their_numbers() -> None:
    """The smallest can still be seen, and nothing is no bar."""
    first, second, third = lengths(
        drawing(Chart(title="T", under="U", bars=bars(4000, 2000, 5, 0), note="N"))
    )
    assert first == pytest.approx(2 * second, abs=0.2)
    assert third == 8


def test_long_words_are_wrapped_and_never_cut() -> None:
    """All words are there in their order; one that is too long by itself goes over two lines."""
    lines = wrapped(LONG, 38)
    assert len(lines) == 2
    assert " ".join(lines) == LONG
    for times in (3, 50):  # the larger would take minutes if it were cut letter by letter
        endless = "nebeprisikiškiakopūsteliaujantiesiems" * times
        assert "".join(wrapped(endless, 38)) == endless
    assert wrapped("", 38) == []


def test_what_is_written_is_no_markup() -> None:
    """Names come from outside."""
    svg = drawing(Chart(title="<b>&", under="", bars=bars(5, label='"><script>')))
    assert "<script>" not in svg
    assert "&lt;b&gt;&amp;" in svg


def test_letters_that_no_svg_may_have_are_left_out() -> None:
    """As they come along in a file from elsewhere; an emoji stays."""
    odd = Bar(label="Fi\x01zi\ufffeka 👍", value=1, told="\x1b<1>")
    svg = drawing(Chart(title="\x00Temos", under="", bars=[odd]))
    assert all(told in svg for told in (">Temos<", ">Fizika 👍<", ">&lt;1&gt;<"))
