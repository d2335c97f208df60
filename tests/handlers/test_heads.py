"""/mokykla: a month of a head's teachers, and what to recommend to them."""

from datetime import timedelta

import pytest
from aiogram.methods import SendMessage

from catalogue.heads import naming
from catalogue.heads.tables import Head
from catalogue.people.refusals import ConsentNeeded
from catalogue.people.tables import Person
from catalogue.plans.stretches import Stretch
from handlers import heads
from handlers.callbacks.schools import MySchool, Recommend, SchoolNames
from handlers.heads import month_doors
from handlers.talk import Talk
from handlers.words.limits import bounded
from tests.catalogue.heads.made_up import (
    IN_OCTOBER,
    OCTOBER,
    SCHOOL,
    a_head,
    a_teacher,
    held,
    teachers,
    works_at,
)
from tests.factories import NOW, an_event, kept
from tests.handlers.talking import a_talk, buttons, data, each, pressed, put, texts, written

DAY = timedelta(days=1)
TITLE = "Įtraukiojo ugdymo iššūkiai ir galimybės mažoje mokykloje"


async def the_head(talk: Talk, *, confirmed: bool = True) -> tuple[Talk, Head]:
    head = await a_head(talk.session, confirmed=confirmed)
    return a_talk(talk.session, await talk.session.get_one(Person, head.person_id)), head


async def test_one_who_is_no_head_sees_where_to_say_so(talk: Talk) -> None:
    """The same command opens one's own settings."""
    replies = await heads.show(written("/mokykla"), talk)
    assert texts(replies)[0] == (
        "<b>Mokykla ir vadovas</b>\nMano mokykla: nenurodyta\n\nNurodykite mokyklą, kurioje "
        "dirbate: tada galėsite pasirinkti, ar jos vadovas matys Jūsų vardą."
    )
    assert buttons(replies) == ["Mokykla", "Esu vadovas ar pavaduotojas", "Mano darbas"]


async def test_the_last_month_and_those_before(talk: Talk) -> None:
    """Of months that are over, a year back at most."""
    jonas, _ = await the_head(talk)
    await held(talk.session, *await teachers(talk.session, 5))
    replies = await heads.show(written("/mokykla"), jonas)
    (text,) = texts(replies)
    assert text.startswith(f"<b>Mano mokykla</b>\n{SCHOOL}\n\nDarbuotojai Jus patvirtino")
    assert "<b>2026 m. spalis: kas jau įvyko</b>\nDalyvavo 5 mokytojai" in text
    assert buttons(replies) == [
        "‹ Rugsėjis", "Visi mėnesio renginiai", "Rekomenduoti savo mokytojams",
        "Mokykla ir vadovas",
    ]  # fmt: skip
    before = await heads.turn(pressed(), MySchool.unpack(data(replies, "‹ Rugsėjis")), jonas)
    assert "rugsėjis: kas jau įvyko</b>\nMokytojų dalyvavo mažiau nei penki" in texts(before)[0]
    assert buttons(before)[:2] == ["‹ Rugpjūtis", "Spalis ›"]
    oldest = await heads.turn(pressed(), MySchool(month=2001), jonas)
    assert "2025 m. lapkritis" in texts(oldest)[0]
    assert buttons(oldest)[0] == "Gruodis ›"
    coming = await heads.turn(pressed(), MySchool(month=2701), jonas)
    assert "2026 m. spalis" in texts(coming)[0]


async def test_a_head_who_is_not_confirmed_or_has_moved(talk: Talk) -> None:
    """Both are told what is so, and what to do."""
    jonas, _ = await the_head(talk, confirmed=False)
    (text,) = texts(await heads.show(written("/mokykla"), jonas))
    assert text.count("Darbuotojai Jūsų dar nepatvirtino") == 1
    await works_at(talk.session, jonas.person, "Kauno Jablonskio gimnazija")
    replies = await heads.show(written("/mokykla"), jonas)
    assert "profilyje dabar nurodyta kita mokykla: Kauno Jablonskio" in texts(replies)[0]
    assert "kas jau įvyko" not in texts(replies)[0]
    assert buttons(replies)[0] == "Esu vadovas ar pavaduotojas"


