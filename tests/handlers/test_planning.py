"""/planas: looking at a plan, taking it as a file, following it."""

from typing import Any

import pytest
from aiogram.methods import EditMessageText, SendMessage

from catalogue.people.tables import Role
from catalogue.plans.following import following
from catalogue.plans.stretches import Stretch
from catalogue.programme.tables import Status
from handlers import planning, start, subscribing
from handlers.callbacks.news import News
from handlers.callbacks.programme import FollowPlan, Plan, PlanEnding, PlanFile
from handlers.planning import Shown
from handlers.replies import Errand
from handlers.talk import Talk
from handlers.words.limits import bounded
from tests.catalogue.plans.made_up import DAY, DECEMBER, a_plan
from tests.factories import NOW, a_centre, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, data, pressed, put, texts, written
from tests.statements import statements

MONTH = {"month": 2612, "year": False}


async def shown(talk: Talk, **fields: Any) -> Any:
    return await planning.turn(pressed(), Plan(**fields), talk)


async def test_the_plan_of_this_month_at_first(talk: Talk) -> None:
    """Under its days, with links; from there to other months and to the school year."""
    await put(talk, starts=NOW + DAY)
    await put(talk, title_lt="Kitą mėnesį", starts=NOW + 20 * DAY, status=Status.PUBLISHED)
    replies = await planning.plan(written("/planas"), talk)
    (text,) = texts(replies)
    assert text.startswith("<b>2026 m. lapkritis: planas</b> · 1 renginys\nVisi centrai\n\n<b>")
    assert 'href="https://t.me/kvieslys_bot?start=ev_V-1">Vertinimas</a>' in text
    assert buttons(replies) == [
        "‹ Spalis", "2026–2027 m. m.", "Gruodis ›", "PDF", "Excel", "Kalendorius", "Sekti planą",
        "Kitas centras",
    ]  # fmt: skip
    year = await shown(talk, month=2609, year=True)
    assert isinstance(year, EditMessageText)
    assert "2026–2027 m. m.: planas</b> · 2 renginiai" in texts(year)[0]
    assert buttons(year)[:2] == ["Lapkritis", "Gruodis"]


async def test_an_empty_month_says_so(talk: Talk) -> None:
    """There is nothing to print then; the way on is there."""
    replies = await shown(talk, month=2703)
    (text,) = texts(replies)
    assert text.startswith("<b>2027 m. kovas: planas</b> · 0 renginių\nVisi centrai\n\n")
    assert text.endswith("Šiuo laikotarpiu renginių dar nėra.")
    assert "PDF" not in buttons(replies)


async def test_pages_begin_with_today(talk: Talk) -> None:
    """What is over stands on the pages before; a page that is no more is the last."""
    for number in range(30):
        await put(
            talk, code=f"N-{number}", starts=NOW + (number - 20) * DAY, title_lt=f"Nr. {number}."
        )
    replies = await planning.plan(written(), talk)
    assert buttons(replies)[:2] == ["‹ 1 psl.", "3 psl. ›"]
    assert "Nr. 20." in texts(replies)[0]
    for page in (1, 3, 99):
        (text,) = texts(await shown(talk, page=page))
        assert ("Nr. 0." in text) == (page == 1)
    assert data(replies, "3 psl.") == "up:0:2611:0:3:0"


async def test_one_centre_and_what_was_published(talk: Talk) -> None:
    """Chosen from a list; it says when its plan was published, and marks what came after."""
    _, _, (event, off) = await a_plan(talk.session, "Vertinimas", "Atšauktas")
    await put(talk, title_lt="Kito centro", starts=NOW + 11 * DAY)
    event.lecturer, off.status = "dr. Rita", Status.CANCELLED
    await talk.session.flush()
    choice = await planning.choose(pressed(), Plan(**MONTH, choose=True), talk)
    assert buttons(choice)[0] == "Visi centrai"
    asked = Plan.unpack(data(choice, "Švietimo centras"))
    replies = await planning.turn(pressed(), asked, talk)
    (text,) = texts(replies)
    assert "Švietimo centras\nPaskelbta lapkričio 22 d.\n\n" in text
    assert "<i>Pakeista po paskelbimo: lektorius</i>" in text
    assert "<s>10:00–13:00 Atšauktas</s> · atšauktas" in text
    assert "Kito centro" not in text


async def test_centres_are_read_once(talk: Talk) -> None:
    """A page is looked at often, and asks whether there are several, too."""
    await put(talk)
    await talk.session.flush()
    with statements(talk.session) as asked:
        await shown(talk)
    assert sum("FROM centres" in one for one in asked) == 1


async def test_the_only_centre_is_meant(talk: Talk) -> None:
    """Nobody has to choose it, and it is said whether it has published its plan."""
    await put(talk, centre=a_centre(name="Vienintelis"), starts=NOW + DAY)
    replies = await planning.plan(written(), talk)
    assert "Vienintelis\nPlanas dar nepaskelbtas" in texts(replies)[0]
    assert "Kitas centras" not in buttons(replies)


