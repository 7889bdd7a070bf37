"""Colleagues and branches, as lists and buttons name them."""

from collections.abc import Iterable, Sequence

from bot.conversation.screen import Row, go, pairs
from bot.links.staff import COLLEAGUE
from domain.entities.branches import Branch
from domain.entities.people import StaffMember
from locales import Sentence, _, n_
from locales.terms.staff import ROLES

PAGE = 6
"""Colleagues on one screen: there is room for what else may be done."""
HEAD_OFFICE = _("Head office")
PEOPLE = n_("{count} colleague", "{count} colleagues")


def member_line(member: StaffMember) -> Sentence:
    return _("{name} · {role}")(name=member.name, role=ROLES[member.role])


def member_buttons(members: Sequence[StaffMember]) -> tuple[Row, ...]:
    return pairs([go(_("👤 {name}")(name=member.name), COLLEAGUE, member.id) for member in members])


def offices(branches: Iterable[Branch]) -> list[tuple[int | None, Sentence | str]]:
    """Head office, which has no number, and the branches."""
    return [(None, HEAD_OFFICE), *((branch.id, branch.name) for branch in branches)]
