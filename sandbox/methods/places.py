"""Places and contacts, as a call or an inline result names them."""

from sandbox.refusals import bad_request
from sandbox.world import Json


def location_from(given: Json) -> Json:
    try:
        latitude, longitude = float(given["latitude"]), float(given["longitude"])
    except (KeyError, TypeError, ValueError):
        raise bad_request("latitude and longitude must be specified") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    return {"latitude": latitude, "longitude": longitude}


def venue_from(given: Json) -> Json:
    """The content of a message: the venue, and its place once more."""
    location = location_from(given)
    title, address = str(given.get("title") or ""), str(given.get("address") or "")
    if not title or not address:
        raise bad_request("VENUE_TITLE_INVALID" if not title else "VENUE_ADDRESS_INVALID")
    return {"venue": {"location": location, "title": title, "address": address}, "location": location}


def contact_from(given: Json) -> Json:
    if not given.get("phone_number"):
        raise bad_request("phone number is empty")
    if not given.get("first_name"):
        raise bad_request("first name is empty")
    fields = ("phone_number", "first_name", "last_name", "vcard")
    return {name: str(given[name]) for name in fields if given.get(name)}
