"""A plan that was published, and what became different in one, for those who follow it."""

from datetime import date

from bot.composing.making import Make, Making, said
from catalogue.centres.tables import Centre
from catalogue.people.tables import Person
from catalogue.plans import queries
from catalogue.plans.following import followed, told_to
from catalogue.plans.stretches import Stretch
from catalogue.plans.tables import PublishedPlan
from handlers import keyboards
from handlers.planning import Shown, card_link, files, post, stops, whole
from handlers.words import plans as words
from scheduler.plans import CHANGES, POST
from scheduler.sender import Composed


async def plan_post(key: str, making: Making) -> Composed | None:
    """None when it was published once more meanwhile, or is followed no longer."""
    number, person_id = map(int, key.split(":"))
    session, say = making.session, making.say
    plan = await session.get_one(PublishedPlan, number)
    stretch = stretch_of(plan)
    last = await queries.latest(session, stretch, plan.centre_id, whole=True)
    own = await own_plans(making, person_id, plan.centre_id)
    if not own or (last is not None and last.id != plan.id):
        return None
    shown = Shown(await session.get_one(Centre, plan.centre_id), stretch)
    text = await post(session, say, making.house, shown, now=making.now)
    rows = [[whole(say, shown)], files(say, shown), *stops(say, own)]
    return said(text, keyboards.rows(rows))


async def plan_changes(key: str, making: Making) -> Composed | None:
    """None when nothing of it is news to the person any more."""
    number, _, day = key.partition(":")
    session, say, now = making.session, making.say, making.now
    person = await session.get_one(Person, int(number))
    told = await told_to(session, person, date.fromisoformat(day), now=now)
    if not told:
        return None
    text = words.news(say, told, link=card_link(making.house), now=now)
    centres = [one.centre.id for one in told]
    begin = min(change.entry.starts_at for one in told for change in one.changes)
    stretch = Stretch(say.local(begin).date().replace(day=1))
    shown = Shown(told[0].centre if len(told) == 1 else None, stretch)
    own = await own_plans(making, person.id, *centres)
    rows = [[whole(say, shown)], *stops(say, own)]
    return said(text, keyboards.rows(rows))


async def own_plans(making: Making, person_id: int, *centre_ids: int) -> list[Centre | None]:
    """Of what the person follows, that for which a message about these centres came."""
    person = await making.session.get_one(Person, person_id)
    return [
        centre
        for one, centre in await followed(making.session, person)
        if one.centre_id is None or one.centre_id in centre_ids
    ]


def stretch_of(plan: PublishedPlan) -> Stretch:
    month = Stretch(plan.first_day)
    return month if month.last == plan.last_day else Stretch(plan.first_day, is_year=True)


KINDS: dict[str, Make] = {POST: plan_post, CHANGES: plan_changes}
