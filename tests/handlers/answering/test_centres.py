from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers import rules
from catalogue.answers.finder import KnownAnswers
from catalogue.search.index import Index
from catalogue.search.questions import Question
from handlers.answering import Asked, Step, of_key
from handlers.answering.centres import known_or_asked_elsewhere
from handlers.words.speech import Speech
from tests.factories import NOW, a_person, kept
from tests.handlers.answering.programme import Ask, found


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("Ar KŠIC akredituotas?", "lt", "KT3-12"),
        ("Koks Kauno švietimo inovacijų centro adresas?", "lt", "adreso, telefono"),
        ("Koks Kauno švietimo inovacijų centro telefonas?", "lt", "+370 600 00000"),
        ("Koks Vilniaus švietimo pažangos centro telefonas?", "lt", "www.svietimopazanga.lt"),
        ("Which centre is accredited?", "en", "V-1196"),
        ("Kuris centras?", "lt", "• Kauno švietimo inovacijų centras"),
        ("kas buvo KPKC?", "lt", "Nr. T-259"),
        ("kas yra VŠPC?", "lt", "2017 m. kovo"),
        ("kada įkurtas centras?", "lt", "2002 m. lapkričio 21 d."),
        ("kiek dienų per metus man priklauso?", "lt", "49 straipsnis"),
        ("iš kokių lėšų galima apmokėti?", "lt", "moksleivio krepšelio"),
        ("kas gali dalyvauti?", "lt", "mokinių tėvai"),
        ("kas yra KTPRR?", "lt", "https://www.ktprr.smm.lt"),
        ("kokios prioritetinės sritys?", "lt", "Kokios jos nuo 2026 m., nežinau"),
        ("kokia centro vizija?", "lt", "dinamiškas ir modernus"),
        ("who finances it?", "en", "teaching funds (mokymo lėšos"),
    ],
)
async def test_what_is_known_is_told_with_its_source(
    ask: Ask, question: str, language: str, says: str
) -> None:
    """In the person's language; what no page says is not made up."""
    told = await ask(question, language)
    assert says in told.plain
    if "Šaltinis" not in told.plain and "Source" not in told.plain:
        assert "nežinau" in told.plain or "Žinau šiuos" in told.plain


@pytest.mark.parametrize(
    "question",
    [
        "kas centro direktorius?",
        "ar Klaipėdos centras akredituotas?",
        "ar KŠIC skolina projektorius?",
        "kur prie centro pastatyti automobilį?",
        "koks rytoj oras?",
    ],
)
async def test_what_is_not_known_names_whom_to_ask(
    ask: Ask, session: AsyncSession, question: str
) -> None:
    """Of the event looked at last the coordinator; else none is promised."""
    told = await ask(question)
    assert told.verdict == "nothing"
    assert "+370" in told.plain or "Prašome klausti" in told.plain
    assert "kortelėje" not in told.plain
    assert told.step in {Step.EXAMPLES, Step.CENTRES}
    in_hand = await ask("koks rytoj oras?", shown=await found(session, "DI"))
    assert "Rūta Pavyzdienė, +370 600 00000" in in_hand.plain
    assert in_hand.step is Step.EVENT


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("ar KPKC akredituotas?", "ksic"),
        ("Ar Kauno pedagogų kvalifikacijos centras akredituotas?", "ksic"),
        ("ar Akmenės centras akredituotas?", "akmene"),
        ("Is the arts centre accredited?", "menai"),
        ("ar menų centras akredituotas", "menai"),
        ("ar Čiurlionio mokyklos centras akredituotas?", "menai"),
    ],
)
async def test_the_centre_named_is_the_one_that_is_told_of(
    ask: Ask, question: str, slug: str
) -> None:
    """By any of its names, and no other beside it."""
    told = await ask(question, "lt")
    assert (told.verdict, told.centre) == ("found", slug)
    assert told.plain.count("Puslapyje rašoma") == 1


