"""What a composing test is done in.

On SQLite alone: what is read is tried on both kinds of database beside the rules that read it, and
the words do not know which it is.
"""

import pytest

from catalogue.database import Database


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    return sqlite_database
