"""What a bad day of Telegram, of a gateway or of a stranger must not do to the running bot."""

from bot.playground.server import Server
from tests.journeys.person import Someone


async def test_a_gateways_html_page_does_not_end_the_bot(bot: Server, ona: Someone) -> None:
    """A 502 of nginx carries HTML instead of JSON, also as the answer to getUpdates."""
    ona.say("/start")
    await ona.see("Kvieslys")
    bot.world.faults.order({"fail_next": [{"code": 502, "method": "getUpdates", "times": 2}]})
    ona.say("/mano")
    await ona.see("dar neturite")
    ona.say("/pagalba")
    await ona.see("Ką moku")


async def test_a_command_with_a_bots_name_asks_telegram_nothing(bot: Server, ona: Someone) -> None:
    """A turn is one transaction, and no network may be waited for inside it."""
    ona.say("/start")
    await ona.see("Kvieslys")
    before = sum(call["method"].lower() == "getme" for call in bot.world.calls)
    ona.say("/mano@kitas_bot")
    await ona.see("komandos")
    after = sum(call["method"].lower() == "getme" for call in bot.world.calls)
    assert after == before
