"""Everything the bot can do, joined from its modules. The order is that of the menu and of who is asked first."""

from bot.flows import (
    branch,
    buttons,
    change_departure,
    deal,
    join,
    my_phone,
    passport,
    phone_inquiry,
    question,
    reject_document,
    tour,
    traveller,
    trip,
)
from bot.handlers import (
    backups,
    clients,
    colleagues,
    deal_card,
    deals,
    departures,
    finding,
    hall,
    history,
    inquiries,
    joining,
    messages,
    my_deals,
    my_inquiries,
    papers,
    participants,
    payments,
    sent_files,
    staff,
    trips,
    vouchers,
)
from bot.routes import Routes

MODULES = (
    hall,
    buttons,
    my_deals,
    traveller,
    passport,
    my_phone,
    sent_files,
    papers,
    reject_document,
    inquiries,
    my_inquiries,
    tour,
    phone_inquiry,
    joining,
    join,
    messages,
    question,
    deal,
    clients,
    staff,
    backups,
    colleagues,
    branch,
    deals,
    deal_card,
    payments,
    vouchers,
    history,
    trips,
    trip,
    change_departure,
    participants,
    departures,
    finding,
)


def all_routes() -> Routes:
    """The whole table. Raises ValueError when two modules use one name."""
    routes = Routes()
    for module in MODULES:
        routes.include(module.routes)
    return routes
