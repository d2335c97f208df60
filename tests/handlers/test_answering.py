"""From a sentence to its answer, over a small made-up programme."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.known import known_centres
from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.finder import Finder
from catalogue.programme.tables import Event, Mode, Status
from catalogue.registrations.tables import Registration, State
from catalogue.search.index import Index
from handlers import answering
from handlers.answering import PER_PAGE, Answer, Step
from handlers.words.speech import Speech
from tests.factories import NOW, a_person, an_event, kept

VILNIUS = ZoneInfo("Europe/Vilnius")
LINK = "https://zoom.example/j/1"

Ask = Callable[..., Awaitable[Answer]]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS)


def programme() -> list[Event]:
    """One event of each kind that the questions are about."""
    ksic, akmene = (
        next(centre for centre in known_centres() if centre.slug == slug)
        for slug in ("ksic", "akmene")
    )
    events = [
        an_event(
            code="DI", title_lt="Dirbtinis intelektas pamokoje",
            title_en="Artificial Intelligence in the Lesson", form="dirbtuvės", mode=Mode.ONLINE,
            city="", join_url=LINK, starts=at("2026-11-30T14:00"), price_eur=Decimal(25),
            centre=ksic, seats=2, lecturer="Jonas Pavyzdys", certificate=True,
            coordinator="Rūta Pavyzdienė", contact="+370 600 00000",
            registration_closes=at("2026-11-28T12:00"),
        ),
        an_event(
            code="OL", title_lt="Matematikos olimpiada", form="olimpiada", place="Pavyzdžio g. 1",
            starts=at("2026-12-03T10:00"), price_eur=Decimal(0), centre=ksic,
        ),
        an_event(
            code="ITR", title_lt="Įtraukiojo ugdymo praktika", form="seminaras",
            starts=at("2026-12-08T14:00"), centre=akmene,
        ),
        an_event(
            code="KONF", title_lt="Lyderystės konferencija", form="konferencija", seats=100,
            starts=at("2027-10-12T10:00"), centre=akmene,
        ),
        an_event(
            code="PRAD", title_lt="Skaitymas pradinėse klasėse", mode=Mode.ONLINE, city="",
            audience=["pradinių klasių mokytojai"], starts=at("2026-11-25T15:00"),
            price_eur=Decimal(0), centre=akmene,
        ),
        an_event(
            code="LOGO", title_lt="Kalbos sutrikimai", audience=["logopedai"],
            starts=at("2026-12-16T10:00"), centre=akmene,
        ),
        an_event(
            code="AKORD", title_lt="Akordeono mokytojų meistriškumo kursai",
            form="meistriškumo kursai", audience=["muzikos mokytojai"], city="Vilnius",
            starts=at("2027-01-12T10:00"), centre=ksic,
        ),
        an_event(
            code="ISV", title_lt="Edukacinė išvyka į Nidą", form="edukacinė išvyka", city="Nida",
            place="Nuo centro durų", starts=at("2027-05-14T07:30"), centre=akmene,
        ),
    ]  # fmt: skip
    events[0].hours = 6
    return events


@pytest.fixture
async def session(sqlite_database: Database) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(sqlite_database.engine) as session, session.begin():
        await kept(session, *programme())
        yield session


@pytest.fixture
def ask(session: AsyncSession) -> Ask:
    """Asks at `NOW`, in Lithuanian unless said otherwise."""
    return partial(asked, session, Finder(Index()))


async def asked(
    session: AsyncSession, finder: Finder, text: str, language: str = "lt", **more: Any
) -> Answer:
    index = await finder.index(session)
    say = Speech(language, VILNIUS)
    facts: dict[str, Any] = {"say": say, "now": NOW}
    return await answering.answer(session, index, text, **facts | more)


async def found(session: AsyncSession, code: str) -> Event:
    from catalogue.programme.queries import by_code

    return (await by_code(session, code))[0]


async def registered(
    session: AsyncSession, code: str, state: State = State.CONFIRMED, **facts: Any
) -> Person:
    """Somebody registered for one event."""
    person = a_person(**facts)
    await kept(session, person)
    await joined(session, person, await found(session, code), state)
    return person


async def joined(
    session: AsyncSession, person: Person, event: Event, state: State = State.CONFIRMED
) -> None:
    ticket = event.next_ticket
    event.next_ticket += 1
    registration = Registration(
        event=event, person_id=person.id, state=state, ticket=ticket, joined_at=NOW, changed_at=NOW
    )
    await kept(session, registration)


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
    ("Kiek valandų šiais metais surinkau?", "found", [], "suskaičiuoti negaliu"),
    ("ar man jau uzteks 5 dienu?", "found", [], "49 straipsnis"),
    ("Iki kada registracija?", "unsure", [], "Apie kurį renginį"),
    ("Ar gali dalyvauti kolegė vietoj manęs?", "found", [], "Vietos perleisti negalima"),
    ("Ar bus skaidrės ar įrašas?", "unsure", [], "Apie kurį renginį"),
    ("Kas tinka logopedams?", "found", ["LOGO"], "Kalbos sutrikimai"),
    ("Ar yra akordeono mokytojams meistriškumo kursų?", "found", ["AKORD"], "Vilnius"),
    ("Edukacine isvyka - kada ir is kur vaziuojam?", "found", ["ISV"], "gegužės 14 d."),
    ("Kas koordinuoja šį renginį, koks telefonas?", "unsure", [], "Apie kurį renginį"),
    ("Kada matematikos olimpiada?", "found", ["OL"], "Renginys vyks: gruodžio 3 d."),
    ("Norėčiau pati vesti seminarą, kaip pasiūlyti programą?", "found", [], "Akmenės rajono"),
    ("Ar skolinat interaktyvų ekraną / projektorių?", "found", [], "kaupia ir skolina"),
    ("Kaip persikvalifikuoti į informatikos mokytoją?", "found", [], "persikvalifikavimo"),
    ("Nebesiųskit man reklamų, tik priminimus.", "found", [], "nustatymų čia dar nėra"),
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
    ("Where is my certificate from September?", "found", [], "from the organiser"),
    ("How many PD hours do I have this year?", "found", [], "cannot count"),
    ("Who is the coordinator?", "unsure", [], "Which event"),
    ("Send me the calendar file.", "found", [], "“Calendar”"),
    ("What is the Educator of the Year award?", "found", [], "Since 2004"),
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


KIND = [
    ("pagalba", Step.DOORS, "Ką moku", "lt"),
    ("labas", Step.DOORS, "Laba diena", "lt"),
    ("ačiū!", Step.DOORS, "Prašom", "lt"),
    ("thank you", Step.DOORS, "You are welcome", "en"),
    ("perjunk į anglų kalbą", Step.LANGUAGE, "Kuria kalba", "lt"),
    ("delete my data", Step.PRIVACY, "/my_data", "en"),
    ("👍 🙂", Step.EXAMPLES, "nemokam", "lt"),
    ("???", Step.EXAMPLES, "such as", "en"),
]


async def test_what_is_no_search_is_answered_kindly(ask: Ask) -> None:
    """Greetings, thanks, emoji: the next step is always a button."""
    for question, step, says, language in KIND:
        told = await ask(question, language)
        assert (question, told.step, told.codes) == (question, step, ())
        assert says in told.plain


TOLD = [
    ("Kada?", "Renginys vyks: lapkričio 30 d., pirmadienis, 14:00–17:00"),
    ("Nuotoliniu ar gyvai?", "Renginys vyks nuotoliu."),
    ("Kiek kainuoja?", "Dalyvio mokestis – 25 €."),
    ("Kiek akad. val. bus?", "Trukmė – 6 akad. val.\nIšduodamas pažymėjimas."),
    ("Ar duosit pažymėjimą?", "Išduodamas pažymėjimas."),
    ("Ar liko vietų?", "Laisvos 2 vietos iš 2."),
    ("Iki kada registracija?", "Registruotis galima iki: lapkričio 28 d."),
    ("Kas lektorius?", "Lektorius: Jonas Pavyzdys"),
    ("Kas koordinuoja, koks telefonas?", "Rūta Pavyzdienė\nKontaktai: +370 600 00000"),
    ("Ar bus skaidrės?", "Skaidrių ir įrašų čia nelaikome."),
    ("Reikia sąskaitos mokyklai", "Dėl sąskaitos ar apmokėjimo iš mokyklos lėšų"),
]

UNTOLD = [
    ("Kas lektorius?", "Lektorius programoje nenurodytas."),
    ("Kiek kainuoja?", "Kaina programoje nenurodyta."),
    ("Kiek akad. val. bus?", "Akademinių valandų skaičius programoje nenurodytas."),
    ("Ar duosit pažymėjimą?", "Programoje nenurodyta, ar išduodamas pažymėjimas."),
    ("Kas koordinatorius?", "Koordinatorius programoje nenurodytas."),
    ("Ar liko vietų?", "Vietų skaičius neribojamas."),
]


async def test_a_fact_is_told_of_the_event_last_shown(ask: Ask, session: AsyncSession) -> None:
    """One plain sentence first, then which event it is about."""
    shown = await found(session, "DI")
    for question, says in TOLD:
        told = await ask(question, shown=shown)
        assert says in told.plain
        assert told.plain.splitlines()[-2] == "Dirbtinis intelektas pamokoje"
        assert (told.verdict, told.codes, told.step) == ("found", ("DI",), Step.EVENT)


async def test_what_the_programme_does_not_say_is_not_invented(
    ask: Ask, session: AsyncSession
) -> None:
    """An unknown price is not free, an unknown lecturer has no name."""
    shown = await found(session, "ITR")
    for question, says in UNTOLD:
        assert says in (await ask(question, shown=shown)).plain


async def test_another_theme_is_not_answered_of_the_shown_event(
    ask: Ask, session: AsyncSession
) -> None:
    """Whoever asks for pottery is told there is none, and what the date in sight is of."""
    told = await ask("Kada bus keramikos kursai?", shown=await found(session, "DI"))
    assert told.verdict == "unsure"
    assert "Apie renginį „Dirbtinis intelektas pamokoje“" in told.plain
    assert "nieko tokio neradau" in told.plain


async def test_a_named_event_comes_before_the_shown_one(ask: Ask, session: AsyncSession) -> None:
    """The words of the question decide where they say something."""
    told = await ask("Kada matematikos olimpiada?", shown=await found(session, "DI"))
    assert told.codes == ("OL",)


async def test_a_cancelled_event_answers_nothing_else(ask: Ask, session: AsyncSession) -> None:
    """Its hour and its price would mislead."""
    event = await found(session, "DI")
    event.status = Status.CANCELLED
    told = await ask("Kiek kainuoja?", shown=event)
    assert "Renginys atšauktas." in told.plain
    assert "25" not in told.plain.splitlines()[0]


async def test_a_fact_is_told_of_each_event_last_listed(ask: Ask, session: AsyncSession) -> None:
    """After a list, “who is the lecturer” means all of it."""
    listed = [await found(session, code) for code in ("DI", "OL")]
    told = await ask("Kas lektorius?", listed=listed)
    assert told.codes == ("DI", "OL")
    assert "Jonas Pavyzdys" in told.plain
    assert "nenurodytas" in told.plain


async def test_a_fact_is_told_of_my_only_event(ask: Ask, session: AsyncSession) -> None:
    """Whoever is registered for one event need not name it."""
    person = await registered(session, "OL")
    told = await ask("Kur vyks?", person=person)
    assert "Kaunas, Pavyzdžio g. 1" in told.plain


@pytest.mark.parametrize(
    ("state", "is_told"),
    [(State.CONFIRMED, True), (State.PENDING, False), (State.WAITING, False),
     (State.CANCELLED, False), (None, False)],
)  # fmt: skip
async def test_the_link_is_for_those_confirmed(
    ask: Ask, session: AsyncSession, state: State | None, *, is_told: bool
) -> None:
    """In no other state, and to nobody without a person."""
    shown = await found(session, "DI")
    person = await registered(session, "DI", state) if state else None
    for question in ("Kur Zoom nuoroda?", "Where is the link?", "Kur dirbtinio intelekto nuoroda?"):
        told = await ask(question, shown=shown, person=person)
        assert (LINK in told.text) == is_told


async def test_a_list_says_how_it_was_understood_and_goes_on(
    ask: Ask, session: AsyncSession
) -> None:
    """Five to a page, numbered through; the conditions stand above."""
    starts = at("2027-03-01T10:00")
    await kept(
        session,
        *[
            an_event(
                code=f"K-{number}",
                title_lt=f"Keramika {number}",
                city="Kaunas",
                price_eur=Decimal(0),
                starts=starts + timedelta(days=number),
            )
            for number in range(7)
        ],
    )
    first = await ask("nemokama keramika Kaune")
    second = await ask("nemokama keramika Kaune", page=1)
    assert "Radau 7 renginius:\nKaunas · nemokama" in first.plain
    assert (len(first.events), first.has_more, len(first.codes)) == (PER_PAGE, True, 7)
    assert ([event.code for event in second.events], second.has_more) == (["K-5", "K-6"], False)
    assert "6. Keramika 5" in second.plain
    assert (await ask("nemokama keramika Kaune", page=2)).events == ()


async def test_nothing_found_says_what_was_let_go(ask: Ask) -> None:
    """The nearest is shown, and no code claims to be an answer."""
    told = await ask("matematikos olimpiada Vilniuje")
    assert (told.verdict, told.codes) == ("nothing", ())
    assert "Skiriasi: miestas" in told.plain
    assert [event.code for event in told.events] == ["OL"]


async def test_doubt_offers_up_to_three(ask: Ask, session: AsyncSession) -> None:
    """Most of the words found are not enough to be sure."""
    await kept(
        session,
        *[an_event(title_lt=f"Robotika ir konstravimas {number}") for number in range(4)],
    )
    told = await ask("konstravimas su robotais, terapija")
    assert told.verdict == "unsure"
    assert len(told.events) == len(told.codes) == 3
    assert told.plain.startswith("Ar turėjote omenyje")


async def test_an_empty_programme_says_so(sqlite_database: Database) -> None:
    """Other words would not help."""
    async with AsyncSession(sqlite_database.engine) as session:
        told = await asked(session, Finder(Index()), "matematika")
    assert told.verdict == "nothing"
    assert "dar nėra" in told.plain


async def test_registering_shows_the_one_card(ask: Ask, session: AsyncSession) -> None:
    """The card is where one registers; several are a choice, none a question."""
    person = a_person()
    await kept(session, person)
    assert (await ask("užsirašyti į matematikos olimpiadą", person=person)).step is Step.CARD
    assert (await ask("registruokit mane", person=person)).step is Step.DOORS
    shown = await found(session, "ITR")
    assert (await ask("registruokit mane", person=person, shown=shown)).codes == ("ITR",)
    many = await ask("noriu registruotis gruodį", person=person)
    assert (many.step, many.codes) == (Step.EVENTS, ("OL", "ITR", "LOGO"))


async def test_registering_where_no_seat_is_left_offers_the_queue(
    ask: Ask, session: AsyncSession
) -> None:
    """The words are those of the button on the card."""
    for _ in range(2):
        await registered(session, "DI")
    told = await ask("užrašykit į dirbtinio intelekto dirbtuves")
    assert "„Stoti į eilę“" in told.plain


async def test_registering_twice_tells_the_state(ask: Ask, session: AsyncSession) -> None:
    """In the fixed words."""
    person = await registered(session, "OL", State.PENDING)
    told = await ask("užsirašyti į matematikos olimpiadą", person=person)
    assert "Laukia patvirtinimo" in told.plain


async def test_cancelling_chooses_among_my_own(ask: Ask, session: AsyncSession) -> None:
    """By theme or day; where none fits, all of them are shown."""
    person = await registered(session, "OL")
    await joined(session, person, await found(session, "ITR"), State.WAITING)
    one = await ask("negalėsiu dalyvauti matematikos olimpiadoje", person=person)
    assert (one.verdict, one.codes, one.step) == ("found", ("OL",), Step.LEAVE)
    assert (await ask("atšaukit gruodžio 8 d.", person=person)).codes == ("ITR",)
    none = await ask("negalėsiu dalyvauti keramikoje", person=person)
    assert (none.verdict, none.codes) == ("unsure", ("OL", "ITR"))
    assert (await ask("atsisakau", person=person)).codes == ("OL", "ITR")


async def test_cancelling_without_a_registration_says_so(ask: Ask, session: AsyncSession) -> None:
    """Nobody is asked to choose from nothing."""
    person = await registered(session, "OL", State.CANCELLED)
    told = await ask("atsisakau", person=person)
    assert (told.verdict, told.codes) == ("nothing", ())


async def test_my_events_are_mine_with_their_state(ask: Ask, session: AsyncSession) -> None:
    """Somebody else's are not shown."""
    person = await registered(session, "OL")
    await registered(session, "ITR")
    told = await ask("mano renginiai gruodį", person=person)
    assert told.codes == ("OL",)
    assert "Registracija patvirtinta" in told.plain


