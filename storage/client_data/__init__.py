"""All that is kept of a client: where it stands, and what a merge, an export and a shredding do with it."""

from domain.declarations import import_modules
from storage.client_data.acting import export, repoint, shred
from storage.client_data.declared import DATA, NOTHING_OF_CLIENTS

__all__ = ["DATA", "NOTHING_OF_CLIENTS", "export", "repoint", "shred"]

import_modules(__name__, __path__)
