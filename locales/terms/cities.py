"""Time zones by the cities people know them by, in every language, from Babel's data.

Not by `babel.dates.get_timezone_location`: it names the city that a zone is linked to (London for Belfast, Jerusalem for
Tel Aviv), and in Latin letters what was renamed since the data were collected (Kyiv, Kolkata, Kathmandu).
"""

from datetime import datetime
from functools import cache

from babel import Locale
from babel.core import get_global

from domain.values.language import Language
from domain.values.local_time import zone, zones
from locales.sentence import COMMA, Joined
from locales.terms.more_cities import more_cities


def city(zone_name: str, locale: Locale) -> str:
    """ "Sofia", "София", "索非亚": the city that stands for this zone."""
    return (
        _named(zone_name, locale)
        or _named(_former_name(zone_name), locale)
        or zone_name.rpartition("/")[2].replace("_", " ")
    )


def clock(zone_name: str, local: datetime, locale: Locale) -> Joined:
    """Whose clock a wall-clock time is told by: "Sofia, UTC+3"."""
    return Joined([city(zone_name, locale), offset_at(zone_name, local)], by=COMMA)


def offset_at(zone_name: str, local: datetime) -> str:
    """ "UTC+2" at that wall-clock time, "UTC+5:30" where hours are halved."""
    offset = local.replace(tzinfo=zone(zone_name)).utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def zone_named(text: str) -> str | None:
    """The zone of a city in any of the languages, or of an IANA name; None for other words."""
    return _by_name().get(_folded(text))


@cache
def _by_name() -> dict[str, str]:
    named = {_folded(name): name for name in zones()}
    locales = [Locale.parse(language) for language in Language]
    nearest_first = sorted(zones(), key=lambda name: (not name.startswith("Europe/"), name))
    for locale in locales:
        for name in nearest_first:
            named.setdefault(_folded(city(name, locale)), name)
    for called, name in more_cities().items():
        named.setdefault(_folded(called), name)
    return named


def _folded(name: str) -> str:
    """As it may be typed: with any apostrophe or none, "St" with a full stop, and hyphens for spaces."""
    return " ".join(name.casefold().translate(_AS_TYPED).split())


_AS_TYPED = str.maketrans(
    {"_": " ", "-": " ", ".": " ", "'": "", "’": "", "‘": "", "ʼ": "", "`": "", "ё": "е"}
)


def _named(zone_name: str, locale: Locale) -> str | None:
    found = locale.time_zones.get(zone_name)
    city_name = found.get("city") if found else None
    return str(city_name) if city_name else None


def _former_name(zone_name: str) -> str:
    """Under which the data know a zone that was renamed: "Europe/Kiev" of "Europe/Kyiv"."""
    return _former_names().get(zone_name, zone_name)


@cache
def _former_names() -> dict[str, str]:
    known = Locale.parse(Language.RUSSIAN).time_zones
    return {new: old for old, new in get_global("zone_aliases").items() if old in known}
