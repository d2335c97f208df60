"""The whole bot put together by hand: what it is made of, and what runs."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web

from bot import check_page, http
from bot.compose import composer
from bot.jobs.kinds import doers
from bot.jobs.means import Means
from bot.payloads import message, written
from bot.polling import Ears, Polling
from bot.process import ROLES, single
from bot.schema import migrate
from bot.settings import Settings
from bot.tables import forget_old_updates
from bot.turn import Turn
from bot.webhook import Webhook
from catalogue.database import Database, is_passing
from catalogue.finding.finder import Finder
from catalogue.people.languages import LANGUAGES
from catalogue.search.index import Index
from handlers import commands
from handlers.router import dispatcher
from handlers.talk import House
from handlers.words.menu import work_failed
from handlers.words.speech import Speech
from scheduler import outbox
from scheduler.announcing import announcing
from scheduler.approvals import APPROVALS, LEAVING, approvals
from scheduler.certificates import certificates
from scheduler.clock import Clock
from scheduler.digests import digests
from scheduler.doors import doors
from scheduler.enquiries import enquiries
from scheduler.feedback import feedback
from scheduler.gathering import gathering
from scheduler.heads import heads
from scheduler.jobs import Jobs
from scheduler.materials import materials
from scheduler.mouth import Mouth
from scheduler.nearing import nearing
from scheduler.notices import notices
from scheduler.offers import offers
from scheduler.pace import Pace
from scheduler.plans import plans
from scheduler.practice import practice
from scheduler.reminders import reminders
from scheduler.roles import Role, RoleLost, hash_of, hold
from scheduler.sender import Compose, Sender, introduce
from scheduler.ticks import Ticks, Watch, housekeeping

log = structlog.get_logger(__name__)

Work = Callable[[], Coroutine[Any, Any, None]]

#: Seconds; a database that restarts is back in a few.
STAND_AGAIN_AFTER = 1.0


async def serve(
    settings: Settings,
    *,
    roles: Sequence[str] = ROLES,
    clock_key: str | None = None,
    clock: Clock | None = None,
    database: Database | None = None,
    ready: Callable[[int], None] = lambda _port: None,
) -> None:
    """Runs until cancelled. `ready` gets the port of `/healthz`, 0 where that port was taken.

    `database` is that of the settings where the caller has it already, and whose to close it is.

    Raises AlreadyRunning, TokenRefused, PolledElsewhere, PortTaken; within an ExceptionGroup if it
    comes late.
    """
    async with AsyncExitStack() as stack:
        if database is None:
            database = Database(settings.database_url)
            stack.push_async_callback(database.close)
        if database.is_sqlite:  # before anything is written: the file is one process's own
            await stack.enter_async_context(hold(database, Role.POLLER, hash_of(settings.token)))
        await migrate(database)
        clock = clock or Clock()
        voices = {language: Speech(language, settings.timezone) for language in LANGUAGES}
        mouth = Mouth(settings.token, pace=Pace(settings.send_rate), api_url=settings.api_url)
        stack.push_async_callback(mouth.shutdown)
        await introduce(mouth)
        house = House(
            finder=Finder(Index(timezone=settings.timezone)),
            bot_username=mouth.username,
            owner_ids=settings.owner_ids,
            default_language=settings.default_language,
            reminders=settings.reminders,
            web=settings.web,
        )
        await database.read(house.finder.index)  # built before the first question, not in it
        compose = composer(database, voices, house)
        sender = Sender(database, mouth, compose, clock)
        ticks = _ticks(
            settings,
            database=database,
            house=house,
            compose=compose,
            clock=clock,
            said=sender.wake,
        )
        heavy = _jobs(
            settings,
            database=database,
            means=Means(house=house, voices=voices, mouth=mouth),
            clock=clock,
            said=sender.wake,
        )
        polling = _polling(
            settings=settings,
            database=database,
            house=house,
            clock=clock,
            said=sender.wake,
            noted=partial(_each, ticks.wake, heavy.wake),
            stack=stack,
        )
        clock.on_push = ticks.wake_all
        app = http.application(clock=clock, clock_key=clock_key)
        app.add_routes(check_page.routes(database, voices, default=settings.default_language))
        work: dict[str, Work] = {
            "turns": _hears(settings, database, polling, app),
            "sender": partial(
                _in_role, database, Role.SENDER, settings, sender.run, heard=sender.wake
            ),
            "clock": partial(
                _in_role, database, Role.CLOCK, settings, partial(_together, ticks.run, heavy.run)
            ),
        }
        port = await _listen(app, settings, stack)
        await _put_menus(database, voices, settings, clock)
        async with asyncio.TaskGroup() as group:
            for name in roles:
                group.create_task(work[name]())
            ready(port)


async def _in_role(
    database: Database,
    role: Role,
    settings: Settings,
    run: Work,
    *,
    heard: Callable[[], None] = lambda: None,
) -> None:
    """Stands for election again when the database went away and took the role with it."""
    while True:
        try:
            async with hold(database, role, hash_of(settings.token), heard=heard):
                await run()
        except Exception as error:
            if not all(isinstance(one, RoleLost) or is_passing(one) for one in single(error)):
                raise
            log.warning("role_lost", role=role)
            await asyncio.sleep(STAND_AGAIN_AFTER)


def _hears(settings: Settings, database: Database, polling: Polling, app: web.Application) -> Work:
    if settings.webhook_url:  # many processes may be told of updates side by side
        webhook = Webhook(settings, polling)
        app.router.add_post(urlsplit(settings.webhook_url).path or "/", webhook.receive)
        return webhook.run
    return partial(_in_role, database, Role.POLLER, settings, polling.run)


def _jobs(
    settings: Settings,
    *,
    database: Database,
    means: Means,
    clock: Clock,
    said: Callable[[], None],
) -> Jobs:
    return Jobs(
        database,
        clock,
        doers(means),
        sorry=lambda language: written(work_failed(means.voices[language])),
        said=said,
        seconds=settings.tick_seconds,
    )


def _each(*calls: Callable[[], None]) -> None:
    for call in calls:
        call()


async def _together(*works: Work) -> None:
    async with asyncio.TaskGroup() as group:
        for work in works:
            group.create_task(work())


def _polling(
    *,
    settings: Settings,
    database: Database,
    house: House,
    clock: Clock,
    said: Callable[[], None],
    noted: Callable[[], None],
    stack: AsyncExitStack,
) -> Polling:
    api = TelegramAPIServer.from_base(settings.api_url)
    session = AiohttpSession(api=api)
    bot = Ears(settings.token, username=house.bot_username, session=session)
    stack.push_async_callback(bot.session.close)
    turn = Turn(
        database=database,
        house=house,
        clock=clock,
        timezone=settings.timezone,
        said=said,
        noted=noted,
    )
    return Polling(bot, dispatcher(), turn)


def _ticks(
    settings: Settings,
    *,
    database: Database,
    house: House,
    compose: Compose,
    clock: Clock,
    said: Callable[[], None],
) -> Ticks:
    """All that the clock looks after."""
    watch = Watch(
        database=database,
        timezone=settings.timezone,
        default_language=settings.default_language,
        reminders=settings.reminders,
        owner_ids=settings.owner_ids,
        seconds=settings.tick_seconds,
        said=said,
    )
    return Ticks(
        clock,
        [
            offers(watch),
            approvals(watch, APPROVALS),
            approvals(watch, LEAVING),
            enquiries(watch),
            nearing(watch),
            doors(watch),
            notices(watch),
            reminders(watch),
            announcing(watch, compose),
            gathering(watch),
            digests(watch, house.finder),
            certificates(watch),
            materials(watch),
            feedback(watch),
            plans(watch),
            practice(watch),
            heads(watch),
            housekeeping(database, forget_old_updates),
        ],
    )


async def _put_menus(
    database: Database, voices: dict[str, Speech], settings: Settings, clock: Clock
) -> None:
    menus = commands.for_everybody(voices, default=settings.default_language)
    rows = [message(menu) for menu in menus]
    await database.write(lambda session: outbox.put(session, rows, now=clock.now()))


async def _listen(app: web.Application, settings: Settings, stack: AsyncExitStack) -> int:
    try:
        return await http.listen(app, host=settings.http_host, port=settings.http_port, stack=stack)
    except OSError as error:
        if settings.webhook_url:
            raise http.PortTaken(settings.http_port) from error
        # Polling needs no port: the bot serves people without its health page.
        log.warning("http_port_taken", port=settings.http_port, error=type(error).__name__)
        return 0