async def test_more_names_are_a_press_away(talk: Talk) -> None:
    """In pages; never to one whose confirmation was taken back meanwhile."""
    jonas, head = await the_head(talk)
    people = [
        await a_teacher(talk.session, f"Mokytoja {'ABCDEFGHIJ'[number]}") for number in range(9)
    ]
    for one in people:
        await naming.give(talk.session, one, now=IN_OCTOBER - DAY)
    await held(talk.session, *people)
    replies = await heads.show(written("/mokykla"), jonas)
    assert "• Mokytoja E, 4 akad. val." in texts(replies)[0]
    assert "\nir dar 4\n" in texts(replies)[0]
    every = SchoolNames.unpack(data(replies, "Visi vardai (9)"))
    page = await heads.names(pressed(), every, jonas)
    assert texts(page)[0].count("• Mokytoja") == 8
    assert buttons(page) == ["Daugiau", "Mano mokykla"]
    rest = await heads.names(pressed(), every.model_copy(update={"page": 1}), jonas)
    assert texts(rest)[0].count("• Mokytoja") == 1
    head.confirmed_at = None
    gone = await heads.names(pressed(), every, jonas)
    assert "• Mokytoja" not in texts(gone)[0]


async def test_a_text_to_forward(talk: Talk) -> None:
    """Links to the events that concern the school, and no buttons, which nobody could press."""
    jonas, head = await the_head(talk)
    head.groups = ["fizikos mokytojai"]
    await put(talk, title_lt="Fizika", code="F-1", starts=NOW + DAY, audience=["fizikos mokytojai"])
    await put(talk, title_lt="Muzika", starts=NOW + DAY, audience=["muzikos mokytojai"])
    how, text = each(await heads.recommend(pressed(), Recommend(month=2611), jonas))
    assert isinstance(how, SendMessage)
    assert isinstance(text, SendMessage)
    assert how.text == "Persiųskite kitą žinutę savo mokytojams:"
    assert text.text is not None
    assert text.text.startswith("<b>2026 m. lapkritis: renginiai mokytojams</b>\n\n")
    assert '?start=ev_F-1">Fizika</a>' in text.text
    assert ("Muzika" in text.text, "pl_0_2611" in text.text) == (False, False)
    assert text.reply_markup is None
    none = await heads.recommend(pressed(), Recommend(month=2703), jonas)
    assert texts(none) == ["Šį mėnesį renginių Jūsų mokytojams nebeliko."]


async def test_a_long_month_is_cut_with_a_link_to_the_plan(talk: Talk) -> None:
    """One message all the same."""
    jonas, _ = await the_head(talk)
    events = [an_event(title_lt=f"Nr. {n}. {TITLE}", starts=NOW + DAY) for n in range(35)]
    await kept(talk.session, *events)
    _, text = texts(await heads.recommend(pressed(), Recommend(month=2611), jonas))
    assert bounded(text) == text
    assert text.endswith('?start=pl_0_2611">Visi mėnesio renginiai</a>')
    assert ("Nr. 9." in text, "Nr. 34." in text) == (True, False)


async def test_a_stranger_gets_no_text(stranger: Talk) -> None:
    """Without a consent nobody is known to be anything."""
    with pytest.raises(ConsentNeeded):
        await heads.recommend(pressed(), Recommend(month=2611), stranger)


def test_the_doors_of_a_month(talk: Talk) -> None:
    """Both are of that month."""
    doors = month_doors(talk.say, Stretch(OCTOBER))
    assert [row[0].callback_data for row in doors] == ["up:0:2610:0:0:0", "mr:2610"]
