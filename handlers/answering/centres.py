"""What is known of centres and for every teacher, and what staff have approved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from catalogue.answers.index import Found, Known
from catalogue.answers.words import is_question
from catalogue.centres.pages import IN_SHORT
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.programme.queries import upcoming
from catalogue.search.intents import Intent
from catalogue.search.questions import Question
from handlers.answering.values import Answer, Answering, Asked, Step
from handlers.words import about as centre_words
from handlers.words.answers import centres as words

#: Asked of events, unless the words are surely those of a known answer.
_OF_EVENTS: frozenset[Intent] = frozenset({"find_events", "event_facts", "register"})

_ABOUT, _CONTACTS = "about", "contacts"

#: What centres say they hold: the programme tells which.
_HELD = frozenset({"functions", "olympiads", "trips", "exhibitions", "adults", "plan"})

#: Of what is asked about a centre, what has an intent of its own.
_INTENTS: Mapping[str, Intent] = {
    "award": "award",
    "award_criteria": "award",
    "award_years": "award",
    "nominating": "award",
    "borrow": "borrow",
    "retraining": "retraining",
    "propose_programme": "propose_programme",
}

#: What is added to an answer of a kind, because the pages leave it open.
_NOTES = {"propose_programme": words.proposing, "borrow": words.borrowing}


async def known_first(asked: Asked, otherwise: Answering) -> Answer:
    """A known answer where it is surely asked for, or approved; else what the intent says."""
    if not is_question(asked.question.text):
        return await otherwise(asked)
    found = asked.book.find(asked.question.text)
    if found.is_sure and any(known.is_approved for known in found.hits):
        return await _told(asked, found)
    if asked.question.intent in _OF_EVENTS:
        return await _known_or_events(asked, found, otherwise)
    if asked.question.intent == "hours" and found.is_sure and found.hits:
        return await _told(asked, found)
    return await otherwise(asked)


async def _known_or_events(asked: Asked, found: Found, otherwise: Answering) -> Answer:
    """Of what a centre holds the fact stands first and the events below it."""
    if asked.shown or asked.listed or not _outweighs_events(asked, found):
        return await otherwise(asked)
    told = replace(await _told(asked, found), question=_reread(asked, found))
    filters = asked.question.filters
    if found.kind not in _HELD or asked.question.intent != "find_events":
        return told
    events = await otherwise(asked)
    if events.verdict != "found" or not (filters.form or filters.organiser):
        return told
    return replace(events, text=Markup("\n\n").join([told.text, events.text]))


def _reread(asked: Asked, found: Found) -> Question:
    """As it was meant: of a centre, perhaps of one named by its town, and not of events there."""
    filters = replace(asked.question.filters, topic=None, fact=None)
    if asked.book.centres_named(asked.question.text):
        filters = replace(filters, city=None)
    intent = _INTENTS.get(found.kind, "centre_info")
    return replace(asked.question, intent=intent, filters=filters, topic=())


def _outweighs_events(asked: Asked, found: Found) -> bool:
    """Surely asked for, or found where no event is; days, a price or a town are asked of events.

    What no centre at all states is recognised too, but for contacts, which an event has as well.
    """
    if found.verdict != "found":
        return False
    is_stated = bool(found.hits)
    if found.is_sure and not _narrows(asked):
        if is_stated or not (found.kind == _CONTACTS or asked.book.of(found.kind)):
            return True
    elif _narrows(asked) and not (found.is_sure and is_stated):
        return False
    if asked.question.intent == "event_facts" and not asked.names_something:
        return is_stated
    return asked.find(1).verdict == "nothing"


def _narrows(asked: Asked) -> bool:
    """Whether days, a price or the like are said, or a town beside no centre."""
    said = set(asked.question.filters.said()) - {"form", "audience", "organiser"}
    return bool(said - ({"city"} if "cent" in asked.folded else set()))


async def centre_info(asked: Asked) -> Answer:
    """What was asked of it; where that is nothing in particular, the centre in short."""
    found = asked.book.find(asked.question.text)
    return await (_in_short(asked) if found.verdict == "nothing" else _told(asked, found))


async def _in_short(asked: Asked) -> Answer:
    """Of the centres named; else one chooses."""
    named = [slug for slug in asked.book.centres_named(asked.question.text) if slug]
    if known := asked.book.of(*IN_SHORT, centres=named) if named else ():
        return _answer(asked, known, await _buttons(asked, named))
    rows = tuple(await all_centres(asked.session))
    names = [page.title(asked.say.language) for page in asked.book.centres.values()]
    return Answer(
        verdict="unsure",
        text=words.which_centre(asked.say, names),
        step=Step.CENTRES,
        centres=rows,
    )


def saying(kind: str) -> Answering:
    """What is known of one thing, unless something nearer to it is asked for."""

    async def said(asked: Asked) -> Answer:
        found = asked.book.find(asked.question.text)
        if found.verdict == "found":
            return await _told(asked, found)
        named = asked.book.centres_named(asked.question.text)
        hits = asked.book.of(kind, centres=named)
        return await _told(asked, Found("found", kind, hits))

    return said


async def known_or_asked_elsewhere(asked: Asked) -> Answer:
    """Of a sentence that nothing else understands; a doubtful answer is said to be one."""
    return await _told(asked, asked.book.find(asked.question.text))


async def _told(asked: Asked, found: Found) -> Answer:
    named = sorted(slug for slug in asked.book.centres_named(asked.question.text) if slug)
    if not found.kind:
        return await _not_known(asked, ())
    if found.kind == _CONTACTS:
        return await _contacts(asked, named)
    if found.kind == _ABOUT:
        return await _in_short(asked)
    hits = _of_the_one_in_hand(asked, found.hits)
    if not hits:
        return await _not_known(asked, named)
    centres = [known.centre for known in hits if known.centre]
    answer = _answer(asked, hits, await _buttons(asked, centres))
    if note := _NOTES.get(found.kind):
        answer = replace(answer, text=answer.text + "\n\n" + note(asked.say))
    if found.verdict == "unsure":
        text = Markup("{}\n\n{}").format(words.perhaps(asked.say), answer.text)
        return replace(answer, verdict="unsure", text=text)
    return answer


def _of_the_one_in_hand(asked: Asked, hits: Sequence[Known]) -> Sequence[Known]:
    """Of the centre whose event is looked at, where it says anything."""
    own = [known for known in hits if asked.shown and known.centre == asked.shown.centre.slug]
    return own or hits


def _answer(asked: Asked, known: Sequence[Known], rows: tuple[Centre, ...]) -> Answer:
    """Each centre's facts under its name; what holds for all stands first."""
    by_centre: dict[str | None, list[Known]] = {}
    for one in sorted(known, key=lambda one: one.centre is not None):
        by_centre.setdefault(one.centre, []).append(one)
    parts = [
        centre_words.centre(asked.say, asked.book.centres[slug].title(asked.say.language), said)
        if slug
        else centre_words.told(asked.say, said)
        for slug, said in by_centre.items()
    ]
    step = Step.CENTRES if rows else Step.NONE
    return Answer(verdict="found", text=Markup("\n\n").join(parts), step=step, centres=rows)


