"""What a coordinator knows most about, and whether a question is of it."""

from collections.abc import Collection
from functools import cache

from catalogue.search.audiences import EVERYONE, groups, groups_in
from catalogue.search.normalise import words
from catalogue.search.stems import stem


@cache
def groups_to_choose() -> tuple[str, ...]:
    """The groups of people that a coordinator may look after, but for the one of everybody."""
    return tuple(group.name for group in groups() if group.name != EVERYONE)


def suits(topics: Collection[str], text: str) -> bool:
    """Whether the text is about any of the topics.

    A topic that is a group („logopedai“) is met wherever the group is named in whatever way, any
    other one („projektai“) where all its words are, in whatever form.
    """
    said, named = set(map(stem, words(text))), groups_in(text)
    return any(
        topic in named or (bool(own := set(map(stem, words(topic)))) and own <= said)
        for topic in topics
    )
