"""The page on which anybody checks a paper."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from aiohttp import ClientSession, web
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot import check_page, http
from catalogue.database import Database
from catalogue.learning.check_codes import grouped
from catalogue.learning.tables import CertificateIssue, CodeKind
from catalogue.learning.tries import MOST
from tests.catalogue.learning.papers import P, a_reported_event, attended, issue_all
from tests.handlers.words.made_up import EN, LT

WRONG = "0000-0000-0000-0000"


async def shown(database: Database, stack: AsyncExitStack) -> str:
    """By a process of its own, as far as it knows."""
    app = web.Application()
    app.add_routes(check_page.routes(database, {"lt": LT, "en": EN}, default="lt"))
    port = await http.listen(app, host="127.0.0.1", port=0, stack=stack)
    return f"http://127.0.0.1:{port}"


@pytest.fixture
async def site(sqlite_database: Database) -> AsyncIterator[str]:
    async with AsyncExitStack() as stack:
        yield await shown(sqlite_database, stack)


async def issued(database: Database) -> str:
    """The code of a paper."""

    async def work(session: AsyncSession) -> str:
        event = await a_reported_event(session, title_lt="Kas <b>ten</b>?")
        await attended(session, event, P, P, name="Ona Petraitienė")
        await issue_all(session, event)
        return (await session.scalars(select(CertificateIssue.code))).one()

    return await database.write(work)


async def look(address: str, **headers: str) -> tuple[int, str]:
    async with ClientSession() as client, client.get(address, headers=headers) as answer:
        return answer.status, await answer.text()


async def test_a_paper_is_checked_without_the_chat(site: str, sqlite_database: Database) -> None:
    """In the language of the browser; the name of the holder is told to nobody."""
    code = await issued(sqlite_database)
    status, text = await look(f"{site}/check/{code}", **{"Accept-Language": "lt-LT,en;q=0.5"})
    assert status == 200
    assert '<html lang="lt">' in text
    for told in ("Pažyma galioja.", "Kas &lt;b&gt;ten&lt;/b&gt;?", "8 akad. val.", "O. P."):
        assert told in text
    assert "Petraitienė" not in text
    status, text = await look(
        f"{site}/check?code={grouped(code).lower()}", **{"Accept-Language": "de, en-GB;q=0.8"}
    )
    assert (status, "The certificate is valid." in text) == (200, True)
    status, text = await look(f"{site}/check", **{"Accept-Language": "de"})
    assert (status, '<label for="code">Tikrinimo kodas' in text) == (200, True)


async def test_a_page_is_kept_and_followed_by_nobody(site: str, sqlite_database: Database) -> None:
    """Neither scripts nor frames nor what else a browser might fetch."""
    code = await issued(sqlite_database)
    async with ClientSession() as client, client.get(f"{site}/check/{code}") as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


async def test_wrong_codes_are_all_told_alike(site: str) -> None:
    """What nobody has, what can be none, and what is longer than any."""
    answers = {
        await look(f"{site}/check/{code}") for code in (WRONG, "2026-0001", "x" * 500, "%27")
    }
    ((status, text),) = answers
    assert status == 404
    assert "tokio kodo registre nėra" in text
    assert '<p class="advice">Palyginkite kodą' in text


async def test_who_tries_too_often_waits(site: str, sqlite_database: Database) -> None:
    """Right codes neither are told then, nor by another process; another address is not held up.
    What stands before the address that our own proxy wrote may be made up; and many tries at once
    are no more than one after the other.
    """
    code, most = await issued(sqlite_database), MOST[CodeKind.PAPER]
    made_up = [{"X-Forwarded-For": f"10.0.0.{n}, ::ffff:192.0.2.1"} for n in range(most + 10)]
    answers = await asyncio.gather(*(look(f"{site}/check/{WRONG}", **one) for one in made_up))
    assert Counter(status for status, _ in answers) == {404: most, 429: 10}
    status, text = await look(f"{site}/check/{code}", **{"X-Forwarded-For": "192.0.2.1"})
    assert (status, "Per daug neteisingų kodų" in text) == (429, True)
    async with AsyncExitStack() as stack:
        other = await shown(sqlite_database, stack)
        assert (await look(f"{other}/check/{code}", **{"X-Forwarded-For": "192.0.2.1"}))[0] == 429
    assert (await look(f"{site}/check/{code}", **{"X-Forwarded-For": "::ffff:192.0.2.2"}))[0] == 200


async def test_a_household_has_one_try_together(site: str, sqlite_database: Database) -> None:
    """Of IPv6 it has a whole network of addresses."""
    code = await issued(sqlite_database)
    for number in range(MOST[CodeKind.PAPER]):
        await look(f"{site}/check/{WRONG}", **{"X-Forwarded-For": f"2001:db8::{number}"})
    for address, status in (("2001:db8::ffff", 429), ("2001:db8:0:1::1", 200)):
        assert (await look(f"{site}/check/{code}", **{"X-Forwarded-For": address}))[0] == status
