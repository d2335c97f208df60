"""The fields of an event, as they stand after „pakeitė“, and what was in them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from markupsafe import Markup

from handlers.words.events import form_name, shortened
from handlers.words.speech import Speech, _

MOST = 4
_LONGEST = 24

FIELDS: Mapping[str, str] = {
    "code_as_written": _("the code"),
    "title_lt": _("the title"),
    "title_en": _("the English title"),
    "summary": _("the description"),
    "form": _("the form"),
    "audience": _("whom it is for"),
    "subjects": _("the subjects"),
    "priority_field": _("the priority field"),
    "mode": _("the way of taking part"),
    "city": _("the town"),
    "place": _("the place"),
    "join_url": _("the link"),
    "starts_at": _("the beginning"),
    "ends_at": _("the end"),
    "sessions": _("the meetings"),
    "hours": _("the academic hours"),
    "price_eur": _("the price"),
    "funding": _("the funding"),
    "payer": _("who pays"),
    "project": _("the project"),
    "seats": _("the number of seats"),
    "waiting_list": _("the waiting list"),
    "registration_closes": _("the end of registration"),
    "cancel_until": _("until when one may cancel"),
    "lecturer": _("the lecturer"),
    "coordinator": _("the coordinator of the event"),
    "contact": _("the contact"),
    "ktprr_code": _("the KTPRR code"),
    "language": _("the language of the event"),
    "status": _("the status"),
    "certificate": _("the certificate"),
    "needs_approval": _("whether registrations need approval"),
    "reported_at": _("whether the report is handed in"),
    "cancel_reason": _("the reason why it is cancelled"),
    "reminders": _("the reminders of the event"),
    "offers_close": _("until when seats are offered"),
}

MOMENTS = frozenset({"starts_at", "ends_at", "registration_closes", "cancel_until"})
VALUES: Mapping[str, Mapping[Any, str]] = {
    "mode": {"onsite": _("on site"), "online": _("online"), "hybrid": _("on site or online")},
    "status": {
        "draft": _("a draft"),
        "published": _("published"),
        "cancelled": _("cancelled"),
    },
    "language": {
        "lt": _("Lithuanian"),
        "en": _("English"),
        "ru": _("Russian"),
        "pl": _("Polish"),
        "de": _("German"),
        "fr": _("French"),
    },
}
YES_AND_NO = {True: _("yes"), False: _("no")}


def changed(say: Speech, fields: Mapping[str, Sequence[Any]], *, now: datetime) -> Markup:
    """„vietų skaičių 20 → 25, aprašymą“, as `catalogue.journal.rules.differences` tells it."""
    names = list(fields)
    told = [_field(say, name, fields[name], now=now) for name in names[:MOST]]
    if rest := len(names) - MOST:
        told += [say.n("and {n} more", "and {n} more", rest)] if rest > 0 else []
    return Markup(", ").join(told)


def _field(say: Speech, name: str, values: Sequence[Any], *, now: datetime) -> Markup:
    field = say(FIELDS[name])
    if not values:
        return field
    before, after = (_value(say, name, value, now=now) for value in values)
    return Markup("{} {} → {}").format(field, before, after)


def _value(say: Speech, name: str, value: Any, *, now: datetime) -> str:
    """Plain text."""
    if value is None or value == "":
        return "–"
    if name in MOMENTS:
        return say.brief(datetime.fromisoformat(value), now=now)
    if isinstance(value, bool):
        return str(say(YES_AND_NO[value]))
    if name == "offers_close":
        return say.n("{n} h before", "{n} h before", value).unescape()
    if name == "form":
        return shortened(form_name(say, value), _LONGEST)
    known = VALUES.get(name, {})
    return str(say(known[value])) if value in known else shortened(str(value), _LONGEST)
