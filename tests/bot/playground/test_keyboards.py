"""Keyboards: what Telegram keeps of them and what it refuses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.keyboards import IN_ALL, PER_ROW, inline_only, markup
from bot.playground.people import Person
from bot.playground.refusal import Refused
from tests.bot.playground.conftest import Caller

BUTTON = {"text": "a", "callback_data": "b"}


def keys(*buttons: object) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    "button",
    [
        {"text": "a", "callback_data": "x" * 64},
        {"text": "a", "callback_data": "ą" * 32},
        {"text": "a", "url": "t.me/bot?start=x"},
        {"text": "a", "url": "https://pedagogas.lt"},
        {"text": "a", "web_app": {"url": "https://a.lt"}},
        {"text": "a", "switch_inline_query": ""},
        {"text": "a", "copy_text": {"text": "b"}},
    ],
)
def test_a_good_button_is_kept_as_it_is(button: dict[str, Any]) -> None:
    """Data up to 64 bytes, links of every usual kind, an empty inline query."""
    assert markup(keys(button)) == keys(button)


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        ({"text": "a", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "ą" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "a"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "", "callback_data": "a"}, "button text must be non-empty"),
        ({"text": " ", "callback_data": "a"}, "button text must be non-empty"),
        ({"callback_data": "a"}, 'field "text" must be of type String'),
        ({"text": 5, "callback_data": "a"}, 'field "text" must be of type String'),
        ("a", 'field "text" must be of type String'),
        ({"text": "a", "url": "http://localhost/x"}, "Wrong HTTP URL"),
        ({"text": "a", "url": "javascript:alert(1)"}, "Wrong HTTP URL"),
        ({"text": "a", "url": "ftp://a.lt"}, "Unsupported URL protocol"),
        ({"text": "a", "web_app": {"url": "http://a.lt"}}, "Only HTTPS links"),
        ({"text": "a", "web_app": 5}, "Only HTTPS links"),
    ],
)
def test_a_poor_button_is_refused(button: object, refusal: str) -> None:
    """Any other button is refused in Telegram's words."""
    with pytest.raises(Refused, match=refusal) as refused:
        markup(keys(button))
    assert refused.value.code == 400


@pytest.mark.parametrize("given", ["a", 5, [], {"inline_keyboard": "a"}, {"keyboard": ["a"]}])
def test_what_is_no_keyboard(given: object) -> None:
    """A keyboard is an object with rows of buttons."""
    with pytest.raises(Refused):
        markup(given)


@pytest.mark.parametrize(
    "given", [None, "", {}, {"inline_keyboard": []}, {"inline_keyboard": [[]]}]
)
def test_nothing_to_show(given: object) -> None:
    """A keyboard without buttons is none."""
    assert markup(given) is None


def test_buttons_in_place_of_letters() -> None:
    """A reply keyboard takes plain texts, and keeps what else was said of it."""
    kept = markup({"keyboard": [["Mano", {"text": "Ieškoti"}]], "resize_keyboard": True})
    assert kept == {
        "keyboard": [[{"text": "Mano"}, {"text": "Ieškoti"}]],
        "resize_keyboard": True,
    }
    with pytest.raises(Refused, match="non-empty"):
        markup({"keyboard": [[" "]]})


def test_an_edit_takes_inline_buttons_only() -> None:
    """Buttons in place of the letters belong to no message."""
    assert inline_only(keys(BUTTON)) == keys(BUTTON)
    assert inline_only(None) is None
    with pytest.raises(Refused, match="inline keyboard expected"):
        inline_only({"keyboard": [["a"]]})


@given(st.lists(st.integers(0, 20), max_size=40))
def test_no_more_than_telegram_shows(rows: list[int]) -> None:
    """Up to 12 in a row and 300 in all are kept, the first ones, and no empty row."""
    given = [[{**BUTTON, "text": f"{at}-{n}"} for n in range(size)] for at, size in enumerate(rows)]
    kept = (markup({"inline_keyboard": given}) or {"inline_keyboard": []})["inline_keyboard"]
    assert all(0 < len(row) <= PER_ROW for row in kept)
    expected = [button for row in given for button in row[:PER_ROW]][:IN_ALL]
    assert [button for row in kept for button in row] == expected


async def test_excess_buttons_are_cut(call: Caller, ona: Person) -> None:
    """More than 12 buttons in a row and 300 in all are cut without a word."""
    row = [{"text": "a", "callback_data": "b"}] * 14
    markup = {"inline_keyboard": [row] * 30}
    sent = await call("sendMessage", chat_id=ona.id, text="x", reply_markup=markup)
    rows = sent.result["reply_markup"]["inline_keyboard"]
    assert {len(one) for one in rows} == {12}
    assert sum(map(len, rows)) == 300
