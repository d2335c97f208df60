"""Meeting a person, and their name."""

import unicodedata
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import insert_into
from catalogue.people.refusals import NotAName
from catalogue.people.tables import Person

LONGEST_NAME = 100
LONGEST_ACCESS_NEED = 500
#: Accents and vowel signs that stand on or beside a letter.
MARKS = frozenset({"Mn", "Mc"})


async def meet(
    session: AsyncSession, *, telegram_id: int, client_language: str, now: datetime
) -> Person:
    """The person of this Telegram account, made at the first meeting, locked for this turn.

    Who writes to us can be reached again. Rows that name the person go on being written meanwhile:
    staff who hold an event that this turn waits for may be about to note something of them.
    """
    one = select(Person).where(Person.telegram_id == telegram_id).with_for_update(key_share=True)
    person = await session.scalar(one)
    if person is None:
        await session.execute(
            insert_into(session, Person)
            .values(telegram_id=telegram_id, client_language=client_language, met_at=now, name="")
            .on_conflict_do_nothing()
        )
        person = (await session.scalars(one)).one()
    person.client_language = client_language
    person.unreachable_since = None
    return person


def clean_name(written: str) -> str:
    """First and last name as written, with single spaces. Raises NotAName.

    Names are many: hyphens, apostrophes, particles and one-letter initials are all right;
    digits, links, commands and smileys are not a name.
    """
    name = " ".join(unicodedata.normalize("NFC", written).split())
    letters = [sum(character.isalpha() for character in word) for word in name.split()]
    allowed = all(c.isalpha() or unicodedata.category(c) in MARKS or c in " -.'’‘`" for c in name)
    parts = sum(number > 0 for number in letters)
    marks = sum(unicodedata.category(character) in MARKS for character in name)
    allowed = allowed and marks <= 2 * sum(letters)
    if not allowed or parts < 2 or sum(letters) < 3 or len(name) > LONGEST_NAME:
        raise NotAName(written)
    return name
