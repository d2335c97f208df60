"""How an event was, in words."""

import pytest

from catalogue.quality.rules import LONGEST_COMMENT
from catalogue.quality.scores import QUESTIONS
from handlers.words import feedback as words
from handlers.words.speech import Speech
from tests.factories import VILNIUS, an_event


@pytest.mark.parametrize("language", ["lt", "en"])
def test_all_that_is_said(language: str) -> None:
    """Each question is another one, titles are escaped, and nothing is left unfilled."""
    say, event = Speech(language, VILNIUS), an_event(title_lt="<Menas>", title_en="<Menas>")
    questions = [str(words.question(say, place)) for place in range(len(QUESTIONS))]
    assert len(set(questions)) == len(QUESTIONS)
    of_event = [
        *(words.begin(say, event, again=again) for again in (False, True)),
        words.going_on(say, event, 2),
        words.missed(say, event),
        words.given(say, event),
        words.over(say, event),
        words.why(say, event),
    ]
    others = [
        words.thanks(say),
        words.comment_kept(say),
        words.no_comment(say),
        words.comment_too_long(say),
        words.like_it(say),
        *(words.wanted(say, wants=wants) for wants in (False, True)),
    ]
    assert all("&lt;Menas&gt;" in str(one) for one in of_event)
    assert not any("{" in str(one) for one in (*of_event, *others))
    assert str(LONGEST_COMMENT) in str(words.comment_too_long(say))
