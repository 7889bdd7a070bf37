"""The room where everything is kept: the database with the papers of the trade, and the store of files."""

from storage.crypto.files import FileStore
from storage.crypto.sealing import NotOurs
from storage.database import Database
from storage.kept import clients as _watching  # noqa: F401 (it listens to every flush)
from storage.kept import companion_names as _reading  # noqa: F401 (likewise)
from storage.kept import names as _listening  # noqa: F401 (likewise)
from storage.queues.outbox import Lease
from storage.queues.screens import StoredScreen
from storage.unit import SqlUnit

__all__ = ["Database", "FileStore", "Lease", "NotOurs", "SqlUnit", "StoredScreen"]
