"""An event as the search sees it."""

from catalogue.programme.tables import Event
from catalogue.search.documents import Document


def document(event: Event) -> Document:
    """Needs the event's centre and sessions, as every query here loads them."""
    return Document(
        key=event.id,
        code=event.code,
        title_lt=event.title_lt,
        title_en=event.title_en,
        summary=event.summary,
        form=event.form,
        audience=tuple(event.audience),
        subjects=tuple(event.subjects),
        priority_field=event.priority_field,
        mode=event.mode.value if event.mode else "",
        city=event.city,
        place=event.place,
        organiser=event.centre.name,
        organiser_names=event.centre.names,
        lecturer=event.lecturer,
        language=event.language,
        price_eur=event.price_eur,
        hours=event.hours,
        starts=tuple(meeting.starts_at for meeting in event.sessions),
        ends=tuple(meeting.ends_at for meeting in event.sessions),
    )
