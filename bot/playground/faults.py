"""Faults a test asks for: refusals, lost answers, delays, updates that come twice."""

from dataclasses import dataclass, field
from typing import Any

from bot.playground.refusal import Json, Refused, too_many

WORDS = {
    400: "Bad Request: a fault asked for by a test",
    403: "Forbidden: bot was blocked by the user",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(slots=True)
class Failure:
    """The next `times` calls of a method (empty: of any but getUpdates) fail with `code`.

    With `every` only each so many-th of them does.
    """

    code: int
    method: str = ""
    times: int = 1
    retry_after: int = 1
    description: str = ""
    every: int = 1
    passed: int = 0

    def meets(self, method: str) -> bool:
        """Whether this call is one of them."""
        wanted = self.method.lower() or method.lower()
        if self.times <= 0 or method.lower() != wanted or (not self.method and _listens(method)):
            return False
        self.passed += 1
        return self.passed % self.every == 0

    def refusal(self) -> Refused:
        if self.code == 429:
            return too_many(self.retry_after)
        return Refused(self.code, self.description or WORDS.get(self.code, "Fault"))


@dataclass(slots=True)
class Faults:
    failures: list[Failure] = field(default_factory=list)
    drop_next: int = 0
    hang_next: int = 0
    delay_ms: int = 0

    def strike(self, method: str) -> None:
        """Refuse this call if a test asked for it."""
        for failure in self.failures:
            if failure.meets(method):
                failure.times -= 1
                self.failures = [one for one in self.failures if one.times > 0]
                raise failure.refusal()

    def takes_answer(self, method: str) -> bool:
        """Whether the answer of this call, which was executed, gets lost."""
        if self.drop_next <= 0 or _listens(method):
            return False
        self.drop_next -= 1
        return True

    def keeps_waiting(self, method: str) -> bool:
        """Whether this call, which was executed, is never answered."""
        if self.hang_next <= 0 or _listens(method):
            return False
        self.hang_next -= 1
        return True

    def order(self, given: Json) -> None:
        """Add what a test asks for; raises ValueError or TypeError on what is not understood."""
        known = {"fail_next", "drop_next", "hang_next", "delay_ms", "clear"}
        if set(given) - known:
            raise ValueError(f"unknown faults: {', '.join(sorted(set(given) - known))}")
        if given.get("clear"):
            self.failures.clear()
            self.drop_next = self.hang_next = self.delay_ms = 0
        self.failures.extend(Failure(**one) for one in _listed(given.get("fail_next")))
        self.drop_next = int(given.get("drop_next", self.drop_next))
        self.hang_next = int(given.get("hang_next", self.hang_next))
        self.delay_ms = int(given.get("delay_ms", self.delay_ms))

    def state(self) -> Json:
        return {
            "fail_next": [
                {"method": one.method, "code": one.code, "times": one.times}
                for one in self.failures
            ],
            "drop_next": self.drop_next,
            "hang_next": self.hang_next,
            "delay_ms": self.delay_ms,
        }


def _listens(method: str) -> bool:
    return method.lower() == "getupdates"


def _listed(given: Any) -> list[Json]:
    if given is None:
        return []
    return given if isinstance(given, list) else [given]
