"""A new event, asked for step by step."""

from collections.abc import Mapping

from markupsafe import Markup

from catalogue.editing.creating import Step
from catalogue.programme.tables import Event
from handlers.words.events import shortened, title
from handlers.words.office.editing import NAMES
from handlers.words.speech import Speech, _

LONGEST_TITLE = 60

QUESTIONS: Mapping[Step, str] = {
    Step.CENTRE: _("Which centre's event is it?"),
    Step.TITLE: _("What is the event called?"),
    Step.FORM: _("What form does it have?"),
    Step.WHEN: _(
        "When is it? For example: <i>5 December 14:00–16:30</i>. Several meetings: each on a "
        "line of its own."
    ),
    Step.MODE: _("On site or online?"),
    Step.CITY: _("In which town?"),
    Step.PLACE: _("In which place: the address, the room?"),
    Step.LINK: _("The link to join? Write the whole address: https://…"),
    Step.AUDIENCE: _("For whom is it? Write several with a semicolon between them."),
    Step.SEATS: _("How many seats are there? “Unlimited” where there is no limit."),
    Step.PRICE: _("How many euros does it cost? 0 is free of charge."),
    Step.HOURS: _("How many academic hours is it?"),
}


def door(say: Speech, begun: str | None, drafts: int) -> Markup:
    lines = [say("<b>A new event</b>")]
    if begun is not None:
        lines.append(say("You have begun to describe one: {title}.", title=_called(say, begun)))
    if drafts:
        lines.append(say.n("{n} draft is not published.", "{n} drafts are not published.", drafts))
    lines.append(say("You may also send a file of the plan here: xlsx, csv, ics or jsonl."))
    return Markup("\n").join(lines)


def resume_label(say: Speech, begun: str) -> str:
    return say("Go on with {title}", title=_called(say, begun)).unescape()


def question(say: Speech, step: Step, number: int, count: int) -> Markup:
    """With where one stands; the centre comes before the first."""
    if step is Step.CENTRE:
        return say(QUESTIONS[step])
    place = say("<b>A new event</b>, {number} of {count}", number=number, count=count)
    return Markup("\n").join([place, say(QUESTIONS[step])])


def made(say: Speech) -> Markup:
    return say("<b>The draft is ready.</b> So teachers will see it, once you publish it:")


def detail_label(say: Speech, name: str) -> str:
    """„+ Lektorius“"""
    return f"+ {say(NAMES[name])}"


def ask_detail(say: Speech, name: str, event: Event, *, any_offered: bool) -> Markup:
    named = title(say, event)
    how = (
        say("Write it for “{title}”, or press what fits.", title=named)
        if any_offered
        else say("Write it for “{title}”.", title=named)
    )
    return Markup("<b>{}</b>\n{}").format(say(NAMES[name]), how)


def dropped(say: Speech) -> Markup:
    return say("Thrown away.")


def drafts(say: Speech, count: int) -> Markup:
    return say("<b>Drafts</b>") if count else say("There are no drafts.")


def _called(say: Speech, begun: str) -> Markup:
    if not begun:
        return say("the event without a title")
    return say("“{title}”", title=shortened(begun, LONGEST_TITLE))
