"""The page in a real browser, with a small bot behind it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser, FilePayload, Locator, Page, expect

from bot.playground.server import Server
from tests.bot.playground.conftest import KEY, TOKEN, Caller

pytestmark = [pytest.mark.xdist_group("page"), pytest.mark.asyncio(loop_scope="module")]
BUTTONS = [
    [{"text": "Registruotis", "callback_data": "join"}],
    [{"text": "Priminti", "callback_data": "remind"}],
    [{"text": "Kortelė", "url": "https://t.me/kvieslys_playground_bot?start=ev_7"}],
]
ARTICLE = {
    "type": "article",
    "id": "1",
    "title": "Seminaras apie DI",
    "input_message_content": {"message_text": "Kviečiu"},
}


async def _answer(call: Caller, update: dict[str, Any]) -> None:
    """The echo: texts come back with buttons, a press changes its message."""
    if "message" in update:
        text = update["message"].get("text", "failas")
        await call(
            "sendMessage",
            chat_id=update["message"]["chat"]["id"],
            text=f"Girdžiu: {text}",
            reply_markup={"inline_keyboard": BUTTONS},
        )
    elif "callback_query" in update:
        query = update["callback_query"]
        where = {
            "chat_id": query["message"]["chat"]["id"],
            "message_id": query["message"]["message_id"],
        }
        await call("answerCallbackQuery", callback_query_id=query["id"], text="Užregistruota")
        if query["data"] == "join":
            await call("editMessageText", **where, text="<b>Patvirtinta</b>", parse_mode="HTML")
    elif "inline_query" in update:
        number = update["inline_query"]["id"]
        await call("answerInlineQuery", inline_query_id=number, results=[ARTICLE])


async def _echo(call: Caller, ended: asyncio.Event) -> None:
    offset = 0
    while not ended.is_set():
        answer = await call("getUpdates", offset=offset, timeout=20)
        for update in answer.result:
            offset = update["update_id"] + 1
            await _answer(call, update)


@asynccontextmanager
async def _echoing(server: Server, session: ClientSession) -> AsyncIterator[None]:
    call, ended = Caller(server.url, session), asyncio.Event()
    await call("setMyCommands", commands=[{"command": "mano", "description": "Mano"}])
    async with asyncio.TaskGroup() as group:
        group.create_task(_echo(call, ended))
        yield
        ended.set()
        server.world.updates.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """The page of a playground of its own; anything said to its console is an error."""
    said: list[str] = []
    context = await browser.new_context(locale="lt-LT", viewport={"width": 1280, "height": 800})
    opened = await context.new_page()
    opened.set_default_timeout(20_000)
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    server = Server(token=TOKEN, key=KEY, rate_limit=False)
    async with server, ClientSession() as session, _echoing(server, session):
        await opened.goto(server.page)
        await opened.wait_for_selector("body[data-ready]")
        yield opened
        await context.close()
    assert said == []


def _column(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


async def test_a_conversation(page: Page) -> None:
    """Start, type, press: the answer comes, the message changes in place, a toast is shown."""
    ona = _column(page, "Ona Petraitienė")
    await ona.get_by_role("button", name="PRADĖTI").click()
    await expect(ona.get_by_text("Girdžiu: /start")).to_be_visible()
    await ona.get_by_role("combobox", name="Žinutė").fill("<b>kur?</b> & kada")
    await ona.get_by_role("combobox", name="Žinutė").press("Enter")
    await expect(ona.get_by_text("Girdžiu: <b>kur?</b> & kada")).to_be_visible()
    await ona.get_by_role("button", name="Registruotis").last.click()
    await expect(ona.get_by_role("status")).to_have_text("Užregistruota")
    await expect(ona.locator("strong", has_text="Patvirtinta")).to_be_visible()
    await expect(ona.get_by_role("article")).to_have_count(4)
    await expect(_column(page, "James Miller").get_by_role("article")).to_have_count(0)


async def test_a_pressed_button_comes_to_rest(page: Page) -> None:
    """A button turns only until its press is answered."""
    ona = _column(page, "Ona Petraitienė")
    await ona.get_by_role("button", name="PRADĖTI").click()
    await ona.get_by_role("button", name="Priminti").click()
    await expect(ona.get_by_role("status")).to_have_text("Užregistruota")
    await expect(ona.locator("[aria-busy]")).to_have_count(0)


async def test_a_deep_link_stays_inside(page: Page) -> None:
    """A link to the bot itself is followed in the same chat."""
    ona = _column(page, "Ona Petraitienė")
    await ona.get_by_role("button", name="PRADĖTI").click()
    await ona.get_by_role("link", name="Kortelė").click()
    await expect(ona.get_by_text("Girdžiu: /start ev_7")).to_be_visible()


async def test_with_the_keyboard_only(page: Page) -> None:
    """Start, the command menu, and a button are all reached without a mouse."""
    ona = _column(page, "Ona Petraitienė")
    await ona.get_by_role("button", name="PRADĖTI").focus()
    await page.keyboard.press("Enter")
    field = ona.get_by_role("combobox", name="Žinutė")
    await expect(field).to_be_focused()
    await page.keyboard.type("/m")
    await expect(ona.get_by_role("option", name="/mano Mano")).to_have_attribute(
        "aria-selected", "true"
    )
    await page.keyboard.press("Enter")
    await expect(ona.get_by_text("Girdžiu: /mano")).to_be_visible()
    for _ in range(12):
        await page.keyboard.press("Shift+Tab")
        if await page.evaluate("document.activeElement.textContent") == "Registruotis":
            break
    await page.keyboard.press("Enter")
    await expect(ona.get_by_text("Patvirtinta")).to_be_visible()


async def test_inline_cards(page: Page) -> None:
    """Typing the bot's name brings cards; the chosen one is sent to the other person."""
    ona, james = _column(page, "Ona Petraitienė"), _column(page, "James Miller")
    await ona.get_by_role("button", name="PRADĖTI").click()
    await ona.get_by_role("combobox", name="Žinutė").fill("@kvieslys_playground_bot di")
    await ona.get_by_role("combobox", name="Kam").select_option(label="James Miller")
    await ona.get_by_role("option", name="Seminaras apie DI").click()
    await expect(james.get_by_text("Kviečiu")).to_be_visible()


