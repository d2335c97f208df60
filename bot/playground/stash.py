"""The files that went either way, and the Bot API's words for each kind."""

import mimetypes
import struct
from dataclasses import dataclass, field

from bot.playground.refusal import Json, bad

DOWNLOAD_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stored:
    file_id: str
    kind: str
    name: str
    mime: str
    content: bytes

    @property
    def path(self) -> str:
        """Where the bot downloads it, below `/file/bot<token>/`."""
        suffix = f".{self.name.rsplit('.', 1)[1]}" if "." in self.name else ""
        return f"{self.kind}s/file_{self.file_id.rsplit('-', 1)[1]}{suffix}"

    def ids(self) -> Json:
        """What every kind of file has."""
        return {
            "file_id": self.file_id,
            "file_unique_id": f"u{self.file_id.rsplit('-', 1)[1]}",
            "file_size": len(self.content),
        }


@dataclass(slots=True)
class Stash:
    """Every file by its id and by its path."""

    by_id: dict[str, Stored] = field(default_factory=dict)
    by_path: dict[str, Stored] = field(default_factory=dict)

    def keep(self, content: bytes, *, kind: str, name: str, mime: str = "") -> Stored:
        known = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = Stored(f"playground-{kind}-{len(self.by_id) + 1}", kind, name, known, content)
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> Stored:
        """The file of an id, or the refusal of an id nobody gave out."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad("wrong file identifier/HTTP URL specified")
        return stored

    def download(self, file_id: str) -> Json:
        """The Bot API's File: up to 20 MB."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad("invalid file_id")
        if len(stored.content) > DOWNLOAD_BYTES:
            raise bad("file is too big")
        return {**stored.ids(), "file_path": stored.path}


def part(stored: Stored, *, duration: int = 2, emoji: str = "🙂") -> Json:
    """The field of a Message that carries this file."""
    if stored.kind == "photo":
        width, height = picture_size(stored.content)
        return {"photo": [{**stored.ids(), "width": width, "height": height}]}
    if stored.kind == "voice":
        return {"voice": {**stored.ids(), "duration": duration, "mime_type": stored.mime}}
    if stored.kind == "sticker":
        kind = {"type": "regular", "is_animated": False, "is_video": False}
        size = {"width": 512, "height": 512}
        return {"sticker": {**stored.ids(), **kind, **size, "emoji": emoji}}
    names = {"file_name": stored.name, "mime_type": stored.mime}
    return {"document": {**stored.ids(), **names}}


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG, JPEG, GIF or WebP picture; anything else is refused."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith((b"GIF87a", b"GIF89a")) and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return 512, 512
    raise bad("IMAGE_PROCESS_FAILED")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4])
    raise bad("IMAGE_PROCESS_FAILED")
