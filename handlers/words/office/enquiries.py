"""Teachers' questions, as the staff who answer them see them."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.answers.index import Known
from catalogue.enquiries.queries import Numbers, Told
from catalogue.enquiries.refusals import EnquirySettled
from catalogue.enquiries.rules import LONGEST_REPLY, MOST_TOPICS
from catalogue.enquiries.tables import Enquiry
from handlers.words.enquiring import quoted
from handlers.words.events import centre_name, shortened, title
from handlers.words.office.roles import name_of
from handlers.words.speech import Speech

LABEL_LENGTH = 56
_ANSWER_LENGTH = 300


def question(say: Speech, told: Told, *, now: datetime) -> Markup:
    """Who asks what, of which event, and what was said before."""
    enquiry = told.enquiry
    lines = [say("<b>A question</b>, {when}", when=say.brief(enquiry.asked_at, now=now))]
    if told.event:
        lines.append(
            say(
                "About “{title}”, {when}",
                title=title(say, told.event),
                when=say.brief(told.event.starts_at, now=now),
            )
        )
    elif told.centre:
        lines.append(Markup("{}").format(centre_name(say, told.centre)))
    if told.before and told.before.words:
        lines += [
            Markup(""),
            say("Asked before: <i>{words}</i>", words=quoted(told.before.words)),
            say("Answered: <i>{words}</i>", words=quoted(told.before.answer)),
        ]
    lines += [Markup(""), Markup("{}").format(enquiry.words), Markup(""), _asks(say, told)]
    if enquiry.closed_at is not None:
        lines += [Markup(""), settled(say, told, now=now)]
    return Markup("\n").join(lines)


def _asks(say: Speech, told: Told) -> Markup:
    if told.person is None or not told.person.name:
        return say("Asks: a teacher without a name")
    if not told.school:
        return say("Asks: {name}", name=told.person.name)
    return say("Asks: {name}, {school}", name=told.person.name, school=told.school)


def settled(say: Speech, told: Told, *, now: datetime) -> Markup:
    """What became of it: in the place of the buttons, on the card."""
    enquiry = told.enquiry
    if enquiry.is_withdrawn or enquiry.closed_at is None:
        return say("The person has taken the question back.")
    by, at = name_of(say, told.closed_by), _moment(say, enquiry.closed_at, now)
    if enquiry.answered_at is None:
        return say("Closed by {name}, {when}", name=by, when=at)
    line = say("Answered by {name}, {when}", name=by, when=at)
    return Markup("{}\n{}").format(line, enquiry.answer)


def settled_in_place(say: Speech, told: Told, *, now: datetime) -> Markup:
    """Of a question that colleagues were asked too."""
    words = told.enquiry.words
    above = say("<b>A question</b>: <i>{words}</i>", words=quoted(words)) if words else None
    parts = [above] if above else []
    return Markup("\n\n").join([*parts, settled(say, told, now=now)])


def settled_by(say: Speech, refusal: EnquirySettled, *, now: datetime) -> Markup:
    return say(
        "{name} was quicker: this question was settled, {when}.",
        name=name_of(say, refusal.by),
        when=_moment(say, refusal.at, now),
    )


def _moment(say: Speech, moment: datetime, now: datetime) -> str:
    """The hour alone where it is of today."""
    if say.local(moment).date() == say.local(now).date():
        return say.clock(moment)
    return say.brief(moment, now=now)


def page(
    say: Speech, waiting: int, month: Numbers, answered: Sequence[Told], *, now: datetime
) -> Markup:
    lines = [say("<b>Questions of teachers</b>")]
    lines.append(
        say.n("{n} waits for an answer.", "{n} wait for an answer.", waiting)
        if waiting
        else say("Nobody waits for an answer.")
    )
    if month.median_hours is not None:
        lines.append(
            say(
                "Within 30 days: asked {asked}, answered {answered}, half of them within {hours} "
                "h.",
                asked=month.asked,
                answered=month.answered,
                hours=say.number(round(month.median_hours, 1)),
            )
        )
    if answered:
        lines += [Markup(""), say("<b>Answered lately</b>")]
        lines += [
            Markup("• {} – {}, {}").format(
                shortened(quoted(one.enquiry.words), LABEL_LENGTH),
                name_of(say, one.closed_by),
                _moment(say, one.enquiry.closed_at or now, now),
            )
            for one in answered
        ]
    return Markup("\n").join(lines)


def label(number: int, enquiry: Enquiry) -> str:
    return shortened(f"{number}. {quoted(enquiry.words)}", LABEL_LENGTH)


def answered_label(enquiry: Enquiry) -> str:
    return shortened(f"✓ {quoted(enquiry.words)}", LABEL_LENGTH)


def ask_reply(say: Speech, enquiry: Enquiry) -> Markup:
    return say(
        "Asked: <i>{words}</i>\n\nWrite the answer. It goes to the person just as you write it, "
        "after you have seen it once more.",
        words=quoted(enquiry.words),
    )


def preview(say: Speech, enquiry: Enquiry, answer: str) -> Markup:
    return say(
        "Asked: <i>{words}</i>\n\n<b>Your answer:</b>\n{answer}\n\nTo put it otherwise, just write "
        "it once more.",
        words=quoted(enquiry.words),
        answer=answer,
    )


def replied(say: Speech, enquiry: Enquiry, *, is_out_of_reach: bool) -> Markup:
    """With what can be made of it for others."""
    lines = [
        say("Asked: <i>{words}</i>", words=quoted(enquiry.words)),
        Markup(""),
        say("<b>Your answer:</b>\n{answer}", answer=enquiry.answer),
        Markup(""),
        say("The person has blocked the bot: the answer is kept, but does not reach them.")
        if is_out_of_reach
        else say("It is on its way to the person."),
        say("Will others ask this too? Then let me answer it from now on."),
    ]
    return Markup("\n").join(lines)


def left_to_others(say: Speech, enquiry: Enquiry) -> Markup:
    return say(
        "You left it to your colleagues: <i>{words}</i>\nIt still stands in /questions.",
        words=quoted(enquiry.words),
    )


def sure_to_close(say: Speech, enquiry: Enquiry) -> Markup:
    return say(
        "<i>{words}</i>\n\nClose it without an answer? The person is told kindly that it cannot be "
        "answered here.",
        words=quoted(enquiry.words),
    )


def closed(say: Speech, enquiry: Enquiry) -> Markup:
    return say("Closed without an answer: <i>{words}</i>", words=quoted(enquiry.words))


def nearest(say: Speech, enquiry: Enquiry, known: Sequence[tuple[Known, str]]) -> Markup:
    """The known answers nearest to the question; a press sends one."""
    heading = say("Asked: <i>{words}</i>", words=quoted(enquiry.words))
    if not known:
        return Markup("{}\n\n{}").format(heading, say("No known answer is near it."))
    lines = [
        Markup("{}. <b>{}</b>\n{}").format(
            number, shortened(one.asked[0], LABEL_LENGTH), shortened(said, _ANSWER_LENGTH)
        )
        for number, (one, said) in enumerate(known, start=1)
    ]
    below = say("A press sends the answer to the person at once.")
    return Markup("\n\n").join([heading, *lines, below])


def send_label(say: Speech, number: int) -> str:
    return str(say("Send No. {n}", n=number))


def unreached(say: Speech, told: Told) -> Markup:
    return say(
        "Your answer did not reach the person, who has blocked the bot: <i>{words}</i>\nIt is "
        "kept.",
        words=quoted(told.enquiry.words),
    )


def waiting(say: Speech, count: int) -> Markup:
    """Once a working day, of all of them together."""
    return say.n(
        "{n} question of a teacher has waited for more than two working days.",
        "{n} questions of teachers have waited for more than two working days.",
        count,
    )


def ask_question(say: Speech) -> Markup:
    return say(
        "Write the question as people would ask it, in one sentence and without anyone’s name."
    )


def topics(say: Speech, chosen: Sequence[str]) -> Markup:
    lines = [
        say("<b>My topics</b>"),
        say(
            "Questions about these come to you before others. Choose groups of people, or write "
            "a topic of your own, for example: <i>projects</i>. Without any, you are asked about "
            "everything."
        ),
    ]
    if chosen:
        lines += [Markup(""), Markup("{}").format(", ".join(chosen))]
    return Markup("\n").join(lines)


def not_a_reply(say: Speech) -> Markup:
    return say(
        "I need an answer in words, of up to {longest} characters. Please write it once more.",
        longest=LONGEST_REPLY,
    )


def too_many_topics(say: Speech) -> Markup:
    return say.n(
        "You have chosen {n} topic, as many as there may be. Leave one out first.",
        "You have chosen {n} topics, as many as there may be. Leave one out first.",
        MOST_TOPICS,
    )
