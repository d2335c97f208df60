from datetime import timedelta
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.search.index import Index
from handlers.answering import PER_PAGE
from tests.factories import a_centre, an_event, kept
from tests.handlers.answering.programme import Ask, asked, at


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
    assert "Radau 7 renginius:\n„keramika“ · Kaunas · nemokama" in first.plain
    assert (len(first.events), first.has_more, len(first.codes)) == (PER_PAGE, True, 7)
    assert ([event.code for event in second.events], second.has_more) == (["K-5", "K-6"], False)
    assert "6. Keramika 5" in second.plain
    assert (await ask("nemokama keramika Kaune", page=2)).events == ()


async def test_a_whole_title_opens_its_card_wherever_it_stands(
    ask: Ask, session: AsyncSession
) -> None:
    """Longer titles with the same words may come before it, more of them than a page has."""
    starts = at("2027-03-01T10:00")
    longer = [
        an_event(title_lt=f"Dirbtinis intelektas pamokoje: {what}", starts=starts)
        for what in ("vaizdai", "garsas", "tekstai", "duomenys", "etika", "vertinimas")
    ]
    wanted = an_event(title_lt="Dirbtinis intelektas", code="DI", starts=starts + timedelta(days=9))
    await kept(session, *longer, wanted)
    told = await ask("dirbtinis intelektas")
    assert [event.code for event in told.events] == ["DI"]


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
    told = await ask("konstravimas su robotais, terapija Kaune")
    assert (told.verdict, told.removable) == ("unsure", ("topic", "city"))
    assert len(told.events) == len(told.codes) == 3
    assert told.plain.startswith("Ar turėjote omenyje")


async def test_a_reason_stands_under_what_does_not_show_it(ask: Ask, session: AsyncSession) -> None:
    """Of a synonym it does; of what was said above the list it does not."""
    centre = a_centre(name="Klaipėdos mokytojų centras")
    await kept(
        session,
        an_event(title_lt="Skaitmeniniai įrankiai pamokoje", centre=centre),
        an_event(title_lt="IKT naujokams", centre=centre),
    )
    first, second = (await ask("Klaipėdos mokytojų centro IKT kursai")).plain.split("\n\n")[1:]
    assert first.startswith("1. IKT naujokams")
    assert len(first.splitlines()) == 2
    assert second.splitlines()[2] == "tema: informacinės technologijos"


async def test_that_all_are_for_everybody_is_said_once(ask: Ask, session: AsyncSession) -> None:
    """Above the list, and not under each event of it."""
    everyone = ["visų dalykų mokytojai"]
    await kept(
        session,
        *[an_event(title_lt=f"Keramika {number}", audience=everyone) for number in range(2)],
    )
    told = (await ask("keramika chemijos mokytojams")).plain
    assert "Vien šiai grupei nieko nėra" in told
    assert "visų dalykų mokytojams\n\n2" not in told


async def test_an_empty_programme_says_so(sqlite_database: Database) -> None:
    """Other words would not help."""
    async with AsyncSession(sqlite_database.engine) as session:
        told = await asked(session, Finder(Index()), "matematika")
    assert told.verdict == "nothing"
    assert "dar nėra" in told.plain
