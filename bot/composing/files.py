"""What a job has made, as it is sent."""

from bot.composing.making import Make, Making
from scheduler.files import KIND, File, KeptFile
from scheduler.sender import Composed


async def kept_file(key: str, making: Making) -> Composed | None:
    """Nothing where it was kept too long ago."""
    kept = await making.session.get(KeptFile, int(key))
    if kept is None:
        return None
    field = "photo" if kept.is_picture else "document"
    method = "sendPhoto" if kept.is_picture else "sendDocument"
    return Composed(method, kept.payload, {field: File(kept.name, kept.content)})


KINDS: dict[str, Make] = {KIND: kept_file}
