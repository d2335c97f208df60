"""The ledger of hours as a picture and as papers for a portfolio."""

from datetime import datetime

from markupsafe import Markup

from catalogue.learning.ledger import Ledger
from handlers.words.hours import COMMISSION
from handlers.words.school_years import school_year
from handlers.words.speech import Speech


def coming(say: Speech) -> Markup:
    return say("I am making it; it comes in a moment.")


def file_name(say: Speech, ending: str, year: int) -> str:
    return say("hours_{first}-{last}.{ending}", first=year, last=year + 1, ending=ending).unescape()


def paper_caption(say: Speech, ledger: Ledger) -> Markup:
    return say(
        "{year}: your ledger of hours. {commission}",
        year=school_year(say, ledger.year),
        commission=say(COMMISSION),
    )


def chart_words(say: Speech, ledger: Ledger) -> dict[str, str]:
    """What stands on the picture."""
    return {
        "title": str(say("Ledger of hours")),
        "under": str(say("{year}, academic hours", year=school_year(say, ledger.year))),
        "all": str(say("All together")),
        "confirmed": str(say("Learnt elsewhere, confirmed by a centre")),
        "own": str(say("Own entries, not confirmed")),
        "of": say(
            "{hours} of {target}", hours=say.number(ledger.hours), target=ledger.target
        ).unescape(),
        "note": str(say(COMMISSION)),
    }


def paper_words(say: Speech, ledger: Ledger, *, now: datetime) -> dict[str, str]:
    """Headings and sentences of the paper for a portfolio."""
    return {
        "heading": str(say("Ledger of hours")),
        "under": str(say("Hours of professional development, {year}",
                         year=school_year(say, ledger.year))),
        "holder": str(say("First and last name")),
        "earned": str(say("Events where the holder took part (as the organisers noted it)")),
        "confirmed": str(say("Learnt elsewhere, confirmed by staff of a centre")),
        "own": str(say("The holder’s own entries (confirmed by no centre, not part of the sums "
                       "above)")),
        "sheet_earned": str(say("attended")),
        "sheet_confirmed": str(say("confirmed")),
        "sheet_own": str(say("own entries")),
        "number": str(say("No.")),
        "from": str(say("From")),
        "until": str(say("Until")),
        "day": str(say("Day")),
        "title": str(say("Title")),
        "organiser": str(say("Organiser")),
        "form": str(say("Form")),
        "theme": str(say("Field or subject")),
        "code": str(say("KTPRR code")),
        "hours": str(say("Academic hours")),
        "certificate": str(say("Certificate No.")),
        "kind": str(say("What it was")),
        "sum": str(say("Together")),
        "target": str(say("Target of the school year, academic hours")),
        "none": str(say("There is none.")),
        "commission": str(say(COMMISSION)),
        "made": str(say("Made by Kvieslys on {day} from what the organisers noted of attendance.",
                        day=say.date_alone(now))),
        "page": say("page {page} of {pages}", page="{page}", pages="{pages}").unescape(),
    }  # fmt: skip
