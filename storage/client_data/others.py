"""Tables that hold nothing of clients."""

from storage.client_data.declared import nothing_of_clients

nothing_of_clients("backups", "which backups were made")
nothing_of_clients("branches", "the offices of the agency")
nothing_of_clients("definition_imports", "files of what the owner settles")
nothing_of_clients("definitions", "what the owner has settled")
nothing_of_clients("definitions_version", "how often that was changed")
nothing_of_clients("duties", "which process leads")
nothing_of_clients("history_files", "numbers of things, and seals")
nothing_of_clients("invitations", "who let a colleague in")
nothing_of_clients("sealing", "which key is in use")
nothing_of_clients("staff_members", "colleagues have a file of their own")
nothing_of_clients("list_copies", "numbers of travellers, and seals")
nothing_of_clients("trip_guides", "which colleague goes along")
nothing_of_clients("trips", "what is sold")
nothing_of_clients("web_posts", "what is not taken yet: once it is, it says nothing any more")
