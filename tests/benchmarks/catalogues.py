"""Catalogues to search in, with graded queries: read from files, and grown to any size.

A grown catalogue keeps its truth. Half of what is added are variants of its events, in other words
about the same theme and with the same facts for a filter to ask, so that a query's grades hold for
them too; the other half are events with invented words in their titles, which answer no query.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.search.documents import Document

VILNIUS = ZoneInfo("Europe/Vilnius")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=VILNIUS)
"""Before every event of the catalogues, in the month before most."""

OWN = (
    Path(__file__).parent / "data" / "catalogue.jsonl",
    Path(__file__).parent / "data" / "queries.jsonl",
)

_FRAMES = """
{}: praktikumas|{}: pirmieji žingsniai|{}: gerosios patirties pavyzdžiai|{} – II dalis|{} šiandien
{}: nuo idėjos iki pamokos|{}: klausimai ir atsakymai|Kaip planuoti: {}|Dar kartą apie tai: {}
Tema „{}“: diskusija|{}: atvejų analizė|{}: tęstinis kursas|Susitikimas su praktikais. {}|{}
"""
_COMMON = """
mokykloje pamokoje praktika mokymas metodai idėjos galimybės patirtis pagrindai dalis darbas kaip
"""
_STARTS_TEXT = "b br d dr g gl gr j k kl kr l m n p pl pr r s sk sl st str š t tr v z ž"
_MIDDLES_TEXT = "a ai au e ei ė i ie o u ui uo ū y"
_CLOSES_TEXT = "l m n r s t k p d g v lb nd nt rk rt st sl mp"
_ENDINGS_TEXT = "as o ui us os ė ės ių ams imas imo inimas ystė ystės umas inis inės iniai ininkas"
_STARTS, _MIDDLES = _STARTS_TEXT.split(), _MIDDLES_TEXT.split()
_CLOSES, _ENDINGS = ["", *_CLOSES_TEXT.split()], _ENDINGS_TEXT.split()


@dataclass(frozen=True, slots=True)
class Query:
    """A search with what is right for it: 2 by a document's key, 1 where it is only related."""

    text: str
    kind: str
    relevant: dict[int, int]


def given(arguments: list[str]) -> list[tuple[Path, Path]]:
    """The pairs of catalogue and queries named on a command line; without any, our own."""
    paths = [Path(one) for one in arguments if not one.startswith("--")] or list(OWN)
    if len(paths) % 2 or not all(path.exists() for path in paths):
        raise SystemExit("Name a catalogue and a file of queries, both JSON lines.")
    return list(zip(paths[::2], paths[1::2], strict=True))


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def read_documents(path: Path) -> list[Document]:
    """The events of a catalogue file."""
    return [_as_document(row) for row in read_lines(path)]


def read_queries(path: Path) -> list[Query]:
    """The queries of a file."""
    return [
        Query(row["q"], row["cls"], {int(key): grade for key, grade in row["relevant"].items()})
        for row in read_lines(path)
    ]


def _as_document(row: dict[str, Any]) -> Document:
    start = datetime.fromisoformat(row["start"])
    price = row.get("price_eur")
    return Document(
        key=int(row["id"]),
        code=str(row["id"]),
        title_lt=row.get("title_lt") or "",
        title_en=row.get("title_en") or "",
        summary=row.get("summary") or "",
        form=row.get("form") or "",
        audience=tuple(row.get("audience") or ()),
        subjects=tuple(row.get("subjects") or ()),
        mode=row.get("mode") or "",
        city=row.get("city") or "",
        organiser=row.get("organiser") or "",
        lecturer=row.get("lecturer") or "",
        price_eur=None if price is None else Decimal(str(price)),
        hours=row.get("hours"),
        starts=(start,),
        ends=(start,),
    )


def in_turn(queries: Iterable[Query]) -> list[Query]:
    """The queries with their classes taking turns, so that the first few are of every class."""
    by_kind: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        by_kind[query.kind].append(query)
    return [query for row in zip_longest(*by_kind.values()) for query in row if query]


@dataclass(frozen=True, slots=True)
class Grown:
    """A catalogue grown from another, and the keys of each event of that one with its variants."""

    documents: tuple[Document, ...]
    alike: dict[int, list[int]]

    def regraded(self, query: Query) -> Query:
        """The query with the grades of its events given to their variants."""
        relevant = {
            key: grade for base, grade in query.relevant.items() for key in self.alike[base]
        }
        return replace(query, relevant=relevant)


def grown(base: list[Document], size: int) -> Grown:
    """So many events, always the same ones; the catalogue itself where it is as large."""
    chance = random.Random(7)
    documents = list(base)
    alike = {document.key: [document.key] for document in base}
    invented = _Invented(chance, size)
    first = max(document.key for document in base) + 1
    for key in range(first, first + size - len(base)):
        origin = chance.choice(base)
        if key % 2:
            documents.append(_variant(origin, key, chance))
            alike[origin.key].append(key)
        else:
            documents.append(invented.event(origin, key))
    return Grown(tuple(documents), alike)


def _variant(origin: Document, key: int, chance: random.Random) -> Document:
    """The same theme and facts in other words: what the event answers, this answers too."""
    frame = chance.choice(_FRAMES.strip().replace("\n", "|").split("|"))
    sentence = chance.choice(origin.summary.split(". "))
    return replace(
        origin, key=key, code=str(key), title_lt=frame.format(origin.title_lt), summary=sentence
    )


class _Invented:
    """Events about nothing, in words that look Lithuanian; some words are much more frequent."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self._chance = chance
        self._roots = list(dict.fromkeys(self._root() for _ in range(int(8 * size**0.5))))

    def event(self, like: Document, key: int) -> Document:
        """An event with the facts of another."""
        return replace(
            like,
            key=key,
            code=str(key),
            title_lt=" ".join(self._words(self._chance.randint(3, 6))).capitalize(),
            title_en="",
            summary=" ".join(self._words(8)).capitalize(),
            subjects=(),
        )

    def _root(self) -> str:
        choice = self._chance.choice
        syllables = self._chance.randint(1, 2)
        start = "".join(choice(_STARTS) + choice(_MIDDLES) for _ in range(syllables))
        return start + choice(_STARTS)[0] + choice(_MIDDLES)[0] + choice(_CLOSES)

    def _words(self, number: int) -> Iterator[str]:
        for _ in range(number):
            if self._chance.random() < 0.25:
                yield self._chance.choice(_COMMON.split())
            else:
                rank = int(len(self._roots) * self._chance.random() ** 3)
                yield self._roots[rank] + self._chance.choice(_ENDINGS)
