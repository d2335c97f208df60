"""Who is staff, and where their rights reach."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.rights import EVERYWHERE, RIGHTS, Realm, Right, roles_with
from catalogue.people.tables import Lecturing, Person, Role, StaffMember


async def realm(
    session: AsyncSession, *, person: Person, right: Right, owner_ids: Collection[int] = ()
) -> Realm:
    """Where the person's roles give them the right; the owners of the house have it everywhere."""
    if person.telegram_id in owner_ids:
        return EVERYWHERE
    mine = [
        (role, centre_id)
        for role, centre_id in await session.execute(
            select(StaffMember.role, StaffMember.centre_id).where(
                StaffMember.person_id == person.id
            )
        )
        if right in RIGHTS[role]
    ]
    own = select(Lecturing.event_id).where(Lecturing.person_id == person.id)
    teaches = any(role is Role.LECTURER for role, _ in mine)
    events = frozenset(await session.scalars(own)) if teaches else frozenset[int]()
    centres = {centre_id for role, centre_id in mine if role is not Role.LECTURER}
    if None in centres:
        return Realm(centres=None, events=events)
    return Realm(frozenset(one for one in centres if one is not None), events)


async def rights_of(session: AsyncSession, *, person: Person) -> frozenset[Right]:
    """Every right their roles give them, wherever."""
    roles = select(StaffMember.role).where(StaffMember.person_id == person.id)
    return frozenset[Right]().union(*(RIGHTS[role] for role in await session.scalars(roles)))


async def staff_of(session: AsyncSession, *, centre_id: int, right: Right) -> list[Person]:
    """Everybody who has the right at the centre as a whole, each once."""
    rows = await session.scalars(
        select(Person)
        .where(
            Person.id.in_(
                select(StaffMember.person_id).where(
                    _at(centre_id),
                    StaffMember.role.in_(roles_with(right)),
                    StaffMember.role != Role.LECTURER,
                )
            )
        )
        .order_by(Person.id)
    )
    return list(rows)


async def owners(session: AsyncSession, owner_ids: Collection[int]) -> Sequence[Person]:
    """Those of the house whom we have met."""
    query = select(Person).where(Person.telegram_id.in_(owner_ids)).order_by(Person.id)
    return (await session.scalars(query)).all()


def _at(centre_id: int | None) -> ColumnElement[bool]:
    return or_(StaffMember.centre_id == centre_id, StaffMember.centre_id.is_(None))
