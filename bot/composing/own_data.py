"""Everything kept about a person, as a file."""

import json

from bot.composing.making import Make, Making
from bot.tables import Conversation
from catalogue.people.tables import Person
from catalogue.privacy.kept import kept
from handlers.words import people as words
from scheduler.files import File
from scheduler.sender import Composed


async def my_data(key: str, making: Making) -> Composed | None:
    session, say = making.session, making.say
    person = await session.get(Person, int(key))
    if person is None or person.telegram_id is None:
        return None
    facts = await kept(session, person=person)
    conversation = await session.get(Conversation, person.telegram_id)
    facts["conversation"] = conversation.data if conversation else {}
    content = json.dumps(words.my_data(say, facts), ensure_ascii=False, indent=2)
    file = File(name=words.my_data_file(say), content=content.encode())
    return Composed("sendDocument", {"caption": str(words.my_data_comes(say))}, {"document": file})


KINDS: dict[str, Make] = {"my_data": my_data}
