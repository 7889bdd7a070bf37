"""Rights do not hang on the database: by default they are tried on SQLite, in the long form on both."""

import pytest

from storage import Database
from tests.rights.agency import Prepared, prepare
from tests.rights.undoing import LONG, kept


@pytest.fixture
async def prepared(database_url: str, database: Database) -> Prepared:
    if not (LONG or database_url.startswith("sqlite")):
        pytest.skip("tried by `make rights`")
    return await kept(database, prepare)
