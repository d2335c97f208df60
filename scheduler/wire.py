"""The HTTP below python-telegram-bot: its documented seam, on aiohttp.

Of its own transport (httpx) half the time went into looking for a free connection: with 40 sends
in flight 115 messages a second came through, with this one several times as many. It also wrote
the token into the log with each address.
"""

from functools import lru_cache
from typing import Any
from urllib.parse import quote_plus
from urllib.request import getproxies

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

FORM = "application/x-www-form-urlencoded"


class Unreached(NetworkError):  # noqa: N818 -- it says what happened
    """No connection came about, so nothing can have been said."""


class Wire(BaseRequest):
    """Opens with the first request, so that it can be made before there is an event loop."""

    def __init__(self, *, connections: int, seconds: float = 30, upload_seconds: float = 120):
        self._connections = connections
        self._seconds = seconds
        self._upload_seconds = upload_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._seconds

    async def initialize(self) -> None:
        """Nothing to do before the first request."""

    async def shutdown(self) -> None:
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(  # noqa: PLR0917 -- its signature is the library's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One time-out for all of it; only a longer `read_timeout` is heeded."""
        del write_timeout, connect_timeout, pool_timeout
        uploads = request_data is not None and request_data.contains_files
        seconds = self._upload_seconds if uploads else self._seconds
        if isinstance(read_timeout, int | float):
            seconds = max(seconds, read_timeout)
        try:
            return await self._request(url, method, request_data, seconds)
        except aiohttp.ClientConnectorError as error:
            raise Unreached(type(error).__name__) from error
        except aiohttp.ConnectionTimeoutError as error:
            raise Unreached(type(error).__name__) from error
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error

    async def _request(
        self, url: str, method: str, request_data: RequestData | None, seconds: float
    ) -> tuple[int, bytes]:
        session = self._opened()
        timeout = aiohttp.ClientTimeout(total=seconds, connect=min(seconds, 10))
        body, headers = _body(request_data)
        async with session.request(
            method, url, data=body, headers=headers, timeout=timeout
        ) as response:
            return response.status, await response.read()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=bool(getproxies()),
            )
        return self._session


@lru_cache(maxsize=64)
def _quoted(value: str) -> str:
    """What is said to thousands is quoted once; that took longer than all else about a message."""
    return quote_plus(value)


def _body(given: RequestData | None) -> tuple[Any, dict[str, str]]:
    if given is None:
        return None, {}
    if not given.contains_files:
        fields = (f"{_quoted(k)}={_quoted(v)}" for k, v in given.json_parameters.items())
        return "&".join(fields).encode(), {"Content-Type": FORM}
    # Telegram reads a file's name as it stands, and not percent-encoded.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in given.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in given.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}