async def test_files_and_blocking(page: Page) -> None:
    """A document goes up through the menu; a blocked bot cannot be written to until unblocked."""
    rasa = _column(page, "Rasa Kazlauskienė")
    await rasa.get_by_role("button", name="PRADĖTI").click()
    await rasa.get_by_role("button", name="Prisegti").click()
    async with page.expect_file_chooser() as chosen:
        await rasa.get_by_role("menuitem", name="Dokumentas").click()
    file = FilePayload(name="planas.xlsx", mimeType="application/zip", buffer=b"abc")
    await (await chosen.value).set_files(file)
    await expect(rasa.get_by_role("link", name="planas.xlsx, 3 B")).to_be_visible()
    await rasa.get_by_role("button", name="Blokuoti robotą").click()
    await expect(rasa.get_by_role("combobox", name="Žinutė")).to_be_hidden()
    await rasa.get_by_role("button", name="ATBLOKUOTI", exact=True).click()
    await expect(rasa.get_by_role("combobox", name="Žinutė")).to_be_visible()


async def test_the_calls_and_a_newcomer(page: Page) -> None:
    """The panel shows what went to and fro; one more person gets a column of their own."""
    await page.get_by_role("button", name="Pridėti žmogų").click()
    await page.get_by_label("Vardas").fill("Jonas")
    await page.keyboard.press("Enter")
    await _column(page, "Jonas").get_by_role("button", name="PRADĖTI").click()
    await expect(_column(page, "Jonas").get_by_text("Girdžiu: /start")).to_be_visible()
    await page.get_by_role("button", name="Bot API kvietimai").click()
    panel = page.get_by_role("complementary", name="Bot API kvietimai")
    await panel.locator("summary", has_text="sendMessage").click()
    await expect(panel.get_by_text("Girdžiu: /start").first).to_be_visible()


async def test_a_narrow_screen(page: Page) -> None:
    """On a telephone one person is shown at a time, nothing is wider than the screen."""
    await page.set_viewport_size({"width": 390, "height": 800})
    ona, james = _column(page, "Ona Petraitienė"), _column(page, "James Miller")
    await expect(ona).to_be_visible()
    await expect(james).to_be_hidden()
    await page.get_by_role("navigation").get_by_role("button", name="James").click()
    await expect(james).to_be_visible()
    await james.get_by_role("button", name="PRADĖTI").click()
    await expect(james.get_by_text("Girdžiu: /start")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