async def test_the_calendar_of_the_shown_event_is_on_its_card(
    ask: Ask, session: AsyncSession
) -> None:
    """The file is a button there."""
    person = await registered(session, "OL")
    shown = await found(session, "OL")
    told = await ask("atsiųskit kalendoriaus failą", person=person, shown=shown)
    assert (told.step, told.codes) == (Step.CARD, ("OL",))


async def test_my_place_in_the_queue_is_the_true_one(ask: Ask, session: AsyncSession) -> None:
    """Those before me count, those who left do not."""
    for state in (State.CONFIRMED, State.CONFIRMED, State.WAITING, State.CANCELLED):
        await registered(session, "DI", state)
    person = await registered(session, "DI", State.WAITING)
    told = await ask("kelinta aš eilėje?", person=person)
    assert "Esate eilėje (2-a vieta)" in told.plain
    assert (told.step, told.codes) == (Step.WAITING, ("DI",))


async def test_on_no_queue_one_learns_how_to_join_one(ask: Ask, session: AsyncSession) -> None:
    """And of the event in sight one gets the card."""
    person = a_person()
    await kept(session, person)
    assert "„Stoti į eilę“" in (await ask("kelinta aš eilėje?", person=person)).plain
    shown = await found(session, "DI")
    told = await ask("Put me on the waiting list", "en", person=person, shown=shown)
    assert (told.step, told.codes) == (Step.CARD, ("DI",))


