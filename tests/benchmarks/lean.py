"""A Telegram that costs next to nothing: it says yes to everything, after a round trip.

It runs in a process of its own, so that what is measured is the sender.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Yes(asyncio.Protocol):
    """Requests of one connection come one after the other, as with every client of HTTP/1.1."""

    delay = 0.0
    count = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.received = b""

    def data_received(self, data: bytes) -> None:
        self.received += data
        head, found, rest = self.received.partition(b"\r\n\r\n")
        if not found or len(rest) < _length(head):
            return
        self.received = b""
        asyncio.get_running_loop().call_later(self.delay, self.answer)

    def answer(self) -> None:
        Yes.count += 1
        result = {"message_id": Yes.count, "date": 0, "chat": {"id": 1, "type": "private"}}
        body = json.dumps({"ok": True, "result": result | {"text": "x" * 200}}).encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self.transport.write(head % len(body) + body)


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


async def _serve(delay: float) -> None:
    Yes.delay = delay
    server = await asyncio.get_running_loop().create_server(Yes, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@asynccontextmanager
async def lean_telegram(delay: float) -> AsyncIterator[str]:
    """Its address."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, str(delay), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(await process.stdout.readline())}"
    finally:
        process.kill()
        await process.wait()


if __name__ == "__main__":
    asyncio.run(_serve(float(sys.argv[1])))
