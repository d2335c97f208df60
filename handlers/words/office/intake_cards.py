"""One event of a file that staff have sent: what it would be, or what would become of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from catalogue.editing.rules import FIELDS
from catalogue.files.drafts import EventDraft
from catalogue.intake.plain import plain
from catalogue.intake.tables import IntakeEvent, Standing
from catalogue.programme.tables import Event
from handlers.words.events import form_name, shortened, title
from handlers.words.importing import field_name
from handlers.words.office import fields
from handlers.words.speech import Speech

_LONGEST_VALUE = 200
_MOST_MEETINGS = 12
#: Said of a new event only where they are other than usual.
_USUAL = {"waiting_list": True, "language": "lt", "status": "published"}
_IN_THE_TITLE = frozenset({"title_lt", "title_en", "code_as_written"})


def new_card(
    say: Speech, row: IntakeEvent, draft: EventDraft, centre: str, place: tuple[int, int],
    *, now: datetime,
) -> Markup:  # fmt: skip
    """All that would be added; `place` is which one it is, of how many."""
    number, total = place
    lines = [
        say("New event {number} of {total}", number=number, total=total),
        Markup("<b>{}</b>").format(title(say, draft)),
        Markup("{}").format(_meetings(say, [plain(one) for one in draft.sessions], now=now)),
        _labelled(say, "code", draft.code_as_written or draft.code),
        _labelled(say, "organiser", centre or draft.organiser),
    ]
    for name in FIELDS:
        held = plain(getattr(draft, name))
        if name not in _IN_THE_TITLE and held not in (None, "", []) and held != _USUAL.get(name):
            lines.append(_labelled(say, name, _value(say, name, held, now=now)))
    return Markup("\n").join([*lines, *_left_out(say, row)])


def changed_card(
    say: Speech, row: IntakeEvent, event: Event | None, told: int, place: tuple[int, int],
    *, now: datetime,
) -> Markup:  # fmt: skip
    """Field by field what is and what would be; `told` people would hear of it."""
    number, total = place
    lines = [say("Changed event {number} of {total}", number=number, total=total)]
    if event is not None:
        lines += [
            Markup("<b>{}</b>").format(title(say, event)),
            _labelled(say, "code", event.code_as_written or event.code),
        ]
    for name, before, after in row.fields:
        was, becomes = (_value(say, name, value, now=now) for value in (before, after))
        lines.append(
            Markup("<b>{}:</b> {} → {}").format(field_name(name, say.language), was, becomes)
        )
    if row.is_told and told:
        lines.append(
            say.n(
                "{n} person takes part or waits, and will be told.",
                "{n} people take part or wait, and will be told.",
                told,
            )
        )
    return Markup("\n").join([*lines, *_left_out(say, row)])


def _left_out(say: Speech, row: IntakeEvent) -> list[Markup]:
    if row.standing is not Standing.LEFT_OUT:
        return []
    return [Markup(""), say("<i>Left out: it will not be taken in.</i>")]


def _labelled(say: Speech, name: str, value: str) -> Markup:
    return Markup("<b>{}:</b> {}").format(field_name(name, say.language), value)


def _value(say: Speech, name: str, value: Any, *, now: datetime) -> str:
    """Plain text of a value as `catalogue.intake.plain` writes it."""
    known = fields.YES_AND_NO if isinstance(value, bool) else fields.VALUES.get(name, {})
    if value in (None, "", []):
        return "–"
    if name in _SHOWN:
        return _SHOWN[name](say, value, now)
    if not isinstance(value, list) and value in known:
        return str(say(known[value]))
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return shortened(text, _LONGEST_VALUE)


def _meetings(say: Speech, sessions: Sequence[Mapping[str, Any]], *, now: datetime) -> str:
    """When and where, a line each."""
    lines = [_meeting(say, one, now=now) for one in sessions[:_MOST_MEETINGS]]
    if rest := len(sessions) - len(lines):
        lines.append(str(say.n("and {n} more meeting", "and {n} more meetings", rest)))
    return "\n".join(lines)


def _meeting(say: Speech, meeting: Mapping[str, Any], *, now: datetime) -> str:
    begins, ends = (datetime.fromisoformat(meeting[name]) for name in ("starts_at", "ends_at"))
    where = [meeting[name] for name in ("title", "city", "place", "join_url") if meeting[name]]
    return ", ".join([say.period(begins, ends, now=now), *where])


def _moment(say: Speech, value: str, now: datetime) -> str:
    return say.brief(datetime.fromisoformat(value), now=now)


_SHOWN: Mapping[str, Callable[[Speech, Any, datetime], str]] = {
    "sessions": lambda say, value, now: _meetings(say, value, now=now),
    "price_eur": lambda say, value, _now: say.euros(Decimal(value)),
    "hours": lambda say, value, _now: say.number(value),
    "form": lambda say, value, _now: shortened(form_name(say, value), _LONGEST_VALUE),
    **dict.fromkeys(fields.MOMENTS, _moment),
}
