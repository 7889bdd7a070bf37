"""The room where everything is kept: the database with the papers of the trade, and the store of files."""

from storage.database import Database
from storage.files import FileStore
from storage.outbox import Lease
from storage.screens import StoredScreen
from storage.sealing import NotOurs
from storage.unit import SqlUnit

__all__ = ["Database", "FileStore", "Lease", "NotOurs", "SqlUnit", "StoredScreen"]
