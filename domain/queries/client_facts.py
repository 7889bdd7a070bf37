"""What is known of a client, as staff read it and may correct it, and as the client sees it themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.branches import Branch
from domain.entities.client_facts import CORRECTABLE, SECRET
from domain.entities.clients import Client
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk
from domain.queries.staff import branch_name
from domain.values.refusals import NotFound, Refusal


@dataclass(frozen=True)
class KnownFacts:
    """A client with the others that their facts name."""

    client: Client
    responsible: StaffMember | None
    branch: str | None
    """The name of the branch that looks after them."""
    referrer: Client | None
    changeable: bool
    """Whether the actor may correct them: then address and needs are theirs to see, too."""

    def shown(self, key: str) -> bool:
        return self.changeable or key not in SECRET

    def ours_to_say(self, key: str) -> bool:
        """Whether a colleague may correct it: the client has not settled it in the bot."""
        return key not in settled_in_bot(self.client)


def facts_of(desk: Desk, number: int) -> KnownFacts:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    return known_facts(desk, desk.repositories.clients.get(number))


def fact_to_change(desk: Desk, number: int, key: str) -> KnownFacts:
    """Raises Forbidden, NotFound, Refusal: settled_in_telegram, settled_by_client."""
    desk.must(Right.CHANGE_CLIENTS)
    if key not in CORRECTABLE:
        raise NotFound("not_found")
    client = desk.repositories.clients.get(number)
    must_be_ours_to_say(client, key)
    return known_facts(desk, client)


def settled_in_bot(client: Client) -> Sequence[str]:
    """Facts that nobody else corrects: the name that Telegram tells, the language that was chosen there."""
    told = {"username": client.person is not None, "language": client.chose_language}
    return [key for key, settled in told.items() if settled]


def must_be_ours_to_say(client: Client, key: str) -> None:
    """Raises Refusal: settled_in_telegram, settled_by_client."""
    if key in settled_in_bot(client):
        raise Refusal("settled_in_telegram" if key == "username" else "settled_by_client", name=client.name)


def known_facts(desk: Desk, client: Client) -> KnownFacts:
    """Of a client whom the actor sees."""
    clients = desk.archive.clients
    referrer = clients.get(client.referred_by) if client.referred_by is not None else None
    return KnownFacts(
        client,
        clients.responsible_of(client),
        branch_name(desk, client.branch),
        None if referrer is client else referrer,
        desk.actor.may(Right.CHANGE_CLIENTS),
    )


def may_look_after(desk: Desk, member: StaffMember) -> bool:
    """Who works here and reads clients; of whoever is bound to a branch, one they share."""
    return member.may(Right.SEE_DEALS) and (desk.actor.reach is None or member.sees(desk.actor.reach))


def keepers_to_choose(desk: Desk) -> Sequence[StaffMember]:
    """Who may be responsible for a client, the actor first. Raises Forbidden."""
    desk.must(Right.CHANGE_CLIENTS)
    able = [one for one in desk.repositories.staff.who_may(Right.SEE_DEALS) if may_look_after(desk, one)]
    return sorted(able, key=lambda one: one is not desk.actor.staff)


def branches_of_clients(desk: Desk) -> Sequence[Branch]:
    """Those that the actor may give a client to. Raises Forbidden."""
    desk.must(Right.CHANGE_CLIENTS)
    return [one for one in desk.archive.branches.all() if desk.actor.reach in (None, one.id)]


def my_facts(desk: Desk) -> Client:
    """The actor's own file. Raises NotFound."""
    if desk.actor.client is None:
        raise NotFound("not_found")
    return desk.actor.client
