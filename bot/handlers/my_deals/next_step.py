"""What a client does next for a trip: the buttons that enter travellers and send passports."""

from bot.conversation.screen import Button, ask
from bot.flows.travellers.passport import PassportFlow
from bot.flows.travellers.traveller import TravellerFlow
from bot.flows.travellers.traveller_list import TravellerListFlow
from domain.entities.deals import Deal
from domain.entities.lateness import Expected
from domain.entities.travellers import Traveller
from locales import _

A_LIST = 2
"""So many travellers are entered as a list sooner than one by one."""
EACH = 3
"""So many passports have a button each; more are chosen from a list."""


def next_steps(deal: Deal) -> list[Button]:
    return [*_to_enter(deal), *_passports(deal)] if deal.is_open else []


def steps_of(deal: Deal, what: Expected) -> list[Button]:
    """Those that bring names, or documents."""
    return _to_enter(deal) if what is Expected.NAMES else _passports(deal)


def _to_enter(deal: Deal) -> list[Button]:
    """What is missing of the travellers' data."""
    buttons = [
        ask(_("✍️ {name}'s details")(name=one.name), TravellerFlow, deal=deal.id, traveller=one.id)
        for one in deal.party
        if not one.complete
    ][:EACH]
    if deal.seats_to_enter:
        label = _("✍️ Traveller {number} of {seats}")(number=len(deal.party) + 1, seats=deal.seats)
        buttons.append(ask(label, TravellerFlow, deal=deal.id))
    if deal.seats_to_enter >= A_LIST:
        buttons.append(paste_list(deal))
    return buttons


def paste_list(deal: Deal) -> Button:
    return ask(_("📋 Paste a list"), TravellerListFlow, deal=deal.id)


def _passports(deal: Deal) -> list[Button]:
    lacking = deal.without_passport
    if len(lacking) > EACH:
        return [ask(_("📷 Send a passport"), PassportFlow, deal=deal.id)]
    return [passport_of(deal, one) for one in lacking]


def passport_of(deal: Deal, traveller: Traveller) -> Button:
    label = _("📷 Passport: {name}")(name=traveller.name)
    return ask(label, PassportFlow, deal=deal.id, traveller=traveller.id)
