"""What the clock says to one person: in their language, and not while they are left in peace."""

from collections.abc import Collection
from datetime import datetime

from catalogue.people.languages import language_of
from catalogue.people.quiet import in_peace
from catalogue.people.tables import Person
from scheduler.outbox import Message, Priority, Recipe
from scheduler.ticks import Watch


def to_person(
    watch: Watch,
    person: Person,
    kind: str,
    key: str,
    *,
    now: datetime,
    priority: Priority = Priority.REMINDER,
    starts: Collection[datetime] = (),
    expires_at: datetime | None = None,
    known_as: str | None = None,
) -> Message:
    """The outbox knows it by the recipe's kind and key, unless it is `known_as` something else;
    `starts` are of what is at stake, as `not_before` has them.
    """
    return Message(
        chat_id=person.telegram_id,
        recipe=recipe(watch, person, kind, key),
        priority=priority,
        not_before=not_before(watch, person, now, starts),
        expires_at=expires_at,
        key=known_as or f"{kind}:{key}",
    )


def recipe(watch: Watch, person: Person, kind: str, key: str) -> Recipe:
    """To be composed in the person's language."""
    return Recipe(kind, key, language_of(person, default=watch.default_language))


def not_before(
    watch: Watch, person: Person, now: datetime, starts: Collection[datetime] = ()
) -> datetime | None:
    """After the quiet hours, unless something that starts before their end is at stake."""
    end = in_peace(person, now, watch.timezone)
    return None if end == now or any(now < start < end for start in starts) else end
