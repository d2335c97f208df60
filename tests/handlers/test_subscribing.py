"""Asking to be told, choosing how often, and the page of one's news."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.subscriptions import queries
from catalogue.subscriptions.refusals import TooManySubscriptions
from catalogue.subscriptions.rules import MOST
from catalogue.subscriptions.tables import Rhythm, Subscription
from handlers import asking, searches, subscribing
from handlers.callbacks.news import News, NewsPart, Subscribed, TellMe, Tune
from handlers.replies import Replies
from handlers.talk import Talk
from tests.catalogue.subscriptions.news import asked
from tests.factories import NOW, a_person, kept
from tests.handlers.talking import a_talk, buttons, data, pressed, put, rewritten, texts, written


async def own(talk: Talk) -> list[tuple[str, Rhythm]]:
    found = await queries.open_of(talk.session, person=talk.person)
    return [(one.words, one.rhythm) for one in found]


async def ask(talk: Talk, text: str) -> Any:
    return await asking.written(written(text), talk)


async def press_tell(talk: Talk, said: Replies, label: str) -> Any:
    chosen = TellMe.unpack(data(said, label))
    return await subscribing.tell_me(pressed(chosen), chosen, talk)


async def tune(talk: Talk, one: Subscription, to: Tune) -> Any:
    chosen = Subscribed(subscription=one.id, tune=to)
    press = pressed(chosen)
    if to is Tune.SHOW:
        return await subscribing.show(press, chosen, talk)
    if to is Tune.FORGET:
        return await subscribing.forget_wish(press, chosen, talk)
    return await subscribing.tune(press, chosen, talk)


async def test_what_is_not_found_is_wished_for(talk: Talk) -> None:
    """The answer says so; the same asked again is one wish; „Nereikia“ leaves no trace."""
    await put(talk)
    for text in ("branduolinė fizika", "branduolinės fizikos kursai"):
        said = await ask(talk, text)
        assert "Pasižymėjau" in texts(said)[0]
    assert await own(talk) == [("branduolinė fizika", Rhythm.ONCE)]
    chosen = Subscribed.unpack(data(said, "Nereikia"))
    gone = await subscribing.forget_wish(pressed(chosen), chosen, talk)
    assert texts(gone) == ["Gerai, apie tai nerašysiu."]
    assert await queries.all_of(talk.session, person=talk.person) == []
    await subscribing.forget_wish(pressed(chosen), chosen, talk)


@pytest.mark.parametrize("text", ["kas bus rytoj?", "labas", "kokie mano renginiai?", "🙂"])
async def test_what_asks_for_nothing_in_particular_is_no_wish(talk: Talk, text: str) -> None:
    """A day alone will pass, and a greeting looks for nothing."""
    said = await ask(talk, text)
    assert not [label for label in buttons(said) if label.startswith("Pranešti")]
    assert await own(talk) == []


async def test_a_wish_becomes_lasting_with_one_press(talk: Talk) -> None:
    """At once, until another rhythm is pressed; and it is said what is asked for already."""
    said = await ask(talk, "keramika Kaune")
    told = await press_tell(talk, said, "Pranešti, kai bus")
    assert "„keramika Kaune“" in texts(told)[0]
    assert buttons(told)[:4] == [
        "✓ Iš karto",
        "Kartą per savaitę",
        "Kartą per mėnesį",
        "Nebepranešti",
    ]
    assert await own(talk) == [("keramika Kaune", Rhythm.INSTANT)]
    again = await ask(talk, "keramika Kaune")
    assert "jau prašėte pranešti: iš karto" in texts(again)[0]


async def test_of_what_was_found_one_hears_more(talk: Talk) -> None:
    """The button is the last one, and belongs to its own question also after another."""
    await put(talk, title_lt="Keramika")
    await put(talk, title_lt="Robotika", code="R-1")
    first = await ask(talk, "keramika")
    assert buttons(first)[-1] == "Pranešti apie naujus"
    await ask(talk, "robotika")
    await press_tell(talk, first, "Pranešti apie naujus")
    assert await own(talk) == [("keramika", Rhythm.INSTANT)]
    for number in range(searches.REMEMBERED):
        await ask(talk, f"robotika {number + 20}")
    late = await press_tell(talk, first, "Pranešti apie naujus")
    assert "paseno" in texts(late)[0]


async def test_how_often_is_changed_and_ended_in_place(talk: Talk) -> None:
    """The page is rewritten; what was ended can begin again; nobody else's is touched."""
    one = await asked(talk.session, talk.person)
    weekly = await tune(talk, one, Tune.WEEKLY)
    assert (one.rhythm, rewritten(weekly)) == (Rhythm.WEEKLY, [77])
    assert "✓ Kartą per savaitę" in buttons(weekly)
    ended = await tune(talk, one, Tune.END)
    assert (one.ended_at, texts(ended)) == (NOW, ["Apie „keramika“ nebepranešiu."])
    assert "Nebepranešti" not in buttons(ended)
    assert "Apie tai nebepranešu." in texts(await tune(talk, one, Tune.SHOW))[0]
    await tune(talk, one, Tune.MONTHLY)
    assert (one.rhythm, one.ended_at) == (Rhythm.MONTHLY, None)
    assert "kartą per mėnesį" in texts(await tune(talk, one, Tune.FORGET))[0]
    stranger = a_person()
    await kept(talk.session, stranger)
    other = a_talk(talk.session, stranger)
    for to in Tune:
        await tune(other, one, to)
    assert (one.rhythm, one.ended_at) == (Rhythm.MONTHLY, None)


