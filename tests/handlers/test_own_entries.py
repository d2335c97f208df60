"""Describing an entry of one's own step by step, changing and deleting it."""

import pytest

from catalogue.learning import own_entries as rules
from catalogue.learning.refusals import EntryGone, NotADay, NotAKind
from catalogue.people.refusals import ConsentNeeded
from handlers import forms, own_entries
from handlers.callbacks.learning import EntryAnswer, EntryBack, EntryPart, OneEntry, OwnEntries
from handlers.replies import Replies
from handlers.talk import Talk
from tests.handlers.talking import a_talk, buttons, data, pressed, texts, written


async def say(talk: Talk, text: str) -> Replies:
    replies: Replies = await own_entries.written(written(text), talk)
    return replies


async def described(talk: Talk) -> Replies:
    """All steps; the first and the last by a button."""
    asked = await own_entries.begin(pressed(), talk)
    kind = EntryAnswer.unpack(data(asked, "Stažuotė"))
    await own_entries.chosen(pressed(), kind, talk)
    for text in ("Stažuotė Suomijoje", "spalio 15 d.", "40 akad. val."):
        asked = await say(talk, text)
    assert buttons(asked) == ["Praleisti"]
    await forms.leave(talk.state)  # as any press does that does not go on with the form
    skip = OneEntry.unpack(data(asked, "Praleisti"))
    replies: Replies = await own_entries.look(pressed(), skip, talk)
    return replies


async def test_an_entry_is_described_and_shown(talk: Talk) -> None:
    """With the year that was meant, and what it is worth."""
    (told,) = texts(await described(talk))
    assert told.startswith("<b>Stažuotė Suomijoje</b>\nKas tai buvo: stažuotė\n")
    assert "Diena: 2026 m. spalio 15 d." in told
    assert "Akad. valandos: 40" in told
    assert await talk.state.get_state() is None
    listed = await own_entries.turn_page(pressed(), OwnEntries(page=9), talk)
    assert buttons(listed)[0] == "1. Stažuotė Suomijoje"


async def test_what_cannot_be_taken_leaves_the_question_open(talk: Talk) -> None:
    """And a button of another question shows that one; one may go back a question."""
    await own_entries.begin(pressed(), talk)
    with pytest.raises(NotAKind):
        await say(talk, "knyga")
    late = EntryAnswer(part=EntryPart.DAY, value="2026-11-22")
    assert "Kas tai buvo?" in texts(await own_entries.chosen(pressed(), late, talk))[0]
    for text in ("self_study", "Kniga"):
        asked = await say(talk, text)
    before = EntryBack.unpack(data(asked, "Atgal"))
    assert "Kaip vadinosi" in texts(await own_entries.back(pressed(), before, talk))[0]
    assert "Kurią dieną" in texts(await say(talk, "Knyga"))[0]
    too_late = EntryBack(part=EntryPart.ORGANISER)
    assert "Kurią dieną" in texts(await own_entries.back(pressed(), too_late, talk))[0]
    with pytest.raises(NotADay):
        await say(talk, "2026-11-23")
    assert "Kiek akademinių" in texts(await say(talk, "2026-11-22"))[0]
    await forms.leave(talk.state)
    assert "paseno" in texts(await own_entries.back(pressed(), too_late, talk))[0]


async def test_one_part_is_changed_alone(talk: Talk) -> None:
    """Each of them, and the rest stays."""
    await described(talk)
    (entry,) = await rules.of_person(talk.session, talk.person)
    for part, text in (
        (EntryPart.HOURS, "38,5"),
        (EntryPart.DAY, "2026-10-16"),
        (EntryPart.ORGANISER, "Helsinkio universitetas"),
    ):
        await own_entries.look(pressed(), OneEntry(entry=entry.id, part=part), talk)
        told = texts(await say(talk, text))[0]
    assert "Akad. valandos: 38,5\nOrganizatorius: Helsinkio universitetas" in told
    part = EntryPart.ORGANISER
    asked = await own_entries.look(pressed(), OneEntry(entry=entry.id, part=part), talk)
    without = EntryAnswer.unpack(data(asked, "Be organizatoriaus"))
    told = texts(await own_entries.chosen(pressed(), without, talk))[0]
    assert "Organizatorius" not in told
    assert (entry.title, entry.day.day, entry.hours) == ("Stažuotė Suomijoje", 16, 38.5)


async def test_it_is_deleted_after_a_question_and_by_its_writer_alone(
    talk: Talk, stranger: Talk
) -> None:
    """Whoever has not agreed that anything is kept writes nothing."""
    await described(talk)
    (entry,) = await rules.of_person(talk.session, talk.person)
    for data_of in (OneEntry(entry=entry.id), OneEntry(entry=entry.id, delete=True, sure=True)):
        press = own_entries.delete if data_of.delete else own_entries.look
        with pytest.raises(EntryGone):
            await press(pressed(), data_of, stranger)
    asked = await own_entries.delete(pressed(), OneEntry(entry=entry.id, delete=True), talk)
    assert "Susigrąžinti jo nebus galima" in texts(asked)[0]
    sure = OneEntry.unpack(data(asked, "Taip, ištrinti"))
    assert "Įrašų dar nėra" in texts(await own_entries.delete(pressed(), sure, talk))[0]
    with pytest.raises(ConsentNeeded):
        await own_entries.begin(pressed(), a_talk(talk.session, stranger.person))
