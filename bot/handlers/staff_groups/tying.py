"""The staff's group: tied by a link that brings the bot into a forum, looked at again, untied.

Olga: /settings
Olga: [💬 Staff group]
Olga: [🔗 Tie a group]
Olga: [➕ Choose the group] (and picks "Desk", which has topics)
Bot:  ✅ “Desk” is tied.
"""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, column, go
from bot.conversation.widgets.confirm import confirm
from bot.conversation.widgets.listing import turning
from bot.handlers.settings.kinds import named
from bot.handlers.staff_groups.words import UNSEEN, state_words
from bot.links.settings import MINE_SLOTS, SETTINGS, SETTINGS_SLOTS
from bot.links.staff_groups import (
    ASK_FOR_GROUP,
    LOOK_AGAIN,
    STAFF_GROUP,
    STAFF_GROUPS,
    UNTIE,
    UNTIE_NOW,
)
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.staff_groups import STAFF_GROUP as KIND
from domain.entities.staff_groups import WHOLE
from domain.queries import staff_groups as queries
from domain.usecases.staff_groups.tying import ask_for_group, look_again, tie_group, untie_group
from locales import Sentence, _, lines

routes = Routes(rank=891)

named(KIND, _("Staff group"))

PREFIX = "sg"
RIGHTS = "manage_topics+delete_messages+pin_messages"
"""The bot opens, renames, closes and deletes topics. As the link asks for them."""
PAGE = 6


@SETTINGS_SLOTS.button(500, Right.CHANGE_SETTINGS)
def at_settings(exchange: Exchange, _nothing: None) -> Button:
    return _opens(exchange)


@MINE_SLOTS.button(500, Right.TIE_GROUPS)
def at_mine(exchange: Exchange, _nothing: None) -> Button | None:
    """For managers: the owner has it behind "⚙️ Settings"."""
    return None if exchange.desk.actor.may(Right.CHANGE_SETTINGS) else _opens(exchange)


def _opens(exchange: Exchange) -> Button:
    reach = exchange.desk.actor.reach
    label = _("💬 Staff group")
    return go(label, STAFF_GROUPS, 0) if reach is None else go(label, STAFF_GROUP, reach)


@routes.draws(STAFF_GROUPS)
def staff_groups(exchange: Exchange, page: int) -> Screen:
    """One for all, and one for each branch; without branches there is nothing to choose."""
    branches = queries.branches_with_groups(exchange.desk)
    if not branches:
        return staff_group(exchange, exchange.desk.actor.reach or WHOLE)
    rest = branches[page * PAGE :]
    named_ = [go(_("🏢 {branch}")(branch=one.name), STAFF_GROUP, one.id) for one in rest[:PAGE]]
    whole = [] if page else [go(_("💬 Whole agency"), STAFF_GROUP, WHOLE)]
    text = lines(
        _("<b>💬 Staff groups</b>"),
        _(
            "A branch with a group of its own has its clients there; those of the others are in the agency's group."
        ),
    )
    turns = turning(lambda label, other: go(label, STAFF_GROUPS, other), page, more=len(rest) > PAGE)
    return Screen(text, (*column([*whole, *named_]), *turns, (back(SETTINGS),)))


@routes.draws(STAFF_GROUP)
def staff_group(exchange: Exchange, branch: int) -> Screen:
    found = queries.staff_group(exchange.desk, branch)
    group = found.group
    head = (
        _("<b>💬 Staff group: {branch}</b>")(branch=found.name) if found.name else _("<b>💬 Staff group</b>")
    )
    buttons: list[Button] = []
    if found.payload is not None:
        link = exchange.group_link(f"{PREFIX}_{found.payload}", RIGHTS)
        buttons.append(Button(_("➕ Choose the group"), url=link))
    if not group.is_chosen:
        buttons.append(act(_("🔄 New link") if found.payload else _("🔗 Tie a group"), ASK_FOR_GROUP, branch))
    else:
        buttons.append(act(_("🔄 Check again"), LOOK_AGAIN, branch))
        buttons.append(go(_("🚫 Untie"), UNTIE, branch))
    text = lines(head, state_words(group, whole=branch == WHOLE, asked=found.payload is not None))
    return Screen(text, (*column(buttons), (back(STAFF_GROUPS, 0),)))


@routes.does(ASK_FOR_GROUP)
def asks(exchange: Exchange, branch: int) -> None:
    ask_for_group(exchange.desk, branch)
    exchange.show(STAFF_GROUP, branch)


@routes.does(LOOK_AGAIN)
def looks(exchange: Exchange, branch: int) -> None:
    look_again(exchange.desk, branch)
    exchange.note(UNSEEN)
    exchange.show(STAFF_GROUP, branch)


@routes.draws(UNTIE)
def untie(exchange: Exchange, branch: int) -> Screen:
    found = queries.staff_group(exchange.desk, branch)
    text = lines(
        _("Untie “{title}”?")(title=found.group.title),
        _("The topics stay, but nothing new is shown there, and nothing written there goes to clients."),
    )
    return confirm(text, act(_("🚫 Untie"), UNTIE_NOW, branch), back(STAFF_GROUP, branch))


@routes.does(UNTIE_NOW)
def unties(exchange: Exchange, branch: int) -> None:
    untie_group(exchange.desk, branch)
    exchange.show(STAFF_GROUP, branch)


@routes.group_link(PREFIX)
def brought_here(exchange: Exchange, token: str) -> None:
    """Said in the group when the link was followed; whether it can be used is looked at at once."""
    tie_group(exchange.desk, token, exchange.event.chat_id)


@routes.refuses_in_groups
def refused_here(exchange: Exchange, words: Sentence) -> bool:
    """Only to whoever has followed such a link."""
    event = exchange.event
    if event.command != "start" or not event.argument.startswith(f"{PREFIX}_"):
        return False
    exchange.answer_group(words)
    return True


@routes.verb("open_staff_group")
def open_group(exchange: Exchange, notice: Notice) -> None:
    exchange.show(STAFF_GROUP, notice.facts["group"])
