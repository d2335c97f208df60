"""What buttons carry fits into Telegram's 64 bytes, whatever it is about."""

import enum
from types import NoneType
from typing import Any, get_args

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers import asking_buttons, callbacks
from tests.handlers.office.kinds import OF_STAFF, kinds_in

BIGGEST_ID = 2**63 - 1
KINDS = [*kinds_in(callbacks), *OF_STAFF]
#: A button of every kind as it stands in sent messages. A line here never changes; whoever adds a
#: kind adds its line.
SENT = (
    "mk:2610:0",
    "mh:n",
    "mn:1",
    "ml:2610:1",
    "mr:2612",
    "mg:0a1b2c3d:1:0",
    "vh:1",
    "vo:3:c",
    "vu:3:1:12:1",
    "gd:3:7:0",
    "wb:9:1",
    "dm::2",
    "dw:0a1b2c3d:e",
    "dq:0a1b2c3d:30",
    "gs:3:o",
    "gy:7:1",
    "gv:7:1",
    "gk:3",
    "gn:4:12",
    "gz:1",
    "fb:12:345",
    "sn",
    "sa:12:n",
    "sy:12:3:p:7",
    "ya:12:2026:1",
    "yb:12:q",
    "yc:12:34:l::",
    "yd:12:2:1:3:0:1",
    "fs:12",
    "ua:7:not_yet",
    "us:12",
    "gx:5:n",
    "uw:0",
    "gp:s:0a1b2c3d:12:1:2",
    "ug:12",
    "ui:g:t:4:1",
    "gb:1",
    "ge:5:a",
    "nr:t:y:4:1",
    "fl:1",
    "fw:0",
    "fe:12:1",
    "im:12:t",
    "ie:12:1:2:l",
    "ih",
    "ex:m:xlsx",
    "up:4:2612:0:2:0",
    "uf:4:2609:1:pdf",
    "uo:4:1",
    "uk:4:2612:0:0a1b2c3d",
    "ut:4:2612:0",
    "nu:s:y:0:0",
    "nu:c:m:4:2",
    "rp:p:m:0:0:0",
    "rp:m:q:8107:4:0",
    "n:events",
    "e:12",
    "v:2611:online:1:0:0a1b2c3d:",
    "b:2611:online:1:0:0a1b2c3d::2",
    "f:0::0:1:::c:1",
    "j:12:1",
    "l:12:0",
    "k:12",
    "c:12",
    "s:12",
    "a:12",
    "m:w:1",
    "y:1",
    "cn",
    "sf",
    "g:en",
    "d",
    "x:1",
    "q:0a1b2c3d:2",
    "qx:0a1b2c3d:city",
    "qd:0a1b2c3d:4e5f6a7b",
    "qn:0a1b2c3d",
    "w:3",
    "ac:4",
    "tk:0a1b2c3d",
    "r:a:1440",
    "rq:1:1260:480",
    "wk:group:1:0",
    "wg:subject:0a1b2c3d:1",
    "nw:c:3:0",
    "sw:0a1b2c3d",
    "su:7:w",
    "o:12:5:1",
    "oa:12:1",
    "ch:9:1",
    "kc:0a1b2c3d:12:4",
    "kr:12:5",
    "kd:0a1b2c3d:1:0",
    "kv:9:1",
    "qe:1",
    "qo:9:a",
    "qa:0a1b2c3d",
    "qk:9:0a1b2c3d",
    "qr",
    "qt:0a1b2c3d:1",
    "si:0",
    "sd:5:1",
    "re:12:d:120",
    "ho:3:0",
    "se:12",
    "sg:12:1",
    "sh:12:24",
    "an:6:1",
    "ae:12",
    "ab:6:group:0a1b2c3d:1",
    "ac2:6:29900000",
    "ad:6:1:0",
    "gm:30:1",
    "gw:8:0a1b2c3d:0",
    "ga",
    "gt:0a1b2c3d",
    "gl:1",
    "go:8:1",
    "gf",
    "ka:c:2:1",
    "kq:0a1b2c3d:2",
    "kw:1",
    "sl:0:1",
    "sr:4:lecturer:12:1",
    "sx:3",
    "le:12:0:5:1",
    "lm:1",
    "la:12:34:1",
    "lt:7:34:1",
    "lo:34:1",
    "lw:34:0a1b2c3d",
    "lk:7:34:t:1",
    "lz:7:34:3:1",
    "lr:2",
    "lv:34:1",
    "ld:34",
    "lx:5",
    "lf:12",
    "lh",
    "lj:34",
    "lq:BKTR",
    "zu:p:5:12:staff:1",
    "zu:n:0:0::0",
    "sv:12:c:0",
    "ee:12:s",
    "ef:12:3:0a1b2c3d:0",
    "em:12:w:2:0",
    "yr:2026",
    "dd:12:1",
    "ne:n:0",
    "nv:form:0a1b2c3d:0",
    "nf:12:1:0a1b2c3d:0",
    "cy:12:1",
    "pf:3:0",
    "pg:2026:3",
    "ly:2",
    "pe:1:0",
    "pz:1",
    "py:1",
    "pl:12:w:1:0",
    "pt:34:g:1",
    "ph:34:1:0",
    "pu:34:7:1",
    "pw:34:0a1b2c3d",
    "pp:12:0a1b2c3d",
    "pb:12:1:34:1",
    "px:12:s",
    "pn:12:1",
    "pr:12:1",
    "pq:34:7:1",
    "ps:12:w",
    "ts:0a1b2c3d4e5f6a7b0a1b2c3d4e5f6a7b:1",
    "al:12:s",
    "hr:2025",
    "hp:2025:x",
    "hl:2:0",
    "he:7:hours:0:0",
    "hc:7:4:1",
    "pc:7:1:0a1b2c3d",
    "hk:title",
    "hv:day:2026-11-22",
    "ht",
    "mt:12",
    "mo:9",
    "om:12:1",
    "oi:9:l",
    "ol:1",
    "pa:12:school",
    "pd:12:c:1",
    "ct:2026:1:1",
    "cf:7",
    "cw:7",
    "ec:12:1",
    "ep:12",
    "eh:34:a:1",
    "er:12:c:1",
)
#: The longest a text field gets; whoever adds a field says it here.
LONGEST = {
    "scores": "55555",
    "subject": "f" * 8,
    "door": "language",
    "mode": "online",
    "city": "f" * 8,
    "audience": "f" * 8,
    "language": "lt",
    "mark": "f" * 8,
    "secret": "f" * 40,
    "key": "f" * asking_buttons.LONGEST_KEY,
    "other": "f" * 8,
    "name": "not.part_of_day",
    "words": "BKTR",
    "step": "price_eur",
    "value": "self_study",
}

