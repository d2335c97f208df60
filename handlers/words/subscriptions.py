"""Being told of new events: wishes, subscriptions, digests, how many a week."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.subscriptions.tables import Rhythm, Subscription
from handlers.words import labels
from handlers.words.events import centre_name, shortened
from handlers.words.speech import Speech, _

WORDS_LENGTH = 80
LABEL_LENGTH = 30
#: How many of what was asked for a heading names.
NAMED = 3


def wish_noted(say: Speech, one: Subscription) -> Markup:
    """Below an answer that found nothing; what is asked for in any case is told of so."""
    if one.rhythm is not Rhythm.ONCE:
        return say("You have asked to be told of it: {rhythm}.", rhythm=say(RHYTHMS[one.rhythm]))
    return say(
        "I have noted what you are looking for: when the first such event is published, I will "
        "write to you once. To hear of every later one too, press “{button}”.",
        button=say(labels.TELL_ME),
    )


def wish_forgotten(say: Speech) -> Markup:
    return say("All right, I will not write about it.")


def subscribed(say: Speech, one: Subscription) -> Markup:
    return Markup("\n").join(
        [
            say("When something on “{words}” is published, I will write to you.", words=_said(one)),
            how_often(say, one),
        ]
    )


def subscription(say: Speech, one: Subscription) -> Markup:
    """One of them, with how often it is told of."""
    heading = say("I write to you about <b>“{words}”</b>.", words=_said(one))
    return Markup("\n").join([heading, how_often(say, one)])


def how_often(say: Speech, one: Subscription) -> Markup:
    if one.ended_at is not None:
        return say("I no longer write to you about it.")
    return say("How often: {rhythm}.", rhythm=say(RHYTHMS[one.rhythm]))


def stopped(say: Speech, one: Subscription) -> Markup:
    return say("I no longer write to you about “{words}”.", words=_said(one))


def too_many(say: Speech) -> Markup:
    return say(
        "You asked to hear of very many things already. Please stop one of them first: /profile, "
        "“{button}”.",
        button=say(labels.NEWS),
    )


def page(
    say: Speech,
    person: Person,
    own: Sequence[Subscription],
    plans: Sequence[Centre | None] = (),
) -> Markup:
    """What comes to a person besides the reminders of their own events; `plans` are those they
    follow, None being all of them.
    """
    lines = [Markup("• {}").format(one) for one in _asked(say, own, plans)]
    nothing = say(
        "You have not asked to hear of anything yet. Write what you are looking for, and press "
        "“{button}” under the answer.",
        button=say(labels.TELL_ME),
    )
    asked = [say("What I tell you of:"), *lines] if lines else [nothing]
    return Markup("\n").join(
        [
            say("<b>News</b>"),
            *asked,
            Markup(""),
            ceiling(say, person.weekly_ceiling),
            say("Announcements of the centres: yes")
            if person.wants_announcements
            else say("Announcements of the centres: no"),
            Markup(""),
            say("Reminders and changes of your own events are not counted."),
        ]
    )


def ceiling(say: Speech, most: int | None) -> Markup:
    if most is None:
        return say("News and announcements a week: as many as there are")
    if most == 0:
        return say("News and announcements a week: none")
    return say("News and announcements a week: at most {n}", n=most)


def ceiling_label(say: Speech, most: int | None) -> str:
    """On a button in the row of them."""
    return str(say("No limit")) if most is None else str(most)


def digest(
    say: Speech,
    told: Sequence[Subscription],
    lines: Sequence[Markup],
    *,
    more: Sequence[Event],
) -> Markup:
    """Above the list it says for what it came; `more` are those that have only a button."""
    named = ", ".join(str(say("“{words}”", words=_said(one)).unescape()) for one in told[:NAMED])
    heading = (
        say("You were looking for {words}. Now it is in the programme:", words=named)
        if all(one.rhythm is Rhythm.ONCE for one in told)
        else say("New in the programme, as you asked: {words}", words=named)
    )
    rest = [say.n("And {n} more:", "And {n} more:", len(more))] if more else []
    return Markup("\n\n").join([heading, *lines, *rest])


def label(say: Speech, one: Subscription) -> str:
    """On the button that opens it, or makes a wish lasting."""
    words = shortened(one.words, LABEL_LENGTH)
    if one.rhythm is Rhythm.ONCE and one.ended_at is not None:
        return say("Tell me further: {words}", words=words).unescape()
    return say("How often: {words}", words=words).unescape()


def _asked(
    say: Speech, own: Sequence[Subscription], plans: Sequence[Centre | None]
) -> Iterator[Markup]:
    for one in own:
        yield _line(say, one)
    for centre in plans:
        yield (
            say("plan of the centre “{name}”", name=centre_name(say, centre))
            if centre
            else say("plans of all centres")
        )


def _line(say: Speech, one: Subscription) -> Markup:
    return say("“{words}”: {rhythm}", words=_said(one), rhythm=say(RHYTHMS[one.rhythm]))


def _said(one: Subscription) -> str:
    return shortened(one.words, WORDS_LENGTH)


#: How often, as it stands after a colon.
RHYTHMS = {
    Rhythm.ONCE: _("once, when the first one is published"),
    Rhythm.INSTANT: _("at once"),
    Rhythm.WEEKLY: _("once a week, on Friday afternoon"),
    Rhythm.MONTHLY: _("once a month, on its first working day"),
}
