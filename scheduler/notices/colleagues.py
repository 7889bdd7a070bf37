"""Colleagues: that somebody came in by an invitation, and what became of oneself."""

from domain.desk import Desk
from domain.notices import Notice
from domain.people import Role
from locales import _, lines
from locales.terms import ROLES
from scheduler.letters import Letter, NothingToSay
from scheduler.notices.recipients import for_staff


def invitation_used(desk: Desk, notice: Notice) -> Letter:
    for_staff(desk, notice)
    facts = notice.facts
    member = desk.records.staff.get(facts["member"])
    text = lines(
        _("👥 <b>{name} works here now: {role}</b>")(name=member.name, role=ROLES[Role(facts["role"])]),
        _("The invitation was from {name}. If somebody else was meant: /staff")(name=facts["inviter"]),
    )
    return Letter(text)


def role_changed(desk: Desk, notice: Notice) -> Letter:
    """The present role, whatever it was to be when this was written."""
    member = for_staff(desk, notice)
    text = lines(
        _("🎭 <b>You are now: {role}</b>")(role=ROLES[member.role]),
        _("{by} has changed it. What you can do now: /menu")(by=notice.facts["by"]),
    )
    return Letter(text)


def dismissed(desk: Desk, notice: Notice) -> Letter:
    member = desk.records.staff.of(notice.person)
    if member is not None and member.active and member.joined_at > notice.created_at:
        raise NothingToSay("has come back")
    text = lines(
        _("<b>{agency}</b>: you do not work here any more.")(agency=desk.agency.name),
        _("If that is a surprise, please ask {by}.")(by=notice.facts["by"]),
    )
    return Letter(text)
