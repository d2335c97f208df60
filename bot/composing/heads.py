"""The letter of the month to heads, the one question to teachers, and who waits for staff."""

from datetime import date

from bot.composing.making import Make, Making, said
from catalogue.heads import naming
from catalogue.heads.completed import completed
from catalogue.heads.leading import leading
from catalogue.heads.months import before
from catalogue.heads.planned import planned
from catalogue.heads.tables import Head
from catalogue.heads.teachers import workplace
from catalogue.people import staff
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from catalogue.plans.stretches import Stretch
from handlers import keyboards
from handlers.callbacks.schools import BeHead, HeadDeed, MySchool, ShowName
from handlers.heads import month_doors
from handlers.keyboards import press as button
from handlers.office.callbacks.heads import AboutHead, OneHead
from handlers.planning import card_link
from handlers.words import heads as words
from handlers.words import labels, school_months
from handlers.words import naming as naming_words
from handlers.words.office import heads as office_words
from handlers.words.office import labels as office_labels
from scheduler.heads import ASKS, MONTH, NAMING
from scheduler.sender import Composed


async def head_month(key: str, making: Making) -> Composed | None:
    """The key is the head and the month. None where it is not wanted any more, or tells nothing."""
    number, _, day = key.partition(":")
    session, say, month = making.session, making.say, date.fromisoformat(day)
    head = await session.get(Head, int(number))
    if head is None or not head.wants_letters:
        return None
    zone = say.timezone
    lines = await planned(session, head.groups, month, zone=zone, now=making.now)
    told = await completed(session, head, before(month), zone=zone)
    if not lines and not (told and (told.named or told.others)):
        return None
    text = school_months.letter(
        say,
        month,
        lines,
        told,
        link=card_link(making.house),
        now=making.now,
        is_confirmed=head.confirmed_at is not None,
    )
    rows = [
        *month_doors(say, Stretch(month)),
        [button(say(labels.MY_SCHOOL), MySchool())],
        [button(say(labels.NO_LETTERS), BeHead(deed=HeadDeed.NO_LETTERS))],
    ]
    return said(text, keyboards.rows(rows))


async def head_naming(key: str, making: Making) -> Composed | None:
    """The key is the teacher. None where they chose already, or where no head whom staff have
    confirmed is at their school any more.
    """
    session, say = making.session, making.say
    person = await session.get_one(Person, int(key))
    there = await workplace(session, person)
    if there is None or await naming.all_of(session, [person.id]):
        return None
    led = await leading(session)
    if not led.includes(person.id, there, led.of(there)):
        return None
    rows = [
        [button(say(labels.YES_SHOW_NAME), ShowName(on=True))],
        [button(say(labels.NO_HIDE_NAME), ShowName(on=False))],
    ]
    text = naming_words.naming_question(say, words.school(say, there))
    return said(text, keyboards.rows(rows))


async def head_asks(key: str, making: Making) -> Composed | None:
    """The key is the head and who of staff. None where a colleague was quicker."""
    number, _, whom = key.partition(":")
    session, say = making.session, making.say
    head, colleague = await session.get(Head, int(number)), await session.get(Person, int(whom))
    if head is None or colleague is None or head.confirmed_at is not None:
        return None
    if not await _may_confirm(making, colleague):
        return None
    person = await session.get_one(Person, head.person_id)
    rows = [
        [button(say(office_labels.CONFIRM_HEAD), OneHead(head=head.id, deed=AboutHead.CONFIRM))],
        [button(say(labels.OPEN), OneHead(head=head.id))],
    ]
    text = office_words.asks(say, head, person)
    return said(text, keyboards.rows(rows))


async def _may_confirm(making: Making, person: Person) -> bool:
    if person.telegram_id in making.house.owner_ids:
        return True
    return bool(await staff.realm(making.session, person=person, right=Right.PARTICIPANTS))


KINDS: dict[str, Make] = {MONTH: head_month, NAMING: head_naming, ASKS: head_asks}
