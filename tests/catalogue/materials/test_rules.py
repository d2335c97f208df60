"""Giving something to those who were there."""

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.materials import rules
from catalogue.materials.queries import of_event
from catalogue.materials.refusals import NotAMaterial, NotATitle, TooManyMaterials
from catalogue.materials.tables import ForWhom, Material, Medium
from catalogue.programme.tables import Event
from tests.factories import NOW, an_event, kept


@pytest.mark.parametrize(
    ("written", "address", "title"),
    [
        ("https://centras.lt/a", "https://centras.lt/a", ""),
        ("Skaidrės: https://centras.lt/a.", "https://centras.lt/a", "Skaidrės"),
        ("HTTP://Centras.lt:8080/a?b=1#c – įrašas", "HTTP://Centras.lt:8080/a?b=1#c", "įrašas"),
        ("https://ąžuolas.lt/š", "https://ąžuolas.lt/š", ""),
    ],
)
def test_a_link_with_words_beside_it(written: str, address: str, title: str) -> None:
    """The words name it."""
    assert rules.linked(written) == (address, title)


@pytest.mark.parametrize(
    "written",
    [
        *("", "skaidrės", "ftp://centras.lt/a", "javascript:alert(1)", "https://", "https://a"),
        *("http://localhost/a", "http://127.0.0.1/a", "http://[::1]/", "https://a.lt:0/"),
        *("https://ona:slaptas@centras.lt/", "https://centras.lt:99999/", "file:///etc/passwd"),
        "https://centras.lt/" + "a" * 2000,
    ],
)
def test_what_is_no_link(written: str) -> None:
    """Neither other schemes, nor machines without a name, nor passwords."""
    with pytest.raises(NotAMaterial):
        rules.linked(written)


def test_where_recordings_are_shown() -> None:
    """Staff need not say it of these."""
    known = ("https://www.youtube.com/watch?v=1", "https://youtu.be/1", "https://vimeo.com/1")
    assert [rules.shows_recordings(one) for one in known] == [True] * 3
    assert not rules.shows_recordings("https://notyoutube.com/1")


def test_titles_are_bounded() -> None:
    """One line, not empty."""
    assert rules.a_title(" Skaidrės\tI ") == "Skaidrės I"
    for text in ("", "a" * 121):
        with pytest.raises(NotATitle):
            rules.a_title(text)


async def given(session: AsyncSession, event: Event, title: str) -> Material:
    return await rules.add(
        *(session, event),
        medium=Medium.DOCUMENT, address="BQAC", title=title, is_recording=False, now=NOW,
    )  # fmt: skip


async def test_things_keep_the_order_in_which_staff_put_them(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new one is the last, for those who come; at the ends nothing moves."""
    monkeypatch.setattr(rules, "MOST", 3)

    async def work(session: AsyncSession) -> None:
        event = an_event()
        await kept(session, event)
        first, second, third = [await given(session, event, one) for one in ("A", "B", "C" * 300)]
        assert (third.title, third.for_whom, third.position) == ("C" * 120, ForWhom.CAME, 3)
        with pytest.raises(TooManyMaterials):
            await given(session, event, "D")
        await rules.move(session, third, by=-1)
        await rules.move(session, first, by=-1)
        await rules.move(session, second, by=1)
        assert list(await of_event(session, event.id)) == [first, third, second]
        await rules.remove(session, first)
        await rules.move(session, second, by=-1)
        assert [one.position for one in await of_event(session, event.id)] == [1, 2]
        await session.delete(event)
        await session.flush()
        assert list(await of_event(session, event.id)) == []

    await database.write(work)
