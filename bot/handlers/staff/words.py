"""Colleagues and branches, as lists and buttons name them."""

from collections.abc import Iterable, Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Row, go, pairs
from bot.links.staff import COLLEAGUE
from domain.entities.branches import Branch
from domain.entities.people import StaffMember
from domain.queries.workload import InHand, workloads
from locales import Sentence, _, n_
from locales.terms.staff import ROLES
from locales.terms.workload import SIGNS, work_line

PAGE = 6
"""Colleagues on one screen: there is room for what else may be done."""
HEAD_OFFICE = _("Head office")
HAND_OVER_SOME = _("🤝 Hand over")
PEOPLE = n_("{count} colleague", "{count} colleagues")


def member_line(member: StaffMember) -> Sentence:
    return _("{name} · {role}")(name=member.name, role=ROLES[member.role])


def hand_line(exchange: Exchange, one: InHand) -> Sentence:
    """What is in their hands, and until when they are away."""
    line = work_line(member_line(one.member), one.work)
    away = exchange.desk.agency.presence.holiday(one.member, exchange.desk.now)
    return _("{line} · 🏖 until {day}")(line=line, day=away.last) if away else line


def hand_lines(exchange: Exchange, members: Sequence[StaffMember]) -> list[Sentence]:
    """Of each colleague, and what the signs mean."""
    works = workloads(exchange.desk, members)
    told = [hand_line(exchange, InHand(one, works[one.id])) for one in members]
    return [*told, SIGNS] if any(works.values()) else told


def member_buttons(members: Sequence[StaffMember]) -> tuple[Row, ...]:
    return pairs([go(_("👤 {name}")(name=member.name), COLLEAGUE, member.id) for member in members])


def offices(branches: Iterable[Branch]) -> list[tuple[int | None, Sentence | str]]:
    """Head office, which has no number, and the branches."""
    return [(None, HEAD_OFFICE), *((branch.id, branch.name) for branch in branches)]
