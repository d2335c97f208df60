"""The steps in which a typed text is an answer to us and not a question of the person's."""

from collections.abc import Sequence
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineKeyboardMarkup, Update

from handlers.callbacks.asking import EnquiryDraft
from handlers.callbacks.learning import EntryAnswer, EntryBack
from handlers.callbacks.needs import SurveyStep
from handlers.callbacks.person import Consent, CorrectName
from handlers.callbacks.seats import PayerDetail
from handlers.office.callbacks.attendance import FoundOnRoll, OnRoll, ReadyReason, Tick, WalkIn
from handlers.office.callbacks.demand import OfferDays
from handlers.office.callbacks.enquiries import RewordQuestion, SendReply, Topics
from handlers.office.callbacks.participants import (
    AddPeople,
    FoundPeople,
    Participants,
    SendLetter,
    WhoseList,
)
from handlers.office.callbacks.programme import OfYear
from handlers.office.callbacks.staff import ApproveAnswer, EventTurn, ForWhom, Teach
from handlers.replies import Replies


class Form(StatesGroup):
    """What a form has gathered stands in the conversation's data under `form`, apart from what
    the conversation is about.
    """

    name = State()
    consent = State()
    access_need = State()
    attendance_code = State()
    roll = State()
    walk_in = State()
    roll_hours = State()
    roll_reason = State()
    leave_reason = State()
    announcement = State()
    announcement_audience = State()
    announcement_choice = State()
    announcement_time = State()
    announcement_correction = State()
    work = State()
    holidays = State()
    answer_question = State()
    answer_text = State()
    answer_correction = State()
    answer_also = State()
    word = State()
    whose_list = State()
    participants = State()
    letter = State()
    people = State()
    payer = State()
    cancel_reason = State()
    enquiry = State()
    enquiry_reply = State()
    topics = State()
    event_field = State()
    event_meeting = State()
    new_event = State()
    new_detail = State()
    priority_field = State()
    check_code = State()
    holder_name = State()
    centre_detail = State()
    own_entry = State()
    hours_target = State()
    head_school = State()
    material = State()
    material_title = State()
    feedback_comment = State()
    gathering_days = State()
    practice_example = State()
    practice_theme = State()
    practice_words = State()
    survey = State()
    survey_question = State()
    survey_options = State()


#: The steps of introducing oneself.
INTRODUCTION = frozenset({Form.name.state, Form.consent.state})
#: Presses that go on with a form; every other one leaves it.
GOING_ON = (
    *(Consent, CorrectName, EntryAnswer, EntryBack, PayerDetail),
    *(WhoseList, FoundPeople, Participants, SendLetter, AddPeople),
    *(EnquiryDraft, SendReply, RewordQuestion, Topics),
    *(Teach, ApproveAnswer, ForWhom, EventTurn, OfYear, ReadyReason, OfferDays),
    SurveyStep,
    *(Tick, OnRoll, FoundOnRoll, WalkIn),
)


#: What of a conversation's data is a form's own.
_OF_FORM = frozenset({"form", "buttons"})


async def enter(state: FSMContext, step: State, **facts: object) -> None:
    """To this step; `facts` join those that the form has already."""
    await state.set_state(step)
    await state.update_data(form=await gathered(state) | facts)


async def gathered(state: FSMContext) -> dict[str, Any]:
    form: dict[str, Any] = (await state.get_data()).get("form", {})
    return form


async def leave(state: FSMContext) -> None:
    """What the conversation is about stays."""
    await state.set_state(None)
    data = await state.get_data()
    await state.set_data({key: value for key, value in data.items() if key not in _OF_FORM})


async def remember(state: FSMContext, replies: Replies) -> None:
    """The buttons below the question that an open form waits at; see `way_on`. Not those of a
    survey: what was chosen there without a name is to stand in its own message alone.
    """
    if await state.get_state() in {None, Form.survey.state}:
        return
    for reply in reversed(replies if isinstance(replies, Sequence) else [replies]):
        if isinstance(reply, SendMessage | EditMessageText) and isinstance(
            reply.reply_markup, InlineKeyboardMarkup
        ):
            buttons = reply.reply_markup.model_dump(mode="json", exclude_none=True)
            await state.update_data(buttons=buttons)
            return


async def way_on(state: FSMContext) -> InlineKeyboardMarkup | None:
    """What one could press instead of what was just refused."""
    buttons = (await state.get_data()).get("buttons")
    return InlineKeyboardMarkup.model_validate(buttons) if buttons else None


def goes_on(update: Update) -> bool:
    """Whether this goes on with an open form: a text that is no command, or the form's buttons.

    Whatever else a person does, they have turned to something else, and what they write next
    must not be taken for a name.
    """
    if update.message:
        return not (update.message.text or "").startswith("/")
    if update.callback_query:
        pressed = (update.callback_query.data or "").partition(":")[0]
        return pressed in {kind.__prefix__ for kind in GOING_ON}
    return True
