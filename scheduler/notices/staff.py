"""Colleagues: that somebody came in by an invitation, and what became of oneself."""

from domain.entities.notices import Notice
from domain.entities.people import Role
from domain.notices.staff import DISMISSED, INVITATION_USED, ROLE_CHANGED
from domain.ports.desk import Desk
from locales import _, lines
from locales.terms.staff import ROLES
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff


@words_of(INVITATION_USED)
def invitation_used(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    facts = notice.facts
    member = desk.repositories.staff.get(facts["member"])
    text = lines(
        _("👥 <b>{name} has joined: {role}</b>")(name=member.name, role=ROLES[Role(facts["role"])]),
        _("Invited by {name}. If it was meant for somebody else: /staff")(name=facts["inviter"]),
    )
    return MessageContent(text)


@words_of(ROLE_CHANGED)
def role_changed(desk: Desk, notice: Notice) -> MessageContent:
    """The present role, whatever it was to be when this was written."""
    member = for_staff(desk, notice)
    text = lines(
        _("🎭 <b>You are now: {role}</b>")(role=ROLES[member.role]),
        _("Changed by {by}. What you can do now: /menu")(by=notice.facts["by"]),
    )
    return MessageContent(text)


@words_of(DISMISSED)
def dismissed(desk: Desk, notice: Notice) -> MessageContent:
    member = desk.repositories.staff.of(notice.person)
    if member is not None and member.active and member.joined_at > notice.created_at:
        raise NothingToSay("has come back")
    text = lines(
        _("<b>{agency}</b>: you no longer work here.")(agency=desk.agency.name),
        _("If that is a surprise, please ask {by}.")(by=notice.facts["by"]),
    )
    return MessageContent(text)