async def _buttons(asked: Asked, slugs: Collection[str]) -> tuple[Centre, ...]:
    """Those of the programme, for whoever is there to press them."""
    return await _rows(asked, slugs) if asked.person else ()


async def _rows(asked: Asked, slugs: Collection[str]) -> tuple[Centre, ...]:
    if not slugs:
        return ()
    return tuple(each for each in await all_centres(asked.session) if each.slug in slugs)


async def _contacts(asked: Asked, named: Sequence[str]) -> Answer:
    """No page we have read gives them: its site, and whom its next event names."""
    rows = await _rows(asked, named)
    lines = [words.contacts_unknown(asked.say)]
    for slug in named:
        if site := asked.book.of("site", centres=[slug]):
            name = asked.book.centres[slug].title(asked.say.language)
            lines.append(centre_words.centre(asked.say, name, site))
    for centre in rows:
        coming = await upcoming(asked.session, now=asked.now, centre_id=centre.id, limit=20)
        if event := next((event for event in coming if event.contact), None):
            lines.append(words.contact_of_event(asked.say, event))
    if len(lines) == 1:
        lines.append(_whom_to_ask(asked))
    step = Step.CENTRES if rows else Step.DOORS
    return Answer(verdict="found", text=Markup("\n\n").join(lines), step=step, centres=rows)


async def _not_known(asked: Asked, named: Sequence[str]) -> Answer:
    """Says so, and names the contact that there is."""
    lines = [
        words.centre_does_not_say(asked.say, asked.book.centres[slug].title(asked.say.language))
        for slug in named
    ]
    sites = [asked.book.of("site", centres=[slug]) for slug in named]
    lines += [centre_words.told(asked.say, site) for site in sites if site]
    rows = await _buttons(asked, named)
    text = Markup("\n\n").join([*(lines or [words.not_known(asked.say)]), _whom_to_ask(asked)])
    step = Step.CENTRES if rows else Step.EXAMPLES
    return Answer(verdict="nothing", text=text, step=step, centres=rows)


def _whom_to_ask(asked: Asked) -> Markup:
    if asked.shown:
        return words.ask_about_event(asked.say, asked.shown)
    return words.ask_the_centre(asked.say)