async def test_what_a_known_centre_holds_in_days_said_is_asked_of_events(ask: Ask) -> None:
    """None of it is in the programme: that is said, and what is near."""
    told = await ask("ką siūlo KPKC pavasarį")
    assert told.question is not None
    assert told.question.intent == "find_events"
    assert told.question.filters.organiser == "Kauno švietimo inovacijų centras"
    assert "Šaltinis" not in told.plain


@pytest.mark.parametrize(
    "question",
    ["kokie renginiai Kauno pedagogų kvalifikacijos centre?", "kas vyks Akmenės centre?"],
)
async def test_whose_events_are_wanted_is_no_question_about_the_centre(
    ask: Ask, question: str
) -> None:
    """Its name is the condition of a search then."""
    told = await ask(question)
    assert told.question is not None
    assert told.question.intent == "find_events"
    assert told.question.filters.organiser is not None
    assert (told.verdict, "Šaltinis" in told.plain) == ("found", False)


@pytest.mark.parametrize(
    "question",
    [
        "I have a training programme to offer",
        "we offer training for teachers",
        "turiu ką pasiūlyti",
        "galiu pasiūlyti mokymus",
    ],
)
async def test_who_offers_something_is_told_where_to_propose_it(ask: Ask, question: str) -> None:
    """And is shown neither events nor what the law says."""
    told = await ask(question)
    assert told.question is not None
    assert (told.question.intent, told.codes) == ("propose_programme", ())
    assert "Pasiūlyti programos čia dar negalima" in told.plain


@pytest.mark.parametrize(
    "question",
    [
        "ar saugot mano numerį?",
        "kas mato mano telefoną?",
        "ar mano el. paštas niekam neperduodamas?",
        "do you keep my phone number?",
        "who can see my email?",
    ],
)
async def test_my_own_contacts_are_not_those_of_a_centre(ask: Ask, question: str) -> None:
    """What is kept about me is told."""
    told = await ask(question)
    assert told.step is Step.PRIVACY


@pytest.mark.parametrize(
    "question",
    [
        "ar už jį reikia mokėti?",
        "ar už šį seminarą reikia mokėti?",
        "ar reikia mokėti už kursus?",
        "is it free?",
        "must one pay for it?",
        "do I have to pay for this course?",
    ],
)
async def test_the_price_of_an_event_is_not_what_the_law_says(
    ask: Ask, session: AsyncSession, question: str
) -> None:
    """With the event in hand it is told; without one it is asked which is meant."""
    told = await ask(question)
    assert told.question is not None
    assert told.question.intent == "event_facts"
    assert "Šaltinis" not in told.plain
    assert (await ask(question, shown=await found(session, "DI"))).codes == ("DI",)


async def test_where_the_money_comes_from_is(ask: Ask) -> None:
    """Of the source of money the known answers tell."""
    for question in ("iš kokių lėšų galima apmokėti?", "kas moka už mokymus?"):
        assert "mokymo lėšų" in (await ask(question)).plain


async def test_a_follow_up_is_about_the_centre_in_hand(ask: Ask, session: AsyncSession) -> None:
    """Until another is named or others are asked for; an event in hand is older than it."""
    facts = {"centre": "ksic", "shown": await found(session, "ITR")}
    founded = await ask("o kada įkurtas?", **facts)
    assert "1995 m. liepos 15 d." in founded.plain
    assert founded.centre == "ksic"
    assert "2002 m." in (await ask("o kada įkurtas menų centras?", **facts)).plain
    assert "2002 m." in (await ask("kuris centras kada įkurtas?", centre="ksic")).plain
    assert "Šaltinis" not in (await ask("o kiek kainuoja?", **facts)).plain
    assert "nerašo" in (await ask("kas direktorius?", centre="ksic")).plain


