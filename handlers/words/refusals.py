"""Every refusal in words: what is so, and what one can do."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from markupsafe import Markup

from catalogue.announcements import refusals as announcements
from catalogue.answers import refusals as answers
from catalogue.answers.rules import LONGEST_ANSWER, MOST_QUESTIONS
from catalogue.demand import refusals as demand
from catalogue.enquiries import refusals as enquiries
from catalogue.glossary import refusals as glossary
from catalogue.heads import refusals as heads
from catalogue.learning import refusals as learning
from catalogue.materials import refusals as materials
from catalogue.needs import refusals as needs
from catalogue.people import refusals as people
from catalogue.practice import refusals as practice
from catalogue.programme import refusals as programme
from catalogue.quality import refusals as quality
from catalogue.refusals import Refusal
from catalogue.registrations import refusals as registrations
from catalogue.subscriptions import refusals as subscriptions
from handlers.words import enquiring as enquiry_words
from handlers.words import feedback as feedback_words
from handlers.words import gathering as gathering_words
from handlers.words import heads as head_words
from handlers.words import hours as hours_words
from handlers.words import leaving as leaving_words
from handlers.words import needs as need_words
from handlers.words import own_entries as entry_words
from handlers.words import passing as passing_words
from handlers.words import practice as practice_words
from handlers.words import subscriptions as subscription_words
from handlers.words.events import contact_line, title
from handlers.words.office import attendance as roll_words
from handlers.words.office import editing as editing_words
from handlers.words.office import enquiries as office_enquiry_words
from handlers.words.office import gathering as office_gathering_words
from handlers.words.office import glossary as glossary_words
from handlers.words.office import holidays as holiday_words
from handlers.words.office import known_answers as answer_words
from handlers.words.office import life as life_words
from handlers.words.office import materials as material_words
from handlers.words.office import needs as survey_words
from handlers.words.office import priority as field_words
from handlers.words.speech import Speech
from handlers.words.states import state_line


def worded(say: Speech, refusal: Refusal, *, now: datetime) -> Markup:
    """Raises KeyError for one without words: a test holds that there is none."""
    return WORDS[type(refusal)](say, refusal, now)


def _already(say: Speech, r: registrations.AlreadyRegistered, _now: datetime) -> Markup:
    return say(
        "You are registered already. <b>{state}</b>",
        state=state_line(say, r.registration.state, r.place),
    )


def _clash(say: Speech, r: registrations.Clash, now: datetime) -> Markup:
    first = r.others[0]
    return say(
        "At that time you already take part in “{title}” ({when}). Register all the same?",
        title=title(say, first),
        when=say.moment(first.starts_at, now=now),
    )


def _closed(say: Speech, r: registrations.RegistrationClosed, now: datetime) -> Markup:
    return say(
        "Registration for “{title}” closed on {when}. {contact}",
        title=title(say, r.event),
        when=say.moment(r.closed_at, now=now),
        contact=contact_line(say, r.event),
    )


def _leaving_closed(say: Speech, r: registrations.LeavingClosed, now: datetime) -> Markup:
    return say(
        "Cancelling “{title}” here was possible until {when}. {contact}",
        title=title(say, r.event),
        when=say.moment(r.until, now=now),
        contact=contact_line(say, r.event),
    )


WORDS: dict[type[Refusal], Callable[[Speech, Any, datetime], Markup]] = {
    registrations.EventGone: lambda say, _r, _now: say(
        "This event is not in the programme any more. Perhaps there is another one for you:"
    ),
    registrations.EventCancelled: lambda say, r, _now: say(
        "“{title}” has been cancelled by the organiser.", title=title(say, r.event)
    ),
    registrations.EventStarted: lambda say, r, _now: say(
        "“{title}” has already started, so this can no longer be changed.",
        title=title(say, r.event),
    ),
    registrations.RegistrationClosed: _closed,
    registrations.EventFull: lambda say, r, _now: say(
        "Every seat at “{title}” is taken, and it keeps no waiting list.",
        title=title(say, r.event),
    ),
    registrations.AlreadyRegistered: _already,
    registrations.Clash: _clash,
    registrations.NotRegistered: lambda say, r, _now: say(
        "You are not registered for “{title}”.", title=title(say, r.event)
    ),
    registrations.LeavingClosed: _leaving_closed,
    registrations.SeatNotPassed: lambda say, r, _now: passing_words.not_passed(say, r),
    registrations.QueueFirst: lambda say, r, _now: passing_words.queue_first(say, r.event),
    registrations.PassGone: lambda say, _r, _now: say(
        "There is no such link. Perhaps not all of it was copied: please ask your colleague to "
        "forward it once more."
    ),
    registrations.OwnPass: lambda say, _r, _now: say(
        "You made this link yourself. Please forward it to the colleague who comes in your place."
    ),
    registrations.LeaveRefused: lambda say, r, _now: leaving_words.refused_before(say, r.event),
    registrations.RegistrationGone: lambda say, _r, _now: say(
        "This person is not among those who take part any more."
    ),
    registrations.AddedAlready: lambda say, r, _now: say(
        "{name} is already among those who take part in “{title}”, or waits for a seat.",
        name=r.name,
        title=title(say, r.event),
    ),
    registrations.IntroductionNeeded: lambda say, _r, _now: say(
        "First we need your name and your consent."
    ),
    people.NotAName: lambda say, _r, _now: say(
        "I need both a first and a last name, in letters only, for example: "
        "<i>Ona Petraitienė</i>. Please write them once more."
    ),
    people.ConsentNeeded: lambda say, _r, _now: say(
        "What you tell of yourself I may keep only with your consent. I ask for it once, when you "
        "first register for an event; come back here after that."
    ),
    people.InvitationSpent: lambda say, _r, _now: say(
        "This link has been used or has expired. Please ask for a new one."
    ),
    people.NotATelephone: lambda say, _r, _now: say(
        "I need a telephone number with eight digits after +370, for example: "
        "<i>+370 612 34567</i>. Please write it once more."
    ),
    announcements.AnnouncementGone: lambda say, _r, _now: say(
        "This announcement cannot be changed any more. Begin a new one with /announce."
    ),
    glossary.NotAWord: lambda say, _r, _now: glossary_words.not_a_word(say),
    glossary.SaysNothing: lambda say, r, _now: glossary_words.says_nothing(say, r.words),
    glossary.SameWords: lambda say, r, _now: glossary_words.same_words(say, r.said, r.meant),
    glossary.TooManyWords: lambda say, _r, _now: glossary_words.too_many(say),
    answers.AnswerGone: lambda say, _r, _now: answer_words.gone(say),
    answers.NotAQuestion: lambda say, _r, _now: answer_words.not_a_question(say),
    answers.TooManyQuestions: lambda say, _r, _now: answer_words.too_many_questions(
        say, MOST_QUESTIONS
    ),
    answers.NotAnAnswer: lambda say, _r, _now: answer_words.not_an_answer(say, LONGEST_ANSWER),
    enquiries.NotAnEnquiry: lambda say, _r, _now: enquiry_words.not_an_enquiry(say),
    enquiries.TooManyEnquiries: lambda say, r, _now: enquiry_words.too_many(say, r),
    enquiries.EnquiryGone: lambda say, _r, _now: enquiry_words.gone(say),
    enquiries.NotAReply: lambda say, _r, _now: office_enquiry_words.not_a_reply(say),
    enquiries.EnquirySettled: lambda say, r, now: office_enquiry_words.settled_by(say, r, now=now),
    enquiries.TooManyTopics: lambda say, _r, _now: office_enquiry_words.too_many_topics(say),
    programme.NotHolidays: lambda say, _r, _now: holiday_words.not_holidays(say),
    programme.NotUnderstood: lambda say, r, _now: editing_words.not_understood(say, r),
    programme.NotAField: lambda say, _r, _now: field_words.not_a_field(say),
    programme.EventInUse: lambda say, r, _now: life_words.in_use(say, r.event),
    programme.StageOver: lambda say, r, _now: life_words.stage_over(say, r.event),
    learning.NotAKind: lambda say, _r, _now: entry_words.not_a_kind(say),
    learning.MeetingGone: lambda say, _r, _now: roll_words.meeting_gone(say),
    learning.NotHeld: lambda say, r, _now: roll_words.not_held(say, r),
    learning.TooEarly: lambda say, r, now: roll_words.too_early(say, r, now=now),
    learning.DoorsClosed: lambda say, r, _now: roll_words.doors_closed(say, r),
    learning.NotTakingPart: lambda say, r, _now: roll_words.not_taking_part(say, r),
    learning.ReasonNeeded: lambda say, _r, _now: roll_words.reason_needed(say),
    learning.NotAReason: lambda say, _r, _now: roll_words.not_a_reason(say),
    learning.NamesSomebody: lambda say, _r, _now: roll_words.names_somebody(say),
    learning.NotPartOfMeeting: lambda say, r, _now: roll_words.not_part(say, r),
    programme.MeetingMarked: lambda say, r, now: editing_words.meeting_marked(say, r, now=now),
    learning.NotATitle: lambda say, _r, _now: entry_words.not_a_title(say),
    learning.NotADay: lambda say, _r, _now: entry_words.not_a_day(say),
    learning.NotHours: lambda say, _r, _now: entry_words.not_hours(say),
    learning.EntryGone: lambda say, _r, _now: entry_words.entry_gone(say),
    learning.TooManyEntries: lambda say, _r, _now: entry_words.too_many_entries(say),
    learning.NotATarget: lambda say, _r, _now: hours_words.not_a_target(say),
    heads.SchoolNeeded: lambda say, _r, _now: head_words.school_needed(say),
    heads.TownNeeded: lambda say, r, _now: head_words.town_needed(say, r.school, r.city),
    practice.UseSaid: lambda say, r, _now: practice_words.said(say, r.event),
    practice.UseOver: lambda say, r, _now: practice_words.over(say, r.event),
    practice.ExampleGone: lambda say, _r, _now: practice_words.example_gone(say),
    practice.NotAnExample: lambda say, _r, _now: practice_words.not_an_example(say),
    quality.FeedbackGiven: lambda say, r, _now: feedback_words.given(say, r.event),
    quality.FeedbackOver: lambda say, r, _now: feedback_words.over(say, r.event),
    materials.NotAMaterial: lambda say, _r, _now: material_words.not_a_material(say),
    materials.NotATitle: lambda say, _r, _now: material_words.not_a_title(say),
    materials.MaterialGone: lambda say, _r, _now: material_words.gone(say),
    materials.TooManyMaterials: lambda say, _r, _now: material_words.too_many(say),
    needs.SurveyGone: lambda say, _r, _now: need_words.gone(say),
    needs.SurveyOver: lambda say, r, _now: need_words.over(say, r.survey),
    needs.SurveyGiven: lambda say, r, _now: need_words.answered_nameless(say, r.survey),
    needs.NothingSaid: lambda say, _r, _now: need_words.nothing_said(say),
    needs.TooLong: lambda say, r, _now: need_words.too_long(say, r),
    needs.SurveyAnswered: lambda say, _r, _now: survey_words.answered(say),
    needs.OpenAlready: lambda say, r, _now: survey_words.open_already(say, r),
    needs.NotReady: lambda say, r, _now: survey_words.not_ready(say, r),
    needs.NotAQuestion: lambda say, r, _now: survey_words.not_a_question(say, r),
    demand.GatheringOver: lambda say, _r, _now: gathering_words.over(say),
    demand.NotDays: lambda say, r, _now: office_gathering_words.not_days(say, r.line, r.most),
    subscriptions.TooManySubscriptions: lambda say, _r, _now: subscription_words.too_many(say),
    people.OwnInvitation: lambda say, _r, _now: say(
        "You made this link yourself. Please send it to the colleague whom you invite."
    ),
    people.RightNeeded: lambda say, _r, _now: say(
        "You do not have the right to do this. The owner of the centre can give it."
    ),
    people.StaffOnly: lambda say, _r, _now: say("This is for the staff of the centres only."),
}
