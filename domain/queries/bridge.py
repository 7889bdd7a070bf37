"""The language bridge as it is read: what is settled, whether it is there for somebody, an answer to be confirmed."""

from domain.entities.bridge import BRIDGE, Bridge, BridgeState
from domain.entities.clients import Client
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.translations import Translation
from domain.ports.desk import Desk
from domain.queries.settings import Settled
from domain.values.language import Language
from domain.values.refusals import NotFound


def agency_bridge(desk: Desk) -> Settled[Bridge]:
    """Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    definitions = desk.agency.definitions
    return Settled(definitions.one(BRIDGE), definitions.revision(BRIDGE))


def language_of(desk: Desk, client: Client) -> Language | None:
    """The one they are translated from and into; None: nothing of theirs is translated."""
    if not _is_on(desk) or client.untranslated_at is not None or client.person is None:
        return None
    return client.person.language


def may_be_translated(desk: Desk) -> bool | None:
    """Whether the actor, a client, allows it; None: there is nothing to allow."""
    client = desk.actor.client
    return client.untranslated_at is None if client is not None and _is_on(desk) else None


def draft_of_mine(desk: Desk, number: int) -> Translation:
    """An answer that the actor has written. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    found = desk.archive.translations.get(number)
    if found.staff is None or found.staff is not desk.actor.staff:
        raise NotFound("not_found")
    return found


def question_translated(desk: Desk, notice: Notice) -> int:
    """The number of what the client has said, of which a notice shows the translation. Raises NotFound."""
    found = desk.archive.translations.get(notice.facts["translation"])
    if found.interaction is None:
        raise NotFound("not_found")
    return desk.repositories.interactions.get(found.interaction.id).id


def _is_on(desk: Desk) -> bool:
    return desk.agency.bridge_state is BridgeState.ON
