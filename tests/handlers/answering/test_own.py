from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.programme.tables import Status
from catalogue.registrations.rules import registration_of
from catalogue.registrations.tables import State
from handlers.answering import Step
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.answering.programme import Ask, at, found, joined, registered


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
    over = an_event(title_lt="Vakarykštis", starts=NOW - timedelta(days=1))
    await kept(session, over)
    await joined(session, person, over)
    told = await ask("neatvykau", person=person)
    assert (told.verdict, told.codes) == ("nothing", ())
    assert "„Vakarykštis“ jau įvyko, todėl atsisakyti nebereikia." in told.plain
    over.status = Status.CANCELLED
    assert "įvyko" not in (await ask("neatvykau", person=person)).plain


async def test_my_events_are_mine_with_their_state(ask: Ask, session: AsyncSession) -> None:
    """Somebody else's are not shown."""
    person = await registered(session, "OL")
    await registered(session, "ITR")
    told = await ask("mano renginiai gruodį", person=person)
    assert told.codes == ("OL",)
    assert "Registracija patvirtinta" in told.plain


async def test_the_nearest_of_mine_alone(ask: Ask, session: AsyncSession) -> None:
    """Whoever asks for the next one need not look for it in a list."""
    person = await registered(session, "ITR")
    await joined(session, person, await found(session, "OL"))
    told = await ask("kada mano artimiausias?", person=person)
    assert told.codes == ("OL",)
    assert told.plain.startswith("Artimiausias Jūsų renginys:")


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


async def test_a_certificate_is_among_ones_own(ask: Ask, session: AsyncSession) -> None:
    """One press away; and my past events of that month, each with whom to ask for a missing one."""
    person = a_person()
    september = an_event(
        title_lt="Rugsėjo seminaras", starts=at("2026-09-10T10:00"), contact="ona@centras.example"
    )
    october = an_event(title_lt="Spalio seminaras", starts=at("2026-10-10T10:00"))
    await kept(session, person, september, october)
    for event in (september, october):
        await joined(session, person, event)
    told = await ask("Kur mano pažyma už rugsėjo seminarą?", person=person)
    assert "buvote užsiregistravę\nona@centras.example" in told.plain
    assert "Spalio" not in told.plain
    own = await registration_of(session, event_id=september.id, person_id=person.id)
    assert own is not None
    absent = Attendance(registration_id=own.id, session_id=september.sessions[0].id,
                        presence=Presence.ABSENT, source=Source.LIST, marked_at=NOW)  # fmt: skip
    await kept(session, absent)
    told = await ask("Kur mano pažyma už rugsėjo seminarą?", person=person)
    assert "· pažymėta, kad nedalyvavote" in told.plain
    assert ("/pazymos" in told.plain, told.step) == (True, Step.CERTIFICATES)
    assert "Pažymų čia dar neturite" in told.plain
