"""Files that went either way."""

import struct

import pytest

from bot.playground import deeds
from bot.playground.people import Person
from bot.playground.refusal import Refused
from bot.playground.server import Server
from bot.playground.stash import Stash, part, picture_size
from tests.bot.playground.conftest import Caller
from tests.bot.playground.test_deeds import PNG


async def test_too_big_to_download(server: Server, call: Caller, ona: Person) -> None:
    """A bot downloads up to 20 MB."""
    content = bytes(20 * 1024 * 1024 + 1)
    letter = deeds.upload(server.world, ona, "document", content=content, name="a.bin")
    refused = await call("getFile", file_id=letter.message["document"]["file_id"])
    assert refused.words == "Bad Request: file is too big"


async def test_a_file_goes_round(server: Server, call: Caller, ona: Person) -> None:
    """What a person sends, the bot downloads, and sends again by its id."""
    letter = deeds.upload(server.world, ona, "document", content=b"abc", name="planas.xlsx")
    file_id = letter.message["document"]["file_id"]
    path = (await call("getFile", file_id=file_id)).result["file_path"]
    async with call.session.get(f"{call.url}/file/bot{call.token}/{path}") as response:
        assert await response.read() == b"abc"
    again = await call("sendDocument", chat_id=ona.id, document=file_id)
    assert again.result["document"]["file_id"] == file_id


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x06JFIF\xff\xc4\x00\x04ab\xff\xc2\x00\x0b\x08"
    + struct.pack(">HH", 20, 30)
    + b"\x03" * 9
)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (PNG, (5, 7)),
        (b"GIF89a" + struct.pack("<HH", 3, 4), (3, 4)),
        (JPEG, (30, 20)),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", (512, 512)),
    ],
)
def test_sizes_of_pictures(content: bytes, size: tuple[int, int]) -> None:
    """Width before height, of every kind people send."""
    assert picture_size(content) == size


@pytest.mark.parametrize(
    "content",
    [b"", b"text", PNG[:20], b"GIF89a\x01", b"\xff\xd8", JPEG[:20], b"\xff\xd8" + b"x" * 40],
)
def test_what_is_no_picture(content: bytes) -> None:
    """A text, or a picture that breaks off, is refused as Telegram does."""
    with pytest.raises(Refused, match="IMAGE_PROCESS_FAILED"):
        picture_size(content)


@pytest.mark.parametrize(
    ("name", "kind", "mime", "suffix"),
    [
        ("planas.pdf", "document", "application/pdf", ".pdf"),
        ("Žurnalas 2026.m.xlsx", "document", None, ".xlsx"),
        ("be galo", "document", "application/octet-stream", ""),
        ("a.png", "photo", "image/png", ".png"),
    ],
)
def test_a_file_is_found_by_id_and_path(
    name: str, kind: str, mime: str | None, suffix: str
) -> None:
    """Each has an id, a path of its own that keeps the ending, and the kind its name tells."""
    stash = Stash()
    stash.keep(b"a", kind=kind, name=name)
    stored = stash.keep(b"abc", kind=kind, name=name)
    assert stash.find(stored.file_id) is stored
    assert stash.by_path[stash.download(stored.file_id)["file_path"]] is stored
    assert stored.path.endswith(suffix)
    assert mime is None or stored.mime == mime
    assert stored.ids()["file_size"] == 3


def test_nobody_gave_out_this_id() -> None:
    """An unknown id is refused, to send again as well as to download."""
    for way in (Stash().find, Stash().download):
        with pytest.raises(Refused):
            way("playground-document-1")


@pytest.mark.parametrize("kind", ["document", "photo", "voice", "sticker"])
def test_a_message_carries_its_file(kind: str) -> None:
    """Each kind stands in its own field; a photo is a list of sizes, as on Telegram."""
    stored = Stash().keep(PNG, kind=kind, name="a.png")
    ((field, carried),) = part(stored).items()
    assert field == kind
    shown = carried[-1] if kind == "photo" else carried
    assert shown["file_id"] == stored.file_id
