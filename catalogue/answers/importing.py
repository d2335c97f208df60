"""A centre's own file taken in: from then on it is what we know of that centre."""

from typing import Literal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.pages import NotACentre, Page
from catalogue.centres.queries import by_slug
from catalogue.centres.tables import Centre
from catalogue.programme.revisions import stamp, stamp_answers
from catalogue.programme.tables import Event


async def take_in(session: AsyncSession, page: Page) -> Literal["added", "changed", "unchanged"]:
    """By its slug; the centre is made where there is none. Raises NotACentre without slug or name.

    Its events are counted as changed, since they are found by the centre's names too.
    """
    if not page.slug or not page.name:
        raise NotACentre("slug, name")
    centre = await by_slug(session, page.slug)
    wanted = page.row()
    wanted.facts = {key: dict(fact) for key, fact in page.facts.items()}
    wanted.company_code = page.company_code or (centre.company_code if centre else "")
    if centre is None:
        session.add(wanted)
        await stamp_answers(session)
        await stamp(session)
        return "added"
    if _told(centre) == _told(wanted):
        return "unchanged"
    centre.name, centre.name_en = wanted.name, wanted.name_en
    centre.other_names, centre.facts = wanted.other_names, wanted.facts
    centre.company_code = wanted.company_code
    await stamp_answers(session)
    await stamp(session, *await session.scalars(select(Event).where(Event.centre_id == centre.id)))
    return "changed"


def _told(centre: Centre) -> tuple[object, ...]:
    return centre.name, centre.name_en, centre.other_names, centre.facts, centre.company_code
