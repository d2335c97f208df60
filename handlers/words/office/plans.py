"""Publishing a plan: what goes out, to how many, and what is left out."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.plans.stretches import Stretch
from catalogue.plans.tables import PublishedPlan
from catalogue.programme.tables import Event
from handlers.words.events import centre_name, shortened, title
from handlers.words.office import labels
from handlers.words.plans import stretch_name
from handlers.words.speech import Speech, capitalised

_TITLE = 80
#: Drafts that are named; of the others only their number is told.
NAMED = 5


def choose(say: Speech) -> Markup:
    return say("<b>Publish the plan</b>\nOf which centre?")


def preview(
    say: Speech,
    drafts: Sequence[Event],
    *,
    count: int,
    followers: int,
    before: PublishedPlan | None,
    now: datetime,
) -> Markup:
    """Above the post as it would go out."""
    lines = [say("<b>Publish the plan</b>")]
    if not count:
        lines.append(say("There is nothing to publish in this time: it has no published events."))
    elif not followers:
        lines.append(say("Nobody follows this plan yet; you will be able to forward the post:"))
    else:
        lines.append(
            say.n(
                "{n} follower will get this post:", "{n} followers will get this post:", followers
            )
        )
    if before is not None:
        day = say.moment(before.published_at, now=now)
        lines.append(say("It was published already: {day}. So it would go out again.", day=day))
    if drafts:
        lines.append(
            say.n(
                "{n} draft is left out; publish it first, if it is to be in the plan:",
                "{n} drafts are left out; publish them first, if they are to be in the plan:",
                len(drafts),
            )
        )
        lines += [
            Markup("• {} {}").format(
                say.short_day(one.starts_at), shortened(title(say, one), _TITLE)
            )
            for one in drafts[:NAMED]
        ]
    return Markup("\n").join(lines)


def done(say: Speech, stretch: Stretch, centre: Centre, count: int, followers: int) -> Markup:
    name = capitalised(stretch_name(say, stretch))
    return Markup("\n").join(
        [
            say("<b>The plan is published: {name}</b>", name=name),
            Markup("{}").format(centre_name(say, centre)),
            say.n("{n} event", "{n} events", count),
            say.n("{n} follower gets it.", "{n} followers get it.", followers)
            if followers
            else say("Nobody follows it yet: forward the text, its link leads here."),
            say("What changes in it I will tell them by myself on the next working morning."),
        ]
    )


def again(say: Speech) -> Markup:
    """Where something else would go out than what was shown."""
    return say("The plan has changed meanwhile, so please look at it once more.")


def really(say: Speech, followers: int) -> str:
    return say(labels.REALLY_PUBLISH_PLAN, n=followers).unescape()


def to_copy(say: Speech) -> Markup:
    return say("Here is the text: forward it, or copy it wherever you like.")


def follow_there(say: Speech, link: str) -> Markup:
    """At the end of the text for a channel."""
    text = say("Register, or follow this plan, with Kvieslys")
    return Markup('<a href="{}">{}</a>').format(link, text)
