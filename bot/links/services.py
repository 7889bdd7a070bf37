"""Services: those of a deal, one of them, options that run out, and the link by which a supplier answers."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.services import Service

SERVICES = View[[int, int]]("services", place=1)
"""Of this deal, and the page."""
SERVICE = View[[int]]("service", place=1)
SERVICE_SLOTS = Slots[Service]("service")
GIVE_SUPPLIER_LINK = Action[[int]]("give_supplier_link")
CLOSE_SUPPLIER_LINK = Action[[int]]("close_supplier_link")
ACCEPT_TIME = Action[[int]]("accept_time")
"""That the supplier has offered."""
DECLINE_TIME = Action[[int]]("decline_time")
OPTIONS = View[[bool, int]]("options", place=0)
"""Only those of the actor's deals, or all; and the page."""
REFUSE_SERVICE = Action[[int]]("refuse_service")
CANCELLING_SERVICE = View[[int]]("cancelling_service")
CANCEL_SERVICE = Action[[int]]("cancel_service")
