"""What may be set, and what the start says of a wrong value."""

from datetime import timedelta

import pytest

from bot.settings import WrongSetting, load


def test_without_anything_set_it_is_the_playground() -> None:
    """No token, SQLite beside the bot, Vilnius, Lithuanian."""
    settings = load(_env_file=None)
    assert (settings.token, settings.default_language) == ("", "lt")
    assert settings.database_url == "sqlite+aiosqlite:///kvieslys.db"
    assert settings.timezone.key == "Europe/Vilnius"
    assert settings.reminders == (timedelta(days=7), timedelta(days=1), timedelta(hours=2))


WRONG = [
    ("BOT_TOKEN", "not-a-token"),
    ("BOT_API_URL", "api.telegram.org"),
    ("DATABASE_URL", "mysql://x"),
    ("OWNER_IDS", "12,ona"),
    ("TIMEZONE", "Europe/Akmene"),
    ("DEFAULT_LANGUAGE", "de"),
    ("HTTP_PORT", "70000"),
    ("PLAYGROUND_PORT", "-1"),
    ("WEBHOOK_URL", "http://bot.example.lt/x"),
    ("WEBHOOK_SECRET", "su tarpu"),
    ("SEND_RATE", "fast"),
    ("SEND_RATE", "-1"),
    ("REMINDERS", "7 days"),
    ("TICK_SECONDS", "-3"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_is_named_and_not_repeated(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says which setting and what is allowed; a secret in it is not printed."""
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting) as wrong:
        load(_env_file=None)
    assert str(wrong.value).startswith(f"{name} is not right: it must be ")
    assert value not in str(wrong.value).removeprefix(name)


RIGHT = [
    ("OWNER_IDS", " 1, 22 ,", "owner_ids", frozenset({1, 22})),
    ("OWNER_IDS", "", "owner_ids", frozenset()),
    ("REMINDERS", "3d,30m", "reminders", (timedelta(days=3), timedelta(minutes=30))),
    ("SEND_RATE", "0", "send_rate", 0),
    ("BOT_API_URL", "http://127.0.0.1:8090/", "api_url", "http://127.0.0.1:8090"),
    ("DATABASE_URL", "postgres://u:p@h/n", "database_url", "postgresql+asyncpg://u:p@h/n"),
    ("DATABASE_URL", "postgresql://u@h/n", "database_url", "postgresql+asyncpg://u@h/n"),
]


@pytest.mark.parametrize(("name", "value", "field", "meant"), RIGHT)
def test_values_are_read_as_people_write_them(
    name: str, value: str, field: str, meant: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Spaces, a slash at the end, the usual name of PostgreSQL: all are understood."""
    monkeypatch.setenv(name, value)
    assert getattr(load(_env_file=None), field) == meant


@pytest.mark.parametrize(
    ("address", "web"),
    [
        ("", ""),
        ("https://kvieslys.example/hook/x", "https://kvieslys.example"),
        ("https://kvieslys.example:8443", "https://kvieslys.example:8443"),
    ],
)
def test_the_pages_are_beside_the_updates(address: str, web: str) -> None:
    """Of the same host; without one nobody outside can see them."""
    assert load(_env_file=None, webhook_url=address).web == web


def test_the_token_is_not_shown() -> None:
    """Printing the settings does not print the secret."""
    assert "secret123" not in repr(load(_env_file=None, bot_token="1:secret123"))
