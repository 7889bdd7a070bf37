"""An album is one interaction: its pictures come one by one, and its words stand under any of them."""

from domain.entities.interactions import Interaction, Said, Source
from domain.notices.interactions import ANSWER_MORE, QUESTION_MORE
from domain.ports.desk import Desk
from domain.queries.messages import told_of


def add_picture(desk: Desk, album: str, source: Source, text: str) -> Interaction | None:
    """A further picture goes where the first went; None when it is the first. Twice is fine."""
    said = desk.archive.interactions.in_album(album, source.chat, source.message)
    if said is None or said.taken_back_at is not None or source.message in said.album:
        return None if said is None or said.taken_back_at is not None else said
    said.album = (*said.album, source.message)
    said.text = "\n".join(filter(None, (said.text, text)))
    key = f"{said.id}:{source.message}"
    if said.how is Said.ANSWER:
        desk.notify(said.client.person, ANSWER_MORE, key, interaction=said.id, message=source.message)
    elif said.how is Said.QUESTION:
        for person in {told.person.id: told.person for told in told_of(desk, said)}.values():
            desk.notify(person, QUESTION_MORE, key, interaction=said.id, message=source.message)
    return said
