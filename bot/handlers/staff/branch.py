"""The card of a branch, or of head office: who works there."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, ask, back, go
from bot.conversation.widgets.card import card
from bot.conversation.widgets.listing import turning
from bot.flows.staff.rename_branch import RenameBranch
from bot.handlers.staff.words import HEAD_OFFICE, PAGE, PEOPLE, hand_lines, member_buttons
from bot.links.staff import BRANCH, BRANCH_SLOTS, STAFF
from domain.entities.branches import BranchNumber
from domain.queries import staff
from locales import _, lines

routes = Routes()


@routes.draws(BRANCH)
def branch_card(exchange: Exchange, number: BranchNumber | None, page: int = 0) -> Screen:
    """Without a number it is head office: everybody, as long as there are no branches."""
    found = staff.branch_card(exchange.desk, number)
    rest = found.members[page * PAGE :]
    shown = rest[:PAGE]
    shown_lines = [
        _("<b>{branch}</b>")(branch=found.name or HEAD_OFFICE),
        PEOPLE(count=len(found.members)),
        *hand_lines(exchange, shown),
    ]
    turns = turning(lambda label, other: go(label, BRANCH, number, other), page, more=len(rest) > PAGE)
    people, away = (*member_buttons(shown), *turns), (back(STAFF),)
    if number is None:
        return Screen(lines(*shown_lines), (*people, away))
    rename = ask(_("✏️ Rename"), RenameBranch, branch=number)
    branch = staff.branch(exchange.desk, number)
    return card(exchange, branch, shown_lines, BRANCH_SLOTS, first=people, buttons=[(10, rename)], away=away)