async def test_an_answered_wish_goes_on(talk: Talk) -> None:
    """Its button says so, and one press does it."""
    wish = await asked(talk.session, talk.person, rhythm=Rhythm.ONCE, ended_at=NOW)
    said = await tune(talk, wish, Tune.SHOW)
    assert "Jums parašysiu" in texts(said)[0]
    assert (wish.rhythm, wish.ended_at) == (Rhythm.INSTANT, None)


async def test_too_many(talk: Talk, session: AsyncSession) -> None:
    """Then nothing is noted in silence, and who asks is told to stop one first."""
    for number in range(MOST):
        wanted = {"topic": [f"tema{number}x"], "filters": {}}
        await asked(session, talk.person, wanted=wanted)
    said = await ask(talk, "branduolinė fizika")
    assert "Pasižymėjau" not in texts(said)[0]
    with pytest.raises(TooManySubscriptions):
        await press_tell(talk, said, "Pranešti, kai bus")


async def test_the_page_of_news(talk: Talk) -> None:
    """What is told, the ceiling, the centres' announcements; each press is seen at once."""

    async def choose(**facts: Any) -> Any:
        chosen = News(**facts)
        return await subscribing.news(pressed(chosen), chosen, talk)

    empty = await choose()
    assert "Dar nieko neprašėte pranešti." in texts(empty)[0]
    await asked(talk.session, talk.person, rhythm=Rhythm.WEEKLY)
    page = await choose(part=NewsPart.CEILING, most=2)
    assert "• „keramika“: kartą per savaitę, penktadienio popietę" in texts(page)[0]
    assert "ne daugiau kaip 2" in texts(page)[0]
    ceilings = ["Be ribos", "1", "✓ 2", "3", "5", "0"]
    assert buttons(page) == [
        "Keisti ar stabdyti: keramika", *ceilings, "Nesiųsti centrų skelbimų"
    ]  # fmt: skip
    assert "nė vieno" in texts(await choose(part=NewsPart.CEILING, most=0))[0]
    assert talk.person.weekly_ceiling == 0
    await choose(part=NewsPart.NO_CEILING)
    assert talk.person.weekly_ceiling is None
    off = await choose(part=NewsPart.ANNOUNCEMENTS, on=False)
    assert (talk.person.wants_announcements, buttons(off)[-1]) == (
        False,
        "Vėl siųsti centrų skelbimus",
    )


async def test_settings_are_reached_by_a_sentence(talk: Talk) -> None:
    """„Nebesiųskit man reklamų“ opens the page of news."""
    said = await ask(talk, "Nebesiųskit man reklamų, tik priminimus")
    assert "sprendžiate Jūs" in texts(said)[0]
    assert "Be ribos" in str(buttons(said))
