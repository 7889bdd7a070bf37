"""Two files become one, and so do their conversations: what has waited longer goes on."""

from domain.entities.clients import Client
from domain.entities.conversations import Conversation
from domain.ports.desk import Desk


def join_conversations(desk: Desk, behind: Client, file: Client) -> None:
    """Before what names the file `behind` names the other. By the agency, for whoever may merge clients."""
    conversations = desk.archive.conversations
    left, own = conversations.held(behind), conversations.held(file)
    if left is not None and own is not None:
        conversations.remove(left if _goes_on(own, left) else own)
        desk.archive.flush()


def _goes_on(own: Conversation, left: Conversation) -> bool:
    """The file's own, unless only the other waits for us, or has for longer."""
    if own.waits_for_us and left.waits_for_us:
        return own.since <= left.since
    return not left.waits_for_us
