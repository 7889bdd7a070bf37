"""What is booked for Elena's way to Ohrid: a hotel that confirmed, and a coach whose option runs out tomorrow."""

from collections.abc import Iterator
from datetime import timedelta

from domain.entities.deals import Deal
from domain.entities.services import ServiceKind, ServicePlan, Stop
from domain.ports.desk import Desk
from domain.usecases.services.booking import add_service, confirm_service
from tourdesk.season.acts import Act, Season, euros

ZONE = "Europe/Skopje"


def acts() -> Iterator[Act]:
    yield Act(-4, "12:10", "boris", _books)
    yield Act(-1, "15:40", "boris", _confirmed)


def _books(desk: Desk, season: Season) -> None:
    deal = _deal(desk, season)
    assert deal.first_day is not None
    hotel = ServicePlan(
        kind=ServiceKind.HOTEL,
        title="Belvedere, стая с изглед към езерото",
        begins=Stop(deal.first_day, "14:00", ZONE, "Охрид"),
        ends=Stop(deal.last_day, "11:00", ZONE),
        free_until=deal.first_day - timedelta(days=3),
        price=euros(180),
        net=euros(140),
    )
    boat = ServicePlan(
        kind=ServiceKind.EXCURSION,
        title="Лодка до Свети Наум",
        begins=Stop(deal.first_day + timedelta(days=1), "10:00", ZONE, "Охрид, пристанището"),
        option_until=season.opening.on(1),
        net=euros(30),
    )
    for plan in (hotel, boat):
        add_service(desk, deal.id, plan)


def _confirmed(desk: Desk, season: Season) -> None:
    hotel = desk.repositories.services.of_deal(_deal(desk, season))[0]
    confirm_service(desk, hotel.id, "BLV-2291")


def _deal(desk: Desk, season: Season) -> Deal:
    return desk.repositories.deals.get(season.deals["ohrid_elena"])
