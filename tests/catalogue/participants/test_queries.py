"""The list of an event as its staff look at it."""

from datetime import timedelta
from typing import Any

import pytest

from catalogue.database import Database
from catalogue.participants.queries import (
    Listed,
    Part,
    by_surname,
    everybody,
    is_reached,
    known_of,
)
from catalogue.people.tables import PersonTrait, Trait
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
from tests.catalogue.registrations.test_queue import C, F, W, X, queued
from tests.factories import NOW, a_person, kept


def listed(**facts: Any) -> Listed:
    plain: dict[str, Any] = {
        "registration_id": 1, "person_id": 1, "state": State.CONFIRMED, "ticket": 1,
        "joined_at": NOW, "changed_at": NOW, "access_need": "", "name": "Rūta Žukauskaitė",
        "school": "Šilutės gimnazija", "telephone": "", "email": "", "is_added": False,
        "is_reached": True,
    }  # fmt: skip
    return Listed(**plain | facts)


async def test_everybody_stands_in_their_order(database: Database) -> None:
    """Those who come by surname, the queue as it moves with an offer first, then who has gone; one
    who was forgotten is not there.
    """

    async def work(session: Any) -> list[tuple[str, str]]:
        event, people = await queued(session, [C, C, W, F, X, X, C], seats=4)
        names = ["Ona Žalytė", "Rita Čepaitė", "A A", "B B", "C C", "D D", ""]
        for person, name in zip(people, names, strict=True):
            person.name = name
        people[-1].forgotten_at = NOW
        gone = await session.get_one(Registration, 6)
        gone.changed_at = NOW
        school = PersonTrait(
            person_id=people[1].id, kind=Trait.SCHOOL, value="Gimnazija", key="gimnazija"
        )
        await kept(session, school)
        return [(one.name, one.school) for one in await everybody(session, event)]

    assert await database.write(work) == [
        ("Rita Čepaitė", "Gimnazija"), ("Ona Žalytė", ""),
        ("B B", ""), ("A A", ""), ("D D", ""), ("C C", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "by_school", "found"),
    [
        ("zukausk", True, True),
        ("ruta ŽUK", True, True),
        ("silutes ruta", True, True),
        ("silutes", False, False),
        ("ona", True, False),
    ],
)
def test_pieces_of_words_find_a_person(words: str, by_school: bool, found: bool) -> None:  # noqa: FBT001 -- a table
    """Without diacritics, in any order; by the school only for those who see schools."""
    assert listed().answers(words, by_school=by_school) is found


def test_parts_are_states_and_whom_to_phone() -> None:
    """One who left needs no call."""
    away = listed(is_reached=False)
    assert [part for part in Part if away.is_of(part)] == [Part.CONFIRMED, Part.TO_PHONE]
    phoned = listed(is_reached=False, is_phoned=True)
    assert [part for part in Part if phoned.is_of(part)] == [Part.CONFIRMED]
    gone = listed(is_reached=False, state=State.CANCELLED)
    assert [part for part in Part if gone.is_of(part)] == [Part.CANCELLED]


def test_surnames_stand_as_in_the_lithuanian_alphabet() -> None:
    """Y beside I, Č after C, Ž last; what has one word only is its own surname."""
    names = ["Ona Žyma", "Ona Yla", "Ona Jonė", "Ona Čiurlytė", "Ona Cvirka", "Aldona", "Åsa Ūsė"]
    assert sorted(names, key=by_surname) == [
        *("Aldona", "Ona Cvirka", "Ona Čiurlytė", "Ona Yla", "Ona Jonė"),
        *("Åsa Ūsė", "Ona Žyma"),
    ]


async def test_what_is_known_of_one(database: Database) -> None:
    """The place, the work, who added them, and what they were told last."""

    async def work(session: Any) -> None:
        _, people = await queued(session, [C, W])
        rasa = a_person(name="Rasa")
        await kept(session, rasa)
        people[1].vouched_by, people[1].telegram_id = rasa.id, None
        for kind in (NoticeKind.OFFERED, NoticeKind.CHANGED):
            await kept(session, Notice(registration_id=2, kind=kind, made_at=NOW))
        own = await session.get_one(Registration, 2)
        known = await known_of(session, own, people[1])
        assert (known.place, known.payment, known.traits[Trait.SCHOOL]) == (1, None, [])
        assert known.added_by is rasa
        assert known.told is not None
        assert known.told.kind is NoticeKind.CHANGED
        assert not is_reached(people[1])
        assert is_reached(people[0])
        people[0].unreachable_since = NOW - timedelta(days=1)
        assert not is_reached(people[0])

    await database.write(work)
