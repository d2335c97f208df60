"""„Tas pats žmogus“: one added by hand is made one with the row of whoever came by themselves."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from catalogue.people.rights import Right
from catalogue.people.tables import Person
from catalogue.privacy import uniting
from catalogue.programme.tables import Event
from catalogue.registrations.rules import registration_of
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office import participant
from handlers.office.callbacks.participants import Participant, UnitePeople
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import uniting as words

router = Router(name="uniting")


@router.callback_query(UnitePeople.filter(~F.person))
async def choose(press: CallbackQuery, callback_data: UnitePeople, talk: Talk) -> Replies:
    event, person = await _at_hand(talk, callback_data.registration)
    found = await participant.same_people(talk, event, person)
    text = words.choose(talk.say, person, found) if found else words.nobody(talk.say, person)
    rows = [
        [
            button(
                words.label(talk.say, one, number),
                callback_data.model_copy(update={"person": one.person.id}),
            )
        ]
        for number, one in enumerate(found, start=1)
    ]
    back = button(talk.say(labels.BACK), Participant(registration=callback_data.registration))
    return rewrite(talk, press, text, keyboards.rows([*rows, [back]]))


@router.callback_query(UnitePeople.filter())
async def unite(press: CallbackQuery, callback_data: UnitePeople, talk: Talk) -> Replies:
    """Asked once more; who is no longer among the candidates is not taken."""
    event, person = await _at_hand(talk, callback_data.registration)
    found = await participant.same_people(talk, event, person)
    other = next((one for one in found if one.person.id == callback_data.person), None)
    if other is None:
        case = await participant.at_hand(talk, callback_data.registration)
        return rewrite(talk, press, *await participant.card(talk, case))
    if not callback_data.sure:
        sure = callback_data.model_copy(update={"sure": True})
        back = callback_data.model_copy(update={"person": 0})
        rows = [
            [button(talk.say(office_labels.YES_UNITE), sure)],
            [button(talk.say(labels.BACK), back)],
        ]
        question = words.question(talk.say, person, other)
        return rewrite(talk, press, question, keyboards.rows(rows))
    await uniting.unite(
        talk.session, gone=person, kept=other.person, event=event, by=talk.person, now=talk.now
    )
    own = await registration_of(talk.session, event_id=event.id, person_id=other.person.id)
    case = await participant.at_hand(talk, own.id if own else callback_data.registration)
    card = await participant.card(talk, case, above=words.united(talk.say))
    return rewrite(talk, press, *card)


async def _at_hand(talk: Talk, registration_id: int) -> tuple[Event, Person]:
    """Without a lock on the event: people are locked first. Raises RegistrationGone, StaffOnly."""
    event, person = await uniting.at_hand(talk.session, registration_id)
    await talk.need(Right.PARTICIPANTS, event)
    return event, person
