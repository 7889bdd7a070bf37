"""All tables, by topic: people, what is sold, deals with their papers and money, and the bot's own rows."""

from storage.tables.conversation import inbox, screens
from storage.tables.deals import deals, documents, payments, travellers
from storage.tables.metadata import metadata
from storage.tables.people import branches, clients, invitations, persons, search_tokens, staff_members
from storage.tables.secrets import history_files, sealing, wrong_links
from storage.tables.told import history, interactions, notices
from storage.tables.trade import inquiries, trips, waiting_places
from storage.tables.upkeep import backups

__all__ = [
    "backups",
    "branches",
    "clients",
    "deals",
    "documents",
    "history",
    "history_files",
    "inbox",
    "inquiries",
    "interactions",
    "invitations",
    "metadata",
    "notices",
    "payments",
    "persons",
    "screens",
    "sealing",
    "search_tokens",
    "staff_members",
    "travellers",
    "trips",
    "waiting_places",
    "wrong_links",
]
