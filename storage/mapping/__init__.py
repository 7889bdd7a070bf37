"""All tables by noun, and the classes of the trade mapped onto them (SQLAlchemy's imperative mapping).

A class is mapped when its noun is imported; to import this package maps them all.
"""

from sqlalchemy.orm import configure_mappers

from domain.declarations import import_modules
from storage.mapping.backups import backups
from storage.mapping.branches import branches
from storage.mapping.clients import clients
from storage.mapping.consents import consents
from storage.mapping.data_copies import data_copies
from storage.mapping.deals import deals
from storage.mapping.definitions import definitions, definitions_version
from storage.mapping.documents import documents
from storage.mapping.duties import duties
from storage.mapping.fields import field_files, used_fields
from storage.mapping.files import stored_files
from storage.mapping.forgets import forgets
from storage.mapping.history import history, history_files
from storage.mapping.inbox import inbox
from storage.mapping.inquiries import inquiries
from storage.mapping.interactions import interaction_edits, interactions
from storage.mapping.notices import notices
from storage.mapping.own_kinds import own_item_links, own_items
from storage.mapping.payments import payments
from storage.mapping.people import persons
from storage.mapping.registry import metadata
from storage.mapping.screens import screens
from storage.mapping.search import search_tokens
from storage.mapping.secrets import sealing, wrong_links
from storage.mapping.staff import invitations, staff_members
from storage.mapping.travellers import travellers
from storage.mapping.trips import list_copies, trip_guides, trips, waiting_places

import_modules(__name__, __path__)
configure_mappers()

__all__ = [
    "backups",
    "branches",
    "clients",
    "consents",
    "data_copies",
    "deals",
    "definitions",
    "definitions_version",
    "documents",
    "duties",
    "field_files",
    "forgets",
    "history",
    "history_files",
    "inbox",
    "inquiries",
    "interaction_edits",
    "interactions",
    "invitations",
    "list_copies",
    "metadata",
    "notices",
    "own_item_links",
    "own_items",
    "payments",
    "persons",
    "screens",
    "sealing",
    "search_tokens",
    "staff_members",
    "stored_files",
    "travellers",
    "trip_guides",
    "trips",
    "used_fields",
    "waiting_places",
    "wrong_links",
]
