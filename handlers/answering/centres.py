"""What centres say of themselves."""

import re
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from catalogue.centres.known import known_centres
from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.programme.queries import upcoming
from catalogue.search.normalise import words as words_of
from catalogue.search.reading import generic_words, stop_words
from catalogue.search.stems import stem
from handlers.answering.values import Answer, Answering, Asked, Step
from handlers.words import about as centre_words
from handlers.words.answers import centres as words
from handlers.words.events import centre_name
from handlers.words.speech import Speech

_ABOUT_CENTRES = (
    (r"\bakredit|\baccredit", ("accreditation",)),
    (r"\bikurt|\bikure|\bsenia|\bfounded|\bestablished|\bhow\sold", ("founded", "renaming")),
    (r"\bvadin|\bpavadinim|\bpervadin|\bcalled|\brenamed", ("renaming",)),
    (
        r"\bvizij|\bmisij|\bvertyb|\bfilosofij|\bvision|\bmission|\bvalues|\bphilosoph",
        ("vision", "philosophy", "values"),
    ),
    (r"\bsvetain|\bpuslap|\byoutube|\bwebsite|\bsite\b", ("site", "youtube")),
    (r"\bfinansav|\bfund", ("funding",)),
    (r"\bgabi|\bgifted|\bolimpiad|\bolympiad", ("pupils",)),
    (r"\buzsien|\babroad", ("abroad",)),
    (r"\bveikl|\bfunkcij|\buzsiim|\bactivit|\bdoes\b", ("functions",)),
)
_CENTRE_IN_SHORT = ("about", "founded", "functions", "site")

_CONTACTS = re.compile(
    r"\badres|\btelef|\bkontakt|\bdarbo\slaik|\brekvizit|\bpast(?:a|as|o)\b|\bkur\b"
    r"|\baddress|\bphone|\bcontact|\b(?:opening|office|working)\shours|\bwhere\b"
)


async def centre_info(asked: Asked) -> Answer:
    present = await all_centres(asked.session)
    centres = present or known_centres()
    chosen = _centres_meant(asked, _with_known(present))
    wanted = [key for way, keys in _ABOUT_CENTRES if re.search(way, asked.folded) for key in keys]
    if len(chosen) == 1:
        return await _one_centre(asked, chosen[0], wanted)
    if saying := [each for each in chosen or centres if wanted and _facts(each, wanted)]:
        return Answer(verdict="found", text=_what_they_say(asked.say, saying, wanted))
    names = [centre_name(asked.say, centre) for centre in chosen or centres]
    text = words.which_centre(asked.say, names) if names else words.no_centres(asked.say)
    rows = tuple(centre for centre in chosen or centres if centre in present)
    return Answer(verdict="unsure", text=text, step=Step.CENTRES, centres=rows)


async def _one_centre(asked: Asked, centre: Centre, wanted: Sequence[str]) -> Answer:
    """What was asked of it; where that is nothing in particular, the centre in short."""
    if not wanted and _CONTACTS.search(asked.folded):
        lines = await _contacts(asked, centre)
    else:
        lines = [_what_they_say(asked.say, [centre], wanted or _CENTRE_IN_SHORT)]
    rows = (centre,) if centre.id else ()
    text = Markup("\n\n").join(lines)
    return Answer(verdict="found", text=text, step=Step.CENTRES, centres=rows)


async def _contacts(asked: Asked, centre: Centre) -> list[Markup]:
    """No page we have read gives them: its site, and whom its next event names."""
    lines = [words.contacts_unknown(asked.say)]
    if "site" in centre.facts:
        lines.append(_what_they_say(asked.say, [centre], ("site",)))
    if centre.id:
        coming = await upcoming(asked.session, now=asked.now, centre_id=centre.id, limit=20)
        if named := next((event for event in coming if event.contact), None):
            lines.append(words.contact_of_event(asked.say, named))
    return lines


def saying(key: str, note: Callable[[Speech], Markup] | None = None) -> Answering:
    """An answer from what centres say of themselves under `key`, each with its source."""

    async def said(asked: Asked) -> Answer:
        centres = _with_known(await all_centres(asked.session))
        found = [centre for centre in centres if key in centre.facts]
        if not found:
            return Answer(verdict="nothing", text=words.nobody_says(asked.say), step=Step.DOORS)
        text = _what_they_say(asked.say, found, (key,))
        notes = [note(asked.say)] if note else []
        return Answer(verdict="found", text=Markup("\n\n").join([text, *notes]))

    return said


def _with_known(present: list[Centre]) -> list[Centre]:
    """The centres of the programme, and those whose pages we have read all the same."""
    slugs = {centre.slug for centre in present}
    return [*present, *[known for known in known_centres() if known.slug not in slugs]]


def _centres_meant(asked: Asked, centres: list[Centre]) -> list[Centre]:
    """By name, else by what the centre says it is for: those that share most words."""
    if organiser := asked.question.filters.organiser:
        return [centre for centre in centres if centre.name == organiser]
    generic = stop_words() | generic_words()
    said = {
        stem(word)
        for word in words_of(asked.question.text)
        if word not in generic and not word.startswith("cent")
    }
    likeness = [(_likeness(said, centre), centre) for centre in centres]
    best = max((score for score, _ in likeness), default=0)
    return [centre for score, centre in likeness if score == best > 0]


def _likeness(said: set[str], centre: Centre) -> int:
    purpose = centre.facts.get("about", {})
    named = set(map(stem, words_of(" ".join(centre.names))))
    written = set(map(stem, words_of(f"{purpose.get('lt', '')} {purpose.get('en', '')}")))
    return 3 * len(said & named) + len(said & written)


def _facts(centre: Centre, keys: Iterable[str]) -> list[dict[str, str]]:
    return [centre.facts[key] for key in dict.fromkeys(keys) if key in centre.facts]


def _what_they_say(say: Speech, centres: Sequence[Centre], keys: Sequence[str]) -> Markup:
    return Markup("\n\n").join(
        centre_words.centre(say, centre_name(say, centre), _facts(centre, keys))
        for centre in centres
    )
