import pytest

from bot.playground.links import fault_of
from bot.playground.rules import is_deep_link
from handlers.links import fits_button, map_of, question, question_in


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("https://zoom.us/j/1?pwd=a&b=ą", True),
        ("http://10.0.0.1:8080/susitikimas", True),
        ("zoom.us/j/1", False),
        ("Teams: kodas 123", False),
        ("", False),
        ("https://", False),
        ("https://localhost/a", False),
        ("https://[zoom.us", False),
        ("https://zoom.us:teams/", False),
        ("https://zoom.us/j/1 kodas 5", False),
        ("javascript:alert(1)", False),
        ("tg://user?id=1", False),
    ],
)
def test_fits_button(address: str, fits: bool) -> None:  # noqa: FBT001 -- a column of the table
    """Only whole web addresses; whatever fits is taken by Telegram too."""
    assert fits_button(address) is fits
    assert not fits or fault_of(address) is None


@pytest.mark.parametrize("place", ["Kaunas, Vytauto pr. 44 & „A“ #5/2", "Š" * 1000])
def test_map_of(place: str) -> None:
    """Any place can be looked for, however it is written and however long."""
    address = map_of(place)
    assert fits_button(address)
    assert len(address) < 2048
    assert not set(address.partition("query=")[2]) & set(" &#/ąŠ")


@pytest.mark.parametrize("text", ["molis", "įtraukusis ugdymas Kaune?", "šžų" * 40, "😀" * 30, "a"])
def test_a_question_goes_into_a_link_and_comes_back(text: str) -> None:
    """Cut where it is long, never in the middle of a letter."""
    payload = question(text)
    assert is_deep_link(payload)
    back = question_in(payload.removeprefix("q_"))
    assert text.startswith(back)
    assert len(back.encode()) >= min(len(text.encode()), 42)


@pytest.mark.parametrize("value", ["%%%", "a", "_w8", "žž"])
def test_what_is_no_question_is_empty(value: str) -> None:
    """A link may be mangled on its way."""
    assert question_in(value) == ""
