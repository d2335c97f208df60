"""The page on which anybody sees whether a paper is real: plain, no scripts, two languages."""

import asyncio
import ipaddress
from collections.abc import Mapping
from functools import partial
from weakref import WeakValueDictionary

from aiohttp import web
from markupsafe import Markup

from catalogue.database import Database
from catalogue.learning import tries
from catalogue.learning.checking import UNKNOWN, Checked, Verdict, check
from catalogue.learning.tables import CodeKind
from handlers.words import verifying as words
from handlers.words.speech import Speech
from scheduler.clock import real_now

#: What no code is as long as is not even read.
LONGEST = 64
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Vary": "Accept-Language",
}
_STYLE = """
:root { color-scheme: light; }
body { max-width: 40rem; margin: 0 auto; padding: 1rem; background: #fff; color: #1a1a1a;
  font: 1.125rem/1.4 system-ui, sans-serif; }
h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.25; }
.verdict { padding: 1rem; border-left: .4rem solid; font-weight: bold; }
.valid { border-color: #1b6e3c; background: #eaf5ee; }
.replaced { border-color: #8a5a00; background: #fdf4e3; }
.revoked, .unknown { border-color: #a61b1b; background: #fbecec; }
dl { margin: 1rem 0; } dt { margin-top: .6rem; color: #555; font-size: 1rem; }
dd { margin: 0; overflow-wrap: anywhere; } .verdict, .advice { margin: 0 0 1rem; }
input, button { font: inherit; padding: .6rem .8rem; } input { width: 100%; box-sizing: border-box;
  border: 1px solid #555; } button { margin-top: .75rem; background: #1f3a5f; color: #fff;
  border: 0; } label { display: block; margin: 1.5rem 0 .3rem; }
:focus-visible { outline: 3px solid #d98200; outline-offset: 2px; }
"""


def routes(database: Database, voices: Mapping[str, Speech], *, default: str) -> list[web.RouteDef]:
    """`/check` asks for a code, `/check/<code>` answers."""
    turns = WeakValueDictionary[str, asyncio.Lock]()

    async def ask(request: web.Request) -> web.Response:
        """The form leads to the address that the picture leads to."""
        code = request.query.get("code", "").strip()
        if code:
            raise web.HTTPSeeOther(request.app.router["check"].url_for(code=code[:LONGEST]))
        return _answer(_voice(request, voices, default), None)

    async def told(request: web.Request) -> web.Response:
        """One address has one try at a time: of many sent at once each knows of those before."""
        say, who = _voice(request, voices, default), _whose(request)
        async with turns.setdefault(who, asyncio.Lock()):
            checked = await _tried(database, request.match_info["code"], who)
        return _answer(say, checked) if checked else _too_many(say)

    return [web.get("/check", ask), web.get("/check/{code}", told, name="check")]


async def _tried(database: Database, code: str, who: str) -> Checked | None:
    """None where they were wrong too often."""
    now = real_now()
    if await database.read(partial(tries.may_try_at, kind=CodeKind.PAPER, who=who, now=now)):
        return None
    checked = UNKNOWN
    if len(code) <= LONGEST:
        checked = await database.read(partial(check, typed=code))
    if checked.verdict is Verdict.UNKNOWN:
        await database.write(partial(tries.failed, kind=CodeKind.PAPER, who=who, now=now))
    return checked


def _answer(say: Speech, checked: Checked | None) -> web.Response:
    """What can be no code, and a code that nobody has, are told alike."""
    if checked is None:
        return _page(say, Markup(""), status=200)
    verdict = Markup('<p class="verdict {}" role="status">{}</p>').format(
        checked.verdict.value, words.verdict(say, checked)
    )
    if advice := words.advice(say, checked):
        verdict += Markup('<p class="advice">{}</p>').format(advice)
    rows = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(label, value)
        for label, value in words.facts(say, checked)
    )
    facts = Markup("<dl>{}</dl><p>{}</p>").format(rows, words.page_note(say)) if rows else ""
    is_unknown = checked.verdict is Verdict.UNKNOWN
    return _page(say, verdict + facts, status=404 if is_unknown else 200)


def _too_many(say: Speech) -> web.Response:
    text = Markup('<p class="verdict unknown" role="status">{}</p>').format(words.too_many(say))
    page = _page(say, text, status=429)
    page.headers["Retry-After"] = "600"
    return page


def _page(say: Speech, body: Markup, *, status: int) -> web.Response:
    text = Markup(
        '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<title>{title}</title><style>{style}</style></head><body><main><h1>{title}</h1>{body}"
        '<form action="/check" method="get"><label for="code">{label}</label>'
        '<input id="code" name="code" required maxlength="40" autocomplete="off" '
        'autocapitalize="characters" spellcheck="false"><button>{button}</button></form>'
        "</main></body></html>\n"
    ).format(
        language=say.language,
        title=words.page_title(say),
        style=Markup(_STYLE),  # noqa: S704 -- ours
        body=body,
        label=words.page_label(say),
        button=words.page_button(say),
    )
    return web.Response(text=str(text), status=status, content_type="text/html", headers=_HEADERS)


def _voice(request: web.Request, voices: Mapping[str, Speech], default: str) -> Speech:
    """The first language of the browser that we speak; its order is enough, weights are rare."""
    for part in request.headers.get("Accept-Language", "")[:200].lower().split(","):
        language = part.partition(";")[0].strip()[:2]
        if language in voices:
            return voices[language]
    return voices[default]


def _whose(request: web.Request) -> str:
    """The address that asks. Where our own proxy on this machine asks for it, the one that the
    proxy wrote last; whatever stands before it anybody may have made up. Of IPv6 a household has
    a whole network.
    """
    remote = request.remote or ""
    if _parsed(remote, is_local=True):
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        remote = forwarded or remote
    address = _parsed(remote)
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address or remote)


def _parsed(
    text: str, *, is_local: bool = False
) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """None for what is no address; with `is_local` also for one of another machine. One of IPv4
    that is written as IPv6 is the one of IPv4: all of them have the same network.
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    address = getattr(address, "ipv4_mapped", None) or address
    return None if is_local and not address.is_loopback else address
