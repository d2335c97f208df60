"""Name, consent, profile, one's own data."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from catalogue.people.tables import Person, Role
from catalogue.registrations.tables import State
from handlers.words.office.attendance import PRESENCES, SOURCES
from handlers.words.office.roles import role_name
from handlers.words.own_entries import KINDS as ENTRY_KINDS
from handlers.words.paying import PAYERS
from handlers.words.practice import SIGNED, SINCE, STANDS, USES
from handlers.words.speech import Speech
from handlers.words.states import state_line
from handlers.words.subscriptions import RHYTHMS


def ask_name(say: Speech) -> Markup:
    return say(
        "What is your first and last name? Please write them as they should stand in the "
        "participants’ list, for example: <i>Ona Petraitienė</i>"
    )


def ask_consent(say: Speech, name: str) -> Markup:
    return say(
        "<b>{name}</b>, may we keep your name, your Telegram number and your registrations?\n\n"
        "The organisers need them to hold a seat for you and to write to you about the event; "
        "nobody else sees them. Look at your data whenever you like with /my_data, delete "
        "them with /forget.",
        name=name,
    )


def ask_name_of_staff(say: Speech) -> Markup:
    return say(
        "So that your colleagues know who did what: what is your first and last name, for "
        "example: <i>Ona Petraitienė</i>?"
    )


def ask_consent_of_staff(say: Speech, name: str) -> Markup:
    return say(
        "<b>{name}</b>, may we keep your name, your Telegram number and what you do here as "
        "staff?\n\nThe staff of the centres see it in their list and in the journal. Look at your "
        "data whenever you like with /my_data, delete them with /forget.",
        name=name,
    )


def ask_name_first(say: Speech) -> Markup:
    return say(
        "One thing first, and only once: what is your first and last name, for example: "
        "<i>Ona Petraitienė</i>?"
    )


def ask_consent_first(say: Speech, name: str) -> Markup:
    return say(
        "<b>{name}</b>, may we keep your name, your Telegram number and what you tell here of "
        "yourself?\n\nStaff of the centres see it only where you register or ask them for "
        "something yourself. Look at your data whenever you like with /my_data, delete them with "
        "/forget.",
        name=name,
    )


def nothing_kept_of_you(say: Speech) -> Markup:
    return say("We have kept nothing. You can go on looking and asking as before.")


def press_to_answer(say: Speech) -> Markup:
    return say("Please answer with one of the buttons under the question:")


def consent_noted(say: Speech) -> Markup:
    """In the place of the question, so that its buttons are gone."""
    return say("Thank you, your consent is noted.")


def nothing_kept(say: Speech) -> Markup:
    return say(
        "We have kept nothing, so we cannot register you. You can go on looking and asking as "
        "before, or register with the organiser directly."
    )


def nameless_staff(say: Speech) -> Markup:
    return say(
        "We have kept no name. Your rights stay, and your colleagues see you without a name."
    )


def name_corrected(say: Speech, name: str) -> Markup:
    return say("Your name is now: <b>{name}</b>", name=name)


def profile(say: Speech, person: Person, *, coming: int) -> Markup:
    lines = [
        say("<b>Profile</b>"),
        say("Name: {name}", name=person.name) if person.name else say("Name: not given yet"),
        say("Language: English"),
        say.n("Coming events: {n}", "Coming events: {n}", coming),
    ]
    return Markup("\n").join(lines)


def forget_question(say: Speech) -> Markup:
    return say(
        "Delete everything we keep about you?\n\nYour name and the link to your Telegram go, you "
        "are taken out of all coming events and your seats pass to the next in the queue. Only "
        "counts and the numbers of certificates remain, without a name. You can no longer fetch "
        "certificates here, so save them first. This cannot be undone."
    )


def forgotten(say: Speech) -> Markup:
    return say(
        "Done: your data are deleted and your seats are free. If you write again, we begin as "
        "strangers. All the best!"
    )


def my_data_comes(say: Speech) -> Markup:
    return say("Here is everything we keep about you.")


def my_data_file(say: Speech) -> str:
    return str(say("my_data.json"))


def my_data(say: Speech, kept: Mapping[str, Any]) -> dict[str, Any]:
    """The same facts under headings a person reads; `kept` is `catalogue.privacy.kept.kept`."""
    headings = {
        "telegram_id": say("Telegram number"),
        "name": say("First and last name"),
        "language": say("Chosen language"),
        "client_language": say("Language of Telegram"),
        "met_at": say("First met"),
        "consented_at": say("Consent given"),
        "unreachable_since": say("Could not be reached since"),
        "staff": say("Work at centres"),
        "role": say("Rights"),
        "since": say("Since"),
        "lectures": say("Events you lecture at"),
        "deeds": say("What you did as staff, and staff about you"),
        "deed": say("Deed"),
        "own": say("Done by you"),
        "facts": say("Details"),
        "invitations": say("Invitations made"),
        "expires_at": say("Valid until"),
        "used": say("Used"),
        "registrations": say("Registrations"),
        "title": say("Event"),
        "centre": say("Organiser"),
        "starts_at": say("Starts"),
        "state": say("State"),
        "joined_at": say("Registered on"),
        "changed_at": say("Last changed"),
        "access_need": say("Adjustment asked for"),
        "attendance": say("Attendance"),
        "presence": say("Present or not"),
        "source": say("How it is known"),
        "marked_at": say("Marked on"),
        "at_once": say("A freed seat is taken without asking"),
        "walked_in": say("Came without a registration"),
        "offer_until": say("Offer until"),
        "feedback": say("Asked how it was (the answers themselves have no name)"),
        "reminded_at": say("Reminded on"),
        "answered": say("Answered"),
        "use_asked": say("Asked what you made use of"),
        "round": say("How long after the event"),
        "use": say("What you said"),
        "examples": say("Examples for the bank of good practice"),
        "consent": say("How it may stand there"),
        "standing": say("What became of it"),
        "leave_requests": say("Asked to cancel late"),
        "reason": say("Reason"),
        "granted": say("Let go"),
        "seat_passes": say("Links for a colleague"),
        "notices": say("What we told of it"),
        "notice": say("Notice"),
        "made_at": say("Of"),
        "is_fine": say("Suits"),
        "answered_at": say("Answered on"),
        "telephone": say("Telephone"),
        "email": say("E-mail"),
        "payment": say("Payment"),
        "payer": say("Who pays"),
        "payer_name": say("Name of the payer"),
        "payer_contact": say("Contact for the invoice"),
        "said_at": say("Told on"),
        "paid_at": say("Paid on"),
        "quiet_from": say("Quiet from"),
        "quiet_until": say("Quiet until"),
        "wants_reminders": say("Wants reminders"),
        "unwanted_reminders": say("Unwanted reminders, minutes before the start"),
        "wants_announcements": say("Wants announcements of the centres"),
        "wants_feedback": say("Wants to be asked how events were"),
        "wants_use": say("Wants to be asked what was made use of"),
        "weekly_ceiling": say("News and announcements a week, at most"),
        "work": say("Work"),
        "group": say("Group"),
        "subject": say("Subject"),
        "city": say("Town"),
        "school": say("School"),
        "certificates": say("Certificates"),
        "number": say("Number"),
        "academic_hours": say("Academic hours"),
        "check_code": say("Check code"),
        "issued_at": say("Issued on"),
        "replaced_at": say("Replaced on"),
        "revoked_at": say("Withdrawn on"),
        "subscriptions": say("What you asked to be told of"),
        "gatherings": say("Days you were asked to choose from"),
        "days": say("Days that suit"),
        "plans": say("Plans you follow"),
        "words": say("In your words"),
        "rhythm": say("How often"),
        "ended_at": say("Ended"),
        "told": say("Told of"),
        "announcements": say("Announcements you wrote"),
        "text": say("Text"),
        "created_at": say("Written"),
        "send_at": say("To be sent"),
        "finished_at": say("Sent out"),
        "taught_words": say("Words you taught the search"),
        "said": say("Word"),
        "meant": say("Meaning"),
        "taught_at": say("Taught on"),
        "answers": say("Answers you approved"),
        "questions": say("Questions"),
        "answer": say("Answer"),
        "added_at": say("Added on"),
        "topics": say("Topics"),
        "enquiries": say("What you asked coordinators"),
        "asked_at": say("Asked on"),
        "nameless": say("Asked without a name"),
        "closed_at": say("Closed on"),
        "replies": say("What you answered teachers"),
        "own_entries": say("Your own entries in the ledger of hours"),
        "entry_kind": say("What it was"),
        "entry": say("Name"),
        "organiser": say("Organiser"),
        "day": say("Day"),
        "hours": say("Academic hours"),
        "asked_of": say("Asked to confirm it"),
        "head_of_school": say("Head of a school, as you said"),
        "confirmed_at": say("Confirmed by staff on"),
        "wants_letters": say("Wants the letter of the month"),
        "groups": say("Events for whom"),
        "naming_consents": say("Your name was shown to the heads of this school"),
        "given_at": say("From"),
        "withdrawn_at": say("Until"),
        "naming_asked_at": say("Asked whether your name may be shown, on"),
        "schools_said": say("Whether you work at the school of a head, as staff said"),
        "head_school": say("School of the head"),
        "is_own": say("The same school"),
        "head_months": say("Months of your school that were counted for you as its head"),
        "month": say("Month"),
        "surveys": say("Surveys of needs that you answered"),
        "school_year": say("School year that begins in"),
        "with_name": say("Answered with your name"),
        "survey_answers": say("Your answers"),
        "question": say("Question"),
        "chosen": say("Chosen"),
        "conversation": say("Unfinished conversation"),
    }

    values: dict[str, dict[str | None, Markup]] = {
        "state": {state.value: state_line(say, state, None) for state in State},
        "role": {role.value: role_name(say, role) for role in Role},
        "entry_kind": {kind.value: say(words) for kind, words in ENTRY_KINDS.items()},
        "payer": {
            None: say("not told"),
            **{payer.value: say(name) for payer, name in PAYERS.items()},
        },
        "presence": {one.value: say(told) for one, told in PRESENCES.items()},
        "source": {one.value: say(told) for one, told in SOURCES.items()},
        "rhythm": {rhythm.value: say(words) for rhythm, words in RHYTHMS.items()},
        "round": {round_.value: say(words) for round_, words in SINCE.items()},
        "use": {None: say("not told"), **{use.value: say(words) for use, words in USES.items()}},
        "consent": {
            None: say("You have not chosen yet."),
            **{consent.value: say(words) for consent, words in SIGNED.items()},
        },
        "standing": {standing.value: say(words) for standing, words in STANDS.items()},
    }

    def worded(key: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {str(headings.get(name, name)): worded(name, v) for name, v in value.items()}
        if isinstance(value, list):
            return [worded(key, inner) for inner in value]
        return str(values[key][value]) if key in values else value

    result: dict[str, Any] = worded("", kept)
    return result
