"""What is known of centres and for every teacher, and what staff have approved."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from catalogue.answers.index import Found, Known
from catalogue.answers.words import is_question
from catalogue.centres.pages import IN_SHORT
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.search.intents import Intent
from catalogue.search.questions import Question
from handlers.answering.elsewhere import contacts, not_known, rows_of
from handlers.answering.events import open_card
from handlers.answering.values import Answer, Answering, Asked, Step
from handlers.answering.whose import is_answered_by_several, named, told_of, whose
from handlers.words import about as centre_words
from handlers.words.answers import centres as words

#: Asked of events, unless the words are surely those of a known answer.
_OF_EVENTS: frozenset[Intent] = frozenset({"find_events", "event_facts", "register"})

_ABOUT, _CONTACTS, _AUDIENCE = "about", "contacts", "audience"

#: So much else that may have been meant is offered beside a doubtful answer.
_OFFERED = 3

#: Words of where the money comes from, and not of how much.
_MONEY = re.compile(
    r"\b(?:les(?:u|os|omis)|pinig|finans|krepsel|biudzet|projekt|saltin|mokykl|istaig|savivaldyb"
    r"|pat(?:i|s|iems?|ys)\b|paci|kas\s(?:ap|su)?mok|is\sko(?:kiu)?\b"
    r"|who\b|fund|financ|basket|budget|money|school|employer|source|myself|ourselves)"
)
_EVENTS = re.compile(
    r"\b(?:rengini\w+|seminar\w*|kursai|kursus|mokymai|mokymus|events?|courses|what\W?s\son"
    r"|vyks\w*)\b"
)

_AN_EVENT = re.compile(
    r"\b(?:rengin\w+|seminar\w*|kurs\w+|mokym(?:ai|us|u|uose)|vebinar\w*|dirbtuv\w+|konferencij\w+"
    r"|paskait\w*|courses?|workshop|webinar|training|conference|lecture|event)\b"
)

#: What centres say they hold: the programme tells which.
_HELD = frozenset({"functions", "olympiads", "trips", "exhibitions", "adults", "plan"})

#: What only an event has; a day, a place and whom to call has a centre as well.
_OF_ONE_EVENT = frozenset(
    {"hours", "seats", "deadline", "lecturer", "link", "certificate", "materials"}
)
_INVOICE = re.compile(r"\b(?:saskait|faktur|invoice)")

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
    if not is_question(asked.question.text) or asked.question.intent == "privacy":
        return await otherwise(asked)
    found = _found(asked)
    if _is_told_anyhow(asked, found):
        return await _told(asked, found)
    if asked.shown and found.kind == _AUDIENCE and not named(asked):
        return open_card(asked)
    if _goes_on_about_centre(asked, found):
        return replace(await _told(asked, found), question=_reread(asked, found))
    if asked.question.intent in _OF_EVENTS:
        return await _known_or_events(asked, found, otherwise)
    return await otherwise(asked)


def _is_told_anyhow(asked: Asked, found: Found) -> bool:
    """What staff approved; and of hours what the law says, where it is not one's own."""
    if not found.is_sure:
        return False
    is_approved = any(known.is_approved for known in found.hits)
    return is_approved or (asked.question.intent == "hours" and bool(found.hits))


async def _known_or_events(asked: Asked, found: Found, otherwise: Answering) -> Answer:
    """Of what a centre holds the fact stands first and the events below it."""
    if asked.shown or asked.listed or _asks_the_price(asked) or not _outweighs(asked, found):
        return await otherwise(asked)
    told = replace(await _told(asked, found), question=_reread(asked, found))
    filters = asked.question.filters
    if found.kind not in _HELD or asked.question.intent != "find_events":
        return told
    events = await otherwise(asked)
    if events.verdict != "found" or not (filters.form or filters.organiser):
        return told
    return replace(events, text=Markup("\n\n").join([told.text, events.text]))


def _found(asked: Asked) -> Found:
    about = asked.centre if named(asked) == [asked.centre] else ""
    return asked.book.find(asked.question.text, about=about)


def _goes_on_about_centre(asked: Asked, found: Found) -> bool:
    """Whether it is asked of the centre that the chat has just been about: „o kada įkurtas?“"""
    if not asked.centre or named(asked) != [asked.centre] or _narrows(asked):
        return False
    return found.is_sure and bool(found.hits) and not _asks_the_price(asked)


def _asks_the_price(asked: Asked) -> bool:
    """Whether one must pay for an event, and not where the money may come from."""
    return asked.question.filters.fact == "price" and not _MONEY.search(asked.folded)


def _reread(asked: Asked, found: Found) -> Question:
    """As it was meant: of a centre, perhaps of one named by its town, and not of events there."""
    filters = replace(asked.question.filters, topic=None, fact=None)
    if asked.book.centres_named(asked.question.text):
        filters = replace(filters, city=None)
    intent = _INTENTS.get(found.kind, "centre_info")
    return replace(asked.question, intent=intent, filters=filters, topic=())


