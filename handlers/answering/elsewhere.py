"""What nobody has told us, and whom to ask: only contacts that are really there."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from markupsafe import Markup

from catalogue.answers.index import Known
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.programme.queries import upcoming
from handlers.answering.values import Answer, Asked, Step
from handlers.words import about as centre_words
from handlers.words.answers import centres as words

#: Of so many coming events of a centre the first that names a contact is looked for.
_LOOKED_AT = 20


async def not_known(
    asked: Asked, named: Sequence[str], *, perhaps: tuple[Known, ...] = ()
) -> Answer:
    """Says so, and names the contact that there is; `perhaps` is what may be asked for instead."""
    unsaid = [_unsaid(asked, slug) for slug in named] or [words.not_known(asked.say)]
    rows = await rows_of(asked, named) if asked.person else ()
    whom = await _contacts(asked, named)
    if asked.person:
        whom.append(words.can_be_passed_on(asked.say))
    text = Markup("\n\n").join([*unsaid, *(whom or [_whom(asked, named)])])
    told = Answer(verdict="nothing", text=text, to_coordinator=True)
    if perhaps:
        return replace(told, step=Step.PERHAPS, perhaps=perhaps)
    if asked.shown and not named:
        return replace(told, step=Step.EVENT, events=(asked.shown,))
    return replace(
        told,
        step=Step.CENTRES if rows else Step.EXAMPLES,
        centres=rows,
        centre=named[0] if len(named) == 1 else "",
    )


async def contacts(asked: Asked, named: Sequence[str]) -> Answer:
    """No page we have read gives an address: its site, and whom its next event names."""
    known = await _contacts(asked, named)
    lines = [words.contacts_unknown(asked.say), *known]
    if not (known or named):
        lines.append(words.ask_the_organiser(asked.say))
    rows = await rows_of(asked, named)
    return Answer(
        verdict="found",
        text=Markup("\n\n").join(lines),
        to_coordinator=True,
        step=Step.CENTRES if rows else Step.DOORS,
        centres=rows,
        centre=named[0] if len(named) == 1 else "",
    )


async def rows_of(asked: Asked, slugs: Collection[str]) -> tuple[Centre, ...]:
    """Those of the programme."""
    if not slugs:
        return ()
    return tuple(each for each in await all_centres(asked.session) if each.slug in slugs)


def _unsaid(asked: Asked, slug: str) -> Markup:
    name = asked.book.centres[slug].title(asked.say.language)
    if asked.book.speaks_of(slug):
        return words.centre_does_not_say(asked.say, name)
    return words.nothing_read(asked.say, name)


async def _contacts(asked: Asked, named: Sequence[str]) -> list[Markup]:
    """Of the centres named, else of the event in hand."""
    if not named and asked.shown:
        return [words.ask_about_event(asked.say, asked.shown)]
    return [line for slug in named for line in await _contacts_of(asked, slug)]


async def _contacts_of(asked: Asked, slug: str) -> list[Markup]:
    name = asked.book.centres[slug].title(asked.say.language)
    site = asked.book.of("site", centres=[slug])
    lines = [centre_words.centre(asked.say, name, site)] if site else []
    for centre in await rows_of(asked, [slug]):
        coming = await upcoming(asked.session, now=asked.now, centre_id=centre.id, limit=_LOOKED_AT)
        if event := next((event for event in coming if event.contact), None):
            lines.append(words.contact_of_event(asked.say, event))
    return lines


def _whom(asked: Asked, named: Sequence[str]) -> Markup:
    return words.ask_the_centre(asked.say) if named else words.ask_the_organiser(asked.say)
