"""A new event, described step by step: what is asked next, and the draft that comes of it."""

import enum
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.editing.importing import take_in
from catalogue.files.drafts import EventDraft, drafts
from catalogue.files.rows import RawRow, meeting, value_of
from catalogue.people.tables import Person
from catalogue.programme.codes import LONGEST, derived
from catalogue.programme.refused import Reason, WrongCell
from catalogue.programme.tables import Event, Mode, NewEvent, Status


class Step(enum.StrEnum):
    """What is asked, in this order; each is a column of a programme file, but for the centre."""

    CENTRE = "centre"
    TITLE = "title_lt"
    FORM = "form"
    WHEN = "start"
    MODE = "mode"
    CITY = "city"
    PLACE = "place"
    LINK = "join_url"
    AUDIENCE = "audience"
    SEATS = "seats"
    PRICE = "price_eur"
    HOURS = "hours"


#: Without these there is no event.
REQUIRED = frozenset({Step.CENTRE, Step.TITLE, Step.WHEN})
_NUMBER = len("-9999")
_NOT_ASKED = {Mode.ONLINE: {Step.CITY, Step.PLACE}, Mode.ONSITE: {Step.LINK}}


async def of_person(session: AsyncSession, person: Person) -> NewEvent | None:
    """The one they have begun to describe."""
    found: NewEvent | None = await session.get(NewEvent, person.id)
    return found


async def begin(
    session: AsyncSession, person: Person, *, centre_id: int | None, asks: bool, now: datetime
) -> NewEvent:
    """Afresh; one begun before is thrown away. With `asks` they say first of which centre it is."""
    await forget(session, person=person)
    step = Step.CENTRE if asks else Step.TITLE
    new = NewEvent(person_id=person.id, centre_id=centre_id, step=step, cells={}, begun_at=now)
    session.add(new)
    await session.flush()
    return new


async def forget(session: AsyncSession, *, person: Person) -> None:
    if (new := await of_person(session, person)) is not None:
        await session.delete(new)
        await session.flush()


def put(new: NewEvent, text: str, zone: ZoneInfo) -> Step | None:
    """The answer to what is asked now, read as a file is read; and goes on to the next step.

    Returns it, None where all is said. Raises WrongCell.
    """
    step = Step(new.step)
    if step is Step.WHEN:
        text = "\n".join(line for line in map(str.strip, text.splitlines()) if line)
        for line in text.splitlines():
            meeting(line, zone)
    else:
        value = value_of(step.value, text, zone)
        text = value.value if isinstance(value, Mode) else text
    if step in REQUIRED and not text.strip():
        raise WrongCell(Reason.MISSING)
    new.cells = new.cells | {step.value: text}
    return go_on(new)


def go_on(new: NewEvent) -> Step | None:
    """To the next step."""
    return _turn(new, 1)


def go_back(new: NewEvent) -> Step | None:
    """To the step before; None at the first."""
    return _turn(new, -1)


def asked(cells: Mapping[str, str]) -> tuple[Step, ...]:
    """What there is to ask, as far as is known how people take part; the centre is asked once."""
    mode = Mode(cells["mode"]) if cells.get("mode") in set(Mode) else None
    left_out = _NOT_ASKED.get(mode, set()) if mode else set()
    return tuple(step for step in Step if step not in left_out and step is not Step.CENTRE)


async def make(
    session: AsyncSession, new: NewEvent, *, centre: Centre | None, now: datetime, zone: ZoneInfo
) -> Event:
    """A draft of what has been said; nobody sees it yet. Raises WrongCell."""
    cells = {key: cell for key, cell in new.cells.items() if key != Step.WHEN.value}
    lines = new.cells[Step.WHEN.value].splitlines()
    starts_at = min(meeting(line, zone)[0] for line in lines)
    organiser = centre.name if centre else ""
    title = cells[Step.TITLE.value]
    cells["code"] = derived(organiser=organiser, title=title, starts_at=starts_at)
    rows = [RawRow(number, cells | {"start": line}) for number, line in enumerate(lines, start=1)]
    made, refused = drafts(rows, zone)
    if refused:
        raise WrongCell(refused[0].reason, **refused[0].values)
    event = await made_of(session, made[0], centre=centre, now=now)
    await session.delete(new)
    await session.flush()
    return event


async def made_of(
    session: AsyncSession, draft: EventDraft, *, centre: Centre | None, now: datetime
) -> Event:
    """A new draft in the programme, never one that is there already: it gets a code of its own."""
    code = await free_code(session, draft.code)
    own = replace(draft, code=code, code_as_written="", organiser="", status=Status.DRAFT)
    report = await take_in(session, [own], now=now, default_centre=centre)
    return report.added[0]


async def free_code(session: AsyncSession, code: str) -> str:
    """The code, or where some centre has it, the same with a number."""
    beginning = code[: LONGEST - _NUMBER]
    number, free = 1, code
    while await session.scalar(select(Event.id).where(Event.code == free).limit(1)):
        number += 1
        free = f"{beginning}-{number}"
    return free


def _turn(new: NewEvent, by: int) -> Step | None:
    steps = asked(new.cells)
    here = Step(new.step)
    place = steps.index(here) + by if here in steps else 0
    if not 0 <= place < len(steps):
        return None
    new.step = steps[place].value
    return steps[place]
