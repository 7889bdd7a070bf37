"""What a colleague holds: of every column that names one, whether it goes into other hands when they leave.

A new column that refers to the staff is said here; a test walks the tables.
"""

HANDED_OVER = {
    "deals.responsible_id": "while the deal is open",
    "inquiries.taken_by_id": "while the inquiry is open",
    "clients.responsible_id": "all of them",
    "conversations.holder_id": "at once: whoever leaves has none any more, and nobody has them",
    "trip_guides.member_id": "of trips that are not over",
    "staff_members.supervisor_id": "whom they supervised",
    "invitations.created_by_id": "those that still let somebody in are withdrawn",
}
"""Nothing of it stays with whoever left."""

STAYS = {
    "client_imports.by_id": "who sent the file",
    "consents.by_id": "who was told",
    "consents.withdrawn_by_id": "who was told",
    "data_copies.by_id": "who made it",
    "definition_imports.by_id": "who sent the file",
    "documents.checked_by_id": "who has checked it",
    "feedback.member_id": "whose it is",
    "forgets.by_id": "who was asked for it, or confirmed it",
    "ideas.staff_id": "whose it is",
    "interactions.staff_id": "who wrote",
    "journey_records.author_id": "who told of it",
    "later_messages.author_id": "who wrote: it goes in their name, and others decide about it",
    "list_copies.sent_by_id": "who sent it",
    "merges.by_id": "who joined the files",
    "offers.author_id": "who found it",
    "observations.author_id": "who noticed it",
    "payments.recorded_by_id": "who recorded it",
    "personal_links.created_by_id": "who made it: the client may still come by it",
    "services.link_by_id": "who made the link to the supplier",
    "settlements.settled_by_id": "who settled it",
    "translations.staff_id": "who wrote the answer",
    "vote_polls.asked_by_id": "who asked",
    "votes.opened_by_id": "who opened it",
}
"""Who did something: that stays as it was."""
