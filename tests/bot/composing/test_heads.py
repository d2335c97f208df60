"""The letter to a head, the question to a teacher and the news to staff, as they go out."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.heads import head_asks, head_month, head_naming
from catalogue.heads import naming, rules
from catalogue.heads.completed import count
from catalogue.people.tables import Person, Role
from handlers.words.limits import LONGEST_TEXT
from tests.bot.composing.test_digests import labels, making
from tests.bot.composing.test_why import asks, sent
from tests.catalogue.heads.made_up import (
    IN_OCTOBER,
    OCTOBER,
    a_head,
    a_teacher,
    held,
    teachers,
    works_at,
)
from tests.factories import NOW, VILNIUS, a_centre, a_person, an_event, kept
from tests.handlers.office.people import membership
from tests.handlers.talking import OWNER

DAY = timedelta(days=1)


async def test_the_letter_tells_what_comes_and_what_was(session: AsyncSession) -> None:
    """Names only to a confirmed head; one press to all events, to recommend, and to stop."""
    head = await a_head(session)
    key = f"{head.id}:2026-11-01"
    ona = await a_teacher(session, "Ona Petraitienė")
    await naming.give(session, ona, now=IN_OCTOBER - DAY)
    await held(session, ona, *await teachers(session, 5), title_lt="Vertinimas")
    await count(session, head, OCTOBER, zone=VILNIUS, now=NOW)
    await kept(session, an_event(title_lt="Balso higiena", code="B-1", starts=NOW + DAY))
    made = await head_month(key, making(session))
    assert made is not None
    assert made.payload["text"].startswith(
        "<b>2026 m. lapkritis: Jūsų mokytojams</b> · 1 renginys\n\n<b>lapkričio 23 d., pirmadienis"
    )
    assert 'start=ev_B-1">Balso higiena</a>' in made.payload["text"]
    assert made.payload["text"].endswith(
        "<b>2026 m. spalis: kas jau įvyko</b>\nLeido rodyti savo vardą:\n"
        "• Ona Petraitienė, 4 akad. val. (Vertinimas)\n\n"
        "Be vardų dalyvavo 5 mokytojai, iš viso 20 akad. val.\n"
        "Temos ir dalyvavimai: nenurodyta – 5\n"
        "Suskaičiuota lapkričio 22 d. pagal tada pažymėtą lankomumą."
    )
    assert labels(made) == [
        "Visi mėnesio renginiai", "Rekomenduoti savo mokytojams", "Mano mokykla",
        "Nebesiųsti mėnesio laiško",
    ]  # fmt: skip
    head.confirmed_at = None
    unconfirmed = await head_month(key, making(session))
    assert unconfirmed is not None
    assert "Ona" not in unconfirmed.payload["text"]
    assert "Darbuotojai Jūsų dar nepatvirtino" in unconfirmed.payload["text"]
    english = await head_month(key, making(session, "en"))
    assert english is not None
    assert "November 2026: for your teachers" in english.payload["text"]


async def test_a_full_month_fits_into_one_message(session: AsyncSession) -> None:
    """Long titles, many names and themes: what is left out is a press away."""
    head = await a_head(session)
    title = "Įtraukiojo ugdymo iššūkiai ir galimybės „mažoje“ mokykloje & kitur <" + "x" * 80
    people = [
        await a_teacher(session, f"Aleksandra Marija {'Kazlauskienė-' * 4}{'ABCDEFGHIJ'[n]}")
        for n in range(6)
    ]
    for one in people:
        await naming.give(session, one, now=IN_OCTOBER - DAY)
    others = await teachers(session, 5)
    for number in range(6):
        field = f"Prioritetinė sritis Nr. {number} {'y' * 90}"
        await held(session, *people, *others, title_lt=title, priority_field=field)
    await count(session, head, OCTOBER, zone=VILNIUS, now=NOW)
    for number in range(12):
        await kept(session, an_event(title_lt=title, starts=NOW + timedelta(hours=number + 1)))
    made = await head_month(f"{head.id}:2026-11-01", making(session))
    assert made is not None
    text = made.payload["text"]
    assert len(text) < LONGEST_TEXT
    assert text.count("<") < 100
    assert ("Ir dar " in text, "ir dar 1" in text) == (True, True)


async def test_no_letter_without_news_or_when_unwanted(session: AsyncSession) -> None:
    """Stopped or resigned since; or nothing is planned and nothing can be told."""
    head = await a_head(session)
    key = f"{head.id}:2026-11-01"
    assert await head_month(key, making(session)) is None
    await kept(session, an_event(starts=NOW + DAY))
    assert await head_month(key, making(session)) is not None
    head.wants_letters = False
    assert await head_month(key, making(session)) is None
    await rules.resign(session, head)
    assert await head_month(key, making(session)) is None


async def test_a_teacher_is_told_what_they_agree_to(session: AsyncSession) -> None:
    """Before it is given; not one who chose meanwhile, or names no school any more, nor where no
    head is confirmed any more.
    """
    head = await a_head(session)
    ona = await a_teacher(session)
    made = await head_naming(str(ona.id), making(session))
    assert made is not None
    text = made.payload["text"]
    for said in (
        "baigsis nuo šiandien",
        "Persigalvoti galite bet kada",
        "nebeįmanoma",
        "/profilis",
    ):
        assert said in text
    assert labels(made) == ["Taip, rodyti", "Ne, nerodyti"]
    await naming.give(session, ona, now=NOW)
    assert await head_naming(str(ona.id), making(session)) is None
    other, third = [await a_teacher(session) for _ in range(2)]
    await works_at(session, other, "")
    assert await head_naming(str(other.id), making(session)) is None
    assert await head_naming(str(third.id), making(session)) is not None
    await rules.take_back(session, head, by=ona, now=NOW)
    assert await head_naming(str(third.id), making(session)) is None


async def test_staff_are_told_who_asks(session: AsyncSession) -> None:
    """As long as nobody has confirmed it, and only who still may."""
    head = await a_head(session, confirmed=False)
    owner, rita, door = a_person(telegram_id=OWNER), a_person(), a_person()
    centre = a_centre()
    await kept(session, owner, rita, door, centre)
    await kept(session, membership(rita, Role.COORDINATOR, centre))
    await kept(session, membership(door, Role.DOOR, centre))
    for one in (owner, rita):
        made = await head_asks(f"{head.id}:{one.id}", making(session))
        assert made is not None
        assert made.payload["text"].startswith(
            "<b>Jonas Jonaitis</b> nurodė, kad čia vadovauja ar yra pavaduotojas: Kauno „Saulės“"
        )
        assert labels(made) == ["Patvirtinti", "Atidaryti"]
    assert await head_asks(f"{head.id}:{door.id}", making(session)) is None
    await rules.confirm(session, head, by=rita, now=NOW)
    assert await head_asks(f"{head.id}:{rita.id}", making(session)) is None
    assert await head_asks(f"99:{rita.id}", making(session)) is None


async def test_why_each_of_them_came(session: AsyncSession) -> None:
    """With one press to stop the letter, and to change what one chose."""
    head = await a_head(session, telegram_id=777)
    person = await session.get_one(Person, head.person_id)
    for at, (key, said, buttons) in enumerate(
        [
            (f"head_month:{head.id}:x", "pirmąją mėnesio", ["Nebesiųsti mėnesio laiško"]),
            (f"head_naming:{person.id}", "klausiu vieną kartą", ["Mokykla ir vadovas"]),
            (f"head_asks:{head.id}:1", "kuris nors patvirtintų", []),
        ]
    ):
        await sent(session, key, sent_at=NOW + timedelta(minutes=at))
        text, shown = await asks(session, person)
        assert (said in text, shown) == (True, buttons)
