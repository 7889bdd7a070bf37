"""Trips: those ahead, one with its departure, its participants and its join link, and the line for one that is sold out."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.trips import Trip

TRIPS = View[[int, str]]("trips", place=0)
"""The page, and which of them: upcoming, running or past."""
TRIP = View[[int]]("trip")
TRIP_SLOTS = Slots[Trip]("trip")

TRIP_LANGUAGES = View[[int]]("trip_languages")
JOIN_LINK = View[[int]]("join_link")
REVOKE_LINK = Action[[int, int]]("revoke_link")
"""The trip, and which version of its link was seen."""
RENEW_LINK = Action[[int, int]]("renew_link")

DEPARTURE = View[[int]]("departure")
CONFIRM_DEPARTURE = Action[[int]]("confirm_departure")
CANNOT_COME = View[[int]]("cannot_come")
STAY_AWAY = Action[[int]]("stay_away")
HOW_LATE = View[[int]]("how_late")
COME_LATE = Action[[int, int]]("come_late")
"""The deal, and by how many minutes."""
SAID_OF_DEPARTURE = View[[int]]("said_of_departure")
TOLD_BY_PHONE = Action[[int]]("told_by_phone")

PARTICIPANTS = View[[int, str | None, int]]("participants", place=1)
"""The trip; a stage, those who owe or lack papers (`Among`), or everybody; and the page."""
PARTICIPANTS_OF = View[[str, int]]("participants_of", place=1)
PARTICIPANTS_FILE = Action[[int, str | None, str]]("participants_file")

WAITING_LINE = View[[int]]("line")
NO_ROOM_FOR = View[[int, int, int, int | None]]("no_room_for")
"""The trip, the seats that were wanted, the client, and the inquiry if there is one."""
TAKE_BACK = Action[[int, int]]("take_promise")
"""The trip, and the place in its line."""
TAKE_BACK_FOR = Action[[int, int, int, int, int | None]]("take_promise_for")
"""The trip, the place, and to whom seats could not be sold, as in `NO_ROOM_FOR`: seats, client, inquiry."""
OFFER_LINE = Action[[int]]("offer_line")
PUT_IN_LINE = Action[[int, int, int]]("put_in_line")

TRIPS_TO_JOIN = View[[int]]("trips_to_join", place=0)
SOLD_OUT = View[[int]]("sold_out")
NO_ROOM = View[[int, int]]("no_room")
WAIT_IN_LINE = Action[[int, int]]("wait_in_line")
MY_PLACE = View[[int, int]]("my_place")
LEAVE_LINE = Action[[int, int]]("leave_line")

TRIP_MORE = View[[int]]("trip_more")
BORDER_FILE = Action[[int, str]]("border_file")
LIST_CHANGES = View[[int, str]]("list_changes")
"""The trip, and which of its lists."""
GUIDES = View[[int]]("guides")
ASSIGN_GUIDE = Action[[int, int]]("assign_guide")
RELIEVE_GUIDE = Action[[int, int]]("relieve_guide")
SEAT = View[[int, int]]("seat")
"""The trip, and the traveller."""