#: The largest a number gets that is no row's.
LARGEST = {
    "hours": 9999,
    "at": 9999,
    "block": 9999,
    "by": 9999,
    "group": 9999,
    "value": 9999,
    "month": 9912,
    "page": 9999,
    "most": 99,
    "number": 99,
    "field": 99,
    "year": 2099,
    "days": 90,
    "before": 365,
    "people": 30,
    "begin": 1439,
    "end": 1439,
}


def choices(annotation: Any) -> list[enum.StrEnum]:
    """Of an enumeration, also of one that may be left out."""
    kinds = [one for one in get_args(annotation) or (annotation,) if one is not NoneType]
    return [choice for kind in kinds for choice in kind]


def extreme(kind: type[CallbackData]) -> CallbackData:
    values: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        annotation = field.annotation
        if annotation is bool:
            values[name] = True
        elif annotation is int:
            values[name] = LARGEST.get(name, BIGGEST_ID)
        elif annotation is str:
            values[name] = LONGEST[name]
        else:
            values[name] = max(choices(annotation), key=len)
    return kind(**values)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_extreme_fits_and_comes_back(kind: type[CallbackData]) -> None:
    """The largest ids and the longest values are under 64 bytes and are read back as they were."""
    data = extreme(kind)
    packed = data.pack()
    assert len(packed.encode()) < 64
    assert kind.unpack(packed) == data


def test_the_buttons_of_sent_messages_go_on_working() -> None:
    """Every kind reads what it once wrote, and writes it so again."""
    kinds = {kind.__prefix__: kind for kind in KINDS}
    assert {data.partition(":")[0] for data in SENT} == set(kinds)
    assert [kinds[data.partition(":")[0]].unpack(data).pack() for data in SENT] == list(SENT)


def test_prefixes_are_each_others_own() -> None:
    """No two kinds of button, of staff or of everyone, are taken for one another."""
    prefixes = [kind.__prefix__ for kind in KINDS]
    assert len(set(prefixes)) == len(prefixes)
