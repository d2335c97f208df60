"""One who takes part, as the staff of the event see them, and what is decided about them."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.participants.queries import Known, is_reached
from catalogue.people.tables import Person, Trait
from catalogue.registrations.decisions import Case
from catalogue.registrations.payments import costs
from catalogue.registrations.tables import NoticeKind, Payment, Registration, State
from handlers.words.events import shortened, title
from handlers.words.office.participants import state_of
from handlers.words.office.roles import name_of
from handlers.words.paying import payer_line
from handlers.words.speech import Speech, _

APPROVED = _("The registration is approved.")
REJECTED = _("The registration is not approved.")
GIVEN = _("The seat is given.")
FIRST = _("Moved to the front of the queue.")
TAKEN_OFF = _("The registration is cancelled.")

_LONGEST = 200


def card(say: Speech, case: Case, known: Known) -> Markup:
    event, own, person, now = case.event, case.own, case.person, case.now
    lines = [
        Markup("<b>{}</b>").format(person.name or say("without a name")),
        *_state(say, own, known, now),
        Markup("{}").format(shortened(title(say, event), 120)),
        Markup("{}").format(say.brief(event.starts_at, now=now)),
        Markup(""),
        *_told(say, case, known),
        _came(say, case, known),
        *_passed(say, own, known),
        *_leaving(say, known),
        *(_payment(say, known.payment) if costs(event) else []),
        _reached(say, person, known, now),
    ]
    return Markup("\n").join(lines)


def reject_question(say: Speech, person: Person) -> Markup:
    return say(
        "Not approve the registration of {name}? We tell them at once, and the seat goes on.",
        name=person.name,
    )


def give_question(say: Speech, case: Case) -> Markup:
    return say(
        "No seat is free. Give {name} one more than the {seats} there are?",
        name=case.person.name,
        seats=case.event.seats,
    )


def take_off_question(say: Speech, case: Case) -> Markup:
    question = say(
        "Cancel the registration of {name}? We tell them, and their place in the queue is lost.",
        name=case.person.name,
    )
    if case.own.state is State.WAITING:
        return question
    return Markup("{} {}").format(question, say("The seat goes to the next in the queue."))


def delete_question(say: Speech, person: Person) -> Markup:
    return say(
        "Delete all the data of {name}? They are taken out of the event, and only a count without "
        "a name remains. This cannot be undone.",
        name=person.name,
    )


def deleted(say: Speech) -> Markup:
    return say("The data are deleted.")


def done(say: Speech, sentence: str, person: Person | None) -> Markup:
    """What was decided, and whether the person hears of it from us; None is told nothing."""
    if person is None:
        return Markup("✓ {}").format(say(sentence))
    return Markup("✓ {} {}").format(say(sentence), hears(say, person))


def hears(say: Speech, person: Person) -> Markup:
    """Whether they are told of it by us."""
    if is_reached(person):
        return say("We tell the person.")
    return say("Telegram does not reach this person: please call or write to them.")


def ask_letter(say: Speech, person: Person) -> Markup:
    return say(
        "What shall we write to {name}? Your name, the centre and the event are added by "
        "themselves.",
        name=person.name,
    )


def unreachable(say: Speech, person: Person) -> Markup:
    return say("Telegram does not reach {name}: please call or write to them.", name=person.name)


def letter_too_long(say: Speech, limit: int) -> Markup:
    return say("That is too long for one message: at most {n} characters, please.", n=limit)


def letter_seen(say: Speech) -> Markup:
    return say("This is what the person will see. To correct it, write it anew.")


def letter_gone(say: Speech) -> Markup:
    return say("This message is no more. Please write it anew.")


def letter_sent(say: Speech, person: Person) -> Markup:
    return say("✓ Sent to {name}.", name=person.name)


def letter_will_go(say: Speech, person: Person, when: datetime) -> Markup:
    return say(
        "✓ {name} has quiet hours now; the message goes out at {time}.",
        name=person.name,
        time=say.clock(when),
    )


def _state(say: Speech, own: Registration, known: Known, now: datetime) -> list[Markup]:
    lines = [
        say(
            "<b>{state}</b>, since {when}",
            state=state_of(say, own.state, known.place),
            when=say.deadline(own.changed_at, now=now),
        )
    ]
    if own.state is State.OFFERED and own.offer_until is not None:
        lines.append(say("A seat is offered until {when}.", when=_until(say, own, now)))
    return lines


def _until(say: Speech, own: Registration, now: datetime) -> str:
    return say.deadline(own.offer_until or now, now=now)


def _told(say: Speech, case: Case, known: Known) -> list[Markup]:
    person = case.person
    groups = [*known.traits[Trait.GROUP], *known.traits[Trait.SUBJECT]]
    facts: Sequence[tuple[str, str]] = (
        (_("<b>School:</b> {value}"), ", ".join(known.traits[Trait.SCHOOL])),
        (_("<b>Teaches:</b> {value}"), ", ".join(groups)),
        (_("<b>Telephone:</b> {value}"), person.telephone),
        (_("<b>E-mail:</b> {value}"), person.email),
        (_("<b>Adjustment needed:</b> {value}"), case.own.access_need),
    )
    return [say(text, value=shortened(value, _LONGEST)) for text, value in facts if value]


def _came(say: Speech, case: Case, known: Known) -> Markup:
    when = say.deadline(case.own.joined_at, now=case.now)
    if case.own.walked_in:
        return say("<b>Came without a registration:</b> {when}", when=when)
    if case.person.telegram_id is None:
        return say(
            "<b>Added by hand:</b> {name}, {when}", name=name_of(say, known.added_by), when=when
        )
    return say("<b>Registered by themselves:</b> {when}", when=when)


def _passed(say: Speech, own: Registration, known: Known) -> list[Markup]:
    """Whose seat it was, or whose it is now."""
    lines = []
    if known.passed_by:
        lines.append(say("<b>Seat passed on by:</b> {name}", name=name_of(say, known.passed_by)))
    if known.passed_to and own.state is State.CANCELLED:
        lines.append(say("<b>Seat passed on to:</b> {name}", name=name_of(say, known.passed_to)))
    return lines


def _leaving(say: Speech, known: Known) -> list[Markup]:
    request = known.leaving
    if request is None:
        return []
    how = _ASKED_TO_LEAVE[request.granted]
    if not request.reason:
        return [say(how)]
    return [say(how) + " " + say("“{words}”", words=request.reason)]


def _payment(say: Speech, payment: Payment | None) -> list[Markup]:
    paid = say("paid") if payment and payment.paid_at else say("not paid")
    return [Markup("{} · {}").format(payer_line(say, payment), paid)]


def _reached(say: Speech, person: Person, known: Known, now: datetime) -> Markup:
    """Whether messages get through, and otherwise what they have not been told."""
    if is_reached(person):
        return say("<b>Messages:</b> by Telegram")
    untold = say(_NOTICES[known.told.kind]) if known.told else None
    reason = (
        say("<b>Messages:</b> no Telegram, please call or write")
        if person.telegram_id is None
        else say(
            "<b>Messages:</b> Telegram has not reached them since {when}",
            when=say.deadline(person.unreachable_since or now, now=now),
        )
    )
    return Markup("\n").join(
        [reason, say("<b>To be told:</b> {what}", what=untold)] if untold else [reason]
    )


_ASKED_TO_LEAVE = {
    None: _("<b>Asks to cancel late.</b>"),
    False: _("<b>Asked to cancel late:</b> not let go."),
}
_NOTICES = {
    NoticeKind.MOVED_UP: _("they have got a seat"),
    NoticeKind.OFFERED: _("they are offered a seat"),
    NoticeKind.OFFER_OVER: _("the offer of a seat is over"),
    NoticeKind.CHANGED: _("the event has changed"),
    NoticeKind.CANCELLED: _("the event is cancelled"),
    NoticeKind.REOPENED: _("the event takes place after all"),
    NoticeKind.APPROVED: _("the registration is approved"),
    NoticeKind.REJECTED: _("the registration is not approved"),
    NoticeKind.SEAT_GIVEN: _("they have got a seat"),
    NoticeKind.TAKEN_OFF: _("the registration is cancelled"),
    NoticeKind.PASSED_ON: _("a colleague has got their seat"),
    NoticeKind.LINK_OVER: _("the seat cannot go to a colleague: the queue goes first"),
    NoticeKind.LEAVE_GRANTED: _("they may cancel"),
    NoticeKind.LEAVE_REFUSED: _("they may not cancel"),
}
