"""The words that staff have taught, as a file that can be proposed for everybody."""

from bot.composing.making import Make, Making
from catalogue.glossary.queries import all_taught, as_file
from handlers.words.office import glossary as words
from scheduler.files import File
from scheduler.sender import Composed


async def taught_words(_key: str, making: Making) -> Composed:
    content = as_file(await all_taught(making.session))
    file = File(name=words.file_name(making.say), content=content.encode())
    caption = str(words.file_comes(making.say))
    return Composed("sendDocument", {"caption": caption}, {"document": file})


KINDS: dict[str, Make] = {"taught_words": taught_words}
