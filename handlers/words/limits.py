"""How much Telegram takes, counted when the formatting is taken away."""

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
