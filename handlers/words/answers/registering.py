"""How to join an event, and which one."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event, Status
from catalogue.registrations.queries import Standing
from handlers.words import labels
from handlers.words.answers.facts import deadline
from handlers.words.speech import Speech
from handlers.words.states import state_line


def to_register(say: Speech, event: Event, standing: Standing, *, now: datetime) -> Markup:
    """Above the card of the one event somebody wants to join."""
    if event.status is Status.CANCELLED:
        return say("<b>This event has been cancelled.</b>")
    if standing.own and standing.is_in:
        state = state_line(say, standing.own.state, standing.place)
        return say("You are registered already. <b>{state}</b>", state=state)
    if event.closes_at <= now:
        return deadline(say, event, standing, now)
    if not standing.is_full:
        return _press_on_card(say, labels.REGISTER)
    if event.waiting_list:
        return _press_on_card(say, labels.JOIN_WAITING_LIST)
    return say("All seats are taken, and there is no waiting list.")


def _press_on_card(say: Speech, label: str) -> Markup:
    return say("To join, press “{button}” on the event’s card.", button=say(label))


def which_to_join(say: Speech, lines: Sequence[Markup]) -> Markup:
    return Markup("\n\n").join([say("Which one would you like to join?"), *lines])


def what_to_join(say: Speech) -> Markup:
    return say("Which event would you like to join? Write its title, theme or date.")


def for_a_colleague(say: Speech) -> Markup:
    return say(
        "Yes: open the event under /my and press “{button}”. You get a link to forward, and the "
        "seat becomes your colleague’s when they accept it. If people are waiting, the queue goes "
        "first.",
        button=say(labels.PASS_ON),
    )
