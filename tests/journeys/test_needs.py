"""The survey of needs: staff ask, teachers answer with and without a name, all of it is told."""

import json
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from bot.schema import METADATA
from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.needs import editing
from catalogue.needs.rules import Given
from catalogue.needs.tables import Survey
from catalogue.people.tables import Person, Role
from scheduler.clock import Clock
from tests.catalogue.needs.made_up import answer
from tests.factories import a_centre, a_person, kept
from tests.handlers.office.people import membership
from tests.journeys.conftest import running
from tests.journeys.person import Someone, calm

THEME, OTHER = "Įtraukusis ugdymas", "Skaitmeniniai įrankiai"
MATHS, PRIMARY = "matematikos mokytojai", "pradinių klasių mokytojai"
WISH = "Kaip kalbėtis su autistišku vaiku"


@pytest.fixture
async def centre(sqlite_database: Database, clock: Clock) -> int:
    """With a survey of the year before, in which half wanted the theme."""

    async def work(session: Any) -> int:
        centre = a_centre(name="Kauno centras")
        await kept(session, centre)
        before = await editing.begin(session, centre_id=centre.id, year=2025)
        await editing.open_one(session, before, now=clock.now())
        for themes in [(THEME,)] * 5 + [()] * 5:
            person = a_person(telegram_id=None)
            await kept(session, person)
            await answer(session, before, Given(themes), Given((MATHS,)), person=person)
        editing.close(before, now=clock.now())
        return centre.id

    return await sqlite_database.write(work)


async def _known(database: Database, who: Someone, **facts: Any) -> None:
    """They have a name and a consent; with a `role`, at the centre."""
    role = facts.pop("role", None)

    async def work(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == who.id))
        person.name, person.consented_at = "Vardė Pavardė", person.met_at
        if role:
            at = await session.get_one(Centre, facts["centre"])
            session.add(membership(person, role, at))

    await database.write(work)


async def test_from_the_first_question_to_the_workbook(  # noqa: PLR0917 -- fixtures
    telegram: Any,
    sqlite_database: Database,
    clock: Clock,
    centre: int,
    rasa: Someone,
    ona: Someone,
    somebody: Any,
) -> None:
    """Ona answers without a name and no table joins her to a word of it, Jonas with his; the bot
    starts anew in the middle. Rasa sees bars beside last year's, by group, and a workbook; an
    observer the numbers alone.
    """
    database, jonas, observer = sqlite_database, somebody(1), somebody(2)
    async with running(telegram, database, clock=clock):
        for who in (rasa, ona, jonas, observer):
            who.say("/start")
            await who.see("Kvieslys")
        await _known(database, rasa, role=Role.COORDINATOR, centre=centre)
        await _known(database, observer, role=Role.OBSERVER, centre=centre)
        await _opens(rasa)
        await _begins_with_name(jonas)
    async with running(telegram, database, clock=clock):
        await _ends_with_name(jonas)
        await _answers_nameless(ona)
        await _nothing_joins(database, ona)
        await _others_answer(database)
        await _is_told(rasa)
        await _observer_sees(observer)


async def _opens(rasa: Someone) -> None:
    """Six questions, the last of her own; they can be changed until somebody answers."""
    rasa.say("/poreikiai")
    await rasa.press("Apklausų tvarkymas")
    await rasa.press("Nauja apklausa: 2026–2027")
    await rasa.press("Klausimai")
    await rasa.press("Pridėti klausimą")
    rasa.say("Iš kur atvykstate? | Where do you come from?")
    await rasa.press("Vienas")
    await rasa.press("Miestai")
    await rasa.press("Pasirinkimai")
    rasa.say("Kaunas\nAlytus")
    await rasa.see("6. Iš kur atvykstate?", "• Alytus")
    await rasa.press("Į apklausos klausimus")
    await rasa.press("Atgal")
    await rasa.press("Atverti mokytojams")
    await rasa.see("Atvira nuo", "Atsakė: 0.")
    await rasa.press("Pranešti mokytojams")
    await rasa.see("Kauno centras planuoja renginius", "Atsakyti į apklausą")
    await rasa.press("Siųsti")
    await rasa.press("Tikrai siųsti")


async def _begins_with_name(jonas: Someone) -> None:
    await jonas.see("Atsakyti į apklausą")
    jonas.say("/start")
    await jonas.press("Ko Jums reikia?")
    await jonas.see("Be vardo", "Su vardu", "vardų nemato")
    await jonas.press("Kuo tai skiriasi?")
    await jonas.see("Be vardo.", "Su vardu.", "ne mažiau kaip 5")
    await jonas.press("Atsakyti su vardu")
    await jonas.see("koks Jūsų vardas ir pavardė?")
    jonas.say("Jonas Jonaitis")
    await jonas.press("Sutinku")
    await jonas.press(THEME)
    await jonas.press("Toliau")
    await jonas.see("2 iš 6")
    jonas.say("esu matematikas")
    await jonas.see("3 iš 6")
    await jonas.press("Baigsiu vėliau")
    await jonas.see("palauks")
    jonas.say("/mano")
    await calm()


