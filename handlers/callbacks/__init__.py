"""What the buttons of everyone carry; those of staff are in `office.callbacks`.

Each is under Telegram's 64 bytes at its extremes. Sent messages keep their buttons for years: a
prefix, and the fields behind it, stay as they are.
"""
