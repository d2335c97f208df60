from dataclasses import replace
from datetime import timedelta

from catalogue.search.filters import Filters
from catalogue.search.questions import Question
from handlers import searches
from handlers.talk import Talk
from tests.factories import NOW


def about(topic: str) -> Question:
    return Question(topic, filters=Filters(topic=topic, city="Kaunas"), topic=(topic,))


async def test_a_search_is_found_again_by_its_mark(talk: Talk) -> None:
    """The same search has one mark, and the oldest of many is forgotten."""
    first = await searches.remember(talk, about("molis"))
    assert len(first) == 8
    for number in range(searches.REMEMBERED - 1):
        await searches.remember(talk, about(f"tema{number}"))
    assert await searches.recall(talk, first) == about("molis")
    assert await searches.remember(talk, about("molis")) == first
    await searches.remember(talk, about("nauja"))
    assert await searches.recall(talk, first) == about("molis")
    assert len((await talk.state.get_data())["searches"]) == searches.REMEMBERED
    assert await searches.recall(talk, "ffffffff") is None


async def test_the_next_words_go_on_for_half_an_hour(talk: Talk) -> None:
    """With the page on the screen; before anything was sought there is nothing to go on from."""
    assert await searches.current(talk) is None
    mark = await searches.remember(talk, about("molis"))
    await searches.go_on_from(talk, mark, page=2, is_sure=True)
    on_time = replace(talk, now=NOW + searches.GOES_ON_FOR)
    assert await searches.current(on_time) == searches.LastSearch(about("molis"), 2, is_sure=True)
    late = replace(talk, now=NOW + searches.GOES_ON_FOR + timedelta(seconds=1))
    assert await searches.current(late) is None
