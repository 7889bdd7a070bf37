"""What is known of a client as staff read it: short on the card, all of it behind a button, and group by group to correct."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, go, pairs
from bot.flows.client_facts.facts import ChangeFacts, is_told, told_value, unknown_of
from bot.links.client_facts import CLIENT_FACTS, FACT_GROUP
from bot.links.clients import CLIENT, CLIENT_SLOTS
from bot.links.privacy import CONSENTS
from domain.entities.client_facts import GROUPS
from domain.entities.clients import Client, ClientNumber
from domain.entities.people import Right
from domain.queries.client_facts import KnownFacts, facts_of, known_facts
from domain.values.refusals import NotFound
from locales import COMMA, Joined, Sentence, _, lines
from locales.terms.client_facts import FACTS
from locales.terms.client_facts import GROUPS as GROUP_NAMES

routes = Routes()

ON_CARD = ("board", "sea_line")
"""In one line; stars, nights and habit stand in the first."""
RANK = 3


@CLIENT_SLOTS.lines(RANK, Right.SEE_DEALS)
def facts_on_card(exchange: Exchange, client: Client) -> Iterable[Sentence]:
    """What a colleague would want to know before they call; the rest stands behind the button."""
    known = known_facts(exchange.desk, client)
    reach = ("username", "language") if client.person is None else ()
    for key in ("latin_name", "born_on", "email", *reach, "prefers"):
        if told_value(known, key) is not None and not (
            key == "latin_name" and client.latin_name == client.name
        ):
            yield fact_line(known, key)
    likes = [told for key in ON_CARD if (told := told_value(known, key)) is not None]
    if likes:
        yield _("Likes: {likes}")(likes=Joined(likes, by=COMMA))
    for key in ("needs", "tags", "responsible", "branch"):
        if known.shown(key) and told_value(known, key) is not None:
            yield fact_line(known, key)


@CLIENT_SLOTS.button(32, Right.SEE_DEALS)
def all_details(_exchange: Exchange, client: Client) -> Button:
    return go(_("👤 All details"), CLIENT_FACTS, client.id)


def fact_line(known: KnownFacts, key: str, unknown: str = "—") -> Sentence:
    """ "E-mail: anna@example.com · told by the client" """
    told = told_value(known, key)
    line = _("{label}: {value}")(label=FACTS[key], value=unknown if told is None else told)
    return _("{line} · told by the client")(line=line) if is_told(known, key) else line


@routes.draws(CLIENT_FACTS)
def client_facts(exchange: Exchange, number: ClientNumber) -> Screen:
    known = facts_of(exchange.desk, number)
    told: list[Sentence | str] = []
    for group, keys in GROUPS.items():
        some = [
            fact_line(known, key) for key in keys if known.shown(key) and told_value(known, key) is not None
        ]
        told += ["", _("<b>{group}</b>")(group=GROUP_NAMES[group]), *some] if some else []
    opens = [go(name, FACT_GROUP, number, group) for group, name in GROUP_NAMES.items()]
    return Screen(
        lines(_("<b>{name}</b>")(name=known.client.name), *told),
        (
            *(pairs(opens) if known.changeable else ()),
            (go(_("🔏 Data, consents"), CONSENTS, number),),
            (back(CLIENT, number),),
        ),
    )


@routes.draws(FACT_GROUP)
def fact_group(exchange: Exchange, number: ClientNumber, group: str) -> Screen:
    known = facts_of(exchange.desk, number)
    if group not in GROUPS:
        raise NotFound("not_found")
    shown = [key for key in GROUPS[group] if known.shown(key)]
    head = _("<b>{name}</b> · {group}")(name=known.client.name, group=GROUP_NAMES[group])
    buttons = [*_changes(known, group)] if known.changeable else []
    return Screen(
        lines(head, "", *(fact_line(known, key) for key in shown)),
        (*pairs(buttons), (back(CLIENT_FACTS, number),)),
    )


def _changes(known: KnownFacts, group: str) -> Iterable[Button]:
    number = known.client.id
    if len(unknown_of(known, group)) > 1:
        yield ask(_("✍️ Fill in"), ChangeFacts, client=number, group=group)
    for key in filter(known.ours_to_say, GROUPS[group]):
        yield ask(_("✏️ {label}")(label=FACTS[key]), ChangeFacts, client=number, group=group, only=key)
