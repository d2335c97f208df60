"""What a job works with."""

from typing import cast

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.jobs.means import Means
from handlers.talk import House
from scheduler.mouth import Mouth
from scheduler.pace import Pace


async def test_a_file_is_fetched_as_it_came() -> None:
    """By its number, through the same server as everything else."""

    async def path_of(_request: web.Request) -> web.Response:
        found = {"file_id": "F1", "file_unique_id": "u", "file_path": "documents/f.xlsx"}
        return web.json_response({"ok": True, "result": found})

    async def content(_request: web.Request) -> web.Response:
        return web.Response(body=b"\x00PK\xff")

    app = web.Application()
    app.router.add_post("/bot42:x/getFile", path_of)
    app.router.add_get("/file/bot42:x/documents/f.xlsx", content)
    server = TestServer(app)
    await server.start_server()
    mouth = Mouth("42:x", pace=Pace(0), api_url=str(server.make_url("")))
    means = Means(house=cast("House", None), voices={}, mouth=mouth)
    assert await means.fetch("F1") == b"\x00PK\xff"
    await mouth.shutdown()
    await server.close()
