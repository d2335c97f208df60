"""What cannot be given to those who were there."""

from catalogue.refusals import NotAsAsked, Refusal


class NotAMaterial(NotAsAsked):
    """Neither a file nor a link that can be opened."""


class NotATitle(NotAsAsked):
    """Nothing, or more than a line holds."""


class MaterialGone(Refusal):
    """It was removed meanwhile, or is not for this person."""


class TooManyMaterials(Refusal):
    """More than anybody looks through after one event."""
