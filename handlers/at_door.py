"""A seat for one who stands at the door: given and marked in one step."""

from catalogue.learning.arriving import Arrival, Outcome, register_at_door
from catalogue.learning.refusals import MeetingGone
from handlers import keyboards
from handlers.callbacks.learning import ImHere, JoinAtDoor
from handlers.callbacks.programme import OpenEvent
from handlers.keyboards import press as button
from handlers.replies import Reply
from handlers.showing import out_of_date, say_to
from handlers.talk import Talk
from handlers.words import attending as words
from handlers.words import labels


async def seat(talk: Talk, meeting_id: int) -> Reply:
    """Raises IntroductionNeeded."""
    try:
        arrival = await register_at_door(
            talk.session, meeting_id=meeting_id, person=talk.person, now=talk.now
        )
    except MeetingGone:
        return out_of_date(talk)
    return told(talk, arrival)


def told(talk: Talk, arrival: Arrival) -> Reply:
    """What has become of a scanned code, with the next step as a button."""
    text = words.scanned(talk.say, arrival, now=talk.now)
    event, meeting = arrival.event, arrival.meeting
    if event is None or meeting is None:
        type_it = button(talk.say(labels.I_AM_HERE), ImHere())
        return say_to(talk, text, keyboards.rows([[type_it]]))
    opens = [button(talk.say(labels.OPEN), OpenEvent(event=event.id))]
    if arrival.outcome is Outcome.UNREGISTERED and arrival.has_seat:
        data = JoinAtDoor(meeting=meeting.id)
        return say_to(
            talk, text, keyboards.rows([[button(talk.say(labels.REGISTER), data)], opens])
        )
    if arrival.outcome is Outcome.OFF:
        return say_to(talk, text, keyboards.doors(talk.say))
    return say_to(talk, text, keyboards.rows([opens]))
