import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from scheduler.wire import Unreached, Wire

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[str]:
    """The address of a server that answers everything with one handler."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/bot42:secret/sendMessage"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def wire(seconds: float = 5, upload_seconds: float = 5) -> AsyncIterator[Wire]:
    opened = Wire(connections=4, seconds=seconds, upload_seconds=upload_seconds)
    yield opened
    await opened.shutdown()


def given(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(k, v) for k, v in values.items()])


async def test_words_arrive_as_written() -> None:
    """Lithuanian letters, signs of HTML and addresses come through a form unharmed."""
    seen: dict[str, object] = {}

    async def read(request: web.Request) -> web.Response:
        seen.update(await request.post())
        return web.Response(status=418, text="ačiū")

    words = "Ėjo & „grįžo“ <b>100 %</b> a+b=c\n🙂"
    async with serving(read) as url, wire() as opened:
        answer = await opened.do_request(url, "POST", given(text=words, chat_id=-5))
    assert seen == {"text": words, "chat_id": "-5"}
    assert answer == (418, "ačiū".encode())


async def test_a_file_keeps_its_name() -> None:
    """A document arrives under the name people will see, with its content and kind."""
    seen: list[tuple[str, str, bytes]] = []

    async def read(request: web.Request) -> web.Response:
        file = (await request.post())["document"]
        assert isinstance(file, web.FileField)
        seen.append((file.filename, file.content_type, file.file.read()))
        return web.Response()

    document = InputFile(b"%PDF", filename="pažymėjimas Nr. 5.pdf")
    async with serving(read) as url, wire() as opened:
        await opened.do_request(url, "POST", given(document=document, caption="x"))
    assert seen == [("pažymėjimas Nr. 5.pdf", "application/pdf", b"%PDF")]


async def test_nobody_there_is_not_the_same_as_no_answer(unused_tcp_port: int) -> None:
    """Where no connection came about nothing was said, and it may be said again."""
    url = f"http://127.0.0.1:{unused_tcp_port}/bot42:secret/x"
    async with wire() as opened:
        with pytest.raises(Unreached) as nobody:
            await opened.do_request(url, "POST", given(text="x"))
    assert "secret" not in str(nobody.value)


async def test_a_connection_that_breaks_off() -> None:
    """After the words went out nobody knows whether they were heard."""

    async def hang_up(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async with serving(hang_up) as url, wire() as opened:
        with pytest.raises(NetworkError) as broken:
            await opened.do_request(url, "POST", given(text="x"))
    assert not isinstance(broken.value, Unreached)
    assert "secret" not in str(broken.value)


async def test_who_keeps_silent_is_not_waited_for() -> None:
    """An answer that does not come is a time-out; only a longer wait that was asked for is
    granted."""
    free = asyncio.Event()

    async def silent(_: web.Request) -> web.Response:
        await free.wait()
        return web.Response(text="labas")

    async with serving(silent) as url, wire(seconds=0.05) as opened, asyncio.TaskGroup() as group:
        with pytest.raises(TimedOut):
            await opened.do_request(url, "POST", given(text="x"))
        with pytest.raises(TimedOut):
            await opened.do_request(url, "POST", given(text="x"), read_timeout=0.01)
        patient = group.create_task(opened.do_request(url, "POST", None, read_timeout=20))
        with pytest.raises(TimedOut):
            await opened.do_request(url, "POST", None, read_timeout=BaseRequest.DEFAULT_NONE)
        free.set()
    assert patient.result() == (200, b"labas")


async def test_a_file_has_more_time() -> None:
    """What takes long to upload is not given up as soon as a message is."""
    free = asyncio.Event()

    async def slow(request: web.Request) -> web.Response:
        await request.read()
        await free.wait()
        return web.Response()

    document = given(document=InputFile(b"x" * 100_000, filename="a.bin"))
    async with serving(slow) as url, wire(0.05, 20) as opened, asyncio.TaskGroup() as group:
        upload = group.create_task(opened.do_request(url, "POST", document))
        with pytest.raises(TimedOut):
            await opened.do_request(url, "POST", given(text="x"))
        free.set()
    assert upload.result()[0] == 200


async def test_closed_it_can_be_opened_again() -> None:
    """Closing twice, or before the first word, is no mistake; a request opens it anew."""

    async def hello(_: web.Request) -> web.Response:
        return web.Response(text="labas")

    async with serving(hello) as url, wire() as opened:
        await opened.initialize()
        await opened.shutdown()
        for _ in range(2):
            assert (await opened.do_request(url, "GET")) == (200, b"labas")
            await opened.shutdown()
