"""Of which centre something is asked, and whose answer is told."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from catalogue.answers.index import Known
from handlers.answering.elsewhere import rows_of
from handlers.answering.meant import own_coming
from handlers.answering.values import Answer, Asked, Step
from handlers.words import about as centre_words
from handlers.words.answers import centres as words

#: Words by which not the centre in hand alone is asked for.
_OTHERS = re.compile(r"\b(?:kuri\w*|kit[aiou]\w*|vis[iou]\w*|which|other|another|all|every)\b")


def named(asked: Asked) -> list[str]:
    """Slugs of the centres named, else of the one in hand, unless others are asked for."""
    slugs = asked.book.centres_named(asked.question.text)
    if not slugs and asked.centre in asked.book.centres and not _OTHERS.search(asked.folded):
        return [asked.centre]
    return sorted(slug for slug in slugs if slug)


async def told_of(asked: Asked, hits: Sequence[Known]) -> Sequence[Known]:
    """What of it concerns the one who asks.

    Of the centre in hand and no other, beside what holds for all; of the one whose event is looked
    at, where it says anything. What the staff of several centres have answered is told of the
    centre to which the person is going, if that is one of them; its own answer is nearer than the
    one for all.
    """
    about = named(asked)
    if asked.centre and about == [asked.centre]:
        hits = [known for known in hits if known.centre in {None, asked.centre}]
    elif asked.shown:
        slug = asked.shown.centre.slug
        hits = [known for known in hits if known.centre == slug] or hits
    theirs = [known for known in hits if known.is_approved and known.centre]
    if len(theirs) > 1:
        going_to = {each.event.centre.slug for each in await own_coming(asked)}
        own = [known for known in theirs if known.centre in going_to]
        return own if len(own) == 1 else hits
    return theirs if len(about) == 1 and theirs else hits


def is_answered_by_several(hits: Sequence[Known]) -> bool:
    """By staff, each for their own centre or for all of them."""
    return sum(known.is_approved for known in hits) > 1


async def whose(asked: Asked, hits: Sequence[Known]) -> Answer:
    """Which centre's answer is wanted; the one for all is told at once."""
    everyones = [known for known in hits if known.centre is None]
    theirs = {known.centre: known for known in hits if known.centre}
    rows = await rows_of(asked, theirs.keys())
    names = [asked.book.centres[row.slug].title(asked.say.language) for row in rows]
    parts = [centre_words.told(asked.say, everyones)] if everyones else []
    return Answer(
        verdict="found" if everyones else "unsure",
        text=Markup("\n\n").join([*parts, words.whose_answer(asked.say, names)]),
        step=Step.WHOSE,
        centres=rows,
        perhaps=tuple(theirs[row.slug] for row in rows),
    )
