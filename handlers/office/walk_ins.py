"""Somebody came without a registration: written down at the list of the meeting, and there."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from markupsafe import Markup

from catalogue.learning.marking import entry_of
from catalogue.learning.walk_ins import check_open, goes_over, known_as, write_down
from catalogue.participants.pasted import taken_apart
from catalogue.people.refusals import NotAName
from catalogue.programme.tables import Event, Session
from catalogue.registrations.tables import State
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office import roll_page
from handlers.office.callbacks.attendance import Roll, WalkIn
from handlers.office.roll_page import Shown, meeting_at_hand
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import walk_ins as words

#: Further than any page of a list: who came without a registration stands at its end.
_LAST_PAGE = 9999

router = Router(name="walk_ins")


@router.callback_query(WalkIn.filter(~F.mark))
async def ask(press: CallbackQuery, callback_data: WalkIn, talk: Talk) -> Replies:
    """Whom somebody has just looked for in vain by their whole name need not be written twice."""
    event, meeting = await meeting_at_hand(talk, callback_data.meeting)
    check_open(event, meeting, talk.now)
    line = await roll_page.sought_at(talk, meeting)
    if line and taken_apart(line).name:
        return rewrite(talk, press, *await _look(talk, event, meeting, line))
    await forms.enter(talk.state, Form.walk_in, meeting=meeting.id)
    return rewrite(talk, press, words.ask(talk.say, event), keyboards.rows([_back(talk, meeting)]))


@router.message(Form.walk_in, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """One person, on one line or on several; whatever is sent next takes their place."""
    form = await forms.gathered(talk.state)
    event, meeting = await meeting_at_hand(talk, form["meeting"])
    line = ", ".join((message.text or "").splitlines())
    return say_to(talk, *await _look(talk, event, meeting, line))


@router.callback_query(WalkIn.filter())
async def add(press: CallbackQuery, callback_data: WalkIn, talk: Talk) -> Replies:
    """The one who was shown with this button."""
    event, meeting = await meeting_at_hand(talk, callback_data.meeting)
    line = (await forms.gathered(talk.state)).get("line", "")
    if mark(line) != callback_data.mark:
        return out_of_date(talk)
    entry = await write_down(
        talk.session,
        meeting_id=meeting.id,
        given=taken_apart(line),
        by=talk.person,
        now=talk.now,
        zone=talk.say.timezone,
    )
    await forms.leave(talk.state)
    text, keyboard = await roll_page.page(talk, event, meeting, _LAST_PAGE)
    told = words.written_down(talk.say, entry.person)
    return rewrite(talk, press, Markup("{}\n\n{}").format(told, text), keyboard)


async def _look(talk: Talk, event: Event, meeting: Session, line: str) -> Shown:
    """As it was understood, with a warning where all seats are taken; who is in the list already is
    shown there. Raises NotAName, and the form waits for another try.
    """
    given = taken_apart(line)
    await forms.enter(talk.state, Form.walk_in, meeting=meeting.id, line=line)
    if not given.name:
        raise NotAName(line)
    there = await known_as(talk.session, event, given)
    if there is not None and there.state is State.CONFIRMED:
        entry = await entry_of(talk.session, there.registration_id, meeting.id)
        text, keyboard = await roll_page.opened(talk, entry, 0)
        return Markup("{}\n\n{}").format(words.listed_already(talk.say), text), keyboard
    over = await goes_over(talk.session, event, there)
    text = words.question(talk.say, given, event, there, over=over)
    sure = WalkIn(meeting=meeting.id, mark=mark(line))
    label = office_labels.PERSON_AGREES if there is None else office_labels.MARK_AS_THERE
    return text, keyboards.rows([[button(talk.say(label), sure)], _back(talk, meeting)])


def _back(talk: Talk, meeting: Session) -> list[InlineKeyboardButton]:
    return [button(talk.say(labels.BACK), Roll(event=meeting.event_id, meeting=meeting.id))]
