"""A colleague ties a forum in Telegram to the agency: by a link that is good for one group and for whoever asked for it.

Whether the group can be used, Telegram is asked: that is a job's. What it has found is written down here.
"""

import hmac
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from domain.entities.definitions import THE_AGENCY
from domain.entities.people import Right, StaffMember
from domain.entities.staff_groups import STAFF_GROUP, GroupState, StaffGroup
from domain.notices.staff_groups import GROUP_NOT_TIED, GROUP_TIED
from domain.ports.desk import Desk
from domain.ports.routing import stand_in
from domain.queries.staff_groups import must_tie, payload_of
from domain.usecases.settings.defining import settled_anew
from domain.values.refusals import Forbidden, Refusal


def ask_for_group(desk: Desk, branch: int) -> None:
    """The actor gets a link; one that was given before is good no more.

    Raises Forbidden, NotFound, Refusal: group_tied_already.
    """
    must_tie(desk, branch)
    group = desk.agency.staff_groups.of(branch)
    if group.is_chosen:
        raise Refusal("group_tied_already", title=group.title)
    member = desk.actor.staff
    assert member is not None
    _settle(desk, branch, StaffGroup(GroupState.ASKED, group.link + 1, member.id))


def tie_group(desk: Desk, payload: str, chat: int) -> int:
    """The group is the agency's, as soon as it has turned out that it can be used; the branch whose it is, or 0.

    Raises Forbidden: group_link_not_yours. Refusal: group_link_wrong, group_link_used, group_tied_already.
    """
    branch, group = _meant(desk, payload)
    member = desk.actor.staff
    if member is None or member.id != group.by or not member.may(Right.TIE_GROUPS):
        raise Forbidden("group_link_not_yours")
    if group.state is not GroupState.ASKED and group.chat != chat:
        raise Refusal("group_link_used")
    if desk.agency.staff_groups.at(chat) not in (None, branch):
        raise Refusal("group_tied_already", title="")
    language = member.person.language
    _settle(desk, branch, replace(group, state=GroupState.LOOKING, chat=chat, language=language))
    return branch


def _meant(desk: Desk, payload: str) -> tuple[int, StaffGroup]:
    """Raises Refusal: group_link_wrong, group_link_used."""
    branch, _dash, rest = payload.partition("-")
    link, _dash, _seal = rest.partition("-")
    if not (branch.isdecimal() and link.isdecimal() and len(branch) < 10 and len(link) < 10):
        raise Refusal("group_link_wrong")
    group = desk.agency.staff_groups.of(int(branch))
    as_given = payload_of(desk, int(branch), StaffGroup(link=int(link)))
    if not hmac.compare_digest(payload.encode(), as_given.encode()):
        raise Refusal("group_link_wrong")
    if int(link) != group.link or group.state is GroupState.UNTIED:
        raise Refusal("group_link_used")
    return int(branch), group


def group_looked_at(desk: Desk, branch: int, chat: int, title: str, state: GroupState) -> None:
    """By the agency: what Telegram has told of it. Whoever takes care of it hears of a change, and what to do."""
    group = desk.agency.staff_groups.of(branch)
    if group.chat != chat or not group.is_chosen:
        return
    before, settled = group.state, replace(group, state=state, title=title or group.title)
    if not _settle(desk, branch, settled):
        return
    if before is GroupState.TIED and state is GroupState.LOOKING:
        return
    desk.note(
        "agency", THE_AGENCY, "group_tied" if settled.is_tied else "group_not_tied", title=settled.title
    )
    kind = GROUP_TIED if settled.is_tied else GROUP_NOT_TIED
    revision = desk.agency.definitions.revision(STAFF_GROUP, str(branch))
    facts: dict[str, Any] = {"group": branch, "state": state.value, "title": settled.title}
    for member in _caring(desk, group, branch):
        desk.notify(member.person, kind, f"{branch}:{revision}", **facts)


def _caring(desk: Desk, group: StaffGroup, branch: int) -> Sequence[StaffMember]:
    """Whoever has tied it, or stands in for them; when they have left, those who may change the settings."""
    member = desk.colleagues.get(group.by) if group.by else None
    if member is None:
        return desk.archive.staff.who_may(Right.CHANGE_SETTINGS)
    return [stand_in(desk, member, Right.TIE_GROUPS, branch or None)]


def look_again(desk: Desk, branch: int) -> None:
    """Raises Forbidden, NotFound."""
    must_tie(desk, branch)
    _look(desk, branch)


def group_changed(desk: Desk, chat: int) -> None:
    """Something about us was changed there: our rights, or whether we are in it at all."""
    if (branch := desk.agency.staff_groups.at(chat)) is not None:
        _look(desk, branch)


def group_moved(desk: Desk, old: int, new: int) -> None:
    """Its topics were switched on, and Telegram has given it another number."""
    branch = desk.agency.staff_groups.at(old)
    if branch is not None:
        group = desk.agency.staff_groups.of(branch)
        _settle(desk, branch, replace(group, chat=new, state=GroupState.LOOKING))
        desk.archive.client_topics.move_chat(old, new)


def untie_group(desk: Desk, branch: int) -> None:
    """Nothing is shown there any more, and nothing written there goes to clients. Raises Forbidden, NotFound."""
    must_tie(desk, branch)
    group = desk.agency.staff_groups.of(branch)
    if _settle(desk, branch, StaffGroup(link=group.link)) and group.is_chosen:
        desk.note("agency", THE_AGENCY, "group_untied", title=group.title)


def _look(desk: Desk, branch: int) -> None:
    group = desk.agency.staff_groups.of(branch)
    if group.is_chosen:
        _settle(desk, branch, replace(group, state=GroupState.LOOKING))


def _settle(desk: Desk, branch: int, group: StaffGroup) -> bool:
    seen = desk.agency.definitions.revision(STAFF_GROUP, str(branch))
    return settled_anew(desk, STAFF_GROUP, group, seen, key=str(branch))
