"""What the centres' own pages say of them: the files of `examples/centres` and others like them.

In a clone they lie in `examples/centres`; in an installed package a copy lies beside this module.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from catalogue.centres.names import name_key
from catalogue.centres.tables import Centre

_PLACES = (
    Path(__file__).with_name("examples"),
    Path(__file__).parents[2] / "examples" / "centres",
)

#: The facts that tell in short what a centre is.
IN_SHORT = ("about", "founded", "renaming", "audience", "functions", "accreditation", "site")

#: Slug and key together are what a button carries, where a colon parts the fields.
_NAME = re.compile(r"[A-Za-z0-9_-]+")


class NotACentre(Exception):  # noqa: N818 -- it says what the file is not
    """The file does not say what a centre's file must; the text tells where."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A centre with what it says of itself; without a `slug`, what holds for all of them.

    `facts` are by key: `lt`, `en`, `source`, `link`, `checked` (an ISO date, empty where nobody has
    read the page itself) and `asked`.
    """

    slug: str
    name: str
    name_en: str
    other_names: tuple[str, ...]
    facts: Mapping[str, Mapping[str, Any]]
    company_code: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in (self.name, self.name_en, *self.other_names) if name)

    def title(self, language: str) -> str:
        return (language == "en" and self.name_en) or self.name

    def row(self) -> Centre:
        """A new row, not yet in any database; what the files say stays in the files."""
        return Centre(
            slug=self.slug,
            name=self.name,
            name_en=self.name_en,
            other_names=list(self.other_names),
            facts={},
            company_code=self.company_code,
        )


@cache
def pages() -> tuple[Page, ...]:
    """Those that come with the assistant, in order of their files' names."""
    folder = next(place for place in _PLACES if place.is_dir())
    return tuple(read(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml")))


def centre_pages() -> tuple[Page, ...]:
    """Those of centres alone."""
    return tuple(page for page in pages() if page.slug)


def page_of(name: str) -> Page | None:
    """The one known centre of that name."""
    key = name_key(name)
    found = [page for page in centre_pages() if key in map(name_key, page.names)]
    return found[0] if len(found) == 1 else None


def page_of_row(centre: Centre) -> Page:
    """A centre as the database knows it."""
    return Page(
        slug=centre.slug,
        name=centre.name,
        name_en=centre.name_en,
        other_names=tuple(centre.other_names),
        facts=centre.facts,
        company_code=centre.company_code,
    )


def read(text: str) -> Page:
    """A page as it is written in a file. Raises NotACentre."""
    try:
        written = tomllib.loads(text)
        facts = {key: _fact(key, said, written) for key, said in written["facts"].items()}
        return Page(
            slug=_slug(written),
            name=_text(written, "name"),
            name_en=_text(written, "name_en"),
            other_names=tuple(_list(written, "other_names")),
            facts=facts,
            company_code=_text(written, "company_code"),
        )
    except tomllib.TOMLDecodeError as error:
        raise NotACentre(str(error)) from error
    except (KeyError, AttributeError, TypeError) as error:
        raise NotACentre(str(error)) from error


def _slug(written: Mapping[str, Any]) -> str:
    slug = _text(written, "slug")
    if slug and not _NAME.fullmatch(slug):
        raise NotACentre("slug")
    return slug


def _fact(key: str, said: Mapping[str, Any], written: Mapping[str, Any]) -> dict[str, Any]:
    checked = said.get("checked", written.get("checked"))
    asked = _list(said, "asked")
    source = str(said.get("source") or _text(written, "source"))
    if not source or not _NAME.fullmatch(key):
        raise NotACentre(key)
    is_of_no_centre = checked is None and not _text(written, "slug")
    if not said.get("lt") or not (type(checked) is date or is_of_no_centre):
        raise NotACentre(key)
    if not asked and key not in ways_of_asking():
        raise NotACentre(key)
    return {
        "lt": str(said["lt"]),
        "en": str(said.get("en", "")),
        "source": source,
        "link": str(said.get("link", written.get("link", ""))),
        "checked": checked.isoformat() if checked else "",
        "asked": asked,
    }


def _list(written: Mapping[str, Any], name: str) -> list[str]:
    """Texts in brackets. Raises NotACentre for a text alone, which would be taken for letters."""
    found = written.get(name, [])
    if not isinstance(found, list):
        raise NotACentre(name)
    return list(map(str, found))


def _text(written: Mapping[str, Any], name: str) -> str:
    return str(written.get(name, ""))


@cache
def ways_of_asking() -> Mapping[str, tuple[str, ...]]:
    """How people ask for each kind of fact, whoever states it."""
    text = Path(__file__).with_name("asked.toml").read_text("utf-8")
    return {kind: tuple(ways) for kind, ways in tomllib.loads(text).items()}
