"""A plan as a file: what stands in its table, and how the file is called."""

from collections.abc import Mapping

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.plans.entries import Entry
from catalogue.plans.queries import Line
from catalogue.plans.stretches import Stretch
from catalogue.programme.tables import Mode
from handlers.words import labels
from handlers.words.events import centre_name, price, shortened, title, town_and_place
from handlers.words.plans import day, hours, stretch_name
from handlers.words.speech import Speech, capitalised

#: Letters of a cell; what is longer would fill a page.
_LONGEST = 240


def making(say: Speech) -> Markup:
    return say("I am making the file.")


def caption(say: Speech, stretch: Stretch, centre: Centre | None, count: int) -> Markup:
    """Below the file."""
    told = say.n("{n} event", "{n} events", count)
    return Markup("{}\n{}: {}").format(whose(say, centre), sheet_title(say, stretch), told)


def file_name(say: Speech, stretch: Stretch) -> str:
    """Without its ending: „planas-2026-12“."""
    if stretch.is_year:
        return say("plan-{first}-{last}", first=stretch.first.year, last=stretch.last.year)
    return say("plan-{first}-{last}", first=stretch.first.year, last=f"{stretch.first:%m}")


def sheet_title(say: Speech, stretch: Stretch) -> str:
    """„Renginių planas: 2026 m. gruodis“"""
    return say("Plan of events: {time}", time=stretch_name(say, stretch)).unescape()


def whose(say: Speech, centre: Centre | None) -> str:
    return centre_name(say, centre) if centre else str(say(labels.ALL_CENTRES))


def month_of(say: Speech, entry: Entry) -> str:
    """In which it begins."""
    return capitalised(say.month(say.local(entry.starts_at).date()))


def cells(say: Speech, line: Line, *, with_centre: bool) -> Mapping[str, str]:
    """One line of the table; the year stands above it."""
    entry = line.entry
    name = title(say, entry)
    if with_centre:
        name = f"{name} ({centre_name(say, line.event.centre)})"
    if entry.is_off:
        name = say("{title} – cancelled", title=name).unescape()
    told = {
        "date": day(say, entry.starts_at, now=entry.starts_at),
        "time": hours(say, entry, now=entry.starts_at),
        "title": name,
        "audience": ", ".join(entry.audience),
        "place": _place(say, entry),
        "hours": say.number(entry.hours) if entry.hours else "",
        "price": price(say, entry),
        "lecturer": entry.lecturer,
    }
    return {column: shortened(text, _LONGEST) for column, text in told.items()}


def sheet_words(say: Speech) -> Mapping[str, str]:
    """The headings of the table, and what stands below a page."""
    return {
        "date": str(say("Date")),
        "time": str(say("Time")),
        "title": str(say("Title")),
        "audience": str(say(labels.AUDIENCE)),
        "place": str(say("Place")),
        "hours": str(say("Hours")),
        "price": str(say("Price")),
        "lecturer": str(say("Lecturer")),
        "off": str(say("cancelled")),
        "page": str(say("page {page} of {pages}", page="{page}", pages="{pages}")),
    }


def _place(say: Speech, entry: Entry) -> str:
    places = dict.fromkeys(town_and_place(one) for one in entry.meetings)
    where = "; ".join(one for one in places if one)
    if entry.mode is Mode.ONLINE:
        return str(say("online"))
    if entry.mode is Mode.HYBRID:
        return (
            say("{town} or online", town=where).unescape()
            if where
            else str(say("on site or online"))
        )
    return where
