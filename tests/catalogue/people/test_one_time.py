import base64

from catalogue.people.one_time import hashed, new_secret


def test_a_secret_cannot_be_guessed_and_fits_a_deep_link() -> None:
    """192 bits of chance; with a front of two letters and „_“ it stays within Telegram's 64."""
    secrets = {new_secret() for _ in range(200)}
    assert len(secrets) == 200
    for secret in secrets:
        assert len(base64.urlsafe_b64decode(secret)) * 8 == 192
        assert len(f"ps_{secret}") <= 64


def test_only_the_hash_tells_a_secret_from_another() -> None:
    """The same secret is known again, and nothing of it stands in its hash."""
    secret = new_secret()
    assert hashed(secret) == hashed(secret) != hashed(new_secret())
    assert secret not in hashed(secret)
