"""Roles, as people see them."""

from domain.entities.people import Role
from locales.sentence import Sentence, _

ROLES: dict[Role, Sentence] = {
    Role.OWNER: _("Owner"),
    Role.MANAGER: _("Manager"),
    Role.OPERATOR: _("Operator"),
    Role.ACCOUNTANT: _("Accountant"),
    Role.GUIDE: _("Guide"),
}
