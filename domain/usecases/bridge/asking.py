"""What a client has said is to be translated for whoever reads another language."""

from collections.abc import Iterable

from domain.entities.interactions import Interaction
from domain.entities.people import StaffMember
from domain.entities.translations import LONGEST, Translation
from domain.ports.desk import Desk
from domain.queries.bridge import language_of


def translate_for(desk: Desk, said: Interaction, readers: Iterable[StaffMember]) -> None:
    """What a client has said, into each language of those who are told of it."""
    theirs = language_of(desk, said.client)
    if theirs is None or not said.text:
        return
    for language in sorted({one.person.language for one in readers} - {theirs}):
        desk.archive.translations.add(Translation(said.client, said.text[:LONGEST], language, desk.now, said))
