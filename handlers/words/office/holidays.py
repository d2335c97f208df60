"""The school holidays that staff keep."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from catalogue.programme.holidays import Days, SchoolYear
from catalogue.programme.tables import SchoolHoliday
from handlers.words.events import shortened
from handlers.words.speech import Speech, _

LABEL_LENGTH = 44


def page(say: Speech, school_year: SchoolYear, coming: Sequence[Days], *, today: date) -> Markup:
    """What holds from today on, and whether it was entered or goes by the usual rule."""
    lines = [
        Markup("• {}: {}").format(name_of(say, days.name), period(say, days.first, days.last))
        for days in coming
    ]
    rule = (
        say("These were entered by the staff.")
        if school_year.is_entered(today)
        else say(
            "For this school year nothing has been entered, so these go by the usual rule. What "
            "you enter stands in their place."
        )
    )
    heading = say(
        "<b>School holidays</b>\nDigests of new events do not come in them; they come on the first "
        "working day after."
    )
    return Markup("\n\n").join([heading, Markup("\n").join(lines), rule])


def ask(say: Speech) -> Markup:
    return say(
        "Write the name and the days, for example: <i>Autumn holidays 2026-10-26 – 2026-10-30</i>"
    )


def not_holidays(say: Speech) -> Markup:
    return say(
        "I need a name, the first and the last day with the year, for example: "
        "<i>Autumn holidays 2026-10-26 – 2026-10-30</i>. Please write it once more."
    )


def remove_label(say: Speech, row: SchoolHoliday) -> str:
    name = say("Remove: {name}", name=row.name).unescape()
    return shortened(f"{name} {row.first_day.isoformat()}", LABEL_LENGTH)


def period(say: Speech, first: date, last: date) -> str:
    """„2026 m. spalio 26 d., pirmadienis – …“, one day alone."""
    return say.day(first) if first == last else f"{say.day(first)} – {say.day(last)}"


def name_of(say: Speech, name: str) -> str:
    """Those of the usual rule have a word of ours."""
    return str(say(USUAL[name])) if name in USUAL else name


USUAL = {
    "autumn": _("autumn holidays"),
    "christmas": _("Christmas holidays"),
    "winter": _("winter holidays"),
    "spring": _("spring holidays"),
    "summer": _("summer holidays"),
}
