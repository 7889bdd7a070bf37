"""What people said and sent before the play begins: it stands in their chats, and the bot hears nothing of it."""

from typing import TYPE_CHECKING

from sandbox.files import StoredFile
from sandbox.methods.media import shown
from sandbox.objects import RIGHTS
from sandbox.text.found import find_entities
from sandbox.text.reading import as_fields
from sandbox.world import Json

if TYPE_CHECKING:
    from sandbox.server import Sandbox


def said(sandbox: "Sandbox", person: int, text: str) -> None:
    """Words of this person, in their chat with the bot."""
    _post(sandbox, person, as_fields("text", text, find_entities(text, [])))


def sent_photo(sandbox: "Sandbox", person: int, name: str, data: bytes) -> StoredFile:
    """A photo from this person; the bot may fetch it as any other."""
    sizes = sandbox.world.files.photo(name, "image/jpeg", data)
    _post(sandbox, person, shown("photo", sizes))
    return sizes[-1]


def kept_photo(sandbox: "Sandbox", name: str, data: bytes) -> StoredFile:
    """A photo that stands in no chat shown here, and can be fetched."""
    return sandbox.world.files.photo(name, "image/jpeg", data)[-1]


def kept_file(sandbox: "Sandbox", name: str, mime: str, data: bytes) -> StoredFile:
    """A file that stands in no chat shown here, and can be fetched."""
    return sandbox.world.files.keep("document", name, mime, data)


def founded(sandbox: "Sandbox", number: int, title: str, members: list[int]) -> None:
    """A forum of these people, the first of whom owns it; the bot is an administrator there with all rights."""
    world = sandbox.world
    chat = world.found(number, title, [world.people[one] for one in members], forum=True)
    chat.bot_status, chat.bot_rights = "administrator", frozenset(RIGHTS)


def _post(sandbox: "Sandbox", person: int, content: Json) -> None:
    world = sandbox.world
    world.people[person].started = True
    world.post(world.chats[person], world.people[person], content)
