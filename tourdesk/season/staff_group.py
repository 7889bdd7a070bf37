"""The staff's group: Boris has tied it on the last afternoon; what clients have said since stands in their topics."""

from collections.abc import Iterator

from domain.entities.staff_groups import WHOLE
from domain.ports.desk import Desk
from domain.queries.staff_groups import payload_of
from domain.usecases.staff_groups.tying import ask_for_group, tie_group
from sandbox import past
from tourdesk.cast import character
from tourdesk.season.acts import Act, Season

GROUP = -1001000000100
MEMBERS = ("boris", "olga", "kalina", "jing")
"""Whoever answers clients."""


def acts() -> Iterator[Act]:
    yield Act(-1, "17:30", "boris", _tied)


def _tied(desk: Desk, season: Season) -> None:
    people = [character(key).id for key in MEMBERS]
    past.founded(season.sandbox, GROUP, "Клиенти · 客户 · Clients", people)
    ask_for_group(desk, WHOLE)
    tie_group(desk, payload_of(desk, WHOLE, desk.agency.staff_groups.of(WHOLE)), GROUP)
