"""Who works here: invitations with a role, single use, valid a day; joining; leaving; changing one's language."""

import hashlib
from datetime import timedelta

from domain.desk import Desk
from domain.language import Language
from domain.people import Invitation, Right, Role, StaffMember
from domain.refusals import NotFound, Refusal

VALID = timedelta(days=1)


def invite(desk: Desk, role: Role) -> str:
    """A one-time token for whoever opens it first; it is not kept, only its hash. Raises Forbidden."""
    desk.must(Right.INVITE_STAFF)
    token = desk.tokens()
    invitation = Invitation(_hash(token), role, desk.now, desk.now + VALID, desk.actor.staff)
    desk.records.invitations.add(invitation)
    desk.records.flush()
    desk.note("invitation", invitation.id, "invited", role=role)
    return token


def join_staff(desk: Desk, token: str) -> StaffMember:
    """The actor becomes staff with the invitation's role.

    Raises NotFound: link_closed (unknown, used or expired: all answered alike), Refusal: already_staff.
    """
    invitation = desk.records.invitations.by_hash(_hash(token))
    person = desk.actor.person
    if invitation is None or person is None or invitation.used_at or invitation.expires_at <= desk.now:
        raise NotFound("link_closed")
    member = desk.records.staff.of(person)
    if member is not None and member.active:
        raise Refusal("already_staff", role=member.role)
    if member is None:
        member = StaffMember(person, person.name, invitation.role, desk.now)
        desk.records.staff.add(member)
    else:
        member.role, member.left_at, member.joined_at = invitation.role, None, desk.now
    invitation.used_at, invitation.used_by = desk.now, person
    desk.records.flush()
    desk.note("staff", member.id, "joined", role=invitation.role)
    return member


def dismiss(desk: Desk, number: int) -> StaffMember:
    """The member leaves; from now on their buttons do nothing. Raises Forbidden, Refusal: last_owner."""
    desk.must(Right.INVITE_STAFF)
    member = desk.records.staff.get(number)
    owners = [other for other in desk.records.staff.active() if other.role is Role.OWNER]
    if member.role is Role.OWNER and len(owners) <= 1:
        raise Refusal("last_owner")
    member.left_at = desk.now
    desk.note("staff", member.id, "left", role=member.role)
    return member


def speak(desk: Desk, language: Language) -> None:
    """The actor chose a language; Telegram's guess does not change it any more."""
    person = desk.actor.person
    assert person is not None
    person.language, person.language_chosen = language, True


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
