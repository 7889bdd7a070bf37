"""Notices about trips: departures and their changes, and seats that became free."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

_WHERE, _WHEN = "day time place", "trip when bring owed"
TRIP_CHANGED = notice_kind(
    "trip_changed", Audience.CLIENT, "my_deal", "ask_question", needs=_WHERE, places="trip was voucher"
)
DEPARTURE = notice_kind(
    "departure",
    Audience.CLIENT,
    "be_there",
    "cannot_come",
    "running_late",
    "ask_question",
    needs=_WHERE,
    places=_WHEN,
)
DEPARTURE_CHANGED = notice_kind(
    "departure_changed",
    Audience.CLIENT,
    "be_there",
    "cannot_come",
    "running_late",
    "ask_question",
    needs=_WHERE,
    places=f"{_WHEN} was voucher",
)
DEPARTURE_UNREACHED = notice_kind(
    "departure_unreached", Audience.STAFF, "departure_of", right=Right.MOVE_DEALS, urgent=True
)
ATTENDING = notice_kind(
    "attending", Audience.STAFF, "departure_of", right=Right.SEE_PARTICIPANTS, urgent=True
)
"""A client does not come, comes late, or comes after all."""
DEPARTURE_SILENT = notice_kind(
    "departure_silent", Audience.STAFF, "open_deal", right=Right.MOVE_DEALS, urgent=True
)
"""Told, not confirmed, and not to be written to any more."""
PUT_IN_LINE = notice_kind("put_in_line", Audience.CLIENT, "leave_place", needs="trip", places="turn seats")
SEAT_FREE = notice_kind(
    "seat_free", Audience.CLIENT, "take_seat", "leave_place", needs="trip", places="seats"
)
PROMISE_TAKEN_BACK = notice_kind(
    "promise_taken_back", Audience.CLIENT, "leave_place", needs="trip", places="seats"
)
SEAT_FREE_STAFF = notice_kind("seat_free_staff", Audience.STAFF, "open_trip", right=Right.OPEN_DEALS)
GUIDE_ASSIGNED = notice_kind("guide_assigned", Audience.STAFF, "open_trip", right=Right.SEE_PARTICIPANTS)
GUIDE_RELIEVED = notice_kind("guide_relieved", Audience.STAFF, right=Right.SEE_PARTICIPANTS)
TRIP_CHANGED_STAFF = notice_kind("trip_changed_staff", Audience.STAFF, "open_trip", right=Right.SEE_TRIPS)
"""To its guides, and to who leads deals on it."""
TRIP_CANCELLED = notice_kind(
    "trip_cancelled",
    Audience.CLIENT,
    "another_date",
    "money_back",
    "talk",
    needs="trip",
    places="number paid",
)
TRIP_CANCELLED_STAFF = notice_kind("trip_cancelled_staff", Audience.STAFF, "open_trip", right=Right.SEE_TRIPS)
CANCEL_CHOSEN = notice_kind("cancel_chosen", Audience.STAFF, "open_deal", right=Right.MOVE_DEALS)
TRIP_NEWS = notice_kind("trip_news", Audience.CLIENT, "ask_question", needs="trip", places="day time place")

OF_DEPARTURE = (DEPARTURE, DEPARTURE_CHANGED)
"""What tells a client where to be and when."""
