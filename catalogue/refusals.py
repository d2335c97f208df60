"""What the rules refuse. A refusal carries facts; `handlers/words/refusals.py` words them all."""


class Refusal(Exception):  # noqa: N818 -- a refusal is an answer, not an error
    """Nothing was changed, and the person is told why and what to do."""


class NotAsAsked(Refusal):
    """What was written is not what was asked for, and may be written once more; after any other
    refusal no try would help.
    """
