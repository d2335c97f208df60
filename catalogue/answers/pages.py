"""What the centres' pages say, as known answers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from catalogue.answers.index import Known
from catalogue.centres.pages import pages, ways_of_asking


def known_of(centre: str, facts: Mapping[str, Mapping[str, Any]]) -> Iterator[Known]:
    """Facts of one centre, or of all where its slug is empty, as answers."""
    for kind, fact in facts.items():
        yield Known(
            key=f"{centre}/{kind}",
            kind=kind,
            centre=centre or None,
            asked=(*fact.get("asked", ()), *ways_of_asking().get(kind, ())),
            said={language: fact[language] for language in ("lt", "en") if fact.get(language)},
            source=fact.get("source", ""),
            link=fact.get("link", ""),
            checked=date.fromisoformat(fact["checked"]) if fact["checked"] else None,
        )


def unsaid() -> Iterator[Known]:
    """Every kind of fact, so that it is recognised where nobody states it."""
    for kind, ways in ways_of_asking().items():
        yield Known(key=f"?/{kind}", kind=kind, asked=ways)


def shipped(besides: Iterable[str] = ()) -> Iterator[Known]:
    """What comes with the assistant, but for the centres that have said otherwise."""
    others = set(besides)
    for page in pages():
        if page.slug not in others:
            yield from known_of(page.slug, page.facts)
    yield from unsaid()
