"""What people tell of their work, so that the right news reach them and staff can call."""

import re
import unicodedata

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import ConsentNeeded, NotATelephone
from catalogue.people.tables import Person, PersonTrait, Trait
from catalogue.search.audiences import groups
from catalogue.search.normalise import fold
from catalogue.search.places import take_city
from catalogue.search.sentence import Sentence

LONGEST_VALUE = 120
#: How many of a kind one person may have.
MOST = {Trait.GROUP: 12, Trait.SUBJECT: 12, Trait.CITY: 1, Trait.SCHOOL: 1}

_LITHUANIAN = re.compile(r"(?:\+?370|0|8)(\d{8})")
_ABROAD = re.compile(r"\+[1-9]\d{7,14}")


def with_consent(person: Person) -> None:
    """Raises ConsentNeeded: whoever pressed is asked for it once, and goes on by itself."""
    if person.consented_at is None:
        raise ConsentNeeded


def clean_value(kind: Trait, written: str) -> str:
    """As it is kept: single spaces, bounded; a town in its nominative where we know it."""
    value = " ".join(unicodedata.normalize("NFC", written).split())[:LONGEST_VALUE].strip()
    if kind is not Trait.CITY:
        return value
    town, _ = take_city(Sentence(value))
    return town or value


def clean_telephone(written: str) -> str:
    """The number with its country, as +37061234567. Raises NotATelephone."""
    digits = re.sub(r"[\s().\-–]", "", written)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if found := _LITHUANIAN.fullmatch(digits):
        return f"+370{found[1]}"
    if not digits.startswith("+370") and _ABROAD.fullmatch(digits):
        return digits
    raise NotATelephone(written)


async def traits_of(session: AsyncSession, person: Person) -> dict[Trait, list[str]]:
    """Every kind has its list, in the order told."""
    rows = await session.execute(
        select(PersonTrait.kind, PersonTrait.value)
        .where(PersonTrait.person_id == person.id)
        .order_by(PersonTrait.id)
    )
    told: dict[Trait, list[str]] = {kind: [] for kind in Trait}
    for kind, value in rows:
        told[kind].append(value)
    return told


async def add(session: AsyncSession, person: Person, kind: Trait, value: str) -> None:
    """Of a kind of which one has only one, it takes the other's place; what is told is kept once,
    and what is too much is not kept.
    """
    value = clean_value(kind, value)
    told = (await traits_of(session, person))[kind]
    if MOST[kind] == 1:
        await clear(session, person, kind)
        told = []
    is_known = fold(value) in map(fold, told)
    if value and not is_known and len(told) < MOST[kind]:
        session.add(PersonTrait(person_id=person.id, kind=kind, value=value, key=fold(value)))
        await session.flush()


async def remove(session: AsyncSession, person: Person, kind: Trait, value: str) -> None:
    await session.execute(
        delete(PersonTrait).where(
            PersonTrait.person_id == person.id,
            PersonTrait.kind == kind,
            PersonTrait.key == fold(value),
        )
    )


async def clear(session: AsyncSession, person: Person, kind: Trait) -> None:
    await session.execute(
        delete(PersonTrait).where(PersonTrait.person_id == person.id, PersonTrait.kind == kind)
    )


async def known_values(session: AsyncSession, kind: Trait) -> list[str]:
    """What people have told of this kind, the most frequent first, each in one spelling; of
    groups then all the others there are.
    """
    rows = await session.execute(
        select(func.min(PersonTrait.value), func.count())
        .where(PersonTrait.kind == kind)
        .group_by(PersonTrait.key)
        .order_by(func.count().desc(), PersonTrait.key)
    )
    told = [value for value, _ in rows]
    keys = {fold(value) for value in told}
    others = groups() if kind is Trait.GROUP else ()
    return [*told, *(one.name for one in others if fold(one.name) not in keys)]
