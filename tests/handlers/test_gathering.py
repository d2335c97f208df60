"""A teacher waits together with others: how many, which day suits, and after the school year."""

import pytest

from catalogue.demand import gatherings, polls
from catalogue.demand.refusals import GatheringOver
from catalogue.demand.tables import GatheringVoice
from catalogue.subscriptions import queries, rules
from catalogue.subscriptions.tables import Rhythm, Subscription
from handlers import gathering
from handlers.callbacks.needs import GatherDay, KeepWish
from handlers.talk import Talk
from tests.catalogue.demand.test_gatherings import gathered, those_who_wait
from tests.factories import NOW, kept
from tests.handlers.talking import buttons, pressed, texts


async def a_wish(talk: Talk, words: str) -> Subscription:
    return await rules.subscribe(
        talk.session,
        person=talk.person,
        words=words,
        wanted={"topic": [words]},
        rhythm=Rhythm.ONCE,
        now=NOW,
    )


async def test_few_are_not_told_of(talk: Talk) -> None:
    """From five on a teacher learns how many want the same; not where they wait no more."""
    wish = await a_wish(talk, "jogos")
    await those_who_wait(talk.session, 3)
    assert await gathering.together(talk, wish) is None
    await those_who_wait(talk.session, 1)
    told = await gathering.together(talk, wish)
    assert told is not None
    assert "Norinčių jau 5 iš 12" in told
    rules.end(wish, now=NOW)
    assert await gathering.together(talk, wish) is None


async def test_days_are_ticked_in_place(talk: Talk) -> None:
    """Several, or none; whoever waits no more is out with one press."""
    await a_wish(talk, "joga")
    one, _ = await gathered(talk.session)
    await kept(
        talk.session,
        *[
            GatheringVoice(gathering_id=one.id, person_id=each.id, asked_at=NOW)
            for each in await polls.to_ask(talk.session, one, limit=100)
        ],
    )
    first, _ = await polls.days_of(talk.session, one)
    for day, ticks in ((first.id, [True, False, False]), (0, [False, False, True])):
        press = GatherDay(gathering=one.id, day=day)
        shown = await gathering.answer(pressed(press), press, talk)
        assert [label.startswith("✓") for label in buttons(shown)[:3]] == ticks
    out = GatherDay(gathering=one.id, leave=True)
    assert "nebelaukiate" in texts(await gathering.leave(pressed(out), out, talk))[0]
    assert not await queries.open_of(talk.session, person=talk.person)
    gatherings.drop(one, now=NOW)
    with pytest.raises(GatheringOver):
        await gathering.answer(pressed(press), press, talk)


async def test_wishes_go_on_with_one_press(talk: Talk) -> None:
    """One of them, or all that ended together; what is gone is out of date."""
    wishes = [await a_wish(talk, words) for words in ("joga", "tango", "fizika")]
    for one in wishes:
        rules.end(one, now=NOW)
    keyboard = gathering.keep_buttons(talk.say, wishes).inline_keyboard
    assert len(keyboard) == 4
    one_only = KeepWish(subscription=wishes[1].id)
    told = texts(await gathering.keep(pressed(one_only), one_only, talk))
    assert "„tango“" in told[0]
    every = KeepWish(subscription=wishes[0].id, others=True)
    told = texts(await gathering.keep(pressed(every), every, talk))
    assert "„joga“, „fizika“" in told[0]
    assert len(await queries.open_of(talk.session, person=talk.person)) == 3
    gone = KeepWish(subscription=99)
    assert "paseno" in texts(await gathering.keep(pressed(gone), gone, talk))[0]
