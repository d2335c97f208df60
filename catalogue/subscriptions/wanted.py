"""What is kept of a question: what it was about, apart from when it was asked."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from catalogue.search.filters import Filters
from catalogue.search.questions import Question
from catalogue.search.stems import stem

Wanted = Mapping[str, Any]


def wanted_of(question: Question) -> dict[str, Any]:
    """Topic and filters as JSON; empty where the question asks for nothing in particular.

    Days are left out: they were counted from the moment of asking and mean nothing later.
    """
    filters = _without_days(question.filters).as_json()
    about = {"topic": list(question.topic)} if question.topic else {}
    return about | ({"filters": filters} if filters.keys() - {"topic"} or about else {})


def words_of(question: Question) -> str:
    """As the person wrote it; where days were said, what is left of it without them."""
    if question.filters.first is None and question.filters.last is None:
        return question.text
    said = _without_days(question.filters)
    what = (said.topic, said.form, said.audience, said.city, said.organiser)
    return ", ".join(one for one in what if one) or question.text


def question_of(wanted: Wanted) -> Question:
    """The question again, as the index takes it."""
    filters = Filters.from_json(wanted.get("filters", {}))
    return Question(text=filters.topic or "", filters=filters, topic=tuple(wanted.get("topic", ())))


def same_as(wanted: Wanted) -> str:
    """Equal for questions that want the same, in whatever case and order their words stand."""
    filters = {name: one for name, one in wanted.get("filters", {}).items() if name != "topic"}
    return json.dumps([sorted(map(stem, wanted.get("topic", ()))), filters], sort_keys=True)


def _without_days(filters: Filters) -> Filters:
    excluded = filters.exclude and _without_days(filters.exclude)
    return replace(filters, first=None, last=None, fact=None, exclude=excluded or None)