async def test_a_certificate_is_asked_of_the_organiser(ask: Ask, session: AsyncSession) -> None:
    """My past events of that month, each with whom to ask."""
    person = a_person()
    september = an_event(
        title_lt="Rugsėjo seminaras", starts=at("2026-09-10T10:00"), contact="ona@centras.example"
    )
    october = an_event(title_lt="Spalio seminaras", starts=at("2026-10-10T10:00"))
    await kept(session, person, september, october)
    for event in (september, october):
        await joined(session, person, event)
    told = await ask("Kur mano pažyma už rugsėjo seminarą?", person=person)
    assert "ona@centras.example" in told.plain
    assert "Spalio" not in told.plain


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("Ar KŠIC akredituotas?", "lt", "KT3-12"),
        ("Koks Kauno švietimo inovacijų centro adresas?", "lt", "adreso, telefono"),
        ("Which centre is accredited?", "en", "V-1196"),
        ("Kuris centras?", "lt", "• Kauno švietimo inovacijų centras"),
    ],
)
async def test_a_centre_is_answered_from_its_own_page(
    ask: Ask, question: str, language: str, says: str
) -> None:
    """What it does not say we do not know."""
    told = await ask(question, language)
    assert says in told.plain
    if "Šaltinis" not in told.plain and "Source" not in told.plain:
        assert "nežinau" in told.plain or "Žinau šiuos" in told.plain


async def test_plain_text_has_no_tags_and_keeps_what_people_wrote() -> None:
    """Entities become characters again."""
    from markupsafe import Markup

    text = Markup("<b>{}</b>\n<i>{}</i>").format("A & B", "<3")
    assert Answer(verdict="found", text=text).plain == "A & B\n<3"


async def test_every_intent_has_an_answer() -> None:
    """A new intent cannot be forgotten."""
    from catalogue.search.intents import INTENTS

    assert set(answering.ANSWERS) == set(INTENTS)


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
