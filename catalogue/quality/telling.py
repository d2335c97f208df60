"""When answers may be shown: two looks never differ by so few that theirs could be worked out.

Whoever looks at means of five answers, and later at means of six, knows the sixth. So what is shown
of an event grows by five answers at once or not at all, and everything that is counted, of one
event or of many, is counted of what is shown. Any two looks, and any two groups of events, then
differ by nobody or by five and more.
"""

from catalogue.quality.scores import LEAST


def may_tell(*, told: int, answers: int, may_come: int) -> bool:
    """Whether all answers may be told from now on, `told` of them having been told before.

    `may_come` are those who may still answer, none once it is over. Before that there is one early
    look, at five answers, and only where as many may follow: what would come after it and be fewer
    could never be told.
    """
    if answers - told < LEAST:
        return False
    return may_come == 0 or (told == 0 and may_come >= LEAST)
