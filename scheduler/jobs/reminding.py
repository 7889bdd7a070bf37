"""Looking at deals of which something may have come due: clients are reminded at hours that are decent by their phone."""

from domain.ports.desk import Desk
from domain.usecases.reminders import deals
from locales.terms.phone_zones import zones_of_phone


def look_at_deals(desk: Desk) -> int:
    return deals.look_at_deals(desk, zones_of_phone)
