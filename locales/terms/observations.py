"""What observations are about, and one of them on a line, as people see them."""

from domain.entities.observations import Observation, Watched
from domain.values.text import first_name
from locales.sentence import Sentence, _

WATCHED: dict[Watched, Sentence] = {
    Watched.DESTINATION: _("🌍 A destination"),
    Watched.SUPPLIER: _("🏨 A supplier"),
}
WATCHED_ALL: dict[Watched, Sentence] = {
    Watched.DESTINATION: _("🌍 Destinations"),
    Watched.SUPPLIER: _("🏨 Suppliers"),
}


def short_observation(one: Observation, most: int = 60) -> str:
    """Its words on one line, cut to what a button or a line of a list takes."""
    flat = " ".join(one.text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def observation_line(one: Observation) -> Sentence:
    """On the card of what goes there."""
    return _("🔭 {place}: “{text}” ({name}, {day})")(
        place=one.place,
        text=short_observation(one, 120),
        name=first_name(one.author.name),
        day=one.noted_at.date(),
    )