def _outweighs(asked: Asked, found: Found) -> bool:
    """Surely asked for, or found where no event is; days, a price or a town are asked of events.

    What no centre at all states is recognised too, but for contacts, which an event has as well.
    """
    if found.verdict != "found" or _asks_for_events(asked, found) or _asks_of_an_event(asked):
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


def _asks_for_events(asked: Asked, found: Found) -> bool:
    """Whether what a centre holds is asked with days said, a centre is only named as whose events
    are wanted, or none is, and a town or a group is said.
    """
    question = asked.question
    if found.kind in _HELD:
        return _narrows(asked)
    if question.intent != "find_events":
        return False
    if not asked.book.centres_named(question.text):
        return _narrows(asked) or question.filters.audience is not None
    return bool(question.filters.organiser) and _EVENTS.search(asked.folded) is not None


def _asks_of_an_event(asked: Asked) -> bool:
    """Whether a fact that no centre has is asked, or any of „the course“; no centre is named."""
    if asked.question.intent != "event_facts" or asked.book.centres_named(asked.question.text):
        return False
    fact = asked.question.filters.fact
    if fact == "price":
        return _INVOICE.search(asked.folded) is not None
    return fact in _OF_ONE_EVENT or _AN_EVENT.search(asked.folded) is not None


def _narrows(asked: Asked) -> bool:
    """Whether days, a price or the like are said, or a town beside no centre."""
    said = set(asked.question.filters.said()) - {"form", "audience", "organiser"}
    return bool(said - ({"city"} if "cent" in asked.folded else set()))


async def centre_info(asked: Asked) -> Answer:
    """What was asked of it; where that is nothing in particular, the centre in short."""
    found = _found(asked)
    return await (_in_short(asked) if found.verdict == "nothing" else _told(asked, found))


async def _in_short(asked: Asked) -> Answer:
    """Of the centres named; else one chooses."""
    slugs = named(asked)
    if known := asked.book.of(*IN_SHORT, centres=slugs) if slugs else ():
        return _answer(asked, known, await _buttons(asked, slugs))
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
        found = _found(asked)
        if found.verdict == "found" and not _is_beside(found, kind):
            return await _told(asked, found)
        slugs = asked.book.centres_named(asked.question.text)
        hits = asked.book.of(kind, centres=slugs)
        return await _told(asked, Found("found", kind, hits))

    return said


def _is_beside(found: Found, kind: str) -> bool:
    """What the law says is no answer to who offers something."""
    is_of_all = all(known.centre is None and not known.is_approved for known in found.hits)
    return kind == "propose_programme" and is_of_all


async def known_or_asked_elsewhere(asked: Asked) -> Answer:
    """Of a sentence that nothing else understands; a doubtful answer is said to be one."""
    found = _found(asked)
    told = await _told(asked, found)
    return replace(told, question=_reread(asked, found)) if told.verdict == "found" else told


async def of_key(asked: Asked, key: str) -> Answer | None:
    """A known answer that was chosen; None where it is there no more."""
    known = asked.book.one(key)
    return await _told(asked, Found("found", known.kind, (known,))) if known else None


async def _told(asked: Asked, found: Found) -> Answer:
    if not found.kind:
        near = asked.book.nearest(asked.question.text, most=_OFFERED)
        return await not_known(asked, (), perhaps=near)
    slugs = named(asked)
    if found.kind == _CONTACTS:
        return await contacts(asked, slugs)
    if found.kind == _ABOUT:
        return await _in_short(asked)
    hits = await told_of(asked, found.hits)
    if not hits:
        return await not_known(asked, slugs)
    if is_answered_by_several(hits):
        return await whose(asked, hits)
    centres = [known.centre for known in hits if known.centre]
    answer = _answer(asked, hits, await _buttons(asked, centres))
    if note := _NOTES.get(found.kind):
        text = answer.text + "\n\n" + note(asked.say)
        answer = replace(answer, text=text, to_coordinator=True)
    return _in_doubt(asked, answer, found) if found.verdict == "unsure" else answer


def _in_doubt(asked: Asked, answer: Answer, found: Found) -> Answer:
    """Said to be doubtful, with what else may have been meant."""
    text = Markup("{}\n\n{}").format(words.perhaps(asked.say), answer.text)
    near = asked.book.nearest(asked.question.text, most=_OFFERED + 1)
    others = tuple(known for known in near if known.kind != found.kind)[:_OFFERED]
    step = Step.PERHAPS if others else answer.step
    step = Step.EXAMPLES if step is Step.NONE else step
    return replace(answer, verdict="unsure", text=text, step=step, perhaps=others)


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
    slugs = [slug for slug in by_centre if slug]
    return Answer(
        verdict="found",
        text=Markup("\n\n").join(parts),
        step=Step.CENTRES if rows else Step.NONE,
        centres=rows,
        centre=slugs[0] if len(slugs) == 1 else "",
    )


async def _buttons(asked: Asked, slugs: Collection[str]) -> tuple[Centre, ...]:
    """Those of the programme, for whoever is there to press them."""
    return await rows_of(asked, slugs) if asked.person else ()
