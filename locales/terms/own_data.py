"""What stands in a copy of a client's data, in their own words: the tables and their columns."""

from collections.abc import Mapping

from locales.sentence import Sentence, _

TABLES: Mapping[str, Sentence] = {
    "clients": _("Who you are"),
    "persons": _("In Telegram"),
    "deals": _("Deals"),
    "travellers": _("Travellers"),
    "payments": _("Payments"),
    "documents": _("Documents"),
    "stored_files": _("Files"),
    "inquiries": _("Inquiries"),
    "interactions": _("Messages and calls"),
    "waiting_places": _("Waiting lists"),
    "ideas": _("Ideas"),
    "consents": _("Consents"),
    "history": _("What was done"),
}
COLUMNS: Mapping[str, Sentence] = {
    "name": _("Name"),
    "phone": _("Phone"),
    "known_since": _("Since"),
    "username": _("User name"),
    "language": _("Language"),
    "title": _("Title"),
    "seats": _("Seats"),
    "price": _("Price"),
    "deposit": _("Deposit"),
    "created_at": _("Created"),
    "closed_at": _("Closed"),
    "relation": _("Relation"),
    "born_on": _("Date of birth"),
    "passport": _("Passport"),
    "passport_expires": _("Valid until"),
    "citizenship": _("Citizenship"),
    "amount": _("Amount"),
    "method": _("Method"),
    "received_on": _("Received"),
    "kind": _("Kind"),
    "state": _("State"),
    "at": _("When"),
    "text": _("Text"),
    "how": _("How"),
    "destination": _("Where"),
    "wanted_when": _("Wanted when"),
    "heads": _("People"),
    "wishes": _("Wishes"),
    "given_at": _("Agreed"),
    "withdrawn_at": _("Withdrawn"),
    "size": _("Size"),
    "extra": _("More"),
}
"""A column that has no words here is called as it is."""
