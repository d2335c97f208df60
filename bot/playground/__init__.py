"""A small honest Telegram on this machine: its Bot API for the bot, a messenger page for people."""
