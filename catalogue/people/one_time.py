"""Secrets of one-time links: the person gets the secret, the database only its hash."""

import hashlib
import secrets

_BYTES = 24


def new_secret() -> str:
    """Of 192 bits, in letters, digits, _ and -, as Telegram allows them in a deep link."""
    return secrets.token_urlsafe(_BYTES)


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
