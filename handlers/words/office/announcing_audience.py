"""For whom an announcement is, in words: each condition, and what there is to choose from."""

from collections.abc import Mapping

from markupsafe import Markup

from catalogue.announcements.events import Choice
from catalogue.announcements.segments import Block, Kind, Segment
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _

#: What a block says of a person, and what it says turned round.
BLOCKS = {
    Kind.TOPIC: (_("asked to hear of “{value}”"), _("did not ask to hear of “{value}”")),
    Kind.REGISTERED: (_("is registered for “{value}”"), _("is not registered for “{value}”")),
    Kind.WAITING: (
        _("is on the waiting list of “{value}”"),
        _("is not on the waiting list of “{value}”"),
    ),
    Kind.ATTENDED: (_("took part in “{value}”"), _("did not take part in “{value}”")),
    Kind.GROUP: (
        _("belongs to the group “{value}”"),
        _("does not belong to the group “{value}”, or has named none"),
    ),
    Kind.SUBJECT: (
        _("teaches the subject “{value}”"),
        _("does not teach the subject “{value}”, or has named none"),
    ),
    Kind.CITY: (
        _("town of work: {value}"),
        _("town of work: not {value}, or not named"),
    ),
    Kind.SCHOOL: (
        _("works at the school “{value}”"),
        _("does not work at the school “{value}”, or has named none"),
    ),
}
LANGUAGES = {
    "lt": (_("speaks Lithuanian with me"), _("does not speak Lithuanian with me")),
    "en": (_("speaks English with me"), _("does not speak English with me")),
}


def audience(
    say: Speech, segment: Segment, events: Mapping[int, Choice], people: int | None
) -> Markup:
    """For whom it is so far; `people` is how many, once something has been chosen."""
    if people is None:
        return say(
            "<b>For whom is it?</b>\nPress “Everyone”, or choose one thing after another; "
            "all that you choose must apply."
        )
    lines = [
        say("<b>For whom is it?</b>"),
        whom(say, segment, events),
        say.n("That is {n} person.", "That is {n} people.", people),
    ]
    return Markup("\n").join(lines)


_BOUND = _(
    "Only people whom your centre knows: they have registered for its events, been told of one "
    "they asked for, or follow its plan."
)


def whom(say: Speech, segment: Segment, events: Mapping[int, Choice]) -> Markup:
    """The audience in words, a line for each block, and how far the author's right reaches."""
    bound = [] if segment.centres is None else [say(_BOUND)]
    if not segment.blocks:
        return Markup("\n").join([say("Recipients: everyone."), *bound])
    lines = [
        Markup("{}. {}").format(number, block_line(say, block, events))
        for number, block in enumerate(segment.blocks, start=1)
    ]
    return Markup("\n").join([say("Recipients: whoever meets all of this:"), *lines, *bound])


def block_line(say: Speech, block: Block, events: Mapping[int, Choice]) -> Markup:
    if block.kind is Kind.LANGUAGE:
        return say(LANGUAGES[block.value][block.negated])
    value = block.value
    if block.event_id is not None:
        value = title(say, events[block.event_id]) if block.event_id in events else "?"
    return say(BLOCKS[block.kind][block.negated], value=value)


def turn_label(say: Speech, number: int) -> str:
    return str(say("{n}: the opposite", n=number))


def out_label(say: Speech, number: int) -> str:
    return str(say("{n}: take out", n=number))


def ask_choice(say: Speech, asked: str, *, is_empty: bool) -> Markup:
    """What to choose; without anything to choose from one can only write."""
    questions = {
        "topic": say("Which topic? Choose one that people have asked for, or write it."),
        "event": say("Which event? Choose one, or write its code or title."),
        "group": say("Which group? Choose one, or write it."),
        "subject": say("Which subject? Choose one, or write it."),
        "city": say("Which town? Choose one, or write it."),
        "school": say("Which school? Choose one, or write it."),
        "language": say("Which language do they speak with me?"),
        "link": say("Which event shall the button open? Choose one, or write its code or title."),
    }
    if is_empty:
        nothing = say("There is nothing to choose from yet, but you can write.")
        return Markup("{}\n{}").format(questions[asked], nothing)
    return questions[asked]


def ask_standing(say: Speech, event: str) -> Markup:
    return say("How do they stand to “{title}”?", title=event)


def choice_label(say: Speech, choice: Choice) -> str:
    """An event on a button."""
    return shortened(f"{say.short_day(choice.starts_at)} {title(say, choice)}", 60)


def which_of(say: Speech) -> Markup:
    return say("Which of these do you mean?")


def nothing_found(say: Speech) -> Markup:
    return say("I have found none. Please write it in another way, or choose with the buttons.")
