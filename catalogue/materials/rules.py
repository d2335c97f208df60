"""Giving something to those who were there: a file as Telegram keeps it, or a link."""

import re
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import wake_clock
from catalogue.files import cells
from catalogue.materials.queries import of_event
from catalogue.materials.refusals import NotAMaterial, NotATitle, TooManyMaterials
from catalogue.materials.tables import ForWhom, Material, Medium
from catalogue.programme.refused import WrongCell
from catalogue.programme.tables import Event

LONGEST_TITLE = 120
LONGEST_LINK = 2000
#: Telegram shows no more rows of buttons in one message comfortably.
MOST = 30

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]+")
#: Where recordings are shown; whoever sends a link to one need not say so.
_RECORDINGS = re.compile(r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com)$")


def has_link(text: str) -> bool:
    return _LINK.search(text) is not None


def linked(text: str) -> tuple[str, str]:
    """The address in what was written, and the words around it, which name it. Raises
    NotAMaterial.
    """
    found = _LINK.search(text)
    if found is None:
        raise NotAMaterial
    address = found[0].rstrip(".,;)")
    rest = f"{text[: found.start()]} {text[found.start() + len(address) :]}"
    return a_link(address), " ".join(rest.split()).strip(" -–—:,.;")


def a_link(address: str) -> str:
    """An address of the web with a name of a host; neither a machine of our own nor a password in
    it. Raises NotAMaterial.
    """
    try:
        parts = urlsplit(address)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        raise NotAMaterial from None
    host = parts.hostname or ""
    is_sound = (
        parts.scheme.lower() in {"http", "https"}
        and _HOST.fullmatch(host) is not None
        and "@" not in parts.netloc
        and port_is_sound
        and len(address) <= LONGEST_LINK
    )
    if not is_sound:
        raise NotAMaterial
    return address


def host_of(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def shows_recordings(address: str) -> bool:
    return _RECORDINGS.search(host_of(address)) is not None


def a_title(text: str) -> str:
    """One line. Raises NotATitle."""
    try:
        title = cells.text(text, longest=LONGEST_TITLE)
    except WrongCell:
        raise NotATitle from None
    if not title:
        raise NotATitle
    return title


async def add(
    session: AsyncSession,
    event: Event,
    *,
    medium: Medium,
    address: str,
    title: str,
    is_recording: bool,
    now: datetime,
) -> Material:
    """The last of the event's, for those who come, until staff say otherwise; of a title that is
    too long its beginning. Raises TooManyMaterials.
    """
    others = await of_event(session, event.id)
    if len(others) >= MOST:
        raise TooManyMaterials
    material = Material(
        event_id=event.id,
        position=max((one.position for one in others), default=0) + 1,
        title=" ".join(title.split())[:LONGEST_TITLE].strip(),
        medium=medium,
        address=address,
        is_recording=is_recording,
        for_whom=ForWhom.CAME,
        added_at=now,
    )
    session.add(material)
    await session.flush()
    wake_clock(session)
    return material


async def move(session: AsyncSession, material: Material, *, by: int) -> None:
    """One place up (-1) or down (1) among the others of its event; at the end it stays."""
    others = list(await of_event(session, material.event_id))
    place = others.index(material)
    if 0 <= place + by < len(others):
        others[place], others[place + by] = others[place + by], others[place]
    for position, one in enumerate(others, start=1):
        one.position = position
    await session.flush()


async def remove(session: AsyncSession, material: Material) -> None:
    await session.delete(material)
    await session.flush()
