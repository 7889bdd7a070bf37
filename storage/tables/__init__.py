"""All tables, by topic: people, what is sold, deals with their papers and money, and the bot's own rows."""

from storage.tables.conversation import inbox, screens
from storage.tables.deals import deals, documents, payments, travellers
from storage.tables.metadata import metadata
from storage.tables.people import clients, invitations, persons, search_tokens, staff_members
from storage.tables.told import history, interactions, notices
from storage.tables.trade import inquiries, trips, waiting_places
from storage.tables.upkeep import turns

__all__ = [
    "clients",
    "deals",
    "documents",
    "history",
    "inbox",
    "inquiries",
    "interactions",
    "invitations",
    "metadata",
    "notices",
    "payments",
    "persons",
    "screens",
    "search_tokens",
    "staff_members",
    "travellers",
    "trips",
    "turns",
    "waiting_places",
]
