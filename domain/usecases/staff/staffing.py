"""Who works here: invitations with a role, single use, valid a day; joining; moving; leaving; one's language."""

import hashlib
from datetime import timedelta
from typing import Any

from domain.entities.notices import Notice, NoticeKind
from domain.entities.people import Invitation, Right, Role, StaffMember
from domain.notices.staff import DISMISSED, INVITATION_USED, ROLE_CHANGED
from domain.ports.desk import Desk
from domain.ports.routing import present
from domain.queries.settings import languages_to_choose
from domain.queries.staff import branch_name
from domain.usecases.clients.facts import choose_language
from domain.usecases.conversations.moving import let_go
from domain.usecases.staff.failed_links import UnknownLink, must_not_guess
from domain.usecases.staff.releasing import release
from domain.values.language import Language
from domain.values.local_time import zone
from domain.values.refusals import NotFound, Refusal

VALID = timedelta(days=1)


def invite(desk: Desk, role: Role, branch: int | None = None) -> str:
    """A one-time token for whoever opens it first; it is not kept, only its hash. Raises Forbidden, NotFound."""
    desk.must(Right.INVITE_STAFF)
    if branch is not None:
        desk.repositories.branches.get(branch)
    token = desk.tokens()
    invitation = Invitation(_hash(token), role, desk.now, desk.now + VALID, desk.actor.staff, branch=branch)
    desk.repositories.invitations.add(invitation)
    desk.repositories.flush()
    desk.note("invitation", invitation.id, "invited", role=role)
    return token


def join_staff(desk: Desk, token: str) -> StaffMember:
    """The actor becomes staff with the invitation's role; who invited them is told.

    Raises NotFound: link_closed (unknown, used or expired: all answered alike), Refusal: already_staff, links_locked.
    """
    must_not_guess(desk)
    invitation = desk.repositories.invitations.by_hash(_hash(token))
    person = desk.actor.person
    if invitation is None:
        raise UnknownLink
    if person is None or invitation.used_at or invitation.expires_at <= desk.now:
        raise NotFound("link_closed")
    member = desk.repositories.staff.of(person)
    if member is not None and member.active:
        raise Refusal("already_staff", role=member.role)
    if member is None:
        member = StaffMember(person, person.name, invitation.role, desk.now)
        desk.repositories.staff.add(member)
    else:
        member.role, member.left_at, member.joined_at = invitation.role, None, desk.now
    member.branch = invitation.branch
    invitation.used_at, invitation.used_by = desk.now, person
    desk.repositories.flush()
    desk.note("staff", member.id, "joined", role=invitation.role)
    inviter = invitation.created_by
    if inviter is not None and inviter.active:
        facts: dict[str, Any] = {"member": member.id, "role": member.role.value, "inviter": inviter.name}
        desk.notify(inviter.person, INVITATION_USED, f"{invitation.id}", **facts)
    return member


def withdraw(desk: Desk, number: int) -> Invitation:
    """The link lets nobody in any more. Raises Forbidden, NotFound: no_such_invitation (or used, or over)."""
    desk.must(Right.INVITE_STAFF)
    invitation = desk.repositories.invitations.locked(number)
    if invitation.used_at or invitation.expires_at <= desk.now:
        raise NotFound("no_such_invitation")
    invitation.expires_at = desk.now
    desk.note("invitation", invitation.id, "withdrawn", role=invitation.role)
    return invitation


def dismiss(desk: Desk, number: int) -> StaffMember:
    """The member leaves and is told: their buttons and drafts are gone, their other notices go to the owners.

    Twice is fine. Raises Forbidden, NotFound, Refusal: last_owner.
    """
    member = _to_change(desk, number)
    if not member.active:
        return member
    _must_leave_an_owner(desk, member)
    member.left_at = desk.now
    desk.note("staff", member.id, "left", role=member.role)
    release(desk, member)
    _is_another_now(desk, member)
    _tell(desk, member, DISMISSED)
    return member


