"""What every job works with beside its own facts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers.talk import House
from handlers.words.speech import Speech
from scheduler.jobs import Do
from scheduler.mouth import Mouth


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """`voices` by language."""

    house: House
    voices: Mapping[str, Speech]
    mouth: Mouth

    async def fetch(self, file_id: str) -> bytes:
        """A file that a person sent, as it came. Raises TelegramError."""
        file = await self.mouth.get_file(file_id)
        return bytes(await file.download_as_bytearray())


Make = Callable[[Means], Do]
