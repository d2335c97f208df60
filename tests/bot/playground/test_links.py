"""Which links Telegram takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.links import fault_of, mentioned_user, normal


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://pedagogas.lt/renginiai?x=1#y", None),
        ("HTTP://PEDAGOGAS.LT", None),
        ("pedagogas.lt", None),
        ("pedagogas.lt:8080/x", None),
        ("t.me/bot?start=x", None),
        ("tg://user?id=5", None),
        ("tg:resolve?domain=x", None),
        ("https://švietimas.lt", None),
        ("", "URL is empty"),
        ("  ", "URL is empty"),
        ("ftp://a.lt", "Unsupported URL protocol"),
        ("mailto://ona@a.lt", "Unsupported URL protocol"),
        ("http://localhost/x", "Wrong HTTP URL"),
        ("http://", "Wrong HTTP URL"),
        ("javascript:alert(1)", "Wrong HTTP URL"),
        ("https://a b.lt", "Wrong HTTP URL"),
        ("https://[a.lt", "Wrong HTTP URL"),
        ("renginiai", "Wrong HTTP URL"),
    ],
)
def test_a_link_is_taken_or_refused(url: str, fault: str | None) -> None:
    """Links to somewhere are taken; without a host, or of another kind, they are not."""
    assert fault_of(url) == fault


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("pedagogas.lt", "http://pedagogas.lt/"),
        ("https://pedagogas.lt", "https://pedagogas.lt/"),
        ("https://pedagogas.lt/x", "https://pedagogas.lt/x"),
        ("https://pedagogas.lt?x=1", "https://pedagogas.lt?x=1"),
        ("tg://user?id=5", "tg://user?id=5"),
    ],
)
def test_a_link_as_telegram_gives_it_back(url: str, expected: str) -> None:
    """With a scheme and a path."""
    assert normal(url) == expected


@pytest.mark.parametrize(
    ("url", "person"), [("tg://user?id=512", 512), ("tg://user?id=x", None), ("https://a.lt", None)]
)
def test_a_mentioned_person(url: str, person: int | None) -> None:
    """A link may mean somebody by their id."""
    assert mentioned_user(url) == person


@given(st.text(max_size=40))
def test_any_text_is_judged(url: str) -> None:
    """Whatever stands on a button is judged; what is taken is taken in its normal form too."""
    if fault_of(url) is None and mentioned_user(url) is None:
        assert fault_of(normal(url)) is None