async def test_following_is_one_press_and_so_is_stopping(talk: Talk) -> None:
    """In a message of its own, so that the plan stays; the page of one's news has it too."""
    centre, _, _ = await a_plan(talk.session, "Vertinimas")
    await kept(talk.session, an_event())
    replies = await shown(talk, centre=centre.id, **MONTH)
    on = FollowPlan.unpack(data(replies, "Sekti planą"))
    replies = await planning.follow(pressed(), on, talk)
    assert isinstance(replies, SendMessage)
    assert texts(replies)[0].startswith("Sekate šio centro planą: „Švietimo centras“.")
    assert buttons(await shown(talk, centre=centre.id, **MONTH)).count("Nebesekti plano") == 1
    assert buttons(await shown(talk, **MONTH)).count("Sekti planą") == 1
    page = await subscribing.news(pressed(), News(), talk)
    assert "• centro planas: „Švietimo centras“" in texts(page)[0]
    off = FollowPlan.unpack(data(page, "Nebesekti plano"))
    for _ in range(2):
        replies = await planning.follow(pressed(), off, talk)
        assert "daugiau nerašysiu: „Švietimo centras“" in texts(replies)[0]
    assert buttons(replies) == ["Sekti planą"]
    assert list(await following(talk.session, talk.person)) == []


async def test_who_follows_all_stops_all(talk: Talk) -> None:
    """Wherever the button is."""
    centre, _, _ = await a_plan(talk.session, "Vertinimas")
    await kept(talk.session, an_event())
    await planning.follow(pressed(), FollowPlan(centre=0, on=True), talk)
    replies = await shown(talk, centre=centre.id, **MONTH)
    assert data(replies, "Nebesekti plano") == "uo:0:0"
    assert [one[0].text for one in planning.stops(talk.say, [centre, None])] == [
        "Nebepranešti: Švietimo centras",
        "Nebesekti plano",
    ]


@pytest.mark.parametrize("ending", PlanEnding)
async def test_a_file_is_made_beside_the_talk(talk: Talk, ending: PlanEnding) -> None:
    """With the links to join for those who keep this programme only."""
    centre, _, _ = await a_plan(talk.session, "Vertinimas")
    rita = await employed(talk.session, Role.COORDINATOR, centre)
    for who, number, links in ((talk, centre.id, False), (rita, centre.id, True), (rita, 0, False)):
        asked = PlanFile(centre=number, **MONTH, ending=ending)
        errand = await planning.make(pressed(), asked, who)
        assert isinstance(errand, Errand)
        assert (errand.kind, errand.facts) == (
            "plan_file",
            {"centre": number or None, **MONTH, "ending": ending.value, "links": links},
        )


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("{}_2612", "2026 m. gruodis"),
        ("{}_2609y", "2026–2027 m. m."),
        ("²_2612", "2026 m. gruodis"),
        ("x_y", "2026–2027 m. m."),
        ("9_99999999999", "2026 m. lapkritis"),
    ],
)
async def test_a_link_opens_the_plan(talk: Talk, value: str, name: str) -> None:
    """As a text for a channel has it; whatever else somebody writes there opens something."""
    centre, _, _ = await a_plan(talk.session, "Vertinimas")
    text = "/start pl_" + value.format(centre.id)
    command: Any = type("Command", (), {"args": text.partition(" ")[2]})
    (said,) = texts(await start.start(written(text), command, talk))
    assert said.startswith(f"<b>{name}: planas</b>")
    shown = Shown(centre, Stretch(DECEMBER.first))
    assert planning.payload(shown) == f"pl_{centre.id}_2612"


async def test_a_post_that_does_not_fit_says_where_the_rest_is(talk: Talk) -> None:
    """One message, and the button for all of it."""
    titles = [f"Nr. {number}. {'Ilgas ' * 10}" for number in range(19)]
    centre, _, _ = await a_plan(talk.session, *titles)
    shown = Shown(centre, DECEMBER)
    args = talk.session, talk.say, talk.house, shown
    text = await planning.post(*args, now=NOW, longest=1000)
    assert text.endswith("Tai dar ne viskas: spauskite „Visas planas“.")
    assert "19 renginių" in text
    whole = await planning.post(*args, now=NOW)
    assert "Nr. 18." in whole
    assert planning.whole(talk.say, shown).callback_data == f"up:{centre.id}:2612:0:0:0"
    assert planning.card_link(talk.house)("V-1").endswith("?start=ev_V-1")


async def test_a_long_post_arrives_to_its_last_line(talk: Talk) -> None:
    """With all the links of as many events as it has, nothing of it is cut off on the way."""
    centre, _, _ = await a_plan(talk.session, *[f"{n}. {'„Ilgas“ & ' * 20}" for n in range(32)])
    text = await planning.post(talk.session, talk.say, talk.house, Shown(centre, DECEMBER), now=NOW)
    assert bounded(text) == text
    assert text.endswith("Tai dar ne viskas: spauskite „Visas planas“.")


async def test_staff_publish_from_here(talk: Talk) -> None:
    """A coordinator their own centre's, also where all of them are looked at; teachers do not."""
    centre, _, _ = await a_plan(talk.session, "Vertinimas")
    other = an_event(starts=NOW + 12 * DAY)
    await kept(talk.session, other)
    rita = await employed(talk.session, Role.COORDINATOR, centre)
    for number in (0, centre.id, other.centre_id):
        replies = await shown(rita, centre=number, **MONTH)
        assert data(replies, "Skelbti planą") == f"uk:{centre.id}:2612:0:"
    assert "Skelbti planą" not in buttons(await shown(talk, **MONTH))
