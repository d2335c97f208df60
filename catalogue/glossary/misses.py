"""What people looked for in vain: counted by day, without them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne
from sqlalchemy import and_, case, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import insert_into
from catalogue.glossary.personal import is_personal
from catalogue.glossary.tables import IgnoredMiss, Miss, TaughtWord
from catalogue.search.normalise import words as words_of
from catalogue.search.stems import is_known, stem
from catalogue.search.vocabulary import slips_allowed

KEPT_FOR = timedelta(days=180)
MOST_WORDS = 8
LONGEST = 100
"""A wish is a few words; what is longer tells a story, and stories are somebody's."""

ASKED_AGAIN = 10
"""After so many more times, what was ignored is worth another look."""

_MOST_LOOKED_AT = 150
_DIACRITICS = "ąčęėįšųūž"


@dataclass(frozen=True, slots=True)
class Missed:
    """One thing looked for in vain in some period; `number` is the row of one of its forms."""

    number: int
    words: str
    count: int
    last: date
    keys: tuple[str, ...]

    @property
    def topic(self) -> tuple[str, ...]:
        """As the index takes it."""
        return tuple(words_of(self.words))


async def note(
    session: AsyncSession,
    wanted: Mapping[str, Any],
    *,
    is_known: bool,
    day: date,
    text: str = "",
    own_name: str = "",
) -> int | None:
    """Counts what a question wanted (see `wanted_of`) once more; None where it is not kept.

    `text` and `own_name` are only looked at, for what may tell who asked.
    """
    topic = wanted.get("topic", ())
    filters = dict(wanted.get("filters", {}))
    written = filters.pop("topic", " ".join(topic))
    if not (topic or filters) or len(topic) > MOST_WORDS or len(written) > LONGEST:
        return None
    if is_personal(written, text=text, own_name=own_name):
        return None
    return await _count(
        session,
        key=" ".join(sorted(map(stem, topic))),
        filters=json.dumps(filters, ensure_ascii=False, sort_keys=True) if filters else "",
        day=day,
        words=written,
        is_known=is_known,
    )


async def _count(session: AsyncSession, *, words: str, **facts: Any) -> int:
    """The last wording is kept, but none that may lack its diacritics in place of one that has
    them.
    """
    has_them = or_(*(Miss.words.contains(letter) for letter in _DIACRITICS))
    first = insert_into(session, Miss).values(**facts, words=words, count=1)
    again = first.on_conflict_do_update(
        index_elements=[Miss.key, Miss.filters, Miss.day],
        set_={
            "count": Miss.count + 1,
            "words": case((has_them, Miss.words), else_=first.excluded.words)
            if words.isascii()
            else first.excluded.words,
            "is_known": first.excluded.is_known,
        },
    )
    number: int = (await session.execute(again.returning(Miss.id))).scalar_one()
    return number


async def take_back(session: AsyncSession, number: int) -> None:
    """It was found after all: the person chose one of what was offered in doubt."""
    await session.execute(update(Miss).where(Miss.id == number).values(count=Miss.count - 1))


async def unexplained(session: AsyncSession, *, since: date) -> list[Missed]:
    """What the search did not understand from that day on, the most frequent first.

    Without what was ignored, and without what the words taught meanwhile explain.
    """
    return _together((await _each_unexplained(session, since=since))[:_MOST_LOOKED_AT])


async def _each_unexplained(session: AsyncSession, *, since: date) -> list[Missed]:
    """However rare, and every slip by itself."""
    counted = (
        select(
            Miss.key,
            func.max(Miss.id).label("number"),
            func.sum(Miss.count).label("count"),
            func.max(Miss.day).label("last"),
        )
        .outerjoin(IgnoredMiss, IgnoredMiss.key == Miss.key)
        .where(
            Miss.day >= since,
            Miss.key != "",
            Miss.is_known.is_(False),
            or_(IgnoredMiss.since.is_(None), Miss.day > IgnoredMiss.since),
        )
        .group_by(Miss.key, IgnoredMiss.since)
        .having(_is_worth_a_look())
        .order_by(func.sum(Miss.count).desc(), func.max(Miss.id).desc())
        .subquery()
    )
    rows = await session.execute(
        select(counted, Miss.words)
        .join(Miss, Miss.id == counted.c.number)
        .order_by(counted.c.count.desc(), counted.c.number.desc())
    )
    missed = [
        Missed(number=number, words=said, count=int(count), last=last, keys=(key,))
        for key, number, count, last, said in rows
    ]
    explained = [set(key.split()) for key in await session.scalars(select(TaughtWord.said_key))]
    return [one for one in missed if not _is_explained(one, explained)]


def _is_worth_a_look() -> Any:
    asked = func.sum(Miss.count)
    return and_(asked > 0, or_(IgnoredMiss.since.is_(None), asked >= ASKED_AGAIN))


def _is_explained(one: Missed, taught: Sequence[set[str]]) -> bool:
    stems = set(one.keys[0].split())
    return any(said <= stems for said in taught)


def _together(missed: Iterable[Missed]) -> list[Missed]:
    """A slip of something asked more often counts with it; a word the language has is no slip."""
    found: dict[str, Missed] = {}
    for one in missed:
        key = one.keys[0]
        meant = _slip_of(one, found)
        found[meant or key] = _joined(found[meant], one) if meant else one
    return sorted(found.values(), key=lambda one: (-one.count, one.words))


def _slip_of(one: Missed, others: Mapping[str, Missed]) -> str | None:
    key = one.keys[0]
    if all(map(is_known, one.topic)) or not (allowed := slips_allowed(len(key))):
        return None
    near = extractOne(key, others.keys(), scorer=OSA.distance, score_cutoff=allowed)
    return near[0] if near else None


def _joined(one: Missed, slip: Missed) -> Missed:
    return replace(
        one,
        count=one.count + slip.count,
        last=max(one.last, slip.last),
        keys=(*one.keys, *slip.keys),
    )


async def still_open(session: AsyncSession, number: int, *, since: date) -> Missed | None:
    """The one that a row belongs to; None where it was explained, ignored or forgotten.

    It may have left the list meanwhile, because so much else is asked more often.
    """
    row = await session.get(Miss, number)
    if row is None:
        return None
    every = await _each_unexplained(session, since=since)
    own = [one for one in every[_MOST_LOOKED_AT:] if one.keys == (row.key,)]
    together = _together([*every[:_MOST_LOOKED_AT], *own])
    return next((one for one in together if row.key in one.keys), None)


async def ignore(session: AsyncSession, one: Missed, *, day: date) -> None:
    """Until it is asked so many times more from the next day on."""
    await session.execute(delete(IgnoredMiss).where(IgnoredMiss.key.in_(one.keys)))
    session.add_all(IgnoredMiss(key=key, since=day) for key in one.keys)
    await session.flush()


async def prune(session: AsyncSession, *, today: date) -> None:
    """Forgets what was long ago, and that it was ignored where nobody asked since."""
    await session.execute(delete(Miss).where(Miss.day < today - KEPT_FOR))
    still = select(Miss.key)
    long_ago = IgnoredMiss.since < today - KEPT_FOR
    await session.execute(delete(IgnoredMiss).where(long_ago, IgnoredMiss.key.not_in(still)))
