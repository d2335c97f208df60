"""Values of a call, however they came."""

from typing import Any

import pytest

from bot.playground.arguments import Arguments, Upload
from bot.playground.refusal import Refused

FILE = Upload("a.pdf", "application/pdf", b"abc")


@pytest.mark.parametrize(
    ("value", "number"), [(5, 5), ("5", 5), ("-100123", -100123), ("", 7), (None, 7), (True, 1)]
)
def test_a_number(value: object, number: int) -> None:
    """A form sends numbers as text; what is not there has its default."""
    assert Arguments({"n": value}).number("n", 7) == number


@pytest.mark.parametrize("value", ["@ona", "5.5", [], {}])
def test_what_is_no_number(value: object) -> None:
    """Anything else is refused with the name of the field."""
    with pytest.raises(Refused, match="invalid n specified"):
        Arguments({"n": value}).number("n")


@pytest.mark.parametrize(
    ("value", "on"),
    [
        (True, True),
        ("true", True),
        ("True", True),
        ("1", True),
        (1, True),
        (False, False),
        ("false", False),
        ("0", False),
        ("", False),
        (None, False),
    ],
)
def test_a_switch(value: object, on: object) -> None:
    """A switch is on in every way libraries write it."""
    assert Arguments({"on": value}).flag("on") is on


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ('{"a": 1}', {"a": 1}),
        ({"a": 1}, {"a": 1}),
        ("[1]", [1]),
        ("", None),
        (None, None),
    ],
)
def test_an_object_as_itself_or_as_text(value: object, found: Any) -> None:
    """A form sends objects as text."""
    assert Arguments({"x": value}).data("x") == found


@pytest.mark.parametrize("value", ["{", [1], "[1]", {"a": 1}, '"a"'])
def test_what_is_no_list_of_objects(value: object) -> None:
    """Entities, media and results are arrays of objects and nothing else."""
    with pytest.raises(Refused, match="can't parse x JSON object"):
        Arguments({"x": value}).objects("x")


def test_a_list_of_objects() -> None:
    """An empty one is not the same as none."""
    assert Arguments({"x": '[{"a": 1}]'}).objects("x") == [{"a": 1}]
    assert Arguments({"x": []}).objects("x") == []
    assert Arguments({}).objects("x") is None


def test_text() -> None:
    """What is not there, or null, is no text; a number is written out."""
    assert [Arguments({"t": value}).text("t") for value in ("ė", 5, None)] == ["ė", "5", ""]
    assert Arguments({}).text("t") == ""


@pytest.mark.parametrize(
    ("values", "uploads", "found"),
    [
        ({}, {"document": FILE}, FILE),
        ({"document": "attach://f0"}, {"f0": FILE}, FILE),
        ({"document": "attach://f1"}, {"f0": FILE}, None),
        ({"document": "playground-document-1"}, {}, None),
    ],
)
def test_a_file(values: dict[str, str], uploads: dict[str, Upload], found: Upload | None) -> None:
    """In its field or behind attach://; an id is no file that came."""
    assert Arguments(values, uploads).upload("document") is found


def test_the_log_has_no_contents() -> None:
    """Of a file the log keeps its name and size."""
    shown = Arguments({"chat_id": 5}, {"document": FILE}).shown()
    assert shown == {"chat_id": 5, "document": "(a.pdf, 3 B)"}
