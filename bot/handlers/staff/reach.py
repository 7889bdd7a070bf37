"""Why a list is short: what another branch has is not shown, and whether there is any is not told."""

from domain.entities.people import Role
from domain.ports.desk import Actor
from locales import Sentence, _

_BRANCH = _("ℹ️ Nothing from other branches is listed here.")
_MONEY = _("ℹ️ Money and documents: your branch's deals only.")
_GUIDE = _("ℹ️ As a guide you can find trips, and the travellers on the trips you guide.")


def branch_words(actor: Actor) -> list[Sentence]:
    """For who is bound to a branch; nothing for who sees all."""
    return [] if actor.reach is None else [_BRANCH]


def money_words(actor: Actor) -> list[Sentence]:
    """Of a trip's participants everybody is listed, whatever branch they booked with."""
    return [] if actor.reach is None else [_MONEY]


def search_words(actor: Actor) -> list[Sentence]:
    """Why a search may have found nothing."""
    guide = actor.staff is not None and actor.staff.role is Role.GUIDE
    return [_GUIDE] if guide else branch_words(actor)