async def _ends_with_name(jonas: Someone) -> None:
    jonas.say("/poreikiai")
    await jonas.press("Tęsti nuo 3 klausimo")
    await jonas.see("3 iš 6")
    await jonas.press("Atgal")
    await jonas.see("2 iš 6")
    await jonas.press("✓ matematikos mokytojai")
    await jonas.see("2 iš 6")
    await jonas.press(MATHS)
    for number in (3, 4, 5):
        await jonas.see(f"{number} iš 6")
        await jonas.press("Praleisti")
    await jonas.press("Kaunas")
    await jonas.see("atsakyta 3 iš 6")
    await jonas.press("Išsiųsti atsakymus")
    await jonas.see("Pamatyti ar pakeisti")


async def _answers_nameless(ona: Someone) -> None:
    """Once: the second time she is told so."""
    ona.say("/poreikiai")
    await ona.press("Atsakyti be vardo")
    await ona.see("1 iš 6")
    await ona.press(THEME)
    await ona.press("Toliau")
    await ona.see("2 iš 6")
    await ona.press(PRIMARY)
    for number in (3, 4):
        await ona.see(f"{number} iš 6")
        await ona.press("Praleisti")
    await ona.see("5 iš 6")
    ona.say(WISH)
    await ona.see("6 iš 6")
    await ona.press("Praleisti")
    await ona.see("atsakyta 3 iš 6", "nebebus galima")
    await ona.press("Išsiųsti atsakymus")
    await ona.see("išsaugoti be vardo")
    ona.say("/poreikiai")
    await ona.see("jau atsakėte", "be vardo")


async def _nothing_joins(database: Database, ona: Someone) -> None:
    """No row with her number or her account, nor any of her messages, has a word of the answer."""

    async def look(session: Any) -> None:
        person = await session.scalar(select(Person).where(Person.telegram_id == ona.id))
        for table in METADATA.sorted_tables:
            for row in (await session.execute(select(table))).mappings():
                is_hers = ona.id in row.values() or row.get("person_id") == person.id
                text = json.dumps(dict(row), default=str, ensure_ascii=False)
                if is_hers:
                    assert "✓" not in text
                    assert WISH not in text
                elif WISH in text:
                    assert table.name == "survey_words"

    await calm()
    await database.read(look)


async def _others_answer(database: Database) -> None:
    """Ten more, of two groups, half of whom want the theme."""

    async def work(session: Any) -> None:
        survey = await session.scalar(select(Survey).where(Survey.year == 2026))
        for group in (MATHS, PRIMARY):
            people = [a_person(telegram_id=None) for _ in range(5)]
            await kept(session, *people)
            for person in people:
                theme = THEME if group == MATHS else OTHER
                given = (Given((theme,)), Given((group,)))
                await answer(session, survey, *given, person=person)

    await database.write(work)


async def _is_told(rasa: Someone) -> None:
    rasa.say("/poreikiai")
    await rasa.see("Ko Jums reikia?")
    await rasa.press("Apklausų tvarkymas")
    await rasa.see("Poreikių apklausos")
    await rasa.press("2026–2027 m. m.: atvira")
    await rasa.see("Atsakė: 12.", "Rezultatus parodysiu, kai apklausa bus baigta")
    await rasa.press("Klausimai")
    await rasa.see("Jau yra atsakiusių")
    await rasa.press("Atgal")
    await rasa.see("Atsakė: 12.")
    await _looks(rasa)
    await _takes(rasa)
    rasa.say("/zurnalas")
    await rasa.see("baigė poreikių apklausą", "atsisiuntė poreikių apklausos rezultatus")


async def _looks(rasa: Someone) -> None:
    """At the bars, at a choice of groups, at what was written."""
    await rasa.press("Baigti apklausą")
    await rasa.see("Atsakė 12 žmonių")
    await rasa.press("Taip, baigti")
    await rasa.see("Buvo atvira")
    await rasa.press("Rezultatai")
    await rasa.see("Ko reikia mokytojams", "Įtraukusis ugdymas: 7 (58 %)")
    await rasa.press("1. Kokių temų")
    await rasa.press("Pagal: Ko daugiausia mokote")
    await rasa.see("Kieno atsakymai?", "mažiau nei 5")
    await rasa.press("Kiti klausimai")
    await rasa.see("Ko reikia mokytojams")
    await rasa.press("5. Kokių mokymų")
    await rasa.see(f"— {WISH}")
    await rasa.press("Kiti klausimai")


async def _takes(rasa: Someone) -> None:
    """All of it as a workbook, with what was answered a year ago."""
    await rasa.press("Rezultatai Excel")
    book = CalamineWorkbook.from_filelike(BytesIO(await rasa.see_file(".xlsx")))
    rows = book.get_sheet_by_name("Visi klausimai").to_python()
    headings = ["Klausimas", "Mokytojų atsakymas", "Kiek", "Atsakiusiųjų dalis", "Dalis pernai"]
    assert headings in rows
    told = {row[1]: row[2:] for row in rows if str(row[0]).startswith("Kokių temų")}
    assert told[THEME] == [7, 7 / 12, 0.5]
    assert told[OTHER] == [5, 5 / 12, 0]
    words = book.get_sheet_by_name("Savais žodžiais").to_python()
    assert [row[1] for row in words] == ["Kas parašyta", WISH]


async def _observer_sees(observer: Someone) -> None:
    observer.say("/poreikiai")
    await observer.press("Apklausų tvarkymas")
    await observer.see("Poreikių apklausos")
    assert not any("Nauja apklausa" in label for label in observer.buttons())
    await observer.press("2026–2027")
    await observer.press("Rezultatai")
    await observer.press("5. Kokių mokymų")
    await observer.see("rodoma tik tiems")