def change_role(desk: Desk, number: int, role: Role) -> StaffMember:
    """Another role, with its rights; the member is told. Raises Forbidden, NotFound, Refusal: last_owner."""
    member = _at_work(desk, number)
    if member.role is role:
        return member
    _must_leave_an_owner(desk, member)
    desk.note("staff", member.id, "role_changed", role_was=member.role, role=role)
    member.role = role
    let_go(desk, member)
    _is_another_now(desk, member)
    _tell(desk, member, ROLE_CHANGED)
    return member


def transfer(desk: Desk, number: int, branch: int | None) -> StaffMember:
    """To another branch, or to head office; deals and inquiries stay where they are. Raises Forbidden, NotFound."""
    member = _at_work(desk, number)
    if member.branch == branch:
        return member
    name, was = branch_name(desk, branch), branch_name(desk, member.branch)
    if name is None:
        desk.note("staff", member.id, "to_head_office", was=was)
    else:
        desk.note("staff", member.id, "transferred", was=was, name=name)
    member.branch = branch
    let_go(desk, member)
    _is_another_now(desk, member)
    return member


def _tell(desk: Desk, member: StaffMember, kind: NoticeKind) -> None:
    """Unless they did it themselves."""
    if member is not desk.actor.staff:
        desk.notify(member.person, kind, f"{member.id}:{desk.now.isoformat()}", by=desk.actor.name)


def _to_change(desk: Desk, number: int) -> StaffMember:
    desk.must(Right.INVITE_STAFF)
    return desk.repositories.staff.locked(number)


def _at_work(desk: Desk, number: int) -> StaffMember:
    member = _to_change(desk, number)
    if not member.active:
        raise NotFound("no_such_staff_member")
    return member


def _must_leave_an_owner(desk: Desk, member: StaffMember) -> None:
    """Raises Refusal: last_owner. The owners are held: of two who dismiss each other at once, one stays."""
    if member.role is not Role.OWNER:
        return
    owners = [
        one.id for one in desk.repositories.staff.active() if one.role is Role.OWNER and one is not member
    ]
    held = [desk.repositories.staff.locked(number) for number in sorted(owners)]
    if not any(other.active and other.role is Role.OWNER for other in held):
        raise Refusal("last_owner")


def _is_another_now(desk: Desk, member: StaffMember) -> None:
    """What they saw and began before does not hold; what still waits to be told them is told to the owners instead."""
    desk.repositories.flush()
    desk.repositories.staff.outdated(member)
    for notice in desk.repositories.notices.undelivered_to(member.person):
        if notice.kind.for_staff:
            _tell_owners(desk, notice)


def _tell_owners(desk: Desk, notice: Notice) -> None:
    """One that is on its way just now may still arrive: better twice than never."""
    key = notice.key.removeprefix(f"{notice.kind}:").removesuffix(f":{notice.person.id}")
    owners = [one for one in desk.repositories.staff.active() if one.role is Role.OWNER]
    for owner in present(desk, owners):
        if owner.person is not notice.person:
            desk.notify(
                owner.person,
                notice.kind,
                key,
                due_at=notice.due_at,
                useless_after=notice.useless_after,
                **notice.facts,
            )
    if notice.waits:
        notice.drop("told to the owners instead")


def speak(desk: Desk, language: Language) -> None:
    """The actor chose a language; Telegram's guess does not change it any more. Raises Refusal: out_of_date (not offered)."""
    person = desk.actor.person
    assert person is not None
    if language not in languages_to_choose(desk):
        raise Refusal("out_of_date")
    person.language, person.language_chosen = language, True
    choose_language(desk, language)


def live_by(desk: Desk, zone_name: str) -> None:
    """The actor told the clock by which they live: notices come at hours that are decent there.

    Raises Refusal: unknown_zone.
    """
    person = desk.actor.person
    assert person is not None
    person.zone = zone(zone_name).key


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
