"""What clients wish for, and how they voted."""

from storage.client_data.declared import GONE, belongs_to_client, nothing_of_clients, subject_of_client

belongs_to_client(
    "ideas",
    client="client_id",
    export=("said_at", "text", "state", "answer", "answered_at"),
    shred={"text": GONE, "answer": None},
)
subject_of_client("idea", "ideas")
belongs_to_client("vote_options", through="idea_id")
belongs_to_client("ballots", through="person_id", export=("asked_at", "choice_id", "cast_at"))
belongs_to_client(
    "poll_answers",
    through="person_id",
    export=("answered_at", "place"),
    stays={"overtaken": "the numbers of votes"},
)
nothing_of_clients("vote_polls", "in which groups it was asked")
nothing_of_clients("poll_copies", "which poll asks about which vote")
nothing_of_clients("votes", "who was asked when")
nothing_of_clients("feedback", "how colleagues find the program")
