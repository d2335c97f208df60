"""Announcements in words: written, shown before they go out, on their way, and afterwards."""

from collections.abc import Mapping
from datetime import datetime

from markupsafe import Markup

from catalogue.announcements.audience import Reach
from catalogue.announcements.events import Choice
from catalogue.announcements.segments import Segment
from catalogue.announcements.tables import Announcement
from catalogue.programme.tables import Event
from handlers.words.events import shortened, title
from handlers.words.office.announcing_audience import whom
from handlers.words.speech import Speech


def ask_text(say: Speech) -> Markup:
    return say(
        "<b>An announcement</b>\nSend me what to announce: a text, or one picture or document with "
        "words under it. Bold, links and other formatting stay as they are."
    )


def ask_text_of(say: Speech, event: Event) -> Markup:
    """The event will stand behind a button."""
    button = say("Below it will be a button to “{title}”.", title=shortened(title(say, event), 160))
    return Markup("{}\n\n{}").format(ask_text(say), button)


def open_ones(say: Speech) -> Markup:
    return say("Those that still go out or wait for their hour:")


def name_of(say: Speech, announcement: Announcement) -> str:
    """Its first words, for a button."""
    plain = Markup(announcement.text).striptags()  # noqa: S704 -- Telegram's own, made plain here
    return shortened(plain or str(say("Without words")), 40)


def content_refused(say: Speech) -> Markup:
    return say(
        "An announcement is a text, or one picture or document with words under it. "
        "Please send one of these."
    )


def too_long(say: Speech, limit: int) -> Markup:
    return say(
        "That is too long: Telegram takes up to {limit} characters here. "
        "Please make it shorter and send it once more.",
        limit=limit,
    )


def one_message_only(say: Speech) -> Markup:
    return say(
        "An announcement is one message, and I have the first one. Choose with the buttons for "
        "whom it is, or begin anew with /announce."
    )


def as_it_will_look(say: Speech) -> Markup:
    return say("This is how it will look:")


def summary(
    say: Speech,
    segment: Segment,
    events: Mapping[int, Choice],
    reach: Reach,
    *,
    later: int,
    send_at: datetime | None,
    now: datetime,
) -> Markup:
    """All there is to know before it goes out; what could surprise comes first."""
    if not reach.people:
        lines = [
            say("<b>Nobody would get this announcement.</b> Please choose other recipients."),
            whom(say, segment, events),
            *_unreachable(say, reach.unreachable),
        ]
        return Markup("\n").join(lines)
    by_accident = bool(segment.blocks) and reach.is_everyone
    lines = [
        *([say("<b>Careful: what you chose leaves nobody out. Everyone will get it.</b>")]
          if by_accident else []),
        whom(say, segment, events),
        say.n("<b>{n} person</b> will get it.", "<b>{n} people</b> will get it.", reach.people),
        *([say("For example: {names}.", names=", ".join(reach.names))] if reach.names else []),
        *([say.n("{n} of them has told no name.", "{n} of them have told no name.",
                 reach.nameless)] if reach.nameless else []),
        *_unreachable(say, reach.unreachable),
        *([say.n("{n} of them gets it later, because of their own weekly limit.",
                 "{n} of them get it later, because of their own weekly limit.", later)]
          if later else []),
        say("It goes out on {when}.", when=say.moment(send_at, now=now))
        if send_at and send_at > now
        else say("It goes out as soon as you confirm."),
    ]  # fmt: skip
    return Markup("\n").join(lines)


def _unreachable(say: Speech, count: int) -> list[Markup]:
    if not count:
        return []
    return [
        say.n(
            "{n} more person cannot be reached and is left out.",
            "{n} more people cannot be reached and are left out.",
            count,
        )
    ]


def confirm(say: Speech, people: int, send_at: datetime | None, *, now: datetime) -> Markup:
    if send_at and send_at > now:
        return say.n(
            "Is everything right? {n} person will get it on {when}.",
            "Is everything right? {n} people will get it on {when}.",
            people,
            when=say.moment(send_at, now=now),
        )
    return say.n(
        "Is everything right? {n} person will get it now.",
        "Is everything right? {n} people will get it now.",
        people,
    )


def accepted(say: Speech) -> Markup:
    return say("It is on its way. The next message shows how far it has come.")


def scheduled(say: Speech, send_at: datetime, *, now: datetime) -> Markup:
    return say("Agreed: it goes out on {when}.", when=say.moment(send_at, now=now))


def called_off(say: Speech) -> Markup:
    return say("The announcement will not go out.")


def ask_time(say: Speech) -> Markup:
    return say(
        "When shall it go out? Choose, or write the day and the hour, for example: "
        "<i>2026-12-05 9:00</i>"
    )


def hour_label(say: Speech) -> str:
    return str(say("In an hour"))


def time_label(say: Speech, moment: datetime, *, is_tomorrow: bool) -> str:
    if is_tomorrow:
        return say("Tomorrow at {hour}", hour=say.clock(moment)).unescape()
    return say("On Monday at {hour}", hour=say.clock(moment)).unescape()


def not_a_time(say: Speech) -> Markup:
    return say(
        "I need a day and an hour still to come, within a year, for example: <i>2026-12-05 9:00</i>"
    )


def ask_correction(say: Speech) -> Markup:
    return say(
        "Write the whole text anew. Those who have the announcement already will see it corrected."
    )


def corrected(say: Speech, delivered: int) -> Markup:
    """At the moment of the correction: how many have the old text before them."""
    if not delivered:
        return say("The text is changed. Nobody has had the old one.")
    return say.n(
        "The text is changed. It is being corrected for {n} person who has it already.",
        "The text is changed. It is being corrected for {n} people who have it already.",
        delivered,
    )


def picture_stays(say: Speech) -> Markup:
    return say(
        "The picture or document itself cannot be changed any more, only the words under it."
    )
