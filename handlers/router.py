"""All handlers in the order in which they are asked."""

import functools
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Dispatcher
from aiogram.types import TelegramObject

from handlers import (
    asking,
    attending,
    bank,
    becoming_head,
    browsing,
    cards,
    certificates,
    changes,
    confirming,
    enquiring,
    fallback,
    feedback,
    gathering,
    heads,
    heads_settings,
    hours,
    inline,
    introducing,
    joining,
    leaving,
    materials,
    mine,
    needs,
    offers,
    own_entries,
    passing,
    paying,
    planning,
    practice,
    profile,
    reminding,
    start,
    subscribing,
    telling,
    verifying,
    why,
    work,
)
from handlers.office import (
    adding,
    announcing,
    announcing_audience,
    announcing_steps,
    attendance,
    copying,
    creating,
    demand,
    details,
    door,
    editing,
    enquiries,
    examples,
    exporting,
    fields,
    glossary,
    holidays,
    intake,
    inviting,
    journal,
    known_answers,
    lecturers,
    lectures,
    life,
    managing,
    meetings,
    messaging,
    needs_questions,
    needs_results,
    numbers,
    papers,
    participant,
    participants,
    pasting,
    phoning,
    plans,
    ratings,
    reports,
    target,
    taught,
    topics,
    uniting,
    walk_ins,
    whose_list,
    years,
)
from handlers.office import certificates as office_certificates
from handlers.office import confirming as office_confirming
from handlers.office import feedback as office_feedback
from handlers.office import gathering as office_gathering
from handlers.office import heads as office_heads
from handlers.office import leaving as leave_requests
from handlers.office import materials as office_materials
from handlers.office import needs as office_needs
from handlers.office import paying as bills
from handlers.office import practice as office_practice
from handlers.office import staff as office_staff

PARTS = (
    start,
    browsing,
    planning,
    mine,
    certificates,
    verifying,
    hours,
    own_entries,
    confirming,
    office_confirming,
    profile,
    heads,
    becoming_head,
    heads_settings,
    reminding,
    subscribing,
    gathering,
    why,
    office_staff,
    office_heads,
    inviting,
    lecturers,
    lectures,
    life,
    fields,
    creating,
    office_gathering,
    copying,
    details,
    editing,
    meetings,
    years,
    journal,
    whose_list,
    participants,
    participant,
    attendance,
    walk_ins,
    door,
    leave_requests,
    uniting,
    phoning,
    messaging,
    adding,
    bills,
    papers,
    office_certificates,
    target,
    office_materials,
    office_feedback,
    feedback,
    ratings,
    office_practice,
    examples,
    practice,
    bank,
    office_needs,
    needs_questions,
    needs_results,
    needs,
    materials,
    intake,
    pasting,
    plans,
    exporting,
    numbers,
    reports,
    demand,
    announcing,
    announcing_audience,
    announcing_steps,
    work,
    holidays,
    glossary,
    taught,
    enquiries,
    topics,
    known_answers,
    enquiring,
    telling,
    joining,
    leaving,
    passing,
    offers,
    paying,
    changes,
    managing,
    introducing,
    cards,
    inline,
    attending,
    asking,
    fallback,
)


@functools.cache
def dispatcher() -> Dispatcher:
    """Commands and buttons first, then the steps of a form, then free text, then the rest.

    Each update is fed with its `turn`, which wraps everything else; there is one dispatcher in a
    process, since a router belongs to one for ever.
    """
    hears = Dispatcher(disable_fsm=True)
    hears.update.outer_middleware(_in_its_turn)
    for part in PARTS:
        hears.include_router(part.router)
    return hears


async def _in_its_turn(
    handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
    event: TelegramObject,
    data: dict[str, Any],
) -> None:
    await data["turn"](handler, event, data)
