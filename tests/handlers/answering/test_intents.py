from functools import partial

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.registrations.tables import State
from catalogue.search.index import Index
from handlers.answering.intents import ANSWERS
from tests.factories import kept
from tests.handlers.answering.programme import Ask, asked, programme, registered

LITHUANIAN = [
    ("Kokie seminarai bus lapkritį?", "found", ["PRAD", "DI"], "Radau 2 renginius"),
    ("kas siandien vyksta centre?", "nothing", [], "nieko tokio neradau"),
    ("Ar yra ko nors pradinukams kitą savaitę?", "found", ["PRAD"], "Skaitymas pradinėse"),
    ("ieskau mokymu apie dirbtini intelekta", "found", ["DI"], "Dirbtinis intelektas"),
    ("Noriu užsirašyti į įtraukiojo ugdymo seminarą", "found", ["ITR"], "„Registruotis“"),
    ("Kiek akad. val. bus ir ar duosit pažymėjimą?", "unsure", [], "Apie kurį renginį"),
    ("Ar dar liko vietų į konferenciją spalio 12 d.?", "found", ["KONF"], "100 vietų iš 100"),
    ("Nebegalėsiu dalyvauti rytoj, atšaukit", "found", [], "/mano"),
    ("kelinta as eileje?", "found", [], "/mano"),
    ("Kada man į eilę atsilaisvins vieta?", "found", [], "/mano"),
    ("Kur rasti Zoom nuorodą?", "unsure", [], "Apie kurį renginį"),
    ("Nuotoliniu ar gyvai?", "unsure", [], "Apie kurį renginį"),
    ("Kas lektorius?", "unsure", [], "Apie kurį renginį"),
    ("Kiek kainuoja, ar galima apmokėti iš mokyklos lėšų (krepšelio)?", "unsure", [], "renginį"),
    ("Reikia sąskaitos mokyklai", "unsure", [], "Apie kurį renginį"),
    ("Kur mano pažyma už rugsėjo seminarą?", "found", [], "organizatorius"),
    ("Kiek valandų šiais metais surinkau?", "found", [], "parašykite /valandos"),
    ("ar man jau uzteks 5 dienu?", "found", [], "49 straipsnis"),
    ("Iki kada registracija?", "unsure", [], "Apie kurį renginį"),
    ("Ar gali dalyvauti kolegė vietoj manęs?", "found", [], "paspauskite „Siunčiu kolegę“"),
    ("Ar bus skaidrės ar įrašas?", "unsure", [], "Apie kurį renginį"),
    ("Kas tinka logopedams?", "found", ["LOGO"], "Kalbos sutrikimai"),
    ("Ar yra akordeono mokytojams meistriškumo kursų?", "found", ["AKORD"], "Vilnius"),
    ("Edukacine isvyka - kada ir is kur vaziuojam?", "found", ["ISV"], "gegužės 14 d."),
    ("Kas koordinuoja šį renginį, koks telefonas?", "unsure", [], "Apie kurį renginį"),
    ("Kada matematikos olimpiada?", "found", ["OL"], "Renginys vyks: gruodžio 3 d."),
    ("Norėčiau pati vesti seminarą, kaip pasiūlyti programą?", "found", [], "Akmenės rajono"),
    ("Ar skolinat interaktyvų ekraną / projektorių?", "found", [], "skolina jas"),
    ("Kaip persikvalifikuoti į informatikos mokytoją?", "found", [], "persikvalifikavimo"),
    ("Nebesiųskit man reklamų, tik priminimus.", "found", [], "sprendžiate Jūs"),
]


ENGLISH = [
    ("What seminars are on next month?", "found", ["OL", "ITR", "LOGO"], "Found 3 events"),
    ("Anything for primary teachers online?", "found", ["PRAD"], "online"),
    ("Sign me up for the AI workshop.", "found", ["DI"], "“Register”"),
    ("Are there places left?", "unsure", [], "Which event"),
    ("Put me on the waiting list.", "found", [], "/my"),
    ("I have to cancel tomorrow's training.", "found", [], "/my"),
    ("When is the registration deadline?", "unsure", [], "Which event"),
    ("How many academic hours and is there a certificate?", "unsure", [], "Which event"),
    ("Where is my certificate from September?", "found", [], "send /certificates"),
    ("How many PD hours do I have this year?", "found", [], "send /hours"),
    ("Who is the coordinator?", "unsure", [], "Which event"),
    ("Send me the calendar file.", "found", [], "“Calendar”"),
    ("What is the Educator of the Year award?", "found", [], "since 2004"),
    ("Which centre is for arts teachers?", "found", [], "Arts Educators"),
    ("Please switch to Lithuanian / delete my data.", "found", [], "/forget"),
]


@pytest.mark.parametrize(("table", "language"), [(LITHUANIAN, "lt"), (ENGLISH, "en")])
async def test_a_teachers_question_has_its_answer(
    ask: Ask, table: list[tuple[str, str, list[str], str]], language: str
) -> None:
    """The thirty and the fifteen questions, asked by nobody in particular."""
    wrong = []
    for question, verdict, codes, says in table:
        told = await ask(question, language)
        if (told.verdict, list(told.codes)) != (verdict, codes) or says not in told.plain:
            wrong.append((question, told.verdict, told.codes, told.plain))
    assert wrong == []


async def test_every_intent_has_an_answer() -> None:
    """A new intent cannot be forgotten."""
    from catalogue.search.intents import INTENTS

    assert set(ANSWERS) == set(INTENTS)


async def test_both_databases_answer_alike(database: Database) -> None:
    """List, fact and queue go through the same queries on each."""

    async def work(session: AsyncSession) -> list[str]:
        await kept(session, *programme())
        person = await registered(session, "DI", State.WAITING)
        questions = ("Kokie seminarai bus lapkritį?", "Ar liko vietų į olimpiadą?", "eilėje")
        ask = partial(asked, session, Finder(Index()))
        return [(await ask(one, person=person)).plain for one in questions]

    listed, fact, queue = await database.write(work)
    assert "Dirbtinis intelektas" in listed
    assert "neribojamas" in fact
    assert "1-a vieta" in queue
