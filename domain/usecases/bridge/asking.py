"""What is said is to be translated: of a client's words for whoever reads another language, of a colleague's for the client."""

from collections.abc import Iterable

from domain.entities.clients import Client
from domain.entities.interactions import Interaction, Source
from domain.entities.people import StaffMember
from domain.entities.translations import LONGEST, Translation
from domain.ports.desk import Desk
from domain.queries.bridge import language_of
from domain.usecases.staff_groups.showing import group_language


def translate_for(desk: Desk, said: Interaction, readers: Iterable[StaffMember]) -> None:
    """What a client has said, into each language of those who are told of it, and of the group it is shown in."""
    theirs = language_of(desk, said.client)
    if theirs is None or not said.text:
        return
    group = group_language(desk, said.client, said.branch)
    wanted = {one.person.language for one in readers} | ({group} if group else set())
    for language in sorted(wanted - {theirs}):
        desk.archive.translations.add(Translation(said.client, said.text[:LONGEST], language, desk.now, said))


def goes_translated(desk: Desk, client: Client, text: str, source: Source) -> bool:
    """What the actor has written in a client's topic goes out once it is translated. False: it goes as it is.

    That is when they speak the same language, or what was written is longer than what is translated.
    """
    language, member = language_of(desk, client), desk.actor.staff
    if language is None or member is None or member.person.language is language:
        return False
    if not text or len(text) > LONGEST:
        return False
    draft = Translation(client, text, language, desk.now, None, member, source=source)
    desk.archive.translations.add(draft)
    return True
