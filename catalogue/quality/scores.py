"""Five scores from each, and what may be told of them together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

#: What is asked, in this order; the last is about all of it.
QUESTIONS = ("content", "lecturer", "usefulness", "arrangement", "overall")
SCALE = range(1, 6)
#: Of fewer answers nothing is told but how many there are.
LEAST = 5
#: Below this on the whole somebody should look at it.
LOW = 3.0

Scores = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """By question the mean, and how many gave each score of `SCALE`."""

    answers: int
    means: Mapping[str, float]
    spread: Mapping[str, Sequence[int]]

    @property
    def is_low(self) -> bool:
        return self.means["overall"] < LOW


def read(digits: str) -> Scores:
    """Scores as a button carries them. Raises ValueError where they are not all of them."""
    scores = tuple(int(digit) for digit in digits if digit.isdecimal())
    if len(scores) != len(QUESTIONS) or not set(scores) <= set(SCALE):
        raise ValueError(f"Not {len(QUESTIONS)} scores: {digits!r}")
    return scores


def summary(answers: Sequence[Scores]) -> Summary | None:
    """None where there are too few to tell anything."""
    if len(answers) < LEAST:
        return None
    given = dict(zip(QUESTIONS, zip(*answers, strict=True), strict=True))
    counts = {name: Counter(scores) for name, scores in given.items()}
    return Summary(
        answers=len(answers),
        means={name: fmean(scores) for name, scores in given.items()},
        spread={name: [counts[name][score] for score in SCALE] for name in QUESTIONS},
    )
