"""The staff, and the invitations that bring somebody onto it."""

from sqlalchemy import Column, Table

from domain.entities.people import Invitation, Person, Role, StaffMember
from storage.engine.columns import Number, UtcDateTime, Words, code, link, number, of_branch, one_of
from storage.mapping.registry import mapped, metadata, one

staff_members = Table(
    "staff_members",
    metadata,
    number(),
    link("person_id", "persons", unique=True),
    Column("name", Words, nullable=False),
    Column("role", one_of(Role), nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    Column("left_at", UtcDateTime),
    of_branch(),
    Column("supervisor_id", Number),
)

mapped(
    StaffMember,
    staff_members,
    branch=staff_members.c.branch_id,
    supervisor=staff_members.c.supervisor_id,
    person=one(Person),
)

invitations = Table(
    "invitations",
    metadata,
    number(),
    Column("token_hash", code(128), nullable=False, unique=True),
    Column("role", one_of(Role), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    link("created_by_id", "staff_members", nullable=True),
    Column("used_at", UtcDateTime),
    link("used_by_id", "persons", nullable=True),
    of_branch(),
)

mapped(
    Invitation,
    invitations,
    branch=invitations.c.branch_id,
    created_by=one(StaffMember),
    used_by=one(Person),
)
