"""Which ways to write a school are one. There is no list of schools here: a school is known once
one of its people has named it.
"""

from collections import defaultdict
from collections.abc import Iterable

from catalogue.schools.spelling import Likeness, School, compare


def united(schools: Iterable[School]) -> dict[School, School]:
    """The one that stands for each: the first among those that are surely the same."""
    first_ones: defaultdict[object, list[School]] = defaultdict(list)
    found: dict[School, School] = {}
    for school in dict.fromkeys(schools):
        there = first_ones[outline(school)]
        same = (one for one in there if compare(one, school) is Likeness.SAME)
        found[school] = next(same, school)
        if found[school] is school:
            there.append(school)
    return found


def outline(school: School) -> object:
    """What two that are the same share, so that not each is compared with each: the place, the
    kind, the numbers, and the first letters of words, which no case and no initial changes.
    """
    letters = sorted(word if word.isdigit() else word[0] for word in school.words)
    return school.town or school.district, school.kinds, tuple(letters)
