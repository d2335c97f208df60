"""The settings of one installation, from `.env` and the environment."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class WrongSetting(Exception):  # noqa: N818 -- it is a wrong setting, and reads so where it is raised
    """The start must stop; the text names the setting and says what is allowed."""


_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


def _owner_ids(value: Any) -> Any:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) \
        else value  # fmt: skip


def _zone(value: Any) -> Any:
    try:
        return ZoneInfo(value) if isinstance(value, str) else value
    except (ZoneInfoNotFoundError, OSError) as error:  # a folder's name is an OSError
        raise ValueError("not a time zone") from error


def _before(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    parts = [re.fullmatch(r"(\d{1,3})([dhm])", part.strip()) for part in value.split(",") if part]
    if not all(parts):
        raise ValueError("not a list of times before")
    return tuple(timedelta(**{_UNITS[part[2]]: int(part[1])}) for part in parts if part)


class Settings(BaseSettings):
    """What one installation may set; the environment wins over `.env`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    bot_token: SecretStr = SecretStr("")
    bot_api_url: HttpUrl = HttpUrl("https://api.telegram.org")
    database_url: str = "sqlite+aiosqlite:///kvieslys.db"
    owner_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_owner_ids)] = frozenset()
    timezone: Annotated[ZoneInfo, BeforeValidator(_zone)] = ZoneInfo("Europe/Vilnius")
    default_language: Literal["lt", "en"] = "lt"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65535)
    playground_port: int = Field(default=8090, ge=0, le=65535)
    send_rate: float = Field(default=25, ge=0, le=1000)
    reminders: Annotated[tuple[timedelta, ...], NoDecode, BeforeValidator(_before)] = (
        timedelta(days=7),
        timedelta(days=1),
        timedelta(hours=2),
    )
    tick_seconds: float = Field(default=5, gt=0, le=3600)

    @field_validator("bot_token")
    @classmethod
    def _token_looks_right(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not re.fullmatch(
            r"\d+:[A-Za-z0-9_-]{3,}", value.get_secret_value()
        ):
            raise ValueError("not a token")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        value = re.sub(r"^(postgres|postgresql)://", "postgresql+asyncpg://", value)
        if not value.startswith(("sqlite+aiosqlite:///", "postgresql+asyncpg://")):
            raise ValueError("not a database we know")
        file = value.partition("sqlite+aiosqlite:///")[2].partition("?")[0]
        if file and not Path(file).parent.is_dir():
            raise ValueError("a file in no folder")
        return value

    @field_validator("webhook_url")
    @classmethod
    def _reachable_by_telegram(cls, value: str) -> str:
        if value and not re.fullmatch(r"https://[^\s/?#]+(/[^\s?#]*)?", value):
            raise ValueError("not an address Telegram would bring updates to")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _fits_the_header(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", value.get_secret_value()):
            raise ValueError("not a secret Telegram takes")
        return value

    @property
    def api_url(self) -> str:
        """Without the slash at the end."""
        return str(self.bot_api_url).rstrip("/")

    @property
    def web(self) -> str:
        """Where the bot's own pages are seen from outside: beside the address of its updates."""
        parts = urlsplit(self.webhook_url)
        return f"{parts.scheme}://{parts.netloc}" if self.webhook_url else ""

    @property
    def token(self) -> str:
        return self.bot_token.get_secret_value()


ALLOWED = {
    "bot_token": "empty, or a token of @BotFather such as 123456:ABC-def",
    "bot_api_url": "an address that begins with http:// or https://",
    "database_url": "sqlite+aiosqlite:///FILE, its folder being there, "
    "or postgresql+asyncpg://user:password@host/name",
    "owner_ids": "Telegram user ids (whole numbers) with commas between",
    "timezone": "a name such as Europe/Vilnius",
    "default_language": "lt or en",
    "webhook_url": "empty, or an address that begins with https://",
    "webhook_secret": "empty, or 1 to 256 of A-Z a-z 0-9 _ -",
    "http_host": "an address of this machine such as 127.0.0.1",
    "http_port": "a whole number from 0 to 65535",
    "playground_port": "a whole number from 0 to 65535",
    "send_rate": "a number from 0 (no limit) to 1000",
    "reminders": "times such as 7d,1d,2h (days, hours, minutes) with commas between",
    "tick_seconds": "a number of seconds above 0, up to 3600",
}


def load(**overrides: Any) -> Settings:
    """Raises WrongSetting with one sentence; the wrong value itself is not repeated in it."""
    try:
        return Settings(**overrides)
    except UnicodeDecodeError:
        raise WrongSetting(".env cannot be read: it must be a text file in UTF-8.") from None
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise WrongSetting(f"{name.upper()} is not right: it must be {ALLOWED[name]}.") from None
