"""Everything the bot can do, joined from its modules. The order is that of the menu and of who is asked first."""

from bot.conversation.flow import buttons
from bot.conversation.routes import Routes
from bot.flows.clients import messages as question
from bot.flows.clients import my_phone
from bot.flows.deals import join, price
from bot.flows.deals import open_deal as deal
from bot.flows.documents import reject as reject_document
from bot.flows.inquiries import phone_inquiry, tour
from bot.flows.payments import payment, take_back
from bot.flows.staff import branch
from bot.flows.travellers import passport, traveller
from bot.flows.trips import change_departure, trip
from bot.handlers.clients import card as clients
from bot.handlers.clients import messages
from bot.handlers.deals import card as deal_card
from bot.handlers.deals import client as my_deals
from bot.handlers.deals import list as deals
from bot.handlers.deals import vouchers
from bot.handlers.documents import card as papers
from bot.handlers.documents import sent_files
from bot.handlers.history import list as history
from bot.handlers.home import finding
from bot.handlers.home import home as hall
from bot.handlers.inquiries import card as inquiries
from bot.handlers.inquiries import client as my_inquiries
from bot.handlers.ops import backups
from bot.handlers.payments import list as payments
from bot.handlers.staff import card as colleagues
from bot.handlers.staff import list as staff
from bot.handlers.trips import card as trips
from bot.handlers.trips import departures, joining, participants

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
    payment,
    take_back,
    price,
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
