"""„Mokykla ir vadovas“: one's name, being a head, and the letter of the month."""

from typing import Any

import pytest

from catalogue.heads import naming, rules
from catalogue.people.refusals import ConsentNeeded
from handlers import becoming_head, heads_settings, profile
from handlers.callbacks.schools import BeHead, HeadDeed, MySchool, SchoolGroups, ShowName
from handlers.talk import Talk
from tests.catalogue.heads.made_up import SCHOOL, works_at
from tests.handlers.talking import buttons, data, pressed, rewritten, texts, written


async def did(talk: Talk, deed: HeadDeed) -> Any:
    act = {
        HeadDeed.SAY: becoming_head.be_head,
        HeadDeed.RESIGN: heads_settings.resign,
    }.get(deed)
    if act is not None:
        return await act(pressed(), talk)
    return await heads_settings.letters(pressed(), BeHead(deed=deed), talk)


async def test_the_door_is_in_the_profile(talk: Talk) -> None:
    """Two presses from the menu."""
    replies = await profile.profile(written("/profilis"), talk)
    opened = MySchool.unpack(data(replies, "Mokykla ir vadovas"))
    assert opened == MySchool(settings=True)
    assert texts(await heads_settings.show(pressed(), talk))[0].startswith("<b>Mokykla ir vadovas")


async def test_one_press_gives_and_one_withdraws(talk: Talk) -> None:
    """What was chosen stands above what it means and the way back."""
    await works_at(talk.session, talk.person, SCHOOL)
    replies = await heads_settings.show(pressed(), talk)
    assert "Mano vardas: mokyklos vadovas jo nemato" in texts(replies)[0]
    on = ShowName.unpack(data(replies, "Rodyti mano vardą vadovui"))
    replies = await heads_settings.show_name(pressed(), on, talk)
    assert texts(replies)[0].startswith("Nuo šiandien mokyklos vadovas matys Jūsų vardą.")
    assert await naming.is_given(talk.session, talk.person)
    off = ShowName.unpack(data(replies, "Nerodyti mano vardo"))
    replies = await heads_settings.show_name(pressed(), off, talk)
    assert "susigrąžinti nebeįmanoma" in texts(replies)[0]
    assert not await naming.is_given(talk.session, talk.person)


async def test_no_name_without_consent_or_a_school(talk: Talk, stranger: Talk) -> None:
    """A stranger has none to show; without a school there is no head to show it to."""
    with pytest.raises(ConsentNeeded):
        await heads_settings.show_name(pressed(), ShowName(on=True), stranger)
    replies = await heads_settings.show_name(pressed(), ShowName(on=True), talk)
    assert texts(replies)[0].startswith("Mokyklos vadovas Jūsų vardo nemato")
    assert "Rodyti mano vardą vadovui" not in buttons(replies)


async def test_one_press_stops_the_letter(talk: Talk) -> None:
    """In a message of its own, so that the letter stays; one press brings it back."""
    await works_at(talk.session, talk.person, SCHOOL)
    await did(talk, HeadDeed.SAY)
    head = await rules.head_of(talk.session, talk.person)
    assert head is not None
    replies = await did(talk, HeadDeed.NO_LETTERS)
    assert (head.wants_letters, rewritten(replies)) == (False, [])
    assert "Mėnesio laiškas: nesiunčiamas" in texts(await heads_settings.show(pressed(), talk))[0]
    assert data(replies, "Vėl siųsti mėnesio laišką") == "mh:y"
    await did(talk, HeadDeed.LETTERS)
    assert head.wants_letters
    await did(talk, HeadDeed.RESIGN)
    assert await rules.head_of(talk.session, talk.person) is None
    for deed in (HeadDeed.RESIGN, HeadDeed.NO_LETTERS):
        assert texts(await did(talk, deed))


async def test_for_whom_events_are_told(talk: Talk) -> None:
    """Groups by ticks over pages; none chosen is everybody."""
    await works_at(talk.session, talk.person, SCHOOL)
    replies = await heads_settings.choose_groups(pressed(), SchoolGroups(), talk)
    assert texts(replies)[0].startswith("<b>Mokykla ir vadovas")
    await did(talk, HeadDeed.SAY)
    replies = await heads_settings.choose_groups(pressed(), SchoolGroups(page=1), talk)
    assert texts(replies)[0].endswith("Dabar: visi")
    first = buttons(replies)[0]
    for tick in ("✓ ", ""):
        pick = SchoolGroups.unpack(data(replies, first))
        replies = await heads_settings.choose_groups(pressed(), pick, talk)
        assert buttons(replies)[0] == f"{tick}{first.removeprefix('✓ ')}"
        first = buttons(replies)[0]
    pick = SchoolGroups.unpack(data(replies, first))
    replies = await heads_settings.choose_groups(pressed(), pick, talk)
    clear = SchoolGroups.unpack(data(replies, "Visi"))
    replies = await heads_settings.choose_groups(pressed(), clear, talk)
    assert texts(replies)[0].endswith("Dabar: visi")
