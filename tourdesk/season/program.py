"""All acts of the season in the order of time. A new room adds its file here."""

from tourdesk.season import (
    cards,
    client_imports,
    clients,
    consents,
    deals,
    documents,
    inquiries,
    messages,
    offers,
    payments,
    services,
    settings,
    staff_group,
    suppliers,
    team,
    travellers,
    trips,
    vouchers,
)
from tourdesk.season.acts import Act

ROOMS = (
    settings,
    suppliers,
    team,
    trips,
    deals,
    clients,
    client_imports,
    consents,
    travellers,
    documents,
    payments,
    vouchers,
    inquiries,
    offers,
    staff_group,
    messages,
    cards,
    services,
)


def program() -> list[Act]:
    """Of one minute those first whose room stands first."""
    return sorted((act for room in ROOMS for act in room.acts()), key=lambda act: (act.day, act.clock))
