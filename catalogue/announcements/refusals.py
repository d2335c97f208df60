"""What is refused to those who announce."""

from catalogue.refusals import Refusal


class AnnouncementGone(Refusal):
    """It was dropped, or is somebody else's, or has gone out and can no longer be put together."""
