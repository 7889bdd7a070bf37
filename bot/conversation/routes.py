"""Routes: the table of everything that can be reached in a conversation. One per module; `bot/registry.py` joins them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from bot.conversation.links import Action, View
from bot.conversation.screen import Row, Screen
from domain.entities.notices import Notice
from domain.entities.people import Right, Role
from domain.ports.desk import Actor
from locales import Sentence

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange
    from bot.conversation.flow.flow import Flow

P = ParamSpec("P")
T = TypeVar("T")

ALWAYS_HEARD = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query")
"""The kinds of updates that every conversation needs; the last is answered beside it."""

F = TypeVar("F", bound="type[Flow[Any]]")
Draws = Callable[..., Screen]
Does = Callable[..., None]
Verb = Callable[["Exchange", Notice], None]


@dataclass(frozen=True)
class Command:
    """A command: what it does in words, and who sees it in the menu: staff with `right`, or clients."""

    name: str
    does: Callable[["Exchange", str], None]
    help: Sentence
    right: Right | None = None
    for_clients: bool = False
    for_staff: bool = True
    in_groups: bool = False
    rank: int = 500
    """The more a command is used, the lower; commands are shown in this order."""
    ranks: Mapping[Role, int] = field(default_factory=dict)
    """For roles that use it more, or less."""

    def rank_for(self, actor: Actor) -> int:
        return self.ranks.get(actor.staff.role, self.rank) if actor.staff else self.rank

    def is_for(self, actor: Actor) -> bool:
        if not actor.is_staff:
            return self.for_clients
        return self.for_staff and (self.right is None or actor.may(self.right))


@dataclass
class Routes:
    """Views by name, actions behind buttons, commands, verbs under notices, and flows."""

    views: dict[str, Draws] = field(default_factory=dict)
    actions: dict[str, Does] = field(default_factory=dict)
    places: dict[str, View[...]] = field(default_factory=dict)
    """The links of the views, by their keys."""
    in_groups: set[str] = field(default_factory=set)
    """The actions that may be pressed in a group."""
    commands: dict[str, Command] = field(default_factory=dict)
    verbs: dict[str, Verb] = field(default_factory=dict)
    flows: dict[str, "type[Flow[Any]]"] = field(default_factory=dict)
    links: dict[str, Callable[["Exchange", str], None]] = field(default_factory=dict)
    """What a start link does, by the letters before its underscore: "/start s_<token>"."""
    group_links: dict[str, Callable[["Exchange", str], None]] = field(default_factory=dict)
    """The same of links that bring us into a group, where it is said."""
    updates: dict[str, Callable[["Exchange"], None]] = field(default_factory=dict)
    """Who takes which other kind of update."""
    unasked: list[Callable[["Exchange"], bool]] = field(default_factory=list)
    """Who takes what was sent without a question, in this order; the first that returns True has it."""
    above: list[Callable[["Exchange"], None]] = field(default_factory=list)
    """Who says something above what was asked."""
    beside: list[Callable[["Exchange"], bool]] = field(default_factory=list)
    """Who takes what was sent while a question is open and cannot answer any; it is asked again then."""
    instead: list[Callable[["Exchange"], Row | None]] = field(default_factory=list)
    """Who offers what else may be done with words that do not answer the open question."""
    said_in_groups: list[Callable[["Exchange"], bool]] = field(default_factory=list)
    """Who takes what is said in a group; the first that returns True has it, and what nobody takes may be a command."""
    refused_in_groups: list[Callable[["Exchange", Sentence], bool]] = field(default_factory=list)
    """Who says in a group, to whoever wrote there, why something cannot be; the first that returns True has said it."""
    edits: list[Callable[["Exchange"], bool]] = field(default_factory=list)
    """Who takes messages that were edited."""
    rank: int = 500
    """The place of a module's turn at what was sent without a question."""

    def draws(
        self, view: View[P]
    ) -> Callable[
        [Callable[Concatenate["Exchange", P], Screen]], Callable[Concatenate["Exchange", P], Screen]
    ]:
        """Registers the function that draws a view: it only reads."""
        _put(self.places, view.key, cast("View[...]", view))
        return _into(self.views, view.key)

    def does(
        self, action: Action[P]
    ) -> Callable[[Callable[Concatenate["Exchange", P], None]], Callable[Concatenate["Exchange", P], None]]:
        """Registers the function that an action runs."""
        if action.in_groups:
            self.in_groups.add(action.key)
        return _into(self.actions, action.key)

    def action(self, name: str) -> Callable[[Does], Does]:
        """Registers an action of the engine's own, which no link names."""
        return _into(self.actions, name)

    def verb(self, name: str) -> Callable[[Verb], Verb]:
        """Registers what a button under a notice does."""
        return _into(self.verbs, name)

    def command(
        self,
        name: str,
        help: Sentence,  # noqa: A002 (it is what the person sees as help)
        *,
        right: Right | None = None,
        for_clients: bool = False,
        for_staff: bool = True,
        in_groups: bool = False,
        rank: int = 500,
        ranks: Mapping[Role, int] | None = None,
    ) -> Callable[[Callable[["Exchange", str], None]], Callable[["Exchange", str], None]]:
        """Registers what "/name argument" does; staff see it in their menu when they hold `right`.

        `in_groups`: it may be said in a group too, and shows a view made for groups there. `rank`: its place in menus.
        """

        def register(does: Callable[["Exchange", str], None]) -> Callable[["Exchange", str], None]:
            command = Command(name, does, help, right, for_clients, for_staff, in_groups, rank, ranks or {})
            _put(self.commands, name, command)
            return does

        return register

    def link(
        self, prefix: str
    ) -> Callable[[Callable[["Exchange", str], None]], Callable[["Exchange", str], None]]:
        """Registers what "/start <prefix>_<token>" does."""
        return _into(self.links, prefix)

    def group_link(
        self, prefix: str
    ) -> Callable[[Callable[["Exchange", str], None]], Callable[["Exchange", str], None]]:
        """Registers what "/start <prefix>_<token>" does in the group a `startgroup` link has brought us into."""
        return _into(self.group_links, prefix)

    def takes_in_groups(self, takes: Callable[["Exchange"], bool]) -> Callable[["Exchange"], bool]:
        """Registers somebody for what is said in groups."""
        self.said_in_groups.append(takes)
        return takes

    def refuses_in_groups(
        self, says: Callable[["Exchange", Sentence], bool]
    ) -> Callable[["Exchange", Sentence], bool]:
        """Registers who says there why not; what nobody says, stays unsaid."""
        self.refused_in_groups.append(says)
        return says

    def hears(self, kind: str) -> Callable[[Callable[["Exchange"], None]], Callable[["Exchange"], None]]:
        """Registers who takes updates of this kind (Telegram's word: "poll_answer"), to be found in `event.facts`."""
        return _into(self.updates, kind)

    @property
    def update_kinds(self) -> list[str]:
        """What Telegram is asked for. Always all of it: a list that is left out keeps the one of the last program."""
        return [*ALWAYS_HEARD, *sorted(self.updates)]

    def takes_unasked(self, takes: Callable[["Exchange"], bool]) -> Callable[["Exchange"], bool]:
        """Registers somebody for what is sent without a question."""
        self.unasked.append(takes)
        return takes

    def says_above(self, says: Callable[["Exchange"], None]) -> Callable[["Exchange"], None]:
        """Registers somebody who says something of their own above an answer, whatever was asked."""
        self.above.append(says)
        return says

    def takes_beside(self, takes: Callable[["Exchange"], bool]) -> Callable[["Exchange"], bool]:
        """Registers somebody for what is sent while a question is open, and answers none."""
        self.beside.append(takes)
        return takes

    def takes_edits(self, takes: Callable[["Exchange"], bool]) -> Callable[["Exchange"], bool]:
        """Registers somebody for messages that were edited."""
        self.edits.append(takes)
        return takes

    def offers_instead(
        self, offers: Callable[["Exchange"], Row | None]
    ) -> Callable[["Exchange"], Row | None]:
        """Registers who offers something else for words that answer nothing, a second time."""
        self.instead.append(offers)
        return offers

    def flow(self, flow: F) -> F:
        """Registers a flow under its name."""
        registered: type[Flow[Any]] = flow
        _put(self.flows, flow.name, registered)
        return flow

    def commands_of(self, actor: Actor) -> list[Command]:
        """The commands this actor may use, in the order of use."""
        theirs = [command for command in self.commands.values() if command.is_for(actor)]
        return sorted(theirs, key=lambda command: command.rank_for(actor))

    def include(self, other: "Routes") -> None:
        """Takes over another module's routes. Raises ValueError when a name is there twice."""
        _merge(self.views, other.views)
        _merge(self.actions, other.actions)
        _merge(self.places, other.places)
        self.in_groups |= other.in_groups
        _merge(self.commands, other.commands)
        _merge(self.verbs, other.verbs)
        _merge(self.flows, other.flows)
        _merge(self.links, other.links)
        _merge(self.group_links, other.group_links)
        _merge(self.updates, other.updates)
        self.said_in_groups += other.said_in_groups
        self.refused_in_groups += other.refused_in_groups
        self.unasked += other.unasked
        self.above += other.above
        self.beside += other.beside
        self.edits += other.edits
        self.instead += other.instead


def _put(table: dict[str, T], name: str, value: T) -> None:
    if name in table:
        raise ValueError(f"{name!r} stands twice in the routes")
    table[name] = value


def _merge(mine: dict[str, T], theirs: dict[str, T]) -> None:
    for name, value in theirs.items():
        _put(mine, name, value)


def _into(table: dict[str, T], name: str) -> Callable[[T], T]:
    def register(value: T) -> T:
        _put(table, name, value)
        return value

    return register
