"""What cannot be given to those who were there."""

from catalogue.refusals import Refusal


class NotAMaterial(Refusal):
    """Neither a file nor a link that can be opened."""


class NotATitle(Refusal):
    """Nothing, or more than a line holds."""


class MaterialGone(Refusal):
    """It was removed meanwhile, or is not for this person."""


class TooManyMaterials(Refusal):
    """More than anybody looks through after one event."""