@pytest.mark.parametrize(
    ("question", "verdict", "step", "perhaps"),
    [
        ("ką galvojate apie universitetus ir kitus?", "nothing", Step.PERHAPS, "universities"),
        ("kur galima dirbti lektoriumi", "unsure", Step.EXAMPLES, ""),
        ("kas yra xyzzy?", "nothing", Step.EXAMPLES, ""),
    ],
)
async def test_what_may_have_been_meant_can_be_chosen(
    session: AsyncSession, question: str, verdict: str, step: Step, perhaps: str
) -> None:
    """Of what is not sure enough to be told; there is always something to press."""
    say = Speech("lt", ZoneInfo("Europe/Vilnius"))
    asked = Asked(session=session, index=Index(), question=Question(question), say=say, now=NOW)
    told = await known_or_asked_elsewhere(asked)
    assert (told.verdict, told.step) == (verdict, step)
    assert [known.kind for known in told.perhaps] == ([perhaps] if perhaps else [])
    for known in told.perhaps:
        chosen = await of_key(asked, known.key)
        assert chosen is not None
        assert (chosen.verdict, chosen.centre) == ("found", known.centre)
    assert await of_key(asked, "ksic/bees") is None


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("kas yra KTPRR?", "centre_info"),
        ("kada atsirado Kauno centras?", "centre_info"),
        ("kas padėtų išleisti metodinę priemonę?", "centre_info"),
        ("ar rengiate olimpiadas?", "find_events"),
    ],
)
async def test_it_is_told_as_what_the_question_was_read(
    ask: Ask, question: str, intent: str
) -> None:
    """What looked like a theme of events is none any more."""
    told = await ask(question)
    assert told.question is not None
    assert (told.question.intent, told.question.topic) == (intent, ())


async def test_of_what_a_centre_holds_the_events_stand_below(ask: Ask) -> None:
    """Whoever asks about olympiads wants to know which there are."""
    told = await ask("ar rengiate olimpiadas?")
    assert told.plain.startswith("Kauno švietimo inovacijų centras\nCentras organizuoja mokinių")
    assert told.codes == ("OL",)


async def test_a_question_about_events_stays_one(ask: Ask, session: AsyncSession) -> None:
    """With an event in hand, with days said, or without asking anything."""
    shown = await found(session, "DI")
    for question, facts in (
        ("kas gali dalyvauti?", {"shown": shown}),
        ("kas šiandien vyksta centre?", {}),
        ("olimpiados", {}),
        ("Kas lektorius?", {}),
    ):
        assert "Šaltinis" not in (await ask(question, **facts)).plain


async def test_the_centre_of_the_event_in_hand_answers_first(
    ask: Ask, session: AsyncSession
) -> None:
    """„Centras“ is then its own."""
    told = await ask("ar centras akredituotas?", shown=await found(session, "ITR"))
    assert "V-1196" in told.plain
    assert "KT3-12" not in told.plain


async def test_a_doubtful_answer_is_said_to_be_one(ask: Ask) -> None:
    """Better than silence, and nobody takes it for certain."""
    told = await ask("gal kas padėtų mums su universitetais susidraugauti?")
    if told.verdict == "unsure":
        assert told.plain.startswith("Galbūt klausiate apie tai:")
    assert told.verdict != "found"


async def test_what_staff_approved_outweighs_the_rest(ask: Ask, session: AsyncSession) -> None:
    """Also where the words look like a search, and with an event in hand."""
    rasa = a_person()
    await kept(session, rasa)
    await rules.add(
        session,
        question="Ar galima atsivežti vaiką į seminarą?",
        answer="Taip, yra žaidimų kambarys.",
        language="lt",
        centre_id=None,
        by=rasa,
        now=NOW,
    )
    book = await KnownAnswers().book(session)
    for facts in ({}, {"shown": await found(session, "DI")}):
        told = await ask("ar galiu į seminarą atsivežti vaiką", book=book, **facts)
        assert "žaidimų kambarys.\nAtsakė centro darbuotojai, 2026-11-22" in told.plain
